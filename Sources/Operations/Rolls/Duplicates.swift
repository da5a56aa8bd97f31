import Households
import Store
import Vocabulary

/// A member as a list of possible duplicates shows one.
package struct DuplicateMember: Sendable, Encodable {
    /// The member's id.
    package let id: Int64
    /// The name.
    package let name: String
    /// The birth, as a person reads it.
    package let birth: String
    /// The household's code.
    package let household: String
    /// The commune's code.
    package let commune: String
    /// The village.
    package let village: String
}

/// Two members who may be one person.
package struct PossibleDuplicate: Sendable, Encodable {
    /// One of them.
    package let first: DuplicateMember
    /// The other.
    package let second: DuplicateMember
    /// Why: `identity` or `name_birth`.
    package let ground: String
}

extension Office {
    /// The pairs of members who may be one person and whom nobody has decided about, of the caller's area.
    ///
    /// That somebody looked is noted in the audit.
    ///
    /// - Parameters:
    ///   - after: the pair after which the list goes on; nil for its beginning.
    ///   - limit: at most so many.
    ///   - caller: who asks.
    /// - Returns: the pairs.
    /// - Throws: `OperationError.refused` where the caller may not.
    package func possibleDuplicates(
        after: DuplicatePair? = nil,
        limit: Int = .max,
        caller: Caller
    ) async throws -> [PossibleDuplicate] {
        try caller.require(.importRolls)
        let pairs = try await store.read { reading in
            var pairs: [PossibleDuplicate] = []
            for pair in try reading.undecidedDuplicates(after: after) where pairs.count < limit {
                guard let first = try shown(pair.first, caller, reading),
                    let second = try shown(pair.second, caller, reading)
                else { continue }
                pairs.append(PossibleDuplicate(first: first, second: second, ground: pair.ground.rawValue))
            }
            return pairs
        }
        try await store.write {
            try audit($0, actor: caller.name, action: "list_duplicates", detail: ["pairs": pairs.count])
        }
        return pairs
    }

    private func shown(_ id: MemberID, _ caller: Caller, _ reading: Reading) throws -> DuplicateMember? {
        guard let member = try reading.member(id), let household = try reading.household(member.household),
            caller.area.contains(household.commune, village: household.village)
        else { return nil }
        return DuplicateMember(
            id: id.rawValue,
            name: member.name,
            birth: member.birth?.text ?? "",
            household: household.code,
            commune: household.commune.description,
            village: household.village
        )
    }

    /// Notes what a person decided about two members.
    ///
    /// Of one person the first stays, and the other leaves the register as a duplicate; its rows stay, and nothing of
    /// them is written into the first.
    ///
    /// - Throws: `OperationError.noDuplicate` where the two are not on the caller's list; `OperationError.refused` where the
    ///   caller may not.
    package func decideDuplicate(
        keep: MemberID,
        other: MemberID,
        _ decision: DuplicatePair.Decision,
        caller: Caller
    ) async throws {
        try caller.require(.importRolls)
        let (day, moment) = (today(), now())
        try await store.write { writing in
            for id in [keep, other] where try shown(id, caller, writing.reading) == nil {
                throw OperationError.noDuplicate
            }
            guard try writing.decide(keep, other, decision, at: moment) else { throw OperationError.noDuplicate }
            if decision == .same {
                guard let member = try writing.reading.member(other) else { throw OperationError.noDuplicate }
                try writing.set(Departure(.duplicate, on: day), of: member.id)
                _ = try openLedger(writing, on: day)
            }
            try audit(
                writing,
                actor: caller.name,
                action: decision == .same ? "duplicate_same" : "duplicate_different",
                detail: ["kept": Int(keep.rawValue), "other": Int(other.rawValue)]
            )
        }
    }
}

extension Birth {
    /// The birth as a person reads it: `dd/MM/yyyy`, or the year.
    package var text: String {
        switch self {
        case .date(let day): day.vietnamese
        case .year(let year): String(year)
        }
    }
}
