import Fixtures
import Foundation
import HTTPTypes
import Operations
import Referrals
import Store
import Testing
import Vacancies
import Vocabulary

@testable import Web

/// An office in which every text that somebody could have written is hostile, with something of everything in it.
struct HostileOffice {
    let office: Office
    /// What stands for each name in braces of a route.
    let names: [String: String]
    /// More addresses, where a route's one sample has not everything.
    let more: [String]

    /// The address of a route's sample.
    func address(_ route: String) -> String {
        if route.hasPrefix("/feeds/runs/") { return route.replacing("{run}", with: names["feedRun"] ?? "") }
        let path = names.reduce(route) { $0.replacing("{\($1.key)}", with: $1.value) }
        return path.hasPrefix("/members/") ? path + "?purpose=counselling" : path
    }

    /// Makes the office, and asks its pages.
    static func serving(_ test: @escaping @Sendable (TestClient, HostileOffice) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(
                in: folder,
                [
                    "NOIVIEC_OFFICE_NAME": HostileText.of("office.name"),
                    "NOIVIEC_OFFICE_PHONE": HostileText.of("office.phone"),
                ]
            )
            try await confirmAllEmployers(office)
            _ = try await office.match(actor: "test", progress: { _ in })
            let (things, more) = try await withThings(office)
            try await withAPI(of: office) { api in
                var names = things
                names["waiting"] = try await waiting(api)
                let token = try await api.send(
                    "/settings/tokens",
                    ["name": "may", "scopes": "plan", "areas": "all", "days": "30"]
                )
                #expect(token.status == 201)
                let job = try await api.send("/audit/verification", [:])
                names["job"] = job.headers[.location]?.split(separator: "/").last.map(String.init)
                try HostileText.fill(office.store.path)
                names["name"] = PageAddress.escaped(
                    try #require(try await office.accounts(caller: .commandLine).first?.name)
                )
                try await test(api, HostileOffice(office: office, names: names, more: more))
            }
        }
    }

    /// Sends a roll whose file, headings and rows are hostile, and waits until its page can be looked at.
    private static func waiting(_ api: TestClient) async throws -> String {
        let heading = HostileText.of("roll.heading").replacing("\"", with: "\"\"")
        let cell = HostileText.of("roll.cell").replacing("\"", with: "\"\"")
        let roll = """
            Mã hộ,Chủ hộ,Mã xã,Phân loại hộ,"\(heading)"
            "\(cell)",Lò Thị An,01864,Hộ nghèo,a
            B,Lò Văn Bình,01864,"\(cell)",b
            C,Lò Văn Cao,"\(cell)",Hộ nghèo,b
            """
        let name = HostileText.inPath("file.name").replacing("\"", with: "%22")
        let sent = try await api.upload("/imports/upload", file: name, roll, ["source": "Pác Nặm"])
        let id = try await end(of: sent, api).split(separator: "/").last.map(String.init) ?? ""
        _ = try await end(of: try await api.send("/imports/waiting/\(id)/mapping", [:]), api)
        return id
    }

    /// Where the job that an answer leads to ends.
    private static func end(of answer: TestAnswer, _ api: TestClient) async throws -> String {
        let job = try #require(answer.headers[.location], "\(answer.status) \(answer.text)")
        for _ in 0..<400 {
            if let address = try await api.ask(.get, job).headers[.location] { return address }
            try await Task.sleep(for: .milliseconds(25))
        }
        return try #require(nil as String?, "the job does not end")
    }

    /// Puts into the office what no import brings.
    private static func withThings(_ office: Office) async throws -> (names: [String: String], more: [String]) {
        let caller = Caller.commandLine
        try await office.makeAccount("mot", .counsellor)
        let (run, rows) = try await office.store.read { reading in
            let run = try #require(try reading.latestRun()).number
            let rows = try reading.proposals(of: run, ProposalFilter(limit: 100_000, offset: 0)).rows
            return (run, rows.filter(\.explanation.questions.isEmpty))
        }
        let row = try #require(rows.first)
        let made = try await referrals(office, rows)
        let (hired, silent) = (try #require(rows.last), rows[rows.count - 2])
        let job = FoundJob(
            member: hired.member,
            kind: .employer,
            hire: Hire(start: office.today(), contract: nil, wage: nil, isInsured: nil, evidence: .worker),
            workplace: "x"
        )
        let line = try await office.recordFoundJob(job, caller: caller)
        var correction = LedgerCorrection(line: line, reason: "x")
        correction.evidence = .document
        _ = try await office.correctLedger(correction, caller: caller)
        try await office.withdrawConsent(caller: caller, silent.member, day: nil, reason: "x")
        var details = EmployerDetails()
        details.name = "Công ty"
        details.contacts = [EmployerContact(name: "A", position: "B", phone: "0209 3870 000", email: "a@b.example")]
        let blocked = try await office.addEmployer(details, caller: caller)
        try await office.blockEmployer(blocked, reason: "x", caller: caller)
        let confirmed = try #require(row.vacancy.employerID)
        try await office.withdrawConfirmation(of: confirmed, caller: caller)
        let names = [
            "household": row.household.description, "member": row.member.description,
            "vacancy": row.vacancy.id.description, "run": String(run), "code": row.commune.description,
            "commune": row.commune.description, "token": "1", "referral": made.description,
            "employer": blocked.description, "source": "own", "import": "1", "template": "members",
            "language": "vi", "keys": "none", "file": "none", "feedRun": "3",
        ]
        let more = [
            "/audit", "/employers/\(confirmed)", "/employers/\(confirmed)/sheet", "/households/\(hired.household)",
            "/members/\(silent.member)?purpose=counselling", "/members/\(silent.member)/consent?purpose=counselling",
            "/members/\(row.member)/why?purpose=counselling&vacancy=\(row.vacancy.id)",
            "/households?q=x&commune=\(row.commune)&village=x",
            "/employers/\(blocked)/sheet?place=\(PageAddress.escaped(HostileText.of("query.place")))",
        ]
        return (names, more)
    }

    private static func referrals(_ office: Office, _ rows: [ProposalRow]) async throws -> ReferralID {
        let consent = Consent(textVersion: "2024-1", language: "vie", withInterpreter: false, isSigned: true)
        var made: [ReferralID] = []
        for (index, row) in rows.prefix(3).enumerated() {
            let request = ReferralRequest(member: row.member, vacancy: row.vacancy.id)
            var referral = try await office.makeReferral(request, caller: .commandLine)
            let actions: [ReferralChange.Action] = [.step(.agreed(consent)), .letter(signer: "x")]
            for action in actions.dropLast(index) {
                referral = try await office.advance(
                    referral.id,
                    ReferralChange(action),
                    version: referral.version,
                    caller: .commandLine
                )
            }
            made.append(referral.id)
        }
        return try #require(made.first)
    }
}

extension TestClient {
    /// Sends a form as a page does.
    func send(_ uri: String, _ fields: [String: String]) async throws -> TestAnswer {
        try await ask(
            .post,
            uri,
            headers: [.contentType: "application/x-www-form-urlencoded"],
            body: String(PageAddress.text("", fields).dropFirst())
        )
    }

    /// Sends a form with a file as a browser does.
    func upload(
        _ uri: String,
        file: String,
        as name: String = "file",
        _ text: String,
        _ fields: [String: String]
    ) async throws -> TestAnswer {
        var body = ""
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            body += "--x\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        body +=
            "--x\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"\(file)\"\r\n\r\n\(text)\r\n--x--\r\n"
        return try await ask(.post, uri, headers: [.contentType: "multipart/form-data; boundary=x"], body: body)
    }
}
