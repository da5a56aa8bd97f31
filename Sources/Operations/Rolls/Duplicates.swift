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
    /// The pairs of members who may be one person and whom nobody has decided about.
    ///
    /// That somebody looked is noted in the audit.
    package func possibleDuplicates(actor: String) async throws -> [PossibleDuplicate] {
        let pairs = try await store.read { reading -> [PossibleDuplicate] in
            func shown(_ id: MemberID) throws -> DuplicateMember? {
                guard let member = try reading.member(id), let household = try reading.household(member.household)
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
            return try reading.undecidedDuplicates().compactMap { pair in
                guard let first = try shown(pair.first), let second = try shown(pair.second) else { return nil }
                return PossibleDuplicate(first: first, second: second, ground: pair.ground.rawValue)
            }
        }
        try await store.write { try audit($0, actor: actor, action: "list_duplicates", detail: ["pairs": pairs.count]) }
        return pairs
    }

    /// Notes what a person decided about two members.
    ///
    /// Of one person the first stays, and the other leaves the register as a duplicate; its rows stay, and nothing of
    /// them is written into the first.
    ///
    /// - Throws: `OperationError.noDuplicate` where the two are not on the list.
    package func decideDuplicate(
        keep: MemberID,
        other: MemberID,
        _ decision: DuplicatePair.Decision,
        actor: String
    ) async throws {
        let (day, moment) = (today(), now())
        try await store.write { writing in
            guard try writing.decide(keep, other, decision, at: moment) else { throw OperationError.noDuplicate }
            if decision == .same {
                guard let member = try writing.reading.member(other) else { throw OperationError.noDuplicate }
                try writing.set(Departure(.duplicate, on: day), of: member.id)
                _ = try openLedger(writing, on: day)
            }
            try audit(
                writing,
                actor: actor,
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
