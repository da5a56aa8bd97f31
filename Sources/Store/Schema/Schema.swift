import GRDB

/// The schema as a list of migrations: append only, never edited once shipped.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 people and vacancies") { try $0.execute(sql: peopleAndVacancies) }
        migrator.registerMigration("2 runs and ledger") { try $0.execute(sql: runsAndLedger) }
        migrator.registerMigration("3 staff and audit") { try $0.execute(sql: staffAndAudit) }
        migrator.registerMigration("4 feeds") { try $0.execute(sql: feeds) }
        migrator.registerMigration("5 rolls") { try $0.execute(sql: rolls) }
        migrator.registerMigration("6 conditions") { try $0.execute(sql: conditions) }
        migrator.registerMigration("7 calls") { try $0.execute(sql: calls) }
        migrator.registerMigration("8 referrals") { try $0.execute(sql: referrals) }
        migrator.registerMigration("9 access") { try $0.execute(sql: access) }
        migrator.registerMigration("10 employers") { database in
            try database.execute(sql: employers)
            try fillEmployers(database)
        }
        migrator.registerMigration("11 idempotency") { try $0.execute(sql: idempotency) }
        migrator.registerMigration("12 people") { try $0.execute(sql: people) }
        migrator.registerMigration("13 ledger") { try $0.execute(sql: ledger) }
        migrator.registerMigration("14 pin reviews") { try $0.execute(sql: planReviews) }
        migrator.registerMigration("15 search") { database in
            try database.execute(sql: search)
            try fillSearchKeys(database)
        }
        migrator.registerMigration("16 vacancy versions") { try $0.execute(sql: vacancyVersions) }
        migrator.registerMigration("17 unreached calls") { try $0.execute(sql: unreachedCalls) }
        migrator.registerMigration("18 publications") { try $0.execute(sql: publications) }
        migrator.registerMigration("19 outcome reports") { try $0.execute(sql: outcomeReports) }
        migrator.registerMigration("20 events") { try $0.execute(sql: events) }
        migrator.registerMigration("21 past") { try $0.execute(sql: past) }
        return migrator
    }

    /// Refuses a database that a newer version wrote, or that another program made.
    static func refuseUnknown(_ reader: some DatabaseReader, path: String) throws {
        try reader.read { database in
            let tables = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
            if tables.isEmpty { return }
            guard tables.contains("grdb_migrations"), tables.contains("household") else {
                throw StoreError.notADatabase(file: path)
            }
            if try migrator.hasBeenSuperseded(database) { throw StoreError.newerSchema(file: path) }
        }
    }

    private static let peopleAndVacancies = """
        CREATE TABLE setting (
            name TEXT NOT NULL PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT;

        CREATE TABLE household (
            id INTEGER NOT NULL PRIMARY KEY,
            code TEXT NOT NULL UNIQUE,
            commune TEXT NOT NULL CHECK (length(commune) = 5),
            village TEXT NOT NULL,
            head_name TEXT NOT NULL,
            poverty_class TEXT NOT NULL CHECK (poverty_class IN ('HN', 'HCN', 'HMTN', 'KN')),
            escaped_on TEXT,
            is_without_labour INTEGER NOT NULL CHECK (is_without_labour IN (0, 1))
        ) STRICT;
        CREATE INDEX household_by_commune ON household (commune);

        CREATE TABLE member (
            id INTEGER NOT NULL PRIMARY KEY,
            household_id INTEGER NOT NULL REFERENCES household (id),
            line INTEGER NOT NULL,
            roll_key TEXT NOT NULL,
            name TEXT NOT NULL,
            relation TEXT NOT NULL,
            birth TEXT,
            sex TEXT CHECK (sex IN ('M', 'F')),
            ethnicity TEXT,
            ability TEXT NOT NULL CHECK (ability IN ('able', 'limited', 'unable', 'unknown')),
            is_disabled INTEGER CHECK (is_disabled IN (0, 1)),
            education INTEGER CHECK (education BETWEEN 1 AND 4),
            qualification INTEGER CHECK (qualification BETWEEN 1 AND 8),
            trained_occupation TEXT,
            past_occupation TEXT,
            wanted_occupation TEXT,
            experience_years INTEGER,
            activity TEXT NOT NULL CHECK (activity IN (
                'working', 'unemployed', 'studying', 'housekeeping', 'incapacitated', 'other', 'unknown')),
            work_status TEXT CHECK (work_status IN ('employee', 'own_account', 'family_worker', 'employer')),
            contract_band TEXT CHECK (contract_band IN ('indefinite', '12_36', '3_12', 'below_3', 'none')),
            away TEXT CHECK (away IN ('in_province', 'other_province', 'abroad')),
            is_sole_carer INTEGER CHECK (is_sole_carer IN (0, 1)),
            reach TEXT NOT NULL CHECK (reach IN ('not_asked', 'own_district', 'province', 'anywhere')),
            wage_floor INTEGER,
            national_id_sealed BLOB,
            national_id_hash BLOB,
            phone_sealed BLOB,
            phone_hash BLOB,
            UNIQUE (household_id, roll_key),
            CHECK ((activity = 'working') = (work_status IS NOT NULL)),
            CHECK ((national_id_sealed IS NULL) = (national_id_hash IS NULL)),
            CHECK ((phone_sealed IS NULL) = (phone_hash IS NULL))
        ) STRICT;
        CREATE INDEX member_by_national_id ON member (national_id_hash) WHERE national_id_hash IS NOT NULL;

        CREATE TABLE vacancy (
            id INTEGER NOT NULL PRIMARY KEY,
            source TEXT NOT NULL,
            reference TEXT NOT NULL,
            title TEXT NOT NULL,
            text TEXT NOT NULL,
            employer TEXT NOT NULL,
            tax_code TEXT,
            place_text TEXT NOT NULL,
            place_kind TEXT NOT NULL CHECK (place_kind IN ('commune', 'district', 'elsewhere', 'unknown')),
            place_code TEXT,
            wage_minimum INTEGER,
            wage_maximum INTEGER,
            contract_kind TEXT CHECK (contract_kind IN ('indefinite', 'fixed', 'seasonal')),
            contract_months INTEGER,
            openings INTEGER NOT NULL CHECK (openings >= 1),
            occupation TEXT,
            minimum_education INTEGER,
            minimum_qualification INTEGER,
            minimum_experience INTEGER,
            trains_newcomers INTEGER CHECK (trains_newcomers IN (0, 1)),
            is_hazardous INTEGER CHECK (is_hazardous IN (0, 1)),
            offers_housing INTEGER CHECK (offers_housing IN (0, 1)),
            posted_on TEXT,
            expires_on TEXT,
            url TEXT,
            content_hash BLOB NOT NULL,
            UNIQUE (source, reference),
            CHECK ((place_kind IN ('commune', 'district')) = (place_code IS NOT NULL)),
            CHECK ((contract_kind = 'fixed') = (contract_months IS NOT NULL) OR contract_kind IS NULL)
        ) STRICT;

        CREATE TABLE ingest (
            id INTEGER NOT NULL PRIMARY KEY,
            source TEXT NOT NULL,
            file TEXT NOT NULL,
            at INTEGER NOT NULL,
            records INTEGER NOT NULL,
            added INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            unchanged INTEGER NOT NULL,
            rejected INTEGER NOT NULL,
            failure TEXT
        ) STRICT;
        """

    private static let runsAndLedger = """
        CREATE TABLE coverage_entry (
            household_id INTEGER NOT NULL REFERENCES household (id),
            member_id INTEGER NOT NULL REFERENCES member (id),
            evidence TEXT NOT NULL CHECK (evidence IN ('roll', 'ask')),
            from_day TEXT NOT NULL,
            to_day TEXT,
            policy_version TEXT NOT NULL,
            recorded_at INTEGER NOT NULL,
            PRIMARY KEY (household_id, member_id, evidence, from_day)
        ) STRICT;

        CREATE TABLE run (
            id INTEGER NOT NULL PRIMARY KEY,
            day TEXT NOT NULL,
            at INTEGER NOT NULL,
            summary TEXT NOT NULL,
            policy TEXT NOT NULL,
            certificate BLOB NOT NULL
        ) STRICT;

        CREATE TABLE household_state (
            run_id INTEGER NOT NULL REFERENCES run (id),
            household_id INTEGER NOT NULL REFERENCES household (id),
            commune TEXT NOT NULL,
            counts_for_coverage INTEGER NOT NULL CHECK (counts_for_coverage IN (0, 1)),
            coverability TEXT NOT NULL CHECK (coverability IN ('coverable', 'not_now', 'without_labour')),
            standing TEXT NOT NULL CHECK (standing IN (
                'covered', 'planned_firm', 'planned_provisional', 'planned_tier2', 'uncovered')),
            has_job_to_ask INTEGER NOT NULL CHECK (has_job_to_ask IN (0, 1)),
            reason TEXT,
            rivals INTEGER,
            rival_openings INTEGER,
            PRIMARY KEY (run_id, household_id),
            CHECK ((standing = 'uncovered') = (reason IS NOT NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX household_state_by_commune ON household_state (run_id, commune);

        CREATE TABLE proposal (
            run_id INTEGER NOT NULL REFERENCES run (id),
            member_id INTEGER NOT NULL REFERENCES member (id),
            household_id INTEGER NOT NULL REFERENCES household (id),
            vacancy_id INTEGER NOT NULL REFERENCES vacancy (id),
            commune TEXT NOT NULL,
            tier INTEGER NOT NULL CHECK (tier IN (1, 2)),
            is_first INTEGER NOT NULL CHECK (is_first IN (0, 1)),
            explanation BLOB NOT NULL,
            PRIMARY KEY (run_id, member_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX proposal_by_vacancy ON proposal (run_id, vacancy_id);
        CREATE INDEX proposal_by_household ON proposal (run_id, household_id);
        CREATE INDEX proposal_by_commune ON proposal (run_id, commune);

        CREATE TABLE shortlist (
            run_id INTEGER NOT NULL REFERENCES run (id),
            member_id INTEGER NOT NULL REFERENCES member (id),
            pairs BLOB NOT NULL,
            PRIMARY KEY (run_id, member_id)
        ) STRICT, WITHOUT ROWID;
        """

    private static let staffAndAudit = """
        CREATE TABLE account (
            id INTEGER NOT NULL PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            salt BLOB NOT NULL,
            password_hash BLOB NOT NULL,
            created_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE session (
            token_hash BLOB NOT NULL PRIMARY KEY,
            account_id INTEGER NOT NULL REFERENCES account (id),
            kind TEXT NOT NULL CHECK (kind IN ('browser', 'token')),
            expires_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE audit (
            id INTEGER NOT NULL PRIMARY KEY,
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            action TEXT NOT NULL,
            detail TEXT NOT NULL,
            mac BLOB NOT NULL
        ) STRICT;
        """
}
