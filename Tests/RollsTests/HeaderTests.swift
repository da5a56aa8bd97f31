import Fixtures
import Foundation
import Households
import Rolls
import Testing
import Vocabulary
import Workbooks

private let reference = ProcessInfo.processInfo.environment["NOIVIEC_REFERENCE"]

@Suite("Headers, mappings and sheets")
struct HeaderTests {
    private static let header = ["Mã hộ", "Chủ hộ", "Mã xã", "Phân loại hộ"]
    private static let row = ["A", "An", "01864", "Hộ nghèo"]

    @Test("The usual heading of every field is recognised as that field", arguments: RollField.allCases)
    func usualHeadings(field: RollField) {
        #expect(RollField.recognised(field.heading) == field)
        #expect(RollField.recognised("3. \(field.heading.uppercased())") == field)
    }

    @Test(
        "Every collected spelling is recognised as its field",
        .enabled(if: reference != nil, "NOIVIEC_REFERENCE does not name the folder of samples")
    )
    func collectedSpellings() throws {
        let path = try #require(reference) + "/domain/excel_headers.csv"
        let rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
        var count = 0
        for row in rows {
            let name = row.prefix { $0 != "," }
            let rest = row.dropFirst(name.count + 1)
            let isQuoted = rest.hasPrefix("\"")
            let heading = isQuoted ? rest.dropFirst().prefix { $0 != "\"" } : rest.prefix { $0 != "," }
            #expect(RollField.recognised(String(heading))?.rawValue == String(name), "\(heading)")
            count += 1
        }
        #expect(count > 130)
    }

    @Test("What is remembered of a heading goes before what is recognised")
    func rememberedMapping() throws {
        let list = sheet([
            ["Mã hộ", "Ông/bà", "Mã xã", "Diện", "Ghi chú"], ["A", "An", "01864", "Hộ nghèo", "Nà Lẹng"],
        ])
        let first = try Roll.inspect([list])
        #expect(first.sheets.first?.missing == [.povertyClass])
        #expect(first.mapping.entries.map(\.field) == [.householdCode, nil, .communeCode, nil, .note])
        let remembered = RollMapping([
            RollMapping.Entry(heading: "ÔNG / BÀ", field: .headName),
            RollMapping.Entry(heading: "Diện", field: .povertyClass),
            RollMapping.Entry(heading: "Ghi chú", field: .village),
            RollMapping.Entry(heading: "Mã xã", field: nil),
        ])
        let merged = first.mapping.merging(remembered)
        #expect(merged.entries.map(\.field) == [.householdCode, .headName, nil, .povertyClass, .village])
        let found = try read([list], mapping: merged, fallback: "01858")
        #expect(found.households.first?.headName == "An" && found.households.first?.village == "Nà Lẹng")
        #expect(found.households.first?.commune == .example("01858"))
    }

    @Test("Columns are shown with letter, heading, field and what a tick stands for")
    func shownColumns() throws {
        let list = sheet(
            [
                ["Mã hộ", "Họ và tên", "Năm sinh", "Giới tính", ""], ["", "", "", "Nam", "Nữ"],
                ["H1", "An", "1990", "x", ""],
            ],
            merged: [merged(1...1, 4...5)] + (1...3).map { merged(1...2, $0...$0) }
        )
        let columns = try Roll.inspect([list]).sheets.first?.columns ?? []
        #expect(columns.map(\.letter) == ["A", "B", "C", "D", "E"])
        #expect(columns.map(\.heading).suffix(2) == ["Giới tính: Nam", "Giới tính: Nữ"])
        #expect(columns.map(\.tickValue) == [nil, nil, nil, "Nam", "Nữ"])
    }

    @Test("A header of three rows, and one whose spanning headings are not merged")
    func tallHeaders() throws {
        let rows = [
            ["Mã hộ", "Họ và tên", "Năm sinh", "Tình trạng tham gia HĐKT", "", "", ""],
            ["", "", "", "Người có việc làm", "", "Người thất nghiệp", ""],
            ["", "", "", "Vị thế việc làm", "Nơi làm việc", "Chưa bao giờ làm việc", "Đã từng làm việc"],
            ["H1", "An", "1990", "Tự làm", "Tại nhà", "", ""],
            ["H1", "Hà", "1992", "", "", "", "x"],
        ]
        let ranges =
            [merged(1...1, 4...7), merged(2...2, 4...5), merged(2...2, 6...7)] + (1...3).map { merged(1...3, $0...$0) }
        let found = try read([sheet(rows, merged: ranges)])
        let work = Work(status: .ownAccount, contract: nil, place: .ownDistrict)
        #expect(found.members.map(\.activity) == [.working(work), .unemployed])
        #expect(try Roll.inspect([sheet(rows, merged: ranges)]).sheets.first?.columns.count == 7)
        let flat = [
            ["Mã hộ", "Họ tên", "Năm sinh", "Giới tính", ""], ["", "", "", "Nam", "Nữ"], ["H1", "Hà", "1992", "", "x"],
        ]
        #expect(try read([sheet(flat)]).members.map(\.sex) == [.female])
    }

    @Test("Every sheet with a header is read; examples, instructions and others are left out and named")
    func severalSheets() throws {
        let found = try read([
            sheet([["Hướng dẫn ghi biểu"]], name: "Hướng dẫn"),
            sheet([Self.header, Self.row], name: "Thôn 1"),
            sheet([["Tổng hợp"], ["Xã", "Số hộ"]], name: "Tổng hợp"),
            sheet([Self.header, ["B", "Bình", "01858", "HCN"]], name: "Thôn 2"),
            sheet([Self.header, ["VD", "Ví Dụ", "01864", "Hộ nghèo"]], name: "Ví dụ"),
            sheet([["Mã hộ", "Họ và tên", "Năm sinh"], ["A", "An", "1980"]], name: "Nhân khẩu"),
        ])
        #expect(found.households.map(\.code) == ["A", "B"])
        #expect(found.members.map(\.householdCode) == ["A"])
        #expect(found.summary.sheets == ["Thôn 1", "Thôn 2", "Nhân khẩu"])
        #expect(found.summary.ignoredSheets.map(\.name) == ["Hướng dẫn", "Tổng hợp", "Ví dụ"])
        #expect(found.summary.ignoredSheets.map(\.reason) == [.explains, .noHeader, .explains])
    }

    @Test("Columns that change between sheets refuse the file before a row is handed over")
    func columnsChangeBetweenSheets() throws {
        let first = sheet([Self.header, Self.row], name: "Thôn 1")
        let swapped = sheet([["Chủ hộ", "Mã hộ", "Mã xã", "Phân loại hộ"], Self.row], name: "Thôn 2")
        var rows = 0
        #expect(throws: RollError.columnsDiffer(sheet: "Thôn 2", row: 1, columns: ["Chủ hộ", "Mã hộ"])) {
            _ = try Roll.read([first, swapped], units: units(), asOf: rollDay) { _ in rows += 1 }
        }
        let short = sheet([["DANH SÁCH"], ["Mã hộ", "Chủ hộ", "Mã xã"], Self.row], name: "Thôn 3")
        #expect(throws: RollError.columnsDiffer(sheet: "Thôn 3", row: 2, columns: ["Phân loại hộ"])) {
            _ = try Roll.read([first, short], units: units(), asOf: rollDay) { _ in rows += 1 }
        }
        #expect(rows == 0)
        let error = RollError.columnsDiffer(sheet: "Thôn 3", row: 2, columns: ["Phân loại hộ"])
        #expect(error.sentence.vietnamese.hasPrefix("Trang “Thôn 3”, dòng 2: các cột “Phân loại hộ”"))
    }

    @Test("Columns that change within a sheet refuse the file")
    func columnsChangeWithin() throws {
        let list = sheet([Self.header, Self.row, ["Chủ hộ", "Mã hộ", "Mã xã", "Phân loại hộ"], Self.row])
        #expect(throws: RollError.columnsDiffer(sheet: "Danh sách", row: 3, columns: ["Chủ hộ", "Mã hộ"])) {
            _ = try read([list])
        }
    }

    @Test("A list without needed columns is refused whole, and they are named")
    func missingColumns() throws {
        let list = sheet([["Mã hộ", "Chủ hộ"], ["A", "An"]])
        #expect(throws: RollError.lacksColumns(sheet: "Danh sách", row: 1, columns: ["Phân loại hộ", "Xã"])) {
            _ = try read([list])
        }
        #expect(throws: RollError.noHeader(sheets: ["Danh sách"])) {
            _ = try read([sheet([["Tên", "Tuổi"], ["An", "30"]])])
        }
    }

    @Test("A header repeated on the first pages is not taken for the list's beginning")
    func repeatedWithinSearch() throws {
        let people = (1...20).map { ["H\($0)", "Chủ hộ số \($0)", "01864", "Hộ nghèo"] }
        let found = try read([sheet([Self.header] + people.prefix(10) + [Self.header] + people.suffix(10))])
        #expect(found.households.count == 20)
    }

    @Test("More columns than a list can have, and two of the same meaning, are named")
    func headerProblems() throws {
        let many = Self.header + ["Phân loại"] + (0..<310).map { "Cột \($0)" }
        let found = try read([sheet([many, Self.row])])
        #expect(found.summary.problems.map(\.kind) == [.twoColumns, .tooManyColumns])
        #expect(found.households.count == 1)
    }

    @Test("A CSV file is read with the lines as rows")
    func csv() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/ho.csv"
            let text = "\u{FEFF}DANH SÁCH,\r\n\r\nMã hộ,Chủ hộ,Mã xã,Phân loại hộ\r\nA,\"An, Hoàng\",01864,Hộ giàu\r\n"
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            let found = try read([RollSheet(try SheetFile(path: path).sheet())])
            #expect(
                found.problems.first?.sentence.english
                    == "Row 4, column “Phân loại hộ”: the value was not understood and is left out. The row is refused."
            )
            try Data("Mã hộ,Chủ hộ\nA,\"An".utf8).write(to: URL(fileURLWithPath: path))
            #expect(throws: RollError.unreadable(.endsInQuotes(line: 2))) {
                try Roll.inspect([RollSheet(try SheetFile(path: path).sheet())])
            }
        }
    }
}
