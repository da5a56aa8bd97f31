import Households
import Operations
import Referrals
import Store
import Vocabulary

/// What an outcome tells and what was known before, line by line.
struct OutcomeSides: Sendable {
    /// One thing as it was told and as it is known.
    struct Line: Sendable {
        let label: String
        let told: String
        let known: String
        let differs: Bool
    }

    let lines: [Line]
    /// Who told what is known, and when.
    let knownBy: String

    /// What is known, of a referral or of a line of the ledger.
    private struct Known {
        var start: Day?
        var end: Day?
        var contract: ContractBand?
        var wage: Dong?
        var evidence: String?
        var work: String?
        var by: String?
        var at: Int64?
    }

    /// What was told beside what stands in the store.
    ///
    init(_ outcome: OutcomeDisagreement, _ texts: Texts, _ reading: Reading) throws {
        var known = Known()
        if let id = outcome.referral.flatMap({ ReferralID($0) }) {
            known = try OutcomeSides.known(id, outcome, texts, reading)
        } else if let number = outcome.line {
            known = try OutcomeSides.known(line: number, texts, reading)
        }
        let none = "–"
        func shown(_ wage: Dong?) -> String { wage.map { texts.wage($0) } ?? none }
        let state =
            known.end.map { texts("outcomes.state.ended", ["day": $0.vietnamese]) }
            ?? known.start.map { texts("outcomes.state.working", ["day": $0.vietnamese]) } ?? none
        let told = OutcomeEvidence(rawValue: outcome.evidence).map { texts($0.wording) } ?? outcome.evidence
        let band = outcome.contract.flatMap { ContractBand(rawValue: $0) }
        let differs = Set(outcome.differs)
        lines = [
            Line(
                label: texts("outcomes.line.what"),
                told: "\(texts.outcome(outcome.kind)), \(texts.day(outcome.day))",
                known: state,
                differs: !differs.isDisjoint(with: ["day", "end", "in_work"])
            ),
            Line(
                label: texts("outcomes.line.contract"),
                told: band.map { texts($0.wording) } ?? none,
                known: known.contract.map { texts($0.wording) } ?? none,
                differs: differs.contains("contract")
            ),
            Line(
                label: texts("outcomes.line.wage"),
                told: shown(outcome.wage.map { Dong($0) }),
                known: shown(known.wage),
                differs: differs.contains("wage")
            ),
            Line(
                label: texts("outcomes.line.work"),
                told: none,
                known: known.work ?? none,
                differs: differs.contains("work")
            ),
            Line(
                label: texts("outcomes.line.evidence"),
                told: told,
                known: known.evidence ?? none,
                differs: false
            ),
        ]
        knownBy = texts(
            "outcomes.by",
            ["who": known.by ?? texts("outcomes.known.roll"), "at": known.at.map { Day.moment($0) } ?? none]
        )
    }

    private static func known(
        _ id: ReferralID,
        _ outcome: OutcomeDisagreement,
        _ texts: Texts,
        _ reading: Reading
    ) throws -> Known {
        var known = Known()
        guard let referral = try reading.referral(id) else { return known }
        known.start = referral.hire?.start
        known.end = referral.end?.on
        known.contract = referral.hire?.band
        known.wage = referral.hire?.wage
        known.evidence = referral.hire.map { texts($0.evidence.wording) }
        known.work = try reading.vacancy(referral.vacancy).map { "\($0.title), \($0.employer)" }
        // Whoever told what it disagrees with: the end, the check, or the hire.
        let name = outcome.differs.contains("end") ? "ended" : outcome.differs.contains("in_work") ? "checked" : "hired"
        let events = try reading.events(of: id).filter { !$0.isUndone }
        let event =
            events.last { $0.what.name == name }
            ?? (referral.end == nil ? nil : events.last { $0.what.name == "ended" })
            ?? events.last
        known.by = event?.actor
        known.at = event?.at
        return known
    }

    private static func known(line number: Int64, _ texts: Texts, _ reading: Reading) throws -> Known {
        var known = Known()
        guard let line = try reading.ledgerLine(number) else { return known }
        let entry = line.entry
        known.start = entry.from
        known.end = entry.until
        known.contract = entry.employment.contract
        known.wage = entry.kept?.wage
        known.evidence = entry.report.map { texts($0.evidence.wording) }
        known.work = [texts(entry.employment.kind.wording), entry.employment.workplace ?? ""].filter { !$0.isEmpty }
            .joined(separator: ", ")
        known.by =
            try entry.report?.correction?.by ?? reading.outcomeSource(ofLine: number)
            ?? (entry.report == nil ? nil : texts("outcomes.known.office"))
        known.at = line.recordedAt
        return known
    }
}

extension Texts {
    /// What an outcome tells: hired, still in work, gone.
    func outcome(_ kind: String) -> String { entries["outcomes.kind.\(kind)"] ?? kind }

    /// A field in which outcomes may disagree.
    func outcomeField(_ name: String) -> String { entries["outcomes.field.\(name)"] ?? name }
}
