import Testing
import Vocabulary

@testable import Outcomes

/// The counting behind the forecast: exact distributions, and the functions they rest on.
@Suite("Count distributions")
struct CountDistributionTests {
    @Test("Logarithm and power of e are what tables say")
    func logarithm() {
        for (value, known) in [
            (1.0, 0.0), (2, 0.693147180559945), (10, 2.302585092994046), (1e-6, -13.815510557964274),
        ] {
            #expect(abs(Curves.logarithm(value) - known) < 1e-12)
            #expect(abs(Curves.exponential(known) - value) < 1e-9 * value)
        }
    }

    @Test("Trials of different chances add up as if each way were counted by itself")
    func poissonBinomial() {
        let chances = [0.1, 0.5, 0.9, 0.3]
        var exact = [Double](repeating: 0, count: 5)
        for ways in 0..<16 {
            var (chance, count) = (1.0, 0)
            for (index, one) in chances.enumerated() {
                let came = ways >> index & 1 == 1
                chance *= came ? one : 1 - one
                count += came ? 1 : 0
            }
            exact[count] += chance
        }
        let sum = chances.map { CountDistribution(of: 1, chance: $0) }.reduce(CountDistribution(sure: 0), +)
        for (count, chance) in exact.enumerated() { #expect(abs(sum.chances[count] - chance) < 1e-12) }
        #expect(abs(sum.chance(ofAtLeast: 3) - exact[3] - exact[4]) < 1e-12)
    }

    @Test("Binomial and Poisson have their means, and nothing is lost in sums")
    func means() {
        let sum = CountDistribution(of: 400, chance: 0.11) + CountDistribution(average: 321.5)
        #expect(abs(sum.mean - 44 - 321.5) < 1e-6)
        #expect(abs(sum.chances.reduce(0, +) - 1) < 1e-9)
        #expect(CountDistribution(of: 7, chance: 1).mean == 7)
    }

    @Test("Openings bound what comes of a vacancy")
    func limited() {
        let two = CountDistribution(of: 5, chance: 0.6).limited(to: 2)
        #expect(two.first + two.chances.count - 1 == 2)
        #expect(abs(two.chance(ofAtLeast: 2) - CountDistribution(of: 5, chance: 0.6).chance(ofAtLeast: 2)) < 1e-12)
    }

    @Test("Gamma and beta draws have their means and spreads")
    func draws() {
        var random = SeededGenerator(seed: 7)
        for (a, b) in [(0.4, 3.0), (2, 2), (40, 300)] {
            let draws = (0..<20_000).map { _ in random.beta(a, b) }
            let mean = draws.reduce(0, +) / 20_000
            let spread = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
            #expect(abs(mean - a / (a + b)) < 0.01)
            #expect(abs(spread - a * b / ((a + b) * (a + b) * (a + b + 1))) < 0.004)
        }
    }
}
