import Foundation
import Households
import Operations
import Referrals
import Scoring
import Vacancies
import Vocabulary

/// Everything the configuration says, as values.
package struct Settings: Sendable {
    /// The programme's facts and rules.
    package let programme: Programme
    /// The database file.
    package let databaseFile: String
    /// The file of its key.
    package let keyFile: String
    /// Sources of vacancies that are read every night.
    package let feedSources: [FeedSource]
    /// What is wrong with files of sources that could not be read.
    package let feedSourceProblems: [SourceProblem]
    /// The variables of the process, from which the secrets of sources come.
    package let environment: [String: String]
    /// What the fetcher calls itself, with how to reach whoever runs it.
    package let feedUserAgent: String
    /// The folder of sources that have a file of their own.
    package let feedSourceFolder: String
    /// The folder of feeds' formats.
    package let feedDialects: String
    /// The folder in which feeds are kept as they were received.
    package let feedArchive: String
    /// For how many days they are kept.
    package let feedArchiveDays: Int
    /// The synthetic province.
    package let demo: DemoRequest
    /// The address the service listens on.
    package let httpHost: String
    /// The port it listens on.
    package let httpPort: Int
    /// How long staff stay signed in, in hours.
    package let sessionHours: Int
    /// After how long without use they sign in again, in minutes.
    package let sessionIdleMinutes: Int
    /// The address of the reverse proxy whose word for a client's address is taken; nil where there is none.
    package let trustedProxy: String?
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
        let territory = try tables.territory(
            communes: file.text(.communes),
            districts: file.text(.districts),
            newUnits: file.text(.newUnits),
            newUnitsFrom: file.day(.newUnitsFrom)
        )
        let placement = try tables.placementPolicies(file.text(.placementPolicy))
        let scoringFile = try await SettingsFile(
            path: tables.path(of: file.text(.scoringFile)),
            keys: SettingKey.scoringKeys,
            environment: [:]
        )
        let occupations = try tables.occupations(file.text(.occupations))
        let listed = try SourceFiles.listed(file.list(.feedSources), file: path)
        let inFolder = SourceFiles(folder: file.text(.feedSourceFolder)).read()
        let sources = listed + inFolder.sources.filter { one in !listed.contains { $0.name == one.name } }
        let problems =
            inFolder.problems
            + inFolder.sources.filter { one in listed.contains { $0.name == one.name } }.map {
                let expected = "a name that no source of feeds.sources has"
                return SourceProblem(name: $0.name, error: .malformed(key: "name", file: $0.name, expected: expected))
            }
        let dialects = file.text(.feedDialects)
        return Settings(
            programme: Programme(
                year: file.integer(.year),
                target: file.integer(.target),
                connectionClasses: try classes(file, .connectionClasses),
                coverageClasses: try classes(file, .coverageClasses),
                newlyEscapedMonths: file.integer(.newlyEscapedMonths),
                placementPolicies: placement,
                workingAge: WorkingAge(
                    minimumYears: file.integer(.minimumYears),
                    retirement: try tables.retirementAge(file.text(.retirementAge))
                ),
                povertyStandard: try tables.povertyStandard(file.text(.povertyStandard)),
                scoring: try scoringPolicy(scoringFile, file, tables, placement),
                identityProvinces: try tables.identityProvinces(file.text(.identityProvinces)),
                territory: territory,
                provinceNames: file.list(.provinceNames),
                classifier: Classifier(
                    gazetteer: Gazetteer(
                        territory: territory,
                        provinceNames: file.list(.provinceNames),
                        newProvinceNames: file.list(.newProvinceNames)
                    ),
                    occupationOfISCO: occupations.ofISCO,
                    occupations: OccupationClassifier(
                        names: occupations.names.compactMap { digits, name in
                            OccupationCode(digits).map { (code: $0, name: name) }
                        },
                        aliases: try tables.occupationAliases(file.text(.occupationAliases))
                    ),
                    leastConfidence: file.integer(.leastConfidence)
                ),
                occupationNames: occupations.names,
                keepBonus: file.integer(.keepBonus),
                shortlistLength: file.integer(.shortlist),
                employerConfirmedMonths: file.integer(.employerConfirmedMonths),
                referrals: try referralRules(file),
                office: OfficeDetails(
                    name: file.text(.officeName),
                    phone: file.text(.officePhone),
                    letterSigner: file.text(.letterSigner),
                    consentText: file.text(.consentText),
                    callsPerCommune: file.integer(.callsPerCommune)
                ),
                policyLines: file.policyLines + scoringFile.lines
                    + placement.all.map { "placement \($0.from): \($0.value.line)" },
                peopleFileDays: file.integer(.peopleFileDays),
                reports: try reportRules(file),
                forecast: try forecastPrior(file)
            ),
            databaseFile: file.text(.databaseFile),
            keyFile: file.text(.keyFile),
            feedSources: sources,
            feedSourceProblems: problems,
            environment: environment,
            feedUserAgent: "NoiViec/1 (\(file.text(.feedContact)))",
            feedSourceFolder: file.text(.feedSourceFolder),
            feedDialects: dialects.hasPrefix("/") ? dialects : tables.folder + "/" + dialects,
            feedArchive: file.text(.feedArchive),
            feedArchiveDays: file.integer(.feedArchiveDays),
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
            sessionIdleMinutes: file.integer(.sessionIdleMinutes),
            trustedProxy: file.text(.trustedProxy) == "none" ? nil : file.text(.trustedProxy),
            secureCookie: file.boolean(.secureCookie),
            logLevel: file.text(.logLevel),
            lines: file.lines + scoringFile.lines
        )
    }

    /// Reads a table of placement policies that is not the configuration's, to judge the ledger by it.
    ///
    /// - Throws: `ConfigurationError`.
    package static func placementPolicies(file: String) throws -> Dated<PlacementPolicy> {
        let path = file.hasPrefix("/") ? file : FileManager.default.currentDirectoryPath + "/" + file
        return try Tables(folder: "/").placementPolicies(path)
    }

    private static func referralRules(_ file: SettingsFile) throws -> ReferralRules {
        let number = file.text(.letterNumber)
        // Without both of them two letters could have one number.
        guard number.contains("{n}"), number.contains("{year}") else {
            throw ConfigurationError.malformed(
                key: SettingKey.letterNumber.path,
                file: file.path,
                expected: "a text with {n} and {year} in it"
            )
        }
        return ReferralRules(
            dueDays: file.integer(.referralDueDays),
            perMember: file.integer(.referralsPerMember),
            perOpening: file.integer(.referralsPerOpening),
            undoMinutes: file.integer(.referralUndoMinutes),
            letterDays: file.integer(.letterDays),
            letterNumber: number
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
}

extension PlacementPolicy {
    /// The policy in one line, as it is stored with runs.
    fileprivate var line: String {
        let also = alsoCovering.map(\.rawValue).sorted().joined(separator: " ")
        let retained = retainedAlso.map(\.rawValue).sorted().joined(separator: " ")
        return "version \(version), connection-months \(connectionMonths), sustainable-months \(sustainableMonths), "
            + "also-covering [\(also)], retained-months \(retainedMonths), retained-also [\(retained)], "
            + "covers-unconfirmed \(coversUnconfirmed), programme-evidence \(programmeEvidence.rawValue), "
            + "found-evidence \(foundEvidence.rawValue)"
    }
}
