import Foundation
import Rolls
import Sheets

extension RollKind {
    /// The name of its blank file.
    package var templateName: String {
        switch self {
        case .households: "mau-danh-sach-ho.xlsx"
        case .members: "mau-danh-sach-lao-dong.xlsx"
        case .combined: "mau-ho-va-lao-dong.xlsx"
        }
    }

    fileprivate var title: String {
        switch self {
        case .households: "Danh sách hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo"
        case .members: "Danh sách lao động thuộc hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo"
        case .combined: "Danh sách hộ và lao động"
        }
    }
}

/// The kinds of blank rolls, by code, in the order in which they are written.
package let rollTemplateCodes = RollKind.allCases.map(\.rawValue)

/// Writes blank rolls for offices to fill in, with examples on a second sheet that no import reads.
///
/// - Returns: the files.
/// - Throws: `OperationError.cannotWrite`.
package func writeRollTemplates(to folder: String) throws -> [String] {
    do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
        throw OperationError.cannotWrite(file: folder)
    }
    return try RollKind.allCases.map { kind in
        let columns = RollTemplate.columns(kind)
        let headings = columns.map { SheetTable.Column(heading: $0.heading, choices: $0.allowed) }
        let count = columns.map(\.examples.count).max() ?? 0
        let examples = (0..<count).map { row in
            columns.map { $0.examples.indices.contains(row) ? $0.examples[row] : "" }
        }
        let path = folder + "/" + kind.templateName
        do {
            try SheetWriter.write(
                [
                    SheetTable(name: "Danh sách", title: kind.title, columns: headings, rows: []),
                    SheetTable(name: RollTemplate.exampleSheet, title: kind.title, columns: headings, rows: examples),
                ],
                to: path
            )
        } catch {
            throw OperationError.cannotWrite(file: path)
        }
        return path
    }
}
