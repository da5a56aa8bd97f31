extension Schema {
    /// Outcomes as they were told from outside, each with its source, and whether it agrees with what was known.
    static let outcomeReports = """
        CREATE TABLE outcome_report (
            id INTEGER NOT NULL PRIMARY KEY,
            source TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('hired', 'working', 'ended')),
            member_id INTEGER NOT NULL REFERENCES member (id),
            household_id INTEGER NOT NULL REFERENCES household (id),
            referral_id INTEGER REFERENCES referral (id),
            line_id INTEGER REFERENCES coverage_entry (id),
            day TEXT NOT NULL,
            contract_band TEXT CHECK (contract_band IN ('indefinite', '12_36', '3_12', 'below_3', 'none')),
            wage INTEGER,
            evidence TEXT NOT NULL CHECK (evidence IN ('none', 'worker', 'employer', 'document', 'insurance')),
            differs TEXT,
            at INTEGER NOT NULL,
            settled_at INTEGER,
            settled_by TEXT,
            settled_reason TEXT,
            UNIQUE (source, fingerprint),
            CHECK ((settled_at IS NULL) = (settled_by IS NULL) AND (settled_at IS NULL) = (settled_reason IS NULL)),
            CHECK (settled_at IS NULL OR differs IS NOT NULL)
        ) STRICT;
        CREATE INDEX outcome_report_to_settle ON outcome_report (id) WHERE differs IS NOT NULL AND settled_at IS NULL;
        CREATE INDEX outcome_report_by_member ON outcome_report (member_id);
        """
}
