import Households
import Referrals
import Vocabulary

/// A person successfully connected in a year: by the first such job of that year, however many followed.
package struct ConnectedPerson: Sendable {
    /// The year.
    package let year: Int
    /// The first day of the job.
    package let start: Day
    /// The referral that led to it.
    package let fact: ReferralFact

    /// The people connected, each once in each year, by the day of the job that counts.
    ///
    /// - Parameters:
    ///   - facts: every referral whose job may have begun since the first day of the period's year.
    ///   - frame: the period; who was first connected before it in the same year does not count again.
    /// - Returns: the people of the period.
    package static func all(of facts: [ReferralFact], _ frame: ReportFrame) -> [ConnectedPerson] {
        struct Once: Hashable {
            let member: MemberID
            let year: Int
        }
        var first: [Once: ConnectedPerson] = [:]
        for fact in facts where fact.isConnection(frame) {
            guard let start = fact.job?.start, start <= frame.last else { continue }
            let key = Once(member: fact.member, year: frame.year(of: start))
            if let other = first[key], (other.start, other.fact.referral) <= (start, fact.referral) { continue }
            first[key] = ConnectedPerson(year: key.year, start: start, fact: fact)
        }
        return first.values.filter { frame.counts($0.start) }
            .sorted { ($0.start, $0.fact.referral) < ($1.start, $1.fact.referral) }
    }
}
