import Fixtures
import Testing
import Vocabulary
import Workbooks

@Suite("Workbooks as programs write them")
struct WorkbookTests {
    private func cells(_ cells: String, strings: [String]? = nil, styles: String? = nil) throws -> [Int: Cell] {
        try TestWorkbook(rows: "<row r=\"1\">\(cells)</row>", strings: strings, styles: styles).read().rows.first?
            .cells ?? [:]
    }

    @Test("Texts are shared, in the cell itself, or a formula's value")
    func texts() throws {
        let cells = try cells(
            """
            <c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t xml:space="preserve"> Na Rì </t></is></c>
            <c r="C1" t="str"><f>"x"&amp;"y"</f><v>xy</v></c><c r="D1" t="s"><v>0</v></c>
            """,
            strings: ["<t>Bắc Kạn</t>", "<t/>"]
        )
        #expect(cells == [2: .text(" Na Rì "), 3: .text("xy"), 4: .text("Bắc Kạn")])
    }

    @Test("Runs of one text are joined, without how they are pronounced")
    func runs() throws {
        let item = """
            <r><rPr><b/></rPr><t>Công </t></r><r><t>nhân &amp; thợ</t></r><rPh sb="0" eb="1"><t>x</t></rPh>
            <phoneticPr fontId="1"/>
            """
        #expect(try cells("<c t=\"s\"><v>0</v></c>", strings: [item]) == [1: .text("Công nhân & thợ")])
        #expect(try cells("<c t=\"inlineStr\"><is>\(item)</is></c>") == [1: .text("Công nhân & thợ")])
    }

    @Test("Escapes of characters are read, and what only looks like one is left")
    func escapes() throws {
        let cells = try cells("<c t=\"s\"><v>0</v></c>", strings: ["<t>a_x000D_\nb_x005F_x000D_ _x12_ _xZZZZ_</t>"])
        #expect(cells == [1: .text("a\r\nb_x000D_ _x12_ _xZZZZ_")])
    }

    @Test(
        "Numbers are kept whole and shown as Excel shows them",
        arguments: [
            ("0.30000000000000004", 0.1 + 0.2, "0.3"), ("4700000017", 4_700_000_017, "4700000017"),
            ("123456789012345", 123_456_789_012_345, "123456789012345"), ("7.5", 7.5, "7.5"), ("-3", -3, "-3"),
            ("1E3", 1000, "1000"), ("0", 0, "0"), ("1E+20", 1e20, "1e+20"),
        ]
    )
    func numbers(written: String, value: Double, shown: String) throws {
        let cell = try #require(try cells("<c r=\"A1\"><v>\(written)</v></c>")[1])
        #expect(cell == .number(value, isDate: false))
        #expect(cell.text == shown)
    }

    @Test("Truth, errors, empty cells, and numbers that are none")
    func others() throws {
        let cells = try cells(
            """
            <c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c s="1"/><c><v/></c><c><v>0x1F</v></c>
            <c><v>nan</v></c><c t="d"><v>2024-06-30</v></c>
            """
        )
        #expect(
            cells == [
                1: .boolean(true), 2: .boolean(false), 6: .text("0x1F"), 7: .text("nan"), 8: .text("2024-06-30"),
            ]
        )
    }

    @Test(
        "Numbers shown as days are dates",
        arguments: [
            ("", 14, true), ("", 22, true), ("", 47, true), ("", 13, false), ("", 23, false), ("", 0, false),
            ("dd/mm/yyyy;@", 164, true), ("[$-42A]dd mmmm yyyy", 165, true), ("#,##0 \"đồng\"", 166, false),
            ("#,##0\\d", 167, false), ("[Red]0.00", 168, false), ("_-* #,##0_d", 169, false), ("General", 170, false),
            ("\"Ngày\" d", 171, true), ("0.00", 14, false),
        ]
    )
    func dates(code: String, id: Int, isDate: Bool) throws {
        let escaped = code.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "&quot;")
        let list = code.isEmpty ? "" : "<numFmts><numFmt numFmtId=\"\(id)\" formatCode=\"\(escaped)\"/></numFmts>"
        // A cell style of another list of formats must not be counted.
        let styles = """
            \(list)<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="\(id)"><alignment/></xf></cellXfs>
            <dxfs><dxf><numFmt numFmtId="0" formatCode="yyyy"/></dxf></dxfs>
            """
        let cells = try cells("<c s=\"1\"><v>45473.5</v></c><c s=\"0\"><v>45473</v></c>", styles: styles)
        #expect(cells[1] == .number(45473.5, isDate: isDate))
        #expect(cells[2] == .number(45473, isDate: false))
        #expect(cells[1]?.day == (isDate ? Day(year: 2024, month: 6, day: 30) : nil))
        #expect(cells[1]?.text == (isDate ? "30/06/2024" : "45473.5"))
    }

    @Test("Days are counted as Excel counts them, with the 29 February 1900 that never was")
    func serials() {
        #expect(Cell.day(serial: 1) == Day(year: 1900, month: 1, day: 1))
        #expect(Cell.day(serial: 59) == Day(year: 1900, month: 2, day: 28))
        #expect(Cell.day(serial: 60) == nil)
        #expect(Cell.day(serial: 61) == Day(year: 1900, month: 3, day: 1))
        #expect(Cell.day(serial: 2_958_465.9) == Day(year: 9999, month: 12, day: 31))
        #expect(Cell.day(serial: 2_958_466) == nil)
        #expect(Cell.day(serial: 0.5) == nil)
    }

    @Test("Workbooks that count from 1904 have the same days")
    func from1904() throws {
        var workbook = TestWorkbook(
            rows: "<row><c s=\"0\"><v>44011</v></c><c s=\"1\"><v>5</v></c></row>",
            styles: "<cellXfs><xf numFmtId=\"14\"/><xf numFmtId=\"0\"/></cellXfs>"
        )
        workbook["xl/workbook.xml"] = TestWorkbook.workbook(
            "<sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/>",
            properties: "<workbookPr date1904=\"1\"/>"
        )
        let row = try #require(try workbook.read().rows.first)
        #expect(row[1].day == Day(year: 2024, month: 6, day: 30))
        #expect(row[2] == .number(5, isDate: false))
    }

    @Test("Rows and cells without their places follow the one before")
    func places() throws {
        let rows = try TestWorkbook(
            rows: """
                <row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="5"/><row><c r="aa6"><v>4</v></c></row>
                """
        ).read().rows
        #expect(rows.map(\.number) == [1, 6])
        #expect(rows[0].columns == [1, 4, 5])
        #expect(rows[1].columns == [27])
    }

    @Test("Merged cells show one value, and hold it once")
    func merged() throws {
        let workbook = try TestWorkbook(
            rows: """
                <row r="2"><c r="A2" t="str"><v>TT</v></c><c r="B2" t="str"><v>Lương</v></c></row>
                <row r="3"><c r="B3" t="str"><v>từ</v></c><c r="C3" t="str"><v>đến</v></c></row>
                """,
            after: "<mergeCells count=\"2\"><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:C2\"/></mergeCells>"
        ).read()
        #expect(workbook.rows[0].columns == [1, 2])
        #expect(workbook.filled(workbook.rows[0]) == Row(number: 2, texts: ["TT", "Lương", "Lương"]))
        #expect(workbook.filled(workbook.rows[1]) == Row(number: 3, texts: ["TT", "từ", "đến"]))
        #expect(workbook.seen(row: workbook.rows[1], column: 4) == .empty)
        #expect(workbook.mergedRange(row: 3, column: 1)?.rows == 2...3)
        #expect(workbook.mergedRange(row: 3, column: 2) == nil)
    }

    @Test(
        "The first sheet that is visible counts, wherever it is kept",
        arguments: [
            "worksheets/b.xml", "/xl/worksheets/b.xml", "./worksheets/../worksheets/b.xml", "worksheets\\b.xml",
            "Worksheets/B.XML",
        ]
    )
    func firstVisible(target: String) throws {
        var workbook = TestWorkbook(rows: "<row><c><v>1</v></c></row>")
        workbook["xl/workbook.xml"] = TestWorkbook.workbook(
            """
            <sheet name="Ẩn" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Đồ thị" sheetId="4" r:id="rId4"/>
            <sheet name="Nhu cầu" sheetId="2" state="visible" r:id="rId2"/><sheet name="C" sheetId="3" r:id="rId1"/>
            """
        )
        workbook["xl/_rels/workbook.xml.rels"] = TestWorkbook.relationships([
            ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", target),
            ("rId4", "chartsheet", "chartsheets/sheet1.xml"),
        ])
        workbook["xl/worksheets/b.xml"] = TestWorkbook.sheet("<row><c><v>2</v></c></row>")
        let read = try workbook.read()
        #expect(read.name == "Nhu cầu")
        #expect(read.rows.map(\.cells) == [[1: .number(2, isDate: false)]])
    }

    @Test("Names with a prefix are the same names")
    func prefixed() throws {
        var workbook = TestWorkbook(strings: ["<t>a</t>"])
        for part in ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"] {
            let text = try #require(workbook[part])
            workbook[part] = text.replacing("</", with: "</x:").replacing("<", with: "<x:").replacing(
                "<x:/x:",
                with: "</x:"
            )
            .replacing("xmlns=", with: "xmlns:x=")
        }
        workbook["xl/worksheets/sheet1.xml"] = """
            <x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>
            <x:row r="3"><x:c r="B3" t="s"><x:v>0</x:v></x:c><x:c r="C3" t="n"><x:v>7</x:v></x:c></x:row>
            </x:sheetData><x:mergeCells><x:mergeCell ref="C3:D3"/></x:mergeCells></x:worksheet>
            """
        let read = try workbook.read()
        #expect(read.rows == [Row(number: 3, cells: [2: .text("a"), 3: .number(7, isDate: false)])])
        #expect(read.mergedRange(row: 3, column: 4) != nil)
    }

    @Test("An empty sheet has no rows, and anchors of drawings are none")
    func empty() throws {
        #expect(try TestWorkbook().read().rows.isEmpty)
        let anchor = "<controls><control><from><col>1</col><row>5</row></from></control></controls>"
        #expect(try TestWorkbook(rows: "<row><c><v>1</v></c></row>", after: anchor).read().rows.count == 1)
    }

    @Test("Packed workbooks read as stored ones do")
    func packed() throws {
        let workbook = TestWorkbook(rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: ["<t>Đồng Phúc</t>"])
        #expect(try TestWorkbook.read(workbook.packed).rows == workbook.read().rows)
    }
}
