import GRDB
import Households
import Referrals
import Vacancies
import Vocabulary

/// That a person of a referral came to work: what a successful connection is counted from.
package struct Connection: Hashable, Sendable {
    /// The referral.
    package let referral: ReferralID
    /// The member.
    package let member: MemberID
    /// The member's household on the day of the referral.
    package let household: HouseholdID
    /// The day of the referral.
    package let madeOn: Day
    /// The household's class on that day.
    package let povertyClass: PovertyClass
    /// The first day of work.
    package let start: Day
    /// The contract; nil where there is none in writing.
    package let contract: ContractTerm?
}

extension Reading {
    /// The jobs of referrals that began in a year and whose start is confirmed, also those that have ended since.
    package func connections(_ year: Int) throws -> [Connection] {
        let sql = """
            SELECT id, member_id, household_id, made_on, poverty_class, hire_start, hire_contract, hire_months
            FROM referral r
            WHERE hire_start BETWEEN ? AND ? AND EXISTS (
                SELECT 1 FROM referral_event e
                WHERE e.referral_id = r.id AND e.step = 'confirmed' AND e.undone_at IS NULL)
            ORDER BY hire_start, id
            """
        let bounds = [Day(year: year, month: 1, day: 1), Day(year: year, month: 12, day: 31)].map { $0?.description }
        return try Row.fetchAll(database, sql: sql, arguments: StatementArguments(bounds)).map { row in
            let table = "referral"
            return Connection(
                referral: try row.id("id", table: table),
                member: try row.id("member_id", table: table),
                household: try row.id("household_id", table: table),
                madeOn: try row.value("made_on", table: table) { Day(iso: $0) },
                povertyClass: try row.value("poverty_class", table: table) { PovertyClass(rawValue: $0) },
                start: try row.value("hire_start", table: table) { Day(iso: $0) },
                contract: try row.optional("hire_contract", table: table) { kind in
                    ContractTerm(kind: kind, months: row["hire_months"])
                }
            )
        }
    }
}
