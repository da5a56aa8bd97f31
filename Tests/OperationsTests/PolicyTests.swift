import Fixtures
import Foundation
import Logging
import Operations
import Service
import Store
import Testing
import Vocabulary

@Suite("Whom the plan serves, and whom it counts")
struct PolicyTests {
    /// An office with the given rolls and one feed of elementary jobs in Bộc Bố on contracts of some months.
    private func plan(
        households: String,
        members: String,
        openings: Int,
        months: Int
    ) async throws -> (summary: RunSummary, rows: [ProposalRow]) {
        try await withTemporaryFolder { folder in
            let householdHead = "Mã hộ,Chủ hộ,Mã xã,Phân loại hộ,Ngày thoát nghèo,Không có khả năng lao động\n"
            let memberHead =
                "Mã hộ,Họ và tên,Ngày sinh,Giới tính,Khả năng lao động,Tình trạng hoạt động kinh tế,Vị thế việc làm,"
                + "Loại hợp đồng lao động\n"
            let feed = """
                <vacancies xmlns="urn:noiviec:vacancies:1" complete="true" count="1"><vacancy><id>1</id>
                <title>Đóng gói</title><description>Đóng gói</description><employer><name>X</name></employer>
                <workplace><unitCode>01864</unitCode></workplace><wage min="6000000" currency="VND" period="month"/>
                <contract kind="fixed" months="\(months)"/><openings>\(openings)</openings><occupation>9321</occupation>
                <hazardous>false</hazardous></vacancy></vacancies>
                """
            for (name, text) in [("ho", householdHead + households), ("nk", memberHead + members), ("feed", feed)] {
                try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
            }
            let settings = try await smallSettings(in: folder)
            let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            let day = Day.example("2024-01-15")
            let office = try await openOffice(
                settings,
                mayCreate: true,
                demoDay: day,
                program: builtProgram,
                logger: logger
            )
            let report = try await office.importRolls([folder + "/ho", folder + "/nk"])
            #expect(report.refused == 0)
            let source = FeedSource(name: "f", location: .file(folder + "/feed"))
            let ingest = try await office.ingest(source, actor: "t", progress: { _ in })
            #expect(ingest.new == 1)
            let summary = try await office.match(actor: "test", progress: { _ in })
            let rows = try await office.store.read { reading in
                try reading.proposals(of: summary.run, ProposalFilter(limit: 100, offset: 0)).rows
            }
            return (summary, rows)
        }
    }

    private let farmer = "05/03/1990,Nam,Có,Có việc làm,Tự làm,\n"

    @Test("One opening goes to the poor household, not to one marked without labour nor one long out of poverty")
    func whoIsServed() async throws {
        let households = """
            A,An,01864,Hộ nghèo,,x
            B,Bình,01864,Hộ mới thoát nghèo,01/01/2019,
            C,Chi,01864,Hộ nghèo,,
            D,Dũng,01864,Hộ mới thoát nghèo,01/01/2023,
            """
        let members = ["A", "B", "C", "D"].map { "\($0),Người \($0),\(farmer)" }.joined()
        let one = try await plan(households: households, members: members, openings: 1, months: 12)
        #expect(one.rows.map(\.householdCode) == ["C"])
        #expect(one.summary.covered == 1 && one.rows.first?.isFirst == true)
        #expect(one.summary.promiseB.households == 2 && one.summary.promiseB.coverable == 1)
        let many = try await plan(households: households, members: members, openings: 9, months: 12)
        #expect(many.rows.map(\.householdCode) == ["A", "C", "D"])
        #expect(many.summary.covered == 1 && many.summary.placed == 3)
    }

    @Test("A household covered by a job on the roll waits; a paid job of unknown contract is asked and not counted")
    func coveredHouseholds() async throws {
        let households = "A,An,01864,Hộ nghèo,,\nB,Bình,01864,Hộ nghèo,,\nC,Chi,01864,Hộ cận nghèo,,\n"
        let members =
            "A,An,05/03/1980,Nam,Có,Có việc làm,Làm công ăn lương,Không xác định thời hạn\nA,Con An,\(farmer)"
            + "B,Bình,05/03/1980,Nam,Có,Có việc làm,Làm công ăn lương,\nB,Con Bình,\(farmer)" + "C,Chi,\(farmer)"
        let two = try await plan(households: households, members: members, openings: 2, months: 24)
        #expect(two.rows.map(\.householdCode) == ["B", "C"])
        #expect(two.summary.promiseB.covered == 1 && two.summary.promiseB.toAsk == 1)
        let three = try await plan(households: households, members: members, openings: 3, months: 24)
        #expect(three.rows.map(\.isFirst) == [false, true, true])
    }

    @Test("A job too short to be sustainable is planned in tier 2 and never enters promise B")
    func shortJobs() async throws {
        let result = try await plan(
            households: "A,An,01864,Hộ nghèo,,\n",
            members: "A,An,\(farmer)",
            openings: 1,
            months: 6
        )
        #expect(result.summary.covered == 0 && result.summary.tier2.placed == 1 && result.summary.tier2.households == 1)
        #expect(result.summary.promiseB.plannedFirm + result.summary.promiseB.plannedProvisional == 0)
        #expect(result.rows.map(\.tier) == [2])
    }
}
