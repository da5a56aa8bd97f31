import Foundation
import Households
import Rolls
import Store
import Vocabulary

/// The register while a roll is read into it: who is known, who was met, and what changes.
struct RollRegister {
    let writing: Writing
    let vault: Vault
    let territory: Territory
    let classifier: (String) -> OccupationCode?
    let day: Day
    let moment: Int64
    var generator = SystemRandomNumberGenerator()

    var households: [String: Household] = [:]
    var enrolled: [HouseholdID: [EnrolledMember]]
    var classes: [HouseholdID: [ClassHistory.Entry]]
    var metHouseholds: Set<HouseholdID> = []
    var metMembers: [HouseholdID: Set<MemberID>] = [:]
    var metCommunes: Set<UnitCode> = []
    private(set) var householdChanges = RollReport.Changes()
    var memberChanges = RollReport.Changes()
    private(set) var classChanges: [String: Int] = [:]
    /// Pairs of members that were noted for a person to decide.
    var duplicatesNoted = 0
    /// Keyed hashes of people who were erased.
    let suppressed: Set<Data>
    /// What people have answered.
    let answers: [MemberID: [MemberAnswer]]
    /// Who does not want to be contacted, by the hash of the number and by name and birth in each commune.
    var withdrawnNumbers: Set<Data> = []
    var withdrawnNames: [UnitCode: Set<String>] = [:]

    init(
        _ writing: Writing,
        vault: Vault,
        territory: Territory,
        classifier: @escaping (String) -> OccupationCode?,
        day: Day,
        moment: Int64
    ) throws {
        self.writing = writing
        self.vault = vault
        self.territory = territory
        self.classifier = classifier
        self.day = day
        self.moment = moment
        for household in try writing.reading.households() { households[household.code] = household }
        enrolled = try writing.reading.enrolled()
        classes = try writing.reading.allClasses()
        suppressed = try writing.reading.suppressions()
        answers = try writing.reading.allAnswers()
        noteWithdrawn()
    }

    /// The day of the latest roll there is: what an older one tells ends no work that a later one shows.
    var latestRoll: Day { households.values.compactMap(\.rolledOn).reduce(day) { max($0, $1) } }

    // MARK: Households

    /// Takes in what a row says of a household.
    ///
    /// A roll that is older than the last one that named the household only tells its class of then.
    ///
    /// - Parameters:
    ///   - told: what the row says.
    ///   - isList: whether the sheet lists households, so that a complete one says who is no longer among them; a labour
    ///     roll leaves out those without workers.
    /// - Returns: what only the register finds wrong with the row; nil where nothing is.
    /// - Throws: `DatabaseError`.
    mutating func take(_ told: HouseholdFacts, isList: Bool) throws -> RowDoubt? {
        let facts = withoutErased(told)
        guard let known = households[facts.code] else { return try enrol(facts, isList: isList) }
        let isFirst = metHouseholds.insert(known.id).inserted
        if isList { metCommunes.insert(facts.commune ?? known.commune) }
        var household = known
        let isOlder = self.isOlder(facts, than: known)
        if isOlder {
            var told = known
            facts.apply(to: &told)
            try note(facts, of: &household)
            if household == known {
                if isFirst { householdChanges.unchanged += 1 }
                return told.isSame(as: known) ? nil : .olderRoll
            }
        } else {
            if isBack(known.departure) { household.departure = nil }
            let left = household.departure
            facts.apply(to: &household)
            household.departure = Departure.told(facts.departure, left, on: day) ?? household.departure
            if isInUnit(of: known.commune, household.commune) { household.commune = known.commune }
            household.rolledOn = max(day, known.rolledOn ?? day)
            try note(facts, of: &household)
        }
        let isSame = household.isSame(as: known)
        if isFirst, isSame { householdChanges.unchanged += 1 }
        if household == known { return nil }
        if household.departure != nil, known.departure == nil { householdChanges.left += 1 }
        if isFirst, !isSame { householdChanges.changed += 1 }
        if known.povertyClass != household.povertyClass {
            classChanges["\(known.povertyClass.rawValue)>\(household.povertyClass.rawValue)", default: 0] += 1
        }
        try writing.save(household)
        households[facts.code] = household
        return isFirst || isSame ? nil : .householdRepeated
    }

    /// Whether a roll is of an earlier day than the last one that named the household, or of an earlier review.
    private func isOlder(_ facts: HouseholdFacts, than known: Household) -> Bool {
        if let rolledOn = known.rolledOn, day < rolledOn { return true }
        guard let reviewed = facts.classSince, let since = known.classSince else { return false }
        return reviewed < since
    }

    private mutating func enrol(_ facts: HouseholdFacts, isList: Bool) throws -> RowDoubt? {
        guard let commune = facts.commune, let povertyClass = facts.povertyClass else { return .householdIncomplete }
        var household = Household(
            id: HouseholdID(using: &generator),
            code: facts.code,
            commune: commune,
            village: "",
            headName: "",
            povertyClass: povertyClass,
            escapedOn: nil,
            isWithoutLabour: false
        )
        facts.apply(to: &household)
        (household.rolledOn, household.openedOn) = (day, day)
        // Its classes refer to it, so it is there before them.
        try writing.save(household)
        try note(facts, of: &household)
        try writing.save(household)
        households[household.code] = household
        metHouseholds.insert(household.id)
        if isList { metCommunes.insert(commune) }
        householdChanges.new += 1
        return nil
    }

    /// Whether who is named on the roll has come back by it, unless the row itself says otherwise.
    func isBack(_ departure: Departure?) -> Bool {
        guard let departure, departure.on <= day else { return false }
        switch departure.reason {
        case .missing: return true
        case .moved, .split: return departure.on < day
        case .died, .duplicate: return false
        }
    }

    /// Whether a roll of today's units means no other place than the one that is known: its unit was made of it.
    func isInUnit(of known: UnitCode, _ told: UnitCode) -> Bool {
        guard let reform = territory.reform, day >= reform.on, known != told else { return false }
        return territory.unitSince2025(of: known)?.code == territory.unitSince2025(of: told)?.code
    }

    /// Keeps the class by date, so that the class at the day of a referral is known for ever, and gives the household the
    /// class that its reviews have on the day of the latest roll.
    private mutating func note(_ facts: HouseholdFacts, of household: inout Household) throws {
        if let povertyClass = facts.povertyClass {
            let escapedOn = povertyClass == .newlyEscaped ? facts.escapedOn : nil
            let from = facts.classSince.flatMap { $0 <= day ? $0 : nil } ?? escapedOn ?? day
            let history = classes[household.id] ?? []
            let before = ClassHistory(history).entries.last { $0.from <= from }
            let isSame = before?.povertyClass == povertyClass && before?.escapedOn == escapedOn
            // A review that finds the same is a review; a roll without its day says nothing new.
            if !isSame || facts.classSince != nil && before?.from != from {
                let entry = ClassHistory.Entry(
                    from: from,
                    povertyClass: povertyClass,
                    escapedOn: escapedOn,
                    recordedAt: moment
                )
                try writing.add(entry, to: household.id)
                classes[household.id, default: []].append(entry)
            }
        }
        let latest = household.rolledOn ?? day
        guard let current = ClassHistory(classes[household.id] ?? []).entries.last(where: { $0.from <= latest }) else {
            return
        }
        household.povertyClass = current.povertyClass
        household.escapedOn = current.escapedOn
        household.classSince = current.from
    }

    // MARK: Who is not named

    /// Closes a roll: who was not named has left where the roll is complete, and is counted where it is not.
    ///
    /// - Returns: how many households and how many members would leave by this, of how many known where the roll speaks.
    mutating func close(isComplete: Bool) throws -> (households: Leaving, members: Leaving) {
        var (leaving, total) = (0, 0)
        for household in households.values.sorted(by: { $0.id < $1.id })
        where household.departure == nil && metCommunes.contains(household.commune) {
            total += 1
            if metHouseholds.contains(household.id) { continue }
            if isComplete {
                var gone = household
                gone.departure = Departure(.missing, on: day)
                gone.rolledOn = day
                try writing.save(gone)
                leaving += 1
                householdChanges.left += 1
            } else {
                householdChanges.notNamed += 1
            }
        }
        let households = Leaving(count: leaving, of: total)
        (leaving, total) = (0, 0)
        for (household, met) in metMembers.sorted(by: { $0.key < $1.key }) {
            for var other in enrolled[household] ?? []
            where other.member.departure == nil && !met.contains(other.member.id) {
                total += 1
                if isComplete {
                    other.member.departure = Departure(.missing, on: day)
                    other.member.rolledOn = day
                    other.member.version += 1
                    try writing.save(other)
                    leaving += 1
                    memberChanges.left += 1
                } else {
                    memberChanges.notNamed += 1
                }
            }
            total += met.count
        }
        return (households, Leaving(count: leaving, of: total))
    }
}

/// How many leave the register at once, of how many.
struct Leaving {
    let count: Int
    let of: Int

    /// Whether it is more than is believed of a list without being told so: more than five, and more than 30 %.
    var isDoubtful: Bool { count > 5 && count * 100 > of * 30 }
}

extension Household {
    /// Whether nothing but the day of the roll that named it tells two states of a household apart.
    fileprivate func isSame(as other: Household) -> Bool {
        var other = other
        other.rolledOn = rolledOn
        return self == other
    }
}
