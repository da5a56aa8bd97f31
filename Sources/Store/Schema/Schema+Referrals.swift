extension Schema {
    /// Referrals as their events have left them, the events, letters and checks, and what people do not want.
    static let referrals = """
        CREATE TABLE referral (
            id INTEGER NOT NULL PRIMARY KEY,
            member_id INTEGER NOT NULL REFERENCES member (id),
            household_id INTEGER NOT NULL REFERENCES household (id),
            vacancy_id INTEGER NOT NULL REFERENCES vacancy (id),
            made_on TEXT NOT NULL,
            made_at INTEGER NOT NULL,
            poverty_class TEXT NOT NULL CHECK (poverty_class IN ('HN', 'HCN', 'HMTN', 'KN')),
            officer TEXT NOT NULL,
            stage TEXT NOT NULL CHECK (stage IN (
                'proposed', 'contacted', 'agreed', 'referred', 'interview', 'offered', 'hired', 'confirmed',
                'sustained', 'ended', 'closed')),
            due TEXT,
            is_behind INTEGER NOT NULL CHECK (is_behind IN (0, 1)),
            override_reason TEXT,
            consent_version TEXT,
            consent_language TEXT,
            consent_interpreter INTEGER CHECK (consent_interpreter IN (0, 1)),
            consent_signed INTEGER CHECK (consent_signed IN (0, 1)),
            letter_number TEXT UNIQUE,
            letter_signer TEXT,
            letter_expires TEXT,
            hired_at INTEGER,
            hire_start TEXT,
            hire_contract TEXT CHECK (hire_contract IN ('indefinite', 'fixed', 'seasonal')),
            hire_months INTEGER,
            hire_wage INTEGER,
            hire_insured INTEGER CHECK (hire_insured IN (0, 1)),
            hire_evidence TEXT CHECK (hire_evidence IN ('none', 'worker', 'employer', 'document', 'insurance')),
            ended_on TEXT,
            end_reason TEXT,
            exit_reason TEXT,
            version INTEGER NOT NULL CHECK (version >= 1),
            CHECK ((letter_number IS NULL) = (letter_expires IS NULL)),
            CHECK ((hire_start IS NULL) = (hire_evidence IS NULL)),
            CHECK ((hire_contract = 'fixed') = (hire_months IS NOT NULL) OR hire_contract IS NULL),
            CHECK ((stage IN ('hired', 'confirmed', 'sustained', 'ended')) = (hire_start IS NOT NULL)),
            CHECK ((stage = 'ended') = (ended_on IS NOT NULL)),
            CHECK ((ended_on IS NULL) = (end_reason IS NULL)),
            CHECK ((stage = 'closed') = (exit_reason IS NOT NULL))
        ) STRICT;
        CREATE INDEX referral_by_member ON referral (member_id);
        CREATE INDEX referral_by_household ON referral (household_id);
        CREATE INDEX referral_by_vacancy ON referral (vacancy_id, stage);
        CREATE INDEX referral_by_stage ON referral (stage, due);
        CREATE INDEX referral_by_officer ON referral (officer, stage);
        CREATE INDEX referral_by_age ON referral (made_at, id);
        CREATE INDEX referral_by_start ON referral (hire_start) WHERE hire_start IS NOT NULL;
        CREATE UNIQUE INDEX referral_open_pair ON referral (member_id, vacancy_id)
            WHERE stage IN ('proposed', 'contacted', 'agreed', 'referred', 'interview', 'offered', 'hired',
                'confirmed', 'sustained');
        CREATE UNIQUE INDEX referral_one_job ON referral (member_id)
            WHERE stage IN ('hired', 'confirmed', 'sustained');

        CREATE TABLE referral_event (
            id INTEGER NOT NULL PRIMARY KEY,
            referral_id INTEGER NOT NULL REFERENCES referral (id),
            step TEXT NOT NULL,
            detail TEXT NOT NULL,
            due_days INTEGER NOT NULL CHECK (due_days >= 0),
            actor TEXT NOT NULL,
            at INTEGER NOT NULL,
            day TEXT NOT NULL,
            reason TEXT,
            evidence TEXT,
            cause INTEGER REFERENCES referral_event (id),
            undone_at INTEGER,
            undone_by TEXT,
            CHECK ((undone_at IS NULL) = (undone_by IS NULL))
        ) STRICT;
        CREATE INDEX referral_event_by_referral ON referral_event (referral_id, id);
        CREATE INDEX referral_event_by_cause ON referral_event (cause) WHERE cause IS NOT NULL;

        CREATE TABLE retention_check (
            referral_id INTEGER NOT NULL REFERENCES referral (id),
            months INTEGER NOT NULL CHECK (months IN (1, 3, 6, 12)),
            is_in_work INTEGER NOT NULL CHECK (is_in_work IN (0, 1)),
            wage INTEGER,
            insured INTEGER CHECK (insured IN (0, 1)),
            evidence TEXT NOT NULL CHECK (evidence IN ('none', 'worker', 'employer', 'document', 'insurance')),
            PRIMARY KEY (referral_id, months)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE letter (
            year INTEGER NOT NULL,
            place INTEGER NOT NULL CHECK (place >= 1),
            number TEXT NOT NULL UNIQUE,
            referral_id INTEGER NOT NULL REFERENCES referral (id),
            event_id INTEGER NOT NULL REFERENCES referral_event (id),
            signer TEXT NOT NULL,
            issued_on TEXT NOT NULL,
            expires TEXT NOT NULL,
            cancelled_by INTEGER REFERENCES referral_event (id),
            PRIMARY KEY (year, place)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX letter_by_referral ON letter (referral_id);
        CREATE INDEX letter_by_event ON letter (event_id);

        CREATE TABLE refusal (
            member_id INTEGER NOT NULL REFERENCES member (id),
            kind TEXT NOT NULL CHECK (kind IN ('vacancy', 'employer', 'occupation', 'district')),
            value TEXT NOT NULL,
            event_id INTEGER NOT NULL REFERENCES referral_event (id),
            at INTEGER NOT NULL,
            withdrawn_at INTEGER,
            PRIMARY KEY (member_id, kind, value, event_id)
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE coverage_entry ADD COLUMN referral_id INTEGER REFERENCES referral (id);
        ALTER TABLE coverage_entry ADD COLUMN event_id INTEGER REFERENCES referral_event (id);
        ALTER TABLE coverage_entry ADD COLUMN outcome_evidence TEXT CHECK (outcome_evidence IN (
            'none', 'worker', 'employer', 'document', 'insurance'));
        CREATE INDEX coverage_entry_by_referral ON coverage_entry (referral_id) WHERE referral_id IS NOT NULL;

        CREATE TABLE run_step (
            run_id INTEGER NOT NULL REFERENCES run (id),
            step INTEGER NOT NULL CHECK (step >= 1),
            at INTEGER NOT NULL,
            covered INTEGER NOT NULL,
            placed INTEGER NOT NULL,
            score INTEGER NOT NULL,
            bound INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            milliseconds INTEGER NOT NULL,
            PRIMARY KEY (run_id, step)
        ) STRICT, WITHOUT ROWID;
        """
}
