import Foundation
import Workbooks

/// What is wrong in a row of a planning table.
package enum TableProblem: Hashable, Sendable {
    /// The table has no such column.
    case noColumn(String)
    /// A field is empty.
    case empty(String)
    /// A name is given twice where it must be unique.
    case twice(String)
    /// A name is in no other table where it should be.
    case unknown(String)
    /// A field is no whole number within its bounds.
    case notWithin(String, ClosedRange<Int>)
    /// A field is neither yes nor no.
    case notYesOrNo(String)
    /// There are more rows than can be planned for.
    case tooMany

    /// What is wrong and what would be right, to go after file and line.
    var sentence: (english: String, vietnamese: String) {
        switch self {
        case .noColumn(let column): ("the column \(column) is missing", "thiếu cột \(column)")
        case .empty(let column): ("\(column) is empty", "\(column) để trống")
        case .twice(let column): ("\(column) stands in an earlier row already", "\(column) đã có ở dòng trước")
        case .unknown(let column): ("\(column) is not in its table", "\(column) không có trong bảng của nó")
        case .notWithin(let column, let range):
            (
                "\(column) must be a whole number from \(range.lowerBound) to \(range.upperBound)",
                "\(column) phải là số nguyên từ \(range.lowerBound) đến \(range.upperBound)"
            )
        case .notYesOrNo(let column): ("\(column) must be 1 or 0", "\(column) phải là 1 hoặc 0")
        case .tooMany: ("there are too many rows", "có quá nhiều dòng")
        }
    }
}

/// A row as the reader of CSV files gives it, apart from the row of a table below.
private typealias SheetRow = Row

/// A table of an office's own system: CSV with a header, columns in any order, further columns left alone.
struct PlanningTable {
    private let file: String
    private var reader: DelimitedReader
    private let positions: [String: Int]

    /// One row.
    struct Row {
        fileprivate let file: String
        fileprivate let fields: SheetRow
        fileprivate let positions: [String: Int]
        /// Where it begins in the file.
        let line: Int

        /// The error that this row is.
        func error(_ problem: TableProblem) -> OperationError {
            .table(file: file, line: line, problem: problem)
        }

        private func field(_ column: String) -> String? {
            positions[column].map { fields[$0].text.trimmingCharacters(in: .whitespaces) }
        }

        /// A name, which must be there.
        func name(_ column: String) throws(OperationError) -> String {
            guard let field = field(column), !field.isEmpty else { throw error(.empty(column)) }
            return field
        }

        /// A name that may be left out.
        func optionalName(_ column: String) -> String { field(column) ?? "" }

        /// A whole number.
        func number(_ column: String, within range: ClosedRange<Int>) throws(OperationError) -> Int {
            guard let number = Int(try name(column)), range.contains(number) else {
                throw error(.notWithin(column, range))
            }
            return number
        }

        /// Yes or no; where the table has no such column, what is said here.
        func isYes(_ column: String, otherwise: Bool) throws(OperationError) -> Bool {
            guard positions[column] != nil else { return otherwise }
            switch try name(column).lowercased() {
            case "1", "true", "yes", "x", "có": return true
            case "0", "false", "no", "không": return false
            default: throw error(.notYesOrNo(column))
            }
        }
    }

    /// Opens a table and reads its header.
    ///
    /// - Throws: `OperationError.list` where it is no CSV, `OperationError.table` where a column is missing.
    init(path: String, columns: [String]) throws(OperationError) {
        file = path
        // The planner's own tables may be as long as a nation's pairs; nothing of them is kept.
        var limits = Workbook.Limits.streamed
        (limits.rows, limits.cells, limits.entryBytes) = (.max, .max, .max)
        do throws(WorkbookError) {
            reader = try DelimitedReader(path: path, limits: limits)
            let header = try reader.next()
            let columns = header?.columns ?? []
            positions = Dictionary(
                columns.map { (header?[$0].text.trimmingCharacters(in: .whitespaces).lowercased() ?? "", $0) },
                uniquingKeysWith: { first, _ in first }
            )
        } catch { throw .list(file: path, error) }
        for column in columns where positions[column] == nil {
            throw .table(file: path, line: 1, problem: .noColumn(column))
        }
    }

    /// The next row that is not empty; nil at the end.
    mutating func next() throws(OperationError) -> Row? {
        do throws(WorkbookError) {
            guard let row = try reader.next() else { return nil }
            return Row(file: file, fields: row, positions: positions, line: row.number)
        } catch { throw .list(file: file, error) }
    }
}
