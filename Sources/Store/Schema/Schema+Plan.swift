extension Schema {
    /// Referrals under way that the latest run cannot hold an opening for, and why.
    static let planReviews = """
        CREATE TABLE pin_review (
            run_id INTEGER NOT NULL REFERENCES run (id),
            referral_id INTEGER NOT NULL REFERENCES referral (id),
            reason TEXT NOT NULL CHECK (reason IN ('not_eligible', 'no_opening', 'second_pin')),
            PRIMARY KEY (run_id, referral_id)
        ) STRICT, WITHOUT ROWID;
        """
}
