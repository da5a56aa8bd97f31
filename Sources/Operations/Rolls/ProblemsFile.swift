import Foundation
import Rolls

/// Writes the rows of an import that were refused, with the original columns and why; it can be corrected and imported.
///
/// A class because it owns an open file.
final class ProblemsFile {
    private let path: String
    private let handle: FileHandle
    private var columns: [String]?

    /// Opens the file anew.
    ///
    /// - Parameters:
    ///   - path: the file; whatever it holds is lost.
    ///   - inputs: the files that are imported, none of which it may be.
    /// - Throws: `OperationError.cannotWrite`.
    init(path: String, sparing inputs: [String]) throws {
        self.path = path
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        if inputs.contains(where: { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path == target }) {
            throw OperationError.cannotWrite(file: path)
        }
        guard
            FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw OperationError.cannotWrite(file: path) }
        self.handle = handle
    }

    /// Writes a row; where its sheet has other columns than the one before, their header first.
    func add(_ row: RollRow, of file: InspectedRoll, doubts: [RowDoubt]) throws {
        guard let sheet = file.inspection.sheets.first(where: { $0.name == row.sheet }) else { return }
        let writer = RollErrorFile(sheet)
        let headings = sheet.columns.map(\.heading)
        var text = ""
        if columns != headings {
            text = columns == nil ? writer.header : "\r\n" + String(writer.header.dropFirst())
            columns = headings
        }
        let further = doubts.filter(\.refuses).map { "\($0.sentence.vietnamese) / \($0.sentence.english)" }
        text += writer.line(for: row, further: further)
        do {
            try handle.write(contentsOf: Data(text.utf8))
        } catch {
            throw OperationError.cannotWrite(file: path)
        }
    }
}
