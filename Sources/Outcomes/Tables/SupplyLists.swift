import Vocabulary

extension SupplyTables {
    /// Households that wait in an occupation and a district.
    package struct Shortage: Sendable {
        let occupation: Int?
        let district: String?
        let waiting: Int
        let openings: Int

        /// A shortage from its figures.
        package init(occupation: Int?, district: String?, waiting: Int, openings: Int) {
            self.occupation = occupation
            self.district = district
            self.waiting = waiting
            self.openings = openings
        }
    }

    /// How a source of vacancies fares.
    package struct Feed: Sendable {
        let source: String
        let readOn: Day
        let outcome: String
        let completeOn: Day?
        let refused: Int

        /// A source with its last run.
        package init(source: String, readOn: Day, outcome: String, completeOn: Day?, refused: Int) {
            self.source = source
            self.readOn = readOn
            self.outcome = outcome
            self.completeOn = completeOn
            self.refused = refused
        }
    }

    /// A commune with the day of its last entry and whom to call.
    package struct Commune: Sendable {
        let commune: UnitCode
        let lastOn: Day?
        let officers: [String]

        /// A commune from its parts.
        package init(commune: UnitCode, lastOn: Day?, officers: [String]) {
            self.commune = commune
            self.lastOn = lastOn
            self.officers = officers
        }
    }

    /// Where households wait for openings, by the latest plan as of the day.
    package static func shortages(_ list: [Shortage]) -> ReportTable {
        table(
            "shortages",
            ReportText("Nơi thiếu chỗ việc làm", "Shortages"),
            [
                (
                    "district", ReportText("Huyện nơi làm việc", "District of the workplace"),
                    ReportText(
                        "Để trống khi ngoài tỉnh hoặc không rõ.",
                        "Empty outside the province or where nobody knows."
                    )
                ),
                (
                    "waiting", ReportText("Hộ đang chờ", "Households waiting"),
                    ReportText(
                        "Hộ chưa có việc có thể nhận việc nhóm này ở đó.",
                        "Households without a job that could take one there."
                    )
                ),
                (
                    "openings", ReportText("Chỗ trống", "Openings"),
                    ReportText("Chỗ trống ở đó, kế hoạch đã dùng hết.", "Openings there, all taken by the plan.")
                ),
            ],
            list.map { one in
                ReportTable.Row(
                    key: one.occupation.map(String.init) ?? Cut.unknown,
                    cells: [one.district.map { .text($0) } ?? .nothing, .count(one.waiting), .count(one.openings)]
                )
            }
        )
    }

    /// How the sources of vacancies fare.
    package static func feeds(_ list: [Feed]) -> ReportTable {
        table(
            "feeds",
            ReportText("Tình trạng nguồn tin tuyển dụng", "Feeds"),
            [
                (
                    "read_on", ReportText("Đọc lần cuối", "Last read"),
                    ReportText("Ngày đọc nguồn lần cuối.", "The day on which it was read last.")
                ),
                ("outcome", ReportText("Kết quả", "Outcome"), ReportText("Kết quả lần đọc đó.", "What came of it.")),
                (
                    "complete_on", ReportText("Đọc đủ lần cuối", "Last read whole"),
                    ReportText("Ngày cuối đọc được toàn bộ nguồn.", "The last day on which it was read whole.")
                ),
                (
                    "refused", ReportText("Tin bị loại", "Refused"),
                    ReportText("Số tin không nhận ở lần đọc cuối.", "Records refused by the last run.")
                ),
            ],
            list.map { feed in
                ReportTable.Row(
                    key: feed.source,
                    cells: [
                        .day(feed.readOn), .text(feed.outcome), feed.completeOn.map { .day($0) } ?? .nothing,
                        .count(feed.refused),
                    ]
                )
            }
        )
    }

    /// The communes of whose people nothing was entered for some days, longest first, with the officers to call.
    package static func silent(_ list: [Commune], on day: Day, after days: Int) -> ReportTable {
        let silent = list.filter { $0.lastOn.map { day.number - $0.number >= days } ?? true }
        return table(
            "silent",
            ReportText("Xã không nhập gì trong \(days) ngày", "Communes that entered nothing for \(days) days"),
            [
                (
                    "last_on", ReportText("Nhập lần cuối", "Last entry"),
                    ReportText(
                        "Ngày cuối có bước giới thiệu, câu trả lời hoặc nguyện vọng được nhập; trống nếu chưa bao giờ.",
                        "The last day with a step of a referral, an answer or a wish; empty where there never was one."
                    )
                ),
                (
                    "days", ReportText("Số ngày", "Days"),
                    ReportText("Số ngày từ đó đến ngày chốt.", "Days from then to the day.")
                ),
                (
                    "officers", ReportText("Cán bộ cần gọi", "Officers to call"),
                    ReportText(
                        "Cán bộ xã có tài khoản phụ trách xã đó.",
                        "Commune officers whose accounts are of this commune."
                    )
                ),
            ],
            silent.sorted { ($0.lastOn?.number ?? .min, $0.commune) < ($1.lastOn?.number ?? .min, $1.commune) }.map {
                one in
                ReportTable.Row(
                    key: one.commune.description,
                    cells: [
                        one.lastOn.map { .day($0) } ?? .nothing,
                        one.lastOn.map { .count(day.number - $0.number) } ?? .nothing,
                        one.officers.isEmpty ? .nothing : .text(one.officers.joined(separator: ", ")),
                    ]
                )
            }
        )
    }

    private static func table(
        _ id: String,
        _ title: ReportText,
        _ columns: [(String, ReportText, ReportText)],
        _ rows: [ReportTable.Row]
    ) -> ReportTable {
        ReportTable(
            id: id,
            title: title,
            by: .codes,
            columns: columns.map { .init(id: $0.0, title: $0.1, definition: $0.2, formula: .told) },
            rows: rows,
            total: nil
        )
    }
}
