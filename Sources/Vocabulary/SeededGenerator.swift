/// A small generator of random numbers that gives the same numbers for the same seed everywhere (SplitMix64: Steele, Lea
/// and Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A generator that begins at a seed.
    package init(seed: UInt64) {
        state = seed
    }

    /// The next number.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number in a range, by multiplication: the standard library's way may change with its version.
    package mutating func number(in range: ClosedRange<Int>) -> Int {
        let count = UInt64(range.upperBound - range.lowerBound) + 1
        return range.lowerBound + Int(next().multipliedFullWidth(by: count).high)
    }

    /// True so often in a thousand.
    package mutating func chance(_ perThousand: Int) -> Bool {
        number(in: 0...999) < perThousand
    }

    /// One of several things.
    package mutating func pick<Element>(_ list: [Element]) -> Element {
        list[number(in: 0...(list.count - 1))]
    }

    /// One of several things, by weight.
    package mutating func pick<Element>(_ list: [(Element, Int)]) -> Element {
        var rest = number(in: 0...(list.reduce(0) { $0 + $1.1 } - 1))
        for (element, weight) in list {
            rest -= weight
            if rest < 0 { return element }
        }
        return list[list.count - 1].0
    }
}

extension SeededGenerator {
    /// A number from 0 up to 1, 1 left out.
    package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
