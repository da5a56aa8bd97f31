import Households
import HTTPTypes
import Hummingbird
import Operations
import Referrals
import Vocabulary

/// A job that a person has without a referral: found alone, or held before.
struct FoundJobPages: PageGroup {
    static let templates: [String: [UInt8]] = ["found-job": PackageResources.found_job_mustache]

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("members/{member}/job") { _, context in
            try context.caller.require(.recordOutcomes)
            return try await ask(try context.id("member"), Form(), nil, .ok, context)
        }
        group.post("members/{member}/job") { request, context in try await record(request, context) }
    }

    /// What the form shows.
    private struct Model: PageModel {
        let frame: Frame
        let address: String
        let back: String
        let name: String
        let purpose: String?
        let wrong: String?
        let fields: [Field]
    }

    private func ask(
        _ id: MemberID,
        _ form: Form,
        _ faults: Form.Faults?,
        _ status: HTTPResponse.Status,
        _ context: CallerContext
    ) async throws -> Response {
        let person = try await SeenMember.read(id, office, context.caller)
        let texts = pages.texts(context)
        let fields = fields(form, texts)
        let faults = faults?.placed(among: fields.map(\.name))
        let purpose = (form.text("purpose") ?? PageQuery(context).text("purpose"))
            .flatMap { OpeningPurpose(rawValue: $0) }
        let model = Model(
            frame: pages.frame(texts("found.title", ["name": person.member.name]), in: .households, context),
            address: "/members/\(id)/job",
            back: context.caller.may(.openPerson)
                ? SeenMember.address(id, purpose) : "/households/\(person.household.id)",
            name: person.member.name,
            purpose: purpose?.rawValue,
            wrong: faults?.general(texts),
            fields: fields.map { $0.error(faults, texts) }
        )
        return try pages.render("found-job", model, status: status)
    }

    private func fields(_ form: Form, _ texts: Texts) -> [Field] {
        func value(_ name: String) -> String? { form.text(name) }
        return [
            Field.choice(
                "kind",
                texts("found.kind"),
                value("kind"),
                [("", "")] + FoundJob.kinds.map { ($0.rawValue, texts($0.wording)) }
            ).required,
            Field.day("start", texts("step.start"), value("start")).required,
            .choice(
                "contract",
                texts("step.contract"),
                value("contract"),
                [("", texts(EmployerAnswer.Contract.none.wording))]
                    + [EmployerAnswer.Contract.indefinite, .fixed, .seasonal].map { ($0.rawValue, texts($0.wording)) }
            ),
            .number("contractMonths", texts("step.months"), value("contractMonths")),
            .number("wage", texts("step.wage"), value("wage")),
            .choice(
                "insured",
                texts("step.insured"),
                value("insured"),
                [("", texts("person.unknown")), ("true", texts("person.yes")), ("false", texts("person.no"))]
            ),
            Field.choice(
                "evidence",
                texts("step.shown-by"),
                value("evidence"),
                [("", "")] + OutcomeEvidence.allCases.map { ($0.rawValue, texts($0.wording)) }
            ).required,
            .line("workplace", texts("found.workplace"), value("workplace"), longest: 200),
        ]
    }

    private func record(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.recordOutcomes)
        let id: MemberID = try context.id("member")
        let form = try await Form.read(request).with("member", [id.description])
        // Who may not see the person is told so before anything of the form.
        let person = try await SeenMember.read(id, office, context.caller)
        do {
            let job = try form.read(FoundJobBody.self, FoundJobBody.schema).job()
            _ = try await office.recordFoundJob(job, caller: context.caller)
        } catch {
            let (faults, status) = try Form.Faults.of(error)
            return try await ask(id, form, faults, status, context)
        }
        let purpose = form.text("purpose").flatMap { OpeningPurpose(rawValue: $0) }
        let next = purpose == nil ? "/households/\(person.household.id)" : SeenMember.address(id, purpose)
        return context.goOn(to: next, done: "job-found")
    }
}
