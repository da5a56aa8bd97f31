import Fixtures
import Testing
import Workbooks

@Suite("Workbooks typed in fonts from before Unicode")
struct OldFontTests {
    /// Style 0 is Times New Roman, 1 .VnTime, 2 VNI-Times, 3 .VnTimeH, 4 a font that is not listed.
    private let styles = """
        <fonts count="4"><font><sz val="12"/><name val="Times New Roman"/></font><font><name val=".VnTime"/><b/></font>
        <font><name val="VNI-Times"/></font><font><name val=".VnTimeH"/></font></fonts>
        <cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1" applyFont="1"/><xf numFmtId="0" fontId="2"/>
        <xf numFmtId="0" fontId="3"/><xf fontId="9"/></cellXfs><dxfs><dxf><font><name val="VNI-Times"/></font></dxf></dxfs>
        """

    private func texts(_ cells: String, strings: [String] = []) throws -> [String] {
        let rows = "<row r=\"1\">\(cells)</row>"
        let row = try TestWorkbook(rows: rows, strings: strings, styles: styles).read().rows.first
        return row.map { row in row.columns.map { row[$0].text } } ?? []
    }

    @Test("A cell in .VnTime or VNI-Times says what a reader sees, shared or not")
    func cells() throws {
        let shared = "<c s=\"1\" t=\"s\"><v>0</v></c><c s=\"2\" t=\"s\"><v>1</v></c>"
        #expect(try texts(shared, strings: ["<t>B¾c K¹n</t>", "<t>Baéc Kaïn</t>"]) == ["Bắc Kạn", "Bắc Kạn"])
        let own = """
            <c s="1" t="inlineStr"><is><t>L­¬ng</t></is></c><c s="2" t="str"><f>A1</f><v>Ñoàng</v></c>
            """
        #expect(try texts(own) == ["Lương", "Đồng"])
    }

    @Test("A heading in .VnTimeH is in capitals, as it is on paper")
    func capitals() throws {
        #expect(
            try texts("<c s=\"3\" t=\"s\"><v>0</v></c>", strings: ["<t>Danh s¸ch hé nghÌo</t>"]) == [
                "DANH SÁCH HỘ NGHÈO"
            ]
        )
    }

    @Test("A cell in a font of Unicode is left alone, even where it looks like another")
    func unicode() throws {
        let cells = "<c s=\"0\" t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c><c s=\"4\" t=\"s\"><v>0</v></c>"
        #expect(try texts(cells, strings: ["<t>B¾c K¹n</t>"]) == ["B¾c K¹n", "B¾c K¹n", "B¾c K¹n"])
    }

    @Test("One shared text is read by the font of each cell that uses it")
    func oneTextInTwoFonts() throws {
        let cells = (0...3).map { "<c s=\"\($0)\" t=\"s\"><v>0</v></c>" }.joined() + "<c s=\"1\" t=\"s\"><v>0</v></c>"
        #expect(try texts(cells, strings: ["<t>Hµ</t>"]) == ["Hµ", "Hà", "Hµ", "HÀ", "Hà"])
    }

    @Test("Runs of one cell are each read by their own font, or by the cell's where they have none")
    func runs() throws {
        let item = """
            <r><t>Hé </t></r><r><rPr><rFont val="Arial"/></rPr><t>nghèo é </t></r>\
            <r><rPr><b/><rFont val=".VnTimeH"/></rPr><t>nµ </t></r><r><rPr><i/></rPr><t>m«</t></r>\
            <r><rPr><rFont val="VNI-Times"/></rPr><t> Ñoàng</t></r>
            """
        let both = "<c s=\"1\" t=\"s\"><v>0</v></c><c s=\"1\" t=\"inlineStr\"><is>\(item)</is></c>"
        #expect(try texts(both, strings: [item]) == ["Hộ nghèo é NÀ mô Đồng", "Hộ nghèo é NÀ mô Đồng"])
        let inUnicode = "<c s=\"0\" t=\"s\"><v>0</v></c>"
        #expect(try texts(inUnicode, strings: [item]) == ["Hé nghèo é NÀ m« Đồng"])
    }

    @Test("Letters of VNI that a change of colour cuts in two are still one")
    func cutPair() throws {
        let item = "<r><t>Ba</t></r><r><rPr><b/></rPr><t>éc</t></r>"
        #expect(try texts("<c s=\"2\" t=\"s\"><v>0</v></c>", strings: [item]) == ["Bắc"])
    }

    @Test("Numbers and dates in an old font are numbers and dates")
    func numbers() throws {
        #expect(try texts("<c s=\"1\"><v>12.5</v></c><c s=\"1\" t=\"b\"><v>1</v></c>") == ["12.5", "TRUE"])
    }

    @Test("Letters typed as two characters become one")
    func composition() throws {
        let text = try texts("<c t=\"s\"><v>0</v></c>", strings: ["<t>Ba\u{306}\u{301}c</t>"])
        #expect(text.first.map { Array($0.unicodeScalars) } == Array("Bắc".unicodeScalars))
    }
}
