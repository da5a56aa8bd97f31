import Outcomes
import Referrals
import Vocabulary

/// Which report.
package enum ReportKind: String, Sendable, CaseIterable {
    /// Promise A: people connected, and the way there.
    case connections = "A"
    /// Promise B: households covered.
    case coverage = "B"
    /// Whether people are still in their jobs.
    case retention
    /// How well the plan's proposals hold.
    case quality
    /// What jobs there are.
    case supply
}

/// The forms that are due at fixed times.
package enum ReportForm: String, Sendable, CaseIterable {
    /// For the first six months.
    case sixMonths = "six_months"
    /// For the year.
    case year
}

/// What a report is asked for.
package struct ReportRequest: Sendable {
    /// Which one.
    package let kind: ReportKind
    /// The period's first day.
    package var from: Day
    /// The period's last day.
    package var to: Day
    /// The day on which things are looked at; nil for the period's last day, or today where that is still to come.
    package var asOf: Day?
    /// What was known at this moment counts, in Unix seconds; nil for the present one.
    package var knownAt: Int64?
    /// By what it is cut.
    package var by: Cut?
    /// Judges promise B's lines anew, by its version; nil for what was decided when each was written.
    package var policy: String?

    /// A request for a period.
    package init(_ kind: ReportKind, from: Day, to: Day) {
        self.kind = kind
        self.from = from
        self.to = to
    }
}

extension Programme {
    /// The period of a form: from the beginning of the programme year to its cut-off date.
    package func period(of form: ReportForm, year: Int) -> (from: Day, to: Day)? {
        let begins = reports.yearBegins
        let cutoff = form == .year ? reports.yearlyCutoff : reports.sixMonthCutoff
        let firstYear = begins == .january ? year : year - 1
        guard let from = Day(year: firstYear, month: begins.month, day: begins.day),
            let to = Day(year: year, month: cutoff.month, day: cutoff.day), from <= to
        else { return nil }
        return (from, to)
    }

    /// The frame of a request, on a day and at a moment.
    func frame(of request: ReportRequest, today: Day, now: Int64) throws(OperationError) -> ReportFrame {
        guard request.from <= request.to, request.to.number - request.from.number <= 366 * 20 else {
            throw .refused(.impossiblePeriod)
        }
        let asOf = min(request.asOf ?? min(request.to, today), today)
        return ReportFrame(
            from: request.from,
            to: request.to,
            asOf: asOf,
            knownAt: min(request.knownAt ?? now, now),
            policies: placementPolicies,
            yearBegins: reports.yearBegins
        )
    }
}

extension Refusal {
    /// A period that ends before it begins, or is longer than twenty years.
    package static let impossiblePeriod = Refusal(
        .invalid,
        "impossible_period",
        field: "to",
        "A period ends on the day it begins or later, and within twenty years.",
        "Kỳ báo cáo phải kết thúc từ ngày bắt đầu trở đi và không quá hai mươi năm."
    )
    /// A table or figure that the report has not.
    package static let noSuchFigure = Refusal(
        .notFound,
        "no_such_figure",
        "This report has no such table, or the table no figure of this name that can be listed.",
        "Báo cáo này không có bảng hoặc chỉ tiêu như vậy."
    )
    /// A period that is not closed, or published already.
    package static let periodNotClosed = Refusal(
        .conflict,
        "period_not_closed",
        "The period is published once it is closed: some days after its last day, as reports.closed-after-days says.",
        "Chỉ công bố kỳ đã khóa sổ: sau ngày cuối kỳ số ngày nêu ở reports.closed-after-days."
    )
    /// A period that was published.
    package static let periodPublished = Refusal(
        .conflict,
        "period_published",
        "The period has been published; what was published stays as it is.",
        "Kỳ này đã công bố; số liệu đã công bố được giữ nguyên."
    )
}
