import Operations
import Scoring
import Store
import Vocabulary

/// What a commune's page shows; stored values only, since the template engine sees no others.
struct CommuneModel: PageModel {
    let frame: Frame
    let district: String
    let code: String
    let total: String
    let hasProposals: Bool
    let proposals: [Proposal]
    let uncoveredTotal: String
    let hasUncovered: Bool
    let uncovered: [Uncovered]
    let previousPage: String?
    let nextPage: String?

    /// One proposed pair.
    struct Proposal {
        let member: String
        let birthYear: String
        let household: String
        let village: String
        let povertyClass: String
        let isFirst: Bool
        let isOther: Bool
        let title: String
        let employer: String
        let place: String
        let wage: String
        let contract: String
        let score: String
        let interval: String?
        let reasons: [Line]
        /// What stands beside the score: the points of need, and wishes that exclude nobody.
        let apart: [Line]
        let hasQuestions: Bool
        let questions: [Line]
    }

    /// A line of text.
    struct Line {
        let text: String
    }

    /// One household still without.
    struct Uncovered {
        let household: String
        let head: String
        let village: String
        let povertyClass: String
        let reason: String
        let isToAsk: Bool
    }

    init(
        frame: Frame,
        district: String,
        code: String,
        page: Int,
        pageSize: Int,
        proposals: (total: Int, rows: [ProposalRow]),
        uncovered: [UncoveredRow]
    ) {
        self.frame = frame
        self.district = district
        self.code = code
        total = number(proposals.total)
        hasProposals = !proposals.rows.isEmpty
        self.proposals = proposals.rows.map(Proposal.init)
        uncoveredTotal = number(uncovered.count)
        hasUncovered = page == 1 && !uncovered.isEmpty
        self.uncovered = page > 1 ? [] : uncovered.map(Uncovered.init)
        previousPage = page > 1 ? String(page - 1) : nil
        nextPage = page * pageSize < proposals.total ? String(page + 1) : nil
    }
}

extension CommuneModel.Proposal {
    init(_ row: ProposalRow) {
        member = row.memberName
        birthYear = Phrases.birthYear(row.birth)
        household = row.householdCode
        village = row.village
        povertyClass = Phrases.povertyClass(row.povertyClass)
        isFirst = row.isFirst
        isOther = row.tier == 2
        title = row.vacancy.title
        employer = row.vacancy.employer
        place = row.vacancy.placeText
        wage = Phrases.wage(row.vacancy.wage)
        contract = Phrases.contract(row.vacancy.contract)
        let scores = row.explanation.score
        score = String(scores.point / 100)
        interval = scores.low == scores.high ? nil : "\(scores.low / 100)–\(scores.high / 100)"
        reasons = CommuneModel.Proposal.lines(row.explanation.reasons)
        let need = row.explanation.need.wordings.map { "· ưu tiên: \($0.vi)" }
        let wishes = row.explanation.wishes.wordings.map { "· \($0.vi)" }
        apart = (need + wishes).map { CommuneModel.Line(text: $0) }
        questions = row.explanation.questions.wordings.map { CommuneModel.Line(text: $0.vi) }
        hasQuestions = !questions.isEmpty
    }
}

extension CommuneModel.Proposal {
    /// A line for each reason of which something is known, and one for all the others.
    private static func lines(_ reasons: [Reason]) -> [CommuneModel.Line] {
        let unknown = reasons.filter(\.isUnknown).map(\.code.title.vi)
        let rest = unknown.isEmpty ? [] : [CommuneModel.Line(text: "chưa rõ: " + unknown.joined(separator: ", "))]
        return reasons.filter { !$0.isUnknown }.map { CommuneModel.Line(text: $0.wording.vi) } + rest
    }
}

extension CommuneModel.Uncovered {
    init(_ row: UncoveredRow) {
        household = row.household.code
        head = row.household.headName
        village = row.household.village
        povertyClass = Phrases.povertyClass(row.household.povertyClass)
        reason = Phrases.reasonWithout(row.state)
        isToAsk = row.state.hasJobToAsk
    }
}
