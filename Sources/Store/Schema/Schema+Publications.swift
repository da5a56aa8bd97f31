extension Schema {
    /// What was published of closed periods: once each, and never changed.
    static let publications = """
        CREATE TABLE publication (
            id INTEGER NOT NULL PRIMARY KEY,
            from_day TEXT NOT NULL,
            to_day TEXT NOT NULL,
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            body TEXT NOT NULL,
            UNIQUE (from_day, to_day),
            CHECK (from_day <= to_day)
        ) STRICT;
        """
}
