import GRDB

extension Schema {
    /// Employers, whom to talk to there, and who checked them when; a vacancy's employer, and whether its work is abroad.
    ///
    /// A record that was joined into another keeps its id and its confirmations, and nothing else of it counts.
    static let employers = """
        CREATE TABLE employer (
            id INTEGER NOT NULL PRIMARY KEY,
            tax_code TEXT UNIQUE CHECK (length(tax_code) IN (10, 14)),
            parent_code TEXT,
            name TEXT NOT NULL,
            search_key TEXT NOT NULL,
            kind TEXT CHECK (kind IN ('enterprise', 'cooperative', 'household_business', 'public_body', 'individual')),
            sends_abroad INTEGER NOT NULL CHECK (sends_abroad IN (0, 1)),
            licence_number TEXT,
            blocked_at INTEGER,
            blocked_by TEXT,
            blocked_reason TEXT,
            joined_into INTEGER REFERENCES employer (id),
            made_at INTEGER NOT NULL,
            version INTEGER NOT NULL CHECK (version >= 1),
            CHECK ((length(tax_code) = 14) = (parent_code IS NOT NULL) OR tax_code IS NULL),
            CHECK ((blocked_at IS NULL) = (blocked_by IS NULL) AND (blocked_at IS NULL) = (blocked_reason IS NULL)),
            CHECK (joined_into IS NULL OR tax_code IS NULL)
        ) STRICT;
        CREATE INDEX employer_by_search_key ON employer (search_key, id);
        CREATE INDEX employer_by_parent ON employer (parent_code) WHERE parent_code IS NOT NULL;
        CREATE INDEX employer_joined ON employer (joined_into) WHERE joined_into IS NOT NULL;
        CREATE UNIQUE INDEX employer_nameless ON employer (search_key)
            WHERE tax_code IS NULL AND joined_into IS NULL;

        CREATE TABLE employer_contact (
            id INTEGER NOT NULL PRIMARY KEY,
            employer_id INTEGER NOT NULL REFERENCES employer (id),
            name TEXT NOT NULL,
            position TEXT,
            phone TEXT,
            email TEXT,
            CHECK (name <> '' OR phone IS NOT NULL OR email IS NOT NULL)
        ) STRICT;
        CREATE INDEX employer_contact_by_employer ON employer_contact (employer_id);

        CREATE TABLE employer_confirmation (
            id INTEGER NOT NULL PRIMARY KEY,
            employer_id INTEGER NOT NULL REFERENCES employer (id),
            confirmed_by TEXT NOT NULL,
            confirmed_at INTEGER NOT NULL,
            day TEXT NOT NULL,
            way TEXT NOT NULL CHECK (way IN ('phone', 'visit', 'document', 'demo')),
            tax_code_checked INTEGER NOT NULL CHECK (tax_code_checked = 1),
            takes_no_fee INTEGER NOT NULL CHECK (takes_no_fee = 1),
            takes_no_deposit INTEGER NOT NULL CHECK (takes_no_deposit = 1),
            keeps_no_papers INTEGER NOT NULL CHECK (keeps_no_papers = 1),
            tax_code TEXT,
            licence_number TEXT,
            valid_until TEXT NOT NULL CHECK (valid_until >= day),
            withdrawn_at INTEGER,
            withdrawn_by TEXT,
            CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
        ) STRICT;
        CREATE INDEX employer_confirmation_by_employer ON employer_confirmation (employer_id);

        ALTER TABLE vacancy ADD COLUMN employer_id INTEGER REFERENCES employer (id);
        ALTER TABLE vacancy ADD COLUMN is_abroad INTEGER NOT NULL DEFAULT 0 CHECK (is_abroad IN (0, 1));
        CREATE INDEX vacancy_by_employer ON vacancy (employer_id) WHERE employer_id IS NOT NULL;
        """

    /// Fills in the employers of the vacancies that are there, and whether their work is abroad.
    ///
    /// Vacancies that name a tax code go first, so that those that only have a name find theirs.
    static func fillEmployers(_ database: Database) throws {
        let writing = Writing(database: database)
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT id, title, employer, tax_code, place_text, place_kind, first_seen_at FROM vacancy
                ORDER BY tax_code IS NULL, first_seen_at, id
                """
        )
        let update = try database.makeStatement(
            sql: "UPDATE vacancy SET employer_id = ?, is_abroad = ?, tax_code = ? WHERE id = ?"
        )
        for row in rows {
            let taxCode = row["tax_code"] as String?
            let stated = StatedEmployer(name: row["employer"], taxCode: taxCode)
            let employer = try writing.employer(stated, at: row["first_seen_at"])
            let kind = row["place_kind"] as String
            let isInProvince = kind == "commune" || kind == "district"
            try update.execute(arguments: [
                employer?.rawValue,
                StatedEmployer.isAbroad(title: row["title"], place: row["place_text"], isInProvince: isInProvince),
                stated.taxCode?.description ?? taxCode, row["id"] as Int64,
            ])
        }
    }
}
