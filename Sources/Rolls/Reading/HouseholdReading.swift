import Households
import Vocabulary

extension RowReading {
    /// What the row says of its household.
    mutating func household(code: String, tickFields: Set<RollField>) -> HouseholdFacts {
        var facts = HouseholdFacts(code: code)
        facts.headName = text(.headName) ?? (context.kind == .households ? text(.fullName) : nil)
        if facts.headName == nil, text(.relation).map({ folded($0) == "chu ho" }) == true {
            facts.headName = text(.fullName)
        }
        facts.commune = commune()
        facts.village = text(.village)
        facts.povertyClass = readText(.povertyClass) { HouseholdText.povertyClass($0) }
        facts.escapedOn = day(.escapedOn)
        facts.classSince = day(.reviewedOn)
        if context.kind != .members {
            facts.isWithoutLabour = mark(.withoutLabour, emptyIsNo: context.kind == .households)
        }
        facts.size = readText(.householdSize) { Int($0).flatMap { (1...50).contains($0) ? $0 : nil } }
        facts.monthlyIncome = read(.monthlyIncome) { HouseholdText.amount($0) }
        facts.deprivations = list(.deprivations, hasTicks: tickFields.contains(.deprivations)) {
            HouseholdText.deprivation($0)
        }
        if context.kind == .households { facts.departure = departure() }
        return facts
    }

    /// The commune where the household is registered, by code or by name; nil where the row does not say.
    private mutating func commune() -> UnitCode? {
        let units = context.units
        if let value = values[.communeCode] {
            let text = value.text
            let lost = value.isNumber && (3...4).contains(text.utf8.count) ? 5 - text.utf8.count : 0
            let code = String(repeating: "0", count: lost) + text
            if let unit = units.find(code, self.text(.commune), self.text(.district)), units.isKnown(unit) {
                return unit
            }
            add(.unknownCommune, .communeCode, refuses: context.kind == .households)
            return nil
        }
        if let name = text(.commune) {
            let isCode = name.utf8.count == 5 && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
            let unit = units.find(isCode ? name : nil, isCode ? nil : name, text(.district))
            if let unit, units.isKnown(unit) { return unit }
            add(.unknownCommune, .commune, refuses: context.kind == .households)
            return nil
        }
        if let address = text(.permanentAddress), let unit = PlaceText.commune(address, units: units) { return unit }
        // A labour roll is no list of one commune's households.
        return context.kind == .members ? nil : units.fallback
    }

    /// That the household or person has left the roll.
    mutating func departure() -> Departure? {
        guard let reason = readText(.change, { HouseholdText.departure($0) }) ?? nil else { return nil }
        return Departure(reason, on: day(.changedOn) ?? context.asOf)
    }
}

extension PlaceText {
    /// The commune of an address, whose segments go from the village upward; nil where none is found.
    static func commune(_ address: String, units: UnitFinder) -> UnitCode? {
        let segments = address.split(whereSeparator: { ",;-–".contains($0) }).map { RollText.line(String($0)) }
        for (index, segment) in segments.enumerated() {
            let district = index + 1 < segments.count ? segments[index + 1] : nil
            if let unit = units.find(nil, segment, district), units.isKnown(unit) { return unit }
        }
        return nil
    }
}
