import Foundation
import GRDB
import Vacancies
import Vocabulary

extension Vacancy {
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
        postedOn = try row.optional("posted_on", table: "vacancy") { Day(iso: $0) }
        expiresOn = try row.optional("expires_on", table: "vacancy") { Day(iso: $0) }
        url = row["url"]
    }

    fileprivate func arguments(contentHash: Data) -> StatementArguments {
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
            expiresOn?.description, url, contentHash,
        ]
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
        "offers_housing", "posted_on", "expires_on", "url", "content_hash",
    ]

    private static let saveVacancy = """
        INSERT INTO vacancy (\(vacancyColumns.joined(separator: ", ")))
        VALUES (\(vacancyColumns.map { _ in "?" }.joined(separator: ", ")))
        ON CONFLICT (id) DO UPDATE SET
        \(vacancyColumns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
        """

    /// Stores a vacancy with the hash of what its feed said, or brings the stored one up to date.
    package func save(_ vacancy: Vacancy, contentHash: Data) throws {
        try database.cachedStatement(sql: Writing.saveVacancy).execute(
            arguments: vacancy.arguments(contentHash: contentHash)
        )
    }

    /// Records one reading of a feed.
    package func record(_ ingest: IngestRecord) throws {
        try database.execute(
            sql: """
                INSERT INTO ingest (source, file, at, records, added, changed, unchanged, rejected, failure)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                ingest.source, ingest.file, ingest.at, ingest.records, ingest.added, ingest.changed, ingest.unchanged,
                ingest.rejected, ingest.failure,
            ]
        )
    }
}

/// What one reading of a feed brought.
package struct IngestRecord: Hashable, Sendable {
    /// The source's name.
    package var source: String
    /// The file's name.
    package var file: String
    /// When, in Unix seconds.
    package var at: Int64
    /// Records seen.
    package var records = 0
    /// New vacancies.
    package var added = 0
    /// Vacancies whose content changed.
    package var changed = 0
    /// Vacancies seen again unchanged.
    package var unchanged = 0
    /// Records refused.
    package var rejected = 0
    /// Why the feed ended early, where it did.
    package var failure: String?

    /// The record of a reading that has not begun.
    package init(source: String, file: String, at: Int64) {
        self.source = source
        self.file = file
        self.at = at
    }
}

extension Reading {
    /// Every vacancy, by source and reference.
    package func vacancies() throws -> [Vacancy] {
        try Row.fetchAll(database, sql: "SELECT * FROM vacancy ORDER BY source, reference").map(Vacancy.init(row:))
    }

    /// One vacancy; nil where there is none of this id.
    package func vacancy(_ id: VacancyID) throws -> Vacancy? {
        try Row.fetchOne(database, sql: "SELECT * FROM vacancy WHERE id = ?", arguments: [id.rawValue])
            .map(Vacancy.init(row:))
    }

    /// The ids and content hashes of a source's vacancies by their reference.
    package func knownVacancies(of source: String) throws -> [String: (id: VacancyID, contentHash: Data)] {
        var known: [String: (id: VacancyID, contentHash: Data)] = [:]
        let sql = "SELECT id, reference, content_hash FROM vacancy WHERE source = ?"
        let rows = try Row.fetchCursor(database, sql: sql, arguments: [source])
        while let row = try rows.next() {
            known[row["reference"]] = (try row.id("id", table: "vacancy"), row["content_hash"])
        }
        return known
    }
}
