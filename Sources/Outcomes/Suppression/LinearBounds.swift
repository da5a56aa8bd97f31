/// What linear equations with bounds from below leave open of each unknown: the simplex method on a dense table.
///
/// The method is the textbook's, with Bland's rule so that it ends (R. Bland, 1977). Coefficients are 0, 1 and -1 and
/// the constants are counts, so that rounding errors stay far below the half that would matter.
struct LinearBounds {
    /// An equation: the sum of the unknowns, each with its sign, is a constant.
    struct Equation {
        var terms: [(unknown: Int, sign: Double)]
        var constant: Double
    }

    private let count: Int
    private let floor: Double
    private var table: [[Double]] = []
    private var basis: [Int] = []
    private static let tolerance = 1e-7

    /// The bounds of unknowns that are at least `floor` and satisfy the equations; nil where nothing does.
    init?(_ equations: [Equation], unknowns: Int, floor: Double) {
        count = unknowns
        self.floor = floor
        let height = equations.count
        let width = unknowns + height
        for (row, equation) in equations.enumerated() {
            var line = [Double](repeating: 0, count: width + 1)
            var constant = equation.constant
            for term in equation.terms {
                line[term.unknown] += term.sign
                constant -= term.sign * floor
            }
            line[width] = constant
            if constant < 0 { for place in line.indices { line[place] = -line[place] } }
            line[unknowns + row] = 1
            table.append(line)
            basis.append(unknowns + row)
        }
        var cost = [Double](repeating: 0, count: width + 1)
        for row in 0..<height {
            for place in 0..<unknowns { cost[place] -= table[row][place] }
            cost[width] -= table[row][width]
        }
        guard minimise(&cost, columns: unknowns), cost[width] > -1e-5 else { return nil }
        dropArtificials(unknowns)
    }

    /// The least and the greatest value of an unknown; nil for one without a greatest.
    mutating func range(of unknown: Int) -> (least: Double, greatest: Double?) {
        let least = extreme(of: unknown, sign: 1) ?? 0
        let greatest = extreme(of: unknown, sign: -1)
        return (floor + least, greatest.map { floor - $0 })
    }

    /// The least value of the unknown times the sign, above the floor; nil where there is none.
    private mutating func extreme(of unknown: Int, sign: Double) -> Double? {
        var cost = [Double](repeating: 0, count: count + 1)
        cost[unknown] = sign
        if let row = basis.firstIndex(of: unknown) {
            for place in cost.indices { cost[place] -= sign * table[row][place] }
        }
        guard minimise(&cost, columns: count) else { return nil }
        return -cost[count]
    }

    /// Pivots until no column lowers the cost; false where it falls without end.
    private mutating func minimise(_ cost: inout [Double], columns: Int) -> Bool {
        while let column = (0..<columns).first(where: { cost[$0] < -LinearBounds.tolerance }) {
            var best: (row: Int, ratio: Double)?
            for row in table.indices where table[row][column] > LinearBounds.tolerance {
                let ratio = table[row][table[row].count - 1] / table[row][column]
                if let known = best {
                    let isLess = ratio < known.ratio - 1e-9
                    let isTie = abs(ratio - known.ratio) <= 1e-9 && basis[row] < basis[known.row]
                    if !isLess, !isTie { continue }
                }
                best = (row, ratio)
            }
            guard let row = best?.row else { return false }
            pivot(row, column)
            let factor = cost[column]
            for place in cost.indices { cost[place] -= factor * table[row][place] }
        }
        return true
    }

    private mutating func pivot(_ row: Int, _ column: Int) {
        let divisor = table[row][column]
        for place in table[row].indices { table[row][place] /= divisor }
        let line = table[row]
        for other in table.indices where other != row {
            let factor = table[other][column]
            if factor == 0 { continue }
            for place in line.indices { table[other][place] -= factor * line[place] }
        }
        basis[row] = column
    }

    /// Drives what only helped to begin out of the basis, drops equations that say nothing new, and its columns.
    private mutating func dropArtificials(_ unknowns: Int) {
        for row in table.indices.reversed() where basis[row] >= unknowns {
            if let column = (0..<unknowns).first(where: { abs(table[row][$0]) > LinearBounds.tolerance }) {
                pivot(row, column)
            } else {
                table.remove(at: row)
                basis.remove(at: row)
            }
        }
        for row in table.indices {
            table[row].removeSubrange(unknowns..<(table[row].count - 1))
        }
    }
}
