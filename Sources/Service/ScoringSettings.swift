import Referrals
import Scoring
import Vocabulary

extension SettingKey {
    static let scoringVersion = SettingKey("scoring.version", .text)
    static let occupationConfidence = SettingKey("scoring.occupation-confidence", .integer(0...100))
    static let roadPercent = SettingKey("place.road-percent", .integer(100...400))
    static let dailyKilometres = SettingKey("place.daily-kilometres", .integer(1...200))
    static let regionElsewhere = SettingKey("pay.region-elsewhere", .oneOf(WageRegion.allCases.map(\.rawValue)))
    static let needPoor = SettingKey("need.poor", .integer(0...5000))
    static let needNearPoor = SettingKey("need.near-poor", .integer(0...5000))
    static let needDifficultCommune = SettingKey("need.difficult-commune", .integer(0...5000))
    static let needWaitingMonth = SettingKey("need.waiting-month", .integer(0...1000))
    static let needWaitingMost = SettingKey("need.waiting-most", .integer(0...5000))

    static func weight(_ reason: ReasonCode) -> SettingKey {
        SettingKey("weights.\(reason.name)", .integer(0...1000))
    }

    /// Every key of the file of weights, in its order.
    package static let scoringKeys: [SettingKey] =
        [scoringVersion, occupationConfidence] + ReasonCode.inConfig.map(weight) + [
            roadPercent, dailyKilometres, regionElsewhere, needPoor, needNearPoor, needDifficultCommune,
            needWaitingMonth, needWaitingMost,
        ]
}

extension ReasonCode {
    /// Every reason, in the order of the file.
    fileprivate static let inConfig: [ReasonCode] = [
        .occupation, .wish, .place, .lodging, .pay, .floor, .contract, .insurance, .training, .experience, .conditions,
        .shifts, .skills, .language,
    ]
}

extension Settings {
    /// The policy that the file of weights, the main file and the tables beside them make.
    static func scoringPolicy(
        _ scoring: SettingsFile,
        _ main: SettingsFile,
        _ tables: Tables,
        _ placement: Dated<PlacementPolicy>
    ) throws -> ScoringPolicy {
        let pairs = ReasonCode.allCases.map { ($0, scoring.integer(.weight($0))) }
        guard let weights = Weights(Dictionary(uniqueKeysWithValues: pairs)) else {
            throw ConfigurationError.malformed(key: "weights.…", file: scoring.path, expected: "one weight above 0")
        }
        guard scoring.integer(.needPoor) >= scoring.integer(.needNearPoor) else {
            throw ConfigurationError.malformed(
                key: SettingKey.needPoor.path,
                file: scoring.path,
                expected: "no less than \(SettingKey.needNearPoor.path)"
            )
        }
        guard let region = WageRegion(rawValue: scoring.text(.regionElsewhere)) else {
            throw ConfigurationError.malformed(
                key: SettingKey.regionElsewhere.path,
                file: scoring.path,
                expected: SettingKey.regionElsewhere.kind.expectation
            )
        }
        return ScoringPolicy(
            version: scoring.text(.scoringVersion),
            weights: weights,
            need: NeedPoints(
                poor: scoring.integer(.needPoor),
                nearPoor: scoring.integer(.needNearPoor),
                difficultCommune: scoring.integer(.needDifficultCommune),
                waitingMonth: scoring.integer(.needWaitingMonth),
                waitingMost: scoring.integer(.needWaitingMost)
            ),
            roadPercent: scoring.integer(.roadPercent),
            dailyKilometres: scoring.integer(.dailyKilometres),
            occupationConfidence: scoring.integer(.occupationConfidence),
            minimumWage: try tables.minimumWage(main.text(.minimumWage)),
            wageRegionElsewhere: region,
            closedToMinors: try tables.closedToMinors(main.text(.closedToMinors)),
            difficulty: try tables.difficultCommunes(main.text(.difficultCommunes)),
            sustainableMonths: Dated(placement.all.map { ($0.from, $0.value.sustainableMonths) }),
            confirmDays: main.integer(.feedConfirmDays)
        )
    }
}
