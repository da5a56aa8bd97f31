import Testing

@testable import Matching

@Suite("Instances and their files")
struct InstanceTests {
    @Test("Arrays that do not fit together are refused, each by its name")
    func refusals() throws {
        func make(
            householdOf: [Int32] = [0],
            offsets: [Int] = [0, 1],
            vacancyOf: [Int32] = [0],
            score: [Int32] = [1],
            openings: [Int32] = [1]
        ) throws -> Instance {
            try Instance(
                bonus: [true],
                householdOf: householdOf,
                offsets: offsets,
                vacancyOf: vacancyOf,
                score: score,
                openings: openings
            )
        }
        _ = try make()
        #expect(throws: MatchingError.inconsistent("offsets")) { try make(offsets: [0, 2]) }
        #expect(throws: MatchingError.inconsistent("score")) { try make(score: []) }
        #expect(throws: MatchingError.outOfRange("household of member", index: 0)) { try make(householdOf: [1]) }
        #expect(throws: MatchingError.outOfRange("vacancy of pair", index: 0)) { try make(vacancyOf: [1]) }
        #expect(throws: MatchingError.outOfRange("score of pair", index: 0)) { try make(score: [-1]) }
        #expect(throws: MatchingError.outOfRange("openings of vacancy", index: 0)) { try make(openings: [100_001]) }
        #expect(throws: MatchingError.duplicatePair(member: 0, vacancy: 0)) {
            try make(offsets: [0, 2], vacancyOf: [0, 0], score: [1, 2])
        }
    }

    @Test("Sizes that could leave 64 bits are refused, exactly from where they could")
    func bounds() throws {
        // W is 2 * 10^9 + 1 here; 8 W times (2 members + households + 1) must stay below 2^63.
        func weight(members: Int) throws -> Int64 {
            try Instance.weight(highestScore: 50_000, vacancies: 39_999, members: members, households: 0)
        }
        #expect(try weight(members: 10) == 2_000_000_001)
        let most = Int((Int64.max / (8 * 2_000_000_001) - 1) / 2)
        #expect(try weight(members: most) == 2_000_000_001)
        #expect(throws: MatchingError.tooLarge) { try weight(members: most + 1) }
    }

    @Test("The most openings that a vacancy may have, at every vacancy, with the highest score, is solved")
    func mostOpenings() throws {
        let instance = try Instance(
            bonus: [true],
            householdOf: [0, 0],
            offsets: [0, 1, 2],
            vacancyOf: [0, 0],
            score: [Instance.highestScore, 0],
            openings: [Int32](repeating: Instance.mostOpenings, count: 20_000)
        )
        let plan = try Planner.plan(instance)
        #expect(plan.worth == Worth(covered: 1, placed: 2, score: Int64(Instance.highestScore)))
    }

    private static func bytes() -> [UInt8] {
        var bytes: [UInt8] = []
        func put(_ value: some FixedWidthInteger) {
            withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
        }
        func pad() { while !bytes.count.isMultiple(of: 8) { bytes.append(0) } }
        for count in [2, 3, 1, 3] { put(Int64(count)) }
        bytes += [1, 1]
        pad()
        for household in [0, 0, 1] { put(Int32(household)) }
        pad()
        for offset in [0, 1, 2, 3] { put(Int64(offset)) }
        for vacancy in [0, 0, 0] { put(Int32(vacancy)) }
        pad()
        for score in [9000, 9000, 1] { put(Int32(score)) }
        pad()
        put(Int32(2))
        pad()
        return bytes
    }

    private static func read(_ bytes: [UInt8]) throws -> Instance {
        var position = 0
        return try InstanceFile.read(size: bytes.count) { buffer in
            guard position + buffer.count <= bytes.count else { return false }
            buffer.copyBytes(from: bytes[position..<(position + buffer.count)])
            position += buffer.count
            return true
        }
    }

    @Test("A file's arrays are read as written and solved")
    func file() throws {
        let instance = try Self.read(Self.bytes())
        let plan = try Planner.plan(instance)
        #expect((plan.covered, plan.placed, plan.score) == (2, 2, 9001))
    }

    @Test("A file cut off anywhere, or with more behind it, is refused")
    func cutFile() throws {
        let bytes = Self.bytes()
        for length in 0..<bytes.count {
            #expect(throws: MatchingError.self) {
                try Self.read(Array(bytes.prefix(length)))
            }
        }
        #expect(throws: MatchingError.self) { try Self.read(bytes + [0]) }
    }
}
