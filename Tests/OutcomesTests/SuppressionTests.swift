import Outcomes
import Testing

@Suite("Suppression") struct SuppressionTests {
    @Test("small cells are hidden, and no hidden cell follows from everything that is shown", arguments: 0..<40)
    func nothingFollows(seed: UInt64) {
        var random = Numbers(state: seed &* 7919 &+ 1)
        let counts = linked(&random, districts: 6, most: [3, 9, 30, 200])
        let suppression = Suppression(counts)
        for name in names(6) {
            guard let value = counts.value(name) else { continue }
            if (1...4).contains(value) { #expect(suppression.shown(name) == nil, "\(name)") }
        }
        for (_, bounds) in suppression.attack() { #expect(!bounds.isExact) }
    }

    @Test("counting through every way to fill the hidden cells finds at least two values for each", arguments: 0..<20)
    func enumerated(seed: UInt64) {
        var random = Numbers(state: seed &* 104_729 &+ 3)
        let keys = (rows: ["a", "b", "c"], columns: ["x", "y"])
        let cells = (0..<6).map { _ in random.below(7) }
        var counts = LinkedCounts()
        counts.add("f", by: (.district, keys.rows), and: (.sex, keys.columns)) { row, column in
            cells[(keys.rows.firstIndex(of: row) ?? 0) * 2 + (keys.columns.firstIndex(of: column) ?? 0)]
        }
        let suppression = Suppression(counts)
        // Each cell with the inner cells that it is the sum of.
        var parts: [(name: LinkedCounts.Name, inner: [Int])] = [(.init("f"), Array(0..<6))]
        for (row, key) in keys.rows.enumerated() {
            parts.append((.init("f", [.district: key]), [row * 2, row * 2 + 1]))
            for (column, other) in keys.columns.enumerated() {
                parts.append((.init("f", [.district: key, .sex: other]), [row * 2 + column]))
            }
        }
        for (column, key) in keys.columns.enumerated() {
            parts.append((.init("f", [.sex: key]), [column, column + 2, column + 4]))
        }
        let shown = parts.map { suppression.shown($0.name) }
        var seen = [Set<Int>](repeating: [], count: parts.count)
        let choices = (0..<6).map { inner -> [Int] in
            let place = parts.firstIndex { $0.inner == [inner] } ?? 0
            return shown[place].map { [$0] } ?? Array(1...8)
        }
        var filled = [Int](repeating: 0, count: 6)
        func fill(_ place: Int) {
            guard place == 6 else {
                for value in choices[place] {
                    filled[place] = value
                    fill(place + 1)
                }
                return
            }
            let sums = parts.map { part in part.inner.reduce(0) { $0 + filled[$1] } }
            for (sum, known) in zip(sums, shown) where known.map({ $0 != sum }) ?? (sum == 0) { return }
            for (part, sum) in sums.enumerated() where shown[part] == nil { seen[part].insert(sum) }
        }
        fill(0)
        for (part, values) in zip(parts, seen) where suppression.isHidden(part.name) {
            #expect(values.count > 1, "\(part.name) is \(values)")
        }
    }

    @Test("a sum with one small part does not show it by what is left")
    func differenceOfFigures() {
        var counts = LinkedCounts()
        let keys = (rows: ["a", "b"], columns: ["x", "y"])
        for (figure, value) in [("coverable", 20), ("covered", 19), ("not_covered", 1)] {
            counts.add(figure, by: (.district, keys.rows), and: (.sex, keys.columns)) { row, column in
                row == "a" && column == "x" ? value : figure == "not_covered" ? 10 : figure == "covered" ? 20 : 30
            }
        }
        counts.add("coverable", asSumOf: ["covered", "not_covered"])
        let suppression = Suppression(counts)
        let cell: [Cut: String] = [.district: "a", .sex: "x"]
        #expect(suppression.shown(.init("not_covered", cell)) == nil)
        #expect(suppression.shown(.init("covered", cell)) == nil || suppression.shown(.init("coverable", cell)) == nil)
        for (_, bounds) in suppression.attack() { #expect(!bounds.isExact) }
    }

    private func linked(_ random: inout Numbers, districts: Int, most: [Int]) -> LinkedCounts {
        let rows = (0..<districts).map { "d\($0)" }
        var cells: [[String]: Int] = [:]
        for row in rows {
            for povertyClass in ["HN", "HCN"] {
                for sex in ["M", "F"] {
                    cells[[row, povertyClass, sex]] = random.below(most[random.below(most.count)])
                }
            }
        }
        func sum(_ keep: ([String]) -> Bool) -> Int { cells.filter { keep($0.key) }.values.reduce(0, +) }
        var counts = LinkedCounts()
        counts.add("f", by: (.district, rows), and: (.povertyClass, ["HN", "HCN"])) { row, column in
            sum { $0[0] == row && $0[1] == column }
        }
        counts.add("f", by: (.district, rows), and: (.sex, ["M", "F"])) { row, column in
            sum { $0[0] == row && $0[2] == column }
        }
        counts.add("f", by: (.povertyClass, ["HN", "HCN"]), and: (.sex, ["M", "F"])) { row, column in
            sum { $0[1] == row && $0[2] == column }
        }
        return counts
    }

    private func names(_ districts: Int) -> [LinkedCounts.Name] {
        var names: [LinkedCounts.Name] = [LinkedCounts.Name("f")]
        for row in (0..<districts).map({ "d\($0)" }) {
            names.append(.init("f", [.district: row]))
            for povertyClass in ["HN", "HCN"] {
                names.append(.init("f", [.district: row, .povertyClass: povertyClass]))
            }
            for sex in ["M", "F"] { names.append(.init("f", [.district: row, .sex: sex])) }
        }
        return names
    }
}

/// Reproducible numbers (SplitMix64).
struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
