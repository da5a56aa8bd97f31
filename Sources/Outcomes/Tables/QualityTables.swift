import Referrals
import Vocabulary

/// How well the plan's proposals hold: referrals for each hire, and what the exact plan gained.
package enum QualityTables {
    /// The referrals made in the period and the hires they led to, by occupation, employer, source or any other cut.
    package static func referrals(
        _ facts: [ReferralFact],
        _ frame: ReportFrame,
        by cut: Cut,
        _ ground: CutGround
    ) -> Tally<ReferralFact> {
        Tally(
            id: "referrals_by_\(cut.rawValue)",
            title: ReportText("Số lượt giới thiệu cho một lần nhận việc", "Referrals for each hire"),
            facts: facts.filter { frame.counts($0.madeOn) },
            figures: [
                figure(
                    "made",
                    ReportText("Lượt giới thiệu", "Referrals"),
                    "Lượt lập trong kỳ.",
                    "Referrals made in the period."
                ) { _ in true },
                figure(
                    "settled",
                    ReportText("Đã có kết quả", "Settled"),
                    "Lượt lập trong kỳ đã nhận việc hoặc đã dừng.",
                    "Referrals made in the period that led to a hire or came to nothing."
                ) { $0.outcome(on: frame.asOf) != .underWay },
                figure(
                    "hired",
                    ReportText("Nhận việc", "Hired"),
                    "Lượt lập trong kỳ đã nhận việc tính đến ngày chốt.",
                    "Referrals made in the period that led to a hire as of the day."
                ) { $0.hasReached(.hired, by: frame.asOf) },
                figure(
                    "overrides",
                    ReportText("Vượt quy tắc ưu tiên hộ", "Overrides"),
                    "Lượt lập trong kỳ mà người phụ trách cho phép vượt quy tắc ưu tiên hộ, có lý do.",
                    "Referrals made in the period that a supervisor let pass the household-first rule, with a reason."
                ) { $0.isOverride },
            ],
            ratios: [
                .rate(
                    "per_hire",
                    ReportText("Lượt có kết quả cho một lần nhận việc", "Settled referrals for each hire"),
                    ReportText("Số lượt đã có kết quả chia số nhận việc.", "Settled by hired."),
                    "settled",
                    per: "hired"
                )
            ],
            subject: { .referral($0.referral) },
            by: .cut(cut),
            fixedKeys: [],
            key: { cut.key(of: $0.traits, ground) }
        )
    }

    /// What a plan reached, beside what greedy ways would have with the same input.
    package struct Run: Sendable {
        /// Its day.
        package let day: Day
        /// Households newly covered: by the plan, by the best score first, and by households first.
        package let covered: (plan: Int, scoreFirst: Int, householdFirst: Int)
        /// Workers placed by the plan.
        package let placed: Int
        /// Referrals that hold an opening, and those that cannot and are to be looked at.
        package let pins: (held: Int, toReview: Int)
        /// Households that could be covered without them.
        package let pinCost: Int

        /// A run from its figures.
        package init(
            day: Day,
            covered: (plan: Int, scoreFirst: Int, householdFirst: Int),
            placed: Int,
            pins: (held: Int, toReview: Int),
            pinCost: Int
        ) {
            self.day = day
            self.covered = covered
            self.placed = placed
            self.pins = pins
            self.pinCost = pinCost
        }
    }

    /// The plans of the period, the last one of each day.
    package static func runs(_ runs: [Run], _ frame: ReportFrame) -> ReportTable {
        let columns: [(String, ReportText, ReportText)] = [
            (
                "covered", ReportText("Hộ theo kế hoạch", "Covered by the plan"),
                ReportText(
                    "Hộ mới có việc làm bền vững theo kế hoạch tối ưu.",
                    "Households that the exact plan newly covers."
                )
            ),
            (
                "score_first", ReportText("Theo điểm", "Score first"),
                ReportText(
                    "Số hộ nếu chọn lần lượt cặp điểm cao nhất.",
                    "Households that choosing the best score first would cover."
                )
            ),
            (
                "household_first", ReportText("Theo hộ", "Household first"),
                ReportText(
                    "Số hộ nếu chọn lần lượt hộ chưa có việc trước.",
                    "Households that choosing waiting households first would cover."
                )
            ),
            (
                "gain", ReportText("Hơn cách theo hộ", "Gain"),
                ReportText("Kế hoạch tối ưu trừ cách chọn theo hộ.", "The exact plan less household first.")
            ),
            (
                "placed", ReportText("Lao động được xếp việc", "Placed"),
                ReportText(
                    "Lao động có việc làm bền vững theo kế hoạch.",
                    "Workers that the plan gives a sustainable job."
                )
            ),
            (
                "pins", ReportText("Lượt đang giữ chỗ", "Pins"),
                ReportText(
                    "Lượt giới thiệu đang giữ một chỗ trong kế hoạch.",
                    "Referrals under way that hold an opening."
                )
            ),
            (
                "pins_to_review", ReportText("Lượt cần xem lại", "Pins to review"),
                ReportText(
                    "Lượt đang thực hiện mà kế hoạch không giữ chỗ được.",
                    "Referrals under way that the plan cannot hold an opening for."
                )
            ),
            (
                "pin_cost", ReportText("Hộ bị mất vì giữ chỗ", "Households that pins cost"),
                ReportText("Hộ có thể có thêm nếu không giữ chỗ.", "Households that could be covered without pins.")
            ),
        ]
        var last: [Day: Run] = [:]
        for run in runs where frame.counts(run.day) { last[run.day] = run }
        return ReportTable(
            id: "runs",
            title: ReportText("Kế hoạch tối ưu so với cách chọn lần lượt", "The exact plan beside greedy ways"),
            by: .day,
            columns: columns.map { .init(id: $0.0, title: $0.1, definition: $0.2, formula: .told) },
            rows: last.values.sorted { $0.day < $1.day }.map { run in
                let cells = [
                    run.covered.plan, run.covered.scoreFirst, run.covered.householdFirst,
                    run.covered.plan - run.covered.householdFirst, run.placed, run.pins.held, run.pins.toReview,
                    run.pinCost,
                ]
                return ReportTable.Row(key: run.day.description, cells: cells.map(ReportCell.count))
            },
            total: nil
        )
    }

    private static func figure(
        _ id: String,
        _ title: ReportText,
        _ vi: String,
        _ en: String,
        where counts: @escaping @Sendable (ReferralFact) -> Bool
    ) -> Figure<ReferralFact> {
        Figure(id, title, ReportText(vi, en), where: counts)
    }
}
