/// Why a pair may not be planned.
package enum Exclusion: Int, Sendable, CaseIterable {
    /// Under 18 and the work is hazardous or closed to minors.
    case minorHazard = 0
    /// General education below what is wanted.
    case education = 1
    /// Technical qualification below what is wanted.
    case qualification = 2
    /// Experience below what is wanted.
    case experience = 3
    /// Farther away than the person accepts, or far without housing.
    case place = 4
    /// Outside what the person did, learnt or wants, and neither elementary nor trained by the employer.
    case occupation = 5
    /// Limited ability and hazardous work.
    case ability = 6

    /// The name used in the API.
    package var name: String {
        switch self {
        case .minorHazard: "minor_hazard"
        case .education: "education"
        case .qualification: "qualification"
        case .experience: "experience"
        case .place: "place"
        case .occupation: "occupation"
        case .ability: "ability"
        }
    }
}

/// What has to be asked before a pair may be referred.
///
/// Raw values are stored: never renumber.
package struct Questions: OptionSet, Hashable, Sendable {
    /// One bit per question.
    package let rawValue: UInt16

    /// The set with these bits.
    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// Which work is possible, where ability is not recorded or limited.
    package static let ability = Questions(rawValue: 1 << 0)
    /// Schooling or education level is not recorded.
    package static let education = Questions(rawValue: 1 << 1)
    /// Technical qualification is not recorded.
    package static let qualification = Questions(rawValue: 1 << 2)
    /// Years of experience are not recorded.
    package static let experience = Questions(rawValue: 1 << 3)
    /// Whether the person would live away from home.
    package static let leavingHome = Questions(rawValue: 1 << 4)
    /// Who would care for those at home meanwhile.
    package static let care = Questions(rawValue: 1 << 5)
    /// Whether the place suits a person who lives elsewhere now.
    package static let whereabouts = Questions(rawValue: 1 << 6)
    /// The employer did not say where the work is.
    package static let workplace = Questions(rawValue: 1 << 7)
    /// The employer did not say which occupation it is.
    package static let occupation = Questions(rawValue: 1 << 8)
    /// The employer did not say whether the work is hazardous, and the person is under 18.
    package static let hazard = Questions(rawValue: 1 << 9)

    /// Whether a vacancy that came by phone or on paper still stands.
    package static let standing = Questions(rawValue: 1 << 10)

    /// Every single question with the name used in the API.
    package static let all: [(question: Questions, name: String)] = [
        (.ability, "ability"), (.education, "education"), (.qualification, "qualification"),
        (.experience, "experience"), (.leavingHome, "leaving_home"), (.care, "care"), (.whereabouts, "whereabouts"),
        (.workplace, "workplace"), (.occupation, "occupation"), (.hazard, "hazard"), (.standing, "standing"),
    ]

    /// The names of the questions in the set.
    package var names: [String] {
        Questions.all.filter { contains($0.question) }.map(\.name)
    }
}

/// What the gates say of a pair.
package enum Verdict: Hashable, Sendable {
    /// Eligible; provisional while questions are open.
    case eligible(Questions)
    /// Not eligible, for the first gate that fails.
    case excluded(Exclusion)
}
