import Households
import Referrals
import Store
import Vocabulary

/// A referral as lists show it, without phone and identity number.
package struct ReferralLine: Sendable, Encodable {
    /// Its id.
    package let id: Int64
    /// What If-Match compares.
    package let version: Int
    /// How far it has come.
    package let stage: String
    /// The same in words.
    package let stageText: Wording
    /// Until when an answer is due, yyyy-MM-dd.
    package let due: String?
    /// Whether others go before it.
    package let isBehind: Bool
    /// Why the latest plan cannot hold an opening for it.
    package let review: String?
    /// The member's id.
    package let worker: Int64
    /// The member's name.
    package let workerName: String
    /// The birth, as a person reads it.
    package let birth: String
    /// The best way to reach the member; nil where nobody asked.
    package let contact: Wording?
    /// The household's id.
    package let household: Int64
    /// The household's code.
    package let householdCode: String
    /// The village.
    package let village: String
    /// The commune's code.
    package let commune: String
    /// The commune's name.
    package let communeName: String
    /// The vacancy's id.
    package let vacancy: Int64
    /// The vacancy's title.
    package let title: String
    /// The employer's name.
    package let employer: String
    /// The officer who follows it.
    package let officer: String
    /// The day on which it was made, yyyy-MM-dd.
    package let madeOn: String
    /// Whether a supervisor let it pass the household-first rule.
    package let isOverride: Bool

    /// A line of a stored referral.
    package init(_ row: ReferralRow, territory: Territory) {
        let referral = row.referral
        id = referral.id.rawValue
        version = referral.version
        stage = referral.stage.rawValue
        stageText = referral.stage.wording
        due = referral.due?.description
        isBehind = referral.isBehind
        review = row.review?.rawValue
        worker = referral.member.rawValue
        workerName = row.memberName
        birth = row.birth?.text ?? ""
        contact = row.contactWay?.wording
        household = referral.household.rawValue
        householdCode = row.householdCode
        village = row.village
        commune = row.commune.description
        communeName = territory.commune(row.commune)?.name ?? row.commune.description
        vacancy = referral.vacancy.rawValue
        title = row.title
        employer = row.employer
        officer = referral.officer
        madeOn = referral.madeOn.description
        isOverride = referral.overrideReason != nil
    }

    /// The line as text: who, where to, how far, and until when.
    package var text: String {
        let until = due.map { ", \($0)" } ?? ""
        let why = review.map { " [\($0)]" } ?? ""
        return "\(id)  \(workerName), \(householdCode), \(village), \(communeName) -> \(title), \(employer): "
            + "\(stageText.vi) / \(stageText.en)\(until)\(why)"
    }
}
