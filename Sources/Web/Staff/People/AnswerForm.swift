import Households
import Operations
import Vocabulary

/// The form in which answers are recorded: what is known stands beside each question, and what is left empty was not asked.
struct AnswerForm {
    /// The questions in the order in which they are asked.
    static let order: [AnswerField] = [
        .activity, .hasLeftSchool, .ability, .abilityReviewOn, .education, .qualification, .trainedOccupation,
        .pastOccupation, .experienceYears, .wantedOccupation, .skills, .languages, .readsVietnamese, .reach,
        .isSoleCarer,
        .acceptsNights, .wageFloor, .contactWay, .away, .awaySince, .currentCommune,
    ]
    /// What stands for having none of what may be ticked.
    private static let none = "none"

    let texts: Texts
    let programme: Programme

    /// The fields as they are shown.
    ///
    /// - Parameters:
    ///   - member: what is known now.
    ///   - form: what was typed; nothing at first.
    ///   - faults: what is wrong with it.
    ///   - isStale: whether somebody else has changed the person since the form was read.
    /// - Returns: a field for each question.
    func fields(_ member: Member, _ form: Form, _ faults: Form.Faults?, isStale: Bool) -> [Field] {
        let words = MemberWords(texts: texts, programme: programme)
        return AnswerForm.order.map { question in
            let known = words.value(of: question, in: member)
            let isTyped = !form.all(question.rawValue).isEmpty
            return field(question, form)
                .hint(known.map { texts("answers.known", ["value": $0]) } ?? texts("answers.unknown"))
                .error(faults, texts)
                .theirs(isStale && isTyped ? known ?? texts("person.unknown") : nil)
        }
    }

    /// The answers of a form, by their fields; only what was filled in.
    ///
    /// - Throws: `Form.Faults`, each beside its field.
    func answers(_ form: Form) throws -> MemberAnswers {
        var values: [String: String] = [:]
        var faults: [String: Wording] = [:]
        for question in AnswerForm.order {
            let name = question.rawValue
            guard !form.all(name).isEmpty, let text = form.text(name) else { continue }
            do {
                let value = try value(of: question, text, form)
                _ = try MemberAnswers([name: value])
                values[name] = value
            } catch OperationError.refused(let refusal) {
                faults[name] = Wording(refusal.vietnamese, refusal.english)
            }
        }
        if !faults.isEmpty { throw Form.Faults(faults) }
        return try MemberAnswers(values)
    }

    /// An answer as `AnswerField.write` takes it.
    private func value(of question: AnswerField, _ text: String, _ form: Form) throws -> String {
        switch question {
        case .languages, .skills:
            let words = form.all(question.rawValue).filter { $0 != AnswerForm.none }
            return words.isEmpty ? " " : words.joined(separator: " ")
        case .abilityReviewOn, .awaySince: return form.day(question.rawValue)?.description ?? text
        case .wageFloor, .experienceYears: return text.filter { $0 != "." && $0 != " " }
        case .pastOccupation, .trainedOccupation, .wantedOccupation: return try programme.occupation(text)
        default: return text
        }
    }

    private func field(_ question: AnswerField, _ form: Form) -> Field {
        let (name, label, typed) = (question.rawValue, texts(question.wording), form.text(question.rawValue))
        func choice(_ options: [(String, Wording)], first: (String, String)? = nil) -> Field {
            let all = [("", texts("answers.not-asked"))] + [first].compactMap(\.self)
            return .choice(name, label, typed, all + options.map { ($0.0, texts($0.1)) })
        }
        func ticks(_ options: [(String, Wording)]) -> Field {
            let all = options.map { ($0.0, texts($0.1)) } + [(AnswerForm.none, texts("answers.none"))]
            return .ticks(name, label, form.all(name), all)
        }
        let yesOrNo = [("true", texts("person.yes")), ("false", texts("person.no"))]
        switch question {
        case .ability: return choice(Ability.allCases.filter { $0 != .unknown }.map { ($0.rawValue, $0.wording) })
        case .abilityReviewOn, .awaySince: return .day(name, label, typed)
        case .activity: return choice(AnswerForm.activities.map { ($0.0, $0.1.wording) })
        case .away:
            return choice(Away.allCases.map { ($0.rawValue, $0.wording) }, first: ("home", texts("answers.home")))
        case .contactWay: return choice(ContactWay.allCases.map { ($0.rawValue, $0.wording) })
        case .currentCommune:
            let communes = programme.territory.communes.map { ($0.code.description, $0.name) }
            return .choice(name, label, typed, [("", texts("answers.not-asked"))] + communes)
        case .education: return choice(Education.allCases.map { (String($0.rawValue), $0.wording) })
        case .qualification: return choice(Qualification.allCases.map { (String($0.rawValue), $0.wording) })
        case .reach: return choice(Reach.allCases.filter { $0 != .notAsked }.map { ($0.rawValue, $0.wording) })
        case .languages: return ticks(Language.allCases.map { ($0.rawValue, $0.wording) })
        case .skills: return ticks(Skill.allCases.map { ($0.rawValue, $0.wording) })
        case .experienceYears, .wageFloor: return .number(name, label, typed)
        case .pastOccupation, .trainedOccupation, .wantedOccupation: return .line(name, label, typed, longest: 200)
        case .acceptsNights, .hasLeftSchool, .isSoleCarer, .readsVietnamese:
            return .choice(name, label, typed, [("", texts("answers.not-asked"))] + yesOrNo)
        }
    }

    private static let activities: [(String, Activity)] = [
        ("unemployed", .unemployed), ("studying", .studying), ("housekeeping", .housekeeping),
        ("incapacitated", .incapacitated), ("other", .otherInactive),
    ]
}
