import Households
import Rolls
import Store
import Vocabulary

/// The register while a roll is read into it: who is known, who was met, and what changes.
struct RollRegister {
    private let writing: Writing
    private let vault: Vault
    private let classifier: (String) -> OccupationCode?
    private let day: Day
    private let moment: Int64
    private var generator = SystemRandomNumberGenerator()

    private var households: [String: Household] = [:]
    private var enrolled: [HouseholdID: [EnrolledMember]]
    private var metHouseholds: Set<HouseholdID> = []
    private var metMembers: [HouseholdID: Set<MemberID>] = [:]
    private var metCommunes: Set<UnitCode> = []
    private(set) var householdChanges = RollReport.Changes()
    private(set) var memberChanges = RollReport.Changes()
    private(set) var classChanges: [String: Int] = [:]

    init(
        _ writing: Writing,
        vault: Vault,
        classifier: @escaping (String) -> OccupationCode?,
        day: Day,
        moment: Int64
    ) throws {
        self.writing = writing
        self.vault = vault
        self.classifier = classifier
        self.day = day
        self.moment = moment
        for household in try writing.reading.households() { households[household.code] = household }
        enrolled = try writing.reading.enrolled()
    }

    /// Whether a household of this code is known.
    func knows(_ code: String) -> Bool { households[code] != nil }

    // MARK: Households

    /// Takes in what a row says of a household.
    mutating func take(_ facts: HouseholdFacts) throws -> RowDoubt? {
        guard let known = households[facts.code] else { return try enrol(facts) }
        let isFirst = metHouseholds.insert(known.id).inserted
        metCommunes.insert(known.commune)
        var household = known
        if isBack(known.departure) { household.departure = nil }
        facts.apply(to: &household)
        let isOlderReview = facts.classSince.flatMap { day in known.classSince.map { day < $0 } } ?? false
        if isOlderReview {
            household.povertyClass = known.povertyClass
            household.escapedOn = known.escapedOn
            household.classSince = known.classSince
        }
        try note(facts, of: household, before: known)
        metCommunes.insert(household.commune)
        if household == known {
            if isFirst { householdChanges.unchanged += 1 }
            return nil
        }
        if household.departure != nil, known.departure == nil { householdChanges.left += 1 }
        if isFirst { householdChanges.changed += 1 }
        try writing.save(household)
        households[facts.code] = household
        return isFirst ? nil : .householdRepeated
    }

    private mutating func enrol(_ facts: HouseholdFacts) throws -> RowDoubt? {
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
        try writing.save(household)
        households[household.code] = household
        metHouseholds.insert(household.id)
        metCommunes.insert(commune)
        householdChanges.new += 1
        try note(facts, of: household, before: nil)
        return nil
    }

    /// Whether who is named on the roll has come back by it, unless the row itself says otherwise.
    private func isBack(_ departure: Departure?) -> Bool {
        guard let departure, departure.on < day || departure.reason == .missing else { return false }
        switch departure.reason {
        case .missing, .moved, .split: return true
        case .died, .duplicate: return false
        }
    }

    /// Keeps the class by date, so that the class at the day of a referral is known for ever.
    private mutating func note(_ facts: HouseholdFacts, of household: Household, before: Household?) throws {
        guard let povertyClass = facts.povertyClass else { return }
        let isSame = before.map { $0.povertyClass == povertyClass && $0.escapedOn == household.escapedOn } ?? false
        let isNewReview = facts.classSince != nil && facts.classSince != before?.classSince
        if isSame && !isNewReview { return }
        let from = facts.classSince ?? (povertyClass == .newlyEscaped ? facts.escapedOn : nil) ?? day
        let record = ClassHistory.Entry(
            from: from,
            povertyClass: povertyClass,
            escapedOn: facts.escapedOn,
            recordedAt: moment
        )
        try writing.add(record, to: household.id)
        if let before, before.povertyClass != household.povertyClass {
            let change = "\(before.povertyClass.rawValue)>\(household.povertyClass.rawValue)"
            classChanges[change, default: 0] += 1
        }
    }

    // MARK: Members

    /// Takes in what a row says of a member.
    mutating func take(_ facts: MemberFacts) throws -> RowDoubt? {
        guard let household = households[facts.householdCode] else { return .householdUnknown }
        let hash = facts.identity.map { vault.hash($0.digits) }
        let met = metMembers[household.id] ?? []
        let others = (enrolled[household.id] ?? []).filter { !met.contains($0.member.id) }
        let key = RollRegister.key(facts.name, facts.birth)
        var doubt: RowDoubt?
        var found = hash.flatMap { hash in others.first { $0.nationalID?.hash == hash } }
        if found == nil {
            found = others.first { RollRegister.key($0.member.name, $0.member.birth) == key }
            if let known = found?.nationalID?.hash, let hash, known != hash { doubt = .identityDiffers }
        }
        if found == nil, let close = RollRegister.only(others.filter { RollRegister.isClose($0.member, to: facts) }) {
            found = close
            doubt = .birthDiffers
        }
        var member = found ?? newcomer(facts, in: household)
        if isBack(member.member.departure) { member.member.departure = nil }
        facts.apply(to: &member.member)
        classify(&member.member)
        member.key = uniqueKey(key, of: member.member.id, in: household.id)
        if let identity = facts.identity, member.nationalID?.hash != hash {
            member.nationalID = try vault.seal(identity.digits)
        }
        if let phone = facts.phone, member.phone?.hash != vault.hash(phone) { member.phone = try vault.seal(phone) }
        metMembers[household.id, default: []].insert(member.member.id)
        if member == found {
            memberChanges.unchanged += 1
            return doubt
        }
        if member.member.departure != nil, found?.member.departure == nil { memberChanges.left += 1 }
        if found == nil { memberChanges.new += 1 } else { memberChanges.changed += 1 }
        try store(member)
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

    /// A job in words gets its code where the words are clear enough; they stay beside it.
    private func classify(_ member: inout Member) {
        guard let text = member.jobText, member.pastOccupation == nil, member.wantedOccupation == nil else { return }
        member.pastOccupation = classifier(text)
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

    /// The same name, and a birth of which one side knows less: the year, or nothing.
    private static func isClose(_ member: Member, to facts: MemberFacts) -> Bool {
        guard folded(member.name) == folded(facts.name) else { return false }
        switch (member.birth, facts.birth) {
        case (nil, _), (_, nil): return true
        case (.year(let year), .date(let day)), (.date(let day), .year(let year)): return day.year == year
        default: return false
        }
    }

    private static func only(_ list: [EnrolledMember]) -> EnrolledMember? {
        list.count == 1 ? list[0] : nil
    }

    // MARK: Who is not named

    /// Closes a roll: who was not named has left where the roll is complete, and is counted where it is not.
    ///
    /// - Returns: how many would leave by this, of how many who were known where the roll speaks.
    mutating func close(isComplete: Bool) throws -> (leaving: Int, of: Int) {
        var (leaving, total) = (0, 0)
        for household in households.values.sorted(by: { $0.id < $1.id })
        where household.departure == nil && metCommunes.contains(household.commune) {
            total += 1
            if metHouseholds.contains(household.id) || metHouseholds.isEmpty { continue }
            if isComplete {
                var gone = household
                gone.departure = Departure(.missing, on: day)
                try writing.save(gone)
                leaving += 1
                householdChanges.left += 1
            } else {
                householdChanges.notNamed += 1
            }
        }
        for (household, met) in metMembers.sorted(by: { $0.key < $1.key }) {
            for var other in enrolled[household] ?? []
            where other.member.departure == nil && !met.contains(other.member.id) {
                total += 1
                if isComplete {
                    other.member.departure = Departure(.missing, on: day)
                    try writing.save(other)
                    leaving += 1
                    memberChanges.left += 1
                } else {
                    memberChanges.notNamed += 1
                }
            }
            total += met.count
        }
        return (leaving, total)
    }
}
