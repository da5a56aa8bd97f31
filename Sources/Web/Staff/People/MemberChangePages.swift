import Households
import Hummingbird
import Operations
import Referrals
import Vocabulary

/// What a person tells the office: answers, that school is over, consent and its withdrawal, and to be erased.
struct MemberChangePages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "member-answers": PackageResources.member_answers_mustache,
        "member-consent": PackageResources.member_consent_mustache,
        "member-erase": PackageResources.member_erase_mustache,
        "member-erased": PackageResources.member_erased_mustache,
    ]

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("members/{member}/answers") { _, context in try await askAnswers(context) }
        group.post("members/{member}/answers") { request, context in try await recordAnswers(request, context) }
        group.post("members/{member}/left-school") { request, context in try await recordLeftSchool(request, context) }
        group.get("members/{member}/consent") { _, context in try await askConsent(context) }
        group.post("members/{member}/withdrawals") { request, context in try await withdraw(request, context) }
        group.post("members/{member}/consents") { request, context in try await consent(request, context) }
        group.get("members/{member}/erase") { _, context in try await askErasing(context) }
        group.post("members/{member}/erase") { request, context in try await erase(request, context) }
    }

    // MARK: - Answers

    /// What the form for answers shows.
    private struct AnswersModel: PageModel {
        let frame: Frame
        let name: String
        let address: String
        let back: String
        let purpose: String
        let version: String
        let isStale: Bool
        let isContactable: Bool
        let problem: String?
        let fields: [Field]
        let day: Field
    }

    private func askAnswers(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.changePeople)
        let id: MemberID = try context.id("member")
        let purpose = PageQuery(context).code("purpose") ?? OpeningPurpose.asking
        // What is known of the person stands beside each question.
        _ = try await office.openPerson(caller: context.caller, id, purpose: purpose)
        return try await answers(id, Form(), purpose: purpose, nil, context)
    }

    private func recordAnswers(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.changePeople)
        let id: MemberID = try context.id("member")
        let form = try await Form.read(request)
        let purpose = form.text("purpose").flatMap { OpeningPurpose(rawValue: $0) } ?? .asking
        let texts = pages.texts(context)
        do {
            let answers = try AnswerForm(texts: texts, programme: office.programme).answers(form)
            if form.text("day") != nil, form.day("day") == nil { throw OperationError.refused(.noDay) }
            _ = try await office.recordAnswers(
                caller: context.caller,
                id,
                version: Int(form.integer("version") ?? 0),
                answers,
                day: form.day("day")
            )
            return context.goOn(to: SeenMember.address(id, purpose), done: "answered")
        } catch let faults as Form.Faults {
            return try await answers(id, form, purpose: purpose, faults, status: .unprocessableContent, context)
        } catch OperationError.refused(let refusal) where [.conflict, .invalid, .stale].contains(refusal.kind) {
            let status = Problem(refusal).status
            return try await answers(id, form, purpose: purpose, Form.Faults(refusal), status: status, context)
        }
    }

    private func answers(
        _ id: MemberID,
        _ form: Form,
        purpose: OpeningPurpose,
        _ faults: Form.Faults?,
        status: HTTPResponse.Status = .ok,
        _ context: CallerContext
    ) async throws -> Response {
        let texts = pages.texts(context)
        let member = try await SeenMember.read(id, office, context.caller).member
        let isStale = status == .preconditionFailed
        let model = AnswersModel(
            frame: pages.frame(texts("answers.title", ["name": member.name]), in: .households, context),
            name: member.name,
            address: "/members/\(id)/answers",
            back: SeenMember.address(id, purpose),
            purpose: purpose.rawValue,
            version: String(member.version),
            isStale: isStale,
            isContactable: member.isContactable,
            problem: isStale ? nil : faults?.general(texts),
            fields: AnswerForm(texts: texts, programme: office.programme)
                .fields(member, form, faults, isStale: isStale),
            day: Field.day("day", texts("answers.day"), form.text("day") ?? office.today().description)
                .error(faults, texts)
        )
        return try pages.render("member-answers", model, status: status)
    }

    private func recordLeftSchool(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.changePeople)
        let id: MemberID = try context.id("member")
        let form = try await Form.read(request)
        let purpose = form.text("purpose").flatMap { OpeningPurpose(rawValue: $0) } ?? .asking
        let answer = [AnswerField.hasLeftSchool.rawValue: "true"]
        do {
            _ = try await office.recordAnswers(
                caller: context.caller,
                id,
                version: Int(form.integer("version") ?? 0),
                try MemberAnswers(answer)
            )
        } catch OperationError.refused(let refusal) where refusal.kind == .stale {
            // The form shows what is known now, with the answer filled in.
            let filled = Form(answer.mapValues { [$0] })
            return try await answers(id, filled, purpose: purpose, nil, status: .preconditionFailed, context)
        }
        return context.goOn(to: SeenMember.address(id, purpose), done: "left-school")
    }

    // MARK: - Consent

    /// What the form for consent shows: to withdraw it, or to give it anew.
    private struct ConsentModel: PageModel {
        let frame: Frame
        let address: String
        let back: String
        let purpose: String?
        let isContactable: Bool
        let problem: String?
        let fields: [Field]
    }

    private func askConsent(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.withdrawConsent)
        let id: MemberID = try context.id("member")
        return try await consentForm(id, Form(), purpose: PageQuery(context).code("purpose"), nil, context)
    }

    private func withdraw(_ request: Request, _ context: CallerContext) async throws -> Response {
        try await change(request, context, done: "withdrawn") { id, form in
            // Referrals and letters end with it, so nothing that is sent by chance may do it.
            guard form.isTicked("asked") else {
                throw Form.Faults(
                    [
                        "asked": Wording(
                            "Đánh dấu khi chính người đó đã nói như vậy.",
                            "Tick this once the person has said so."
                        )
                    ]
                )
            }
            let body = try form.read(MemberChangesAPI.Withdrawal.self, MemberChangesAPI.Withdrawal.schema)
            let day = body.day.flatMap { Day(iso: $0) }
            try await office.withdrawConsent(caller: context.caller, id, day: day, reason: body.reason)
        }
    }

    private func consent(_ request: Request, _ context: CallerContext) async throws -> Response {
        try await change(request, context, done: "consented") { id, form in
            let body = try form.read(MemberChangesAPI.GivenConsent.self, MemberChangesAPI.GivenConsent.schema)
            let day = body.day.flatMap { Day(iso: $0) }
            try await office.recordConsent(caller: context.caller, id, body.consent, day: day)
        }
    }

    private func change(
        _ request: Request,
        _ context: CallerContext,
        done: String,
        _ work: (MemberID, Form) async throws -> Void
    ) async throws -> Response {
        try context.caller.require(.withdrawConsent)
        let id: MemberID = try context.id("member")
        let form = try await Form.read(request)
        let purpose = form.text("purpose").flatMap { OpeningPurpose(rawValue: $0) }
        do {
            try await work(id, form)
            return context.goOn(to: SeenMember.address(id, purpose), done: done)
        } catch let faults as Form.Faults {
            return try await consentForm(id, form, purpose: purpose, faults, context)
        } catch OperationError.refused(let refusal) where [.conflict, .invalid].contains(refusal.kind) {
            return try await consentForm(id, form, purpose: purpose, Form.Faults(refusal), context)
        }
    }

    private func consentForm(
        _ id: MemberID,
        _ form: Form,
        purpose: OpeningPurpose?,
        _ faults: Form.Faults?,
        _ context: CallerContext
    ) async throws -> Response {
        let texts = pages.texts(context)
        let member = try await SeenMember.read(id, office, context.caller).member
        let day = Field.day("day", texts("consent.day"), form.text("day") ?? office.today().description)
        let yesOrNo = [("", ""), ("true", texts("person.yes")), ("false", texts("person.no"))]
        let languages = Language.allCases.map { ($0.rawValue, texts($0.wording)) }
        let fields =
            member.isContactable
            ? [
                Field.tick("asked", texts("consent.asked"), form.isTicked("asked")).required, day,
                .area("reason", texts("consent.reason"), form.text("reason"), longest: 500),
            ]
            : [
                day, Field.line("textVersion", texts("consent.text"), form.text("textVersion"), longest: 40).required,
                .choice("language", texts("consent.language"), form.text("language") ?? "vie", languages),
                Field.choice("withInterpreter", texts("consent.interpreter"), form.text("withInterpreter"), yesOrNo)
                    .required,
                Field.choice("signed", texts("consent.signed"), form.text("signed"), yesOrNo).required,
            ]
        let model = ConsentModel(
            frame: pages.frame(
                member.isContactable
                    ? texts("consent.withdraw", ["name": member.name]) : texts("consent.again", ["name": member.name]),
                in: .households,
                context
            ),
            address: "/members/\(id)/" + (member.isContactable ? "withdrawals" : "consents"),
            back: SeenMember.address(id, purpose),
            purpose: purpose?.rawValue,
            isContactable: member.isContactable,
            problem: faults?.general(texts),
            fields: fields.map { $0.error(faults, texts) }
        )
        return try pages.render("member-consent", model, status: faults == nil ? .ok : .unprocessableContent)
    }

    // MARK: - Erasing

    /// Why somebody is erased, and that whoever asks for it is sure.
    private struct EraseBody: Decodable {
        let ground: String

        static let schema = Schema.object([
            .required("ground", .codes(of: ErasureGround.self)), .required("sure", .choice(["true"])),
        ])
    }

    /// What is asked before a person is erased.
    private struct EraseModel: PageModel {
        let frame: Frame
        let address: String
        let back: String
        let ground: Field
        let isSure: Field
    }

    /// What became of the files that an erased person stood in.
    private struct ErasedModel: PageModel {
        let frame: Frame
        let household: String
        let hasDeleted: Bool
        let deleted: [String]
        let hasUnreached: Bool
        let unreached: [String]
        let isDatabaseRewritten: Bool
    }

    private func askErasing(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.erasePeople)
        return try await eraseForm(try context.id("member"), Form(), nil, context)
    }

    private func eraseForm(
        _ id: MemberID,
        _ form: Form,
        _ faults: Form.Faults?,
        _ context: CallerContext
    ) async throws -> Response {
        let texts = pages.texts(context)
        let member = try await SeenMember.read(id, office, context.caller).member
        let grounds = [("", "")] + ErasureGround.allCases.map { ($0.rawValue, texts($0.wording)) }
        let model = EraseModel(
            frame: pages.frame(texts("erase.title", ["name": member.name]), in: .households, context),
            address: "/members/\(id)/erase",
            back: SeenMember.address(id, nil),
            ground: Field.choice("ground", texts("erase.ground"), form.text("ground"), grounds).required
                .error(faults, texts),
            isSure: Field.tick("sure", texts("erase.sure"), form.isTicked("sure")).required.error(faults, texts)
        )
        return try pages.render("member-erase", model, status: faults == nil ? .ok : .unprocessableContent)
    }

    private func erase(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.erasePeople)
        let id: MemberID = try context.id("member")
        let form = try await Form.read(request)
        let texts = pages.texts(context)
        let body: EraseBody
        do {
            body = try form.read(EraseBody.self, EraseBody.schema)
        } catch let faults as Form.Faults {
            return try await eraseForm(id, form, faults, context)
        }
        guard let ground = ErasureGround(rawValue: body.ground) else { throw HTTPError(.unprocessableContent) }
        let household = try await SeenMember.read(id, office, context.caller).household
        let expiry = try await office.erasePerson(caller: context.caller, id, ground: ground)
        let unreached = expiry.unreached.map { file in
            switch file.cause {
            case .gone: texts("erase.gone", ["file": file.file])
            case .otherMachine: texts("erase.other-machine", ["file": file.file])
            case .cannotDelete: texts("erase.cannot-delete", ["file": file.file])
            }
        }
        let model = ErasedModel(
            frame: pages.frame(texts("erase.done"), in: .households, context),
            household: "/households/\(household.id)",
            hasDeleted: !expiry.deleted.isEmpty,
            deleted: expiry.deleted,
            hasUnreached: !unreached.isEmpty,
            unreached: unreached,
            isDatabaseRewritten: expiry.isDatabaseRewritten
        )
        return try pages.render("member-erased", model)
    }
}
