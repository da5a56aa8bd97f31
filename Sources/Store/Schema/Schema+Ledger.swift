extension Schema {
    /// The ledger with what reports and retention checks tell, and departures of two times.
    ///
    /// SQLite cannot change a check, so the ledger is made anew.
    static let ledger = """
        DROP INDEX coverage_entry_by_household;
        DROP INDEX coverage_entry_in_force;
        DROP INDEX coverage_entry_by_referral;
        ALTER TABLE coverage_entry RENAME TO old_coverage_entry;
        CREATE TABLE coverage_entry (
            id INTEGER NOT NULL PRIMARY KEY,
            household_id INTEGER NOT NULL REFERENCES household (id),
            member_id INTEGER NOT NULL REFERENCES member (id),
            origin TEXT NOT NULL CHECK (origin IN ('opening', 'programme', 'found')),
            evidence TEXT NOT NULL CHECK (evidence IN ('roll', 'ask', 'outcome')),
            kind TEXT NOT NULL CHECK (kind IN (
                'employee', 'employee_unknown', 'no_contract', 'own_farming', 'self_employed', 'own_account',
                'family_work', 'employer', 'abroad', 'unknown')),
            contract_band TEXT CHECK (contract_band IN ('indefinite', '12_36', '3_12', 'below_3', 'none')),
            workplace TEXT,
            covers INTEGER NOT NULL CHECK (covers IN (0, 1)),
            from_day TEXT NOT NULL,
            to_day TEXT,
            policy_version TEXT NOT NULL,
            recorded_at INTEGER NOT NULL,
            retracted_at INTEGER,
            retracted_by INTEGER REFERENCES referral_event (id),
            referral_id INTEGER REFERENCES referral (id),
            event_id INTEGER REFERENCES referral_event (id),
            outcome_evidence TEXT CHECK (outcome_evidence IN ('none', 'worker', 'employer', 'document', 'insurance')),
            is_confirmed INTEGER CHECK (is_confirmed IN (0, 1)),
            told_on TEXT,
            correction_reason TEXT,
            corrected_by TEXT,
            kept_months INTEGER CHECK (kept_months >= 1),
            kept_wage INTEGER CHECK (kept_wage >= 0),
            kept_minimum INTEGER CHECK (kept_minimum >= 0),
            CHECK (to_day IS NULL OR to_day >= from_day),
            CHECK (retracted_at IS NULL OR retracted_at >= recorded_at),
            CHECK (retracted_by IS NULL OR retracted_at IS NOT NULL),
            CHECK ((outcome_evidence IS NULL) = (is_confirmed IS NULL)),
            CHECK ((outcome_evidence IS NULL) = (told_on IS NULL)),
            CHECK ((correction_reason IS NULL) = (corrected_by IS NULL)),
            CHECK (outcome_evidence IS NOT NULL
                OR (referral_id IS NULL AND event_id IS NULL AND correction_reason IS NULL AND evidence <> 'outcome')),
            CHECK (kept_months IS NOT NULL OR (kept_wage IS NULL AND kept_minimum IS NULL))
        ) STRICT;
        INSERT INTO coverage_entry (
            id, household_id, member_id, origin, evidence, kind, contract_band, workplace, covers, from_day, to_day,
            policy_version, recorded_at, retracted_at)
        SELECT id, household_id, member_id, origin, evidence, kind, contract_band, workplace, covers, from_day,
            MAX(to_day, from_day), policy_version, recorded_at, MAX(retracted_at, recorded_at)
        FROM old_coverage_entry;
        DROP TABLE old_coverage_entry;
        CREATE INDEX coverage_entry_by_household ON coverage_entry (household_id);
        CREATE INDEX coverage_entry_by_member ON coverage_entry (member_id);
        CREATE INDEX coverage_entry_in_force ON coverage_entry (household_id, member_id)
            WHERE to_day IS NULL AND retracted_at IS NULL;
        CREATE INDEX coverage_entry_reported ON coverage_entry (member_id)
            WHERE outcome_evidence IS NOT NULL AND retracted_at IS NULL;
        CREATE INDEX coverage_entry_by_referral ON coverage_entry (referral_id) WHERE referral_id IS NOT NULL;
        CREATE INDEX coverage_entry_by_event ON coverage_entry (event_id) WHERE event_id IS NOT NULL;
        CREATE INDEX coverage_entry_by_retraction ON coverage_entry (retracted_by) WHERE retracted_by IS NOT NULL;
        CREATE INDEX coverage_entry_recorded ON coverage_entry (recorded_at);
        CREATE INDEX coverage_entry_retracted ON coverage_entry (retracted_at) WHERE retracted_at IS NOT NULL;

        CREATE TABLE departure_period (
            id INTEGER NOT NULL PRIMARY KEY,
            household_id INTEGER REFERENCES household (id),
            member_id INTEGER REFERENCES member (id),
            reason TEXT NOT NULL,
            from_day TEXT NOT NULL,
            to_day TEXT,
            recorded_at INTEGER NOT NULL,
            retracted_at INTEGER,
            CHECK ((household_id IS NULL) <> (member_id IS NULL)),
            CHECK (to_day IS NULL OR to_day >= from_day),
            CHECK (retracted_at IS NULL OR retracted_at >= recorded_at)
        ) STRICT;
        CREATE INDEX departure_period_by_member ON departure_period (member_id) WHERE member_id IS NOT NULL;
        CREATE INDEX departure_period_by_household ON departure_period (household_id) WHERE household_id IS NOT NULL;
        CREATE INDEX member_departed ON member (id) WHERE departure IS NOT NULL;
        CREATE INDEX household_departed ON household (id) WHERE departure IS NOT NULL;
        INSERT INTO departure_period (household_id, reason, from_day, recorded_at)
            SELECT id, departure, departed_on, 0 FROM household WHERE departure IS NOT NULL;
        INSERT INTO departure_period (member_id, reason, from_day, recorded_at)
            SELECT id, departure, departed_on, 0 FROM member WHERE departure IS NOT NULL;
        """
}
