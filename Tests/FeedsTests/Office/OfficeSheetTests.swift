import Feeds
import Testing
import Vocabulary
import Workbooks

@Suite("Sheets of labour needs")
struct OfficeSheetTests {
    private let header = ["STT", "TÊN DOANH NGHIỆP", "MST", "Vị trí việc làm", "Số lượng cần tuyển", "Mức lương"]

    private func range(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) -> CellRange {
        CellRange(rows: rows, columns: columns)
    }

    @Test("A list is read below its titles, with blank rows, sums, notes and signatures left aside")
    func list() {
        let sheet = TestSheet([
            ["UBND TỈNH", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["Đơn vị: Trung tâm Dịch vụ việc làm"],
            ["DANH SÁCH NHU CẦU TUYỂN DỤNG LAO ĐỘNG"], [], header, ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
            ["1", "Công ty TNHH May Mẫu", "4700000017", "Công nhân may", "30", "7-9 triệu"], [],
            ["2", "Tổng công ty Gỗ", "4700000024", "Thợ mộc", "5", "Thỏa thuận"], header,
            ["3", "HTX Mẫu", "", "Phụ kho", "2", "6.000.000"], ["", "Tổng cộng:", "", "", "37"],
            ["Ghi chú: lương chưa gồm phụ cấp"], ["", "", "", "", "Bắc Kạn, ngày 05 tháng 6 năm 2024"],
            ["", "Người lập biểu", "", "", "GIÁM ĐỐC"], ["", "(Ký, ghi rõ họ tên)"], ["", "Nguyễn Văn A"],
        ]).read
        #expect(sheet.problems == [])
        #expect(sheet.refused == 0)
        #expect(sheet.vacancies.map(\.row) == [7, 9, 11])
        #expect(sheet.vacancies.map(\.title) == ["Công nhân may", "Thợ mộc", "Phụ kho"])
        #expect(sheet.vacancies.map(\.employer) == ["Công ty TNHH May Mẫu", "Tổng công ty Gỗ", "HTX Mẫu"])
        #expect(sheet.vacancies.map(\.taxCode) == ["4700000017", "4700000024", nil])
        #expect(sheet.vacancies.map(\.quantity) == [30, 5, 2])
        #expect(
            sheet.vacancies.map(\.wage) == [
                .words("7-9 triệu"), .negotiable, .range(minimum: 6_000_000, maximum: nil, period: .month),
            ]
        )
    }

    @Test("Columns may stand in any order, their headings in any case, with units, and without marks")
    func order() {
        let sheet = TestSheet([
            ["so luong (nguoi)", "2. VI TRI VIEC LAM", "Ten nguoi su dung lao dong *", "Mã nghề (2 số)"],
            ["7", "Thợ hàn", "Cơ khí Mẫu", "72"],
        ]).read
        #expect(sheet.vacancies.map(\.title) == ["Thợ hàn"])
        #expect(sheet.vacancies.map(\.occupation?.digits) == ["72"])
    }

    @Test("A header of two rows with merged cells is one header")
    func twoRows() {
        let sheet = TestSheet(
            [
                ["DANH SÁCH"],
                ["STT", "Doanh nghiệp", "", "Vị trí", "Số lượng", "", "Mức lương (triệu đồng)", "", "Trình độ", ""],
                ["", "Tên", "MST", "", "Tổng số", "Nữ", "Từ", "Đến", "Học vấn", "CMKT"],
                ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
                ["1", "May Mẫu", "4700000017", "Thợ may", "10", "8", "7,5", "9", "THCS trở lên", "Sơ cấp"],
            ],
            merged: [
                range(1...1, 1...10), range(2...3, 1...1), range(2...2, 2...3), range(2...3, 4...4),
                range(2...2, 5...6), range(2...2, 7...8), range(2...2, 9...10),
            ]
        ).read
        #expect(sheet.problems == [])
        var expected = OfficeVacancy(title: "Thợ may", employer: "May Mẫu")
        expected.row = 5
        expected.taxCode = "4700000017"
        expected.quantity = 10
        expected.women = 8
        expected.wage = .range(minimum: 7_500_000, maximum: 9_000_000, period: .month)
        expected.education = 3
        expected.qualification = 4
        #expect(sheet.vacancies == [expected])
    }

    @Test("Two rows of headings without merged cells are one header, and a row of data is none")
    func twoRowsUnmerged() {
        let sheet = TestSheet([
            ["Tên đơn vị", "Công việc", "Số lượng", ""], ["", "", "Tổng số", "Trong đó nữ"], ["A", "Lái xe", "3", "0"],
        ]).read
        #expect(sheet.vacancies.map(\.quantity) == [3])
        #expect(sheet.vacancies.map(\.women) == [0])
        let data = TestSheet([["Tên đơn vị", "Công việc", "Số lượng", "Giới tính"], ["A", "Lái xe", "3", "Nữ"]]).read
        #expect(data.vacancies.map(\.row) == [2])
    }

    @Test("Men and women are added up where there is no total")
    func menAndWomen() {
        let sheet = TestSheet(
            [
                ["Đơn vị", "Vị trí", "Số lượng", ""], ["", "", "Nam", "Nữ"], ["A", "Thợ may", "2", "8"],
                ["A", "Thợ cắt", "", "4"], ["A", "Thợ là", "", ""],
            ],
            merged: [range(1...1, 3...4), range(1...2, 1...1), range(1...2, 2...2)]
        ).read
        #expect(sheet.vacancies.map(\.quantity) == [10, 4])
        #expect(sheet.problems.map(\.kind) == [.quantity])
        let withTotal = TestSheet([
            ["Đơn vị", "Vị trí", "Số lượng", "Nam", "Nữ"], ["A", "Thợ may", "", "2", "8"],
            ["A", "Thợ cắt", "5", "1", "4"],
        ]).read
        #expect(withTotal.vacancies.map(\.quantity) == [10, 5] && withTotal.problems.isEmpty)
    }

    @Test("What merged cells say holds for every row, but for numbers of people")
    func mergedRows() {
        let sheet = TestSheet(
            [
                ["Đơn vị", "MST", "Vị trí", "SL", "Nơi làm việc"], ["May Mẫu", "4700000017", "Thợ may", "5", "Na Rì"],
                ["", "", "Thợ cắt", "3", ""], ["", "", "Bảo vệ", "", ""], ["", "", "Tạp vụ", "1", ""],
            ],
            merged: [range(2...4, 1...1), range(2...4, 2...2), range(3...4, 4...4), range(2...5, 5...5)]
        ).read
        #expect(sheet.vacancies.map(\.title) == ["Thợ may", "Thợ cắt"])
        #expect(sheet.vacancies.map(\.taxCode) == ["4700000017", "4700000017"])
        #expect(sheet.vacancies.map(\.workplace) == ["Na Rì", "Na Rì"])
        #expect(
            sheet.problems == [
                OfficeProblem(row: 4, column: "SL", kind: .quantity),
                OfficeProblem(row: 5, column: "Đơn vị", kind: .noEmployer),
            ]
        )
        #expect(sheet.refused == 2)
    }

    @Test("A form names the employer above its table, in one cell or in two")
    func form() {
        var sheet = TestSheet([
            ["Mẫu số 02"], ["THÔNG TIN VỀ NGƯỜI SỬ DỤNG LAO ĐỘNG"],
            ["1. Tên người sử dụng lao động: Công ty CP Gỗ Mẫu ......"], ["Mã số thuế/ĐKKD/CCCD:", ""],
            ["3. Địa chỉ", "", "KCN Thanh Bình, huyện Chợ Mới, tỉnh Bắc Kạn"],
            ["4. Điện thoại: 0209 3870 000   Email: go@mau.example"], [],
            ["Mã nghề", "Tên nghề", "Số lượng", "Trong đó nữ"], ["81", "Thợ vận hành máy", "20", "x"],
            ["93", "", "5", ""], ["Cộng", "", "25", ""],
            ["", "NGƯỜI SỬ DỤNG LAO ĐỘNG"], ["", "Trần Thị B"],
        ])
        sheet.rows[3] = Row(number: 4, cells: [1: .text("Mã số thuế:"), 3: .number(100_109_106, isDate: false)])
        let read = OfficeSheet(sheet.workbook) { $0.digits == "93" ? "Lao động giản đơn" : nil }
        #expect(read.vacancies.map(\.title) == ["Thợ vận hành máy", "Lao động giản đơn"])
        #expect(read.vacancies.map(\.employer) == ["Công ty CP Gỗ Mẫu", "Công ty CP Gỗ Mẫu"])
        #expect(read.vacancies.map(\.taxCode) == ["0100109106", "0100109106"])
        #expect(
            read.vacancies.map(\.address) == Array(repeating: "KCN Thanh Bình, huyện Chợ Mới, tỉnh Bắc Kạn", count: 2)
        )
        #expect(read.vacancies.map(\.phone) == ["0209 3870 000", "0209 3870 000"])
        #expect(
            read.problems == [
                OfficeProblem(row: 4, column: "Mã số thuế", kind: .repaired),
                OfficeProblem(row: 9, column: "Trong đó nữ", kind: .notUnderstood),
            ]
        )
    }

    @Test("Forms below each other are of different employers, and a bad tax code is named once")
    func forms() {
        let sheet = TestSheet([
            ["Tên đơn vị: A"], ["Mã số thuế: 123"], ["Vị trí", "Số lượng"], ["Thợ xây", "2"], ["Phụ hồ", "3"],
            ["Tên đơn vị: B"], ["Vị trí", "Số lượng"], ["Bảo vệ", "1"], ["Giám đốc"], ["Tên đơn vị", "C"],
            ["Vị trí", "Số lượng"], ["Lái xe", "1"],
        ]).read
        #expect(sheet.vacancies.map(\.employer) == ["B", "C"])
        #expect(sheet.vacancies.map(\.taxCode) == [nil, nil])
        #expect(sheet.problems == [OfficeProblem(row: 2, column: "Mã số thuế", kind: .taxCode)])
        #expect(sheet.refused == 2)
    }

    @Test("Every bad row is named, and the good ones go on")
    func badRows() {
        let sheet = TestSheet([
            ["Đơn vị", "MST", "Mã nghề", "Công việc", "Số lượng", "Mã tin"], ["A", "", "", "", "3"],
            ["A", "", "", "Thợ", "nhiều"], ["A", "", "", "Thợ", "0"], ["A", "", "", "Thợ", "100001"],
            ["A", "470000001", "", "Thợ", "1"], ["", "", "", "Thợ", "1"], ["A", "", "may", "", "1"],
            ["A", "", "may", "Thợ", "1", "T-1"], ["A", "", "", "Thợ", "1", "T-1"], ["A", "", "75", "", "1"],
        ]).read
        #expect(
            sheet.problems == [
                OfficeProblem(row: 2, column: "Công việc", kind: .noTitle),
                OfficeProblem(row: 3, column: "Số lượng", kind: .quantity),
                OfficeProblem(row: 4, column: "Số lượng", kind: .quantity),
                OfficeProblem(row: 5, column: "Số lượng", kind: .quantity),
                OfficeProblem(row: 6, column: "MST", kind: .taxCode),
                OfficeProblem(row: 7, column: "Đơn vị", kind: .noEmployer),
                OfficeProblem(row: 8, column: "Công việc", kind: .noTitle),
                OfficeProblem(row: 9, column: "Mã nghề", kind: .notUnderstood),
                OfficeProblem(row: 10, column: "Mã tin", kind: .duplicateReference),
            ]
        )
        #expect(sheet.vacancies.map(\.title) == ["Thợ", "Nghề mã 75"])
        #expect(sheet.refused == 8)
    }

    @Test("A numbered row for a director is no signature, and jobs that begin like sums are none")
    func looksLikeOther() {
        let sheet = TestSheet([
            ["STT", "Vị trí", "Số lượng", "Đơn vị"], ["1", "Giám đốc", "", ""], ["2", "Giám đốc", "1", "A"],
            ["3", "Cộng tác viên", "2", "A"], ["4", "Tổng đài viên", "3", "A"], ["5", "Công nhân", "4", "A"],
            ["Cộng (I+II)", "", "10"], ["Tổng số lao động cần tuyển", "", "10"],
        ]).read
        #expect(sheet.vacancies.map(\.quantity) == [1, 2, 3, 4])
        #expect(Set(sheet.problems.map(\.row)) == [2])
    }

    @Test("A title of characters that cannot be written is none")
    func control() {
        #expect(TestSheet.vacancy(("Vị trí việc làm", .text("\u{1}\u{FFFF} "))).problems == [.noTitle])
        #expect(TestSheet.vacancy(("Vị trí việc làm", .text("Thợ\u{1} may"))).vacancy?.title == "Thợ may")
    }

    @Test("A sheet without a header says so")
    func noHeader() {
        let sheet = TestSheet([["Họ tên", "Ngày sinh"], ["A", "1990"]]).read
        #expect(sheet.problems == [OfficeProblem(row: nil, column: "", kind: .noHeader)])
        #expect(sheet.vacancies == [])
        #expect(OfficeSheet(Workbook(rows: [])).problems.map(\.kind) == [.noHeader])
    }

    @Test("Texts in several columns of description are one description")
    func description() {
        let (vacancy, _) = TestSheet.vacancy(
            ("Mô tả công việc", .text("May áo.\n\n\nCa ngày.")),
            ("Ghi chú", .text("Gấp"))
        )
        #expect(vacancy?.description == "May áo.\n\nCa ngày.\nGấp")
    }

    @Test("A vacancy typed in is read as one on a sheet is")
    func typed() {
        let fields: [OfficeField: String] = [
            .title: " Thợ  may ", .employer: "May Mẫu", .quantity: "5", .taxCode: "4700000017", .expires: "31/12/2024",
            .contractKind: "Xác định thời hạn", .contractMonths: "24", .housing: "", .wage: "7000000",
        ]
        var expected = OfficeVacancy(title: "Thợ may", employer: "May Mẫu")
        expected.quantity = 5
        expected.taxCode = "4700000017"
        expected.expiresOn = Day(year: 2024, month: 12, day: 31)
        expected.contract = .fixed(months: 24)
        expected.wage = .range(minimum: 7_000_000, maximum: nil, period: .month)
        let (vacancy, problems) = OfficeVacancy.typed(fields)
        #expect(vacancy == expected)
        #expect(problems == [])
        let (none, refusals) = OfficeVacancy.typed([.title: "", .employer: "", .quantity: "", .taxCode: "1"])
        #expect(none == nil)
        #expect(refusals.map(\.kind) == [.noTitle, .noEmployer, .quantity, .taxCode])
        #expect(refusals.allSatisfy { $0.row == nil && $0.sentence.vi.hasPrefix("“") })
    }

    @Test("Every problem has a sentence in both languages, with row and column", arguments: OfficeProblem.Kind.allCases)
    func sentences(kind: OfficeProblem.Kind) {
        let sentence = OfficeProblem(row: 12, column: "Số lượng", kind: kind).sentence
        #expect(sentence.vi.hasPrefix("Hàng 12, cột “Số lượng”: ") && sentence.vi.hasSuffix("."))
        #expect(sentence.en.hasPrefix("Row 12, column “Số lượng”: ") && sentence.en.hasSuffix("."))
    }

    @Test("Each heading is the spelling of one field alone")
    func spellings() {
        for field in OfficeField.allCases { #expect(OfficeField(heading: field.rawValue.uppercased()) == field) }
        #expect(OfficeField(heading: "Họ và tên") == nil)
        #expect(OfficeField(heading: "") == nil)
    }
}
