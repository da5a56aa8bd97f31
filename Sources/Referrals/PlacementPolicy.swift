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

    /// The ways of working of which a policy may say that they cover.
    package static let choices: [Employment.Kind] = [
        .ownFarming, .selfEmployed, .familyWork, .employer, .noContract, .abroad,
    ]

    /// A policy from its parts.
    package init(version: String, connectionMonths: Int, sustainableMonths: Int, alsoCovering: Set<Employment.Kind>) {
        self.version = version
        self.connectionMonths = connectionMonths
        self.sustainableMonths = sustainableMonths
        self.alsoCovering = alsoCovering.intersection(PlacementPolicy.choices)
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

    /// The same policy, by which other work covers too; it has a version of its own.
    package func counting(_ kinds: Set<Employment.Kind>, months: Int? = nil, version: String) -> PlacementPolicy {
        PlacementPolicy(
            version: version,
            connectionMonths: connectionMonths,
            sustainableMonths: months ?? sustainableMonths,
            alsoCovering: alsoCovering.union(kinds)
        )
    }
}
