import Households
import Referrals
import Vocabulary

extension CoverageTables {
    /// How many households each placement newly covered: a person placed in a household that is covered already covers
    /// none.
    ///
    /// - Parameters:
    ///   - standing: where the households of the list stand.
    ///   - facts: the referrals, whose jobs that began in the period are the placements.
    ///   - frame: the period.
    /// - Returns: the table, which has only a total.
    package static func perPlacement(
        _ standing: ReportTable,
        _ facts: [ReferralFact],
        _ frame: ReportFrame
    ) -> ReportTable {
        let placements = facts.count { $0.job.map { frame.counts($0.start) } ?? false }
        var covered = 0
        if case .count(let number)? = standing.cell("newly_by_programme") { covered = number }
        return ReportTable(
            id: "per_placement",
            title: ReportText(
                "Hộ mới có việc làm bền vững cho mỗi lượt nhận việc",
                "Households newly covered for each placement"
            ),
            by: .none,
            columns: [
                .init(
                    id: "newly_by_programme",
                    title: ReportText("Hộ mới có nhờ giới thiệu", "Newly covered by the programme"),
                    definition: ReportText("Như ở bảng trên.", "As in the table above."),
                    formula: .told
                ),
                .init(
                    id: "placements",
                    title: ReportText("Lượt nhận việc", "Placements"),
                    definition: ReportText(
                        "Việc làm do giới thiệu bắt đầu trong kỳ.",
                        "Jobs of referrals that began in the period."
                    ),
                    formula: .told
                ),
                .init(
                    id: "per_placement",
                    title: ReportText("Hộ trên mỗi lượt", "Households for each placement"),
                    definition: ReportText("Số hộ mới có chia số lượt nhận việc.", "Newly covered by placements."),
                    formula: .rate("newly_by_programme", per: "placements")
                ),
            ],
            rows: [],
            total: .init(
                key: ReportTable.whole,
                cells: [.count(covered), .count(placements), .rate(covered, per: placements)]
            )
        )
    }

    /// How many poor households may leave the list by their new work, beside what the plan foresees and what reviews
    /// found.
    ///
    /// - Parameters:
    ///   - standing: where the households of the year's list stand.
    ///   - histories: the households.
    ///   - planned: by how many poor households the province's plan lowers their number.
    /// - Returns: the table, which has only a total.
    package static func escapes(_ standing: ReportTable, _ histories: [CoverageHistory], planned: Int) -> ReportTable {
        func number(_ column: String) -> Int {
            if case .count(let number)? = standing.cell(column) { number } else { 0 }
        }
        let reviewed = histories.count { $0.openingClass == .poor && $0.dayClass != nil && $0.dayClass != .poor }
        let columns: [(String, Int, ReportText, ReportText)] = [
            (
                "would_escape", number("would_escape"), ReportText("Ước tính: đủ căn cứ", "Estimate, at least"),
                ReportText(
                    "Hộ nghèo mới có việc làm bền vững mà thu nhập đã ghi cộng tiền lương vượt chuẩn.",
                    "Poor households newly covered whose recorded income with the wage is above the line."
                )
            ),
            (
                "would_escape_most", number("would_escape") + number("may_escape"),
                ReportText("Ước tính: nhiều nhất", "Estimate, at most"),
                ReportText(
                    "Thêm cả hộ chưa ghi thu nhập hoặc tiền lương.",
                    "With those of which income or wage is not recorded."
                )
            ),
            (
                "reviewed", reviewed, ReportText("Đã rà soát: không còn là hộ nghèo", "Found by reviews"),
                ReportText(
                    "Hộ nghèo đầu năm mà kết quả rà soát vào ngày chốt không còn là hộ nghèo.",
                    "Poor households of the year's list whose class as of the day is another."
                )
            ),
            (
                "planned", planned, ReportText("Kế hoạch giảm hộ nghèo của tỉnh", "The province's plan"),
                ReportText(
                    "Số hộ nghèo giảm trong năm theo kế hoạch của tỉnh.",
                    "By how many poor households the plan lowers their number in the year."
                )
            ),
        ]
        return ReportTable(
            id: "escapes",
            title: ReportText("Hộ nghèo có thể ra khỏi danh sách", "Poor households that may leave the list"),
            by: .none,
            columns: columns.map { .init(id: $0.0, title: $0.2, definition: $0.3, formula: .told) },
            rows: [],
            total: .init(key: ReportTable.whole, cells: columns.map { .count($0.1) })
        )
    }
}
