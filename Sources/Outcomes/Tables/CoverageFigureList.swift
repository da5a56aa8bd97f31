import Households
import Referrals

extension CoverageTables {
    static let coverable = figure(
        "coverable",
        ReportText("Hộ có lao động có khả năng làm việc", "Coverable households"),
        "Hộ trong danh sách có ít nhất một người trong độ tuổi, có khả năng lao động, không còn đi học: mẫu số của "
            + "tỷ lệ.",
        "Households of the list with a member of working age able to work who is no pupil: the denominator."
    ) { $0.coverability == .coverable }

    /// The figures of where households stand; on the year's list those that have escaped since stay.
    static func figures(_ list: List) -> [Figure<Judged>] {
        let whole = figure(
            "households",
            ReportText("Tổng số hộ", "Households"),
            list == .opening
                ? "Hộ nghèo, hộ cận nghèo trong danh sách đầu năm; hộ thoát nghèo trong năm vẫn được tính."
                : "Hộ nghèo, hộ cận nghèo vào ngày chốt.",
            list == .opening
                ? "Poor and near-poor households of the list on which the year began; one that escapes stays."
                : "Poor and near-poor households on the day."
        ) { _ in true }
        return [whole, coverable] + uncoverable + standing + flows + estimate
    }

    private static let uncoverable = [
        figure(
            "not_now",
            ReportText("Hộ hiện chỉ có lao động đang đi học", "Not now: only pupils"),
            "Hộ mà người trong độ tuổi chỉ là học sinh, hoặc chưa rõ việc học, tuổi.",
            "Households whose only possible members are pupils, or of unknown schooling or age."
        ) { $0.coverability == .notNow },
        figure(
            "without_labour",
            ReportText("Hộ không có khả năng lao động", "Without labour"),
            "Hộ không có người trong độ tuổi có khả năng lao động.",
            "Households without anybody of working age able to work."
        ) { $0.coverability == .withoutLabour },
    ]

    private static let standing = [
        figure(
            "covered",
            ReportText("Hộ có lao động có việc làm bền vững", "Covered"),
            "Hộ có thể có, mà vào ngày chốt có ít nhất một người có việc làm bền vững theo chính sách.",
            "Coverable households with a member in work that is sustainable by the policy, as of the day."
        ) { $0.isCovered },
        figure(
            "to_ask",
            ReportText("Chưa có, cần hỏi thêm", "Not covered, to ask"),
            "Hộ chưa có, có người đang làm mà chưa rõ hợp đồng hoặc bằng chứng.",
            "Not covered, with work of which contract or evidence is to be asked."
        ) { $0.state == .toAsk },
        figure(
            "open",
            ReportText("Chưa có", "Open"),
            "Hộ chưa có việc làm bền vững và không có gì cần hỏi thêm.",
            "Not covered, with nothing to ask."
        ) { $0.state == .open },
    ]

    private static let flows = [
        figure(
            "covered_before",
            ReportText("Có việc làm bền vững trước kỳ", "Covered before the period"),
            "Hộ có việc làm bền vững vào ngày trước kỳ báo cáo, hoặc theo danh sách đầu tiên được nhập trong kỳ.",
            "Covered on the day before the period, or by the opening balance of the first roll where that is of the period."
        ) { $0.wasCovered },
        figure(
            "newly_covered",
            ReportText("Mới có trong kỳ", "Newly covered"),
            "Hộ có vào ngày chốt mà trước kỳ chưa có. Có trước kỳ + mới có − mất = có vào ngày chốt.",
            "Covered on the day and not before the period. Before + newly covered − lost = covered on the day."
        ) { $0.isCovered && !$0.wasCovered },
        figure(
            "newly_by_programme",
            ReportText("Trong đó: nhờ giới thiệu", "Of these: by the programme"),
            "Hộ mới có trong kỳ nhờ việc làm do chương trình giới thiệu.",
            "Newly covered by a job that a referral led to."
        ) { $0.isCovered && !$0.wasCovered && $0.origin == .programme },
        figure(
            "lost",
            ReportText("Mất trong kỳ", "Lost again"),
            "Hộ có trước kỳ mà vào ngày chốt không còn.",
            "Covered before the period and not on the day."
        ) { $0.wasCovered && !$0.isCovered },
        figure(
            "lost_within",
            ReportText("Có rồi mất trong kỳ", "Gained and lost within"),
            "Hộ trước kỳ chưa có, có trong kỳ, vào ngày chốt không còn.",
            "Not covered before the period nor on the day, and covered in between."
        ) { !$0.wasCovered && !$0.isCovered && $0.wasCoveredWithin },
    ]

    private static let estimate = [
        figure(
            "would_escape",
            ReportText("Ước tính: hộ nghèo thoát nghèo", "Estimate: would leave the poor list"),
            "Ước tính, không phải kết quả rà soát: hộ nghèo mới có việc làm bền vững trong kỳ mà thu nhập đã ghi "
                + "cộng tiền lương "
                + "vượt chuẩn thu nhập.",
            "An estimate, not a review: poor households newly covered in the period whose recorded income with the "
                + "wage is "
                + "above the line."
        ) { $0.isPoorNewly && $0.escape == true },
        figure(
            "may_escape",
            ReportText("Ước tính: chưa đủ dữ liệu", "Estimate: cannot be told"),
            "Hộ nghèo mới có việc làm bền vững trong kỳ mà chưa ghi thu nhập hoặc tiền lương.",
            "Poor households newly covered in the period of which income or wage is not recorded."
        ) { $0.isPoorNewly && $0.escape == nil },
    ]
}

extension CoverageTables.Judged {
    fileprivate var isPoorNewly: Bool { isCovered && !wasCovered && traits.povertyClass == .poor }
}
