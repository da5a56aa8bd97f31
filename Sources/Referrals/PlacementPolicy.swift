import Households
import Vocabulary

/// What counts as a successful connection and as sustainable work: a policy with a version, stored with each decision.
///
/// No statute sets the shortest contract nor says whether own work or work abroad counts, so all of it is a setting by
/// date; kinds of work and contract bands are stored, so that a later definition can be applied to earlier facts.
package struct PlacementPolicy: Hashable, Sendable {
    /// Its version, for example `2024-1`.
    package let version: String
    /// Shortest written contract of a successful connection (kết nối việc làm thành công), in months.
    package let connectionMonths: Int
    /// Shortest fixed contract of sustainable work (việc làm bền vững), in months.
    package let sustainableMonths: Int
    /// Ways of working, beside written contracts, that cover a household whatever their length.
    package let alsoCovering: Set<Employment.Kind>
    /// After how many months in a job, at or above the regional minimum wage, it covers whatever its contract.
    package let retainedMonths: Int
    /// Ways of working, beside written contracts, that cover a household once they were kept so long.
    package let retainedAlso: Set<Employment.Kind>
    /// Whether a hire of the programme covers from its start on before anybody has confirmed that it began.
    package let coversUnconfirmed: Bool
    /// The weakest evidence by which a hire of the programme covers.
    package let programmeEvidence: OutcomeEvidence
    /// The weakest evidence by which work that somebody reported, or corrected, covers.
    package let foundEvidence: OutcomeEvidence

    /// The ways of working of which a policy may say that they cover.
    package static let choices: [Employment.Kind] = [
        .ownFarming, .selfEmployed, .familyWork, .employer, .noContract, .abroad,
    ]

    /// A policy from its parts.
    package init(
        version: String,
        connectionMonths: Int,
        sustainableMonths: Int,
        alsoCovering: Set<Employment.Kind>,
        retainedMonths: Int = 6,
        retainedAlso: Set<Employment.Kind> = [],
        coversUnconfirmed: Bool = true,
        programmeEvidence: OutcomeEvidence = .none,
        foundEvidence: OutcomeEvidence = .worker
    ) {
        self.version = version
        self.connectionMonths = connectionMonths
        self.sustainableMonths = sustainableMonths
        self.alsoCovering = alsoCovering.intersection(PlacementPolicy.choices)
        self.retainedMonths = retainedMonths
        self.retainedAlso = retainedAlso.intersection(PlacementPolicy.choices)
        self.coversUnconfirmed = coversUnconfirmed
        self.programmeEvidence = programmeEvidence
        self.foundEvidence = foundEvidence
    }

    /// What work says of a household's coverage.
    package enum Judgement: Sendable {
        /// It covers the household.
        case covers
        /// It does not.
        case doesNotCover
        /// It would if an open question were answered one way; until then it does not.
        case ask
    }

    /// The judgement of work under this policy.
    package func judgement(of work: Employment) -> Judgement {
        switch work.kind {
        case .employee:
            guard let months = work.contract?.minimumMonths else { return .covers }
            return months >= sustainableMonths ? .covers : .doesNotCover
        case .employeeUnknown, .unknown: return .ask
        case .ownAccount:
            let kinds: [Employment.Kind] = [.ownFarming, .selfEmployed]
            let covering = kinds.filter(alsoCovering.contains)
            return covering.isEmpty ? .doesNotCover : covering == kinds ? .covers : .ask
        case .noContract, .ownFarming, .selfEmployed, .familyWork, .employer, .abroad:
            return alsoCovering.contains(work.kind) ? .covers : .doesNotCover
        }
    }

    /// The judgement of a line of the ledger under this policy: of its work, of how long that was kept, and of how sure it is.
    package func judgement(of entry: CoverageEntry) -> Judgement {
        var judgement = judgement(of: entry.employment)
        if judgement != .covers, isKept(entry) { judgement = .covers }
        guard judgement == .covers, let report = entry.report else { return judgement }
        if entry.origin == .programme {
            let isSure = report.evidence >= programmeEvidence && (coversUnconfirmed || report.isConfirmed)
            return isSure ? .covers : .ask
        }
        return report.evidence >= foundEvidence ? .covers : .ask
    }

    private func isKept(_ entry: CoverageEntry) -> Bool {
        guard let kept = entry.kept, kept.months >= retainedMonths, kept.isPaid else { return false }
        return entry.employment.kind == .employee || retainedAlso.contains(entry.employment.kind)
    }

    /// The same policy, by which other work covers too; it has a version of its own.
    package func counting(_ kinds: Set<Employment.Kind>, months: Int? = nil, version: String) -> PlacementPolicy {
        PlacementPolicy(
            version: version,
            connectionMonths: connectionMonths,
            sustainableMonths: months ?? sustainableMonths,
            alsoCovering: alsoCovering.union(kinds),
            retainedMonths: retainedMonths,
            retainedAlso: retainedAlso,
            coversUnconfirmed: coversUnconfirmed,
            programmeEvidence: programmeEvidence,
            foundEvidence: foundEvidence
        )
    }
}
