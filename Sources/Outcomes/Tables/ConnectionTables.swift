import Referrals
import Vocabulary

/// Promise A's tables: people successfully connected, and the way there.
package enum ConnectionTables {
    /// The people connected in the period, by a cut.
    package static func people(
        _ facts: [ReferralFact],
        _ frame: ReportFrame,
        by cut: Cut?,
        _ ground: CutGround
    ) -> Tally<ConnectedPerson> {
        Tally(
            id: "connected",
            title: ReportText("Số lao động được kết nối việc làm thành công", "People successfully connected to a job"),
            facts: ConnectedPerson.all(of: facts, frame),
            figures: [connected, sustainable(frame), stillInWork(frame)],
            subject: { .member($0.fact.member) },
            by: cut.map { .cut($0) } ?? .none,
            fixedKeys: cut?.fixedKeys(ground) ?? [],
            key: { person in cut?.key(of: person.fact.traits, ground) ?? ReportTable.whole }
        )
    }

    /// The people connected in the period, by the month in which their work began.
    package static func months(_ facts: [ReferralFact], _ frame: ReportFrame) -> Tally<ConnectedPerson> {
        Tally(
            id: "months",
            title: ReportText("Kết nối việc làm thành công theo tháng", "Successful connections by month"),
            facts: ConnectedPerson.all(of: facts, frame),
            figures: [connected],
            subject: { .member($0.fact.member) },
            by: .month,
            fixedKeys: frame.months,
            key: { $0.start.month }
        )
    }

    private static let connected = Figure<ConnectedPerson>(
        "connected",
        ReportText("Lao động kết nối thành công", "People connected"),
        ReportText(
            "Người thuộc diện hộ được hỗ trợ vào ngày giới thiệu, trong độ tuổi lao động, đã bắt đầu làm việc trong "
                + "kỳ theo "
                + "hợp đồng bằng văn bản đủ thời hạn tối thiểu của chính sách và đã được xác nhận đi làm; mỗi người "
                + "tính một "
                + "lần trong năm, theo việc làm đầu tiên.",
            "People of a served class and of working age on the day of the referral whose work began in the period, "
                + "under a "
                + "written contract of at least the policy's months, and whose start is confirmed; each once in a "
                + "year, by the "
                + "first such job."
        ),
        where: { _ in true }
    )

    private static func sustainable(_ frame: ReportFrame) -> Figure<ConnectedPerson> {
        Figure(
            "sustainable",
            ReportText("Trong đó: hợp đồng bền vững", "Of these: sustainable contract"),
            ReportText(
                "Người đã tính ở cột trước, có hợp đồng không xác định thời hạn hoặc đủ số tháng mà chính sách coi "
                    + "là bền vững.",
                "People of the column before whose contract is indefinite, or of as many months as the policy calls "
                    + "sustainable."
            ),
            where: { person in
                guard let policy = frame.policy(on: person.start) else { return false }
                return person.fact.job?.lasts(months: policy.sustainableMonths) == true
            }
        )
    }

    private static func stillInWork(_ frame: ReportFrame) -> Figure<ConnectedPerson> {
        Figure(
            "in_work",
            ReportText("Trong đó: đang làm việc", "Of these: still in the job"),
            ReportText(
                "Người đã tính ở cột đầu mà đến ngày chốt chưa ghi nhận thôi việc đó.",
                "People of the first column of whom no end of that job is known as of the day."
            ),
            where: { $0.fact.outcome(on: frame.asOf) == .inWork }
        )
    }
}

extension ReportFrame {
    /// The months of the period up to the last day that is counted, each `yyyy-MM`.
    package var months: [String] {
        var months: [String] = []
        var day = from
        while day <= last {
            months.append(day.month)
            day = day.endOfMonth.adding(days: 1)
        }
        return months
    }
}

extension Day {
    /// The month, `yyyy-MM`.
    package var month: String { String(description.prefix(7)) }
}
