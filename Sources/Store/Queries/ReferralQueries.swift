import GRDB
import Households
import Referrals
import Vacancies
import Vocabulary

/// Which referrals are asked for.
package struct ReferralFilter: Sendable {
    /// In which order they are listed.
    package enum Order: Sendable {
        /// Newest first.
        case newest
        /// Those due first; those that are waited for nothing are left out.
        case due
    }

    /// Where a page ended.
    package struct Cursor: Hashable, Sendable {
        /// By newest, when the last one was made, in Unix seconds; by due, the number of its day.
        package let place: Int64
        /// The last one.
        package let referral: ReferralID

        /// A cursor at a referral.
        package init(place: Int64, referral: ReferralID) {
            self.place = place
            self.referral = referral
        }
    }

    /// Only of people in this area.
    package var area: VisibleArea
    /// Only this one.
    package var referral: ReferralID?
    /// Only in these stages; nil for any.
    package var stages: [ReferralStage]?
    /// Only what this officer follows.
    package var officer: String?
    /// Only of people of these communes.
    package var communes: [UnitCode]?
    /// Only this member's.
    package var member: MemberID?
    /// Only this household's.
    package var household: HouseholdID?
    /// Only to this vacancy.
    package var vacancy: VacancyID?
    /// Only to this employer's vacancies.
    package var employer: EmployerID?
    /// Only to vacancies of the occupation that these digits begin.
    package var occupation: String?
    /// Only to vacancies whose title or employer has these words, with marks or without.
    package var text: String?
    /// Only what is due on this day or before.
    package var dueUpTo: Day?
    /// Only those behind others (true), or only those that are not (false).
    package var isBehind: Bool?
    /// Only those that the latest plan cannot hold an opening for (true).
    package var isToReview = false
    /// Only those that a supervisor let pass the household-first rule (true).
    package var isOverride = false
    /// Only those that are not over, at work or on the way there (true).
    package var isGoingOn = false
    /// In which order.
    package var order = Order.newest
    /// After this one.
    package var after: Cursor?
    /// At most so many.
    package var limit: Int

    /// A filter that asks for everything of an area, page by page.
    package init(area: VisibleArea, limit: Int) {
        self.area = area
        self.limit = limit
    }
}

/// A referral with the names that a list shows.
package struct ReferralRow: Sendable {
    /// The referral.
    package let referral: Referral
    /// When it was made, in Unix seconds.
    package let madeAt: Int64
    /// The member's name.
    package let memberName: String
    /// The member's birth as stored.
    package let birth: Birth?
    /// The best way to reach the member; nil where nobody asked.
    package let contactWay: ContactWay?
    /// The household's code.
    package let householdCode: String
    /// The household's commune.
    package let commune: UnitCode
    /// The household's village.
    package let village: String
    /// The vacancy's title.
    package let title: String
    /// The employer's name.
    package let employer: String
    /// Why the latest plan cannot hold an opening for it; nil where it can, or where none has to be held.
    package let review: PinReview.Reason?
}

extension ReferralRow {
    /// Where a page that ends with it ends.
    package func cursor(_ order: ReferralFilter.Order) -> ReferralFilter.Cursor {
        switch order {
        case .newest: ReferralFilter.Cursor(place: madeAt, referral: referral.id)
        case .due: ReferralFilter.Cursor(place: Int64(referral.due?.number ?? 0), referral: referral.id)
        }
    }
}

extension Reading {
    /// The referrals that a filter lets through, a page of them.
    package func referrals(_ filter: ReferralFilter) throws -> [ReferralRow] {
        var (conditions, arguments) = filter.conditions
        var order = "r.made_at DESC, r.id DESC"
        switch filter.order {
        case .newest:
            if let after = filter.after {
                conditions.append("(r.made_at, r.id) < (?, ?)")
                arguments += [after.place, after.referral.rawValue]
            }
        case .due:
            order = "r.due, r.id"
            conditions.append("r.due IS NOT NULL")
            if let after = filter.after {
                conditions.append("(r.due, r.id) > (?, ?)")
                // A cursor may say anything; no day lies outside of these.
                let number = Int(min(max(after.place, -719_000), 2_932_000))
                arguments += [Day(number: number).description, after.referral.rawValue]
            }
        }
        let sql = """
            SELECT r.*, m.name AS member_name, m.birth AS member_birth, m.contact_way, h.code AS household_code,
                h.commune AS household_commune, h.village AS household_village, v.title AS vacancy_title,
                v.employer AS vacancy_employer, p.reason AS review
            FROM \(ReferralFilter.tables) WHERE \(conditions.joined(separator: " AND "))
            ORDER BY \(order) LIMIT ?
            """
        return try Row.fetchAll(database, sql: sql, arguments: arguments + [filter.limit]).map { row in
            try ReferralRow(row: row, checks: checks(of: row["id"]))
        }
    }

    /// How many referrals a filter lets through, whatever the page.
    package func referralCount(_ filter: ReferralFilter) throws -> Int {
        let (conditions, arguments) = filter.conditions
        let sql = "SELECT COUNT(*) FROM \(ReferralFilter.tables) WHERE \(conditions.joined(separator: " AND "))"
        return try Int.fetchOne(database, sql: sql, arguments: arguments) ?? 0
    }

    /// How many referrals a filter lets through in each stage; stages without any are left out.
    package func referralCounts(_ filter: ReferralFilter) throws -> [ReferralStage: Int] {
        let (conditions, arguments) = filter.conditions
        let sql = """
            SELECT r.stage, COUNT(*) AS total FROM \(ReferralFilter.tables)
            WHERE \(conditions.joined(separator: " AND ")) GROUP BY r.stage
            """
        var counts: [ReferralStage: Int] = [:]
        for row in try Row.fetchAll(database, sql: sql, arguments: arguments) {
            counts[try row.value("stage", table: "referral") { ReferralStage(rawValue: $0) }] = row["total"]
        }
        return counts
    }

    /// How many steps of each name referrals of an area took since a moment, those that were taken back left out.
    ///
    /// - Parameters:
    ///   - moment: in Unix seconds.
    ///   - filter: of which referrals; its page and order count for nothing.
    /// - Returns: the steps' names, `made` among them, with their numbers.
    /// - Throws: `DatabaseError`.
    package func referralSteps(since moment: Int64, _ filter: ReferralFilter) throws -> [String: Int] {
        let (conditions, arguments) = filter.conditions
        let sql = """
            SELECT e.step, COUNT(*) AS total FROM referral_event e JOIN \(ReferralFilter.tables)
            WHERE r.id = e.referral_id AND e.at >= ? AND e.undone_at IS NULL AND \(conditions.joined(separator: " AND "))
            GROUP BY e.step
            """
        var steps: [String: Int] = [:]
        for row in try Row.fetchAll(database, sql: sql, arguments: [moment] + arguments) {
            steps[row["step"]] = row["total"]
        }
        return steps
    }

    /// Who follows referrals of an area, by the accounts' names in order.
    package func referralOfficers(in area: VisibleArea) throws -> [String] {
        let visible = area.condition(household: "h")
        let sql = """
            SELECT DISTINCT r.officer FROM referral r JOIN household h ON h.id = r.household_id
            WHERE \(visible.sql) ORDER BY r.officer
            """
        return try String.fetchAll(database, sql: sql, arguments: visible.arguments)
    }

    /// To whom people of an area were referred, in the names' order.
    package func referralEmployers(in area: VisibleArea) throws -> [(id: EmployerID, name: String)] {
        let visible = area.condition(household: "h")
        let sql = """
            SELECT DISTINCT e.id, e.name FROM referral r JOIN household h ON h.id = r.household_id
            JOIN vacancy v ON v.id = r.vacancy_id JOIN employer e ON e.id = v.employer_id
            WHERE \(visible.sql) ORDER BY e.search_key, e.id
            """
        return try Row.fetchAll(database, sql: sql, arguments: visible.arguments).compactMap { row in
            EmployerID(row["id"]).map { ($0, row["name"]) }
        }
    }
}

extension ReferralFilter {
    fileprivate static let tables = """
        referral r JOIN member m ON m.id = r.member_id JOIN household h ON h.id = r.household_id
            JOIN vacancy v ON v.id = r.vacancy_id
            LEFT JOIN pin_review p ON p.run_id = (SELECT MAX(id) FROM run) AND p.referral_id = r.id
        """

    /// The conditions of everything but the page.
    fileprivate var conditions: ([String], StatementArguments) {
        let visible = area.condition(household: "h")
        var conditions = [visible.sql]
        var arguments = visible.arguments
        func add(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
            guard let value else { return }
            conditions.append(condition)
            arguments += [value]
        }
        func add(_ column: String, in values: [String]?) {
            guard let values else { return }
            conditions.append("\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))")
            arguments += StatementArguments(values)
        }
        add("r.stage", in: stages?.map(\.rawValue))
        add("h.commune", in: communes?.map(\.description))
        add("r.id = ?", referral?.rawValue)
        add("r.officer = ?", officer)
        add("r.member_id = ?", member?.rawValue)
        add("r.household_id = ?", household?.rawValue)
        add("r.vacancy_id = ?", vacancy?.rawValue)
        add("v.employer_id = ?", employer?.rawValue)
        add("v.occupation LIKE ?", occupation.map { $0 + "%" })
        if let text {
            let patterns = StoredSearchKey.patterns(text)
            if patterns == nil { conditions.append("0") }
            for pattern in patterns ?? [] { add("v.search_key LIKE ?", pattern) }
        }
        add("r.due <= ?", dueUpTo?.description)
        add("r.is_behind = ?", isBehind)
        if isToReview { conditions.append("p.reason IS NOT NULL") }
        if isOverride { conditions.append("r.override_reason IS NOT NULL") }
        if isGoingOn { conditions.append("r.stage NOT IN ('ended', 'closed')") }
        return (conditions, arguments)
    }
}

extension ReferralRow {
    fileprivate init(row: Row, checks: [RetentionCheck]) throws {
        referral = try Referral(row: row, checks: checks)
        madeAt = row["made_at"]
        memberName = row["member_name"]
        birth = try row.optional("member_birth", table: "member") { text in
            Day(iso: text).map(Birth.date) ?? Int(text).map(Birth.year)
        }
        contactWay = try row.optional("contact_way", table: "member") { ContactWay(rawValue: $0) }
        householdCode = row["household_code"]
        commune = try row.value("household_commune", table: "household") { UnitCode($0) }
        village = row["household_village"]
        title = row["vacancy_title"]
        employer = row["vacancy_employer"]
        review = try row.optional("review", table: "pin_review") { PinReview.Reason(rawValue: $0) }
    }
}
