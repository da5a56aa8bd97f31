import Households

/// How a question to a person is answered: which field, and with what.
package struct QuestionAnswer: Sendable {
    /// The field.
    package let field: AnswerField
    /// What may be answered, each value in words; empty where it is a number.
    package let choices: [(value: String, wording: Wording)]

    /// What answers a question by its code; nil where the answer takes more than a click.
    package init?(_ code: String) {
        switch code {
        case "ability":
            field = .ability
            choices = [Ability.able, .limited, .unable].map { ($0.rawValue, $0.wording) }
        case "education":
            field = .education
            choices = Education.allCases.map { (String($0.rawValue), $0.wording) }
        case "qualification":
            field = .qualification
            choices = Qualification.allCases.map { (String($0.rawValue), $0.wording) }
        case "experience":
            field = .experienceYears
            choices = []
        case "leaving_home":
            field = .reach
            choices = [Reach.anywhere, .province, .ownDistrict].map { ($0.rawValue, $0.wording) }
        case "care":
            field = .isSoleCarer
            choices = [
                ("false", Wording("có người khác chăm sóc", "somebody else would")),
                ("true", Wording("không có ai khác", "nobody else would")),
            ]
        case "whereabouts":
            field = .away
            choices =
                [("home", Wording("ở nhà", "at home"))] + Away.allCases.map { ($0.rawValue, $0.wording) }
        default: return nil
        }
    }
}
