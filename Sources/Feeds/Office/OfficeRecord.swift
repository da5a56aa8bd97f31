import Vocabulary
import Workbooks

/// The cells that say one vacancy, by field, before anything is made of them.
struct OfficeRecord {
    /// A cell with where it stands, for what is said of it.
    struct Place {
        /// What is filled in.
        var cell: Cell
        /// The row; nil where it was typed in.
        var row: Int?
        /// The heading or label over it.
        var heading: String
    }

    /// The row it is from; nil where it was typed in.
    var row: Int?
    /// What is filled in, by field; a field that a table has a column for is there with an empty cell.
    var places: [OfficeField: Place] = [:]
    /// The texts that make up the description.
    var descriptions: [String] = []

    /// The vacancy these cells say.
    ///
    /// - Parameters:
    ///   - problems: gathers what is wrong.
    ///   - occupationName: the name of an occupation, for a row without a title.
    /// - Returns: the vacancy; nil where one of the problems refuses it.
    func vacancy(
        problems: inout [OfficeProblem],
        occupationName: (OccupationCode) -> String?
    ) -> OfficeVacancy? {
        var found: [OfficeProblem] = []
        defer { problems += found }
        let occupation = read(.occupation, &found, OfficeValue.occupation)
        var title = line(.title)
        if title.isEmpty { title = line(.occupationName) }
        if title.isEmpty, let occupation { title = occupationName(occupation) ?? "Nghề mã \(occupation.digits)" }
        if title.isEmpty {
            // That the code could not be read is then why there is no title.
            found.removeAll { !$0.refusesRow }
            found.append(problem(places[.title] == nil ? .occupation : .title, .noTitle))
        }
        var vacancy = OfficeVacancy(title: title, employer: line(.employer))
        if vacancy.employer.isEmpty { found.append(problem(.employer, .noEmployer)) }
        vacancy.row = row
        vacancy.occupation = occupation
        readPeople(into: &vacancy, &found)
        readEmployer(into: &vacancy, &found)
        readTerms(into: &vacancy, &found)
        readDemands(into: &vacancy, &found)
        return found.contains(where: \.refusesRow) ? nil : vacancy
    }

    private func readPeople(into vacancy: inout OfficeVacancy, _ found: inout [OfficeProblem]) {
        let men = places[.men].flatMap { OfficeValue.count($0.cell, from: 0) }
        let women = places[.women].flatMap { OfficeValue.count($0.cell, from: 0) }
        vacancy.quantity = places[.quantity].flatMap { OfficeValue.count($0.cell) }
        if places[.quantity]?.cell.isEmpty ?? true, places[.men] != nil {
            let sum = (men ?? 0) + (women ?? 0)
            vacancy.quantity = (1...100_000).contains(sum) ? sum : nil
        }
        let isAsked = places[.quantity] != nil || places[.men] != nil
        if isAsked, vacancy.quantity == nil {
            found.append(problem(places[.quantity] == nil ? .men : .quantity, .quantity))
        }
        guard let place = places[.women], !place.cell.isEmpty else { return }
        vacancy.women = women.flatMap { $0 <= vacancy.quantity ?? $0 ? $0 : nil }
        if vacancy.women == nil { found.append(problem(.women, .notUnderstood)) }
    }

    private func readEmployer(into vacancy: inout OfficeVacancy, _ found: inout [OfficeProblem]) {
        if let place = places[.taxCode], !place.cell.isEmpty {
            if let (code, isRepaired) = OfficeValue.taxCode(place.cell) {
                vacancy.taxCode = code
                if isRepaired { found.append(problem(.taxCode, .repaired)) }
            } else {
                found.append(problem(.taxCode, .taxCode))
            }
        }
        vacancy.address = line(.address)
        vacancy.phone = phone
        vacancy.workplace = line(.workplace)
        let unit = read(.unitCode, &found, OfficeValue.unitCode)
        vacancy.unitCode = unit?.code
        if unit?.isRepaired == true { found.append(problem(.unitCode, .repaired)) }
        let reference = line(.reference)
        if reference.isEmpty || Self.isPlaceholder(reference) { return }
        vacancy.reference = reference.unicodeScalars.count <= 200 ? reference : nil
        if vacancy.reference == nil { found.append(problem(.reference, .notUnderstood)) }
    }

    private func readTerms(into vacancy: inout OfficeVacancy, _ found: inout [OfficeProblem]) {
        let (wage, low, high) = (places[.wage], places[.wageMinimum], places[.wageMaximum])
        let reading: OfficeVacancy.Wage.Reading
        if let wage, !wage.cell.isEmpty || (low == nil && high == nil) {
            reading = OfficeVacancy.Wage.reading(wage.cell, heading: wage.heading)
            if let kind = reading.problem { found.append(problem(.wage, kind)) }
        } else {
            reading = OfficeVacancy.Wage.reading(
                minimum: low?.cell ?? .empty,
                maximum: high?.cell ?? .empty,
                headings: (low?.heading ?? "", high?.heading ?? "")
            )
            if let kind = reading.problem { found.append(problem(low == nil ? .wageMaximum : .wageMinimum, kind)) }
        }
        vacancy.wage = reading.wage
        let (kind, months) = (places[.contractKind]?.cell ?? .empty, places[.contractMonths]?.cell ?? .empty)
        vacancy.contract = OfficeVacancy.Contract(kind: kind, months: months)
        if vacancy.contract == nil, !kind.isEmpty || !months.isEmpty {
            found.append(problem(kind.isEmpty ? .contractMonths : .contractKind, .notUnderstood))
        }
        vacancy.postedOn = read(.posted, &found, OfficeValue.day)
        vacancy.expiresOn = read(.expires, &found, OfficeValue.day)
    }

    private func readDemands(into vacancy: inout OfficeVacancy, _ found: inout [OfficeProblem]) {
        let (schooling, training) = (places[.education]?.cell ?? .empty, places[.qualification]?.cell ?? .empty)
        // `Trình độ: Trung cấp` asks for training under the heading of schooling, and the other way round.
        let areCrossed = (OfficeLevel.education(schooling) == nil && training.isEmpty, schooling.isEmpty)
        vacancy.education = OfficeLevel.education(schooling)
        vacancy.qualification = OfficeLevel.qualification(training)
        if areCrossed.0, !schooling.isEmpty { vacancy.qualification = OfficeLevel.qualification(schooling) }
        if areCrossed.1, vacancy.qualification == nil { vacancy.education = OfficeLevel.education(training) }
        let isNothing = vacancy.education == nil && vacancy.qualification == nil
        if vacancy.education == nil, !schooling.isEmpty, isNothing || !areCrossed.0 {
            found.append(problem(.education, .notUnderstood))
        }
        if vacancy.qualification == nil, !training.isEmpty, isNothing || !areCrossed.1 {
            found.append(problem(.qualification, .notUnderstood))
        }
        vacancy.experience = read(.experience, &found, OfficeValue.years)
        vacancy.trainsNewcomers = read(.training, &found) { OfficeValue.truth($0, .training) }
        vacancy.isHazardous = read(.hazardous, &found) { OfficeValue.truth($0, .hazardous) }
        vacancy.offersHousing = read(.housing, &found) { OfficeValue.truth($0, .housing) }
        vacancy.description = PlainText.lines(descriptions.joined(separator: "\n"))
    }

    /// The telephone as written, with the zero that Excel drops from a number.
    private var phone: String {
        guard let cell = places[.phone]?.cell else { return "" }
        let text = PlainText.line(cell.text)
        if case .number = cell, (9...10).contains(text.utf8.count) { return "0" + text }
        return text
    }

    /// A text on one line, without characters that could not be written: of those alone, nothing is left.
    private func line(_ field: OfficeField) -> String {
        let text = places[field]?.cell.text ?? ""
        return PlainText.line(String(String.UnicodeScalarView(text.unicodeScalars.filter(OwnFeed.isAllowed))))
    }

    /// A value that is there and can be read; what is there and cannot is noted.
    private func read<Value>(
        _ field: OfficeField,
        _ found: inout [OfficeProblem],
        _ reading: (Cell) -> Value?
    ) -> Value? {
        guard let place = places[field], !place.cell.isEmpty else { return nil }
        let value = reading(place.cell)
        if value == nil { found.append(problem(field, .notUnderstood)) }
        return value
    }

    private func problem(_ field: OfficeField, _ kind: OfficeProblem.Kind) -> OfficeProblem {
        let place = places[field]
        return OfficeProblem(row: place?.row ?? row, column: place?.heading ?? field.rawValue, kind: kind)
    }

    /// Whether a reference is what people write where they have none; feeds refuse such ids.
    private static func isPlaceholder(_ reference: String) -> Bool {
        Written.isPlaceholder(reference) || ["khong", "khong co"].contains(folded(reference))
    }
}
