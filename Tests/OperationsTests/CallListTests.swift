import Fixtures
import Foundation
import Logging
import Operations
import Service
import Store
import Testing
import Vocabulary

@Suite("Whom to call first")
struct CallListTests {
    private let householdHead = "Mã hộ,Chủ hộ,Mã xã,Phân loại hộ\n"
    private let memberHead =
        "Mã hộ,Họ và tên,Ngày sinh,Giới tính,Khả năng lao động,Tình trạng hoạt động kinh tế,Vị thế việc làm,"
        + "Cách liên hệ\n"

    /// A vacancy of elementary work on a contract of two years; without a place its employer has to be asked for it.
    private func vacancy(_ id: Int, openings: Int, hasPlace: Bool = true) -> String {
        let place = hasPlace ? "<unitCode>01864</unitCode>" : "<text>?</text>"
        return """
            <vacancy><id>\(id)</id><title>Đóng gói \(id)</title><description>Đóng gói</description>
            <employer><name>Công ty X</name><taxCode>0100109106</taxCode></employer><workplace>\(place)</workplace>
            <wage min="6000000" currency="VND" period="month"/><contract kind="fixed" months="24"/>
            <openings>\(openings)</openings><occupation>9321</occupation><hazardous>false</hazardous></vacancy>
            """
    }

    private func member(_ household: String, _ name: String, ability: String, way: String = "") -> String {
        "\(household),\(name),05/03/1990,Nam,\(ability),Có việc làm,Tự làm,\(way)\n"
    }

    /// An office with the given rolls and one feed.
    private func office(
        in folder: String,
        households: [String],
        members: [String],
        vacancies: [String]
    ) async throws -> Office {
        let settings = try await smallSettings(in: folder)
        let office = try await openOffice(
            settings,
            mayCreate: true,
            demoDay: .example("2024-01-15"),
            program: builtProgram,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        let head = "<vacancies xmlns=\"urn:noiviec:vacancies:1\" complete=\"true\" count=\"\(vacancies.count)\">"
        try (head + vacancies.joined() + "</vacancies>")
            .write(toFile: folder + "/feed", atomically: true, encoding: .utf8)
        try await importRolls(office, in: folder, households: households, members: members)
        let source = FeedSource(name: "f", location: .file(folder + "/feed"))
        #expect(try await office.ingest(source, actor: "t", progress: { _ in }).new == vacancies.count)
        try await confirmAllEmployers(office)
        return office
    }

    private func importRolls(
        _ office: Office,
        in folder: String,
        households: [String],
        members: [String]
    ) async throws {
        let rows = households.map { "\($0),Chủ \($0),01864,Hộ nghèo\n" }
        try (householdHead + rows.joined()).write(toFile: folder + "/ho", atomically: true, encoding: .utf8)
        try (memberHead + members.joined()).write(toFile: folder + "/nk", atomically: true, encoding: .utf8)
        #expect(try await office.importRolls([folder + "/ho", folder + "/nk"]).refused == 0)
    }

    /// The list of a new match, as short texts.
    private func matched(_ office: Office) async throws -> [String] {
        let summary = try await office.match(actor: "test", progress: { _ in })
        let list = try await office.calls(commune: nil, limit: 100)
        #expect(list.run == summary.run && list.total == summary.calls && list.calls.count == list.total)
        #expect(list.calls.map(\.rank) == (0..<list.total).map { $0 + 1 })
        return list.calls.map { call in
            let questions = call.questions.map(\.code).joined(separator: "+")
            let whom = call.person?.name ?? call.employer ?? ""
            return "\(whom): \(questions) \(call.householdsLost) \(call.workersLost)"
        }
    }

    @Test("A household's only plan ranks above one with another member to send; answered, it leaves the list")
    func onlyPlan() async throws {
        try await withTemporaryFolder { folder in
            let rest = [
                member("A", "An", ability: ""), member("A", "Con An", ability: "Có"), member("C", "Chi", ability: "Có"),
            ]
            let asked = member("B", "Bình", ability: "", way: "Trưởng thôn")
            let office = try await office(
                in: folder,
                households: ["A", "B", "C"],
                members: rest + [asked],
                vacancies: [vacancy(1, openings: 9)]
            )
            #expect(try await matched(office) == ["Bình: ability 1 1", "An: ability 0 1"])
            let first = try #require(try await office.calls(commune: nil, limit: 1).calls.first)
            #expect(first.person?.householdCode == "B" && first.person?.commune == "01864")
            #expect(first.person?.contact?.vi == "qua trưởng thôn")
            #expect(first.lines.count == 2 && first.lines[0].contains("Bình") && first.lines[1].contains("which work"))
            #expect(try await office.calls(commune: nil, after: 1, limit: 1).calls.map(\.rank) == [2])
            #expect(try await office.calls(commune: .example("01864"), limit: 9).total == 2)
            #expect(try await office.calls(commune: .example("01840"), limit: 9).total == 0)

            let answered = member("B", "Bình", ability: "Có", way: "Trưởng thôn")
            try await importRolls(office, in: folder, households: ["A", "B", "C"], members: rest + [answered])
            #expect(try await matched(office) == ["An: ability 0 1"])
        }
    }

    @Test("One call to an employer for all its vacancies, and it outweighs a person where three households wait for it")
    func employer() async throws {
        try await withTemporaryFolder { folder in
            let codes = ["A", "B", "C", "D"]
            let office = try await office(
                in: folder,
                households: codes,
                members: codes.map { member($0, "Người \($0)", ability: $0 == "A" ? "" : "Có") },
                vacancies: [vacancy(1, openings: 3, hasPlace: false), vacancy(2, openings: 1, hasPlace: false)]
            )
            let list = try await matched(office)
            #expect(list == ["Công ty X: workplace+workplace 3 3", "Người A: ability 1 1"])
            let call = try #require(try await office.calls(commune: nil, limit: 1).calls.first)
            #expect(call.person == nil && call.questions.map(\.title) == ["Đóng gói 1", "Đóng gói 2"])
            #expect(call.questions.map(\.householdsLost) == [3, 1])
            #expect(try await office.calls(commune: .example("01864"), limit: 9).total == 2)
        }
    }

    @Test("Rows in another order, under other ids, give the same list; only the latest run keeps one")
    func determinism() async throws {
        var lists: [[String]] = []
        for isReversed in [false, true] {
            try await withTemporaryFolder { folder in
                let codes = (1...12).map { "H\($0)" }
                let members = codes.flatMap { code in
                    [member(code, "Cha \(code)", ability: ""), member(code, "Con \(code)", ability: "Có")]
                        .prefix(code.hasSuffix("1") ? 1 : 2)
                }
                let vacancies = (1...5).map { vacancy($0, openings: 2, hasPlace: $0 > 2) }
                // A member's line counts the rows of the household, so these keep their order.
                let groups = codes.map { code in members.filter { $0.hasPrefix("\(code),") } }
                let office = try await office(
                    in: folder,
                    households: isReversed ? codes.reversed() : codes,
                    members: (isReversed ? groups.reversed() : groups).flatMap { $0 },
                    vacancies: isReversed ? vacancies.reversed() : vacancies
                )
                lists.append(try await matched(office))
                #expect(try await matched(office) == lists.last)
            }
        }
        #expect(lists[0] == lists[1] && lists[0].count > 3)
    }

    @Test("In a small province every call is planned for, ranked, and costs no more than it touches")
    func smallProvince() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let summary = try await office.match(actor: "test", progress: { _ in })
            let (calls, rows) = try await office.store.read { reading in
                (
                    try reading.calls(of: summary.run, commune: nil, limit: 10_000).rows,
                    try reading.proposals(of: summary.run, ProposalFilter(limit: 10_000, offset: 0)).rows
                )
            }
            #expect(summary.calls > 10 && Set(calls.map(\.rank)).count == summary.calls)
            for call in calls {
                switch call.called {
                case .member(let member):
                    let row = try #require(rows.first { $0.member == member.member })
                    #expect(row.tier == 1 && row.explanation.questions.contains(call.question))
                    #expect((0...1).contains(call.householdsLost) && (0...1).contains(call.workersLost))
                case .employer(let employer):
                    let planned = rows.filter {
                        $0.vacancy.id == employer.vacancy && $0.explanation.questions.contains(call.question)
                    }
                    #expect(!planned.isEmpty && call.householdsLost <= planned.count)
                    #expect(call.workersLost <= planned.count)
                }
            }
            var best: [Int: (Int, Int)] = [:]
            for call in calls where best[call.rank] == nil { best[call.rank] = (call.householdsLost, call.workersLost) }
            let order = best.sorted { $0.key < $1.key }.map(\.value)
            for (one, next) in zip(order, order.dropFirst()) { #expect(one >= next) }
        }
    }
}
