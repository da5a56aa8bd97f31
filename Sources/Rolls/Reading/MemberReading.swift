import Households
import Vocabulary
import Workbooks

extension RowReading {
    /// What the row says of a person.
    mutating func member(householdCode: String, name: String, tickFields: Set<RollField>) -> MemberFacts {
        var facts = MemberFacts(householdCode: householdCode, name: name)
        let asOf = context.asOf
        facts.relation = text(.relation)
        facts.birth = read(.birth) { DayText.birth($0.cell, asOf: asOf) }
        facts.sex = readText(.sex) { PersonText.sex($0) }
        facts.ethnicity = text(.ethnicity).flatMap { $0.utf8.count > 1 ? $0 : nil }
        readContact(&facts)
        facts.isDisabled = disabled()
        facts.ability = readText(.ability) { PersonText.ability($0) }
        if context.kind == .members, mark(.withoutLabour) == true { facts.ability = .unable }
        facts.abilityReviewOn = day(.abilityReviewOn)
        facts.education = readText(.education) { SchoolText.education($0) }
        facts.qualification = readText(.qualification) { SchoolText.qualification($0) }
        facts.activity = activity()
        readOccupations(&facts)
        readPlaces(&facts)
        facts.hasLeftSchool = mark(.leftSchool)
        facts.languages = list(.languages, hasTicks: false) { PersonText.language($0) }
        facts.readsVietnamese = mark(.readsVietnamese)
        facts.contactWay = readText(.contactWay) { PersonText.contactWay($0) }
        facts.skills = list(.skills, hasTicks: false) { PersonText.skill($0) }
        facts.acceptsNights = mark(.nights)
        facts.isSoleCarer = mark(.soleCarer)
        facts.reach = readText(.reach) { PersonText.reach($0) }
        facts.wageFloor = read(.wageFloor) { HouseholdText.amount($0) }
        facts.departure = departure()
        return facts
    }

    /// Whether the person is recorded as disabled; also a degree of it (`nặng`) says so.
    private mutating func disabled() -> Bool? {
        guard let value = values[.disabled] else { return has(.disabled) ? false : nil }
        let key = folded(value.text)
        if ["khuyet tat", "dac biet nang", "nang", "nhe"].contains(where: key.hasPrefix) { return true }
        return mark(.disabled)
    }

    private mutating func readContact(_ facts: inout MemberFacts) {
        facts.identity = read(.nationalID) { IdentityNumber($0.text, isNumericCell: $0.isNumber) }
        let provinces = context.units.identityProvinces
        let warnings = facts.identity?.warnings(birth: facts.birth, sex: facts.sex, knownProvinces: provinces) ?? []
        if warnings.contains(.birthDiffers) || warnings.contains(.sexDiffers) { add(.identityDiffers, .nationalID) }
        if warnings.contains(.repaired) { add(.repaired, .nationalID) }
        // Of cards of the old kind half a roll may be; there is nothing in each of them to look at.
        if warnings.contains(.unknownProvince), !provinces.isEmpty { add(.unknownProvince, .nationalID) }
        facts.phone = read(.phone) { value in
            // Of several numbers the first one that is one.
            let parts =
                value.isNumber
                ? [value.text] : value.text.split(whereSeparator: { ",;/".contains($0) }).map(String.init)
            return parts.lazy.compactMap { PhoneNumber($0, isNumericCell: value.isNumber)?.digits }.first
        }
    }

    private mutating func readOccupations(_ facts: inout MemberFacts) {
        facts.trainedOccupation = readText(.trainedOccupation, Self.occupation)
        let past = readText(.pastOccupation, Self.occupation)
        let current = readText(.currentOccupation, Self.occupation)
        facts.pastOccupation = past ?? current
        facts.experienceYears = readText(.experience) { text in
            Int(text.prefix { $0.isASCII && $0.isNumber }).flatMap { (0...70).contains($0) ? $0 : nil }
        }
        if let wanted = text(.wantedJob), RollTick.mark(wanted) == nil || Int(wanted).map({ $0 > 1 }) == true {
            facts.wantedOccupation = Self.occupation(wanted)
            if facts.wantedOccupation == nil { facts.wantedText = wanted }
        }
        facts.jobText = text(.currentJob) ?? text(.pastJob)
    }

    /// A code of the classification, perhaps with its name after it (`8153 - Thợ may`).
    private static func occupation(_ text: String) -> OccupationCode? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        return rest.isEmpty || " -–.:".contains(rest.prefix(1)) ? OccupationCode(digits) : nil
    }

    private mutating func readPlaces(_ facts: inout MemberFacts) {
        facts.awaySince = day(.awaySince)
        let names = context.units.provinceNames
        if let address = text(.currentAddress) {
            switch PlaceText.place(address, provinceNames: names) {
            case .ownDistrict: facts.residence = .home
            case .province: facts.residence = .away(.inProvince)
            case .otherProvince: facts.residence = .away(.otherProvince)
            case .abroad: facts.residence = .away(.abroad)
            case nil: facts.residence = PlaceText.commune(address, units: context.units).map { .commune($0) }
            }
            return
        }
        // Nobody travels daily to another province's factory or abroad; a current place that is asked for goes before.
        guard case .working(let work) = facts.activity else { return }
        switch work.place {
        case .otherProvince: facts.residence = .away(.otherProvince)
        case .abroad: facts.residence = .away(.abroad)
        case .ownDistrict, .province, nil: break
        }
    }

    // MARK: - Work

    /// What the person does, from whichever of the form's columns say it; nil where none does or they contradict.
    private mutating func activity() -> Activity? {
        var said: [(Activity?, RollField)] = []
        if let activity = readText(.activity, { WorkText.activity($0) }) { said.append((activity, .activity)) }
        if let reason = values[.inactiveReason], RollTick.mark(reason.cell) != false {
            let inactive = RollTick.mark(reason.cell) == true ? Activity.otherInactive : WorkText.inactive(reason.text)
            // Any other reason is one all the same.
            said.append((inactive ?? .otherInactive, .inactiveReason))
        }
        for field in [RollField.unemployedKind, .unemployedFor] {
            if let value = values[field], RollTick.mark(value.cell) != false || value.isNumber {
                said.append((.unemployed, field))
            }
        }
        guard let first = said.first else { return impliedActivity() }
        let kinds = Set(said.map { Kind($0.0) })
        if kinds.count > 1 {
            add(.contradiction, said.last?.1 ?? .activity)
            return nil
        }
        switch Kind(first.0) {
        case .working: return .working(work())
        case .unemployed: return .unemployed
        // The reason says more than that the person is not active.
        case .inactive: return said.lazy.compactMap(\.0).first { $0 != .otherInactive } ?? .otherInactive
        }
    }

    private enum Kind: Hashable {
        case working
        case unemployed
        case inactive

        init(_ activity: Activity?) {
            switch activity {
            case nil, .working: self = .working
            case .unemployed: self = .unemployed
            default: self = .inactive
            }
        }
    }

    /// A position, contract or job is had by somebody in work, even where no column says so.
    private mutating func impliedActivity() -> Activity? {
        if values[.status] != nil || values[.contract] != nil { return .working(work()) }
        guard let job = text(.currentJob) else { return values[.currentOccupation] == nil ? nil : .working(work()) }
        if let activity = WorkText.activity(job) { return activity ?? .working(work()) }
        if let activity = WorkText.withoutWork(job) { return activity }
        return RollTick.mark(job) == nil ? .working(work()) : nil
    }

    private mutating func work() -> Work {
        let contract = readText(.contract) { WorkText.contract($0) }
        let status = readText(.status) { WorkText.status($0) }
        // A labour contract is had by somebody who works for pay.
        let implied: Work.Status = contract == nil || contract == .noContract ? .unknown : .employee
        var work = Work(status: status ?? implied, contract: contract)
        work.since = day(.contractStart)
        let names = context.units.provinceNames
        for field in [RollField.workplace, .workplaceAddress] {
            guard let text = text(field), RollTick.mark(text) == nil else { continue }
            work.place = work.place ?? PlaceText.place(text, provinceNames: names)
            if work.workplace == nil, !PlaceText.isOnlyDistance(text) { work.workplace = text }
        }
        return work
    }
}

extension PlaceText {
    /// Whether a text says only how far away a place is, and does not name it.
    static func isOnlyDistance(_ text: String) -> Bool {
        let key = folded(text)
        return near.contains(key)
            || ["ngoai huyen", "trong tinh", "ngoai tinh", "nuoc ngoai", "tinh khac", "huyen khac"].contains(key)
    }
}
