import Fixtures
import Foundation
import Households
import Rolls
import Testing
import Vocabulary

@Suite("Rolls as offices keep them")
struct RollTests {
    private func households(_ text: String) async throws -> (list: [Household], notes: [RowNote]) {
        try await withTemporaryFolder { folder in
            let path = folder + "/ho.csv"
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            var list: [Household] = []
            let notes = try HouseholdRoll.read(
                path: path,
                knownCommune: { $0.description == "01864" },
                id: { .example(Int64($0.count)) },
                each: { list.append($0) }
            )
            return (list, notes)
        }
    }

    private func members(
        _ text: String
    ) async throws -> (list: [Member], contacts: [LabourRoll.Contact], notes: [RowNote]) {
        try await withTemporaryFolder { folder in
            let path = folder + "/nk.csv"
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            var list: [Member] = []
            var contacts: [LabourRoll.Contact] = []
            var next: Int64 = 0
            let notes = try LabourRoll.read(
                path: path,
                household: { $0 == "H1" ? .example(1) : nil },
                id: { _ in
                    next += 1
                    return .example(next)
                },
                each: { member, contact, _ in
                    list.append(member)
                    contacts.append(contact)
                }
            )
            return (list, contacts, notes)
        }
    }

    @Test("Title rows, other spellings, repeated headers and sums do not disturb")
    func dirtyHouseholdRoll() async throws {
        let header = "TT,family.code,Họ tên chủ hộ,Mã xã,Phân loại hộ,Thôn"
        let text = """
            \u{FEFF}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            "Danh sách hộ nghèo, năm 2023"

            \(header)
            1,A,Hoàng Văn An,01864,Hộ nghèo,"Nà Lẹng, khu 2"
            \(header)
            2,BB,Nông Thị Hà,01864,HỘ CẬN NGHÈO,
            Tổng cộng,2,,,,
            """
        let (list, notes) = try await households(text)
        #expect(list.map(\.povertyClass) == [.poor, .nearPoor])
        #expect(list.first?.village == "Nà Lẹng, khu 2")
        #expect(notes.isEmpty)
    }

    @Test("One bad row is refused with its line and column, and the others go on")
    func badRows() async throws {
        let text = """
            Mã hộ,Chủ hộ,Mã xã,Phân loại hộ
            A,An,01864,Hộ nghèo
            BB,Bình,99999,Hộ nghèo
            CCC,Chi,01864,Hộ giàu
            A,An,01864,Hộ nghèo
            ,Dũng,01864,Hộ nghèo
            EEEEE,Em,01864,Hộ mới thoát nghèo
            """
        let (list, notes) = try await households(text)
        #expect(list.map(\.code) == ["A", "EEEEE"])
        #expect(notes.map(\.line) == [3, 4, 5, 6])
        #expect(notes.map(\.problem) == [.notUnderstood, .notUnderstood, .duplicate, .empty])
        #expect(!notes.map(\.refusesRow).contains(false))
    }

    @Test("A roll without the needed columns is refused whole, and the columns are named")
    func missingColumns() async throws {
        await #expect {
            try await households("Mã hộ,Chủ hộ\nA,An\n")
        } throws: { error in
            guard case RollError.missingColumns(_, let columns) = error else { return false }
            return columns == ["Mã xã", "Phân loại hộ"]
        }
    }

    @Test("A file that is not text, or ends inside quotes, is refused with the line")
    func brokenFiles() async throws {
        await #expect { try await households("PK\u{3}\u{4}\0\0\n") } throws: { error in
            if case RollError.notText(_, 1) = error { true } else { false }
        }
        await #expect { try await households(String(repeating: "a", count: 100_000)) } throws: { error in
            if case RollError.lineTooLong(_, 1) = error { true } else { false }
        }
        await #expect {
            try await households("Mã hộ,Chủ hộ,Mã xã,Phân loại hộ\nA,\"An,01864,Hộ nghèo\n")
        } throws: { error in
            if case RollError.endsInsideQuotes(_, 2) = error { true } else { false }
        }
    }

    @Test("A member's facts are read, gaps stay unknown, and what is not understood is noted and left unknown")
    func memberRows() async throws {
        let text = """
            Mã hộ;Họ và tên;Ngày sinh;Giới tính;Số CCCD;Số điện thoại;Khả năng lao động;Tình trạng hoạt động kinh tế;\
            Vị thế việc làm;Loại hợp đồng lao động;Nơi làm việc;Trình độ giáo dục phổ thông;Mức lương mong muốn
            H1;Hoàng Văn An;05/03/1990;Nam;006090123456;0971 234 567;Có;Có việc làm;Làm công ăn lương;\
            Đủ 12 đến 36 tháng;Ngoài tỉnh;Tốt nghiệp THCS;7.000.000
            H1;Nông Thị Hà;1992;Nữ;;;;;;;;;
            H1;Hoàng Minh;khoảng 2010;Nam;12;;;;;;;;
            H9;Người Lạ;1980;Nam;;;;;;;;;
            """
        let (list, contacts, notes) = try await members(text)
        #expect(list.count == 3)
        #expect(list[0].activity == .working(Work(status: .employee, contract: .from12To36Months)))
        #expect(list[0].away == .otherProvince)
        #expect(list[0].wageFloor == Dong(7_000_000))
        #expect(list[0].birth == .date(.example("1990-03-05")))
        #expect(contacts[0] == contacts[0] && contacts[0].nationalID == "006090123456")
        #expect(contacts[0].phone == "0971234567")
        #expect(list[1].birth == .year(1992))
        #expect(list[1].ability == .unknown && list[1].activity == .unknown && list[1].education == nil)
        #expect(list[2].birth == nil)
        #expect(contacts[2].nationalID == nil)
        #expect(notes.map(\.column) == ["Ngày sinh", "Số CCCD", "Mã hộ"])
        #expect(notes.map(\.refusesRow) == [false, false, true])
    }

    @Test("Two people alike in name and year are two people")
    func namesakes() async throws {
        let text = "Mã hộ,Họ và tên,Ngày sinh,Giới tính\nH1,Lý A Páo,1990,Nam\nH1,Lý A Páo,1990,Nam\n"
        let (list, _, _) = try await members(text)
        #expect(Set(list.map(\.id)).count == 2)
        #expect(list.map(\.line) == [1, 2])
    }
}
