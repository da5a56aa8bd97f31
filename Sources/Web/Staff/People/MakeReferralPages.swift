import Households
import Hummingbird
import Operations
import Referrals
import Store
import Vacancies
import Vocabulary

/// Referring a person to a job, and what is shown where the office refuses it.
struct MakeReferralPages: PageGroup {
    static let templates: [String: [UInt8]] = ["refer-refused": PackageResources.refer_refused_mustache]

    let office: Office
    let pages: Pages
    private static let mostLosers = 20

    func add(to group: RouterGroup<CallerContext>) {
        group.post("referrals") { request, context in try await make(request, context) }
    }

    /// What is shown of a referral that is not made.
    private struct Model: PageModel {
        let frame: Frame
        let worker: String
        let vacancy: String
        let insteadOf: String?
        let memberName: String
        let memberAddress: String
        let title: String
        let vacancyAddress: String
        let employer: String
        let refusal: String
        let isHouseholdFirst: Bool
        let hasLosers: Bool
        let losers: [Loser]
        let others: String?
        let mayOverride: Bool
        let reason: Field
        let employerAddress: String?
        let answersAddress: String?
        let referral: String?
        let mayAskAgain: Bool
        let isWantedAgain: Bool
    }

    /// A household that would lose by it.
    private struct Loser {
        let address: String
        let code: String
        let head: String
        let place: String
    }

    private func make(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.refer)
        let form = try await Form.read(request)
        let wanted = try MakeReferralPages.request(form)
        do {
            let referral = try await office.makeReferral(wanted, caller: context.caller)
            return context.goOn(
                to: "/referrals/\(referral.id)",
                done: "referred",
                undo: (referral.id.rawValue, referral.version)
            )
        } catch OperationError.refused(let refusal) where [.conflict, .invalid].contains(refusal.kind) {
            return try await refused(wanted, refusal, form, context)
        }
    }

    /// The request of a form; a reason that is too short or too long is refused by the office, which shows it again.
    private static func request(_ form: Form) throws -> ReferralRequest {
        guard let member = form.integer("worker").flatMap({ MemberID($0) }),
            let vacancy = form.integer("vacancy").flatMap({ VacancyID($0) })
        else { throw HTTPError(.unprocessableContent) }
        var wanted = ReferralRequest(member: member, vacancy: vacancy)
        wanted.insteadOf = form.integer("insteadOf").flatMap { ReferralID($0) }
        wanted.isWantedAgain = form.isTicked("wantedAgain")
        if form.names.contains("overrideReason") { wanted.overrideReason = form.text("overrideReason") ?? " " }
        return wanted
    }

    private func refused(
        _ wanted: ReferralRequest,
        _ refusal: Refusal,
        _ form: Form,
        _ context: CallerContext
    ) async throws -> Response {
        let (texts, caller, territory) = (pages.texts(context), context.caller, office.programme.territory)
        let person = try await SeenMember.read(wanted.member, office, caller)
        let visible = (refusal.ids["households"] ?? []).prefix(MakeReferralPages.mostLosers)
        let (vacancy, losers) = try await office.store.read { reading in
            try (
                reading.vacancy(wanted.vacancy),
                visible.compactMap { try HouseholdID($0).flatMap { try reading.household($0) } }
            )
        }
        guard let vacancy else { throw HTTPError(.notFound) }
        let others = Int(refusal.ids["households_in_all"]?.first ?? 0) - losers.count
        // A reason that was refused for its length is asked for again, beside its field.
        let isReason = refusal.field == "overrideReason"
        let isFirst = refusal.code == "household_first" || isReason
        var reason = Field.area("overrideReason", texts("refer.reason"), form.typed("overrideReason"), longest: 500)
            .required.hint(texts("refer.reason.hint"))
        if isReason { reason = reason.error(Form.Faults(refusal), texts) }
        let model = Model(
            frame: pages.frame(texts("refer.title"), in: .referrals, context),
            worker: wanted.member.description,
            vacancy: wanted.vacancy.description,
            insteadOf: wanted.insteadOf?.description,
            memberName: person.member.name,
            memberAddress: SeenMember.address(wanted.member, caller.may(.openPerson) ? .counselling : nil),
            title: vacancy.title,
            vacancyAddress: "/vacancies/\(vacancy.id)",
            employer: vacancy.employer,
            refusal: texts(refusal),
            isHouseholdFirst: isFirst,
            hasLosers: !losers.isEmpty,
            losers: losers.map { household in
                let commune = territory.commune(household.commune)?.name ?? household.commune.description
                return Loser(
                    address: "/households/\(household.id)",
                    code: household.code,
                    head: household.headName,
                    place: "\(household.village), \(commune)"
                )
            },
            others: others > 0 ? String(others) : nil,
            mayOverride: isFirst && caller.may(.overrideHouseholdFirst),
            reason: reason,
            employerAddress: refusal.code.hasPrefix("employer_") || refusal.code == "questions_open"
                ? vacancy.employerID.map { "/employers/\($0)" } : nil,
            answersAddress: refusal.code == "questions_open" && caller.may(.changePeople)
                ? "/members/\(wanted.member)/answers" : nil,
            referral: refusal.ids["referrals"]?.first.map { "/referrals/\($0)" },
            mayAskAgain: refusal.code == "pair_is_over",
            isWantedAgain: wanted.isWantedAgain
        )
        return try pages.render(
            "refer-refused",
            model,
            status: refusal.kind == .conflict ? .conflict : .unprocessableContent
        )
    }
}
