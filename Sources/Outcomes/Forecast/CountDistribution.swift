/// How likely each count is, from a first count on; what is less likely than one in a million million is left out.
package struct CountDistribution: Sendable {
    /// The lowest count that is at all likely.
    package private(set) var first: Int
    /// The chance of each count from there on; they add up to 1.
    package private(set) var chances: [Double]

    private static let least = 1e-13

    private init(first: Int, chances: [Double]) {
        self.first = first
        self.chances = chances
    }

    /// A count that is sure.
    package init(sure count: Int) {
        self.init(first: count, chances: [1])
    }

    /// How many of some trials of one chance succeed.
    package init(of trials: Int, chance: Double) {
        if trials == 0 || chance <= 0 {
            self.init(sure: 0)
        } else if chance >= 1 {
            self.init(sure: trials)
        } else {
            let odds = chance / (1 - chance)
            let mode = min(trials, Int(Double(trials + 1) * chance))
            self.init(around: mode, upTo: trials) { Double(trials - $0) / Double($0 + 1) * odds }
        }
    }

    /// How often something happens that happens so often on average, each time by itself.
    package init(average: Double) {
        if average <= 0 {
            self.init(sure: 0)
        } else {
            self.init(around: Int(average), upTo: .max) { average / Double($0 + 1) }
        }
    }

    /// From the likeliest count to both sides by the ratio of the next count's chance to a count's own.
    private init(around mode: Int, upTo most: Int, ratio: (Int) -> Double) {
        var above: [Double] = [1]
        var count = mode
        while count < most, let last = above.last, last > CountDistribution.least {
            above.append(last * ratio(count))
            count += 1
        }
        var below: [Double] = []
        count = mode
        var chance = 1.0
        while count > 0, chance > CountDistribution.least {
            chance /= ratio(count - 1)
            below.append(chance)
            count -= 1
        }
        let all = below.reversed() + above
        let sum = all.reduce(0, +)
        self.init(first: mode - below.count, chances: all.map { $0 / sum })
    }

    /// The mean.
    package var mean: Double {
        chances.enumerated().reduce(0) { $0 + $1.element * Double(first + $1.offset) }
    }

    /// The chance of a count or more.
    package func chance(ofAtLeast count: Int) -> Double {
        count <= first ? 1 : min(1, chances.dropFirst(count - first).reduce(0, +))
    }

    /// The lowest count that is not exceeded with at least a chance.
    package func quantile(_ chance: Double) -> Int {
        var sum = 0.0
        for (offset, one) in chances.enumerated() {
            sum += one
            if sum >= chance { return first + offset }
        }
        return first + chances.count - 1
    }

    /// The same with every count above a most being that most: no more openings than there are.
    package func limited(to most: Int) -> CountDistribution {
        guard first + chances.count - 1 > most else { return self }
        if most <= first { return CountDistribution(sure: most) }
        var limited = Array(chances.prefix(most - first))
        limited.append(1 - limited.reduce(0, +))
        return CountDistribution(first: first, chances: limited)
    }

    /// The count of two things together that know nothing of each other.
    package static func + (one: CountDistribution, other: CountDistribution) -> CountDistribution {
        var sum = [Double](repeating: 0, count: one.chances.count + other.chances.count - 1)
        for (i, left) in one.chances.enumerated() {
            for (j, right) in other.chances.enumerated() { sum[i + j] += left * right }
        }
        return CountDistribution(first: one.first + other.first, chances: sum).trimmed
    }

    /// The distribution where each of several is as likely as the others to be the true one.
    package static func mixture(_ parts: [CountDistribution]) -> CountDistribution {
        guard let first = parts.map(\.first).min(), let end = parts.map({ $0.first + $0.chances.count }).max() else {
            return CountDistribution(sure: 0)
        }
        var sum = [Double](repeating: 0, count: end - first)
        let weight = 1 / Double(parts.count)
        for part in parts {
            for (offset, chance) in part.chances.enumerated() { sum[part.first - first + offset] += chance * weight }
        }
        return CountDistribution(first: first, chances: sum)
    }

    private var trimmed: CountDistribution {
        let low = chances.firstIndex { $0 > CountDistribution.least } ?? 0
        let high = chances.lastIndex { $0 > CountDistribution.least } ?? chances.count - 1
        return CountDistribution(first: first + low, chances: Array(chances[low...high]))
    }
}
