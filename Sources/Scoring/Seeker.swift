import Households
import Vocabulary

/// A member who looks for work, with all that gates and reasons need, worked out once.
package struct Seeker: Sendable {
    /// The member.
    package let member: Member
    let facts: SeekerFacts

    /// The seekers of a household on a day.
    ///
    /// The only able adult at home with a child under 6, a disabled or a very old (80) person there has a care duty,
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
        let atHome = members.filter { $0.away == nil && $0.departure.map { day < $0.on } != false }
        let ableAdults = atHome.filter { member in
            workingAge.position(of: member, on: day) == .adult && member.ability(on: day) != .unable
                && member.activity != .incapacitated
        }
        let dependants = atHome.filter { member in
            let age = member.birth?.age(on: day)
            return age.map { $0 < 6 || $0 >= 80 } == true || member.isDisabled == true
        }
        return seeking.map { member in
            let isOnlyAdult = ableAdults.count == 1 && ableAdults.first?.id == member.id
            return Seeker(
                member: member,
                facts: SeekerFacts(
                    member,
                    on: day,
                    home: household.commune,
                    isMinor: workingAge.position(of: member, on: day) == .minor,
                    hasCareDuty: member.isSoleCarer == true
                        || (isOnlyAdult && dependants.contains { $0.id != member.id }),
                    territory: territory
                )
            )
        }
    }
}

/// What gates and reasons ask of a seeker, without references, since it is looked at for every pair.
struct SeekerFacts: Sendable {
    /// Whether under 18 on the day.
    let isMinor: Bool
    /// Whether someone at home depends on this person alone.
    let hasCareDuty: Bool
    let ability: Ability
    let reach: Reach
    /// Whether it is unknown where the person lives now.
    let isAwaySomewhere: Bool
    /// The position of the commune where the person lives now; nil where that is unknown or outside the province.
    let commune: Int?
    /// The position of the district from which places are judged: that of the present place, else of the household.
    let district: Int?
    /// Two-digit groups of the occupations had, learnt or wanted.
    let groups: Groups
    let past: PackedOccupation?
    let trained: PackedOccupation?
    /// Whether the roll says which occupation was learnt, or that none was.
    let isTrainingKnown: Bool
    let wanted: PackedOccupation?
    let education: Int?
    let qualification: Int?
    let experience: Int?
    let acceptsNights: Bool?
    let skills: BitSet?
    let languages: BitSet?
    let wageFloor: Int64?

    init(_ member: Member, on day: Day, home: UnitCode, isMinor: Bool, hasCareDuty: Bool, territory: Territory) {
        self.isMinor = isMinor
        self.hasCareDuty = hasCareDuty
        ability = member.ability(on: day)
        reach = member.reach
        isAwaySomewhere = member.away != nil && member.currentCommune == nil
        let current = (member.currentCommune ?? home)
        commune = isAwaySomewhere ? nil : territory.position(of: current)
        district = territory.commune(current).flatMap { territory.position(ofDistrict: $0.district) }
        groups = Groups(
            [member.wantedOccupation, member.trainedOccupation, member.pastOccupation].compactMap { $0?.group }
        )
        past = member.pastOccupation.map { PackedOccupation($0, of: .person) }
        trained = member.trainedOccupation.map { PackedOccupation($0, of: .person) }
        isTrainingKnown = member.trainedOccupation != nil || member.qualification == .untrained
        wanted = member.wantedOccupation.map { PackedOccupation($0, of: .person) }
        education = member.education?.rawValue
        qualification = member.qualification?.rawValue
        experience = member.experienceYears
        acceptsNights = member.acceptsNights
        skills = member.skills.map { BitSet($0) }
        languages = member.languages.map { BitSet($0) }
        wageFloor = member.wageFloor.flatMap { $0.amount > 0 ? $0.amount : nil }
    }
}
