import GRDB
import Households
import Referrals
import Vacancies
import Vocabulary

extension Referral {
    init(row: Row, checks: [RetentionCheck]) throws {
        let table = "referral"
        self.init(
            id: try row.id("id", table: table),
            member: try row.id("member_id", table: table),
            household: try row.id("household_id", table: table),
            vacancy: try row.id("vacancy_id", table: table),
            madeOn: try row.value("made_on", table: table) { Day(iso: $0) },
            povertyClass: try row.value("poverty_class", table: table) { PovertyClass(rawValue: $0) },
            officer: row["officer"],
            due: try row.optional("due", table: table) { Day(iso: $0) },
            overrideReason: row["override_reason"]
        )
        stage = try row.value("stage", table: table) { ReferralStage(rawValue: $0) }
        isBehind = row["is_behind"]
        consent = (row["consent_version"] as String?).map { version in
            Consent(
                textVersion: version,
                language: row["consent_language"],
                withInterpreter: row["consent_interpreter"],
                isSigned: row["consent_signed"]
            )
        }
        letter = try row.optional("letter_expires", table: table) { Day(iso: $0) }.map { expires in
            Letter(number: row["letter_number"], signer: row["letter_signer"], expires: expires)
        }
        hire = try row.optional("hire_start", table: table) { Day(iso: $0) }.map { start in
            Hire(
                start: start,
                contract: try row.optional("hire_contract", table: table) { kind in
                    ContractTerm(kind: kind, months: row["hire_months"])
                },
                wage: (row["hire_wage"] as Int64?).map { Dong($0) },
                isInsured: row["hire_insured"],
                evidence: try row.value("hire_evidence", table: table) { OutcomeEvidence(rawValue: $0) }
            )
        }
        self.checks = checks
        end = try row.optional("ended_on", table: table) { Day(iso: $0) }.map { day in
            JobEnd(on: day, reason: try row.value("end_reason", table: table) { EndReason(rawValue: $0) })
        }
        exit = try row.optional("exit_reason", table: table) { ExitReason(rawValue: $0) }
        version = row["version"]
    }
}

extension ContractTerm {
    /// The term of a kind; nil for one that there is none of.
    init?(kind: String, months: Int?) {
        switch (kind, months) {
        case ("indefinite", nil): self = .indefinite
        case ("seasonal", nil): self = .seasonal
        case ("fixed", let months?): self = .fixed(months: months)
        default: return nil
        }
    }

    /// The kind's name and the months.
    var parts: (kind: String, months: Int?) {
        switch self {
        case .indefinite: ("indefinite", nil)
        case .fixed(let months): ("fixed", months)
        case .seasonal: ("seasonal", nil)
        }
    }
}

extension RetentionCheck {
    init(row: Row) throws {
        self.init(
            months: row["months"],
            isInWork: row["is_in_work"],
            wage: (row["wage"] as Int64?).map { Dong($0) },
            isInsured: row["insured"],
            evidence: try row.value("evidence", table: "retention_check") { OutcomeEvidence(rawValue: $0) }
        )
    }
}

extension Writing {
    private static let referralColumns = [
        "id", "member_id", "household_id", "vacancy_id", "made_on", "made_at", "poverty_class", "officer", "stage",
        "due",
        "is_behind", "override_reason", "consent_version", "consent_language", "consent_interpreter", "consent_signed",
        "letter_number", "letter_signer", "letter_expires", "hired_at", "hire_start", "hire_contract", "hire_months",
        "hire_wage", "hire_insured", "hire_evidence", "ended_on", "end_reason", "exit_reason", "version",
    ]

    private static let settledReferralColumns: Set = ["id", "made_at"]

    private static let saveReferral = """
        INSERT INTO referral (\(referralColumns.joined(separator: ", ")))
        VALUES (\(referralColumns.map { _ in "?" }.joined(separator: ", ")))
        ON CONFLICT (id) DO UPDATE SET
        \(referralColumns.filter { !settledReferralColumns.contains($0) }.map { "\($0) = excluded.\($0)" }
            .joined(separator: ", "))
        """

    /// Stores a referral as its events have left it.
    ///
    /// - Parameters:
    ///   - referral: the referral.
    ///   - hiredAt: when its hire was recorded, in Unix seconds; nil where there is none.
    ///   - at: the moment, in Unix seconds: of one not yet stored, when it was made.
    /// - Throws: `DatabaseError`.
    package func save(_ referral: Referral, hiredAt: Int64?, at: Int64) throws {
        let (consent, letter, hire) = (referral.consent, referral.letter, referral.hire)
        let contract = hire?.contract?.parts
        try database.cachedStatement(sql: Writing.saveReferral).execute(arguments: [
            referral.id.rawValue, referral.member.rawValue, referral.household.rawValue, referral.vacancy.rawValue,
            referral.madeOn.description, at, referral.povertyClass.rawValue, referral.officer, referral.stage.rawValue,
            referral.due?.description, referral.isBehind, referral.overrideReason, consent?.textVersion,
            consent?.language, consent?.withInterpreter, consent?.isSigned, letter?.number, letter?.signer,
            letter?.expires.description, hire == nil ? nil : hiredAt, hire?.start.description, contract?.kind,
            contract?.months, hire?.wage?.amount, hire?.isInsured, hire?.evidence.rawValue,
            referral.end?.on.description, referral.end?.reason.rawValue, referral.exit?.rawValue, referral.version,
        ])
        let id = referral.id.rawValue
        try database.cachedStatement(sql: "DELETE FROM retention_check WHERE referral_id = ?").execute(arguments: [id])
        let add = try database.cachedStatement(sql: "INSERT INTO retention_check VALUES (?, ?, ?, ?, ?, ?)")
        for check in referral.checks {
            try add.execute(arguments: [
                id, check.months, check.isInWork, check.wage?.amount, check.isInsured, check.evidence.rawValue,
            ])
        }
    }
}

extension Reading {
    /// One referral; nil where there is none of this id.
    package func referral(_ id: ReferralID) throws -> Referral? {
        try referrals(where: "id = ?", [id.rawValue]).first
    }

    /// The referrals of a member, newest first.
    package func referrals(of member: MemberID) throws -> [Referral] {
        try referrals(where: "member_id = ?", [member.rawValue])
    }

    /// The referrals of a household's members, newest first.
    package func referrals(of household: HouseholdID) throws -> [Referral] {
        try referrals(where: "household_id = ?", [household.rawValue])
    }

    /// The referrals to a vacancy, newest first.
    package func referrals(to vacancy: VacancyID) throws -> [Referral] {
        try referrals(where: "vacancy_id = ?", [vacancy.rawValue])
    }

    /// When a referral was made and when its hire was recorded, in Unix seconds; nil where there is none of this id.
    package func moments(of referral: ReferralID) throws -> (made: Int64, hired: Int64?)? {
        let sql = "SELECT made_at, hired_at FROM referral WHERE id = ?"
        return try Row.fetchOne(database, sql: sql, arguments: [referral.rawValue]).map {
            ($0["made_at"], $0["hired_at"])
        }
    }

    private func referrals(where condition: String, _ arguments: StatementArguments) throws -> [Referral] {
        let sql = "SELECT * FROM referral WHERE \(condition) ORDER BY made_at DESC, id"
        return try Row.fetchAll(database, sql: sql, arguments: arguments).map { row in
            try Referral(row: row, checks: checks(of: row["id"]))
        }
    }

    /// The retention checks of a referral, by their months.
    func checks(of referral: Int64) throws -> [RetentionCheck] {
        let statement = try database.cachedStatement(
            sql: "SELECT * FROM retention_check WHERE referral_id = ? ORDER BY months"
        )
        return try Row.fetchAll(statement, arguments: [referral]).map(RetentionCheck.init(row:))
    }
}
