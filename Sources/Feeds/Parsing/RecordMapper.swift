import Vacancies
import Vocabulary
import XML

/// Reads a record of a dialect into an advertisement.
struct RecordMapper {
    /// The format the records have.
    let dialect: Dialect

    /// The id a record gives itself, or the address that stands in for one; nil where it gives neither.
    func reference(of record: Element) -> String? {
        var reading = Reading(dialect: dialect, record: record)
        return reading.reference()
    }

    /// The advertisement a record states.
    ///
    /// - Parameters:
    ///   - record: the record.
    ///   - unread: gathers the optional values that are there but cannot be read.
    /// - Returns: the advertisement.
    /// - Throws: why the record is none.
    func advertisement(from record: Element, unread: inout [Field]) throws(Rejection.Reason) -> Advertisement {
        var reading = Reading(dialect: dialect, record: record)
        guard let reference = reading.reference() else { throw .missingID }
        if reference.unicodeScalars.count > 200 { throw .unusableID }
        let isClosed = reading.text(.status).map(Written.isClosed) ?? false
        // Whoever says that a vacancy is gone often says no more.
        guard let title = reading.title() ?? (isClosed ? "" : nil) else { throw .missingTitle }
        var advertisement = Advertisement(reference: reference, title: PlainText.clipped(title, to: 500))
        if advertisement.title.utf8.count != title.utf8.count { reading.keep(.title, title) }
        advertisement.text = reading.descriptionText()
        advertisement.employer = reading.text(.employer) ?? ""
        advertisement.taxCode = reading.text(.taxCode)
        advertisement.placeText = reading.placeText()
        advertisement.unitCode = reading.kept(.unitCode)
        advertisement.unitVintage = reading.value(.unitVintage) { Written.number($0, upTo: 2100) }
        reading.readWage(into: &advertisement)
        reading.readContract(into: &advertisement)
        advertisement.openings = reading.value(.openings) { Written.number($0, upTo: 100_000) }
        reading.readOccupation(into: &advertisement)
        advertisement.educationText = reading.kept(.education)
        advertisement.qualificationText = reading.kept(.qualification)
        advertisement.experienceYears = reading.value(.experience, Written.years)
        advertisement.trainsNewcomers = reading.value(.training, Written.truth)
        advertisement.isHazardous = reading.value(.hazardous, Written.truth)
        advertisement.offersHousing = reading.value(.housing, Written.truth)
        advertisement.postedOn = reading.day(.posted)
        advertisement.expiresOn = reading.day(.expires)
        advertisement.confirmedOn = reading.day(.confirmed)
        advertisement.url = reading.link()
        advertisement.isClosed = isClosed
        advertisement.raw = reading.raw
        unread += reading.unread
        return advertisement
    }
}

/// Whether two texts have the same bytes; asking whether they are the same to a reader takes the square of the number of
/// marks that a hostile one heaps on a letter.
private func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count && left.utf8.elementsEqual(right.utf8)
}

/// One record being read: what of it was changed by reading, and what nobody could read, is noted on the way.
private struct Reading {
    let dialect: Dialect
    let record: Element
    var raw: [String: String] = [:]
    var unread: [Field] = []
    private var description: String?

    init(dialect: Dialect, record: Element) {
        self.dialect = dialect
        self.record = record
    }

    mutating func reference() -> String? {
        let reference = text(.reference)
        if let reference, !Written.isPlaceholder(reference) { return reference }
        return link().map(Link.canonical)
    }

    /// A field as it stands in the record; placeholders are nothing.
    mutating func written(_ field: Field) -> String? {
        written(dialect.paths[field] ?? [])
    }

    private mutating func written(_ paths: [ValuePath]) -> String? {
        for path in paths {
            let found: String? =
                switch path {
                case .at(let path), .appended(let path): record.text(at: path)
                case .labelled(let label): Written.value(after: label, in: descriptionText())
                }
            if let found { return Written.withoutLiteralCDATA(found) }
        }
        return nil
    }

    mutating func text(_ field: Field) -> String? {
        guard let written = written(field) else { return nil }
        let text = plain(written)
        if text.isEmpty { return nil }
        if !isSame(text, written) { raw[field.rawValue] = written }
        return text
    }

    /// A field that somebody will read further: its own words are kept.
    mutating func kept(_ field: Field) -> String? {
        guard let text = text(field), !Written.isPlaceholder(text) else { return nil }
        keep(field, text)
        return text
    }

    /// The title, with what stands within elements of it.
    mutating func title() -> String? {
        for case .at(let path) in dialect.paths[.title] ?? [] {
            guard let element = record.first(path), !element.children.isEmpty else { continue }
            let text = PlainText.line(HTML.text(of: element))
            if !text.isEmpty { return text }
        }
        return text(.title)
    }

    /// A value that is there and can be read; what is there and cannot is noted.
    mutating func value<Value>(_ field: Field, _ read: (String) -> Value?) -> Value? {
        guard let text = text(field), !Written.isPlaceholder(text) || text == "0" else { return nil }
        let value = read(text)
        keep(field, text)
        if value == nil { unread.append(field) }
        return value
    }

    mutating func day(_ field: Field) -> Day? {
        let formats = dialect.dateFormats
        return value(field) { text in
            for format in formats {
                if let day = format.day(text) { return day }
            }
            return nil
        }
    }

    /// Notes a field's own words beside what was read from them.
    mutating func keep(_ field: Field, _ text: String) {
        if raw[field.rawValue] == nil { raw[field.rawValue] = text }
    }

    mutating func descriptionText() -> String {
        if let description { return description }
        var parts: [String] = []
        for path in dialect.paths[.description] ?? [] {
            switch path {
            case .at(let path):
                if !parts.isEmpty { continue }
                if let element = record.first(path) { append(element, to: &parts) }
            case .appended(let path):
                for element in record.all(path) { append(element, to: &parts) }
            case .labelled:
                continue
            }
        }
        let text = parts.joined(separator: "\n\n")
        description = text
        return text
    }

    private mutating func append(_ element: Element, to parts: inout [String]) {
        let text = dialect.isHTML ? HTML.text(of: element) : PlainText.lines(element.text)
        guard !text.isEmpty else { return }
        parts.append(text)
        let written = element.text
        if !written.isEmpty, !isSame(written, text) {
            let before = raw[Field.description.rawValue].map { $0 + "\n" } ?? ""
            raw[Field.description.rawValue] = before + written
        }
    }

    mutating func placeText() -> String {
        var parts: [String] = []
        for paths in dialect.place {
            guard let found = written(paths) else { continue }
            let part = plain(found)
            if !part.isEmpty, parts.last != part { parts.append(part) }
        }
        // The text that places are found in is the raw value of the place.
        return parts.joined(separator: ", ")
    }

    mutating func readWage(into advertisement: inout Advertisement) {
        advertisement.wageText = text(.wageText)
        if let text = advertisement.wageText { keep(.wageText, text) }
        let minimum = value(.wageMinimum, Written.amount)
        let maximum = value(.wageMaximum, Written.amount)
        guard minimum != nil || maximum != nil else { return }
        // An amount by an unknown period is no amount: it must not pass for one by the month.
        if let period = text(.wagePeriod) {
            keep(.wagePeriod, period)
            guard let known = Written.period(period) else {
                unread.append(.wagePeriod)
                return
            }
            advertisement.wagePeriod = known
        }
        advertisement.wageMinimum = minimum
        advertisement.wageMaximum = maximum
        if let currency = kept(.currency) { advertisement.currency = Written.currency(currency) }
    }

    mutating func readContract(into advertisement: inout Advertisement) {
        let kind = kept(.contractKind)
        advertisement.contractKind = kind.flatMap(Written.contractKind)
        let stated = value(.contractMonths) { Written.number($0, upTo: 600) }
        let months = stated ?? kind.flatMap(Written.contractMonths)
        if advertisement.contractKind == "indefinite" || advertisement.contractKind == "seasonal" { return }
        advertisement.contractMonths = months ?? monthsOfPeriod()
    }

    /// Whole months from the first to the last day of the work, where both are dates.
    private mutating func monthsOfPeriod() -> Int? {
        let formats = dialect.dateFormats
        func day(_ text: String) -> Day? { formats.lazy.compactMap { $0.day(text) }.first }
        guard let start = text(.periodStart).flatMap(day), let end = text(.periodEnd).flatMap(day) else { return nil }
        let (from, to) = (start.parts, end.adding(days: 1).parts)
        let months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0)
        return months > 0 ? months : nil
    }

    mutating func readOccupation(into advertisement: inout Advertisement) {
        if let code = kept(.occupation) {
            advertisement.occupationCode = code
        } else if let code = kept(.iscoOccupation) {
            // ESCO names the units of ISCO-08 by addresses that end in "C" and the code.
            let unit = code.split(separator: "/").last ?? ""
            advertisement.occupationCode = String(unit.hasPrefix("C") ? unit.dropFirst() : unit)
            advertisement.occupationIsISCO = true
        }
    }

    mutating func link() -> String? {
        guard let written = written(.url) else { return nil }
        let text = PlainText.line(dialect.isHTML ? HTML.link(in: written) : written)
        let start = text.utf8.prefix(8).map { $0 | 0x20 }
        let isLink = start.starts(with: "http://".utf8) || start.starts(with: "https://".utf8)
        if !isSame(text, written) { raw[Field.url.rawValue] = written }
        if isLink, text.utf8.count <= 2000, !text.utf8.contains(0x20) { return text }
        if !Written.isPlaceholder(text), !unread.contains(.url) { unread.append(.url) }
        return nil
    }

    private func plain(_ written: String) -> String {
        PlainText.line(dialect.isHTML ? HTML.text(of: written) : written)
    }
}
