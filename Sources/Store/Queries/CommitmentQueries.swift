import GRDB
import Households
import Referrals
import Vacancies
import Vocabulary

extension Reading {
    /// What binds the plan of a day.
    package func commitments(on day: Day) throws -> Commitments {
        var commitments = Commitments.none
        let order =
            "CASE stage \(ReferralStage.underWay.map { "WHEN '\($0.rawValue)' THEN \($0.progress)" }.joined(separator: " ")) END"
        let holding = """
            SELECT id, member_id, vacancy_id FROM referral
            WHERE stage IN (\(Reading.list(ReferralStage.underWay))) AND is_behind = 0 AND (due IS NULL OR due >= ?)
            ORDER BY \(order) DESC, made_at,
                (SELECT MIN(e.id) FROM referral_event e WHERE e.referral_id = referral.id), id
            """
        for row in try Row.fetchAll(database, sql: holding, arguments: [day.description]) {
            commitments.underWay.append(
                Commitments.UnderWay(
                    referral: try row.id("id", table: "referral"),
                    member: try row.id("member_id", table: "referral"),
                    vacancy: try row.id("vacancy_id", table: "referral")
                )
            )
        }
        let hired = "SELECT member_id, vacancy_id, hired_at, stage FROM referral WHERE hired_at IS NOT NULL"
        for row in try Row.fetchAll(database, sql: hired) {
            let stage = try row.value("stage", table: "referral") { ReferralStage(rawValue: $0) }
            if stage.isInWork { commitments.inWork.insert(try row.id("member_id", table: "referral")) }
            commitments.hires[try row.id("vacancy_id", table: "referral"), default: []].append(row["hired_at"])
        }
        let over = """
            SELECT member_id, vacancy_id FROM referral
            WHERE stage = 'closed' AND exit_reason IN (\(Reading.list(ExitReason.allCases.filter(\.endsPair))))
            """
        for row in try Row.fetchAll(database, sql: over) {
            commitments.unwanted[try row.id("member_id", table: "referral"), default: []]
                .insert(.vacancy(try row.id("vacancy_id", table: "referral")))
        }
        let wishes = "SELECT member_id, kind, value FROM refusal WHERE withdrawn_at IS NULL AND kind <> 'vacancy'"
        for row in try Row.fetchAll(database, sql: wishes) {
            commitments.unwanted[try row.id("member_id", table: "refusal"), default: []].insert(try Unwanted(row: row))
        }
        return commitments
    }

    /// When people were hired for a vacancy, in Unix seconds.
    package func hires(at vacancy: VacancyID) throws -> [Int64] {
        let sql = "SELECT hired_at FROM referral WHERE vacancy_id = ? AND hired_at IS NOT NULL"
        return try Int64.fetchAll(database, sql: sql, arguments: [vacancy.rawValue])
    }

    private static func list(_ values: some Sequence<some RawRepresentable<String>>) -> String {
        values.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    }
}

extension Unwanted {
    fileprivate init(row: Row) throws {
        let value: String = row["value"]
        switch row["kind"] as String {
        case "employer": self = .employer(value)
        case "occupation": self = .occupation(try row.value("value", table: "refusal") { Int($0) })
        case "district": self = .district(value)
        default: throw StoreError.corrupt(table: "refusal", column: "kind")
        }
    }
}
