import Vocabulary

/// What was made of texts before: a feed says the same of wages and places thousands of times.
package struct ClassifierMemo {
    private static let most = 10_000
    private var wages: [String: WageReading] = [:]
    private var places: [[String?]: (Workplace, PlacedUnit?)] = [:]

    /// A memo of nothing yet.
    package init() {}

    mutating func wage(_ text: String) -> WageReading {
        if let known = wages[text] { return known }
        let reading = WageReading(text: text)
        if wages.count < ClassifierMemo.most { wages[text] = reading }
        return reading
    }

    mutating func place(_ key: [String?], _ find: () -> (Workplace, PlacedUnit?)) -> (Workplace, PlacedUnit?) {
        if let known = places[key] { return known }
        let found = find()
        if places.count < ClassifierMemo.most { places[key] = found }
        return found
    }
}

/// What classifying needs beside the advertisement itself: where places are, how ISCO-08 units map to the Vietnamese
/// classification, and what titles mean.
package struct Classifier: Sendable {
    private let gazetteer: Gazetteer
    private let occupationOfISCO: [String: OccupationCode]
    /// What tells an occupation from words.
    package let occupations: OccupationClassifier
    /// How sure an occupation told from words has to be, 0...100.
    package let leastConfidence: Int

    /// A classifier for one province.
    ///
    /// - Parameters:
    ///   - gazetteer: the province's places by name and code.
    ///   - occupationOfISCO: the Vietnamese code for an ISCO-08 code where the two differ.
    ///   - occupations: what tells an occupation from words.
    ///   - leastConfidence: how sure an occupation told from words has to be, 0...100.
    package init(
        gazetteer: Gazetteer,
        occupationOfISCO: [String: OccupationCode],
        occupations: OccupationClassifier,
        leastConfidence: Int
    ) {
        self.gazetteer = gazetteer
        self.occupationOfISCO = occupationOfISCO
        self.occupations = occupations
        self.leastConfidence = leastConfidence
    }

    /// The occupation that a person's words for past or wanted work mean; nil where it is not sure enough.
    package func occupation(ofWords words: String) -> OccupationClassifier.Guess? {
        occupation(title: words, text: "")
    }

    /// The vacancy that an advertisement of a source stands for.
    package func vacancy(from advertisement: Advertisement, source: String, id: VacancyID) -> Vacancy {
        var memo = ClassifierMemo()
        return vacancy(from: advertisement, source: source, id: id, memo: &memo)
    }

    /// The same, for one of many advertisements, with what was made of those before.
    package func vacancy(
        from advertisement: Advertisement,
        source: String,
        id: VacancyID,
        memo: inout ClassifierMemo
    ) -> Vacancy {
        var vacancy = Vacancy(
            id: id,
            source: source,
            reference: advertisement.reference,
            title: advertisement.title
        )
        vacancy.text = advertisement.text
        vacancy.employer = advertisement.employer
        // One code is written in many ways; what is no code stays as it was written.
        vacancy.taxCode = advertisement.taxCode.map { TaxCode($0)?.description ?? $0 }
        vacancy.placeText = advertisement.placeText
        let (code, vintage, place) = (advertisement.unitCode, advertisement.unitVintage, advertisement.placeText)
        (vacancy.place, vacancy.unit) = memo.place([code, vintage.map { String($0) }, place]) {
            gazetteer.workplace(unitCode: code, vintage: vintage, text: place)
        }
        vacancy.isAbroad =
            WorkAbroad(title: vacancy.title, placeText: place, isInProvince: vacancy.place.isInProvince).isAbroad
        readWage(of: advertisement, into: &vacancy, memo: &memo)
        vacancy.contract = contract(of: advertisement)
        // Bounds that no honest feed reaches keep a hostile one from overflowing sums.
        vacancy.openings = max(1, min(advertisement.openings ?? 1, 100_000))
        vacancy.openingsAreAssumed = advertisement.openings == nil
        if let stated = occupation(of: advertisement) {
            vacancy.occupation = stated
        } else if let guess = occupation(title: advertisement.title, text: advertisement.text) {
            (vacancy.occupation, vacancy.occupationConfidence) = (guess.code, guess.confidence)
        }
        vacancy.minimumEducation = level(advertisement.educationText, in: educationWords, upTo: 4)
        vacancy.minimumQualification = level(advertisement.qualificationText, in: qualificationWords, upTo: 8)
        vacancy.minimumExperience = advertisement.experienceYears.flatMap { $0 > 0 ? min($0, 60) : nil }
        vacancy.trainsNewcomers = advertisement.trainsNewcomers
        vacancy.isHazardous = advertisement.isHazardous
        vacancy.offersHousing = advertisement.offersHousing
        vacancy.postedOn = advertisement.postedOn
        vacancy.expiresOn = advertisement.expiresOn
        vacancy.confirmedOn = advertisement.confirmedOn
        vacancy.url = advertisement.url
        VacancyConditions(title: vacancy.title, text: vacancy.text, postedYear: vacancy.postedOn?.year)
            .complete(&vacancy, statedBy: advertisement)
        return vacancy
    }

    private func readWage(of advertisement: Advertisement, into vacancy: inout Vacancy, memo: inout ClassifierMemo) {
        let reading = memo.wage(advertisement.wageText ?? "")
        (vacancy.wage, vacancy.wageKind, vacancy.wageConfidence) = (reading.monthly, reading.kind, reading.confidence)
        guard advertisement.wageMinimum != nil || advertisement.wageMaximum != nil else { return }
        let period = advertisement.wagePeriod ?? .month
        var minimum = monthly(advertisement.wageMinimum, period)
        var maximum = monthly(advertisement.wageMaximum, period)
        // Of amounts in the wrong order, as of such words, only the smaller is to be counted on.
        let isReversed = minimum.flatMap { low in maximum.map { $0 < low } } ?? false
        if isReversed { (minimum, maximum) = (maximum, nil) }
        let isDong = (advertisement.currency ?? "VND") == "VND"
        // An amount that no wage in đồng could be is in another currency, or in another unit; words may say more.
        if isDong, let lowest = minimum ?? maximum, !MonthlyWage.plausible.contains(lowest) {
            if vacancy.wage == nil {
                vacancy.wageKind = minimum == nil ? .upTo : .from
                vacancy.wageConfidence = advertisement.currency == nil ? .medium : .low
            }
            return
        }
        vacancy.wage = nil
        vacancy.wageKind = minimum == nil ? .upTo : maximum.map { $0 == minimum ? .exact : .range } ?? .from
        let isStated = advertisement.currency != nil && advertisement.wagePeriod != nil
        vacancy.wageConfidence = isReversed ? .low : isStated ? .high : .medium
        guard let minimum, isDong else { return }
        vacancy.wage = MonthlyWage(
            minimum: Dong(minimum),
            maximum: maximum.flatMap { $0 > minimum && MonthlyWage.plausible.contains($0) ? Dong($0) : nil }
        )
    }

    private func monthly(_ amount: Int64?, _ period: WagePeriod) -> Int64? {
        amount.flatMap { WageReading.amounts.contains($0) ? period.monthly($0) : nil }
    }

    private func contract(of advertisement: Advertisement) -> ContractTerm? {
        if let months = advertisement.contractMonths, months > 0 { return .fixed(months: min(months, 36)) }
        switch advertisement.contractKind {
        case nil, "fixed": return nil
        case "indefinite": return .indefinite
        case "seasonal": return .seasonal
        case let words?:
            let kind = folded(words)
            if kind.split(separator: " ").first == "permanent" || kind.contains("khong xac dinh thoi han") {
                return .indefinite
            }
            let temporary = ["seasonal", "temporary", "thoi vu", "tam thoi"]
            return temporary.contains { kind.contains($0) } ? .seasonal : nil
        }
    }

    private func occupation(of advertisement: Advertisement) -> OccupationCode? {
        guard let text = advertisement.occupationCode else { return nil }
        if advertisement.occupationIsISCO, let mapped = occupationOfISCO[text] { return mapped }
        return OccupationCode(text)
    }

    private func occupation(title: String, text: String) -> OccupationClassifier.Guess? {
        occupations.classify(title: title, text: text).flatMap { $0.confidence >= leastConfidence ? $0 : nil }
    }

    private func level(_ text: String?, in words: [(String, Int)], upTo highest: Int) -> Int? {
        guard let text, !text.isEmpty else { return nil }
        if let number = Int(text) { return (1...highest).contains(number) ? number : nil }
        let key = folded(text)
        return words.first { key.contains($0.0) }?.1
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
