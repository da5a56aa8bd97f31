import Fixtures
import Foundation
import Households
import Rolls
import Testing
import Workbooks
import Vocabulary

@Suite("Files of refused rows, and templates")
struct ErrorFileTests {
    @Test("A refused row is written with its own columns, why and where, and nothing that is calculated")
    func refusedRow() throws {
        let list = sheet([["Mã hộ", "Chủ hộ", "Mã xã", "Phân loại hộ"], ["=A1", "An, \"B\"", "01864", "Hộ giàu"]])
        let file = RollErrorFile(try #require(Roll.inspect([list]).sheets.first))
        #expect(file.header == "\u{FEFF}Mã hộ,Chủ hộ,Mã xã,Phân loại hộ,Lý do / Reason,Trang / Sheet,Dòng / Row\r\n")
        let row = try #require(try read([list]).rows.first)
        let line = file.line(for: row)
        #expect(line.hasPrefix("'=A1,\"An, \"\"B\"\"\",01864,Hộ giàu,"))
        #expect(line.contains("Cột “Phân loại hộ”: không hiểu giá trị này nên để trống."))
        #expect(line.hasSuffix(",Danh sách,2\r\n"))
    }

    @Test("A corrected file of refused rows is read as the roll was")
    func corrected() async throws {
        let rows = [
            ["Mã hộ", "Họ và tên", "Năm sinh", "Giới tính", ""], ["", "", "", "Nam", "Nữ"],
            ["", "Hà", "1992", "", "x"],
        ]
        let list = sheet(rows, merged: [merged(1...1, 4...5)] + (1...3).map { merged(1...2, $0...$0) })
        let file = RollErrorFile(try #require(Roll.inspect([list]).sheets.first))
        let row = try #require(try read([list]).rows.first)
        #expect(row.isRefused)
        try await withTemporaryFolder { folder in
            let path = folder + "/loi.csv"
            let text = file.header + "H1" + file.line(for: row)
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            let found = try read([RollSheet(try SheetFile(path: path).sheet())])
            #expect(found.members.map(\.sex) == [.female] && found.members.first?.householdCode == "H1")
        }
    }

    @Test("Every kind of problem has a sentence with sheet, row and column", arguments: RollProblem.Kind.allCases)
    func sentences(kind: RollProblem.Kind) {
        let problem = RollProblem(sheet: "Hộ", row: 7, column: "Mã hộ", kind: kind, refuses: true)
        #expect(problem.sentence.english.hasPrefix("Sheet “Hộ”, row 7, column “Mã hộ”: "))
        #expect(problem.sentence.vietnamese.hasPrefix("Trang “Hộ”, dòng 7, cột “Mã hộ”: "))
        #expect(problem.sentence.vietnamese.hasSuffix("Dòng này không được nhận."))
    }

    @Test("A template's columns are recognised and its examples read without a problem", arguments: RollKind.allCases)
    func templates(kind: RollKind) throws {
        let columns = RollTemplate.columns(kind)
        let rows = [columns.map(\.heading)] + (0..<2).map { index in columns.map { $0.examples[index] } }
        let found = try read([sheet(rows)])
        #expect(try Roll.inspect([sheet(rows)]).sheets.first?.kind == kind)
        #expect(columns.allSatisfy { RollField.recognised($0.heading) == $0.field })
        #expect(found.problems.isEmpty, "\(found.problems)")
        #expect(found.rows.count == 2)
        let examples = sheet(rows, name: RollTemplate.exampleSheet)
        #expect(throws: RollError.noHeader(sheets: [RollTemplate.exampleSheet])) { try Roll.inspect([examples]) }
        for column in columns {
            for value in column.allowed {
                var row = columns.map { $0.examples[0] }
                row[columns.firstIndex(of: column) ?? 0] = value
                let problems = try read([sheet([rows[0], row])]).problems.filter { $0.kind != .contradiction }
                #expect(problems.isEmpty || column.field == .sex, "\(column.heading): \(value)")
            }
        }
    }
}
