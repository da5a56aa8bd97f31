import Households
import Operations
import Scoring
import Store
import Vacancies
import Vocabulary

/// A call as “This week” shows it: whom, what to ask, and how to record what was said.
struct CallModel {
    let anchor: String
    let name: String
    let address: String
    let isPerson: Bool
    let household: String?
    let householdAddress: String?
    let contact: String?
    /// The end of the phone number; nil where there is none.
    let phone: String?
    let cost: String
    let questions: [Question]
    /// Where it is recorded that nobody was reached; nil where the caller may not.
    let unreachedAddress: String?
    /// Where it is recorded that the person does not want to be contacted; nil where the caller may not.
    let consentAddress: String?
    /// When nobody was reached last.
    let unreached: String?
    /// Where that is taken back, while it can be.
    let undoAddress: String?
    /// What may be sent to the person.
    let message: String?

    /// One question.
    struct Question {
        let text: String
        /// The vacancy that an employer is asked about.
        let title: String?
        let titleAddress: String?
        let isAnswered: Bool
        /// Where a click records the answer; nil where that takes a page of its own.
        let form: AnswerModel?
        /// The page on which it is answered; nil where a click does.
        let page: String?
    }

    /// How one question is answered at once.
    struct AnswerModel {
        let address: String
        let field: String
        let version: String
        let label: String
        let buttons: [Choice]
        let hasOptions: Bool
        let options: [Choice]
        let isNumber: Bool
    }

    /// One possible answer.
    struct Choice {
        let value: String
        let label: String
    }
}

/// What a call needs besides what the list of calls says.
struct CallFacts {
    /// The person's row; nil for an employer, or somebody who is not there any more.
    var row: MemberRow?
    /// The fields answered since the plan was made.
    var answered: Set<AnswerField> = []
    /// The last call in which nobody was reached.
    var unreached: UnreachedCall?
    /// The vacancy that the plan proposes.
    var vacancy: Vacancy?
}

extension CallModel {
    init(
        _ call: CallSheet,
        _ facts: CallFacts,
        _ office: Office,
        _ caller: Caller,
        _ texts: Texts,
        message: Texts
    ) throws {
        let mayAnswer = caller.may(.changePeople) && facts.row?.member.isContactable == true
        anchor = "call-\(call.rank)"
        name = call.person?.name ?? call.employer ?? ""
        isPerson = call.person != nil
        let vacancies = call.questions.compactMap(\.vacancy)
        let path = call.person.map { "/members/\($0.worker)" }
        address = path ?? vacancies.first.map { "/vacancies/\($0)" } ?? "/vacancies"
        household = call.person?.householdCode
        householdAddress = call.person.map { "/households/\($0.household)" }
        contact = call.person?.contact.map { texts($0) }
        phone = try facts.row.flatMap { row in
            try row.sealed.phone == nil ? nil : office.vault.open(row.sealed).phone.map { "…\($0.suffix(3))" }
        }
        let workersLost = max(0, call.workersLost)
        cost =
            call.householdsLost + workersLost == 0
            ? texts("week.no-cost")
            : texts(
                "week.cost",
                ["households": number(call.householdsLost), "workers": number(workersLost)]
            )
        questions = call.questions.map { question in
            let answer = QuestionAnswer(question.code)
            let isAnswered = answer.map { facts.answered.contains($0.field) } ?? false
            let form =
                mayAnswer && !isAnswered
                ? path.flatMap { path in
                    answer.map { AnswerModel($0, question, path, facts.row?.member.version ?? 0, texts) }
                } : nil
            return Question(
                text: texts(question.text),
                title: question.title,
                titleAddress: question.vacancy.map { "/vacancies/\($0)" },
                isAnswered: isAnswered,
                form: form,
                page: mayAnswer && answer == nil ? path.map { "\($0)/answers" } : nil
            )
        }
        unreachedAddress = mayAnswer ? path.map { "\($0)/unreached" } : nil
        consentAddress = facts.row != nil && caller.may(.withdrawConsent) ? path.map { "\($0)/consent" } : nil
        unreached = facts.unreached.map { texts("week.unreached-on", ["day": $0.day.vietnamese, "actor": $0.actor]) }
        let left = facts.unreached.map { office.now() - $0.at <= Int64(office.programme.referrals.undoMinutes) * 60 }
        undoAddress =
            left == true && facts.unreached?.actor == caller.name && mayAnswer
            ? path.map { "\($0)/unreached/undo" } : nil
        self.message = isPerson ? facts.vacancy.map { CallModel.message($0, office, message) } : nil
    }

    /// What may be sent by Zalo or SMS: the job, and nothing of the person or the household.
    static func message(_ vacancy: Vacancy, _ office: Office, _ texts: Texts) -> String {
        let details = office.programme.office
        return texts(
            "week.message",
            [
                "job": vacancy.title, "employer": vacancy.employer, "place": vacancy.placeText,
                "wage": vacancy.wage.map { texts.offeredWage($0) } ?? texts("week.wage-open"),
                "day": office.today().vietnamese, "office": details.name,
                "phone": details.phone,
            ]
        )
    }
}

extension CallModel.AnswerModel {
    init(_ answer: QuestionAnswer, _ question: CallSheet.Question, _ path: String, _ version: Int, _ texts: Texts) {
        address = "\(path)/answer"
        field = answer.field.rawValue
        self.version = String(version)
        label = texts(question.text)
        let choices = answer.choices.map { CallModel.Choice(value: $0.value, label: texts($0.wording)) }
        buttons = choices.count <= 4 ? choices : []
        options = choices.count > 4 ? choices : []
        hasOptions = !options.isEmpty
        isNumber = choices.isEmpty
    }
}
