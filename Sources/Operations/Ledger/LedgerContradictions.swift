import Households
import Referrals
import Store
import Vocabulary

/// A roll and the ledger that disagree about a member's work: for an officer to ask, since neither is believed by itself.
package struct LedgerContradiction: Sendable, Encodable {
    /// In what they disagree.
    package enum Kind: String, Sendable, Encodable, CaseIterable {
        /// The roll shows the person out of work, the ledger in it.
        case outOfWork = "out_of_work"
        /// The roll shows other work than the ledger.
        case otherWork = "other_work"
        /// The roll no longer names the person, who is in work by the ledger.
        case missing
        /// The roll shows the person in work that is over by the ledger.
        case stillInWork = "still_in_work"
    }

    /// In what they disagree.
    package let kind: Kind
    /// The number of the ledger's line.
    package let line: Int64
    /// The referral that led to the work; nil where none did.
    package let referral: Int64?
    /// The household.
    package let household: Int64
    /// The code of its commune.
    package let commune: String
    /// Its village.
    package let village: String
    /// The member.
    package let worker: Int64
    /// The day of the roll.
    package let rolledOn: String
    /// The day on which the line was told last.
    package let toldOn: String
    /// Whether the line covers the household.
    package let covers: Bool
}

extension Office {
    /// Rolls and lines of the ledger in the caller's area that disagree, those of households that would lose their cover first.
    ///
    /// A roll contradicts only what was told before its day. Asking, and then correcting the line or recording a check or an
    /// end, takes the pair from the list.
    ///
    /// - Throws: `OperationError.refused`.
    package func ledgerContradictions(caller: Caller) async throws -> [LedgerContradiction] {
        try caller.require(.readLedger)
        let day = today()
        return try await store.read { reading in
            var found: [LedgerContradiction] = []
            let lines = try reading.reportedLines()
            // Of a job kept through checks the last part speaks.
            let goOn = Set(lines.compactMap { line in line.entry.report?.referral.map { Part($0, line.entry.from) } })
            for line in lines {
                if let referral = line.entry.report?.referral, let until = line.entry.until,
                    goOn.contains(Part(referral, until))
                {
                    continue
                }
                guard let member = try reading.member(line.entry.member), let rolledOn = member.rolledOn,
                    let toldOn = line.entry.report?.toldOn, let kind = line.entry.contradiction(by: member, on: day),
                    let household = try reading.household(line.entry.household),
                    caller.area.contains(household.commune, village: household.village)
                else { continue }
                found.append(
                    LedgerContradiction(
                        kind: kind,
                        line: line.number,
                        referral: line.entry.report?.referral?.rawValue,
                        household: household.id.rawValue,
                        commune: household.commune.description,
                        village: household.village,
                        worker: member.id.rawValue,
                        rolledOn: rolledOn.description,
                        toldOn: toldOn.description,
                        covers: line.entry.covers
                    )
                )
            }
            return found.sorted { ($0.covers ? 0 : 1, $0.commune, $0.line) < ($1.covers ? 0 : 1, $1.commune, $1.line) }
        }
    }
}

/// The part of a referral's job that begins on a day.
private struct Part: Hashable {
    let referral: ReferralID
    let from: Day

    init(_ referral: ReferralID, _ from: Day) {
        self.referral = referral
        self.from = from
    }
}

extension CoverageEntry {
    /// In what the member's row of the roll disagrees with this line, which was told beside the rolls; nil where it does not.
    fileprivate func contradiction(by member: Member, on day: Day) -> LedgerContradiction.Kind? {
        guard let report, let rolledOn = member.rolledOn, report.toldOn < rolledOn, from <= rolledOn else { return nil }
        let shown = Employment(of: member)
        if let until, until <= day {
            guard until <= rolledOn, let shown, shown.kind.isPaidWork, employment.kind.isPaidWork,
                shown.workplace != nil,
                member.departure == nil
            else { return nil }
            return employment.workplace != nil && employment.isSameWork(as: shown) ? .stillInWork : nil
        }
        if let departure = member.departure { return departure.reason == .missing ? .missing : nil }
        switch member.activity {
        case .working: return shown.map { employment.isSameWork(as: $0) } == false ? .otherWork : nil
        case .unemployed, .studying, .housekeeping, .incapacitated, .otherInactive: return .outOfWork
        case .unknown: return nil
        }
    }
}
