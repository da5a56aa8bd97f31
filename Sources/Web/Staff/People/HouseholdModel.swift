import Households
import Operations
import Referrals
import Store
import Vocabulary

/// All that is stored of one household, as one transaction sees it.
struct HouseholdFacts {
    let household: Household
    let members: [Member]
    let state: HouseholdState?
    let run: RunNumber?
    let matches: [MatchRow]
    let classes: [ClassHistory.Entry]
    let referrals: [ReferralRow]

    /// Reads a household; nil where there is none of this id in the area.
    init?(_ id: HouseholdID, in area: VisibleArea, _ reading: Reading) throws {
        guard try reading.isVisible(id, in: area), let household = try reading.household(id) else { return nil }
        self.household = household
        members = try reading.members(of: id)
        run = try reading.latestRunNumber()
        state = try run.flatMap { try reading.state(of: id, run: $0) }
        var matching = MatchFilter(area: area)
        matching.household = id
        matches = try run.map { try reading.matches(of: $0, matching, after: nil, limit: 100) } ?? []
        classes = try reading.classes(of: id).entries
        var referring = ReferralFilter(area: area, limit: 100)
        referring.household = id
        referrals = try reading.referrals(referring)
    }
}

/// What the page of one household shows.
struct HouseholdModel: PageModel {
    let frame: Frame
    let head: String
    let place: String
    let communeAddress: String
    let povertyClass: String
    let size: String?
    let waiting: String?
    let hasLeft: Bool
    let countsForB: Bool
    let coverability: String
    let isCovered: Bool
    let since: String?
    let isToAsk: Bool
    let planState: String?
    let members: [MemberLine]
    let mayReadLedger: Bool
    let hasLedger: Bool
    let ledger: [LedgerRow]
    let mayReadPlan: Bool
    let hasProposals: Bool
    let proposals: [ProposalLine]
    let mayReadReferrals: Bool
    let hasReferrals: Bool
    let referrals: [ReferralEntry]
    let history: [HistoryLine]

    /// A member of it.
    struct MemberLine {
        let name: String
        let address: String?
        let birthYear: String
        let sex: String
        let relation: String
        let seeks: Bool
        let why: String
    }

    /// A line of its ledger.
    struct LedgerRow {
        let who: String
        let work: String
        let origin: String
        let evidence: String
        let from: String
        let to: String
        let covers: Bool
        let asks: Bool
        let correction: String?
    }

    /// What the latest plan proposes for a member.
    struct ProposalLine {
        let who: String
        let address: String?
        let vacancy: String
        let title: String
        let employer: String
        let isFirst: Bool
        let isOther: Bool
        let score: String
        let interval: String?
        let reasons: [String]
        let hasQuestions: Bool
        let questions: [String]
    }

    /// A referral of a member.
    struct ReferralEntry {
        let address: String
        let who: String
        let title: String
        let employer: String
        let stage: String
        let madeOn: String
        let due: String?
        let officer: String
    }

    /// Something that happened.
    struct HistoryLine {
        let day: String
        let text: String
    }

    init(
        frame: Frame,
        _ facts: HouseholdFacts,
        ledger: HouseholdLedger?,
        programme: Programme,
        caller: Caller,
        on day: Day,
        _ texts: Texts
    ) {
        let household = facts.household
        let opens = caller.may(.openPerson)
        let names = Dictionary(facts.members.map { ($0.id.rawValue, $0.name) }) { first, _ in first }
        self.frame = frame
        head = household.headName
        let commune = programme.territory.commune(household.commune)
        place = [household.village, commune?.name ?? household.commune.description].joined(separator: ", ")
        communeAddress = "/communes/\(household.commune)"
        povertyClass = texts(
            household.povertyClass(on: day, newlyEscapedMonths: programme.newlyEscapedMonths).wording
        )
        size = household.size.map { String($0) }
        hasLeft = household.hasLeft(on: day)
        countsForB = programme.counting.countsForCoverage(household, on: day)
        coverability = texts(
            Coverability.of(household, members: facts.members, on: day, workingAge: programme.workingAge).wording
        )
        isCovered = ledger?.covered ?? (facts.state?.standing == .covered)
        since = ledger?.since.map { texts.day($0) }
        isToAsk = ledger?.toAsk ?? false
        waiting = isCovered ? nil : household.waitingSince?.vietnamese
        mayReadPlan = caller.may(.readPlan)
        planState = mayReadPlan ? facts.state.map { texts($0.wording) } : nil
        members = facts.members.map {
            MemberLine($0, standing: Standing.of($0, on: day, workingAge: programme.workingAge), opens: opens, texts)
        }
        mayReadLedger = ledger != nil
        let lines = ledger?.lines ?? []
        hasLedger = !lines.isEmpty
        self.ledger = lines.map { LedgerRow($0, who: names[$0.worker] ?? "", texts) }
        let matches = mayReadPlan ? facts.matches : []
        hasProposals = !matches.isEmpty
        proposals = matches.map { ProposalLine($0, opens: opens, texts) }
        mayReadReferrals = caller.may(.readReferrals)
        let rows = mayReadReferrals ? facts.referrals : []
        hasReferrals = !rows.isEmpty
        referrals = rows.map { ReferralEntry($0, texts) }
        history = HistoryLine.all(facts.classes, lines, rows, names: names, texts)
    }
}

extension HouseholdModel.MemberLine {
    init(_ member: Member, standing: Standing, opens: Bool, _ texts: Texts) {
        name = member.erasedOn == nil ? member.name : texts("household.erased")
        address = opens && member.erasedOn == nil ? "/members/\(member.id)" : nil
        birthYear = member.birth?.reckoned.map { String($0.year) } ?? texts("person.unknown")
        sex = member.sex.map { texts($0.wording) } ?? texts("person.unknown")
        relation = member.relation
        switch standing {
        case .seeker: (seeks, why) = (true, texts("household.seeks"))
        case .notSeeking(let reason): (seeks, why) = (false, texts(reason.wording))
        }
    }
}

extension HouseholdModel.LedgerRow {
    init(_ line: LedgerLineView, who: String, _ texts: Texts) {
        self.who = who
        let kind = Employment.Kind(rawValue: line.work).map { texts($0.wording) } ?? line.work
        let contract = line.contract.flatMap { ContractBand(rawValue: $0) }.map { texts($0.wording) }
        work = [kind, contract, line.workplace].compactMap(\.self).joined(separator: ", ")
        origin = CoverageEntry.Origin(rawValue: line.origin).map { texts($0.wording) } ?? line.origin
        let told = line.outcomeEvidence.flatMap { OutcomeEvidence(rawValue: $0) }.map { texts.shownBy($0) }
        evidence = told ?? CoverageEntry.Evidence(rawValue: line.evidence).map { texts($0.wording) } ?? line.evidence
        from = texts.day(line.from)
        to = line.until.map { texts.day($0) } ?? texts("household.ledger.open")
        covers = line.judgement == "covers"
        asks = line.judgement == "ask"
        correction = line.correction
    }
}

extension HouseholdModel.ProposalLine {
    init(_ row: MatchRow, opens: Bool, _ texts: Texts) {
        who = row.memberName
        address = opens ? "/members/\(row.member)" : nil
        vacancy = "/vacancies/\(row.vacancy)"
        title = row.title
        employer = row.employer
        isFirst = row.isFirst
        isOther = row.tier == 2
        let words = ScoreWords(row.explanation.score)
        (score, interval) = (words.score, words.interval)
        reasons = row.explanation.reasons.filter { !$0.isUnknown }.map { texts($0.wording) }
        questions = row.explanation.questions.wordings.map { texts($0) }
        hasQuestions = !questions.isEmpty
    }
}

extension HouseholdModel.ReferralEntry {
    init(_ row: ReferralRow, _ texts: Texts) {
        address = "/referrals/\(row.referral.id)"
        who = row.memberName
        title = row.title
        employer = row.employer
        stage = texts(row.referral.stage.wording)
        madeOn = row.referral.madeOn.vietnamese
        due = row.referral.due?.vietnamese
        officer = row.referral.officer
    }
}

extension HouseholdModel.HistoryLine {
    /// Reviews, referrals and lines of the ledger, the latest first.
    static func all(
        _ classes: [ClassHistory.Entry],
        _ ledger: [LedgerLineView],
        _ referrals: [ReferralRow],
        names: [Int64: String],
        _ texts: Texts
    ) -> [HouseholdModel.HistoryLine] {
        var dated: [(day: String, text: String)] = classes.map { entry in
            (entry.from.description, texts("household.history.class", ["class": texts(entry.povertyClass.wording)]))
        }
        for line in ledger {
            let who = names[line.worker] ?? ""
            let work = Employment.Kind(rawValue: line.work).map { texts($0.wording) } ?? line.work
            dated.append((line.from, texts("household.history.work", ["who": who, "work": work])))
            if let until = line.until {
                dated.append((until, texts("household.history.work-over", ["who": who, "work": work])))
            }
        }
        for row in referrals {
            let values = ["who": row.memberName, "title": row.title, "stage": texts(row.referral.stage.wording)]
            dated.append((row.referral.madeOn.description, texts("household.history.referral", values)))
        }
        return dated.sorted { $0.day > $1.day }.map {
            HouseholdModel.HistoryLine(day: texts.day($0.day), text: $0.text)
        }
    }
}
