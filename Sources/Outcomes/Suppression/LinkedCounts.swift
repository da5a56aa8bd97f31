/// Counts that are published together, with every sum that links them: margins, totals, and wholes of several figures.
///
/// A count that stands in two tables is one cell here, so that what one table hides another does not show.
package struct LinkedCounts: Sendable {
    /// What a cell counts: a figure, and the keys of the cuts by which it is narrowed.
    package struct Name: Hashable, Sendable {
        /// The figure.
        package let figure: String
        /// The key in each cut; a cut that is not named is not narrowed by.
        package let keys: [Cut: String]

        /// The name of a figure's cell.
        package init(_ figure: String, _ keys: [Cut: String] = [:]) {
            self.figure = figure
            self.keys = keys
        }
    }

    /// One cell as the sum of others.
    struct Sum: Hashable, Sendable {
        let whole: Int
        let parts: [Int]

        var cells: [Int] { [whole] + parts }
    }

    private(set) var values: [Int] = []
    private(set) var sums: [Sum] = []
    private var known: Set<Sum> = []
    private var names: [Name] = []
    private var places: [Name: Int] = [:]

    /// Counts of nothing yet.
    package init() {}

    /// The place of a cell; nil where it is not published.
    func place(_ name: Name) -> Int? { places[name] }

    /// The value of a cell; nil where it is not published.
    package func value(_ name: Name) -> Int? { places[name].map { values[$0] } }

    /// Publishes a cell; one that is known already stays as it is.
    mutating func add(_ name: Name, _ value: Int) -> Int {
        if let place = places[name] { return place }
        places[name] = values.count
        values.append(value)
        names.append(name)
        return values.count - 1
    }

    /// Publishes that a cell is the sum of others.
    mutating func link(_ whole: Int, to parts: [Int]) {
        let sum = Sum(whole: whole, parts: parts.sorted())
        if known.insert(sum).inserted { sums.append(sum) }
    }

    /// Publishes a figure by two cuts, with the sums of its rows, of its columns, and of all.
    package mutating func add(
        _ figure: String,
        by rows: (cut: Cut, keys: [String]),
        and columns: (cut: Cut, keys: [String]),
        count: (_ row: String, _ column: String) -> Int
    ) {
        var byColumn = [[Int]](repeating: [], count: columns.keys.count)
        var rowSums: [Int] = []
        var all = 0
        var columnValues = [Int](repeating: 0, count: columns.keys.count)
        for row in rows.keys {
            let values = columns.keys.map { count(row, $0) }
            let cells = zip(columns.keys, values).map { key, value in
                add(Name(figure, [rows.cut: row, columns.cut: key]), value)
            }
            for (place, cell) in cells.enumerated() {
                byColumn[place].append(cell)
                columnValues[place] += values[place]
            }
            let sum = values.reduce(0, +)
            all += sum
            let whole = add(Name(figure, [rows.cut: row]), sum)
            link(whole, to: cells)
            rowSums.append(whole)
        }
        let columnSums = columns.keys.indices.map { place in
            let whole = add(Name(figure, [columns.cut: columns.keys[place]]), columnValues[place])
            link(whole, to: byColumn[place])
            return whole
        }
        let total = add(Name(figure), all)
        link(total, to: rowSums)
        link(total, to: columnSums)
    }

    /// Publishes, of every cell of a figure, that it is the sum of other figures' cells of the same keys.
    package mutating func add(_ figure: String, asSumOf parts: [String]) {
        for (whole, name) in names.enumerated() where name.figure == figure {
            let cells = parts.compactMap { places[Name($0, name.keys)] }
            if cells.count == parts.count { link(whole, to: cells) }
        }
    }
}
