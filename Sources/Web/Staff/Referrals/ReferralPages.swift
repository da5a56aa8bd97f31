import HTTPTypes
import Households
import Hummingbird
import Operations
import Referrals
import Store
import Vacancies
import Vocabulary

/// One referral: what happened, and what can happen next.
struct ReferralPages: PageGroup {
    static let templates: [String: [UInt8]] = ["referral": PackageResources.referral_mustache]

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("referrals/{referral}") { _, context in
            try await page(try await one(context), context)
        }
        group.post("referrals/{referral}/steps") { request, context in try await step(request, context) }
        group.post("referrals/{referral}/instead") { request, context in try await instead(request, context) }
        group.post("referrals/{referral}/undo") { request, context in try await undo(request, context) }
    }

    /// A referral with all that its page needs.
    private struct Opened {
        let row: ReferralRow
        let events: [ReferralEvent]
        let vacancy: Vacancy?
        /// The household's other members who are there.
        let others: [Member]
    }

    /// What came back from a form that was refused.
    private struct Refused {
        let typed: Form
        let faults: Form.Faults
        let status: HTTPResponse.Status
        /// Whether it is the form by which another member goes.
        var isInstead = false
    }

    private func one(_ context: CallerContext) async throws -> Opened {
        try context.caller.require(.readReferrals)
        let (row, events) = try await office.referral(try context.id("referral"), caller: context.caller)
        return try await office.store.read { reading in
            let others = try reading.members(of: row.referral.household)
                .filter { $0.id != row.referral.member && $0.departure == nil }
            return Opened(
                row: row,
                events: events,
                vacancy: try reading.vacancy(row.referral.vacancy),
                others: others
            )
        }
    }

    private func page(_ one: Opened, _ context: CallerContext, _ refused: Refused? = nil) async throws -> Response {
        let texts = pages.texts(context)
        let referral = one.row.referral
        let kinds = referral.nextSteps(on: office.today())
            .filter { context.caller.may(StepForm.permission($0)) }
        let typedKind = refused.flatMap { ReferralStep.Kind(rawValue: $0.typed.typed("step")) }
        let wanted = context.page.query["step"].flatMap { ReferralStep.Kind(rawValue: $0) }
        let chosen = typedKind ?? wanted.flatMap { kinds.contains($0) ? $0 : nil } ?? likely(kinds, referral)
        let form = chosen.map { kind in
            let back = refused?.isInstead == false ? refused : nil
            let form = StepForm(
                kind: kind,
                referral: referral,
                office: office.programme.office,
                texts: texts,
                typed: back?.typed
            )
            let faults = back?.faults.placed(among: form.fields.map(\.name))
            return ReferralModel.FormModel(
                step: kind.rawValue,
                title: texts(kind.wording),
                wrong: faults?.general(texts),
                fields: form.fields.map { $0.error(faults, texts) }
            )
        }
        let territory = office.programme.territory
        let card = ReferralCard(one.row, on: office.today(), territory, texts)
        let mayRefer = context.caller.may(.refer)
        let model = ReferralModel(
            frame: pages.frame("\(one.row.memberName) → \(one.row.title)", in: .referrals, context),
            address: card.address,
            version: String(referral.version),
            person: one.row.memberName,
            personAddress: "/members/\(referral.member)",
            birth: card.birth,
            contact: one.row.contactWay.map { texts($0.wording) },
            household: one.row.householdCode,
            householdAddress: "/households/\(referral.household)",
            place: "\(card.village), \(card.commune)",
            title: one.row.title,
            vacancyAddress: "/vacancies/\(referral.vacancy)",
            employer: one.row.employer,
            employerAddress: one.vacancy?.employerID.map { "/employers/\($0)" },
            stage: card.stage,
            due: card.due,
            isOverdue: card.isOverdue,
            isBehind: card.isBehind,
            isToReview: card.isToReview,
            officer: card.officer,
            madeOn: referral.madeOn.vietnamese,
            overrideReason: referral.overrideReason,
            letterAddress: referral.letter != nil && mayRefer ? "\(card.address)/letter" : nil,
            letter: referral.letter?.number,
            events: one.events.map { ReferralModel.EventLine($0, texts) },
            steps: kinds.map { kind in
                ReferralModel.StepLink(
                    address: "\(card.address)?step=\(kind.rawValue)#step",
                    title: texts(kind.wording),
                    isCurrent: kind == chosen
                )
            },
            hasSteps: !kinds.isEmpty || form != nil,
            form: form,
            instead: mayRefer && referral.stage.isUnderWay && !one.others.isEmpty
                ? insteadForm(one.others, refused, context) : nil
        )
        return try pages.render("referral", model, status: refused?.status ?? .ok)
    }

    /// The step that most referrals of the stage take next.
    private func likely(_ kinds: [ReferralStep.Kind], _ referral: Referral) -> ReferralStep.Kind? {
        let next: ReferralStep.Kind? =
            switch referral.stage {
            case .proposed: .contacted
            case .contacted: .agreed
            case .agreed: .referred
            case .referred: .interview
            case .interview: .offered
            case .offered: .hired
            case .hired: .confirmed
            case .confirmed, .sustained: .checked
            case .ended, .closed: nil
            }
        return next.flatMap { kinds.contains($0) ? $0 : nil } ?? kinds.first
    }

    private func insteadForm(
        _ others: [Member],
        _ refused: Refused?,
        _ context: CallerContext
    ) -> ReferralModel.InsteadModel {
        let texts = pages.texts(context)
        let back = refused?.isInstead == true ? refused : nil
        let faults = back?.faults.placed(among: ["member", "overrideReason"])
        var fields = [
            Field.choice(
                "member",
                texts("referral.instead.who"),
                back?.typed.typed("member"),
                [("", "")] + others.map { ($0.id.description, "\($0.name) (\($0.birth?.text ?? "?"))") }
            ).required
        ]
        if context.caller.may(.overrideHouseholdFirst) {
            let label = texts("referral.override-reason")
            fields.append(.area("overrideReason", label, back?.typed.typed("overrideReason"), longest: 500))
        }
        return ReferralModel.InsteadModel(
            wrong: faults?.general(texts),
            fields: fields.map { $0.error(faults, texts) }
        )
    }

    private func step(_ request: Request, _ context: CallerContext) async throws -> Response {
        let opened = try await one(context)
        let form = try await Form.read(request)
        let referral = opened.row.referral
        do {
            let body = try form.read(StepBody.self, StepBody.schema)
            guard let version = form.integer("version") else { throw OperationError.refused(.stale) }
            var change = try body.change()
            change.doesNotWant = unwanted(form, opened.vacancy)
            let next = try await office.advance(referral.id, change, version: Int(version), caller: context.caller)
            return context.goOn(to: "/referrals/\(referral.id)", done: "step", undo: (next.id.rawValue, next.version))
        } catch {
            let (faults, status) = try Form.Faults.of(error)
            // Somebody may have changed the referral meanwhile: the page shows it as it is now.
            let now = try await one(context)
            return try await page(now, context, Refused(typed: form, faults: faults, status: status))
        }
    }

    /// What else the person does not want, of what the vacancy is.
    private func unwanted(_ form: Form, _ vacancy: Vacancy?) -> Set<RefusedThing> {
        guard let vacancy else { return [] }
        let things: [RefusedThing?] = form.all("unwanted").map { kind in
            switch kind {
            case "employer": return vacancy.employerID.map { .employer($0.rawValue) }
            case "occupation": return vacancy.occupation?.group.map { .occupation($0) }
            case "district":
                switch vacancy.place {
                case .commune(let code):
                    return office.programme.territory.district(of: code).map { .district($0.code) }
                case .district(let code): return .district(code)
                case .elsewhere, .unknown: return nil
                }
            default: return nil
            }
        }
        return Set(things.compactMap { $0 })
    }

    private func instead(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.refer)
        let opened = try await one(context)
        let form = try await Form.read(request)
        do {
            guard let member = form.integer("member").flatMap({ MemberID($0) }) else {
                throw OperationError.refused(.stepLacks("member"))
            }
            var wanted = ReferralRequest(member: member, vacancy: opened.row.referral.vacancy)
            wanted.insteadOf = opened.row.referral.id
            wanted.overrideReason = form.text("overrideReason")
            let made = try await office.makeReferral(wanted, caller: context.caller)
            return context.goOn(to: "/referrals/\(made.id)", done: "instead", undo: (made.id.rawValue, made.version))
        } catch {
            let (faults, status) = try Form.Faults.of(error)
            return try await page(
                try await one(context),
                context,
                Refused(typed: form, faults: faults, status: status, isInstead: true)
            )
        }
    }

    private func undo(_ request: Request, _ context: CallerContext) async throws -> Response {
        let id = try await one(context).row.referral.id
        let form = try await Form.read(request)
        guard let version = form.integer("version") else { throw OperationError.refused(.stale) }
        let left = try await office.undoLastStep(of: id, version: Int(version), caller: context.caller)
        return context.goOn(to: PageAddress.ownPath(form.text("back")) ?? "/referrals/\(left.id)", done: "undone")
    }
}
