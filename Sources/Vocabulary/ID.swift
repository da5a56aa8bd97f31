/// The name of one thing of one kind, drawn at random and never reused.
///
/// Ids of people and households say nothing about them: ledger, audit and events name people by id alone, so erasing
/// the identifying rows leaves figures that nobody can trace. At most 53 bits, so that a JSON number carries it whole.
package struct ID<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number itself, 1...2^53-1.
    package let rawValue: Int64

    /// The id with this number; nil outside 1...2^53-1.
    package init?(_ rawValue: Int64) {
        guard rawValue > 0, rawValue < 1 << 53 else { return nil }
        self.rawValue = rawValue
    }

    /// An id drawn from a source of random numbers.
    package init(using generator: inout some RandomNumberGenerator) {
        rawValue = Int64.random(in: 1..<(1 << 53), using: &generator)
    }

    /// The number in decimal.
    package var description: String { String(rawValue) }

    /// Smaller numbers come first; the order has no meaning beyond being fixed.
    package static func < (left: ID, right: ID) -> Bool {
        left.rawValue < right.rawValue
    }
}
