/// Which cells of linked counts are hidden so that nobody can be told from them (bảo mật ô nhỏ).
///
/// Cells of 1 to 4 are hidden, and as many others as it takes that no hidden cell follows from what is shown. Whoever
/// reads the tables is taken to know every sum, and that a hidden cell is not 0.
package struct Suppression: Sendable {
    /// The smallest count that may be shown, beside 0.
    package static let least = 5

    /// What can be told of a hidden cell.
    package struct Bounds: Hashable, Sendable {
        /// It is at least this.
        package let least: Int
        /// It is at most this; nil where nothing says so.
        package let greatest: Int?

        /// Whether the cell is told exactly.
        package var isExact: Bool { greatest == least }
    }

    /// The counts.
    package let counts: LinkedCounts
    private(set) var hidden: Set<Int>
    private(set) var mayHideZeros = false

    /// Hides what has to be hidden.
    package init(_ counts: LinkedCounts) {
        self.counts = counts
        hidden = Set(counts.values.indices.filter { (1..<Suppression.least).contains(counts.values[$0]) })
        while true {
            if hideBesideLoneCells() { continue }
            let exposed = attack().filter(\.value.isExact).keys.sorted()
            if exposed.isEmpty { return }
            // Several at once would hide more than it takes, since one often covers for its neighbours.
            guard let first = exposed.first, hideNear(first) else {
                hideEverything()
                return
            }
        }
    }

    /// The value of a cell that may be shown; nil for one that is hidden or not published.
    package func shown(_ name: LinkedCounts.Name) -> Int? {
        guard let place = counts.place(name), !hidden.contains(place) else { return nil }
        return counts.values[place]
    }

    /// Whether a cell is hidden.
    package func isHidden(_ name: LinkedCounts.Name) -> Bool { counts.place(name).map(hidden.contains) ?? false }

    /// What can be told of each hidden cell from everything that is shown, by linear programming over all tables
    /// together.
    package func attack() -> [Int: Bounds] {
        var bounds: [Int: Bounds] = [:]
        for (cells, sums) in groups() {
            let order = cells.sorted()
            let unknown = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
            let equations = sums.map { sum in
                var equation = LinearBounds.Equation(terms: [], constant: 0)
                for (cell, sign) in [(sum.whole, -1.0)] + sum.parts.map({ ($0, 1.0) }) {
                    if let place = unknown[cell] {
                        equation.terms.append((place, sign))
                    } else {
                        equation.constant -= sign * Double(counts.values[cell])
                    }
                }
                return equation
            }
            let floor = mayHideZeros ? 0.0 : 1.0
            guard var linear = LinearBounds(equations, unknowns: order.count, floor: floor) else { continue }
            for (place, cell) in order.enumerated() {
                let range = linear.range(of: place)
                bounds[cell] = Bounds(
                    least: Int((range.least - 1e-5).rounded(.up)),
                    greatest: range.greatest.map { Int(($0 + 1e-5).rounded(.down)) }
                )
            }
        }
        return bounds
    }

    /// The hidden cells that sums link, with these sums: what is told of one group does not depend on another.
    private func groups() -> [(cells: Set<Int>, sums: [LinkedCounts.Sum])] {
        var groups: [(cells: Set<Int>, sums: [LinkedCounts.Sum])] = []
        for sum in counts.sums {
            var joined: (cells: Set<Int>, sums: [LinkedCounts.Sum]) = (hidden.intersection(sum.cells), [sum])
            if joined.cells.isEmpty { continue }
            groups.removeAll { group in
                if group.cells.isDisjoint(with: joined.cells) { return false }
                joined.cells.formUnion(group.cells)
                joined.sums += group.sums
                return true
            }
            groups.append(joined)
        }
        return groups
    }

    /// Hides another cell in every sum that has just one hidden cell.
    private mutating func hideBesideLoneCells() -> Bool {
        var isChanged = false
        for sum in counts.sums {
            guard sum.cells.count(where: hidden.contains) == 1 else { continue }
            guard let cell = cheapest(in: [sum]) else { continue }
            hidden.insert(cell)
            isChanged = true
        }
        return isChanged
    }

    /// Hides the cheapest cell beside a cell, or beside those that are linked with it; false where all are hidden.
    private mutating func hideNear(_ cell: Int) -> Bool {
        let own = counts.sums.filter { $0.cells.contains(cell) }
        let linked = groups().first { $0.cells.contains(cell) }?.sums ?? []
        guard let next = cheapest(in: own) ?? cheapest(in: linked) else { return false }
        hidden.insert(next)
        return true
    }

    /// The cell whose hiding costs the reader least: a small part, and a whole only where no part is left.
    private func cheapest(in sums: [LinkedCounts.Sum]) -> Int? {
        let wholes = Set(sums.map(\.whole))
        let cells = Set(sums.flatMap(\.cells)).filter { !hidden.contains($0) && counts.values[$0] > 0 }
        return cells.min {
            (wholes.contains($0) ? 1 : 0, counts.values[$0], $0) < (wholes.contains($1) ? 1 : 0, counts.values[$1], $1)
        }
    }

    /// Hides all counts, zeros too: the last resort where hardly anybody is counted.
    private mutating func hideEverything() {
        mayHideZeros = true
        hidden = Set(counts.values.indices)
    }
}
