import Households
import Rolls
import Store
import Vocabulary

extension RollRegister {
    /// Takes in what a row says of a member.
    mutating func take(_ facts: MemberFacts) throws -> RowDoubt? {
        guard let household = households[facts.householdCode] else { return .householdUnknown }
        let hash = facts.identity.map { vault.hash($0.digits) }
        let met = metMembers[household.id] ?? []
        metHouseholds.insert(household.id)
        if isErased(facts) { return .erased }
        // Who was found to be the same as another comes last, and stays what was decided.
        let all = enrolled[household.id] ?? []
        let isDuplicate = { (one: EnrolledMember) in one.member.departure?.reason == .duplicate }
        let known = all.filter { !isDuplicate($0) } + all.filter(isDuplicate)
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
        member.member.departure = Departure.told(facts.departure, left, on: day) ?? member.member.departure
        classify(&member.member, before: found?.member, facts)
        if try keepAnswers(of: &member.member, before: found?.member) { doubt = doubt ?? .answerKept }
        member.member.rolledOn = day
        member.key = uniqueKey(key, of: member.member.id, in: household.id)
        let newKey = try seal(facts, into: &member)
        let isNewlyWithdrawn = member.member.isContactable && isWithdrawn(member, in: household.commune)
        if isNewlyWithdrawn { member.member.isContactable = false }
        metMembers[household.id, default: []].insert(member.member.id)
        var before = found
        before?.member.rolledOn = day
        let isSame = member == before
        if isSame, !isAgain { memberChanges.unchanged += 1 }
        if member == found { return doubt }
        if member.member.departure != nil, found?.member.departure == nil { memberChanges.left += 1 }
        if found == nil { memberChanges.new += 1 } else if !isSame, !isAgain { memberChanges.changed += 1 }
        if found != nil, !isSame { member.member.version += 1 }
        try store(member)
        if let newKey { try writing.set(wrappedKey: newKey, of: member.member.id) }
        if isNewlyWithdrawn {
            let wish = ContactWish(day: day, at: moment, actor: "roll", consent: nil, reason: nil)
            try writing.add(wish, of: member.member.id)
            member.member.version += 1
            remember(member)
        }
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
        remember(member)
    }

    private mutating func remember(_ member: EnrolledMember) {
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
}

extension Departure {
    /// A departure whose day no row tells is of the day of the roll that first told it.
    static func told(_ told: Departure?, _ known: Departure?, on day: Day) -> Departure? {
        guard let told, let known, told.reason == known.reason, told.on == day else { return told }
        return known
    }
}
