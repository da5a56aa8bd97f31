import Fixtures
import Foundation
import HTTPTypes
import Hummingbird
import Operations
import Referrals
import Store
import Testing
import Vocabulary

@testable import Web

/// `policy.csv` says, by hand, what every caller gets of every route: a line for each route, and where the route names
/// people one for people of the caller's own area and one for people of a foreign area.
@Suite("Who gets what")
struct PolicyTests {
    /// A line of the file.
    private struct Line {
        let method: HTTPRequest.Method
        /// The route, with the query that it is asked with.
        let uri: String
        let area: String
        let expected: [String: Int]

        var route: String { "\(method.rawValue) \(uri.prefix { $0 != "?" })" }
    }

    /// What stands for each name in braces, by area: in the caller's own, and in a foreign one.
    private struct Samples {
        let own: [String: String]
        let foreign: [String: String]

        /// Two people who may be referred, with a referral of each.
        static func of(_ office: Office) async throws -> (area: VisibleArea, samples: Samples) {
            let (run, own, foreign) = try await office.store.read { reading in
                let run = try #require(try reading.latestRun()).number
                let rows = try reading.proposals(of: run, ProposalFilter(limit: 100_000, offset: 0)).rows
                    .filter(\.explanation.questions.isEmpty)
                let own = try #require(rows.first)
                return (run, own, try #require(rows.first { $0.commune != own.commune }))
            }
            func samples(_ row: ProposalRow) async throws -> [String: String] {
                let referral = try await office.makeReferral(
                    ReferralRequest(member: row.member, vacancy: row.vacancy.id),
                    caller: .commandLine
                )
                let hire = Hire(
                    start: office.today(),
                    contract: nil,
                    wage: nil,
                    isInsured: nil,
                    evidence: .worker
                )
                let job = FoundJob(member: row.member, kind: .employer, hire: hire, workplace: nil)
                let line = try await office.recordFoundJob(job, caller: .commandLine)
                // One that nobody has checked, and that has nothing to block or to take back.
                var details = EmployerDetails()
                details.name = "Công ty \(row.member)"
                let employer = try await office.addEmployer(details, caller: .commandLine)
                return [
                    "line": String(line), "household": row.household.description, "member": row.member.description,
                    "worker": row.member.description, "vacancy": row.vacancy.id.description, "run": String(run),
                    "list": "communes", "code": "not_found", "commune": row.commune.description, "name": "nobody",
                    "token": "1",
                    "job": "1",
                    "file": "none",
                    "language": "en",
                    "keys": "none",
                    "referral": referral.id.description,
                    "outcome": "1",
                    "employer": employer.description,
                    "source": "own",
                    "import": "1",
                    "template": "members",
                    "waiting": "none",
                    "report": "A",
                    "form": "year",
                    "from": "2024-01-01",
                    "to": "2024-06-30",
                ]
            }
            let all = Samples(own: try await samples(own), foreign: try await samples(foreign))
            return (VisibleArea(communes: [own.commune]), all)
        }
    }

    /// Bodies of requests that need one to get past the reading; `{}` for others, which is refused with 422 after the
    /// permission has been looked at.
    private static let bodies: [String: String] = [
        // It changes nothing, and so is refused once the line has been found.
        "POST /v1/ledger/{line}/corrections": #"{"reason":"x"}"#,
        // A day that is not there yet is refused before anybody is looked for.
        "POST /v1/members/{member}/withdrawals": #"{"day":"2099-01-01"}"#,
    ]

    /// Names in braces that name people.
    private static let people: Set = ["household", "member", "worker", "referral", "placement", "line"]

    /// A page of people that is named by a code.
    private static let communePage = "GET /communes/{code}"

    private static func lines() throws -> [Line] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let text = try String(contentsOf: folder.appendingPathComponent("policy.csv"), encoding: .utf8)
        let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            $0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let heading = try #require(rows.first)
        return try rows.dropFirst().map { row in
            try #require(row.count == heading.count, "\(row)")
            let request = row[0].split(separator: " ")
            try #require(request.count == 2, "\(row)")
            let expected = try zip(heading, row).dropFirst(2).map { ($0, try #require(Int($1), "\(row)")) }
            return Line(
                method: try #require(HTTPRequest.Method(String(request[0]))),
                uri: String(request[1]),
                area: row[1],
                expected: Dictionary(uniqueKeysWithValues: expected)
            )
        }
    }

    @Test("Every route is in the file, and every caller gets of it what the file says")
    func policy() async throws {
        let lines = try Self.lines()
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await confirmAllEmployers(office)
            _ = try await office.match(actor: "test", progress: { _ in })
            let (area, samples) = try await Samples.of(office)
            let router = try buildRouter(office: office, sessionSeconds: 600, secureCookie: false)
            for route in router.routes {
                let name = "\(route.method.rawValue) \(route.path.description)"
                let areas = Set(lines.filter { $0.route == name }.map(\.area))
                let names = route.path.description.split(separator: "/").filter { $0.hasPrefix("{") }
                let isOfPeople =
                    name == Self.communePage
                    || names.contains { Self.people.contains(String($0.dropFirst().dropLast())) }
                #expect(areas == (isOfPeople ? ["own", "foreign"] : ["any"]), "policy.csv lacks lines for \(name)")
            }
            let known = Set(router.routes.map { "\($0.method.rawValue) \($0.path.description)" })
            for line in lines { #expect(known.contains(line.route), "there is no route \(line.route)") }

            let callers = Set(Role.allCases.map(\.rawValue) + TokenScope.allCases.map(\.rawValue) + ["nobody"])
            let rules = SessionRules(longest: 600, idle: 600)
            let api = API(office: office, rules: rules, cookie: SessionCookie(isSecure: false))
            let document = Dictionary(
                uniqueKeysWithValues: api.endpoints.map { ("\($0.method.rawValue) \($0.path)", $0) }
            )
            try await withAPI(of: office, in: area) { api in
                for line in lines {
                    #expect(Set(line.expected.keys) == callers, "\(line.route)")
                    var uri = line.route == Self.communePage ? "/communes/{commune}" : line.uri
                    for (name, value) in line.area == "foreign" ? samples.foreign : samples.own {
                        uri = uri.replacing("{\(name)}", with: value)
                    }
                    let needsBody = [.post, .put, .patch].contains(line.method) && document[line.route]?.body != nil
                    // What is no endpoint of the API is a page, and takes a form.
                    let isForm = line.method == .post && document[line.route] == nil
                    for (caller, status) in line.expected.sorted(by: { $0.key < $1.key }) {
                        let answer = try await api.ask(
                            line.method,
                            uri,
                            as: caller == "nobody" ? nil : caller,
                            headers: isForm ? [.contentType: "application/x-www-form-urlencoded"] : [:],
                            body: needsBody ? Self.bodies[line.route] ?? "{}" : isForm ? "" : nil
                        )
                        #expect(
                            answer.status == status,
                            "\(line.route) \(line.area) \(caller): \(answer.text.prefix(300))"
                        )
                        if let endpoint = document[line.route] {
                            let documented = endpoint.success.map(\.status.code) + endpoint.problemStatuses
                            #expect(
                                documented.contains(answer.status),
                                "\(line.route) does not document \(answer.status)"
                            )
                        }
                    }
                }
            }
        }
    }
}
