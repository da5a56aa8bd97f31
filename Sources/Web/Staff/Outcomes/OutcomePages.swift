import Households
import Hummingbird
import Operations
import Store
import Vocabulary

/// Outcomes that disagree with what was known: both sides beside each other, until a person has settled them.
struct OutcomePages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "outcome": PackageResources.outcome_mustache, "outcomes": PackageResources.outcomes_mustache,
    ]

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("outcomes") { _, context in try await list(context) }
        group.get("outcomes/{outcome}") { _, context in
            try context.caller.require(.recordOutcomes)
            return try await page(try number(context), Form(), nil, .ok, context)
        }
        group.post("outcomes/{outcome}/settle") { request, context in try await settle(request, context) }
    }

    /// What the list shows.
    private struct ListModel: PageModel {
        let frame: Frame
        let hasRows: Bool
        let rows: [Row]
        let pager: Pager
        let maySample: Bool
    }

    /// An outcome that disagrees.
    private struct Row {
        let address: String
        let person: String
        let told: String
        let differs: String
        let source: String
        let at: String
    }

    /// What one shows.
    private struct Model: PageModel {
        let frame: Frame
        let person: String
        let place: String
        let about: String
        let aboutAddress: String
        let toldBy: String
        let knownBy: String
        let lines: [OutcomeSides.Line]
        let wrong: String?
        let address: String
        let reason: Field
    }

    private func number(_ context: CallerContext) throws -> Int64 {
        guard let number = context.parameters.get("outcome", as: Int64.self), number > 0 else {
            throw HTTPError(.notFound)
        }
        return number
    }

    private func list(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.recordOutcomes)
        let (texts, query) = (pages.texts(context), PageQuery(context))
        let found = try await office.outcomeDisagreements(
            after: try query.place(Int64.self) ?? 0,
            limit: PageQuery.pageSize + 1,
            caller: context.caller
        )
        let shown = Array(found.prefix(PageQuery.pageSize))
        let names = try await office.store.read { reading in
            try shown.map { one in try MemberID(one.worker).flatMap { try reading.member($0) }?.name }
        }
        let model = ListModel(
            frame: pages.frame(texts("outcomes.title"), in: .referrals, context),
            hasRows: !shown.isEmpty,
            rows: zip(shown, names).map { one, name in
                Row(
                    address: "/outcomes/\(one.number)",
                    person: name ?? texts("report.items.erased"),
                    told: "\(texts.outcome(one.kind)), \(texts.day(one.day))",
                    differs: one.differs.map { texts.outcomeField($0) }.joined(separator: ", "),
                    source: one.source,
                    at: Day.moment(one.at)
                )
            },
            pager: try query.pager(found, place: \.number),
            maySample: context.caller.may(.readLedger) && context.caller.may(.listPeople)
        )
        return try pages.render("outcomes", model)
    }

    private func page(
        _ number: Int64,
        _ form: Form,
        _ faults: Form.Faults?,
        _ status: HTTPResponse.Status,
        _ context: CallerContext
    ) async throws -> Response {
        let found = try await office.outcomeDisagreements(after: number - 1, limit: 1, caller: context.caller).first
        guard let found, found.number == number, let member = MemberID(found.worker) else {
            throw HTTPError(.notFound)
        }
        let texts = pages.texts(context)
        let person = try await SeenMember.read(member, office, context.caller)
        let sides = try await office.store.read { try OutcomeSides(found, texts, $0) }
        let commune = office.programme.territory.commune(person.household.commune)?.name
        let faults = faults?.placed(among: ["reason"])
        let model = Model(
            frame: pages.frame(texts("outcomes.one", ["name": person.member.name]), in: .referrals, context),
            person: person.member.name,
            place: "\(person.household.village), \(commune ?? person.household.commune.description)",
            about: texts(found.referral == nil ? "outcomes.about.household" : "outcomes.about.referral"),
            aboutAddress: found.referral.map { "/referrals/\($0)" } ?? "/households/\(found.household)",
            toldBy: texts("outcomes.by", ["who": found.source, "at": Day.moment(found.at)]),
            knownBy: sides.knownBy,
            lines: sides.lines,
            wrong: faults?.general(texts),
            address: "/outcomes/\(number)/settle",
            reason: Field.area("reason", texts("outcomes.reason"), form.text("reason"), longest: 500).required
                .hint(texts("outcomes.reason.hint")).error(faults, texts)
        )
        return try pages.render("outcome", model, status: status)
    }

    private func settle(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.recordOutcomes)
        let number = try number(context)
        let form = try await Form.read(request)
        do {
            try await office.settleOutcome(number, reason: form.text("reason") ?? "", caller: context.caller)
            return context.goOn(to: "/outcomes", done: "outcome-settled")
        } catch {
            let (faults, status) = try Form.Faults.of(error)
            return try await page(number, form, faults, status, context)
        }
    }
}
