import Crypto
import Foundation
import Referrals
import Store
import Vocabulary

/// An outcome that disagrees with what was known, as a person looks at it.
package struct OutcomeDisagreement: Sendable, Encodable {
    /// Its number.
    package let number: Int64
    /// Who told it.
    package let source: String
    /// `hired`, `working` or `ended`.
    package let kind: String
    /// Of whom.
    package let worker: Int64
    /// The person's household.
    package let household: Int64
    /// The referral; nil where it is about none.
    package let referral: Int64?
    /// The line of the ledger; nil where it is about a referral.
    package let line: Int64?
    /// The day that was told.
    package let day: String
    /// The band of the contract that was told.
    package let contract: String?
    /// The wage that was told.
    package let wage: Int64?
    /// By what it is known.
    package let evidence: String
    /// In what it disagrees.
    package let differs: [String]
    /// When it was told, in Unix seconds.
    package let at: Int64
}

/// A placement that is to be looked at for proof.
package struct ProofSample: Sendable, Encodable {
    /// The sample's seed: with it, the same placements give the same sample.
    package let seed: String
    /// How many placements there are to draw from, by evidence.
    package let placements: [String: Int]
    /// The placements that were drawn, in the order in which they were.
    package let drawn: [Placement]
}

extension Office {
    /// Outcomes of the caller's area that disagree with what was known and that nobody has settled, oldest first.
    ///
    /// - Throws: `OperationError.refused`.
    package func outcomeDisagreements(
        after number: Int64 = 0,
        limit: Int = 1000,
        caller: Caller
    ) async throws -> [OutcomeDisagreement] {
        try caller.require(.recordOutcomes)
        return try await store.read { reading in
            try reading.outcomesToSettle(in: caller.area, after: number, limit: limit).map { number, outcome in
                OutcomeDisagreement(
                    number: number,
                    source: outcome.source,
                    kind: outcome.kind,
                    worker: outcome.member.rawValue,
                    household: outcome.household.rawValue,
                    referral: outcome.referral?.rawValue,
                    line: outcome.line,
                    day: outcome.day.description,
                    contract: outcome.contract?.rawValue,
                    wage: outcome.wage?.amount,
                    evidence: outcome.evidence.rawValue,
                    differs: (outcome.differs ?? "").split(separator: " ").map(String.init),
                    at: outcome.at
                )
            }
        }
    }

    /// Notes that a person has looked at an outcome that disagrees: what was known stands, or was corrected by its own way.
    ///
    /// - Throws: `OperationError.refused`.
    package func settleOutcome(_ number: Int64, reason: String, caller: Caller) async throws {
        try caller.require(.recordOutcomes)
        guard let reason = try StepText.checked(reason, "reason") else { throw OperationError.refused(.reasonMissing) }
        try await store.write { writing in
            guard let outcome = try writing.reading.outcomeToSettle(number) else {
                throw OperationError.refused(.notFound)
            }
            _ = try reachable(outcome.member, caller, writing.reading)
            try writing.settleOutcome(number, by: caller.name, reason: reason, at: now())
            try audit(writing, actor: caller.name, action: "settle_outcome", detail: ["outcome": Int(number)])
        }
    }

    /// Draws placements whose proof is to be looked at, each with the same chance; weaker evidence can be drawn by itself.
    ///
    /// Who is drawn follows from the seed and the numbers of lines alone: anybody can draw the same again, and nobody who has
    /// to show proof can know beforehand what a seed that is named later will draw.
    ///
    /// - Parameters:
    ///   - size: how many; all where there are fewer.
    ///   - seed: what decides, for example a number drawn in public.
    ///   - evidence: only placements of this evidence; nil for all.
    ///   - filter: which placements.
    ///   - caller: who asks.
    /// - Returns: the placements that were drawn.
    /// - Throws: `OperationError.refused`.
    package func proofSample(
        _ size: Int,
        seed: String,
        evidence: OutcomeEvidence? = nil,
        of filter: PlacementFilter = PlacementFilter(),
        caller: Caller
    ) async throws -> ProofSample {
        var filter = filter
        filter.limit = .max
        let all = try await placements(filter, caller: caller).filter { placement in
            evidence.map { placement.ledger.outcomeEvidence == $0.rawValue } ?? true
        }
        let ranked = all.map { placement in
            let named =
                "noiviec proof sample 1 \(seed) \(placement.ledger.referral ?? 0) \(placement.ledger.worker) \(placement.start)"
            return (rank: Array(SHA256.hash(data: Data(named.utf8))), placement: placement)
        }.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
        return ProofSample(
            seed: seed,
            placements: Dictionary(all.map { ($0.ledger.outcomeEvidence ?? "", 1) }, uniquingKeysWith: +),
            drawn: ranked.prefix(size).map(\.placement)
        )
    }
}
