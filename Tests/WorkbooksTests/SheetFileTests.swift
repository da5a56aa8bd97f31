import Fixtures
import Testing
import Workbooks

@Suite("Files of whatever kind that are handed in as lists")
struct SheetFileTests {
    @Test("What a file is, its content says: a workbook named .csv is a workbook, and text named .xlsx is text")
    func content() throws {
        let workbook = TestWorkbook(rows: "<row><c><v>1</v></c></row>")
        try TestWorkbook.withFile(workbook.bytes, name: "list.csv") { path in
            guard case .workbook = try SheetFile(path: path) else {
                Issue.record("not a workbook")
                return
            }
        }
        try TestWorkbook.withFile(Array("Tên,Thôn\n".utf8), name: "list.xlsx") { path in
            let file = try SheetFile(path: path)
            guard case .delimited = file else {
                Issue.record("not text")
                return
            }
            #expect(file.sheetNames == [""])
            #expect(!file.hasMacros)
            #expect(throws: WorkbookError.noSheet) { try file.sheet(1) }
            #expect(try file.sheet().mergedRange(row: 1, column: 1) == nil)
        }
    }

    @Test(
        "A file of another kind is refused with a sentence, whatever its name",
        arguments: [
            ("list.xlsx", Array("%PDF-1.7\n1 0 obj\n".utf8)),
            ("list.csv", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52]),
            ("list.csv", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 0x4A, 0x46, 0x49, 0x46, 0, 1]),
            ("list.xls", Array("\r\n<html><table><tr><td>Tên</td></tr></table></html>".utf8)),
            ("list.csv", Array("{\\rtf1\\ansi".utf8)), ("list.xlsx", Array("PK\u{5}\u{6}".utf8)),
            ("list.csv", [0x1F, 0x8B, 8, 0]),
        ]
    )
    func otherKinds(name: String, bytes: [UInt8]) throws {
        try TestWorkbook.withFile(bytes, name: name) { path in
            #expect(throws: WorkbookError.notAList) { try SheetFile(path: path) }
            #expect(throws: WorkbookError.notAList) { try SheetFile(path: path, encoding: .tcvn3) }
            #expect(throws: WorkbookError.notAList) { try DelimitedReader.guess(path: path) }
        }
        #expect(WorkbookError.notAList.sentence.vi.contains(".xlsx"))
    }

    @Test("Old workbooks, those behind a password, and documents in zip files are told apart")
    func otherWorkbooks() throws {
        let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
        try TestWorkbook.withFile(compound, name: "list.csv") { path in
            #expect(throws: WorkbookError.oldFormat) { try SheetFile(path: path) }
        }
        var encrypted = compound
        for unit in "EncryptedPackage".utf8 { encrypted += [unit, 0] }
        try TestWorkbook.withFile(encrypted) { path in
            #expect(throws: WorkbookError.encrypted) { try SheetFile(path: path) }
        }
        var document = TestWorkbook()
        document.parts = []
        document["mimetype"] = "application/vnd.oasis.opendocument.spreadsheet"
        try TestWorkbook.withFile(document.bytes) { path in
            #expect(throws: WorkbookError.notAWorkbook) { try SheetFile(path: path) }
        }
        #expect(throws: WorkbookError.unreadable(code: 2)) { try SheetFile(path: "/nowhere/at/all.csv") }
        #expect(throws: WorkbookError.self) { try SheetFile(path: "/") }
    }
}
