/// The binary form of an instance, for benchmarks and for comparing with other solvers.
///
/// Little endian, each array padded with zeros to a multiple of 8 bytes: four 64-bit counts (households, members,
/// vacancies, pairs); per household a byte, 1 where it earns the bonus; per member its household (32 bits); where each
/// member's pairs begin (64 bits, one more than members); per pair its vacancy and then per pair its score (32 bits
/// each); per vacancy its openings (32 bits).
package struct InstanceFile: Sendable {
    private let bonus: [UInt8]
    private let householdOf: [Int32]
    private let offsets: [Int]
    private let vacancyOf: [Int32]
    private let score: [Int32]
    private let openings: [Int32]

    /// Reads the arrays as they are written, without judging their values.
    ///
    /// - Throws: `MatchingError.fileSize` where the counts and the number of bytes do not agree.
    package init(bytes: UnsafeRawBufferPointer) throws(MatchingError) {
        guard bytes.count >= 32 else { throw .fileSize(expected: 32, found: bytes.count) }
        var counts: [Int] = []
        for index in 0..<4 {
            let count = Int(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: Int.self))
            guard count >= 0, count <= 1 << 33 else { throw .outOfRange("count in the head", index: index) }
            counts.append(count)
        }
        let (households, members, vacancies, pairs) = (counts[0], counts[1], counts[2], counts[3])
        func padded(_ size: Int) -> Int { (size + 7) / 8 * 8 }
        let sizes = [
            padded(households), padded(members * 4), (members + 1) * 8, padded(pairs * 4), padded(pairs * 4),
            padded(vacancies * 4),
        ]
        let expected = 32 + sizes.reduce(0, +)
        guard expected == bytes.count else { throw .fileSize(expected: expected, found: bytes.count) }
        var position = 32
        func take<Element: BitwiseCopyable>(_ count: Int, _ size: Int, of zero: Element) -> [Element] {
            let source = UnsafeRawBufferPointer(
                rebasing: bytes[position..<(position + count * MemoryLayout<Element>.size)]
            )
            position += size
            return [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
                UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source)
                initialized = count
            }
        }
        bonus = take(households, sizes[0], of: UInt8(0))
        householdOf = take(members, sizes[1], of: Int32(0))
        offsets = take(members + 1, sizes[2], of: 0)
        vacancyOf = take(pairs, sizes[3], of: Int32(0))
        score = take(pairs, sizes[4], of: Int32(0))
        openings = take(vacancies, sizes[5], of: Int32(0))
    }

    /// The instance, checked.
    package func instance() throws(MatchingError) -> Instance {
        try Instance(
            bonus: bonus.map { $0 != 0 },
            householdOf: householdOf,
            offsets: offsets,
            vacancyOf: vacancyOf,
            score: score,
            openings: openings
        )
    }
}
