import Referrals
import Vocabulary

/// How far the referrals made in a period came, how long it took, and why the others left.
package enum FunnelTables {
    /// How far the referrals came, by a cut: what became of them sums to what was made.
    package static func stages(
        _ facts: [ReferralFact],
        _ frame: ReportFrame,
        by cut: Cut?,
        _ ground: CutGround
    ) -> Tally<ReferralFact> {
        let stages = ReferralFact.funnel.map { stage in
            Figure<ReferralFact>(
                stage.rawValue,
                titles[stage] ?? ReportText(stage.rawValue, stage.rawValue),
                ReportText(
                    "Lượt giới thiệu lập trong kỳ đã đến bước này hoặc bước sau tính đến ngày chốt.",
                    "Referrals made in the period that reached this stage or one behind it as of the day."
                ),
                where: { $0.hasReached(stage, by: frame.asOf) }
            )
        }
        let outcomes = ReferralFact.Outcome.allCases.map { outcome in
            Figure<ReferralFact>(
                outcome.rawValue,
                FunnelTables.outcomes[outcome] ?? ReportText(outcome.rawValue, outcome.rawValue),
                ReportText(
                    "Lượt giới thiệu lập trong kỳ đang ở tình trạng này vào ngày chốt; bốn tình trạng cộng lại bằng "
                        + "số đã lập.",
                    "Referrals made in the period that stand so as of the day; the four sum to those made."
                ),
                where: { $0.outcome(on: frame.asOf) == outcome }
            )
        }
        return tally(
            id: "funnel",
            title: ReportText("Các bước giới thiệu việc làm", "From referral to work"),
            facts: facts.filter { frame.counts($0.madeOn) },
            figures: [made] + stages + outcomes,
            ratios: [
                .share(
                    "hired_share",
                    ReportText("Tỷ lệ nhận việc (%)", "Hired (%)"),
                    ReportText("Số nhận việc chia số lượt đã lập.", "Hired by referrals made."),
                    "hired",
                    of: "made"
                )
            ],
            by: cut.map { .cut($0) } ?? .none,
            fixedKeys: cut?.fixedKeys(ground) ?? [],
            key: { cut?.key(of: $0.traits, ground) ?? ReportTable.whole }
        )
    }

    /// Why referrals made in the period came to nothing.
    package static func exits(_ facts: [ReferralFact], _ frame: ReportFrame) -> Tally<ReferralFact> {
        tally(
            id: "exits",
            title: ReportText("Lý do dừng giới thiệu", "Why referrals came to nothing"),
            facts: facts.filter { frame.counts($0.madeOn) && $0.outcome(on: frame.asOf) == .closed },
            figures: [
                Figure(
                    "closed",
                    ReportText("Số lượt dừng", "Referrals closed"),
                    ReportText(
                        "Lượt giới thiệu lập trong kỳ đã dừng tính đến ngày chốt, theo lý do.",
                        "Referrals made in the period that came to nothing as of the day, by reason."
                    ),
                    where: { _ in true }
                )
            ],
            by: .codes,
            fixedKeys: ExitReason.allCases.map(\.rawValue),
            key: { $0.exit?.reason.rawValue ?? Cut.unknown }
        )
    }

    /// How many days lie between one stage and the next, of the referrals made in the period that reached both.
    package static func times(_ facts: [ReferralFact], _ frame: ReportFrame) -> ReportTable {
        let made = facts.filter { frame.counts($0.madeOn) }
        let steps = zip([ReferralStage.proposed] + ReferralFact.funnel, ReferralFact.funnel)
        let rows = steps.map { before, after in
            let days = made.compactMap { fact -> Int? in
                let start = before == .proposed ? fact.madeOn : fact.reached[before]
                guard let start, let end = fact.reached[after], end <= frame.asOf else { return nil }
                return end.number - start.number
            }.sorted()
            let cells: [ReportCell] = [.count(days.count), middle(days, 50), middle(days, 90)]
            return ReportTable.Row(key: after.rawValue, cells: cells)
        }
        let definition = ReportText(
            "Số ngày từ bước trước đến bước này, của các lượt lập trong kỳ đã ghi cả hai bước.",
            "Days from the stage before to this one, of referrals made in the period for which both are recorded."
        )
        return ReportTable(
            id: "times",
            title: ReportText("Thời gian giữa các bước (ngày)", "Days between stages"),
            by: .codes,
            columns: [
                .init(
                    id: "referrals",
                    title: ReportText("Số lượt", "Referrals"),
                    definition: definition,
                    formula: .told
                ),
                .init(id: "median", title: ReportText("Trung vị", "Median"), definition: definition, formula: .told),
                .init(
                    id: "p90",
                    title: ReportText("90% không quá", "90 % within"),
                    definition: definition,
                    formula: .told
                ),
            ],
            rows: Array(rows),
            total: nil
        )
    }

    private static func middle(_ sorted: [Int], _ percent: Int) -> ReportCell {
        sorted.isEmpty ? .nothing : .count(sorted[(sorted.count * percent + 99) / 100 - 1])
    }

    private static func tally(
        id: String,
        title: ReportText,
        facts: [ReferralFact],
        figures: [Figure<ReferralFact>],
        ratios: [Ratio] = [],
        by: ReportTable.Rows,
        fixedKeys: [String],
        key: @escaping @Sendable (ReferralFact) -> String
    ) -> Tally<ReferralFact> {
        Tally(
            id: id,
            title: title,
            facts: facts,
            figures: figures,
            ratios: ratios,
            subject: { .referral($0.referral) },
            by: by,
            fixedKeys: fixedKeys,
            key: key
        )
    }

    private static let made = Figure<ReferralFact>(
        "made",
        ReportText("Lượt giới thiệu", "Referrals"),
        ReportText("Lượt giới thiệu lập trong kỳ.", "Referrals made in the period."),
        where: { _ in true }
    )

    private static let titles: [ReferralStage: ReportText] = [
        .contacted: ReportText("Đã liên hệ", "Contacted"),
        .agreed: ReportText("Đã đồng ý", "Agreed"),
        .referred: ReportText("Đã giới thiệu", "Referred"),
        .interview: ReportText("Phỏng vấn", "Interview"),
        .offered: ReportText("Được nhận", "Offered"),
        .hired: ReportText("Nhận việc", "Hired"),
        .confirmed: ReportText("Xác nhận đi làm", "Start confirmed"),
    ]

    private static let outcomes: [ReferralFact.Outcome: ReportText] = [
        .underWay: ReportText("Đang thực hiện", "Under way"),
        .inWork: ReportText("Đang làm việc", "In the job"),
        .ended: ReportText("Đã thôi việc", "Job ended"),
        .closed: ReportText("Dừng", "Came to nothing"),
    ]
}
