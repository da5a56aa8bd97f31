import Households
import Operations
import Store
import Vocabulary

/// Why a job suits a person or not: what every gate and every reason says.
struct PairModel: PageModel {
    let frame: Frame
    let back: String
    let address: String
    let purpose: String?
    let words: String
    let isNothing: Bool
    let hasFound: Bool
    let found: [Found]
    let pair: Pair?

    /// A vacancy to choose.
    struct Found {
        let address: String
        let title: String
        let employer: String
        let place: String
    }

    /// The pair that is asked about.
    struct Pair {
        let member: String
        let vacancy: String
        let address: String
        let title: String
        let employer: String
        let place: String
        let wage: String
        let contract: String
        let isEligible: Bool
        let because: String?
        let score: String?
        let interval: String?
        let hasGates: Bool
        let gates: [Gate]
        let hasReasons: Bool
        let reasons: [Reason]
        let hasQuestions: Bool
        let questions: [String]
        let apart: [String]
        let outlook: [String]
        let mayRefer: Bool
    }

    /// What one gate says.
    struct Gate {
        let text: String
        let passes: Bool
        let asks: Bool
        let refuses: Bool
    }

    /// What one reason adds.
    struct Reason {
        let text: String
        let points: String
        let weight: String
    }

    init(
        frame: Frame,
        member: MemberID,
        purpose: OpeningPurpose?,
        words: String?,
        pair: JudgedPair?,
        found: [VacancyRow],
        isAsked: Bool,
        mayRefer: Bool,
        _ texts: Texts
    ) {
        self.frame = frame
        back = SeenMember.address(member, purpose)
        address = "/members/\(member)/why"
        self.purpose = purpose?.rawValue
        self.words = words ?? ""
        isNothing = isAsked && pair == nil && found.isEmpty
        hasFound = !found.isEmpty
        let suffix = purpose.map { "&purpose=\($0.rawValue)" } ?? ""
        self.found = found.map { row in
            Found(
                address: "/members/\(member)/why?vacancy=\(row.vacancy.id)\(suffix)",
                title: row.vacancy.title,
                employer: row.vacancy.employer,
                place: row.vacancy.placeText
            )
        }
        self.pair = pair.map { Pair($0, of: member, mayRefer: mayRefer, texts) }
    }
}

extension PairModel.Pair {
    init(_ judged: JudgedPair, of member: MemberID, mayRefer: Bool, _ texts: Texts) {
        let (sheet, job) = (ScoreSheet(judged), judged.vacancy)
        self.member = member.description
        vacancy = job.id.description
        address = "/vacancies/\(job.id)"
        title = job.title
        employer = job.employer
        place = job.placeText
        wage = texts.offeredWage(job.wage)
        contract = texts.offeredContract(job.contract)
        isEligible = sheet.eligible
        because = sheet.because.map { texts($0) }
        score = sheet.score.map { String($0 / 100) }
        interval = sheet.low == sheet.high ? nil : "\((sheet.low ?? 0) / 100)–\((sheet.high ?? 0) / 100)"
        gates = sheet.gates.map { gate in
            PairModel.Gate(
                text: texts(gate.text),
                passes: gate.answer == "passes",
                asks: gate.answer == "asks",
                refuses: gate.answer == "refuses"
            )
        }
        hasGates = !gates.isEmpty
        reasons = sheet.reasons.map { reason in
            let (low, high) = (reason.low / 10, reason.high / 10)
            return PairModel.Reason(
                text: texts(reason.text),
                points: low == high ? "\(low)" : "\(low)–\(high)",
                weight: String(reason.weight)
            )
        }
        hasReasons = !reasons.isEmpty
        questions = sheet.questions.map { texts($0) }
        hasQuestions = !questions.isEmpty
        apart = sheet.need.map { texts("member.need", ["what": texts($0)]) } + sheet.wishes.map { texts($0) }
        outlook = sheet.outlook.map { texts($0) }
        self.mayRefer = mayRefer && sheet.eligible
    }
}
