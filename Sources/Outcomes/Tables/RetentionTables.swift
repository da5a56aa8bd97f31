import Referrals
import Vocabulary

/// Whether people are still in their jobs after 1, 3, 6 and 12 months.
package enum RetentionTables {
    /// A job with the number of months after which it is looked at.
    package struct Look: Sendable {
        let fact: ReferralFact
        let job: ReferralFact.Job
        let months: Int
        let state: State
    }

    /// What is known of a job at one of these times.
    package enum State: String, Sendable, CaseIterable {
        /// The day has not come, and the job goes on.
        case notYetDue = "not_yet_due"
        /// The day has not come, and the job has ended: not yet counted as lost.
        case endedBeforeDue = "ended_before_due"
        /// The person was in the job then.
        case kept
        /// The job had ended by then.
        case lost
        /// The day is past, and nobody has said.
        case notLooked = "not_looked"

        /// What is known of a job after so many months, as of a day.
        ///
        /// A later look that found the person in the job, and an end after the day, say that it was kept too.
        package init(of job: ReferralFact.Job, months: Int, asOf day: Day) {
            let due = job.start.adding(months: months)
            let end = job.end.flatMap { $0 <= day ? $0 : nil }
            let isGone = end.map { $0 < due } ?? false || job.checks[months] == false
            if day < due {
                self = end == nil ? .notYetDue : .endedBeforeDue
            } else if isGone {
                self = .lost
            } else if end != nil || job.checks.contains(where: { $0.key >= months && $0.value }) {
                self = .kept
            } else {
                self = .notLooked
            }
        }
    }

    /// What became of the jobs of referrals that began in the period, after each number of months.
    package static func table(_ facts: [ReferralFact], _ frame: ReportFrame) -> Tally<Look> {
        tally(
            facts,
            frame,
            id: "retention",
            months: RetentionCheck.schedule,
            by: .codes,
            fixedKeys: RetentionCheck.schedule.map(String.init)
        ) {
            String($0.months)
        }
    }

    /// What became of them after one number of months, by a cut.
    package static func table(
        _ facts: [ReferralFact],
        _ frame: ReportFrame,
        months: Int,
        by cut: Cut,
        _ ground: CutGround
    ) -> Tally<Look> {
        tally(
            facts,
            frame,
            id: "retention_\(months)",
            months: [months],
            by: .cut(cut),
            fixedKeys: cut.fixedKeys(ground)
        ) {
            cut.key(of: $0.fact.traits, ground)
        }
    }

    private static func tally(
        _ facts: [ReferralFact],
        _ frame: ReportFrame,
        id: String,
        months: [Int],
        by rows: ReportTable.Rows,
        fixedKeys: [String],
        key: @escaping @Sendable (Look) -> String
    ) -> Tally<Look> {
        let looks = facts.flatMap { fact -> [Look] in
            guard let job = fact.job, frame.counts(job.start) else { return [] }
            return months.map { months in
                Look(fact: fact, job: job, months: months, state: State(of: job, months: months, asOf: frame.asOf))
            }
        }
        return Tally(
            id: id,
            title: ReportText(
                months.count == 1
                    ? "Duy trì việc làm sau \(months[0]) tháng" : "Duy trì việc làm sau 1, 3, 6, 12 tháng",
                months.count == 1
                    ? "Still in the job after \(months[0]) months" : "Still in the job after 1, 3, 6 and 12 months"
            ),
            facts: looks,
            figures: [started, due] + State.allCases.map(figure) + [known],
            ratios: [
                .share(
                    "kept_share",
                    ReportText("Tỷ lệ duy trì (%)", "Kept (%)"),
                    ReportText(
                        "Số còn làm chia số đã đến hạn mà biết rõ kết quả.",
                        "Kept by those due of whom it is known."
                    ),
                    "kept",
                    of: "known"
                )
            ],
            subject: { .referral($0.fact.referral) },
            by: rows,
            // A job is in the row of each number of months.
            hasTotal: months.count == 1,
            fixedKeys: fixedKeys,
            key: key
        )
    }

    private static let started = Figure<Look>(
        "started",
        ReportText("Việc làm bắt đầu trong kỳ", "Jobs begun"),
        ReportText(
            "Việc làm do giới thiệu bắt đầu trong kỳ; chưa đến hạn + thôi trước hạn + đã đến hạn.",
            "Jobs of referrals that began in the period: not yet due, ended before due, and due."
        ),
        where: { _ in true }
    )

    private static let due = Figure<Look>(
        "due",
        ReportText("Đã đến hạn", "Due"),
        ReportText(
            "Việc làm mà đến ngày chốt đã đủ số tháng kể từ ngày bắt đầu: còn làm + đã thôi + chưa kiểm tra.",
            "Jobs whose start lies so many months back as of the day: kept, lost, and not looked at."
        ),
        where: { [.kept, .lost, .notLooked].contains($0.state) }
    )

    private static let known = Figure<Look>(
        "known",
        ReportText("Đã biết kết quả", "Known"),
        ReportText(
            "Đã đến hạn và biết còn làm hay đã thôi: mẫu số của tỷ lệ.",
            "Due, and known to be kept or lost: the denominator."
        ),
        where: { $0.state == .kept || $0.state == .lost }
    )

    private static func figure(_ state: State) -> Figure<Look> {
        let (title, definition): (ReportText, ReportText) =
            switch state {
            case .notYetDue:
                (
                    ReportText("Chưa đến hạn", "Not yet due"),
                    ReportText("Chưa đủ số tháng, đang làm.", "So many months have not passed; the job goes on.")
                )
            case .endedBeforeDue:
                (
                    ReportText("Thôi trước hạn", "Ended before due"),
                    ReportText(
                        "Chưa đủ số tháng mà đã thôi việc; chưa tính là mất.",
                        "So many months have not passed; the job has ended, and is not counted as lost yet."
                    )
                )
            case .kept:
                (
                    ReportText("Còn làm", "Kept"),
                    ReportText(
                        "Đến hạn vẫn còn làm, theo lần kiểm tra này, lần sau, hoặc ngày thôi sau hạn.",
                        "In the job when due, by this look, a later one, or an end after it."
                    )
                )
            case .lost:
                (ReportText("Đã thôi", "Lost"), ReportText("Đến hạn đã thôi việc.", "The job had ended when due."))
            case .notLooked:
                (
                    ReportText("Chưa kiểm tra", "Not looked at"),
                    ReportText("Đã đến hạn mà chưa ai xác nhận.", "Due, and nobody has said.")
                )
            }
        return Figure(state.rawValue, title, definition, where: { $0.state == state })
    }
}
