import Foundation
import GRDB
import Vacancies
import Vocabulary

extension Vacancy {
    /// The columns of a vacancy `v`, with what is known of its employer at the moment of reading.
    static let selection = """
        v.*,
        (SELECT e.blocked_at IS NOT NULL FROM employer e WHERE e.id = v.employer_id) AS employer_blocked,
        (SELECT MAX(c.valid_until) FROM employer e JOIN employer_confirmation c ON c.employer_id = e.id
            WHERE e.id = v.employer_id AND \(Employer.isChecked)
                AND (v.is_abroad = 0 OR c.licence_number = e.licence_number)) AS employer_confirmed_until
        """

    init(row: Row) throws {
        self.init(
            id: try row.id("id", table: "vacancy"),
            source: row["source"],
            reference: row["reference"],
            title: row["title"]
        )
        text = row["text"]
        employer = row["employer"]
        taxCode = row["tax_code"]
        employerID = (row["employer_id"] as Int64?).flatMap { EmployerID($0) }
        isAbroad = row["is_abroad"]
        // Of `selection`; a row that was read without them is one of an unconfirmed employer.
        isEmployerBlocked = row["employer_blocked"] as Bool? ?? false
        employerConfirmedUntil = (row["employer_confirmed_until"] as String?).flatMap { Day(iso: $0) }
        placeText = row["place_text"]
        place = try Workplace(row: row)
        wage = (row["wage_minimum"] as Int64?).map { minimum in
            MonthlyWage(minimum: Dong(minimum), maximum: (row["wage_maximum"] as Int64?).map { Dong($0) })
        }
        switch row["contract_kind"] as String? {
        case "indefinite": contract = .indefinite
        case "fixed": contract = .fixed(months: row["contract_months"])
        case "seasonal": contract = .seasonal
        default: contract = nil
        }
        openings = row["openings"]
        occupation = try row.optional("occupation", table: "vacancy") { OccupationCode($0) }
        minimumEducation = row["minimum_education"]
        minimumQualification = row["minimum_qualification"]
        minimumExperience = row["minimum_experience"]
        trainsNewcomers = row["trains_newcomers"]
        isHazardous = row["is_hazardous"]
        offersHousing = row["offers_housing"]
        offersTransport = row["offers_transport"]
        offersInsurance = row["offers_insurance"]
        hasNightShifts = row["has_night_shifts"]
        isPlaceClosedToMinors = row["is_closed_to_minors"]
        languages = try row.value("languages", table: "vacancy") { Set(words: $0) }
        skills = try row.value("skills", table: "vacancy") { Set(words: $0) }
        wishedSex = try row.optional("wished_sex", table: "vacancy") { Sex(rawValue: $0) }
        if let from = row["wished_age_from"] as Int?, let to = row["wished_age_to"] as Int?, from <= to {
            wishedAges = from...to
        }
        occupationConfidence = row["occupation_confidence"]
        postedOn = try row.optional("posted_on", table: "vacancy") { Day(iso: $0) }
        expiresOn = try row.optional("expires_on", table: "vacancy") { Day(iso: $0) }
        url = row["url"]
        if let code = try row.optional("unit_code", table: "vacancy", { UnitCode($0) }),
            let vintage = PlacedUnit.Vintage(rawValue: row["unit_vintage"])
        {
            unit = PlacedUnit(code: code, vintage: vintage)
        }
        wageKind = try row.value("wage_kind", table: "vacancy") { WageReading.Kind(rawValue: $0) }
        wageConfidence = try row.value("wage_confidence", table: "vacancy") { WageReading.Confidence(rawValue: $0) }
        openingsAreAssumed = row["openings_assumed"]
        openingsSince = row["openings_since"]
        confirmedOn = try row.optional("confirmed_on", table: "vacancy") { Day(iso: $0) }
        closed = try row.optional("closed_reason", table: "vacancy") { ClosingReason(rawValue: $0) }
        twinOf = (row["twin_of"] as Int64?).flatMap { VacancyID($0) }
    }

    fileprivate func arguments(
        contentHash: Data,
        twinKey: TwinKey?,
        raw: [String: String],
        at: Int64
    ) -> StatementArguments {
        let (kind, code): (String, String?) =
            switch place {
            case .commune(let code): ("commune", code.description)
            case .district(let code): ("district", code)
            case .elsewhere: ("elsewhere", nil)
            case .unknown: ("unknown", nil)
            }
        let (contractKind, months): (String?, Int?) =
            switch contract {
            case .indefinite: ("indefinite", nil)
            case .fixed(let months): ("fixed", months)
            case .seasonal: ("seasonal", nil)
            case nil: (nil, nil)
            }
        return [
            id.rawValue, source, reference, title, text, employer, taxCode, placeText, kind, code, wage?.minimum.amount,
            wage?.maximum?.amount, contractKind, months, openings, occupation?.digits, minimumEducation,
            minimumQualification, minimumExperience, trainsNewcomers, isHazardous, offersHousing, postedOn?.description,
            expiresOn?.description, url, contentHash, at, at, at, 0, closed?.rawValue, closed == nil ? nil : at,
            unit?.code.description, unit?.vintage.rawValue, wageKind.rawValue, wageConfidence.rawValue,
            openingsAreAssumed, openingsSince, confirmedOn?.description, twinKey?.text, Vacancy.json(raw),
            offersTransport, offersInsurance, hasNightShifts, isPlaceClosedToMinors, languages.words, skills.words,
            wishedSex?.rawValue, wishedAges?.lowerBound, wishedAges?.upperBound, occupationConfidence,
            employerID?.rawValue, isAbroad, StoredSearchKey([title, employer]).text,
        ]
    }

    /// Written by hand: an encoder of its own for each of a hundred thousand vacancies takes longer than storing them.
    private static func json(_ raw: [String: String]) -> String {
        if raw.isEmpty { return "{}" }
        var text: [UInt8] = []
        for (key, value) in raw.sorted(by: { $0.key < $1.key }) {
            text.append(text.isEmpty ? 0x7B : 0x2C)
            append(key, to: &text)
            text.append(0x3A)
            append(value, to: &text)
        }
        text.append(0x7D)
        return String(decoding: text, as: UTF8.self)
    }

    private static func append(_ value: String, to text: inout [UInt8]) {
        text.append(0x22)
        for byte in value.utf8 {
            switch byte {
            case 0x22, 0x5C:
                text.append(0x5C)
                text.append(byte)
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                text.append(contentsOf: "\\u00".utf8)
                text.append(digits[Int(byte >> 4)])
                text.append(digits[Int(byte & 15)])
            default: text.append(byte)
            }
        }
        text.append(0x22)
    }
}

extension Workplace {
    fileprivate init(row: Row) throws {
        switch row["place_kind"] as String {
        case "commune": self = .commune(try row.value("place_code", table: "vacancy") { UnitCode($0) })
        case "district": self = .district(row["place_code"])
        case "elsewhere": self = .elsewhere
        case "unknown": self = .unknown
        default: throw StoreError.corrupt(table: "vacancy", column: "place_kind")
        }
    }
}

extension Writing {
    private static let vacancyColumns = [
        "id", "source", "reference", "title", "text", "employer", "tax_code", "place_text", "place_kind", "place_code",
        "wage_minimum", "wage_maximum", "contract_kind", "contract_months", "openings", "occupation",
        "minimum_education", "minimum_qualification", "minimum_experience", "trains_newcomers", "is_hazardous",
        "offers_housing", "posted_on", "expires_on", "url", "content_hash", "first_seen_at", "last_seen_at",
        "changed_at",
        "misses", "closed_reason", "closed_at", "unit_code", "unit_vintage", "wage_kind", "wage_confidence",
        "openings_assumed", "openings_since", "confirmed_on", "twin_key", "raw",
        "offers_transport", "offers_insurance", "has_night_shifts", "is_closed_to_minors", "languages", "skills",
        "wished_sex", "wished_age_from", "wished_age_to", "occupation_confidence", "employer_id", "is_abroad",
        "search_key",
    ]

    /// What the first sight of a vacancy settles.
    private static let settledColumns: Set = ["id", "first_seen_at"]

    private static let saveVacancy = """
        INSERT INTO vacancy (\(vacancyColumns.joined(separator: ", ")))
        VALUES (\(vacancyColumns.map { _ in "?" }.joined(separator: ", ")))
        ON CONFLICT (id) DO UPDATE SET
        \(vacancyColumns.filter { !settledColumns.contains($0) }.map { "\($0) = excluded.\($0)" }
            .joined(separator: ", ")), version = version + 1
        """

    /// Stores a vacancy as its source states it now, or brings the stored one up to date.
    ///
    /// - Parameters:
    ///   - vacancy: the vacancy.
    ///   - contentHash: the hash of what its feed said.
    ///   - twinKey: what tells it from vacancies of other sources.
    ///   - raw: the values as its source wrote them, by the field's name, where reading changed them.
    ///   - at: when it was seen, in Unix seconds.
    /// - Throws: `StoreError`.
    package func save(
        _ vacancy: Vacancy,
        contentHash: Data,
        twinKey: TwinKey?,
        raw: [String: String],
        at: Int64
    ) throws {
        try database.cachedStatement(sql: Writing.saveVacancy).execute(
            arguments: vacancy.arguments(contentHash: contentHash, twinKey: twinKey, raw: raw, at: at)
        )
    }
}

extension Reading {
    /// Every vacancy, by source and reference.
    package func vacancies() throws -> [Vacancy] {
        let sql = "SELECT \(Vacancy.selection) FROM vacancy v ORDER BY v.source, v.reference"
        return try Row.fetchAll(database, sql: sql).map(Vacancy.init(row:))
    }

    /// One vacancy; nil where there is none of this id.
    package func vacancy(_ id: VacancyID) throws -> Vacancy? {
        let sql = "SELECT \(Vacancy.selection) FROM vacancy v WHERE v.id = ?"
        return try Row.fetchOne(database, sql: sql, arguments: [id.rawValue]).map(Vacancy.init(row:))
    }

    /// A vacancy's values as its source wrote them, by the field's name, where reading changed them.
    package func rawValues(of id: VacancyID) throws -> [String: String] {
        let sql = "SELECT raw FROM vacancy WHERE id = ?"
        guard let text = try String.fetchOne(database, sql: sql, arguments: [id.rawValue]) else { return [:] }
        do {
            return try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
        } catch {
            throw StoreError.corrupt(table: "vacancy", column: "raw")
        }
    }
}
