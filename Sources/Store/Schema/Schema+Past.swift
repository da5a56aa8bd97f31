extension Schema {
    /// What was known of people, households and vacancies before something else was, as far as reports ask: so that what was
    /// known at a moment of the past can be told again.
    ///
    /// Triggers write it, so that nothing that changes one of these rows can forget to. `moment` holds the moment of the
    /// transaction that is under way, since a trigger knows no clock. A migration that makes one of these tables anew
    /// makes its triggers anew.
    static let past = """
        CREATE TABLE moment (at INTEGER NOT NULL) STRICT;
        INSERT INTO moment (at) VALUES (0);

        CREATE TABLE member_past (
            id INTEGER NOT NULL PRIMARY KEY,
            member_id INTEGER NOT NULL REFERENCES member (id),
            until INTEGER NOT NULL,
            was_known INTEGER NOT NULL CHECK (was_known IN (0, 1)),
            household_id INTEGER, line INTEGER, birth TEXT, sex TEXT, ethnicity TEXT, is_disabled INTEGER, ability TEXT,
            ability_review_on TEXT, activity TEXT, work_status TEXT, contract_band TEXT, work_place TEXT,
            work_since TEXT, away TEXT, has_left_school INTEGER
        ) STRICT;
        CREATE INDEX member_past_by_until ON member_past (until);
        CREATE INDEX member_past_by_member ON member_past (member_id);
        -- A household that is new was on no list before; of somebody new in a known one that has to be said.
        CREATE TRIGGER member_past_of_new AFTER INSERT ON member WHEN EXISTS (
            SELECT 1 FROM class_period c
            WHERE c.household_id = NEW.household_id AND c.recorded_at < (SELECT at FROM moment)
        ) BEGIN
            INSERT INTO member_past (member_id, until, was_known) VALUES (NEW.id, (SELECT at FROM moment), 0);
        END;
        \(keeping(
            "member",
            [
                "household_id", "line", "birth", "sex", "ethnicity", "is_disabled", "ability", "ability_review_on",
                "activity", "work_status", "contract_band", "work_place", "work_since", "away", "has_left_school",
            ],
            known: "was_known"
        ))

        CREATE TABLE household_past (
            id INTEGER NOT NULL PRIMARY KEY,
            household_id INTEGER NOT NULL,
            until INTEGER NOT NULL,
            commune TEXT NOT NULL,
            village TEXT NOT NULL,
            is_without_labour INTEGER NOT NULL,
            size INTEGER,
            monthly_income INTEGER
        ) STRICT;
        CREATE INDEX household_past_by_until ON household_past (until);
        \(keeping("household", ["commune", "village", "is_without_labour", "size", "monthly_income"]))

        CREATE TABLE vacancy_past (
            id INTEGER NOT NULL PRIMARY KEY,
            vacancy_id INTEGER NOT NULL,
            until INTEGER NOT NULL,
            is_abroad INTEGER NOT NULL,
            place_kind TEXT NOT NULL,
            place_code TEXT,
            occupation TEXT,
            employer_id INTEGER
        ) STRICT;
        CREATE INDEX vacancy_past_by_until ON vacancy_past (until);
        \(keeping("vacancy", ["is_abroad", "place_kind", "place_code", "occupation", "employer_id"]))
        """

    /// The trigger that keeps what a table's columns held before they were changed.
    private static func keeping(_ table: String, _ columns: [String], known: String? = nil) -> String {
        let names = ["\(table)_id", "until"] + [known].compactMap { $0 } + columns
        let values =
            ["OLD.id", "(SELECT at FROM moment)"] + [known].compactMap { $0 }.map { _ in "1" }
            + columns.map { "OLD.\($0)" }
        return """
            CREATE TRIGGER \(table)_past_kept AFTER UPDATE OF \(columns.joined(separator: ", ")) ON \(table)
            WHEN \(columns.map { "OLD.\($0) IS NOT NEW.\($0)" }.joined(separator: " OR ")) BEGIN
                INSERT INTO \(table)_past (\(names.joined(separator: ", "))) VALUES (\(values.joined(separator: ", ")));
            END;
            """
    }
}
