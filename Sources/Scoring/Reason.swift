/// What speaks for or against a pair, by how well it fits.
///
/// Each code rests on one fact of each side, so that what is not recorded widens that one alone. The raw value is
/// stored: never renumber.
package enum ReasonCode: UInt8, Sendable, CaseIterable {
    /// How near the vacancy's occupation is to the one had or learnt; value: shared leading digits.
    case occupation = 0
    /// How near the work is to where the person lives now; value: kilometres by road, -1 in another province, -2 where
    /// only the district is known; detail: `Nearness`.
    case place = 1
    /// Lowest wage against the regional minimum; value: per cent of it.
    case pay = 2
    /// Length of the contract; value: months, 0 for one without end, -1 for seasonal work.
    case contract = 3
    /// Education and qualification against what is wanted; value: levels above it, -1 where they are not all known;
    /// detail: 1 where the employer trains.
    case training = 4
    /// Experience against what is wanted; value: years had; detail: years wanted.
    case experience = 5
    /// Hazards; value: 1 hazardous.
    case conditions = 6
    /// How near the vacancy's occupation is to the one wanted; value: shared leading digits.
    case wish = 7
    /// Housing or transport for work beyond daily travel; value: 1 housing, 2 transport, 3 both, 0 neither; detail: 1
    /// within daily travel, where neither is needed.
    case lodging = 8
    /// Lowest wage against the lowest that the person accepts; value: per cent of it.
    case floor = 9
    /// Social insurance; value: 1 paid.
    case insurance = 10
    /// Skills asked for, licences apart; value: how many of them the person has; detail: how many are asked for.
    case skills = 11
    /// Work at night; value: 1 where there is some; detail: 1 where the person accepts it.
    case shifts = 12
    /// Languages asked for; value: how many of them the person speaks; detail: how many are asked for.
    case language = 13

    /// The name used in Config and in the API.
    package var name: String {
        switch self {
        case .occupation: "occupation"
        case .place: "place"
        case .pay: "pay"
        case .contract: "contract"
        case .training: "training"
        case .experience: "experience"
        case .conditions: "conditions"
        case .wish: "wish"
        case .lodging: "lodging"
        case .floor: "floor"
        case .insurance: "insurance"
        case .skills: "skills"
        case .shifts: "shifts"
        case .language: "language"
        }
    }
}

/// Where work is, seen from where a person lives now.
package enum Nearness: UInt8, Sendable, CaseIterable {
    /// Not known of one side.
    case unknown = 0
    /// In the same commune.
    case commune = 1
    /// In the same district.
    case district = 2
    /// In the province.
    case province = 3
    /// In another province.
    case elsewhere = 4
}

/// One reason of a pair.
package struct Reason: Hashable, Sendable {
    /// What it is about.
    package let code: ReasonCode
    /// Its points if every unknown turned out worst, 0...1000.
    package let low: Int16
    /// Its points if every unknown turned out best, 0...1000.
    package let high: Int16
    /// The fact behind it, in the unit that `ReasonCode` names.
    package let value: Int16
    /// More about that fact, as `ReasonCode` says.
    package let detail: UInt8

    /// A reason with the interval of its points and the fact behind them.
    package init(_ code: ReasonCode, _ points: ClosedRange<Int>, value: Int = 0, detail: UInt8 = 0) {
        self.code = code
        low = Int16(clamping: max(0, points.lowerBound))
        high = Int16(clamping: min(1000, points.upperBound))
        self.value = Int16(clamping: value)
        self.detail = detail
    }

    /// A reason of which everything is known.
    init(_ code: ReasonCode, _ points: Int, value: Int = 0, detail: UInt8 = 0) {
        self.init(code, points...points, value: value, detail: detail)
    }

    /// A reason of which nothing is known.
    package init(unknown code: ReasonCode) {
        self.init(code, 0...1000)
    }

    /// Whether every fact behind it is recorded.
    package var isKnown: Bool { low == high }

    /// Whether it says nothing at all.
    package var isUnknown: Bool { low == 0 && high == 1000 }
}
