/// The binary form of an instance, for benchmarks and for comparing with other solvers.
///
/// Little endian, each array padded with zeros to a multiple of 8 bytes: four 64-bit counts (households, members,
/// vacancies, pairs); per household a byte, 1 where it earns the bonus; per member its household (32 bits); where each
/// member's pairs begin (64 bits, one more than members); per pair its vacancy and then per pair its score (32 bits
/// each); per vacancy its openings (32 bits).
package struct InstanceFile {
    /// The highest score of a pair in a file, and in an office's own tables.
    package static let highestScore: Int32 = 10_000

    private let fill: (UnsafeMutableRawBufferPointer) -> Bool
    private let size: Int
    private var position = 0

    /// Reads an instance piece by piece, so that no file is ever in memory as a whole beside its arrays.
    ///
    /// - Parameters:
    ///   - size: The file's size in bytes.
    ///   - fill: Fills a buffer with the file's next bytes, and says whether there were enough.
    /// - Returns: The instance, checked.
    /// - Throws: `MatchingError.fileSize` where the counts and the size do not agree, or what `Instance` finds wrong.
    package static func read(
        size: Int,
        fill: @escaping (UnsafeMutableRawBufferPointer) -> Bool
    ) throws(MatchingError) -> Instance {
        var file = InstanceFile(fill: fill, size: size)
        return try file.instance()
    }

    private init(fill: @escaping (UnsafeMutableRawBufferPointer) -> Bool, size: Int) {
        self.fill = fill
        self.size = size
    }

    private mutating func instance() throws(MatchingError) -> Instance {
        guard size >= 32 else { throw .fileSize(expected: 32, found: size) }
        let counts = try take(4, of: Int64(0)).map { Int(Int64(littleEndian: $0)) }
        for (index, count) in counts.enumerated() where count < 0 || count >= Int32.max {
            throw .outOfRange("count in the head", index: index)
        }
        let (households, members, vacancies, pairs) = (counts[0], counts[1], counts[2], counts[3])
        func padded(_ size: Int) -> Int { (size + 7) / 8 * 8 }
        let expected =
            32 + padded(households) + padded(members * 4) + (members + 1) * 8 + 2 * padded(pairs * 4)
            + padded(vacancies * 4)
        guard expected == size else { throw .fileSize(expected: expected, found: size) }
        let bonus = try take(households, of: UInt8(0)).map { $0 != 0 }
        let householdOf = try take(members, of: Int32(0)).map { Int32(littleEndian: $0) }
        let offsets = try take(members + 1, of: Int64(0)).map { Int(Int64(littleEndian: $0)) }
        let table = PairTable(capacity: pairs)
        try take(pairs) { index, value in table.other[index] = value }
        var wrong: Int?
        try take(pairs) { index, value in
            if value < 0 || value > InstanceFile.highestScore { wrong = wrong ?? index }
            table.score[index] = UInt16(truncatingIfNeeded: value)
        }
        if let wrong { throw .outOfRange("score of pair", index: wrong) }
        return try Instance(
            Instance.Arrays(
                bonus: bonus,
                householdOf: householdOf,
                offsets: offsets,
                pairs: table,
                pairCount: pairs,
                openings: try take(vacancies, of: Int32(0)).map { Int32(littleEndian: $0) }
            )
        )
    }

    /// The next array with its padding.
    private mutating func take<Element: BitwiseCopyable>(
        _ count: Int,
        of zero: Element
    ) throws(MatchingError) -> [Element] {
        var array = [Element](repeating: zero, count: count)
        let isFilled = array.withUnsafeMutableBytes { $0.isEmpty || fill($0) }
        try advance(count * MemoryLayout<Element>.size, isFilled)
        return array
    }

    /// The next array of 32-bit numbers with its padding, in pieces.
    private mutating func take(_ count: Int, each: (_ index: Int, _ value: Int32) -> Void) throws(MatchingError) {
        var piece = [Int32](repeating: 0, count: min(count, 1 << 16))
        var done = 0
        while done < count {
            let length = min(piece.count, count - done)
            let isFilled = piece.withUnsafeMutableBytes {
                fill(UnsafeMutableRawBufferPointer(rebasing: $0[..<(length * 4)]))
            }
            guard isFilled else { throw .fileSize(expected: size, found: position + done * 4) }
            for index in 0..<length { each(done + index, Int32(littleEndian: piece[index])) }
            done += length
        }
        try advance(count * 4, true)
    }

    private mutating func advance(_ bytes: Int, _ isFilled: Bool) throws(MatchingError) {
        guard isFilled else { throw .fileSize(expected: size, found: position) }
        position += bytes
        let padding = (8 - bytes % 8) % 8
        guard padding > 0 else { return }
        var zeros: Int64 = 0
        let isPadded = withUnsafeMutableBytes(of: &zeros) {
            fill(UnsafeMutableRawBufferPointer(rebasing: $0[..<padding]))
        }
        guard isPadded else { throw .fileSize(expected: size, found: position) }
        position += padding
    }
}
