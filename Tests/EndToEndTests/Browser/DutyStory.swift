import Fixtures
import Foundation
import Operations
import Referrals
import Store
import Testing
import Vocabulary

/// What falls due in the office: whether somebody still works, and a feed that would close too much.
@Suite("What falls due", .enabled(if: Browser.isInstalled, "Chromium and its driver are not installed"))
struct DutyStory {
    /// Somebody works, since the office's day.
    private static func hire(_ office: Office) async throws -> (id: ReferralID, name: String) {
        let row = try await office.store.read { reading in
            let run = try #require(try reading.latestRun()).number
            let rows = try reading.proposals(of: run, ProposalFilter(limit: 10_000, offset: 0)).rows
            return try #require(rows.first { $0.isFirst && $0.explanation.questions.isEmpty })
        }
        let consent = Consent(textVersion: "2024-1", language: "vie", withInterpreter: false, isSigned: true)
        let hire = Hire(
            start: office.today(),
            contract: .fixed(months: 24),
            wage: Dong(7_000_000),
            isInsured: true,
            evidence: .employer
        )
        let request = ReferralRequest(member: row.member, vacancy: row.vacancy.id)
        var referral = try await office.makeReferral(request, caller: .commandLine)
        let actions: [ReferralChange.Action] = [
            .step(.agreed(consent)), .letter(signer: "Nguyễn Thị Tuyến"), .step(.hired(hire)),
            .step(.confirmed(.employer)),
        ]
        for action in actions {
            let change = ReferralChange(action)
            referral = try await office.advance(referral.id, change, version: referral.version, caller: .commandLine)
        }
        return (referral.id, row.memberName)
    }

    @Test(
        "A month later the week asks whether somebody still works; a slip is taken back",
        arguments: Person.Hands.allCases
    )
    func retention(hands: Person.Hands) async throws {
        var hired: (id: ReferralID, name: String)?
        try await BrowserOffice.serving([("chi-tuyen", .supervisor, [.province])]) { office, _ in
            hired = try await Self.hire(office)
            try await office.moveDemo(to: office.today().adding(days: 33), actor: "test")
        } _: { office in
            let (id, name) = try #require(hired)
            try await office.browsing("chi-tuyen", hands) { person in
                #expect(try await person.sees("đến hạn kiểm tra duy trì việc làm"))
                try await person.press(name)
                try await person.step("kiểm tra") {
                    try await person.choose("true", in: "inWork")
                    try await person.choose("employer", in: "shownBy")
                }
                #expect(try await person.sees("Đã ghi nhận."))
                try await person.open("/work?kind=checks")
                #expect(try await person.browser.all("main tbody tr").isEmpty, "it is not due any more")
                try await person.open("/referrals/\(id)?done=step&undo=\(id).6")
                try await person.press("Hoàn tác")
                #expect(try await person.sees("Đã hoàn tác"))
                try await person.open("/work?kind=checks")
                #expect(try await person.sees(name))
            }
        }
    }

    @Test(
        "A feed that lost its vacancies is held until somebody has looked at what would close",
        arguments: Person.Hands.allCases
    )
    func heldFeed(hands: Person.Hands) async throws {
        try await BrowserOffice.serving([("chi-tuyen", .supervisor, [.province])]) { office, folder in
            let file = folder + "/demo/tuyen-dung.xml"
            try Data(ownFeed(["con-lai"]).utf8).write(to: URL(fileURLWithPath: file))
            let source = try #require(office.feeds.sources.first { $0.name == "own" })
            let report = try await office.ingest(source, actor: "test", progress: { _ in })
            #expect(report.held)
        } _: { office in
            try await office.browsing("chi-tuyen", hands) { person in
                try await person.press("Nguồn tin")
                try await person.press("Có lượt đọc chờ duyệt")
                #expect(try await person.sees("Chỉ duyệt khi đã hỏi nguồn"))
                let wouldClose = try await person.browser.text(of: try await person.browser.find("main .big"))
                #expect((Int(wouldClose) ?? 0) > 50)
                try await person.press("Xem các tin sẽ đóng")
                #expect(try await person.browser.all("main details li").count == 50)
                #expect(try await person.sees("tin khác"))
                try await person.press("Duyệt và đóng các tin này")
                #expect(try await person.sees("Đã duyệt; các tin vắng mặt đã đóng."))
                try await person.open("/feeds")
                #expect(try await person.sees("tuyen-dung.xml"))
                #expect(try await !person.browser.text().contains("Có lượt đọc chờ duyệt"))
            }
        }
    }
}
