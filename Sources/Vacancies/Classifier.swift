import Vocabulary

/// What classifying needs beside the advertisement itself: the territory, and how ISCO-08 units map to the
/// Vietnamese classification.
package struct Classifier: Sendable {
    private let territory: Territory
    private let occupationOfISCO: [String: OccupationCode]
    private let districtByName: [String: String]
    private let communesByName: [String: [UnitCode]]
    private let provinceNames: [String]

    /// A classifier for one province.
    ///
    /// - Parameters:
    ///   - territory: the province's communes and districts.
    ///   - provinceNames: the names the province goes by in advertisements.
    ///   - occupationOfISCO: the Vietnamese code for an ISCO-08 code where the two differ.
    package init(territory: Territory, provinceNames: [String], occupationOfISCO: [String: OccupationCode]) {
        self.territory = territory
        self.provinceNames = provinceNames.map { folded($0) }
        self.occupationOfISCO = occupationOfISCO
        districtByName = Dictionary(
            territory.districts.map { (Classifier.bareName($0.name), $0.code) },
            uniquingKeysWith: { first, _ in first }
        )
        communesByName = Dictionary(grouping: territory.communes, by: { Classifier.bareName($0.name) })
            .mapValues { $0.map(\.code) }
    }

    /// The vacancy that an advertisement of a source stands for.
    package func vacancy(from advertisement: Advertisement, source: String, id: VacancyID) -> Vacancy {
        var vacancy = Vacancy(
            id: id,
            source: source,
            reference: advertisement.reference,
            title: advertisement.title
        )
        vacancy.text = advertisement.text
        vacancy.employer = advertisement.employer
        vacancy.taxCode = advertisement.taxCode
        vacancy.placeText = advertisement.placeText
        vacancy.place = workplace(of: advertisement)
        vacancy.wage = wage(of: advertisement)
        vacancy.contract = contract(of: advertisement)
        // Bounds that no honest feed reaches keep a hostile one from overflowing sums.
        vacancy.openings = max(1, min(advertisement.openings ?? 1, 100_000))
        vacancy.occupation = occupation(of: advertisement)
        vacancy.minimumEducation = level(advertisement.educationText, in: educationWords, upTo: 4)
        vacancy.minimumQualification = level(advertisement.qualificationText, in: qualificationWords, upTo: 8)
        vacancy.minimumExperience = advertisement.experienceYears.flatMap { $0 > 0 ? min($0, 60) : nil }
        vacancy.trainsNewcomers = advertisement.trainsNewcomers
        vacancy.isHazardous = advertisement.isHazardous
        vacancy.offersHousing = advertisement.offersHousing
        vacancy.postedOn = advertisement.postedOn
        vacancy.expiresOn = advertisement.expiresOn
        vacancy.url = advertisement.url
        return vacancy
    }

    private func workplace(of advertisement: Advertisement) -> Workplace {
        if let text = advertisement.unitCode, let code = UnitCode(text) {
            return territory.commune(code) == nil ? .elsewhere : .commune(code)
        }
        let parts = advertisement.placeText.split(separator: ",").map { folded($0) }.filter { !$0.isEmpty }
        if parts.isEmpty { return .unknown }
        let isHere = parts.contains { part in provinceNames.contains { part == $0 || part.hasSuffix(" " + $0) } }
        // The city's bare name is also the province's: alone it names the province.
        let districts = parts.filter { !provinceNames.contains($0) }
            .compactMap { districtByName[Classifier.bareName($0)] }
        for part in parts {
            let candidates = communesByName[Classifier.bareName(part)] ?? []
            let fitting = candidates.filter { code in
                districts.isEmpty || territory.district(of: code).map { districts.contains($0.code) } == true
            }
            if isHere || !districts.isEmpty, fitting.count == 1, let only = fitting.first { return .commune(only) }
        }
        if isHere { return districts.first.map { .district($0) } ?? .unknown }
        return parts.count == 1 && districts.count == 1 ? .district(districts[0]) : .elsewhere
    }

    private func wage(of advertisement: Advertisement) -> MonthlyWage? {
        guard (advertisement.currency ?? "VND") == "VND" else { return nil }
        let period = advertisement.wagePeriod ?? .month
        if let minimum = advertisement.wageMinimum, minimum > 0, minimum <= 1_000_000_000_000 {
            let maximum = advertisement.wageMaximum.flatMap { $0 >= minimum && $0 <= 1_000_000_000_000 ? $0 : nil }
            return MonthlyWage(
                minimum: Dong(period.monthly(minimum)),
                maximum: maximum.map { Dong(period.monthly($0)) }
            )
        }
        return advertisement.wageText.flatMap(MonthlyWage.init(text:))
    }

    private func contract(of advertisement: Advertisement) -> ContractTerm? {
        if let months = advertisement.contractMonths, months > 0 { return .fixed(months: min(months, 36)) }
        let kind = folded(advertisement.contractKind ?? "")
        if ["indefinite", "permanent", "khong xac dinh thoi han"].contains(where: kind.contains) { return .indefinite }
        let temporary = ["seasonal", "temporary", "thoi vu", "tam thoi"]
        return temporary.contains(where: kind.contains) ? .seasonal : nil
    }

    private func occupation(of advertisement: Advertisement) -> OccupationCode? {
        guard let text = advertisement.occupationCode else { return nil }
        if advertisement.occupationIsISCO, let mapped = occupationOfISCO[text] { return mapped }
        return OccupationCode(text)
    }

    private func level(_ text: String?, in words: [(String, Int)], upTo highest: Int) -> Int? {
        guard let text, !text.isEmpty else { return nil }
        if let number = Int(text) { return (1...highest).contains(number) ? number : nil }
        let key = folded(text)
        return words.first { key.contains($0.0) }?.1
    }

    private static func bareName(_ name: String) -> String {
        let key = folded(name)
        for level in ["thanh pho ", "thi tran ", "huyen ", "phuong ", "xa "] where key.hasPrefix(level) {
            return String(key.dropFirst(level.count))
        }
        return key
    }
}

/// Words of general education, longest meaning first, with the level of form 01.
private let educationWords = [
    ("thpt", 4), ("trung hoc pho thong", 4), ("12 12", 4), ("thcs", 3), ("trung hoc co so", 3), ("9 12", 3),
    ("tieu hoc", 2), ("khong yeu cau", 1),
]

/// Words of technical qualification, with the level of form 01.
private let qualificationWords = [
    ("thac si", 8), ("tien si", 8), ("dai hoc", 7), ("cao dang", 6), ("trung cap", 5), ("so cap", 4),
    ("chung chi", 3), ("khong yeu cau", 1),
]
