/// The instance seen from its vacancies and households: pairs by vacancy, members by household.
struct Index {
    /// Where each vacancy's pairs begin; one more entry than vacancies.
    let vacancyOffsets: [Int]
    /// Where each vacancy's blocks of pairs begin; one more entry than vacancies.
    let blockOffsets: [Int]
    /// The pairs in a block.
    static let blockSize = 16
    /// For each pair, sorted by vacancy, its member and score.
    let pairs: [(member: Int32, score: Int32)]
    /// Where each household's members begin; one more entry than households.
    let householdOffsets: [Int]
    /// The members, sorted by household.
    let members: [Int32]

    init(_ instance: Instance) {
        var vacancyOffsets = [Int](repeating: 0, count: instance.openings.count + 1)
        for vacancy in instance.vacancyOf { vacancyOffsets[Int(vacancy) + 1] += 1 }
        for index in 1..<vacancyOffsets.count { vacancyOffsets[index] += vacancyOffsets[index - 1] }
        var next = vacancyOffsets
        pairs = [(member: Int32, score: Int32)](unsafeUninitializedCapacity: instance.vacancyOf.count) {
            buffer,
            count in
            for member in 0..<instance.memberCount {
                for pair in instance.offsets[member]..<instance.offsets[member + 1] {
                    let vacancy = Int(instance.vacancyOf[pair])
                    buffer[next[vacancy]] = (Int32(member), instance.score[pair])
                    next[vacancy] += 1
                }
            }
            count = instance.vacancyOf.count
        }
        self.vacancyOffsets = vacancyOffsets
        var blockOffsets = [0]
        blockOffsets.reserveCapacity(vacancyOffsets.count)
        for (begin, end) in zip(vacancyOffsets, vacancyOffsets.dropFirst()) {
            blockOffsets.append((blockOffsets.last ?? 0) + (end - begin + Index.blockSize - 1) / Index.blockSize)
        }
        self.blockOffsets = blockOffsets
        var householdOffsets = [Int](repeating: 0, count: instance.bonus.count + 1)
        for household in instance.householdOf { householdOffsets[Int(household) + 1] += 1 }
        for index in 1..<householdOffsets.count { householdOffsets[index] += householdOffsets[index - 1] }
        var members = [Int32](repeating: 0, count: instance.memberCount)
        next = householdOffsets
        for (member, household) in instance.householdOf.enumerated() {
            members[next[Int(household)]] = Int32(member)
            next[Int(household)] += 1
        }
        self.members = members
        self.householdOffsets = householdOffsets
    }
}
