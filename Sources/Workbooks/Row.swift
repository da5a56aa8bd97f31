/// A row of a sheet that has something in it.
package struct Row: Hashable, Sendable {
    /// Its number on the sheet, from 1; in delimited text the line on which it begins.
    package let number: Int
    /// The columns with a formula whose result was never saved, from left to right.
    ///
    /// Nothing is calculated here, so such a cell is empty and yet not left empty: whoever needs its value has to ask
    /// for the file to be opened and saved in Excel.
    package let unsaved: [Int]

    /// Its cells that are not empty, from left to right.
    private let places: [Place]

    /// A cell that is not empty, and where it stands.
    struct Place: Hashable, Sendable {
        /// Its column, A being 1.
        var column: Int
        /// What it holds.
        var cell: Cell
    }

    /// A row of these cells.
    package init(number: Int, cells: [Int: Cell]) {
        self.init(number: number, places: cells.map { Place(column: $0.key, cell: $0.value) })
    }

    /// A row of these texts from column A on; empty ones are empty cells.
    package init(number: Int, texts: [String]) {
        let numbered = texts.enumerated().filter { !$0.element.isEmpty }
        self.init(number: number, places: numbered.map { Place(column: $0.offset + 1, cell: .text($0.element)) })
    }

    /// A row of these cells; of those in one column the last counts.
    init(number: Int, places: [Place], unsaved: [Int] = []) {
        self.number = number
        self.unsaved = unsaved
        let isOrdered = zip(places, places.dropFirst()).allSatisfy { $0.column < $1.column }
        if isOrdered {
            self.places = places
        } else {
            let byColumn = Dictionary(places.map { ($0.column, $0) }) { $1 }
            self.places = byColumn.values.sorted { $0.column < $1.column }
        }
    }

    /// Whether no cell holds anything that was saved.
    var isEmpty: Bool { places.isEmpty }

    /// How many cells hold something.
    var count: Int { places.count }

    /// Its cells that are not empty, by column: A is 1.
    package var cells: [Int: Cell] {
        Dictionary(places.map { ($0.column, $0.cell) }) { $1 }
    }

    /// The cell in a column, A being 1; empty where the row has none.
    package subscript(column: Int) -> Cell {
        // In most rows every cell is filled up to the one that is asked for.
        if places.indices.contains(column - 1), places[column - 1].column == column { return places[column - 1].cell }
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle].column < column { low = middle + 1 } else { high = middle }
        }
        return low < places.count && places[low].column == column ? places[low].cell : .empty
    }

    /// The columns of cells that are not blank, from left to right.
    package var columns: [Int] {
        places.filter { !$0.cell.isEmpty }.map(\.column)
    }
}
