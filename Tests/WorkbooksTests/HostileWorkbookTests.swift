import Fixtures
import Testing
import Workbooks

@Suite("Workbooks that are none, broken, or meant to harm")
struct HostileWorkbookTests {
    private let sample = TestWorkbook(rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: ["<t>a</t>"])
    private let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    private func workbook(_ part: String, _ content: String?) -> TestWorkbook {
        var workbook = sample
        workbook[part] = content
        return workbook
    }

    @Test("What is no zip file is no workbook", arguments: ["", "PK", "ten,ma\n", "<html></html>", "PK\u{5}\u{6}"])
    func notZip(text: String) {
        #expect(throws: WorkbookError.notAWorkbook) { try TestWorkbook.read(Array(text.utf8)) }
    }

    @Test("An old workbook and one behind a password are told apart")
    func compoundFiles() {
        let padding = [UInt8](repeating: 0, count: 1000)
        var encrypted = ole + padding
        for unit in "EncryptedPackage".utf8 { encrypted += [unit, 0] }
        #expect(throws: WorkbookError.oldFormat) { try TestWorkbook.read(ole + padding) }
        #expect(throws: WorkbookError.encrypted) { try TestWorkbook.read(encrypted + padding) }
    }

    @Test("Entries behind a password are refused")
    func encrypted() {
        var workbook = sample
        workbook.flags = 1
        #expect(throws: WorkbookError.encrypted) { try workbook.read() }
    }

    @Test("A file cut off anywhere is damaged")
    func truncated() {
        let bytes = sample.bytes
        for length in stride(from: 4, to: bytes.count - 22, by: 97) {
            #expect(throws: WorkbookError.damaged(part: "zip")) { try TestWorkbook.read(Array(bytes[..<length])) }
        }
    }

    @Test("A changed byte is found by the checksum")
    func checksum() throws {
        var bytes = sample.bytes
        let text = Array("sheetData".utf8)
        let place = try #require(bytes.indices.first { bytes[$0...].starts(with: text) })
        bytes[place] = UInt8(ascii: "t")
        #expect(throws: WorkbookError.damaged(part: "xl/worksheets/sheet1.xml")) { try TestWorkbook.read(bytes) }
    }

    @Test("A file that is not there cannot be read")
    func missing() {
        #expect(throws: WorkbookError.unreadable(code: 2)) { try Workbook(path: "/nowhere/at/all.xlsx") }
    }

    @Test(
        "A workbook without a part it needs is told apart",
        arguments: [
            ("_rels/.rels", WorkbookError.notAWorkbook), ("xl/workbook.xml", .damaged(part: "xl/workbook.xml")),
            ("xl/_rels/workbook.xml.rels", .damaged(part: "xl/_rels/workbook.xml.rels")),
            ("xl/worksheets/sheet1.xml", .damaged(part: "xl/worksheets/sheet1.xml")),
            ("xl/sharedStrings.xml", .damaged(part: "xl/sharedStrings.xml")),
        ]
    )
    func missingPart(part: String, error: WorkbookError) {
        #expect(throws: error) { try workbook(part, nil).read() }
    }

    @Test("A document of another kind is no workbook, and one without visible sheets has none")
    func otherDocuments() {
        var text = TestWorkbook()
        text.parts = []
        text[TestWorkbook.start] = TestWorkbook.relationships([("rId1", "officeDocument", "word/document.xml")])
        text["word/document.xml"] = "<document><body/></document>"
        #expect(throws: WorkbookError.notAWorkbook) { try text.read() }
        let hidden = TestWorkbook.workbook("<sheet name=\"A\" sheetId=\"1\" state=\"veryHidden\" r:id=\"rId1\"/>")
        #expect(throws: WorkbookError.noSheet) { try workbook("xl/workbook.xml", hidden).read() }
    }

    @Test("Names that lead out of the file are refused", arguments: ["../a.xml", "xl/../../a", "/etc/passwd"])
    func outside(name: String) {
        #expect(throws: WorkbookError.unsafe(part: name)) { try workbook(name, "<a/>").read() }
    }

    @Test("A target that leads out of the file is not there")
    func targetOutside() {
        let list = TestWorkbook.relationships([("rId1", "worksheet", "../../../etc/passwd")])
        #expect(throws: WorkbookError.self) { try workbook("xl/_rels/workbook.xml.rels", list).read() }
    }

    @Test("Two entries of one name are refused, in whatever case")
    func twice() {
        let twin = workbook("XL/worksheets/Sheet1.xml", TestWorkbook.sheet("<row><c><v>666</v></c></row>"))
        #expect(throws: WorkbookError.damaged(part: "XL/worksheets/Sheet1.xml")) { try twin.read() }
    }

    @Test("A DOCTYPE is refused in any part that is read", arguments: ["xl/workbook.xml", "xl/sharedStrings.xml"])
    func doctype(part: String) throws {
        let text = try #require(sample[part])
        let entity = "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;\">]>"
        #expect(throws: WorkbookError.unsafe(part: part)) { try workbook(part, entity + text).read() }
    }

    @Test(
        "Cells and rows that make no sense are damage",
        arguments: [
            "<row><c r=\"A0\"><v>1</v></c></row>", "<row><c r=\"1A\"><v>1</v></c></row>", "<row r=\"0\"/>",
            "<row r=\"2\"/><row r=\"2\"/>", "<row><c r=\"XFE1\"><v>1</v></c></row>",
            "<row><c t=\"s\"><v>1</v></c></row>",
            "<row><c t=\"s\"><v>-1</v></c></row>", "<row><c>", "<row r=\"99999999999999999999\"/>",
            "<row r=\"9223372036854775807\"/>",
            "<row>&x;</row>",
        ]
    )
    func nonsense(rows: String) {
        let broken = workbook("xl/worksheets/sheet1.xml", TestWorkbook.sheet(rows))
        #expect(throws: WorkbookError.damaged(part: "xl/worksheets/sheet1.xml")) { try broken.read() }
    }

    @Test("Each limit is held", arguments: WorkbookError.Limit.allCases.filter { $0 != .xml })
    func limits(limit: WorkbookError.Limit) {
        var limits = Workbook.Limits()
        var workbook = TestWorkbook(
            rows: "<row><c t=\"s\"><v>0</v></c><c><v>1</v></c></row><row><c><v>2</v></c></row>",
            after: "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>",
            strings: ["<t>dài quá</t>", "<t>b</t>"]
        )
        switch limit {
        case .cells: limits.cells = 2
        case .columns: limits.columns = 1
        case .entries: limits.entries = 4
        case .entryBytes: limits.entryBytes = 200
        case .fileBytes: limits.fileBytes = 1000
        case .merges: limits.merges = 2
        case .ratio: workbook["xl/worksheets/sheet1.xml"] = TestWorkbook.sheet(String(repeating: " ", count: 4 << 20))
        case .rows: limits.rows = 1
        case .strings: limits.strings = 1
        case .text: limits.textLength = 6
        case .totalBytes: limits.totalBytes = 1000
        case .xml: break
        }
        let bytes = limit == .ratio ? workbook.packed : workbook.bytes
        #expect(throws: WorkbookError.tooLarge(limit)) { try TestWorkbook.read(bytes, limits: limits) }
    }

    @Test("A bomb is stopped after a few megabytes, not when it is unpacked")
    func bomb() {
        let bomb = workbook("xl/sharedStrings.xml", "<sst>" + String(repeating: "<si/>", count: 12 << 20) + "</sst>")
        let clock = ContinuousClock()
        let packed = bomb.packed
        #expect(packed.count < 1 << 20)
        let time = clock.measure {
            #expect(throws: WorkbookError.tooLarge(.ratio)) { try TestWorkbook.read(packed) }
        }
        #expect(time < .seconds(5))
    }

    @Test("Elements nested without end go beyond a limit")
    func nested() {
        let deep = "<row><c><is>" + String(repeating: "<r>", count: 100) + "</row>"
        let sheet = TestWorkbook.sheet(deep)
        #expect(throws: WorkbookError.tooLarge(.xml)) { try workbook("xl/worksheets/sheet1.xml", sheet).read() }
    }

    @Test("Empty cells and rows far out are no reason to refuse a list")
    func formattedFarOut() throws {
        let rows = "<row><c><v>1</v></c><c r=\"XFD1\" s=\"1\"/></row><row r=\"1048576\" s=\"1\"/>"
        let farOut = "<mergeCells><mergeCell ref=\"A9:XFD9\"/><mergeCell ref=\"XFC1:XFD2\"/></mergeCells>"
        #expect(try TestWorkbook(rows: rows, after: farOut).read().rows.count == 1)
    }

    @Test("Every error has a code and a sentence in both languages")
    func sentences() {
        let errors: [WorkbookError] = [
            .damaged(part: "p"), .encrypted, .endsInQuotes(line: 1), .longRow(line: 1), .noSheet, .notAList,
            .notAWorkbook, .notText(line: 1), .notUnicode(line: 1), .oldFormat, .tooLarge(.rows), .unreadable(code: 2),
            .unsafe(part: "p"),
        ]
        #expect(Set(errors.map(\.code)).count == errors.count)
        #expect(Set(errors.map(\.sentence.vi)).count == errors.count)
        #expect(errors.allSatisfy { $0.sentence.vi.hasSuffix(".") && $0.sentence.en.hasSuffix(".") })
    }
}
