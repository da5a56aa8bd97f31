/// A rectangle of cells, such as merged ones.
package struct CellRange: Hashable, Sendable {
    /// Its rows, from 1.
    package let rows: ClosedRange<Int>
    /// Its columns, A being 1.
    package let columns: ClosedRange<Int>

    /// The rectangle of these rows and columns.
    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }

    /// The rectangle written as `A1:C2`, or as `A1` for one cell; nil for any other text.
    init?(_ text: some StringProtocol) {
        let corners = text.split(separator: ":", omittingEmptySubsequences: false).map { CellReference($0) }
        guard corners.count <= 2, let first = corners.first ?? nil, let last = corners.last ?? nil,
            first.row <= last.row, first.column <= last.column
        else { return nil }
        self.init(rows: first.row...last.row, columns: first.column...last.column)
    }
}
