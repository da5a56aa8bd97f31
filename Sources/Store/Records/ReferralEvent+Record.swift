import Foundation
import GRDB
import Households
import Referrals
import Vacancies
import Vocabulary

/// What a step says beside its name, as it is stored: a JSON object of what is there.
private struct StoredDetail: Codable {
    var way: String?
    var textVersion: String?
    var language: String?
    var withInterpreter: Bool?
    var isSigned: Bool?
    var number: String?
    var signer: String?
    var expires: String?
    var on: String?
    var place: String?
    var start: String?
    var contract: String?
    var contractMonths: Int?
    var wage: Int64?
    var isInsured: Bool?
    var evidence: String?
    var months: Int?
    var isInWork: Bool?
    var reason: String?
}

extension StoredDetail {
    init(_ what: ReferralEvent.What) {
        guard case .step(let step) = what else { return }
        switch step {
        case .contacted(let way): self.way = way.rawValue
        case .agreed(let consent):
            textVersion = consent.textVersion
            language = consent.language
            withInterpreter = consent.withInterpreter
            isSigned = consent.isSigned
        case .referred(let letter):
            number = letter.number
            signer = letter.signer
            expires = letter.expires.description
        case .interview(let on, let place):
            self.on = on.description
            self.place = place
        case .offered, .putBehind, .broughtForward: break
        case .hired(let hire):
            start = hire.start.description
            (contract, contractMonths) = hire.contract?.parts ?? (nil, nil)
            wage = hire.wage?.amount
            isInsured = hire.isInsured
            evidence = hire.evidence.rawValue
        case .confirmed(let evidence): self.evidence = evidence.rawValue
        case .checked(let check):
            months = check.months
            isInWork = check.isInWork
            wage = check.wage?.amount
            isInsured = check.isInsured
            evidence = check.evidence.rawValue
        case .ended(let on, let reason):
            self.on = on.description
            self.reason = reason.rawValue
        case .closed(let reason): self.reason = reason.rawValue
        }
    }

    /// What happened; nil where this is nothing that this program writes.
    func what(_ name: String) -> ReferralEvent.What? {
        name == "made" ? .made : step(name).map(ReferralEvent.What.step)
    }

    private func step(_ name: String) -> ReferralStep? {
        switch name {
        case "contacted": way.flatMap(ContactWay.init(rawValue:)).map(ReferralStep.contacted)
        case "agreed": consent.map(ReferralStep.agreed)
        case "referred": letter.map(ReferralStep.referred)
        case "interview": day(on).map { .interview(on: $0, place: place ?? "") }
        case "offered": .offered
        case "hired": hire.map(ReferralStep.hired)
        case "confirmed": outcome.map(ReferralStep.confirmed)
        case "checked": check.map(ReferralStep.checked)
        case "ended":
            reason.flatMap(EndReason.init(rawValue:)).flatMap { reason in day(on).map { .ended(on: $0, reason) } }
        case "closed": reason.flatMap(ExitReason.init(rawValue:)).map(ReferralStep.closed)
        case "put_behind": .putBehind
        case "brought_forward": .broughtForward
        default: nil
        }
    }

    private func day(_ text: String?) -> Day? { text.flatMap { Day(iso: $0) } }

    private var outcome: OutcomeEvidence? { evidence.flatMap(OutcomeEvidence.init(rawValue:)) }

    private var consent: Consent? {
        guard let textVersion, let language, let withInterpreter, let isSigned else { return nil }
        return Consent(
            textVersion: textVersion,
            language: language,
            withInterpreter: withInterpreter,
            isSigned: isSigned
        )
    }

    private var letter: Letter? {
        guard let number, let signer, let expires = day(expires) else { return nil }
        return Letter(number: number, signer: signer, expires: expires)
    }

    private var hire: Hire? {
        guard let start = day(start), let evidence = outcome else { return nil }
        let term = contract.map { ContractTerm(kind: $0, months: contractMonths) }
        if case .some(nil) = term { return nil }
        return Hire(
            start: start,
            contract: term ?? nil,
            wage: wage.map { Dong($0) },
            isInsured: isInsured,
            evidence: evidence
        )
    }

    private var check: RetentionCheck? {
        guard let months, let isInWork, let evidence = outcome else { return nil }
        return RetentionCheck(
            months: months,
            isInWork: isInWork,
            wage: wage.map { Dong($0) },
            isInsured: isInsured,
            evidence: evidence
        )
    }
}

/// What of a step other systems are told: codes, days and numbers, and nothing that somebody wrote.
enum StepFacts {
    /// The data of an event with what its step says.
    static func added(of detail: String, to data: String) throws -> String {
        let stored: StoredDetail
        do {
            stored = try JSONDecoder().decode(StoredDetail.self, from: Data(detail.utf8))
        } catch {
            throw StoreError.corrupt(table: "referral_event", column: "detail")
        }
        var told = StoredDetail(.made)
        told.on = stored.on
        told.start = stored.start
        (told.contract, told.contractMonths) = (stored.contract, stored.contractMonths)
        (told.isInsured, told.evidence) = (stored.isInsured, stored.evidence)
        (told.months, told.isInWork, told.reason) = (stored.months, stored.isInWork, stored.reason)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let members = String(decoding: try encoder.encode(told), as: UTF8.self).dropFirst()
        return members == "}" ? data : data.dropLast() + "," + members
    }
}

extension ReferralEvent {
    fileprivate init(row: Row) throws {
        let table = "referral_event"
        let detail: StoredDetail
        do {
            detail = try JSONDecoder().decode(StoredDetail.self, from: Data((row["detail"] as String).utf8))
        } catch {
            throw StoreError.corrupt(table: table, column: "detail")
        }
        self.init(
            number: row["id"],
            referral: try row.id("referral_id", table: table),
            what: try row.value("step", table: table) { detail.what($0) },
            dueDays: row["due_days"],
            actor: row["actor"],
            at: row["at"],
            day: try row.value("day", table: table) { Day(iso: $0) },
            reason: row["reason"],
            evidence: row["evidence"],
            cause: row["cause"],
            isUndone: row["undone_at"] as Int64? != nil
        )
    }
}

/// An event that has not been stored yet.
package struct NewReferralEvent: Sendable {
    /// The referral.
    package let referral: ReferralID
    /// What happened.
    package let what: ReferralEvent.What
    /// For how many days an answer is waited for.
    package let dueDays: Int
    /// Who did it.
    package let actor: String
    /// When, in Unix seconds.
    package let at: Int64
    /// On which day.
    package let day: Day
    /// Why, in the officer's words.
    package var reason: String?
    /// What shows it, in the officer's words.
    package var evidence: String?
    /// The event that had it done; nil where a person did.
    package var cause: Int64?

    /// An event by somebody.
    package init(
        _ what: ReferralEvent.What,
        of referral: ReferralID,
        dueDays: Int,
        actor: String,
        at: Int64,
        day: Day
    ) {
        self.referral = referral
        self.what = what
        self.dueDays = dueDays
        self.actor = actor
        self.at = at
        self.day = day
    }
}

extension Writing {
    /// Stores an event.
    ///
    /// - Returns: its number.
    package func add(_ event: NewReferralEvent) throws -> Int64 {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let detail = String(decoding: try encoder.encode(StoredDetail(event.what)), as: UTF8.self)
        try database.cachedStatement(
            sql: """
                INSERT INTO referral_event (
                    referral_id, step, detail, due_days, actor, at, day, reason, evidence, cause)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            event.referral.rawValue, event.what.name, detail, event.dueDays, event.actor, event.at,
            event.day.description, event.reason, event.evidence, event.cause,
        ])
        return database.lastInsertedRowID
    }

    /// Notes that events were taken back.
    package func undo(_ event: Int64, by actor: String, at: Int64) throws {
        try database.execute(
            sql: "UPDATE referral_event SET undone_at = ?, undone_by = ? WHERE id = ? AND undone_at IS NULL",
            arguments: [at, actor, event]
        )
    }
}

extension Reading {
    /// The events of a referral, oldest first.
    package func events(of referral: ReferralID) throws -> [ReferralEvent] {
        let sql = "SELECT * FROM referral_event WHERE referral_id = ? ORDER BY id"
        return try Row.fetchAll(database, sql: sql, arguments: [referral.rawValue]).map(ReferralEvent.init(row:))
    }

    /// The events that an event had done and that were not taken back, oldest first.
    package func events(causedBy event: Int64) throws -> [ReferralEvent] {
        let sql = "SELECT * FROM referral_event WHERE cause = ? AND undone_at IS NULL ORDER BY id"
        return try Row.fetchAll(database, sql: sql, arguments: [event]).map(ReferralEvent.init(row:))
    }
}
