import Vocabulary

/// An occupation's digits, four bits each from the top, so that shared digits are counted in one step.
struct PackedOccupation: Sendable {
    enum Side: UInt32 {
        // Padding that differs by side never counts as shared.
        case person = 0xF
        case vacancy = 0xE
    }

    private let bits: UInt32

    init(_ code: OccupationCode, of side: Side) {
        var bits: UInt32 = 0
        var digits = code.digits.utf8.makeIterator()
        for _ in 0..<8 { bits = bits << 4 | (digits.next().map { UInt32($0) & 0xF } ?? side.rawValue) }
        self.bits = bits
    }

    /// How many leading digits a person's and a vacancy's occupation share, 0...5.
    func sharedDigits(_ other: PackedOccupation) -> Int { (bits ^ other.bits).leadingZeroBitCount / 4 }
}

/// A set of cases of an enumeration, by position.
struct BitSet: Sendable {
    private let bits: UInt32

    private init(bits: UInt32) {
        self.bits = bits
    }

    init<Element: CaseIterable & Hashable>(_ elements: Set<Element>) {
        var bits: UInt32 = 0
        for (position, element) in Element.allCases.enumerated() where elements.contains(element) {
            precondition(position < 32, "an enumeration of at most 32 cases")
            bits |= 1 << UInt32(position)
        }
        self.bits = bits
    }

    var count: Int { bits.nonzeroBitCount }
    var isEmpty: Bool { bits == 0 }

    func intersection(_ other: BitSet) -> BitSet { BitSet(bits: bits & other.bits) }
    func isSubset(of other: BitSet) -> Bool { bits & ~other.bits == 0 }
}

/// A set of two-digit occupation groups.
struct Groups: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ groups: [Int]) {
        for group in groups {
            if group < 64 { low |= 1 << UInt64(group) } else { high |= 1 << UInt64(group - 64) }
        }
    }

    func contains(_ group: Int) -> Bool {
        group < 64 ? low & (1 << UInt64(group)) != 0 : high & (1 << UInt64(group - 64)) != 0
    }

    var isEmpty: Bool { low == 0 && high == 0 }

    var members: [Int] { (0..<100).filter(contains) }
}
