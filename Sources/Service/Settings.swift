import Foundation
import Households
import Operations
import Referrals
import Scoring
import Vacancies
import Vocabulary

/// Everything the configuration says, as values.
package struct Settings: Sendable {
    /// A feed to be read by `noiviec ingest --all`.
    package struct FeedSource: Sendable {
        /// Its name, under which its vacancies are known.
        package let name: String
        /// The file.
        package let file: String
    }

    /// The programme's facts and rules.
    package let programme: Programme
    /// The database file.
    package let databaseFile: String
    /// The file of its key.
    package let keyFile: String
    /// Feeds that are read every night.
    package let feedSources: [FeedSource]
    /// The synthetic province.
    package let demo: DemoRequest
    /// The address the service listens on.
    package let httpHost: String
    /// The port it listens on.
    package let httpPort: Int
    /// How long staff stay signed in, in hours.
    package let sessionHours: Int
    /// Whether the session's cookie is for HTTPS only.
    package let secureCookie: Bool
    /// The least severe level that is logged.
    package let logLevel: String
    /// Every key with its effective value.
    package let lines: [String]

    /// Reads the configuration file and the tables it names.
    ///
    /// - Throws: `ConfigurationError`.
    package static func load(path: String, environment: [String: String]) async throws -> Settings {
        let file = try await SettingsFile(path: path, environment: environment)
        let folder = (path as NSString).deletingLastPathComponent
        let tables = Tables(folder: folder.isEmpty ? "." : folder)
        let territory = try tables.territory(communes: file.text(.communes), districts: file.text(.districts))
        let occupations = try tables.occupations(file.text(.occupations))
        let sources = try file.list(.feedSources).map { text in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw ConfigurationError.malformed(key: "feeds.sources", file: path, expected: "a list of name=file")
            }
            return FeedSource(name: parts[0], file: parts[1])
        }
        return Settings(
            programme: Programme(
                year: file.integer(.year),
                target: file.integer(.target),
                connectionClasses: try classes(file, .connectionClasses),
                coverageClasses: try classes(file, .coverageClasses),
                newlyEscapedMonths: file.integer(.newlyEscapedMonths),
                placement: PlacementPolicy(
                    version: file.text(.policyVersion),
                    connectionMonths: file.integer(.connectionMonths),
                    sustainableMonths: file.integer(.sustainableMonths)
                ),
                workingAge: WorkingAge(
                    minimumYears: file.integer(.minimumYears),
                    retirement: try tables.retirementAge(file.text(.retirementAge))
                ),
                scoring: try scoring(file, tables),
                territory: territory,
                classifier: Classifier(
                    territory: territory,
                    provinceNames: file.list(.provinceNames),
                    occupationOfISCO: occupations.ofISCO
                ),
                occupationNames: occupations.names,
                needPointsPoor: file.integer(.needPointsPoor),
                keepBonus: file.integer(.keepBonus),
                shortlistLength: file.integer(.shortlist),
                policyLines: file.policyLines
            ),
            databaseFile: file.text(.databaseFile),
            keyFile: file.text(.keyFile),
            feedSources: sources,
            demo: DemoRequest(
                poor: file.integer(.demoPoor),
                nearPoor: file.integer(.demoNearPoor),
                newlyEscaped: file.integer(.demoNewlyEscaped),
                vacancies: file.integer(.demoVacancies),
                openings: file.integer(.demoOpenings),
                day: file.day(.demoDay)
            ),
            httpHost: file.text(.httpHost),
            httpPort: file.integer(.httpPort),
            sessionHours: file.integer(.sessionHours),
            secureCookie: file.boolean(.secureCookie),
            logLevel: file.text(.logLevel),
            lines: file.lines
        )
    }

    private static func classes(_ file: SettingsFile, _ key: SettingKey) throws -> Set<PovertyClass> {
        let expected = "a list of \(PovertyClass.allCases.map(\.rawValue).joined(separator: ", "))"
        return Set(
            try file.list(key).map { text in
                guard let value = PovertyClass(rawValue: text) else {
                    throw ConfigurationError.malformed(key: key.path, file: file.path, expected: expected)
                }
                return value
            }
        )
    }

    private static func scoring(_ file: SettingsFile, _ tables: Tables) throws -> ScoringPolicy {
        let weights = ReasonCode.allCases.map { ($0, file.integer(.weight($0.name))) }
        guard let region = WageRegion(rawValue: file.text(.wageRegionElsewhere)),
            let policy = ScoringPolicy(
                weights: Dictionary(uniqueKeysWithValues: weights),
                minimumWage: try tables.minimumWage(file.text(.minimumWage)),
                wageRegionElsewhere: region,
                closedToMinors: file.list(.closedToMinors),
                sustainableMonths: file.integer(.sustainableMonths)
            )
        else {
            throw ConfigurationError.malformed(key: "scoring.weight-…", file: file.path, expected: "one weight above 0")
        }
        return policy
    }
}
