extension Schema {
    /// Whom to call about which open questions, a row for each question; rows of one rank are one call.
    static let calls = """
        CREATE TABLE call (
            run_id INTEGER NOT NULL REFERENCES run (id),
            rank INTEGER NOT NULL CHECK (rank >= 1),
            place INTEGER NOT NULL CHECK (place >= 1),
            member_id INTEGER REFERENCES member (id),
            vacancy_id INTEGER REFERENCES vacancy (id),
            question INTEGER NOT NULL CHECK (question > 0),
            households_lost INTEGER NOT NULL CHECK (households_lost >= 0),
            workers_lost INTEGER NOT NULL,
            PRIMARY KEY (run_id, rank, place),
            CHECK ((member_id IS NULL) <> (vacancy_id IS NULL))
        ) STRICT, WITHOUT ROWID;
        """

    /// Calls in which nobody was reached.
    static let unreachedCalls = """
        CREATE TABLE unreached_call (
            id INTEGER NOT NULL PRIMARY KEY,
            member_id INTEGER NOT NULL REFERENCES member (id),
            day TEXT NOT NULL,
            at INTEGER NOT NULL,
            actor TEXT NOT NULL
        ) STRICT;
        CREATE INDEX unreached_call_by_member ON unreached_call (member_id, id);
        """
}
