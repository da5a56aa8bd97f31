import Vocabulary

/// What jobs there are: openings by source, wage, district and occupation.
package enum SupplyTables {
    /// By what openings are cut.
    package enum Cutting: String, Sendable, CaseIterable {
        /// By the source of the vacancy.
        case source
        /// By the lowest wage stated.
        case wage
        /// By the old district of the workplace, other provinces and abroad.
        case district
        /// By the two-digit group of the occupation.
        case occupation
    }

    private static func title(_ cutting: Cutting) -> ReportText {
        switch cutting {
        case .source: ReportText("Chỗ việc làm trống theo nguồn tin", "Openings by source")
        case .wage: ReportText("Chỗ việc làm trống theo mức lương", "Openings by wage")
        case .district: ReportText("Chỗ việc làm trống theo nơi làm việc", "Openings by place")
        case .occupation: ReportText("Chỗ việc làm trống theo nhóm nghề", "Openings by occupation")
        }
    }

    /// The openings on the day.
    package static func openings(_ facts: [OpeningFact], by cutting: Cutting, _ ground: CutGround) -> Tally<OpeningFact>
    {
        let fixed: [String] =
            switch cutting {
            case .wage: OpeningFact.WageBand.allCases.map(\.rawValue)
            case .district: ground.districts + ["other_province", "abroad"]
            case .source, .occupation: []
            }
        return Tally(
            id: "openings_by_\(cutting.rawValue)",
            title: title(cutting),
            facts: facts,
            figures: [
                figure(
                    "vacancies",
                    ReportText("Tin tuyển dụng", "Vacancies"),
                    "Tin còn tuyển vào ngày chốt, không tính tin lặp.",
                    "Vacancies open on the day, without repeated ones."
                ) { _ in 1 },
                figure(
                    "openings",
                    ReportText("Chỗ trống", "Openings"),
                    "Số chỗ mà các tin đó nêu.",
                    "The openings that they state."
                ) { $0.openings },
                figure(
                    "taken",
                    ReportText("Đã nhận qua giới thiệu", "Taken"),
                    "Số chỗ đã có người nhận việc qua giới thiệu.",
                    "Of these, those that hires of referrals took."
                ) { $0.taken },
                figure("free", ReportText("Còn trống", "Free"), "Số chỗ trừ số đã nhận.", "Openings less those taken.")
                { $0.openings - $0.taken },
            ],
            subject: { .vacancy($0.vacancy) },
            by: .codes,
            fixedKeys: fixed,
            key: { fact in
                switch cutting {
                case .source: fact.source
                case .wage: fact.wage.rawValue
                case .occupation: fact.occupation.map(String.init) ?? Cut.unknown
                case .district:
                    switch fact.destination {
                    case .abroad: "abroad"
                    case .otherProvince: "other_province"
                    case .commune, .province, .unknown: fact.district ?? Cut.unknown
                    }
                }
            }
        )
    }

    private static func figure(
        _ id: String,
        _ title: ReportText,
        _ vi: String,
        _ en: String,
        adding amount: @escaping @Sendable (OpeningFact) -> Int
    ) -> Figure<OpeningFact> {
        Figure(id, title, ReportText(vi, en), adding: amount)
    }
}
