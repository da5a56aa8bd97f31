extension Schema {
    /// What happened, in order and without gaps, for other systems to follow.
    ///
    /// Triggers write it: whatever changes one of these tables writes its events in the same transaction, and nothing that
    /// writes can forget to. Numbers are counted up by one, since rows are never changed nor deleted and one transaction
    /// writes at a time. People are named by random id only, and nothing that somebody wrote is taken over. A migration
    /// that makes one of these tables anew makes its triggers anew.
    ///
    /// JSON is put together from numbers and codes by hand: functions of JSON may not stand in triggers of a schema that is not
    /// trusted (`PRAGMA trusted_schema`). What a step says is read from the step itself, which never changes.
    ///
    /// Not in the words of PostgreSQL, where each trigger calls a function and numbers come from a counter row.
    static let events = """
        CREATE TABLE event (
            id INTEGER NOT NULL PRIMARY KEY,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            subject_kind TEXT NOT NULL,
            subject_id INTEGER NOT NULL,
            household_id INTEGER,
            step_id INTEGER,
            data TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events stay'); END;
        CREATE TRIGGER event_remains BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events stay'); END;
        INSERT INTO setting (name, value) VALUES ('event_source', lower(hex(randomblob(16))));
        INSERT INTO event (at, kind, subject_kind, subject_id, household_id, step_id, data)
            SELECT * FROM (\(sources.compactMap(\.ofThePast).joined(separator: " UNION ALL "))) ORDER BY 1;
        \(sources.map(\.trigger).joined(separator: "\n"))
        """

    /// One kind of thing that happens to the rows of a table.
    private struct EventSource {
        let name: String
        let table: String
        /// When it happens: `INSERT`, or `UPDATE OF` a column.
        let on: String
        /// Of which rows, `NEW` and `OLD` being the row after and before.
        let condition: String
        /// Of which rows it had happened before there were events; nil where nobody knows.
        let past: String?
        let at: String
        let kind: String
        let subject: (kind: String, id: String)
        let household: String
        /// The members of its data, the first of which is always there.
        let data: [Member]
        /// With what the row is joined.
        var join = ""
        /// The referral's step, where it is one.
        var step = "NULL"

        private var values: String {
            let members = data.enumerated().map { index, member in
                "COALESCE('\(index == 0 ? "" : ",")\"\(member.name)\":' || \(member.json), '')"
            }.joined(separator: " || ")
            return "\(at), \(kind), '\(subject.kind)', \(subject.id), \(household), \(step), '{' || \(members) || '}'"
        }

        /// What writes it from now on.
        var trigger: String {
            """
            CREATE TRIGGER event_of_\(name) AFTER \(on) ON \(table) WHEN \(condition) BEGIN
                INSERT INTO event (at, kind, subject_kind, subject_id, household_id, step_id, data)
                    SELECT \(values) \(join.isEmpty ? "" : "FROM (SELECT 1) \(join)");
            END;
            """
        }

        /// The rows of which it had happened before.
        var ofThePast: String? {
            past.map { "SELECT \(values) FROM \(table) NEW \(join) WHERE \($0)" }
        }
    }

    /// A member of an event's data: its name, and an expression of its JSON, or of nothing.
    private struct Member {
        let name: String
        let json: String

        static func number(_ name: String, _ column: String) -> Member { Member(name: name, json: column) }

        /// A code or a day.
        static func code(_ name: String, _ column: String) -> Member {
            Member(name: name, json: "'\"' || replace(replace(\(column), '\\', '\\\\'), '\"', '\\\"') || '\"'")
        }

        static func flag(_ name: String, _ condition: String) -> Member {
            Member(name: name, json: "CASE WHEN \(condition) THEN 'true' ELSE 'false' END")
        }
    }

    private static let ofReferral: [Member] = [
        .number("referral", "NEW.referral_id"), .number("event", "NEW.id"), .number("member", "r.member_id"),
        .number("household", "r.household_id"), .number("vacancy", "r.vacancy_id"), .code("day", "NEW.day"),
        .code("step", "NEW.step"),
    ]

    private static let ofLine: [Member] = [
        .number("line", "NEW.id"), .number("member", "NEW.member_id"), .number("household", "NEW.household_id"),
        .code("origin", "NEW.origin"), .code("work", "NEW.kind"), .code("contract", "NEW.contract_band"),
        .flag("covers", "NEW.covers"), .code("from", "NEW.from_day"), .code("until", "NEW.to_day"),
        .code("evidence", "COALESCE(NEW.outcome_evidence, NEW.evidence)"), .number("referral", "NEW.referral_id"),
        .flag("corrected", "NEW.correction_reason IS NOT NULL"),
    ]

    private static let ofVacancy: [Member] = [
        .number("vacancy", "NEW.id"), .code("source", "NEW.source"), .number("employer", "NEW.employer_id"),
        .number("openings", "NEW.openings"),
    ]

    private static let sources: [EventSource] = [
        EventSource(
            name: "referral_step",
            table: "referral_event",
            on: "INSERT",
            condition: "1",
            past: "1",
            at: "NEW.at",
            kind: "'referral.' || NEW.step",
            subject: ("referral", "NEW.referral_id"),
            household: "r.household_id",
            data: ofReferral,
            join: "JOIN referral r ON r.id = NEW.referral_id",
            step: "NEW.id"
        ),
        EventSource(
            name: "referral_undone",
            table: "referral_event",
            on: "UPDATE OF undone_at",
            condition: "OLD.undone_at IS NULL AND NEW.undone_at IS NOT NULL",
            past: "NEW.undone_at IS NOT NULL",
            at: "NEW.undone_at",
            kind: "'referral.undone'",
            subject: ("referral", "NEW.referral_id"),
            household: "r.household_id",
            data: ofReferral,
            join: "JOIN referral r ON r.id = NEW.referral_id",
            step: "NEW.id"
        ),
        EventSource(
            name: "line_recorded",
            table: "coverage_entry",
            on: "INSERT",
            condition: "1",
            past: "1",
            at: "NEW.recorded_at",
            kind: "'ledger.recorded'",
            subject: ("line", "NEW.id"),
            household: "NEW.household_id",
            data: ofLine
        ),
        EventSource(
            name: "line_retracted",
            table: "coverage_entry",
            on: "UPDATE OF retracted_at",
            condition: "OLD.retracted_at IS NULL AND NEW.retracted_at IS NOT NULL",
            past: "NEW.retracted_at IS NOT NULL",
            at: "NEW.retracted_at",
            kind: "'ledger.retracted'",
            subject: ("line", "NEW.id"),
            household: "NEW.household_id",
            data: ofLine
        ),
        EventSource(
            name: "vacancy_added",
            table: "vacancy",
            on: "INSERT",
            condition: "NEW.closed_reason IS NULL",
            past: "1",
            at: "NEW.first_seen_at",
            kind: "'vacancy.opened'",
            subject: ("vacancy", "NEW.id"),
            household: "NULL",
            data: ofVacancy
        ),
        EventSource(
            name: "vacancy_closed",
            table: "vacancy",
            on: "UPDATE OF closed_reason",
            condition: "OLD.closed_reason IS NULL AND NEW.closed_reason IS NOT NULL",
            past: "NEW.closed_reason IS NOT NULL",
            at: "COALESCE(NEW.closed_at, NEW.last_seen_at)",
            kind: "'vacancy.closed'",
            subject: ("vacancy", "NEW.id"),
            household: "NULL",
            data: ofVacancy + [.code("reason", "NEW.closed_reason")]
        ),
        EventSource(
            name: "vacancy_opened_again",
            table: "vacancy",
            on: "UPDATE OF closed_reason",
            condition: "OLD.closed_reason IS NOT NULL AND NEW.closed_reason IS NULL",
            past: nil,
            at: "NEW.last_seen_at",
            kind: "'vacancy.opened'",
            subject: ("vacancy", "NEW.id"),
            household: "NULL",
            data: ofVacancy
        ),
        EventSource(
            name: "employer_confirmed",
            table: "employer_confirmation",
            on: "INSERT",
            condition: "1",
            past: "1",
            at: "NEW.confirmed_at",
            kind: "'employer.confirmed'",
            subject: ("employer", "NEW.employer_id"),
            household: "NULL",
            data: [.number("employer", "NEW.employer_id"), .code("until", "NEW.valid_until")]
        ),
        EventSource(
            name: "employer_unconfirmed",
            table: "employer_confirmation",
            on: "UPDATE OF withdrawn_at",
            condition: "OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL",
            past: "NEW.withdrawn_at IS NOT NULL",
            at: "NEW.withdrawn_at",
            kind: "'employer.confirmation_withdrawn'",
            subject: ("employer", "NEW.employer_id"),
            household: "NULL",
            data: [.number("employer", "NEW.employer_id")]
        ),
        EventSource(
            name: "employer_blocked",
            table: "employer",
            on: "UPDATE OF blocked_at",
            condition: "OLD.blocked_at IS NULL AND NEW.blocked_at IS NOT NULL",
            past: "NEW.blocked_at IS NOT NULL",
            at: "NEW.blocked_at",
            kind: "'employer.blocked'",
            subject: ("employer", "NEW.id"),
            household: "NULL",
            data: [.number("employer", "NEW.id")]
        ),
        EventSource(
            name: "employer_unblocked",
            table: "employer",
            on: "UPDATE OF blocked_at",
            condition: "OLD.blocked_at IS NOT NULL AND NEW.blocked_at IS NULL",
            past: nil,
            at: "CAST(strftime('%s', 'now') AS INTEGER)",
            kind: "'employer.unblocked'",
            subject: ("employer", "NEW.id"),
            household: "NULL",
            data: [.number("employer", "NEW.id")]
        ),
        EventSource(
            name: "run_stored",
            table: "run",
            on: "INSERT",
            condition: "1",
            past: "1",
            at: "NEW.at",
            kind: "'plan.run'",
            subject: ("run", "NEW.id"),
            household: "NULL",
            data: [.number("run", "NEW.id"), .code("day", "NEW.day")]
        ),
    ]
}
