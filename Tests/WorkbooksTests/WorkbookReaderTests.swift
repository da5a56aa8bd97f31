import Fixtures
import Foundation
import Testing
import Workbooks

@Suite("Workbooks read row by row")
struct WorkbookReaderTests {
    private func text(_ text: String) -> String {
        "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }

    @Test("Every visible sheet is read, in its order, and hidden ones are not")
    func sheets() throws {
        var workbook = TestWorkbook(
            rows: "<row>\(text("Xã Đồng Phúc"))</row>",
            after: "<mergeCells><mergeCell ref=\"A1:C2\"/></mergeCells>"
        )
        workbook.addSheet("Mẫu", state: "hidden", rows: "<row>\(text("Nguyễn Văn A"))</row>")
        workbook.addSheet("Bí mật", state: "veryHidden", rows: "<row>\(text("x"))</row>")
        workbook.addSheet("Xã Na Rì", rows: "<row>\(text("Xã Na Rì"))</row><row r=\"9\">\(text("Hộ 1"))</row>")
        try TestWorkbook.withFile(workbook.bytes) { path in
            let file = try SheetFile(path: path)
            #expect(file.sheetNames == ["Trang 1", "Xã Na Rì"])
            #expect(try file.sheet(0).firstRows(9) == [Row(number: 1, texts: ["Xã Đồng Phúc"])])
            let second = try file.sheet(1)
            #expect(second.name == "Xã Na Rì")
            #expect(try second.firstRows(9) == [Row(number: 1, texts: ["Xã Na Rì"]), Row(number: 9, texts: ["Hộ 1"])])
            #expect(second.mergedRange(row: 1, column: 1) == nil)
            #expect(throws: WorkbookError.noSheet) { try file.sheet(2) }
        }
    }

    @Test("Merged cells are known before the first row")
    func merged() throws {
        let workbook = TestWorkbook(
            rows: "<row r=\"3\">\(text("Họ và tên"))</row>",
            after: "<mergeCells><mergeCell ref=\"A3:B4\"/></mergeCells>"
        )
        try TestWorkbook.withFile(workbook.bytes) { path in
            let sheet = try SheetFile(path: path).sheet()
            var ranges: [CellRange?] = []
            try sheet.forEachRow { row in ranges.append(sheet.mergedRange(row: row.number + 1, column: 2)) }
            #expect(ranges == [CellRange(rows: 3...4, columns: 1...2)])
        }
    }

    @Test("A formula is its result as last saved, and one without a result is no empty cell")
    func formulas() throws {
        let rows = """
            <row><c><f>1+1</f><v>2</v></c><c><f>A1</f></c><c><f>A1</f><v></v></c><c t="str"><f>""</f><v></v></c><c/>\
            <c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="str"><f t="shared" si="0"/></c></row>\
            <row r="3"><c r="B3"><f>TODAY()</f></c></row><row r="4"><c s="1"/></row>
            """
        try TestWorkbook.withFile(TestWorkbook(rows: rows).bytes) { path in
            let found = try SheetFile(path: path).sheet().firstRows(9)
            #expect(found.map(\.number) == [1, 3])
            #expect(found[0].cells == [1: .number(2, isDate: false)])
            #expect(found.map(\.unsaved) == [[2, 3, 7], [2]])
            #expect(found[0][2].isEmpty && found[0][2].text.isEmpty)
            let inMemory = try Workbook(path: path)
            #expect(inMemory.rows.map(\.number) == [1])
        }
    }

    @Test("A workbook with macros is read as the list it is, and says that it has some")
    func macros() throws {
        var workbook = TestWorkbook(rows: "<row>\(text("Hộ 1"))</row>")
        workbook["xl/vbaProject.bin"] = "Sub Auto_Open()"
        workbook["[Content_Types].xml"] = """
            <Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>
            </Types>
            """
        try TestWorkbook.withFile(workbook.bytes, name: "list.xlsm") { path in
            let file = try SheetFile(path: path)
            #expect(file.hasMacros)
            #expect(try file.sheet().firstRows(1) == [Row(number: 1, texts: ["Hộ 1"])])
        }
        let hasMacros = try TestWorkbook.withFile(TestWorkbook().bytes) { try SheetFile(path: $0).hasMacros }
        #expect(!hasMacros)
    }

    @Test("What a row's reader throws ends the reading and comes out")
    func stopping() throws {
        struct Enough: Error {}
        let rows = (1...5).map { "<row r=\"\($0)\"><c><v>\($0)</v></c></row>" }.joined()
        try TestWorkbook.withFile(TestWorkbook(rows: rows).bytes) { path in
            let sheet = try SheetFile(path: path).sheet()
            var seen = 0
            #expect(throws: Enough.self) {
                try sheet.forEachRow { row in
                    seen = row.number
                    if row.number == 3 { throw Enough() }
                }
            }
            #expect(seen == 3)
            #expect(try sheet.firstRows(2).map(\.number) == [1, 2])
            #expect(try sheet.firstRows(9).count == 5)
        }
    }

    @Test("A hundred thousand rows are read with the memory of a few")
    func longSheet() throws {
        let name = "Nguyễn Thị Thùy Dương, thôn Nà Mò, xã Đồng Phúc, tỉnh Thái Nguyên, "
        let cells = (1...4).map { text("\(name)\($0)") }.joined()
        let packed = TestWorkbook(rows: String(repeating: "<row>\(cells)</row>", count: 100_000)).packed
        try TestWorkbook.withFile(packed) { path in
            var limits = Workbook.Limits.streamed
            limits.ratio = 10_000
            // The sheet has 55 MB.
            try expectMemory(below: 16 << 20) { sample in
                var count = 0
                try SheetFile(path: path, limits: limits).sheet().forEachRow { row in
                    count += row.cells.count
                    if row.number % 10_000 == 0 { try sample() }
                }
                #expect(count == 400_000)
            }
        }
    }

    @Test("A bomb in a later sheet is refused when that sheet is opened")
    func bomb() throws {
        var workbook = TestWorkbook(rows: "<row>\(text("a"))</row>")
        workbook.addSheet("B", rows: String(repeating: "<row/>", count: 8 << 20))
        try TestWorkbook.withFile(workbook.packed) { path in
            let file = try SheetFile(path: path)
            #expect(try file.sheet(0).firstRows(9).count == 1)
            #expect(throws: WorkbookError.tooLarge(.ratio)) { try file.sheet(1) }
        }
    }
}
