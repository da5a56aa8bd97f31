import Fixtures
import Households
import Rolls
import Testing
import Vocabulary

@Suite("Household rolls as offices keep them")
struct HouseholdRollTests {
    @Test("Mottos, page headers, numbering, sums and signatures do not disturb")
    func framedList() throws {
        let header = ["STT", "Mã hộ", "Họ tên chủ hộ", "Mã xã", "Phân loại hộ", "Thôn"]
        let found = try read([
            sheet([
                ["UBND XÃ BỘC BỐ", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
                ["", "", "Độc lập - Tự do - Hạnh phúc"],
                ["DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2023"],
                [],
                header,
                ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
                ["#1", "A", "Hoàng Văn An", "01864", "Hộ nghèo", "Nà Lẹng, khu 2"],
                header,
                ["#2", "B", "Tống Thị Hà", "#1864", "HỘ CẬN NGHÈO", ""],
                ["#3", "C", "Nông Văn Cộng", "01858", "HMTN", "Cộng Hòa"],
                ["", "Tổng cộng", "", "", "#3"],
                ["Tổng số hộ: 3"],
                ["Ghi chú: số liệu đến 31/12/2023"],
                ["", "", "", "Bộc Bố, ngày 31 tháng 12 năm 2023"],
                ["NGƯỜI LẬP BIỂU", "", "", "TM. UBND XÃ"],
                ["", "", "", "CHỦ TỊCH"],
                ["Hoàng Thị Lập", "", "", "Nông Văn Chủ"],
            ])
        ])
        #expect(found.households.map(\.code) == ["A", "B", "C"])
        #expect(found.households.map(\.povertyClass) == [.poor, .nearPoor, .newlyEscaped])
        #expect(found.households.map(\.commune?.description) == ["01864", "01864", "01858"])
        #expect(found.households.map(\.village) == ["Nà Lẹng, khu 2", nil, "Cộng Hòa"])
        #expect(found.problems.isEmpty)
        #expect(found.summary.rows == 3)
        #expect(found.summary.ignored == [.numbering: 1, .header: 1, .total: 2, .note: 1, .signature: 4])
    }

    @Test("The review program's export is read, headers within its data and doubles with it")
    func reviewExport() throws {
        let header = [
            "date", "family.hostName", "family.code", "family.coDanTocTaiCho", "family.hostGender",
            "family.numberOfMembers", "quickReview.result", "b1Point", "b2Point", "classify", "reviewer",
        ]
        let row = ["15/12/2023", "Lý A Páo", "00123", "Có", "Nam", "5", "x", "120", "40", "Hộ nghèo", "Bàn Văn Rà"]
        var moved = row
        moved[9] = "Hộ không nghèo"
        let found = try read([sheet([header, row, header, row, moved])], fallback: "01864")
        let facts = try #require(found.households.first)
        #expect(facts.code == "00123" && facts.headName == "Lý A Páo" && facts.size == 5)
        #expect(facts.classSince == .example("2023-12-15"))
        #expect(facts.commune == .example("01864"))
        #expect(found.households.count == 2)
        #expect(found.problems.map(\.kind) == [.duplicateHousehold])
        #expect(found.rows.map(\.isRefused) == [false, false, true])
        #expect(found.summary.refused == 1)
    }

    @Test("Classes as tick columns, with villages and communes named above their households")
    func tickedClasses() throws {
        let found = try read([
            sheet(
                [
                    ["TT", "Mã hộ", "Chủ hộ", "Xã", "Huyện", "Diện hộ", "", "", "Số khẩu"],
                    ["", "", "", "", "", "Hộ nghèo", "Hộ cận nghèo", "Hộ mới thoát nghèo"],
                    ["I", "Thôn Nà Lẹng"],
                    ["1", "A", "Bàn Văn Bản", "Bộc Bố", "Pác Nặm", "x", "", "", "4"],
                    ["2", "B", "Hoàng Thị B", "Bộc Bố", "Pác Nặm", "", "#1", "", "3"],
                    ["II", "Bản Nghè"],
                    ["3", "C", "Hoàng Thị C", "Bộc Bố", "Pác Nặm", "x", "x", "", "3"],
                    ["4", "D", "Hoàng Thị D", "Bộc Bố", "Pác Nặm", "", "", "✓", "2"],
                ],
                merged: [merged(1...1, 6...8)] + [1, 2, 3, 4, 5, 9].map { merged(1...2, $0...$0) }
            )
        ])
        #expect(found.households.map(\.code) == ["A", "B", "D"])
        #expect(found.households.map(\.povertyClass) == [.poor, .nearPoor, .newlyEscaped])
        #expect(found.households.map(\.village) == ["Thôn Nà Lẹng", "Thôn Nà Lẹng", "Bản Nghè"])
        #expect(found.problems.map(\.kind) == [.severalTicks])
        #expect(found.problems.first?.row == 7 && found.problems.first?.refuses == true)
        #expect(found.summary.ignored == [.section: 2])
    }

    @Test("Income, deprivations, escape and departure are read")
    func furtherFacts() throws {
        let found = try read([
            sheet([
                [
                    "Mã hộ", "Chủ hộ", "Mã xã", "Phân loại hộ", "Ngày thoát nghèo", "Thu nhập bình quân (nghìn đồng)",
                    "Chỉ số thiếu hụt", "Loại biến động", "Ngày biến động", "Không có khả năng lao động",
                ],
                ["A", "An", "01864", "Hộ nghèo", "", "#1200", "1, 2, 9", "Chuyển đi", "01/02/2024", "x"],
                ["B", "Bình", "01864", "Hộ mới thoát nghèo", "#d44926", "1.500.000", "", "Tách hộ", "", ""],
            ])
        ])
        let facts = found.households
        #expect(facts.map(\.monthlyIncome) == [Dong(1_200_000), Dong(1_500_000)])
        #expect(facts.first?.deprivations == [.employment, .dependants, .water])
        #expect(
            facts.map(\.departure) == [Departure(.moved, on: .example("2024-02-01")), Departure(.split, on: rollDay)]
        )
        #expect(facts.map(\.isWithoutLabour) == [true, false])
        #expect(facts.last?.escapedOn == .example("2022-12-31"))
        #expect(found.problems.isEmpty)
    }

    @Test("One bad row is refused with its sheet, row and column, and the others go on")
    func badRows() throws {
        let found = try read([
            sheet([
                ["Mã hộ", "Chủ hộ", "Mã xã", "Phân loại hộ"],
                ["A", "An", "01864", "Hộ nghèo"],
                ["BB", "Bình", "99999", "Hộ nghèo"],
                ["CCC", "Chi", "01864", "Hộ giàu"],
                ["A", "An", "01864", "Hộ cận nghèo"],
                ["", "Dũng", "01864", "Hộ nghèo"],
                ["DDDD", "Dung", "01864", ""],
                ["EEEEE", "Em", "01864", "Hộ mới thoát nghèo"],
            ])
        ])
        #expect(found.households.map(\.code) == ["A", "EEEEE"])
        #expect(found.problems.map(\.row) == [3, 4, 5, 6, 7])
        #expect(
            found.problems.map(\.kind) == [.unknownCommune, .notUnderstood, .duplicateHousehold, .empty, .empty]
        )
        #expect(found.problems.map(\.column) == ["Mã xã", "Phân loại hộ", "Mã hộ", "Mã hộ", "Phân loại hộ"])
        #expect(found.problems.filter { !$0.refuses }.isEmpty)
        #expect(
            found.problems[1].sentence.vietnamese
                == "Trang “Danh sách”, dòng 4, cột “Phân loại hộ”: không hiểu giá trị này nên để trống. "
                + "Dòng này không được nhận."
        )
    }
}
