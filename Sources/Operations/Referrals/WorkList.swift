import Referrals
import Store
import Vocabulary

/// What an officer has to look after, each kind by itself.
package enum WorkSection: String, Sendable, CaseIterable {
    /// Letters that are out and that the employer has not answered, those due first.
    case letters
    /// Referrals and starts whose due date has passed or is within three days, those due first.
    case due
    /// Retention checks that can be made, those due first.
    case checks
    /// Referrals that others go before, newest first.
    case behind
    /// Referrals that the latest plan cannot hold an opening for, newest first.
    case review

    /// How many days ahead something is due soon.
    package static let soonDays = 3

    /// What it is, in words.
    package var wording: Wording {
        switch self {
        case .letters: Wording("giấy giới thiệu chưa có trả lời", "letters without an answer")
        case .due: Wording("đến hạn trả lời", "answers due")
        case .checks: Wording("đến hạn kiểm tra duy trì việc làm", "retention checks due")
        case .behind: Wording("đang xếp sau", "behind others")
        case .review: Wording("cần xem lại", "to review")
        }
    }

    /// The order in which it is listed.
    package var order: ReferralFilter.Order {
        switch self {
        case .letters, .due, .checks: .due
        case .behind, .review: .newest
        }
    }

    /// Its referrals on a day.
    fileprivate func filter(on day: Day, area: VisibleArea, limit: Int) -> ReferralFilter {
        var filter = ReferralFilter(area: area, limit: limit)
        filter.order = order
        switch self {
        case .letters: filter.stages = [.referred, .interview]
        case .due:
            filter.stages = ReferralStage.underWay + [.hired]
            filter.dueUpTo = day.adding(days: WorkSection.soonDays)
        case .checks:
            filter.stages = [.confirmed]
            filter.dueUpTo = day
        case .behind:
            filter.stages = ReferralStage.underWay
            filter.isBehind = true
        case .review: filter.isToReview = true
        }
        return filter
    }
}

/// A page of one kind of work.
package struct WorkPage: Sendable {
    /// How much there is in all.
    package let total: Int
    /// The page.
    package let lines: [ReferralLine]
    /// Where the next page begins; nil where this was the last.
    package let next: ReferralFilter.Cursor?
}

extension Office {
    /// What an officer has to look after, or what is to be looked after in a commune, a page of one kind; open questions
    /// to people and employers are apart (`calls`).
    ///
    /// - Parameters:
    ///   - section: the kind.
    ///   - officer: only what this officer follows; nil for everybody's.
    ///   - commune: only people of this commune; nil for the caller's whole area.
    ///   - after: where the page before ended.
    ///   - limit: at most so many.
    ///   - caller: who asks.
    /// - Returns: the page.
    /// - Throws: `OperationError.refused`.
    package func work(
        _ section: WorkSection,
        officer: String? = nil,
        commune: UnitCode? = nil,
        after: ReferralFilter.Cursor? = nil,
        limit: Int,
        caller: Caller
    ) async throws -> WorkPage {
        let (total, rows) = try await workRows(
            section,
            officer: officer,
            commune: commune,
            after: after,
            limit: limit + 1,
            caller: caller
        )
        let page = rows.prefix(limit)
        return WorkPage(
            total: total,
            lines: page.map { ReferralLine($0, territory: programme.territory) },
            next: rows.count > limit ? page.last?.cursor(section.order) : nil
        )
    }

    /// The same, as rows.
    package func workRows(
        _ section: WorkSection,
        officer: String?,
        commune: UnitCode?,
        after: ReferralFilter.Cursor?,
        limit: Int,
        caller: Caller
    ) async throws -> (total: Int, rows: [ReferralRow]) {
        var filter = section.filter(on: today(), area: caller.area, limit: limit)
        filter.officer = officer
        filter.communes = commune.map { [$0] }
        filter.after = after
        return try await referrals(filter, caller: caller)
    }

    /// Referrals whose due date has passed: they hold no opening until an answer is recorded or they are brought forward.
    ///
    /// - Throws: `OperationError.refused`.
    package func overdueReferrals(limit: Int, caller: Caller) async throws -> (total: Int, lines: [ReferralLine]) {
        var filter = ReferralFilter(area: caller.area, limit: limit)
        filter.order = .due
        filter.stages = ReferralStage.underWay
        filter.dueUpTo = today().adding(days: -1)
        let (total, rows) = try await referrals(filter, caller: caller)
        return (total, rows.map { ReferralLine($0, territory: programme.territory) })
    }
}
