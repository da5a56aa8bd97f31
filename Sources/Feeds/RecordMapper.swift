import Vacancies
import Vocabulary
import XML

/// Reads a record of a dialect into an advertisement.
struct RecordMapper {
    /// The format the records have.
    let dialect: Dialect

    /// The id a record gives itself, as it is kept; nil where it gives none.
    func reference(of record: Element) -> String? {
        text(.reference, record)
    }

    /// The advertisement a record states.
    ///
    /// - Parameters:
    ///   - record: the record.
    ///   - unread: gathers the optional values that are there but cannot be read.
    /// - Returns: the advertisement.
    /// - Throws: why the record is none.
    func advertisement(
        from record: Element,
        unread: inout [Field]
    ) throws(Rejection.Reason) -> Advertisement {
        guard let reference = reference(of: record) else { throw .missingID }
        if reference.unicodeScalars.count > 200 || placeholders.contains(reference.lowercased()) { throw .unusableID }
        if let status = text(.status, record), ["closed", "inactive"].contains(status.lowercased()) { throw .closed }
        guard let title = text(.title, record) else { throw .missingTitle }
        var advertisement = Advertisement(reference: reference, title: title)
        advertisement.text = description(of: record)
        advertisement.employer = text(.employer, record) ?? ""
        advertisement.taxCode = text(.taxCode, record)
        advertisement.placeText = place(of: record)
        advertisement.unitCode = text(.unitCode, record)
        readWage(of: record, into: &advertisement, unread: &unread)
        readContract(of: record, into: &advertisement, unread: &unread)
        advertisement.openings = value(.openings, record, &unread) { Written.number($0, upTo: 100_000) }
        readOccupation(of: record, into: &advertisement)
        advertisement.educationText = text(.education, record)
        advertisement.qualificationText = text(.qualification, record)
        advertisement.experienceYears = value(.experience, record, &unread, Written.years)
        advertisement.trainsNewcomers = value(.training, record, &unread, Written.truth)
        advertisement.isHazardous = value(.hazardous, record, &unread, Written.truth)
        advertisement.offersHousing = value(.housing, record, &unread, Written.truth)
        advertisement.postedOn = value(.posted, record, &unread, day)
        advertisement.expiresOn = value(.expires, record, &unread, day)
        advertisement.url = link(of: record, unread: &unread)
        return advertisement
    }

    private func raw(_ field: Field, _ record: Element) -> String? {
        guard let paths = dialect.paths[field] else { return nil }
        for path in paths {
            if let text = record.text(at: path) { return text }
        }
        return nil
    }

    private func text(_ field: Field, _ record: Element) -> String? {
        guard let raw = raw(field, record) else { return nil }
        let text = PlainText.line(dialect.isHTML ? HTML.text(of: raw) : raw)
        return text.isEmpty ? nil : text
    }

    /// A value that is there and can be read; what is there and cannot is noted.
    private func value<Value>(
        _ field: Field,
        _ record: Element,
        _ unread: inout [Field],
        _ read: (String) -> Value?
    ) -> Value? {
        guard let text = text(field, record) else { return nil }
        let value = read(text)
        if value == nil { unread.append(field) }
        return value
    }

    private func day(_ text: String) -> Day? {
        for format in dialect.dateFormats {
            if let day = format.day(text) { return day }
        }
        return nil
    }

    private func description(of record: Element) -> String {
        for path in dialect.paths[.description] ?? [] {
            guard let element = record.first(path) else { continue }
            let text = dialect.isHTML ? HTML.text(of: element) : PlainText.lines(element.text)
            if !text.isEmpty { return text }
        }
        return ""
    }

    private func place(of record: Element) -> String {
        var parts: [String] = []
        for paths in dialect.place {
            let found = paths.lazy.compactMap { record.text(at: $0) }.first
            guard let found else { continue }
            let part = PlainText.line(dialect.isHTML ? HTML.text(of: found) : found)
            if !part.isEmpty, parts.last != part { parts.append(part) }
        }
        return parts.joined(separator: ", ")
    }

    private func readWage(of record: Element, into advertisement: inout Advertisement, unread: inout [Field]) {
        advertisement.wageText = text(.wageText, record)
        let minimum = value(.wageMinimum, record, &unread, Written.amount)
        let maximum = value(.wageMaximum, record, &unread, Written.amount)
        guard minimum != nil || maximum != nil else { return }
        // An amount by an unknown period is no amount: it must not pass for one by the month.
        if let period = text(.wagePeriod, record) {
            guard let known = Written.period(period) else {
                unread.append(.wagePeriod)
                return
            }
            advertisement.wagePeriod = known
        }
        advertisement.wageMinimum = minimum
        advertisement.wageMaximum = maximum
        advertisement.currency = text(.currency, record)?.uppercased()
    }

    private func readContract(of record: Element, into advertisement: inout Advertisement, unread: inout [Field]) {
        advertisement.contractKind = text(.contractKind, record).flatMap(Written.contractKind)
        let months = value(.contractMonths, record, &unread) { Written.number($0, upTo: 600) }
        if advertisement.contractKind == "indefinite" || advertisement.contractKind == "seasonal" { return }
        advertisement.contractMonths = months ?? monthsOfPeriod(of: record)
    }

    /// Whole months from the first to the last day of the work, where both are dates.
    private func monthsOfPeriod(of record: Element) -> Int? {
        guard let start = text(.periodStart, record).flatMap(day), let end = text(.periodEnd, record).flatMap(day)
        else {
            return nil
        }
        let (from, to) = (start.parts, end.adding(days: 1).parts)
        let months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0)
        return months > 0 ? months : nil
    }

    private func readOccupation(of record: Element, into advertisement: inout Advertisement) {
        if let code = text(.occupation, record) {
            advertisement.occupationCode = code
        } else if let code = text(.iscoOccupation, record) {
            // ESCO names the units of ISCO-08 by addresses that end in "C" and the code.
            let unit = code.split(separator: "/").last ?? ""
            advertisement.occupationCode = String(unit.hasPrefix("C") ? unit.dropFirst() : unit)
            advertisement.occupationIsISCO = true
        }
    }

    private func link(of record: Element, unread: inout [Field]) -> String? {
        guard let raw = raw(.url, record) else { return nil }
        let text = PlainText.line(dialect.isHTML ? HTML.link(in: raw) : raw)
        let lower = text.prefix(8).lowercased()
        let isLink = lower.hasPrefix("https://") || lower.hasPrefix("http://")
        if isLink, text.utf8.count <= 2000, !text.contains(" ") { return text }
        unread.append(.url)
        return nil
    }
}

/// Ids that publishers write where they have none; real feeds give them to many records at once.
private let placeholders: Set<String> = ["-", "0", "n/a", "na", "no reference number", "none", "null", "undisclosed"]
