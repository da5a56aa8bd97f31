import Households
import Vocabulary

/// A member who looks for work, with all that gates and reasons need, worked out once.
package struct Seeker: Sendable {
    /// The member.
    package let member: Member
    /// The commune of the household.
    package let home: UnitCode
    /// The district of the household, where it lies in the territory.
    package let district: String?
    /// The districts that touch it.
    package let neighbours: Set<String>
    /// Whether under 18 on the day.
    package let isMinor: Bool
    /// Whether someone at home depends on this person alone.
    package let hasCareDuty: Bool
    /// Two-digit groups of the occupations had, learnt or wanted, as bits 0...99.
    let groups: Groups
    let occupations: [OccupationCode]

    /// The seekers of a household on a day.
    ///
    /// The only able adult of a household with a child under 6, a disabled or a very old (80) person has a care duty,
    /// whatever the roll's own column says; with several able adults only that column counts.
    package static func seekers(
        of household: Household,
        members: [Member],
        on day: Day,
        workingAge: WorkingAge,
        territory: Territory
    ) -> [Seeker] {
        let seeking = members.filter { Standing.of($0, on: day, workingAge: workingAge) == .seeker }
        if seeking.isEmpty { return [] }
        let ableAdults = members.filter { member in
            workingAge.position(of: member, on: day) == .adult && member.ability != .unable
                && member.activity != .incapacitated && member.away == nil
        }
        let hasDependant = members.contains { member in
            let age = member.birth?.age(on: day)
            return age.map { $0 < 6 || $0 >= 80 } == true || member.isDisabled == true
        }
        let district = territory.district(of: household.commune)
        return seeking.map { member in
            let isOnlyAdult = ableAdults.count == 1 && ableAdults.first?.id == member.id
            return Seeker(
                member: member,
                home: household.commune,
                district: district,
                isMinor: workingAge.position(of: member, on: day) == .minor,
                hasCareDuty: member.isSoleCarer == true || (isOnlyAdult && hasDependant)
            )
        }
    }

    private init(member: Member, home: UnitCode, district: Territory.District?, isMinor: Bool, hasCareDuty: Bool) {
        self.member = member
        self.home = home
        self.district = district?.code
        neighbours = district?.neighbours ?? []
        self.isMinor = isMinor
        self.hasCareDuty = hasCareDuty
        occupations = [member.wantedOccupation, member.trainedOccupation, member.pastOccupation].compactMap(\.self)
        groups = Groups(occupations.compactMap(\.group))
    }
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

    var members: [Int] { (0..<100).filter(contains) }
}
