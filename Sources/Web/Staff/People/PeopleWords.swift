import Households
import Operations
import Referrals
import Scoring
import Vacancies
import Vocabulary

extension Texts {
    /// By what work is known, beside the rolls.
    func shownBy(_ evidence: OutcomeEvidence) -> String {
        switch evidence {
        case .none: self("household.shown-by.nobody")
        case .worker: self("household.shown-by.worker")
        case .employer: self("household.shown-by.employer")
        case .document: self("household.shown-by.document")
        case .insurance: self("household.shown-by.insurance")
        }
    }
}

/// A score as pages show it: out of a hundred, with the interval where it may turn out otherwise.
struct ScoreWords {
    let score: String
    let interval: String?

    init(_ score: Score) {
        self.score = String(score.point / 100)
        interval = score.low == score.high ? nil : "\(score.low / 100)–\(score.high / 100)"
    }
}

/// What is recorded of a member, in words; nil where nobody knows.
struct MemberWords {
    let texts: Texts
    let programme: Programme

    /// The value of a thing that can be asked.
    func value(of field: AnswerField, in member: Member) -> String? {
        switch field {
        case .ability: member.ability == .unknown ? nil : texts(member.ability.wording)
        case .abilityReviewOn: member.abilityReviewOn?.vietnamese
        case .acceptsNights: texts.yesOrNo(member.acceptsNights)
        case .activity: member.activity == .unknown ? nil : activity(member.activity)
        case .away: member.away.map { texts($0.wording) }
        case .awaySince: member.awaySince?.vietnamese
        case .contactWay: member.contactWay.map { texts($0.wording) }
        case .currentCommune:
            member.currentCommune.map { programme.territory.commune($0)?.name ?? $0.description }
        case .education: member.education.map { texts($0.wording) }
        case .experienceYears: member.experienceYears.map { String($0) }
        case .hasLeftSchool: texts.yesOrNo(member.hasLeftSchool)
        case .isSoleCarer: texts.yesOrNo(member.isSoleCarer)
        case .languages: member.languages.map { list($0.map { texts($0.wording) }) }
        case .pastOccupation: occupation(member.pastOccupation, member.jobText)
        case .qualification: member.qualification.map { texts($0.wording) }
        case .reach: member.reach == .notAsked ? nil : texts(member.reach.wording)
        case .readsVietnamese: texts.yesOrNo(member.readsVietnamese)
        case .skills: member.skills.map { list($0.map { texts($0.wording) }) }
        case .trainedOccupation: occupation(member.trainedOccupation, nil)
        case .wageFloor: member.wageFloor?.description
        case .wantedOccupation: occupation(member.wantedOccupation, member.wantedText)
        }
    }

    /// An occupation by its name and code, with the roll's own words; nil where neither is known.
    func occupation(_ code: OccupationCode?, _ words: String?) -> String? {
        let name = code.map { code in
            (programme.occupationNames[code.digits] ?? "").isEmpty
                ? code.digits : "\(programme.occupationNames[code.digits] ?? "") (\(code.digits))"
        }
        guard let words, !words.isEmpty else { return name }
        return name.map { "\($0) – “\(words)”" } ?? "“\(words)”"
    }

    private func activity(_ activity: Activity) -> String {
        guard case .working(let work) = activity else { return texts(activity.wording) }
        var parts = [texts(work.status.wording)]
        if let contract = work.contract { parts.append(texts(contract.wording)) }
        if let workplace = work.workplace { parts.append(workplace) }
        return parts.joined(separator: ", ")
    }

    private func list(_ words: [String]) -> String {
        words.isEmpty ? texts("person.none") : words.sorted().joined(separator: ", ")
    }
}
