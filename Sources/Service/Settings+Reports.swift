import Operations
import Outcomes
import Vocabulary

extension Settings {
    /// What the configuration says of reports.
    static func reportRules(_ file: SettingsFile) throws -> ReportRules {
        ReportRules(
            yearBegins: try dayOfYear(file, .reportYearBegins),
            openingList: try dayOfYear(file, .openingList),
            sixMonthCutoff: try dayOfYear(file, .sixMonthCutoff),
            yearlyCutoff: try dayOfYear(file, .yearlyCutoff),
            closedAfterDays: file.integer(.closedAfterDays),
            poorReduction: file.integer(.poorReduction),
            poorDistricts: Set(file.list(.poorDistricts)),
            majority: Set(file.list(.majority)),
            silentDays: file.integer(.silentDays),
            letterhead: file.list(.letterhead),
            place: file.text(.reportPlace)
        )
    }

    private static func dayOfYear(_ file: SettingsFile, _ key: SettingKey) throws -> ReportFrame.YearBeginning {
        let parts = file.text(key).split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let month = parts[0], let day = parts[1],
            let found = ReportFrame.YearBeginning(month: month, day: day)
        else {
            throw ConfigurationError.malformed(key: key.path, file: file.path, expected: "a month and a day as MM-dd")
        }
        return found == ReportFrame.YearBeginning(month: 1, day: 1) ? .january : found
    }
}
