import Vocabulary

/// The functions that chances need and that the standard library does not have.
enum Curves {
    /// The natural logarithm of a positive number: of its significand by the series of the inverse hyperbolic tangent.
    static func logarithm(_ value: Double) -> Double {
        let isHigh = value.significand > 1.414_213_562_373_095
        let significand = isHigh ? value.significand / 2 : value.significand
        let ratio = (significand - 1) / (significand + 1)
        let square = ratio * ratio
        var (power, sum) = (ratio, 0.0)
        for odd in stride(from: 1.0, through: 25, by: 2) {
            sum += power / odd
            power *= square
        }
        return 2 * sum + (Double(value.exponent) + (isHigh ? 1 : 0)) * 0.693_147_180_559_945_3
    }

    /// e to the power of a number: by its series near zero, then squared back.
    static func exponential(_ value: Double) -> Double {
        if value < -700 { return 0 }
        precondition(value < 700, "no chance is so large")
        var (term, sum) = (1.0, 1.0)
        let small = value / 1024
        for step in 1...8 {
            term *= small / Double(step)
            sum += term
        }
        for _ in 0..<10 { sum *= sum }
        return sum
    }

    /// A positive number to a power.
    static func power(_ base: Double, _ exponent: Double) -> Double {
        base <= 0 ? 0 : exponential(exponent * logarithm(base))
    }
}

extension SeededGenerator {
    /// A number of the normal distribution (Marsaglia and Bray 1964, the polar method).
    mutating func normal() -> Double {
        while true {
            let (one, other) = (2 * unit() - 1, 2 * unit() - 1)
            let square = one * one + other * other
            if square > 0, square < 1 { return one * (-2 * Curves.logarithm(square) / square).squareRoot() }
        }
    }

    /// A number of the gamma distribution with mean `shape / rate` (Marsaglia and Tsang, "A Simple Method for Generating
    /// Gamma Variables", 2000).
    mutating func gamma(shape: Double, rate: Double) -> Double {
        if shape < 1 {
            return gamma(shape: shape + 1, rate: rate) * Curves.power(max(unit(), 1e-300), 1 / shape)
        }
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal()
            let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
            if v <= 0 { continue }
            let u = max(unit(), 1e-300)
            if Curves.logarithm(u) < x * x / 2 + d - d * v + d * Curves.logarithm(v) { return d * v / rate }
        }
    }

    /// A number of the beta distribution with mean `a / (a + b)`.
    mutating func beta(_ a: Double, _ b: Double) -> Double {
        let (one, other) = (gamma(shape: a, rate: 1), gamma(shape: b, rate: 1))
        return one / (one + other)
    }
}
