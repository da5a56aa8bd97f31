import Fixtures
import Foundation
import Households
import Operations
import Referrals
import Store
import Testing
import Vocabulary

@Suite("Rolls into the register")
struct RollImportTests {
    private struct Register {
        let office: FeedOffice
        let folder: String

        /// Writes a file and imports it, its mapping being confirmed.
        func take(
            _ text: String,
            on day: String = "2024-03-01",
            _ change: (inout RollRequest) -> Void = { _ in }
        ) async throws -> RollReport {
            // The office imports on the day of the roll, or later.
            if let noon = Day(iso: day).map({ Int64($0.number) * 86_400 + 5 * 3600 }) {
                office.clock.now = max(office.clock.now, noon)
            }
            let file = folder + "/roll.csv"
            try Data(text.utf8).write(to: URL(fileURLWithPath: file))
            return try await office.office.importRolls([file]) { request in
                request.asOf = Day(iso: day)
                change(&request)
            }
        }

        func household(_ code: String) async throws -> Household? {
            try await office.office.store.read { try $0.households().first { $0.code == code } }
        }

        func members() async throws -> [Member] {
            try await office.office.store.read { try $0.members().values.joined().sorted { $0.line < $1.line } }
        }
    }

    private func register(_ body: (Register) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            try await body(Register(office: try await FeedOffice(in: folder), folder: folder))
        }
    }

    private let households = "Mã hộ,Chủ hộ,Mã xã,Thôn,Phân loại hộ,Ngày rà soát,Ngày thoát nghèo\n"
    private let people =
        "Mã hộ,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Tình trạng hoạt động kinh tế,Vị thế việc làm,"
        + "Loại hợp đồng lao động,Loại biến động\n"

    @Test("A new source's headings wait for a person; once confirmed they are remembered until one changes")
    func mapping() async throws {
        try await register { register in
            let roll = households + "A,An,01864,Nà Lẹng,Hộ nghèo,15/12/2023,\n"
            let first = try await register.take(roll) { $0.isConfirmed = false }
            #expect(first.outcome == .toConfirm && first.columns.first?.field == "household_code")
            #expect(try await register.household("A") == nil)
            #expect(try await register.take(roll).outcome == .imported)
            #expect(try await register.take(roll) { $0.isConfirmed = false }.outcome == .imported)
            let renamed = roll.replacingOccurrences(of: "Thôn", with: "Bản làng")
            let asked = try await register.take(renamed) { $0.isConfirmed = false }
            #expect(asked.outcome == .toConfirm && asked.columns.contains { $0.heading == "Bản làng" })
            let told = try await register.take(renamed) { $0.mapping = [("Bản làng", "village")] }
            #expect(told.columns.contains { $0.heading == "Bản làng" && $0.field == "village" })
            #expect(try await register.take(renamed) { $0.isConfirmed = false }.outcome == .imported)
        }
    }

    @Test("A dry run says what would be new, changed and gone, and changes nothing")
    func dryRun() async throws {
        try await register { register in
            let roll = households + "A,An,01864,Nà Lẹng,Hộ nghèo,15/12/2023,\nB,Bình,01864,Nà Lẹng,Hộ cận nghèo,,\n"
            _ = try await register.take(roll)
            let next = households + "A,An,01864,Nà Lẹng,Hộ cận nghèo,15/12/2024,\nC,Chi,01864,,Hộ nghèo,,\n"
            let report = try await register.take(next, on: "2024-12-20") {
                $0.isDryRun = true
                $0.isComplete = true
            }
            #expect(report.outcome == .dryRun)
            #expect(report.households == RollReport.Changes(new: 1, changed: 1, left: 1))
            #expect(report.classChanges == ["HN>HCN": 1])
            #expect(try await register.household("A")?.povertyClass == .poor)
            #expect(try await register.household("C") == nil)
        }
    }

    @Test("Bad rows go to a file with their columns and the reason; mended there, they go in")
    func badRows() async throws {
        try await register { register in
            let file = register.folder + "/problems.csv"
            let roll =
                households + "A,An,01864,Nà Lẹng,Hộ nghèo,,\nB,Bình,99999,Nà Lẹng,Hộ nghèo,,\n,Chi,01864,,Hộ nghèo,,\n"
            let report = try await register.take(roll) { $0.problemsFile = file }
            #expect(report.rows == 3 && report.refused == 2 && report.households.new == 1)
            #expect(report.problems.allSatisfy { $0.refuses && $0.row != nil && !$0.column.isEmpty })
            var text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(text.contains("Mã hộ") && text.contains("Lý do / Reason"))
            #expect(text.split(separator: "\r\n").count == 3)
            text = text.replacingOccurrences(of: "99999", with: "01864")
            let mended = try await register.take(text)
            #expect(mended.households.new == 1 && mended.refused == 1)
            #expect(try await register.household("B")?.commune == .example("01864"))
        }
    }

    @Test("A class is kept by date and by when it was recorded, whatever order reviews come in")
    func classes() async throws {
        try await register { register in
            func review(_ povertyClass: String, _ day: String, escaped: String = "") -> String {
                households + "A,An,01864,Nà Lẹng,\(povertyClass),\(day),\(escaped)\n"
            }
            _ = try await register.take(review("Hộ nghèo", "15/12/2022"))
            register.office.clock.advance(hours: 1)
            _ = try await register.take(
                review("Hộ mới thoát nghèo", "15/12/2024", escaped: "15/12/2024"),
                on: "2024-12-20"
            )
            register.office.clock.advance(hours: 1)
            let known = register.office.clock.now
            register.office.clock.advance(hours: 1)
            // The review between comes last.
            _ = try await register.take(review("Hộ cận nghèo", "15/12/2023"), on: "2024-12-21")
            let household = try #require(try await register.household("A"))
            #expect(household.povertyClass == .newlyEscaped && household.escapedOn == .example("2024-12-15"))
            let history = try await register.office.office.store.read { try $0.classes(of: household.id) }
            func on(_ day: String, _ history: ClassHistory) -> PovertyClass? {
                history.povertyClass(on: .example(day), newlyEscapedMonths: 36)
            }
            #expect(on("2022-01-01", history) == nil)
            #expect(on("2023-06-01", history) == .poor)
            #expect(on("2024-06-01", history) == .nearPoor)
            #expect(on("2025-06-01", history) == .newlyEscaped)
            #expect(on("2028-01-01", history) == .notPoor)
            #expect(on("2024-06-01", history.asKnown(at: known)) == .poor)
        }
    }

    @Test("A person is known again by identity number, by name and birth, and by a year that becomes a day")
    func identity() async throws {
        try await register { register in
            _ = try await register.take(households + "A,An,01864,Nà Lẹng,Hộ nghèo,,\n")
            let first = try await register.take(
                people
                    + "A,Hoàng Văn An,1990,Nam,006090000001,,,,\nA,Lý Thị Mỷ,1992,Nữ,,,,,\nA,Lý Thị Ba,1993,Nữ,,,,,\n"
            )
            #expect(first.members.new == 3)
            let ids = try await register.members().map(\.id)
            let again = try await register.take(
                people + "A,Hoàng Văn Ân,05/03/1990,Nam,006090000001,,,,\nA,Lý Thị Mỷ,02/02/1992,Nữ,,,,,\n"
                    + "A,LÝ THỊ BA,1993,Nữ,,,,,\n"
            )
            #expect(again.members == RollReport.Changes(changed: 3))
            #expect(again.problems.map(\.code) == ["birth_differs"])
            let members = try await register.members()
            #expect(members.map(\.id) == ids)
            #expect(members.map(\.name) == ["Hoàng Văn Ân", "Lý Thị Mỷ", "LÝ THỊ BA"])
            #expect(members[1].birth == .date(.example("1992-02-02")))
        }
    }

    @Test("Who died or moved leaves with the day; a complete roll lets others go, unless too many would")
    func leaving() async throws {
        try await register { register in
            let names = (1...60).map { "Người Thứ \($0)" }
            let codes = (0..<20).map { "H\($0)" }
            let roll = households + codes.map { "\($0),Chủ,01864,Nà Lẹng,Hộ nghèo,,\n" }.joined()
            _ = try await register.take(roll)
            func members(_ range: Range<Int>, _ change: String = "") -> String {
                people + range.map { "H\($0 / 3),\(names[$0]),1990,Nam,,,,,\($0 == 0 ? change : "")\n" }.joined()
            }
            _ = try await register.take(members(0..<60))
            let died = try await register.take(members(0..<60, "Chết"), on: "2024-04-01")
            #expect(died.members.left == 1)
            #expect(
                try await register.members().contains { $0.departure == Departure(.died, on: .example("2024-04-01")) }
            )
            let some = try await register.take(members(0..<58), on: "2024-05-01")
            #expect(some.members.notNamed == 2 && some.members.left == 0)
            let whole = try await register.take(members(0..<58), on: "2024-05-01") { $0.isComplete = true }
            #expect(whole.members.left == 2)
            let back = try await register.take(members(0..<60), on: "2024-06-01")
            #expect(back.members.changed == 2)
            // One of each household is left: forty would go.
            let few = people + codes.indices.map { "H\($0),\(names[$0 * 3 + 1]),1990,Nam,,,,,\n" }.joined()
            await #expect(throws: OperationError.self) {
                try await register.take(few, on: "2024-07-01") { $0.isComplete = true }
            }
            #expect(try await register.members().count { $0.departure != nil } == 1)
            let allowed = try await register.take(few, on: "2024-07-01") {
                $0.isComplete = true
                $0.mayManyLeave = true
            }
            #expect(allowed.members.left == 39)
        }
    }

    @Test("Two rows that may be one person are listed for a person to decide, and never merged by themselves")
    func duplicates() async throws {
        try await register { register in
            let office = register.office.office
            _ = try await register.take(
                households
                    + "A,An,01864,Nà Lẹng,Hộ nghèo,,\nB,Bình,01864,Nà Lẹng,Hộ nghèo,,\nC,Chi,01840,X,Hộ nghèo,,\n"
            )
            let report = try await register.take(
                people + "A,Hoàng Văn An,05/03/1990,Nam,,,,,\nB,Hoàng Văn Ân,05/03/1990,Nam,,,,,\n"
                    + "A,Lý Mỷ,1992,Nữ,006192000001,,,,\nC,Lý Thị Mỷ,1992,Nữ,006192000001,,,,\n"
                    + "C,Hoàng Văn An,05/03/1990,Nam,,,,,\n"
            )
            #expect(report.members.new == 5 && report.duplicates == 2)
            let pairs = try await office.possibleDuplicates(caller: .commandLine)
            #expect(Set(pairs.map(\.ground)) == ["identity", "name_birth"])
            let byName = try #require(pairs.first { $0.ground == "name_birth" })
            #expect(Set([byName.first.household, byName.second.household]) == ["A", "B"])
            let keep = try #require(MemberID(byName.first.id))
            let other = try #require(MemberID(byName.second.id))
            try await office.decideDuplicate(keep: keep, other: other, .same, caller: .commandLine)
            #expect(try await office.possibleDuplicates(caller: .commandLine).count == 1)
            let gone = try await office.store.read { try $0.member(other)?.departure?.reason }
            #expect(gone == .duplicate)
            await #expect(throws: OperationError.noDuplicate) {
                try await office.decideDuplicate(keep: keep, other: other, .different, caller: .commandLine)
            }
        }
    }

    @Test("The ledger follows the roll: a job that changes ends one line and opens another, and what is the same stays")
    func ledger() async throws {
        try await register { register in
            _ = try await register.take(households + "A,An,01864,Nà Lẹng,Hộ nghèo,,\n")
            func work(_ status: String, _ contract: String) -> String {
                people + "A,Hoàng Văn An,1990,Nam,,Có việc làm,\(status),\(contract),\n"
            }
            let asked = try await register.take(work("Làm công ăn lương", ""))
            #expect(asked.ledgerOpened == 1)
            let household = try #require(try await register.household("A"))
            func lines() async throws -> [CoverageEntry] {
                try await register.office.office.store.read { try $0.coverage(of: household.id) }
            }
            #expect(try await lines().map(\.evidence) == [.ask])
            let same = try await register.take(work("Làm công ăn lương", ""))
            #expect(same.ledgerOpened == 0 && same.ledgerEnded == 0)
            let known = try await register.take(work("Làm công ăn lương", "Không xác định thời hạn"))
            #expect(known.ledgerOpened == 1 && known.ledgerEnded == 1)
            #expect(try await lines().map(\.covers) == [true])
            let balance = try await register.office.office.openingBalance()
            #expect(balance.households == 1 && balance.inForce.covered == 1)
        }
    }

    @Test("A list with a refused row lets nobody go, complete or not, and says so")
    func heldOpen() async throws {
        try await register { register in
            _ = try await register.take(
                households
                    + "A,An,01864,Nà Lẹng,Hộ nghèo,,\nB,Bình,01864,Nà Lẹng,Hộ nghèo,,\nC,Chi,01858,X,Hộ nghèo,,\n"
            )
            let flawed = try await register.take(
                households + "A,An,01864,Nà Lẹng,Hộ nghèo,,\nB,Bình,01864,Nà Lẹng,Hộ ngheeo,,\n",
                on: "2024-04-01"
            ) { $0.isComplete = true }
            #expect(flawed.refused == 1 && flawed.isHeldOpen && flawed.households.left == 0)
            // Who moved here takes nobody of the commune left behind along.
            let moved = try await register.take(
                households + "A,An,01864,Nà Lẹng,Hộ nghèo,,\nB,Bình,01864,Nà Lẹng,Hộ nghèo,,\n"
                    + "D,Dũng,01864,Nà Lẹng,Hộ nghèo,,\n",
                on: "2024-05-01"
            ) { $0.isComplete = true }
            #expect(moved.households.new == 1 && moved.households.left == 0)
            #expect(try await register.household("C")?.departure == nil)
        }
    }

    @Test("A roll older than the last one tells its class of then, and nothing else")
    func olderRoll() async throws {
        try await register { register in
            let new = households + "A,An,01864,Nà Lẹng,Hộ cận nghèo,15/12/2023,\n"
            _ = try await register.take(new, on: "2024-01-10")
            _ = try await register.take(people + "A,Hoàng Văn An,1990,Nam,,Thất nghiệp,,,\n", on: "2024-01-10")
            let old = households + "A,Khác,01858,Nà Khác,Hộ nghèo,15/12/2022,\n"
            // By its day, or only by its review.
            for day in ["2023-01-10", "2023-01-10", "2024-03-01"] {
                #expect(try await register.take(old, on: day).households.left == 0)
                let household = try #require(try await register.household("A"))
                #expect(household.commune == .example("01864") && household.headName == "An")
                #expect(household.povertyClass == .nearPoor && household.classSince == .example("2023-12-15"))
                let history = try await register.office.office.store.read { try $0.classes(of: household.id) }
                #expect(history.entries.map(\.povertyClass) == [.poor, .nearPoor])
            }
            let member = try await register.take(
                people + "A,Hoàng Văn An,1990,Nam,,Có việc làm,Tự làm,,\n",
                on: "2023-01-10"
            )
            #expect(member.problems.map(\.code) == ["older_roll"])
            #expect(try await register.members().first?.activity == .unemployed)
        }
    }

    @Test("The same name and birth with another identity number is another person, for somebody to decide")
    func otherNumber() async throws {
        try await register { register in
            _ = try await register.take(households + "A,An,01864,Nà Lẹng,Hộ nghèo,,\n")
            _ = try await register.take(people + "A,Hoàng Văn An,1990,Nam,006090000001,,,,\n")
            let again = try await register.take(
                people + "A,Hoàng Văn An,1990,Nam,006090000002,,,,\nA,Hoàng Văn An,1990,Nam,006090000001,,,,\n"
            )
            #expect(again.members == RollReport.Changes(new: 1, unchanged: 1) && again.duplicates == 1)
            let third = try await register.take(
                people + "A,Hoàng Văn An,1990,Nam,006090000002,,,,\nA,Hoàng Văn An,1990,Nam,006090000001,,,,\n"
            )
            #expect(third.members == RollReport.Changes(unchanged: 2) && third.duplicates == 0)
        }
    }

    @Test("Who moves to another household is listed with the one that was left")
    func moving() async throws {
        try await register { register in
            _ = try await register.take(households + "A,An,01864,Nà Lẹng,Hộ nghèo,,\nB,Bình,01864,X,Hộ nghèo,,\n")
            _ = try await register.take(
                people + "A,Hoàng Văn An,1990,Nam,006090000001,,,,\nA,Lý Thị Mỷ,1992,Nữ,,,,,\nB,Lý Ba,1970,Nam,,,,,\n"
            )
            let moved = try await register.take(
                people + "A,Lý Thị Mỷ,1992,Nữ,,,,,\nB,Lý Ba,1970,Nam,,,,,\nB,Hoàng Văn An,1990,Nam,006090000001,,,,\n",
                on: "2024-04-01"
            ) { $0.isComplete = true }
            #expect(moved.members.new == 1 && moved.members.left == 1 && moved.duplicates == 1)
        }
    }

    @Test("A wish in words becomes the occupation wanted, and follows the words; it is never past work")
    func wishes() async throws {
        try await register { register in
            let head = "Mã hộ,Họ và tên,Ngày sinh,Giới tính,Nhu cầu việc làm,Công việc đang làm\n"
            _ = try await register.take(households + "A,An,01864,Nà Lẹng,Hộ nghèo,,\n")
            _ = try await register.take(head + "A,Hoàng Văn An,1990,Nam,Lái xe tải,Thợ xây\n")
            let first = try await register.members().first
            #expect(first?.wantedOccupation?.digits == "8332" && first?.pastOccupation?.digits == "7112")
            _ = try await register.take(head + "A,Hoàng Văn An,1990,Nam,Bảo vệ,Thợ xây\n", on: "2024-04-01")
            #expect(try await register.members().first?.wantedOccupation?.group == 54)
            _ = try await register.take(head + "A,Hoàng Văn An,1990,Nam,xyz abc,Thợ xây\n", on: "2024-05-01")
            #expect(try await register.members().first?.wantedOccupation == nil)
        }
    }

    @Test("After the reform a code means the unit of today, and who is known in an older commune of it stays there")
    func reform() async throws {
        try await register { register in
            let head = "Mã hộ,Chủ hộ,Mã xã,Xã,Phân loại hộ\n"
            _ = try await register.take(head + "A,An,01858,Xã Bằng Thành,Hộ nghèo\n", on: "2024-12-20")
            // 01864 was Bộc Bố; since July 2025 it is Bằng Thành, which the older Bằng Thành became a part of.
            let new = try await register.take(
                head + "A,An,01864,Xã Bằng Thành,Hộ nghèo\nB,Bình,01864,Xã Bằng Thành,Hộ nghèo\n"
                    + "C,Chi,01849,Xã Phong Quang,Hộ nghèo\nD,Dũng,01864,Xã Phong Quang,Hộ nghèo\n",
                on: "2025-12-20"
            )
            #expect(new.households == RollReport.Changes(new: 2, unchanged: 1) && new.refused == 1)
            #expect(try await register.household("A")?.commune == .example("01858"))
            #expect(try await register.household("B")?.commune == .example("01864"))
            #expect(try await register.household("C")?.commune == .example("01984"))
        }
    }

    @Test(
        "What is mapped stays mapped when other files of the source come; a field or heading there is none of is named"
    )
    func memory() async throws {
        try await register { register in
            let roll = households + "A,An,01864,Nà Lẹng,Hộ nghèo,,\n"
            _ = try await register.take(roll)
            _ = try await register.take(people + "A,Hoàng Văn An,1990,Nam,,,,,\n")
            #expect(try await register.take(roll) { $0.isConfirmed = false }.outcome == .imported)
            await #expect(throws: OperationError.unknownField("villag")) {
                try await register.take(roll) { $0.mapping = [("Thôn", "villag")] }
            }
            await #expect(throws: OperationError.unknownHeading("Thônx")) {
                try await register.take(roll) { $0.mapping = [("Thônx", "village")] }
            }
        }
    }

    @Test("Work that begins after the ledger opened is found, and no part of the opening balance")
    func foundWork() async throws {
        try await register { register in
            _ = try await register.take(households + "A,An,01864,Nà Lẹng,Hộ nghèo,,\n")
            let none = people + "A,Hoàng Văn An,1990,Nam,,Thất nghiệp,,,\n"
            _ = try await register.take(none)
            let work = people + "A,Hoàng Văn An,1990,Nam,,Có việc làm,Làm công ăn lương,Không xác định thời hạn,\n"
            let later = try await register.take(work, on: "2024-06-01")
            #expect(later.ledgerOpened == 1)
            let household = try #require(try await register.household("A"))
            let lines = try await register.office.office.store.read { try $0.coverage(of: household.id) }
            #expect(lines.map(\.origin) == [.found] && lines.first?.from == .example("2024-06-01"))
            #expect(try await register.office.office.openingBalance().inForce.covered == 0)
            // A roll of a day on which the person was too young to work ends nothing of it.
            let older = try await register.take(households + "B,Bình,01864,X,Hộ nghèo,,\n", on: "2004-06-01")
            #expect(older.ledgerEnded == 0 && older.households.new == 1)
        }
    }

    @Test("A file that cannot be read, and one that is another kind of file, leave the register as it was")
    func unreadable() async throws {
        try await register { register in
            let good = register.folder + "/good.csv"
            try Data((households + "A,An,01864,Nà Lẹng,Hộ nghèo,,\n").utf8).write(to: URL(fileURLWithPath: good))
            let bad = register.folder + "/bad.xlsx"
            for content in [
                Data("%PDF-1.7\n%\u{1}\u{2}".utf8), Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
            ] {
                try content.write(to: URL(fileURLWithPath: bad))
                do {
                    _ = try await register.office.office.importRolls([good, bad])
                    Issue.record("The file was taken.")
                } catch let error as OperationError {
                    #expect(error.sentence.english.hasPrefix(bad) && error.sentence.vietnamese.hasPrefix(bad))
                }
            }
            #expect(try await register.household("A") == nil)
        }
    }
}
