/// One key of the configuration: its path, and what its value must be.
package struct SettingKey: Hashable, Sendable {
    /// What a value must be.
    package enum Kind: Hashable, Sendable {
        /// Any text, not empty.
        case text
        /// A whole number within bounds.
        case integer(ClosedRange<Int>)
        /// `true` or `false`.
        case boolean
        /// A list of texts.
        case list
        /// One of these words.
        case oneOf([String])
        /// A day as yyyy-MM-dd.
        case day

        /// What is expected, in words.
        package var expectation: String {
            switch self {
            case .text: "a text"
            case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
            case .boolean: "true or false"
            case .list: "a list of texts"
            case .oneOf(let words): "one of \(words.joined(separator: ", "))"
            case .day: "a day as yyyy-MM-dd"
            }
        }
    }

    /// Its path, with dots.
    package let path: String
    /// What its value must be.
    package let kind: Kind

    init(_ path: String, _ kind: Kind) {
        self.path = path
        self.kind = kind
    }

    /// The environment variable that overrides it.
    package var environmentVariable: String {
        "NOIVIEC_" + path.uppercased().replacing(".", with: "_").replacing("-", with: "_")
    }

    static let year = SettingKey("programme.year", .integer(2021...2100))
    static let target = SettingKey("programme.target-connections", .integer(0...1_000_000))
    static let connectionClasses = SettingKey("programme.connection-classes", .list)
    static let coverageClasses = SettingKey("programme.coverage-classes", .list)
    static let newlyEscapedMonths = SettingKey("programme.newly-escaped-months", .integer(0...120))
    static let minimumYears = SettingKey("working-age.minimum-years", .integer(13...18))
    static let provinceNames = SettingKey("territory.province-names", .list)
    static let newProvinceNames = SettingKey("territory.new-province-names", .list)
    static let communes = SettingKey("territory.communes", .text)
    static let districts = SettingKey("territory.districts", .text)
    static let newUnits = SettingKey("territory.new-units", .text)
    static let newUnitsFrom = SettingKey("territory.new-units-from", .day)
    static let identityProvinces = SettingKey("territory.identity-provinces", .text)
    static let occupations = SettingKey("territory.occupations", .text)
    static let povertyStandard = SettingKey("rules.poverty-standard", .text)
    static let occupationAliases = SettingKey("territory.occupation-aliases", .text)
    static let leastConfidence = SettingKey("occupations.least-confidence", .integer(0...100))
    static let retirementAge = SettingKey("rules.retirement-age", .text)
    static let minimumWage = SettingKey("rules.minimum-wage", .text)
    static let placementPolicy = SettingKey("rules.placement-policy", .text)
    static let closedToMinors = SettingKey("rules.closed-to-minors", .text)
    static let difficultCommunes = SettingKey("rules.difficult-communes", .text)
    static let scoringFile = SettingKey("scoring.file", .text)
    static let shortlist = SettingKey("scoring.shortlist", .integer(1...100))
    static let keepBonus = SettingKey("planning.keep-bonus", .integer(0...5000))
    static let referralDueDays = SettingKey("referrals.due-days", .integer(1...180))
    static let referralsPerMember = SettingKey("referrals.per-member", .integer(1...20))
    static let referralsPerOpening = SettingKey("referrals.per-opening", .integer(1...50))
    static let referralUndoMinutes = SettingKey("referrals.undo-minutes", .integer(0...1440))
    static let letterDays = SettingKey("referrals.letter-days", .integer(1...180))
    static let letterNumber = SettingKey("referrals.letter-number", .text)
    static let officeName = SettingKey("office.name", .text)
    static let officePhone = SettingKey("office.phone", .text)
    static let letterSigner = SettingKey("office.letter-signer", .text)
    static let consentText = SettingKey("office.consent-text", .text)
    static let callsPerCommune = SettingKey("pages.calls-per-commune", .integer(1...50))
    static let reportYearBegins = SettingKey("reports.year-begins", .text)
    static let openingList = SettingKey("reports.opening-list", .text)
    static let sixMonthCutoff = SettingKey("reports.six-month-cutoff", .text)
    static let yearlyCutoff = SettingKey("reports.yearly-cutoff", .text)
    static let closedAfterDays = SettingKey("reports.closed-after-days", .integer(0...366))
    static let poorReduction = SettingKey("reports.poor-reduction", .integer(0...1_000_000))
    static let poorDistricts = SettingKey("reports.poor-districts", .list)
    static let majority = SettingKey("reports.majority", .list)
    static let silentDays = SettingKey("reports.silent-days", .integer(1...366))
    static let letterhead = SettingKey("reports.letterhead", .list)
    static let reportPlace = SettingKey("reports.place", .text)
    static let forecastServed = SettingKey("forecast.served", .integer(1...10_000_000))
    static let forecastAtWork = SettingKey("forecast.served-at-work", .integer(1...10_000_000))
    static let forecastStageChances = SettingKey("forecast.stage-chances", .list)
    static let forecastStageDays = SettingKey("forecast.stage-days", .list)
    static let forecastCounting = SettingKey("forecast.counting-percent", .integer(1...99))
    static let forecastLost = SettingKey("forecast.lost-in-year-percent", .integer(1...99))
    static let forecastPerWeek = SettingKey("forecast.referrals-per-week", .integer(1...100_000))
    static let forecastWeight = SettingKey("forecast.weight", .integer(1...1000))
    static let forecastHalfLife = SettingKey("forecast.half-life-weeks", .integer(1...520))
    static let forecastDrift = SettingKey("forecast.drift-percent", .integer(0...200))
    static let demoPoor = SettingKey("demo.poor", .integer(0...1_000_000))
    static let demoNearPoor = SettingKey("demo.near-poor", .integer(0...1_000_000))
    static let demoNewlyEscaped = SettingKey("demo.newly-escaped", .integer(0...1_000_000))
    static let demoVacancies = SettingKey("demo.vacancies", .integer(1...100_000))
    static let demoOpenings = SettingKey("demo.openings", .integer(1...1_000_000))
    static let demoDay = SettingKey("demo.day", .day)
    static let databaseFile = SettingKey("database.file", .text)
    static let keyFile = SettingKey("database.key-file", .text)
    static let peopleFileDays = SettingKey("people.file-days", .integer(1...3650))
    static let feedSources = SettingKey("feeds.sources", .list)
    static let feedContact = SettingKey("feeds.contact", .text)
    static let feedSourceFolder = SettingKey("feeds.source-folder", .text)
    static let feedDialects = SettingKey("feeds.dialects", .text)
    static let feedArchive = SettingKey("feeds.archive", .text)
    static let feedArchiveDays = SettingKey("feeds.archive-days", .integer(2...3650))
    static let feedConfirmDays = SettingKey("feeds.confirm-days", .integer(1...365))
    static let employerConfirmedMonths = SettingKey("employers.confirmed-months", .integer(1...24))
    static let httpHost = SettingKey("http.host", .text)
    static let httpPort = SettingKey("http.port", .integer(0...65_535))
    static let sessionHours = SettingKey("http.session-hours", .integer(1...720))
    static let sessionIdleMinutes = SettingKey("http.session-idle-minutes", .integer(5...1440))
    static let trustedProxy = SettingKey("http.trusted-proxy", .text)
    static let secureCookie = SettingKey("http.secure-cookie", .boolean)
    static let logLevel = SettingKey(
        "log.level",
        .oneOf(["trace", "debug", "info", "notice", "warning", "error", "critical"])
    )

    /// Every key there is, in the order of the configuration file; those of `scoring.file` are `scoringKeys`.
    package static let all: [SettingKey] =
        [
            year, target, connectionClasses, coverageClasses, newlyEscapedMonths, minimumYears, provinceNames,
            newProvinceNames, communes, districts, newUnits, newUnitsFrom, identityProvinces, occupations,
            occupationAliases, leastConfidence, povertyStandard, retirementAge, minimumWage, placementPolicy,
            closedToMinors, difficultCommunes, scoringFile, shortlist, keepBonus,
            referralDueDays, referralsPerMember, referralsPerOpening, referralUndoMinutes, letterDays, letterNumber,
            officeName, officePhone, letterSigner, consentText, callsPerCommune,
            reportYearBegins, openingList, sixMonthCutoff, yearlyCutoff, closedAfterDays, poorReduction, poorDistricts,
            majority, silentDays, letterhead, reportPlace,
            forecastServed, forecastAtWork, forecastStageChances, forecastStageDays, forecastCounting, forecastLost,
            forecastPerWeek, forecastWeight, forecastHalfLife, forecastDrift,
            demoPoor, demoNearPoor,
            demoNewlyEscaped, demoVacancies, demoOpenings, demoDay, databaseFile, keyFile, peopleFileDays, feedSources,
            feedContact,
            feedSourceFolder,
            feedDialects, feedArchive, feedArchiveDays, feedConfirmDays, employerConfirmedMonths, httpHost,
            httpPort,
            sessionHours, sessionIdleMinutes, secureCookie, trustedProxy, logLevel,
        ]
}
