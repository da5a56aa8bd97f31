import Households
import Operations
import Referrals
import Scoring
import Store
import Vacancies
import Vocabulary

/// A planned pair with what pages need to show it.
struct PlannedPair: Sendable {
    let row: MatchRow
    let vacancy: Vacancy?
    /// The referral that is on its way for this pair already.
    let referral: ReferralID?
}

extension Reading {
    /// A page of a run's pairs with their vacancies and referrals.
    func plannedPairs(
        of run: RunNumber,
        _ filter: MatchFilter,
        after place: MatchFilter.Place?,
        limit: Int
    ) throws -> (pairs: [PlannedPair], next: MatchFilter.Place?) {
        let rows = try matches(of: run, filter, after: place, limit: limit + 1)
        var vacancies: [Int64: Vacancy] = [:]
        let pairs = try rows.prefix(limit).map { row in
            if vacancies[row.vacancy] == nil, let id = VacancyID(row.vacancy) {
                vacancies[row.vacancy] = try vacancy(id)
            }
            let own = try MemberID(row.member).map { try referrals(of: $0) } ?? []
            let referral = own.first { one in
                one.vacancy.rawValue == row.vacancy && (one.stage.isUnderWay || one.stage.isInWork)
            }
            return PlannedPair(row: row, vacancy: vacancies[row.vacancy], referral: referral?.id)
        }
        return (pairs, rows.count > limit ? pairs.last?.row.place : nil)
    }
}

/// A planned pair as the template `proposal` shows it.
struct ProposalCard {
    let person: String
    let personPage: String
    let birthYear: String
    let householdCode: String
    let householdPage: String
    let village: String
    let povertyClass: String
    let isFirst: Bool
    let isOther: Bool
    let vacancyTitle: String
    let vacancyPage: String
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
    let referralPage: String?
    let whatIf: String
    /// What a ticked box sends; nil where the pair cannot be accepted, or not by this reader.
    let pair: String?
    let isTicked: Bool

    /// A line of text.
    struct Line {
        let text: String
    }

    /// - Parameters:
    ///   - planned: the pair.
    ///   - ticked: the pairs whose boxes are ticked.
    ///   - mayRefer: whether the reader may accept proposals.
    ///   - texts: the reader's language.
    init(_ planned: PlannedPair, ticked: Set<String> = [], mayRefer: Bool, _ texts: Texts) {
        let row = planned.row
        person = row.memberName
        personPage = "/members/\(row.member)"
        birthYear = row.birth.map { String($0.prefix(4)) } ?? "?"
        householdCode = row.householdCode
        householdPage = "/households/\(row.household)"
        village = row.village
        povertyClass = PovertyClass(rawValue: row.povertyClass).map { texts($0.wording) } ?? ""
        isFirst = row.isFirst
        isOther = row.tier == 2
        vacancyTitle = row.title
        vacancyPage = "/vacancies/\(row.vacancy)"
        employer = row.employer
        place = planned.vacancy?.placeText ?? ""
        wage = texts.offeredWage(planned.vacancy?.wage)
        contract = texts.offeredContract(planned.vacancy?.contract)
        let scores = row.explanation.score
        score = String(scores.point / 100)
        interval = scores.low == scores.high ? nil : "\(scores.low / 100)–\(scores.high / 100)"
        reasons = ProposalCard.lines(row.explanation.reasons, texts)
        let need = row.explanation.need.wordings.map { texts("proposal.need", ["what": texts($0)]) }
        let wishes = row.explanation.wishes.wordings.map { texts($0) }
        apart = (need + wishes).map { Line(text: $0) }
        questions = row.explanation.questions.wordings.map { Line(text: texts($0)) }
        hasQuestions = !questions.isEmpty
        referralPage = planned.referral.map { "/referrals/\($0)" }
        whatIf = "/plan/what-if?event=pair_refused&vacancy=\(row.vacancy)&worker=\(row.member)"
        let name = "\(row.member).\(row.vacancy)"
        pair = mayRefer && !hasQuestions && planned.referral == nil ? name : nil
        isTicked = ticked.contains(name)
    }

    /// A line for each reason of which something is known, and one for all the others.
    private static func lines(_ reasons: [Reason], _ texts: Texts) -> [Line] {
        let unknown = reasons.filter(\.isUnknown).map { texts($0.code.title) }
        let rest =
            unknown.isEmpty ? [] : [Line(text: texts("proposal.unknown", ["what": unknown.joined(separator: ", ")]))]
        return reasons.filter { !$0.isUnknown }.map { Line(text: texts($0.wording)) } + rest
    }
}
