import GRDB
import Households
import Referrals
import Vacancies
import Vocabulary

/// How one referral has gone, as far as chances are judged by it.
package struct ReferralHistory: Sendable {
    /// Who goes.
    package let member: MemberID
    /// The member's household.
    package let household: HouseholdID
    /// Where to.
    package let vacancy: VacancyID
    /// The household's class on the day of the referral.
    package let povertyClass: PovertyClass
    /// How far it has come.
    package let stage: ReferralStage
    /// Until when an answer is due.
    package let due: Day?
    /// Whether others go before it.
    package let isBehind: Bool
    /// Why it came to nothing.
    package let exit: ExitReason?
    /// The contract of its hire.
    package let contract: ContractTerm?
    /// The first day of work; nil where nobody was hired.
    package let start: Day?
    /// The first day without it; nil while it goes on.
    package let ended: Day?
    /// What happened, each with its day, oldest first; what was taken back is left out.
    package private(set) var steps: [(name: String, day: Day)]

    fileprivate init(row: Row) throws {
        let table = "referral"
        member = try row.id("member_id", table: table)
        household = try row.id("household_id", table: table)
        vacancy = try row.id("vacancy_id", table: table)
        povertyClass = try row.value("poverty_class", table: table) { PovertyClass(rawValue: $0) }
        stage = try row.value("stage", table: table) { ReferralStage(rawValue: $0) }
        due = try row.optional("due", table: table) { Day(iso: $0) }
        isBehind = row["is_behind"]
        exit = try row.optional("exit_reason", table: table) { ExitReason(rawValue: $0) }
        contract = try row.optional("hire_contract", table: table) {
            ContractTerm(kind: $0, months: row["hire_months"])
        }
        start = try row.optional("hire_start", table: table) { Day(iso: $0) }
        ended = try row.optional("ended_on", table: table) { Day(iso: $0) }
        steps = []
    }

    fileprivate mutating func add(_ name: String, _ day: Day) { steps.append((name, day)) }
}

extension Reading {
    /// How every referral has gone.
    package func histories() throws -> [ReferralHistory] {
        let sql = """
            SELECT id, member_id, household_id, vacancy_id, poverty_class, stage, due, is_behind, exit_reason,
                hire_contract, hire_months, hire_start, ended_on
            FROM referral
            """
        var histories: [Int64: ReferralHistory] = [:]
        var order: [Int64] = []
        let rows = try Row.fetchCursor(database, sql: sql)
        while let row = try rows.next() {
            order.append(row["id"])
            histories[row["id"]] = try ReferralHistory(row: row)
        }
        let events =
            "SELECT referral_id, step, day FROM referral_event WHERE undone_at IS NULL ORDER BY referral_id, id"
        let steps = try Row.fetchCursor(database, sql: events)
        while let row = try steps.next() {
            guard let day = Day(iso: row[2] as String) else {
                throw StoreError.corrupt(table: "referral_event", column: "day")
            }
            histories[row[0] as Int64]?.add(row[1], day)
        }
        return order.compactMap { histories[$0] }
    }
}
