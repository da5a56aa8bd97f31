/// A row of a sheet that has something in it.
package struct Row: Hashable, Sendable {
    /// Its number on the sheet, from 1.
    package let number: Int
    /// Its cells that are not empty, by column: A is 1.
    package let cells: [Int: Cell]

    /// A row of these cells.
    package init(number: Int, cells: [Int: Cell]) {
        self.number = number
        self.cells = cells
    }

    /// A row of these texts from column A on; empty ones are empty cells.
    package init(number: Int, texts: [String]) {
        self.number = number
        let numbered = texts.enumerated().filter { !$0.element.isEmpty }
        cells = Dictionary(uniqueKeysWithValues: numbered.map { ($0.offset + 1, Cell.text($0.element)) })
    }

    /// The cell in a column, A being 1; empty where the row has none.
    package subscript(column: Int) -> Cell {
        cells[column] ?? .empty
    }

    /// The columns of cells that are not blank, from left to right.
    package var columns: [Int] {
        cells.filter { !$0.value.isEmpty }.keys.sorted()
    }
}
