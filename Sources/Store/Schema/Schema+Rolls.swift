extension Schema {
    /// What rolls say of households and members, who has left, classes by date, and a ledger of two times.
    ///
    /// SQLite cannot change a check, so the tables of members and of the ledger are made anew.
    static let rolls = """
        ALTER TABLE household ADD COLUMN class_since TEXT;
        ALTER TABLE household ADD COLUMN size INTEGER CHECK (size >= 0);
        ALTER TABLE household ADD COLUMN monthly_income INTEGER CHECK (monthly_income >= 0);
        ALTER TABLE household ADD COLUMN deprivations TEXT;
        ALTER TABLE household ADD COLUMN departure TEXT;
        ALTER TABLE household ADD COLUMN departed_on TEXT;
        ALTER TABLE household ADD COLUMN rolled_on TEXT;
        ALTER TABLE household ADD COLUMN opened_on TEXT;
        UPDATE household SET opened_on = COALESCE(
            (SELECT value FROM setting WHERE name = 'demo_day'),
            (SELECT date(MIN(at) + 25200, 'unixepoch') FROM audit WHERE action = 'import_rolls'));
        UPDATE household SET rolled_on = opened_on;

        CREATE TABLE new_member (
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
            ability_review_on TEXT,
            is_disabled INTEGER CHECK (is_disabled IN (0, 1)),
            education INTEGER CHECK (education BETWEEN 1 AND 4),
            qualification INTEGER CHECK (qualification BETWEEN 1 AND 8),
            trained_occupation TEXT,
            past_occupation TEXT,
            wanted_occupation TEXT,
            job_text TEXT,
            wanted_text TEXT,
            rolled_on TEXT,
            experience_years INTEGER,
            activity TEXT NOT NULL CHECK (activity IN (
                'working', 'unemployed', 'studying', 'housekeeping', 'incapacitated', 'other', 'unknown')),
            work_status TEXT CHECK (work_status IN (
                'employee', 'own_account', 'family_worker', 'employer', 'unknown')),
            contract_band TEXT CHECK (contract_band IN ('indefinite', '12_36', '3_12', 'below_3', 'none')),
            work_place TEXT CHECK (work_place IN ('own_district', 'province', 'other_province', 'abroad')),
            work_since TEXT,
            workplace TEXT,
            has_left_school INTEGER CHECK (has_left_school IN (0, 1)),
            away TEXT CHECK (away IN ('in_province', 'other_province', 'abroad')),
            away_since TEXT,
            current_commune TEXT CHECK (length(current_commune) = 5),
            is_sole_carer INTEGER CHECK (is_sole_carer IN (0, 1)),
            reach TEXT NOT NULL CHECK (reach IN ('not_asked', 'own_district', 'province', 'anywhere')),
            wage_floor INTEGER,
            accepts_nights INTEGER CHECK (accepts_nights IN (0, 1)),
            languages TEXT,
            reads_vietnamese INTEGER CHECK (reads_vietnamese IN (0, 1)),
            contact_way TEXT CHECK (contact_way IN ('phone', 'village_head', 'visit')),
            skills TEXT,
            departure TEXT CHECK (departure IN ('died', 'moved', 'split', 'missing', 'duplicate')),
            departed_on TEXT,
            national_id_sealed BLOB,
            national_id_hash BLOB,
            phone_sealed BLOB,
            phone_hash BLOB,
            UNIQUE (household_id, roll_key),
            CHECK ((activity = 'working') = (work_status IS NOT NULL)),
            CHECK ((departure IS NULL) = (departed_on IS NULL)),
            CHECK ((national_id_sealed IS NULL) = (national_id_hash IS NULL)),
            CHECK ((phone_sealed IS NULL) = (phone_hash IS NULL))
        ) STRICT;
        INSERT INTO new_member (
            id, household_id, line, roll_key, name, relation, birth, sex, ethnicity, ability, is_disabled, education,
            qualification, trained_occupation, past_occupation, wanted_occupation, experience_years, activity,
            work_status, contract_band, away, is_sole_carer, reach, wage_floor, national_id_sealed, national_id_hash,
            phone_sealed, phone_hash)
        SELECT
            id, household_id, line, roll_key, name, relation, birth, sex, ethnicity, ability, is_disabled, education,
            qualification, trained_occupation, past_occupation, wanted_occupation, experience_years, activity,
            work_status, contract_band, away, is_sole_carer, reach, wage_floor, national_id_sealed, national_id_hash,
            phone_sealed, phone_hash
        FROM member;
        DROP TABLE member;
        ALTER TABLE new_member RENAME TO member;
        CREATE INDEX member_by_national_id ON member (national_id_hash) WHERE national_id_hash IS NOT NULL;
        CREATE INDEX member_by_roll_key ON member (roll_key);

        CREATE TABLE class_period (
            household_id INTEGER NOT NULL REFERENCES household (id),
            from_day TEXT NOT NULL,
            recorded_at INTEGER NOT NULL,
            poverty_class TEXT NOT NULL CHECK (poverty_class IN ('HN', 'HCN', 'HMTN', 'KN')),
            escaped_on TEXT,
            PRIMARY KEY (household_id, from_day, recorded_at)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE roll_import (
            id INTEGER NOT NULL PRIMARY KEY,
            at INTEGER NOT NULL,
            day TEXT NOT NULL,
            source TEXT NOT NULL,
            files TEXT NOT NULL,
            report TEXT NOT NULL
        ) STRICT;

        CREATE TABLE roll_mapping (
            source TEXT NOT NULL,
            heading TEXT NOT NULL,
            field TEXT,
            PRIMARY KEY (source, heading)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE duplicate (
            first_id INTEGER NOT NULL REFERENCES member (id),
            second_id INTEGER NOT NULL REFERENCES member (id),
            ground TEXT NOT NULL CHECK (ground IN ('identity', 'name_birth')),
            decision TEXT CHECK (decision IN ('same', 'different')),
            decided_at INTEGER,
            PRIMARY KEY (first_id, second_id),
            CHECK (first_id < second_id),
            CHECK ((decision IS NULL) = (decided_at IS NULL))
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE coverage_entry RENAME TO old_coverage_entry;
        CREATE TABLE coverage_entry (
            id INTEGER NOT NULL PRIMARY KEY,
            household_id INTEGER NOT NULL REFERENCES household (id),
            member_id INTEGER NOT NULL REFERENCES member (id),
            origin TEXT NOT NULL CHECK (origin IN ('opening', 'programme', 'found')),
            evidence TEXT NOT NULL CHECK (evidence IN ('roll', 'ask')),
            kind TEXT NOT NULL,
            contract_band TEXT CHECK (contract_band IN ('indefinite', '12_36', '3_12', 'below_3', 'none')),
            workplace TEXT,
            covers INTEGER NOT NULL CHECK (covers IN (0, 1)),
            from_day TEXT NOT NULL,
            to_day TEXT,
            policy_version TEXT NOT NULL,
            recorded_at INTEGER NOT NULL,
            retracted_at INTEGER
        ) STRICT;
        CREATE INDEX coverage_entry_by_household ON coverage_entry (household_id);
        CREATE INDEX coverage_entry_in_force ON coverage_entry (household_id, member_id)
            WHERE to_day IS NULL AND retracted_at IS NULL;
        INSERT INTO coverage_entry (
            household_id, member_id, origin, evidence, kind, contract_band, covers, from_day, to_day, policy_version,
            recorded_at)
        SELECT e.household_id, e.member_id, 'opening', e.evidence,
            CASE e.evidence WHEN 'roll' THEN 'employee' ELSE 'employee_unknown' END,
            CASE e.evidence WHEN 'roll' THEN m.contract_band END,
            e.evidence = 'roll', e.from_day, e.to_day, e.policy_version, e.recorded_at
        FROM old_coverage_entry e JOIN member m ON m.id = e.member_id
        ORDER BY e.household_id, e.member_id;
        DROP TABLE old_coverage_entry;

        INSERT INTO class_period
        SELECT id, COALESCE(escaped_on, opened_on, '2021-01-01'), 0, poverty_class, escaped_on FROM household;
        """

    /// What vacancies say of conditions.
    static let conditions = """
        ALTER TABLE vacancy ADD COLUMN offers_transport INTEGER CHECK (offers_transport IN (0, 1));
        ALTER TABLE vacancy ADD COLUMN offers_insurance INTEGER CHECK (offers_insurance IN (0, 1));
        ALTER TABLE vacancy ADD COLUMN has_night_shifts INTEGER CHECK (has_night_shifts IN (0, 1));
        ALTER TABLE vacancy ADD COLUMN is_closed_to_minors INTEGER CHECK (is_closed_to_minors IN (0, 1));
        ALTER TABLE vacancy ADD COLUMN languages TEXT NOT NULL DEFAULT '';
        ALTER TABLE vacancy ADD COLUMN skills TEXT NOT NULL DEFAULT '';
        ALTER TABLE vacancy ADD COLUMN wished_sex TEXT CHECK (wished_sex IN ('M', 'F'));
        ALTER TABLE vacancy ADD COLUMN wished_age_from INTEGER;
        ALTER TABLE vacancy ADD COLUMN wished_age_to INTEGER;
        ALTER TABLE vacancy ADD COLUMN occupation_confidence INTEGER CHECK (occupation_confidence BETWEEN 0 AND 100);
        """
}
