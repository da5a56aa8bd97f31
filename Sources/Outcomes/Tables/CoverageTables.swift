import Households
import Referrals
import Vocabulary

/// Promise B's tables: households covered, newly covered, lost again and open, on one of two lists.
package enum CoverageTables {
    /// Which households are counted.
    package enum List: String, Sendable, CaseIterable {
        /// Those on the list on which the year began: one that escapes from poverty since stays.
        case opening
        /// Those on the list of the day.
        case day
    }

    /// Where the households of a list stand, by a cut.
    package static func standing(
        _ listed: ListedHouseholds,
        by cut: Cut?,
        _ ground: CutGround
    ) -> Tally<Judged> {
        tally(
            "coverage_\(listed.list.rawValue)",
            titles[listed.list] ?? ReportText("", ""),
            listed,
            figures(listed.list),
            share,
            by: cut,
            ground
        )
    }

    /// In what way the households of a list are covered, and what work those have that are not.
    package static func ways(
        _ listed: ListedHouseholds,
        by cut: Cut?,
        _ ground: CutGround
    ) -> Tally<Judged> {
        let covered = CoverageHistory.Way.allCases.map { way in
            figure(
                "covered_\(way.rawValue)",
                ReportText("Có việc bền vững: \(name(way).vi)", "Covered: \(name(way).en)"),
                "Hộ có việc làm bền vững vào ngày chốt nhờ loại việc này; các loại cộng lại bằng số hộ có việc làm "
                    + "bền vững.",
                "Households covered as of the day by work of this kind; the kinds sum to those covered."
            ) { $0.state == .covered && $0.way == way }
        }
        let open = CoverageHistory.Way.allCases.map { way in
            figure(
                "open_\(way.rawValue)",
                ReportText("Chưa có việc bền vững, đang làm: \(name(way).vi)", "Not covered, at work: \(name(way).en)"),
                "Hộ có thể có việc làm bền vững nhưng chưa có, có người đang làm loại việc này.",
                "Coverable households not covered, somebody of whom does work of this kind."
            ) { $0.state != nil && $0.state != .covered && $0.way == way }
        }
        let idle = figure(
            "open_nobody",
            ReportText("Chưa có ai đi làm", "Nobody at work"),
            "Hộ có thể có việc làm bền vững nhưng chưa có, không có người nào đang làm việc.",
            "Coverable households not covered, nobody of whom is at work."
        ) { $0.state != nil && $0.state != .covered && $0.way == nil }
        let all = [coverable] + covered + open + [idle]
        return tally(
            "ways_\(listed.list.rawValue)",
            listed.list.titled("Hộ theo loại việc làm", "Households by the kind of work"),
            listed,
            all,
            [],
            by: cut,
            ground
        )
    }

    /// How many households of a list were covered at the end of each month, and on the last day.
    package static func course(_ listed: ListedHouseholds) -> ReportTable {
        let frame = listed.frame
        var days = frame.months.compactMap { Day(iso: $0 + "-01")?.endOfMonth }.filter { $0 < frame.last }
        days = [frame.from.adding(days: -1)] + days + (frame.from <= frame.last ? [frame.last] : [])
        return ReportTable(
            id: "course_\(listed.list.rawValue)",
            title: listed.list.titled("Diễn biến số hộ có việc làm bền vững", "Households covered over time"),
            by: .day,
            columns: [
                .init(
                    id: "covered",
                    title: ReportText("Hộ có việc làm bền vững", "Households covered"),
                    definition: ReportText(
                        "Hộ trong danh sách, có thể có việc làm bền vững, có việc vào ngày đó.",
                        "Coverable households of the list covered on that day."
                    ),
                    formula: .told
                )
            ],
            rows: days.map { day in
                let covered = listed.covered.count { day < frame.from ? $0.isBefore : $0.isCovered(on: day) }
                return ReportTable.Row(key: day.description, cells: [.count(covered)])
            },
            total: nil
        )
    }

    static func figure(
        _ id: String,
        _ title: ReportText,
        _ vi: String,
        _ en: String,
        where counts: @escaping @Sendable (Judged) -> Bool
    ) -> Figure<Judged> {
        Figure(id, title, ReportText(vi, en), where: counts)
    }

    private static func tally(
        _ id: String,
        _ title: ReportText,
        _ listed: ListedHouseholds,
        _ figures: [Figure<Judged>],
        _ ratios: [Ratio],
        by cut: Cut?,
        _ ground: CutGround
    ) -> Tally<Judged> {
        Tally(
            id: id,
            title: title,
            facts: listed.households,
            figures: figures,
            ratios: ratios,
            subject: { .household($0.household) },
            by: cut.map { .cut($0) } ?? .none,
            fixedKeys: cut?.fixedKeys(ground) ?? [],
            key: { cut?.key(of: $0.traits, ground) ?? ReportTable.whole }
        )
    }

    private static let titles: [List: ReportText] = [
        .opening: ReportText(
            "Hộ nghèo, hộ cận nghèo đầu năm có lao động có việc làm bền vững",
            "Households of the year's opening list with a member in sustainable work"
        ),
        .day: ReportText(
            "Hộ nghèo, hộ cận nghèo tại ngày chốt có lao động có việc làm bền vững",
            "Households of the list of the day with a member in sustainable work"
        ),
    ]

    private static let share: [Ratio] = [
        .share(
            "covered_share",
            ReportText("Tỷ lệ hộ có việc làm bền vững (%)", "Covered (%)"),
            ReportText("Số hộ có việc làm bền vững chia số hộ có thể có.", "Covered by coverable."),
            "covered",
            of: "coverable"
        )
    ]

    /// The words for a way of working.
    package static func name(_ way: CoverageHistory.Way) -> ReportText {
        switch way {
        case .contract: ReportText("làm công có hợp đồng", "written contract")
        case .abroad: ReportText("làm việc ở nước ngoài", "abroad")
        case .cooperative: ReportText("hợp tác xã", "cooperative")
        case .selfEmployed: ReportText("tự làm, kinh doanh", "self-employed")
        case .farming: ReportText("nông, lâm nghiệp của hộ", "own farm or forest")
        case .other: ReportText("việc khác", "other work")
        }
    }
}
