import Vocabulary

/// Something that an officer asks a person, and that is then known by the answer.
package enum AnswerField: String, Sendable, CaseIterable {
    /// Ability to work.
    case ability
    /// The day from which that has to be asked again.
    case abilityReviewOn = "ability_review_on"
    /// Whether the person would work at night.
    case acceptsNights = "accepts_nights"
    /// What the person does now; work is recorded with its facts elsewhere.
    case activity
    /// Where the person lives now: `home`, or away.
    case away
    /// Since when.
    case awaySince = "away_since"
    /// The best way to reach the person.
    case contactWay = "contact_way"
    /// The commune where the person lives now.
    case currentCommune = "current_commune"
    /// Highest general education.
    case education
    /// Years of experience in the past occupation.
    case experienceYears = "experience_years"
    /// Whether the person has left school and wants work.
    case hasLeftSchool = "has_left_school"
    /// Whether the person looks after somebody alone.
    case isSoleCarer = "is_sole_carer"
    /// Languages spoken, between spaces.
    case languages
    /// The occupation last worked in.
    case pastOccupation = "past_occupation"
    /// Highest technical qualification.
    case qualification
    /// How far from home the person accepts to work.
    case reach
    /// Whether the person reads Vietnamese.
    case readsVietnamese = "reads_vietnamese"
    /// Skills and licences, between spaces.
    case skills
    /// The occupation trained for.
    case trainedOccupation = "trained_occupation"
    /// The lowest monthly wage accepted, in đồng.
    case wageFloor = "wage_floor"
    /// The occupation wanted.
    case wantedOccupation = "wanted_occupation"

    /// Writes an answer into a member.
    ///
    /// - Parameters:
    ///   - text: the answer: a word or number of this field, `true` or `false`, a day as yyyy-MM-dd, a code, or words
    ///     between spaces.
    ///   - member: the member.
    /// - Returns: whether it is an answer to this.
    package func write(_ text: String, into member: inout Member) -> Bool {
        switch self {
        case .ability:
            guard let value = Ability(rawValue: text), value != .unknown else { return false }
            member.ability = value
            return true
        case .abilityReviewOn: return AnswerField.set(&member.abilityReviewOn, Day(iso: text))
        case .acceptsNights: return AnswerField.set(&member.acceptsNights, Bool(text))
        case .activity:
            guard let value = AnswerField.activities[text] else { return false }
            member.activity = value
            return true
        case .away: return AnswerField.setResidence(text, &member)
        case .awaySince: return AnswerField.set(&member.awaySince, Day(iso: text))
        case .contactWay: return AnswerField.set(&member.contactWay, ContactWay(rawValue: text))
        case .currentCommune:
            guard AnswerField.set(&member.currentCommune, UnitCode(text)) else { return false }
            member.away = nil
            return true
        case .education: return AnswerField.set(&member.education, Int(text).flatMap(Education.init(rawValue:)))
        case .experienceYears:
            guard let years = Int(text), (0...70).contains(years) else { return false }
            member.experienceYears = years
            return true
        case .hasLeftSchool: return AnswerField.set(&member.hasLeftSchool, Bool(text))
        case .isSoleCarer: return AnswerField.set(&member.isSoleCarer, Bool(text))
        case .languages: return AnswerField.set(&member.languages, AnswerField.words(text))
        case .pastOccupation: return AnswerField.set(&member.pastOccupation, OccupationCode(text))
        case .qualification:
            return AnswerField.set(&member.qualification, Int(text).flatMap(Qualification.init(rawValue:)))
        case .reach:
            guard let value = Reach(rawValue: text), value != .notAsked else { return false }
            member.reach = value
            return true
        case .readsVietnamese: return AnswerField.set(&member.readsVietnamese, Bool(text))
        case .skills: return AnswerField.set(&member.skills, AnswerField.words(text))
        case .trainedOccupation: return AnswerField.set(&member.trainedOccupation, OccupationCode(text))
        case .wageFloor:
            guard let amount = Int64(text), (0...1_000_000_000).contains(amount) else { return false }
            member.wageFloor = Dong(amount)
            return true
        case .wantedOccupation: return AnswerField.set(&member.wantedOccupation, OccupationCode(text))
        }
    }

    /// Takes over what one member has of this into another.
    package func copy(from one: Member, to other: inout Member) {
        switch self {
        case .ability: other.ability = one.ability
        case .abilityReviewOn: other.abilityReviewOn = one.abilityReviewOn
        case .acceptsNights: other.acceptsNights = one.acceptsNights
        case .activity: other.activity = one.activity
        case .away: other.away = one.away
        case .awaySince: other.awaySince = one.awaySince
        case .contactWay: other.contactWay = one.contactWay
        case .currentCommune: other.currentCommune = one.currentCommune
        case .education: other.education = one.education
        case .experienceYears: other.experienceYears = one.experienceYears
        case .hasLeftSchool: other.hasLeftSchool = one.hasLeftSchool
        case .isSoleCarer: other.isSoleCarer = one.isSoleCarer
        case .languages: other.languages = one.languages
        case .pastOccupation: other.pastOccupation = one.pastOccupation
        case .qualification: other.qualification = one.qualification
        case .reach: other.reach = one.reach
        case .readsVietnamese: other.readsVietnamese = one.readsVietnamese
        case .skills: other.skills = one.skills
        case .trainedOccupation: other.trainedOccupation = one.trainedOccupation
        case .wageFloor: other.wageFloor = one.wageFloor
        case .wantedOccupation: other.wantedOccupation = one.wantedOccupation
        }
    }

    /// Whether two members have the same of this.
    package func isSame(_ one: Member, _ other: Member) -> Bool {
        var copied = one
        copy(from: other, to: &copied)
        return copied == one
    }

    /// The fields that say together what one answer says.
    ///
    /// Where a person lives is away, since when and in which commune; ability holds until a day.
    package var together: [AnswerField] {
        switch self {
        case .away, .awaySince, .currentCommune: [.away, .awaySince, .currentCommune]
        case .ability, .abilityReviewOn: [.ability, .abilityReviewOn]
        default: [self]
        }
    }

    private static let activities: [String: Activity] = [
        "unemployed": .unemployed, "studying": .studying, "housekeeping": .housekeeping,
        "incapacitated": .incapacitated, "other": .otherInactive,
    ]

    private static func set<Value>(_ place: inout Value?, _ value: Value?) -> Bool {
        guard let value else { return false }
        place = value
        return true
    }

    private static func setResidence(_ text: String, _ member: inout Member) -> Bool {
        if text == "home" {
            (member.away, member.awaySince, member.currentCommune) = (nil, nil, nil)
            return true
        }
        guard set(&member.away, Away(rawValue: text)) else { return false }
        member.currentCommune = nil
        return true
    }

    private static func words<Word: RawRepresentable & Hashable>(_ text: String) -> Set<Word>?
    where Word.RawValue == String {
        var words: Set<Word> = []
        for part in text.split(separator: " ") {
            guard let word = Word(rawValue: String(part)) else { return nil }
            words.insert(word)
        }
        return words
    }
}
