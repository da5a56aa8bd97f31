import Households
import Store
import Vocabulary

/// A member as a list of people found shows one; without identity number and phone.
package struct FoundPerson: Sendable, Encodable {
    /// The member's id.
    package let id: Int64
    /// The name.
    package let name: String
    /// The birth, as a person reads it.
    package let birth: String
    /// The household's code.
    package let household: String
    /// The village.
    package let village: String
    /// The commune's name.
    package let commune: String
}

extension Office {
    /// Members whose name a text names, with marks or without: exact matches first, then by given name.
    ///
    /// That somebody looked is noted in the audit, not for whom.
    package func find(_ text: String, limit: Int, actor: String) async throws -> [FoundPerson] {
        let search = TextSearch(text)
        let territory = programme.territory
        let people = try await store.read { reading in
            var found: [(rank: TextSearch.Rank, order: NameOrder, member: Member, household: Household)] = []
            let members = try reading.members()
            for household in try reading.households() {
                for member in members[household.id] ?? [] where member.departure == nil {
                    guard let rank = search.rank(of: member.name) else { continue }
                    found.append((rank, NameOrder(member.name), member, household))
                }
            }
            found.sort { ($0.rank, $0.order, $0.member.id) < ($1.rank, $1.order, $1.member.id) }
            return found.prefix(limit).map { one in
                FoundPerson(
                    id: one.member.id.rawValue,
                    name: one.member.name,
                    birth: one.member.birth?.text ?? "",
                    household: one.household.code,
                    village: one.household.village,
                    commune: territory.commune(one.household.commune)?.name ?? one.household.commune.description
                )
            }
        }
        try await store.write { try audit($0, actor: actor, action: "find_people", detail: ["shown": people.count]) }
        return people
    }
}
