import Outcomes
import Vocabulary

/// What the office has settled about reports.
package struct ReportRules: Sendable {
    /// Where the programme year begins.
    package let yearBegins: ReportFrame.YearBeginning
    /// The day on which the year's list of households is fixed.
    package let openingList: ReportFrame.YearBeginning
    /// The last day that the six-month form counts.
    package let sixMonthCutoff: ReportFrame.YearBeginning
    /// The last day that the yearly form counts.
    package let yearlyCutoff: ReportFrame.YearBeginning
    /// For how many days after a period things may still be told of it before it can be published.
    package let closedAfterDays: Int
    /// By how many poor households the province's plan lowers their number in the year.
    package let poorReduction: Int
    /// The codes of the poor districts (huyện nghèo).
    package let poorDistricts: Set<String>
    /// The people who are no minority.
    package let majority: Set<String>
    /// After how many days without an entry a commune is named.
    package let silentDays: Int
    /// The lines at the head of official sheets: the authority above, and the office itself.
    package let letterhead: [String]
    /// The place that is named beside the date.
    package let place: String

    /// Rules from their parts.
    package init(
        yearBegins: ReportFrame.YearBeginning,
        openingList: ReportFrame.YearBeginning,
        sixMonthCutoff: ReportFrame.YearBeginning,
        yearlyCutoff: ReportFrame.YearBeginning,
        closedAfterDays: Int,
        poorReduction: Int,
        poorDistricts: Set<String>,
        majority: Set<String>,
        silentDays: Int,
        letterhead: [String],
        place: String
    ) {
        self.yearBegins = yearBegins
        self.openingList = openingList
        self.sixMonthCutoff = sixMonthCutoff
        self.yearlyCutoff = yearlyCutoff
        self.closedAfterDays = closedAfterDays
        self.poorReduction = poorReduction
        self.poorDistricts = poorDistricts
        self.majority = majority
        self.silentDays = silentDays
        self.letterhead = letterhead
        self.place = place
    }
}

extension Programme {
    /// What cuts need to know of places on a day.
    func cutGround(on day: Day) -> CutGround {
        var district: [UnitCode: String] = [:]
        var unit: [UnitCode: String] = [:]
        var region: [UnitCode: String] = [:]
        for commune in territory.communes {
            district[commune.code] = territory.district(of: commune.code)?.code
            unit[commune.code] = territory.unitSince2025(of: commune.code)?.code.description
            region[commune.code] = scoring.difficulty[commune.code]?.value(on: day)?.rawValue
        }
        return CutGround(
            district: district,
            districts: territory.districts.map(\.code),
            unit: unit,
            region: region,
            poorDistricts: reports.poorDistricts,
            majority: reports.majority
        )
    }
}
