import GRDB
import Households
import Vocabulary

/// Two members whom the rolls may know twice, for a person to decide.
package struct DuplicatePair: Hashable, Sendable {
    /// Why they may be one person.
    package enum Ground: String, Sendable, CaseIterable {
        /// The same identity number.
        case identity
        /// The same name and birth in the same commune.
        case nameAndBirth = "name_birth"
    }

    /// What a person decided.
    package enum Decision: String, Sendable, CaseIterable {
        /// One person, who is kept in one place.
        case same
        /// Two people.
        case different
    }

    /// The one with the smaller id.
    package let first: MemberID
    /// The other.
    package let second: MemberID
    /// Why they may be one person.
    package let ground: Ground

    /// A pair; the order given does not matter.
    package init(_ one: MemberID, _ other: MemberID, _ ground: Ground) {
        first = min(one, other)
        second = max(one, other)
        self.ground = ground
    }
}

/// An import of rolls as it is stored.
package struct ImportRecord: Sendable {
    /// Its number.
    package let number: Int64
    /// When it was made, in Unix seconds.
    package let at: Int64
    /// The day of the rolls, yyyy-MM-dd.
    package let day: String
    /// The source's name.
    package let source: String
    /// The files, each on a line with the SHA-256 of its bytes.
    package let files: String
    /// What it did, a JSON object.
    package let report: String

    fileprivate init(row: Row) {
        number = row["id"]
        at = row["at"]
        day = row["day"]
        source = row["source"]
        files = row["files"]
        report = row["report"]
    }
}

extension Writing {
    /// Notes what headings of a source mean, beside what is noted of others; a column with a field of nil is passed over.
    package func set(mapping: [(heading: String, field: String?)], of source: String) throws {
        for (heading, field) in mapping {
            try database.execute(
                sql: "INSERT OR REPLACE INTO roll_mapping VALUES (?, ?, ?)",
                arguments: [source, heading, field]
            )
        }
    }

    /// Notes an import with its report, a JSON object.
    package func addImport(at: Int64, day: Day, source: String, files: String, report: String) throws -> Int64 {
        try database.execute(
            sql: "INSERT INTO roll_import (at, day, source, files, report) VALUES (?, ?, ?, ?, ?)",
            arguments: [at, day.description, source, files, report]
        )
        return database.lastInsertedRowID
    }

    /// One of the two may have left, as who moves to another household does; who died or was found out has not.
    private static let mayBeAlike = """
        (a.departure IS NULL OR b.departure IS NULL)
            AND COALESCE(a.departure, '') NOT IN ('died', 'duplicate')
            AND COALESCE(b.departure, '') NOT IN ('died', 'duplicate')
        """

    /// Notes that two members may be one person; nothing where they are noted already.
    package func note(_ pair: DuplicatePair) throws {
        try database.execute(
            sql: "INSERT INTO duplicate (first_id, second_id, ground) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [pair.first.rawValue, pair.second.rawValue, pair.ground.rawValue]
        )
    }

    /// Finds members who may stand on the rolls twice; pairs noted before, decided or not, stay as they are.
    ///
    /// By identity number anywhere; by folded name and birth in the same commune, where only the year is known also in
    /// the same village.
    ///
    /// - Returns: how many pairs are new.
    package func noteDuplicates() throws -> Int {
        let before = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM duplicate") ?? 0
        try database.execute(
            sql: """
                INSERT INTO duplicate (first_id, second_id, ground)
                SELECT a.id, b.id, 'identity' FROM member a JOIN member b
                    ON b.national_id_hash = a.national_id_hash AND b.id > a.id
                WHERE a.national_id_hash IS NOT NULL AND \(Writing.mayBeAlike)
                ON CONFLICT DO NOTHING;
                """
        )
        try database.execute(
            sql: """
                INSERT INTO duplicate (first_id, second_id, ground)
                SELECT a.id, b.id, 'name_birth' FROM member a
                    JOIN member b ON b.roll_key = a.roll_key AND b.id > a.id
                    JOIN household h ON h.id = a.household_id
                    JOIN household g ON g.id = b.household_id
                WHERE \(Writing.mayBeAlike) AND a.birth IS NOT NULL AND h.commune = g.commune
                    AND (length(a.birth) > 4 OR h.village = g.village)
                    AND (a.national_id_hash IS NULL OR b.national_id_hash IS NULL
                        OR a.national_id_hash = b.national_id_hash)
                ON CONFLICT DO NOTHING
                """
        )
        return (try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM duplicate") ?? 0) - before
    }

    /// Notes what a person decided about a pair; false where it is not noted, or decided already.
    package func decide(
        _ one: MemberID,
        _ other: MemberID,
        _ decision: DuplicatePair.Decision,
        at: Int64
    ) throws -> Bool {
        try database.execute(
            sql: """
                UPDATE duplicate SET decision = ?, decided_at = ?
                WHERE first_id = ? AND second_id = ? AND decision IS NULL
                """,
            arguments: [decision.rawValue, at, min(one, other).rawValue, max(one, other).rawValue]
        )
        return database.changesCount > 0
    }
}

extension Reading {
    /// The mapping noted of a source: headings and the fields they mean, nil where they are passed over.
    package func mapping(of source: String) throws -> [(heading: String, field: String?)] {
        let sql = "SELECT heading, field FROM roll_mapping WHERE source = ? ORDER BY heading"
        return try Row.fetchAll(database, sql: sql, arguments: [source]).map { ($0["heading"], $0["field"]) }
    }

    /// The pairs that nobody has decided yet, after one of them or from the first on.
    package func undecidedDuplicates(after: DuplicatePair?) throws -> [DuplicatePair] {
        let sql = """
            SELECT * FROM duplicate WHERE decision IS NULL AND (ground, first_id, second_id) > (?, ?, ?)
            ORDER BY ground, first_id, second_id
            """
        let arguments: StatementArguments = [
            after?.ground.rawValue ?? "", after?.first.rawValue ?? 0, after?.second.rawValue ?? 0,
        ]
        return try Row.fetchAll(database, sql: sql, arguments: arguments).map { row in
            DuplicatePair(
                try row.id("first_id", table: "duplicate"),
                try row.id("second_id", table: "duplicate"),
                try row.value("ground", table: "duplicate") { DuplicatePair.Ground(rawValue: $0) }
            )
        }
    }

    /// The imports, latest first.
    package func imports(limit: Int) throws -> [ImportRecord] {
        let sql = "SELECT * FROM roll_import ORDER BY id DESC LIMIT ?"
        return try Row.fetchAll(database, sql: sql, arguments: [limit]).map(ImportRecord.init(row:))
    }

    /// One import; nil where there is none of this number.
    package func rollImport(_ number: Int64) throws -> ImportRecord? {
        try Row.fetchOne(database, sql: "SELECT * FROM roll_import WHERE id = ?", arguments: [number])
            .map(ImportRecord.init(row:))
    }
}
