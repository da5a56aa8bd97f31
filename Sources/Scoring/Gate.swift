/// Why a pair may not be planned: the gate that refuses it.
package enum Exclusion: Int, Sendable, CaseIterable {
    /// Under 18, and the work is hazardous, at night, or in an occupation or a place closed to minors.
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
    /// Without a licence that the job asks for.
    case licence = 7
    /// Without a language that the job asks for.
    case language = 8

    /// The gates in the order in which they are asked; the first that refuses is the reason given.
    package static let order: [Exclusion] = [
        .occupation, .place, .minorHazard, .ability, .education, .qualification, .licence, .experience, .language,
    ]

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
        case .licence: "licence"
        case .language: "language"
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
    /// Whether the place suits a person of whom nobody recorded where they live now.
    package static let whereabouts = Questions(rawValue: 1 << 6)
    /// The employer did not say where the work is.
    package static let workplace = Questions(rawValue: 1 << 7)
    /// The employer did not say, or not surely, which occupation it is.
    package static let occupation = Questions(rawValue: 1 << 8)
    /// The employer did not say whether the work is free of what nobody under 18 may do, and the person is.
    package static let hazard = Questions(rawValue: 1 << 9)
    /// Whether a vacancy that came by phone or on paper still stands.
    package static let standing = Questions(rawValue: 1 << 10)
    /// Whether the person has the licence that the job asks for.
    package static let licence = Questions(rawValue: 1 << 11)
    /// Whether the person speaks the language that the job asks for.
    package static let language = Questions(rawValue: 1 << 12)
    /// Which work the person has done, learnt or wants, where nothing of it is recorded.
    package static let trade = Questions(rawValue: 1 << 13)
    /// Whether the employer may be referred to: nobody has checked it, or the check no longer holds.
    package static let employer = Questions(rawValue: 1 << 14)

    /// The questions that the vacancy's employer answers; all others the person does.
    package static let ofEmployer: Questions = [.workplace, .occupation, .hazard, .standing, .employer]

    /// Every single question with the name used in the API.
    package static let all: [(question: Questions, name: String)] = [
        (.ability, "ability"), (.education, "education"), (.qualification, "qualification"),
        (.experience, "experience"), (.leavingHome, "leaving_home"), (.care, "care"), (.whereabouts, "whereabouts"),
        (.workplace, "workplace"), (.occupation, "occupation"), (.hazard, "hazard"), (.standing, "standing"),
        (.licence, "licence"), (.language, "language"), (.trade, "trade"), (.employer, "employer"),
    ]

    /// Each question of the set by itself, in the order of `all`.
    package var single: [Questions] {
        Questions.all.map(\.question).filter { contains($0) }
    }

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

/// What one gate says of a pair.
package enum GateAnswer: Hashable, Sendable {
    /// Nothing against it.
    case passes
    /// Something has to be asked first.
    case asks(Questions)
    /// It refuses the pair.
    case refuses
}
