import GRDB

/// What the plan is computed from, in the parts that change at different speeds.
package enum PlanMatter: String, Sendable, CaseIterable {
    /// Households, members, vacancies, employers: a change of these means to score again.
    case register
    /// The coverage ledger.
    case ledger
    /// Referrals and what people do not want.
    case referrals
    /// What classes households had, and who had left, on days of the past.
    case history
}

/// By which state of its matter a plan was computed: two equal marks mean the same state.
package struct PlanMarks: Hashable, Sendable {
    /// The mark of each part; empty where nothing of it was ever written.
    package let marks: [PlanMatter: String]
    /// The latest run; nil before the first.
    package let run: RunNumber?
}

/// The state of everything that lists of the plan are read from: two equal states give equal lists.
package struct PlanState: Hashable, Sendable {
    private let text: String

    init(text: String) { self.text = text }
}

/// Notes which parts a transaction has changed, so that whoever keeps a plan in memory can tell that it is of yesterday.
///
/// A mark is random: one that was rolled back is never met again.
final class ChangeWatch: TransactionObserver {
    private var changed: Set<PlanMatter> = []

    private static let matterOfTable: [String: PlanMatter] = [
        "household": .register, "member": .register, "vacancy": .register, "employer": .register,
        "employer_confirmation": .register,
        "coverage_entry": .ledger,
        "referral": .referrals, "referral_event": .referrals,
        "departure_period": .history,
    ]

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool {
        ChangeWatch.matterOfTable[eventKind.tableName] != nil
    }

    func databaseDidChange(with event: DatabaseEvent) {
        if let matter = ChangeWatch.matterOfTable[event.tableName] { changed.insert(matter) }
    }

    /// Notes a change of a table without row numbers, of which SQLite tells nobody.
    func note(_ matter: PlanMatter) { changed.insert(matter) }

    func databaseDidCommit(_ database: Database) { changed = [] }
    func databaseDidRollback(_ database: Database) { changed = [] }

    /// Sets a new mark for each part that the transaction has changed.
    func mark(_ writing: Writing) throws {
        for matter in changed { try writing.set(matter.setting, to: String(Int64.random(in: 1...(.max)))) }
    }
}

extension PlanMatter {
    fileprivate var setting: String { "mark_\(rawValue)" }
}

extension Reading {
    /// The state of everything that lists of the plan are read from, the latest run's steps included.
    package func planState() throws -> PlanState {
        let statement = try database.cachedStatement(
            sql: """
                SELECT (SELECT group_concat(name || value) FROM setting WHERE name IN (
                        'mark_register', 'mark_ledger', 'mark_referrals', 'mark_history'))
                    || ' ' || COALESCE((SELECT MAX(id) FROM run), 0)
                    || ' ' || COALESCE((SELECT MAX(step) FROM run_step WHERE run_id = (SELECT MAX(id) FROM run)), 0)
                """
        )
        return PlanState(text: try String.fetchOne(statement) ?? "")
    }

    /// The marks of what a plan is computed from.
    package func planMarks() throws -> PlanMarks {
        var marks: [PlanMatter: String] = [:]
        for matter in PlanMatter.allCases { marks[matter] = try setting(matter.setting) }
        return PlanMarks(marks: marks, run: try RunNumber.fetchOne(database, sql: "SELECT MAX(id) FROM run"))
    }
}
