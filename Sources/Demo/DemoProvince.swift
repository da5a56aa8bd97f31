import Households
import Vocabulary

/// The synthetic province, written file by file in pieces.
package struct DemoProvince: Sendable {
    private let seed: UInt64
    private let territory: Territory
    private let settings: DemoSettings
    private let asOf: Day

    /// The province of a seed.
    ///
    /// - Parameters:
    ///   - seed: the same seed gives the same bytes.
    ///   - territory: communes and districts to spread it over.
    ///   - settings: how much of everything.
    ///   - asOf: the day of the rolls; feeds are of that day too.
    package init(seed: UInt64, territory: Territory, settings: DemoSettings, asOf: Day) {
        self.seed = seed
        self.territory = territory
        self.settings = settings
        self.asOf = asOf
    }

    /// Writes every file: a file's name with its next piece, one file after the other's beginning.
    package func write(to sink: (_ fileName: String, _ chunk: String) throws -> Void) throws {
        try writeRolls(to: sink)
        var random = SeededGenerator(seed: seed ^ 0xFEED)
        let vacancies = DemoVacancy.draw(settings, territory: territory, asOf: asOf, &random)
        let ownCount = vacancies.count * 45 / 100
        let indeedCount = vacancies.count * 35 / 100
        try OwnFeed.write(vacancies.prefix(ownCount), asOf: asOf) { try sink("tuyen-dung.xml", $0) }
        try IndeedFeed.write(vacancies.dropFirst(ownCount).prefix(indeedCount), asOf: asOf) {
            try sink("indeed.xml", $0)
        }
        try EURESFeed.write(vacancies.dropFirst(ownCount + indeedCount)) { try sink("eures.xml", $0) }
    }

    private func writeRolls(to sink: (String, String) throws -> Void) throws {
        var random = SeededGenerator(seed: seed)
        let day = asOf.vietnamese
        try sink("ho.csv", RollText.householdHead(day))
        try sink("nhan-khau.csv", RollText.memberHead(day))
        var householdNumber = 0
        var memberNumber = 0
        for (commune, classes) in spread(&random) {
            let isTown = !commune.name.hasPrefix("Xã")
            let villages = Names.villages(random.number(in: 6...16), isTown: isTown, &random)
            var householdText = ""
            var memberText = ""
            for (index, povertyClass) in classes.enumerated() {
                var household = DemoHousehold.draw(
                    number: index + 1,
                    commune: commune,
                    village: random.pick(villages),
                    povertyClass: povertyClass,
                    asOf: asOf,
                    &random
                )
                householdNumber += 1
                let district = territory.district(commune.district)?.name ?? ""
                householdText += RollText.line(household, number: householdNumber, district: district)
                for position in household.members.indices {
                    memberNumber += 1
                    household.members[position].number(memberNumber)
                    memberText += RollText.line(household.members[position], of: household, number: memberNumber)
                }
            }
            try sink("ho.csv", householdText)
            try sink("nhan-khau.csv", memberText)
        }
    }

    /// The classes of each commune's households, which add up to the settings exactly.
    private func spread(_ random: inout SeededGenerator) -> [(Territory.Commune, [PovertyClass])] {
        let communes = territory.communes
        let districtWeights = ["058": 2, "060": 14, "062": 12, "066": 10, "061": 10, "064": 8, "065": 8, "063": 7]
        let weighted = communes.indices.map { index in
            (index, (districtWeights[communes[index].district] ?? 8) * random.number(in: 6...14))
        }
        var classes = [[PovertyClass]](repeating: [], count: communes.count)
        for (povertyClass, count) in [
            (PovertyClass.poor, settings.poor), (.nearPoor, settings.nearPoor), (.newlyEscaped, settings.newlyEscaped),
        ] {
            for _ in 0..<count { classes[random.pick(weighted)].append(povertyClass) }
        }
        return communes.indices.map { (communes[$0], classes[$0]) }
    }
}
