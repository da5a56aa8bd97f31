import Households
import Rolls
import Store
import Vocabulary

/// The register while a roll is read into it: who is known, who was met, and what changes.
struct RollRegister {
    private let writing: Writing
    private let vault: Vault
    private let territory: Territory
    private let classifier: (String) -> OccupationCode?
    private let day: Day
    private let moment: Int64
    private var generator = SystemRandomNumberGenerator()

    private var households: [String: Household] = [:]
    private var enrolled: [HouseholdID: [EnrolledMember]]
    private var classes: [HouseholdID: [ClassHistory.Entry]]
    private var metHouseholds: Set<HouseholdID> = []
    private var metMembers: [HouseholdID: Set<MemberID>] = [:]
    private var metCommunes: Set<UnitCode> = []
    private(set) var householdChanges = RollReport.Changes()
    private(set) var memberChanges = RollReport.Changes()
    private(set) var classChanges: [String: Int] = [:]
    /// Pairs of members that were noted for a person to decide.
    private(set) var duplicatesNoted = 0

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
    }

    // MARK: Households

    /// Takes in what a row says of a household.
    ///
    /// A roll that is older than the last one that named the household only tells its class of then.
    ///
    /// - Parameters:
    ///   - facts: what the row says.
    ///   - isList: whether the sheet lists households, so that a complete one says who is no longer among them; a labour
    ///     roll leaves out those without workers.
    mutating func take(_ facts: HouseholdFacts, isList: Bool) throws -> RowDoubt? {
        guard let known = households[facts.code] else { return try enrol(facts, isList: isList) }
        let isFirst = metHouseholds.insert(known.id).inserted
        if isList { metCommunes.insert(facts.commune ?? known.commune) }
        let reviewed = facts.classSince ?? day
        let isOlder = known.rolledOn.map { min(day, reviewed) < $0 && day < $0 || reviewed < (known.classSince ?? $0) }
        var household = known
        if isOlder != true {
            if isBack(known.departure) { household.departure = nil }
            let left = household.departure
            facts.apply(to: &household)
            household.departure = RollRegister.departure(facts.departure, left, on: day) ?? household.departure
            if isInUnit(of: known.commune, household.commune) { household.commune = known.commune }
            household.rolledOn = max(day, known.rolledOn ?? day)
        }
        try note(facts, of: &household)
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
    private func isBack(_ departure: Departure?) -> Bool {
        guard let departure, departure.on <= day else { return false }
        switch departure.reason {
        case .missing: return true
        case .moved, .split: return departure.on < day
        case .died, .duplicate: return false
        }
    }

    /// Whether a roll of today's units means no other place than the one that is known: its unit was made of it.
    private func isInUnit(of known: UnitCode, _ told: UnitCode) -> Bool {
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

    // MARK: Members

    /// Takes in what a row says of a member.
    mutating func take(_ facts: MemberFacts) throws -> RowDoubt? {
        guard let household = households[facts.householdCode] else { return .householdUnknown }
        let hash = facts.identity.map { vault.hash($0.digits) }
        let met = metMembers[household.id] ?? []
        metHouseholds.insert(household.id)
        let known = enrolled[household.id] ?? []
        let others = known.filter { !met.contains($0.member.id) }
        var (doubt, namesake) = (RowDoubt?.none, EnrolledMember?.none)
        // A number alone makes nobody somebody else: the name or the birth has to agree with it.
        var found = hash.flatMap { hash in
            known.first { $0.nationalID?.hash == hash && RollRegister.isLike($0.member, facts) }
        }
        if found == nil {
            // Whoever was met already comes last: a second row of the same name and birth is the same person again.
            let named = (others + known.filter { met.contains($0.member.id) }).filter {
                $0.member.birth == facts.birth && isOneSpelling($0.member.name, facts.name)
            }
            found = named.first { $0.nationalID == nil || hash == nil }
            // Another number is another person until somebody says otherwise.
            if found == nil { namesake = named.first }
        }
        if found == nil, namesake == nil {
            let close = others.filter {
                RollRegister.isClose($0.member, to: facts) && ($0.nationalID == nil || hash == nil)
            }
            if close.count == 1 {
                found = close[0]
                doubt = .birthDiffers
            }
        }
        if let found, let rolledOn = found.member.rolledOn, day < rolledOn {
            metMembers[household.id, default: []].insert(found.member.id)
            memberChanges.unchanged += 1
            return .olderRoll
        }
        let isAgain = found.map { met.contains($0.member.id) } ?? false
        let key = RollRegister.key(facts.name, facts.birth)
        var member = found ?? newcomer(facts, in: household)
        if isBack(member.member.departure) { member.member.departure = nil }
        let left = member.member.departure
        facts.apply(to: &member.member)
        member.member.departure = RollRegister.departure(facts.departure, left, on: day) ?? member.member.departure
        classify(&member.member, before: found?.member, facts)
        member.member.rolledOn = day
        member.key = uniqueKey(key, of: member.member.id, in: household.id)
        if let identity = facts.identity, member.nationalID?.hash != hash {
            member.nationalID = try vault.seal(identity.digits)
        }
        if let phone = facts.phone, member.phone?.hash != vault.hash(phone) { member.phone = try vault.seal(phone) }
        metMembers[household.id, default: []].insert(member.member.id)
        var before = found
        before?.member.rolledOn = day
        let isSame = member == before
        if isSame, !isAgain { memberChanges.unchanged += 1 }
        if member == found { return doubt }
        if member.member.departure != nil, found?.member.departure == nil { memberChanges.left += 1 }
        if found == nil { memberChanges.new += 1 } else if !isSame, !isAgain { memberChanges.changed += 1 }
        try store(member)
        if let namesake {
            try writing.note(DuplicatePair(namesake.member.id, member.member.id, .nameAndBirth))
            duplicatesNoted += 1
            return .identityDiffers
        }
        return doubt
    }

    private mutating func newcomer(_ facts: MemberFacts, in household: Household) -> EnrolledMember {
        let line = (enrolled[household.id] ?? []).map(\.member.line).max() ?? 0
        let member = Member(
            id: MemberID(using: &generator),
            household: household.id,
            line: line + 1,
            name: facts.name
        )
        return EnrolledMember(member: member, key: "", nationalID: nil, phone: nil)
    }

    private mutating func store(_ member: EnrolledMember) throws {
        try writing.save(member)
        let household = member.member.household
        if let position = enrolled[household]?.firstIndex(where: { $0.member.id == member.member.id }) {
            enrolled[household]?[position] = member
        } else {
            enrolled[household, default: []].append(member)
        }
    }

    /// Work in words gets its code where the words are clear enough and no code is stated; when the words change, the
    /// code that was told from them does too.
    private func classify(_ member: inout Member, before: Member?, _ facts: MemberFacts) {
        if facts.pastOccupation == nil, let text = facts.jobText, text != before?.jobText {
            member.pastOccupation = classifier(text)
        }
        if facts.wantedOccupation == nil, let text = facts.wantedText, text != before?.wantedText {
            member.wantedOccupation = classifier(text)
        }
    }

    /// Two of one name and birth in a household are told apart by a number.
    private func uniqueKey(_ key: String, of id: MemberID, in household: HouseholdID) -> String {
        let taken = Set((enrolled[household] ?? []).filter { $0.member.id != id }.map(\.key))
        guard taken.contains(key) else { return key }
        return (2...).lazy.map { "\(key)|\($0)" }.first { !taken.contains($0) } ?? key
    }

    /// What names a row within its household: the folded name and the birth.
    static func key(_ name: String, _ birth: Birth?) -> String {
        switch birth {
        case .date(let day): "\(folded(name))|\(day)"
        case .year(let year): "\(folded(name))|\(year)"
        case nil: "\(folded(name))|"
        }
    }

    /// A departure whose day no row tells is of the day of the roll that first told it.
    private static func departure(_ told: Departure?, _ known: Departure?, on day: Day) -> Departure? {
        guard let told, let known, told.reason == known.reason, told.on == day else { return told }
        return known
    }

    /// The same name, or a birth that does not contradict.
    private static func isLike(_ member: Member, _ facts: MemberFacts) -> Bool {
        if folded(member.name) == folded(facts.name) { return true }
        guard let one = member.birth?.reckoned?.year, let other = facts.birth?.reckoned?.year else { return false }
        return one == other && (member.sex == nil || facts.sex == nil || member.sex == facts.sex)
    }

    /// The same name, and a birth of which one side knows less: the year, or nothing.
    private static func isClose(_ member: Member, to facts: MemberFacts) -> Bool {
        guard isOneSpelling(member.name, facts.name) else { return false }
        switch (member.birth, facts.birth) {
        case (nil, _), (_, nil): return true
        case (.year(let year), .date(let day)), (.date(let day), .year(let year)): return day.year == year
        default: return false
        }
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
