extension Schema {
    /// How often a vacancy was changed: what a change by hand compares, so that none overwrites another unseen.
    static let vacancyVersions = """
        ALTER TABLE vacancy ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
        """
}
