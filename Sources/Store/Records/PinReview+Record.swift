import GRDB
import Referrals

/// A referral under way that a run cannot hold an opening for: an officer has to look at it.
package struct PinReview: Hashable, Sendable {
    /// Why not.
    package enum Reason: String, Sendable, CaseIterable {
        /// A gate refuses the pair now, or the vacancy is not offered, or the member no longer looks for work.
        case notEligible = "not_eligible"
        /// More referrals than openings.
        case noOpening = "no_opening"
        /// Another referral of the member holds one.
        case secondPin = "second_pin"
    }

    /// The referral.
    package let referral: ReferralID
    /// Why.
    package let reason: Reason

    /// A referral to look at.
    package init(referral: ReferralID, reason: Reason) {
        self.referral = referral
        self.reason = reason
    }
}

extension Writing {
    /// Sets the referrals of a run that are to be looked at.
    package func set(_ reviews: [PinReview], of run: RunNumber) throws {
        try database.execute(sql: "DELETE FROM pin_review")
        for review in reviews {
            try database.execute(
                sql: "INSERT OR IGNORE INTO pin_review VALUES (?, ?, ?)",
                arguments: [run, review.referral.rawValue, review.reason.rawValue]
            )
        }
    }
}

extension Reading {
    /// The referrals of the latest run that are to be looked at.
    package func pinReviews() throws -> [PinReview] {
        try Row.fetchAll(database, sql: "SELECT * FROM pin_review ORDER BY referral_id").map { row in
            PinReview(
                referral: try row.id("referral_id", table: "pin_review"),
                reason: try row.value("reason", table: "pin_review") { PinReview.Reason(rawValue: $0) }
            )
        }
    }
}
