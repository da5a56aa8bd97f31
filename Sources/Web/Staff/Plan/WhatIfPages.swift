import HTTPTypes
import Households
import Hummingbird
import Operations
import Store
import Vacancies
import Vocabulary

/// Asking what one event would change in the plan; nothing is changed.
struct WhatIfPages: PageGroup {
    static let templates: [String: [UInt8]] = ["what-if": PackageResources.what_if_mustache]

    let office: Office
    let pages: Pages
    fileprivate static let mostShown = 100

    func add(to group: RouterGroup<CallerContext>) {
        group.get("plan/what-if") { _, context in try await form(context) }
        group.post("plan/what-if") { request, context in try await ask(request, context) }
    }

    /// What the page shows.
    private struct Model: PageModel {
        let frame: Frame
        let fields: [Field]
        let worker: String?
        let fault: String?
        let effect: Effect?
    }

    /// What would change.
    fileprivate struct Effect {
        let sentence: String
        let hasGaining: Bool
        let gaining: [Part]
        let hasLosing: Bool
        let losing: [Part]
    }

    /// A household that gains or loses.
    fileprivate struct Part {
        let code: String
        let page: String
        let village: String
    }

    private func form(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.readPlan)
        let query = context.page.query
        let typed = Form(query.mapValues { [$0] })
        return try await page(context, typed, nil, nil)
    }

    private func ask(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.readPlan)
        let form = try await Form.read(request)
        do {
            let event = try form.read(WhatIfAPI.Body.self, WhatIfAPI.bodySchema).whatIf()
            let effect = try await office.whatIf(event, caller: context.caller)
            return try await page(context, form, nil, effect)
        } catch let faults as Form.Faults {
            return try await page(context, form, faults, nil)
        } catch OperationError.refused(let refusal) where refusal.kind == .invalid {
            return try await page(context, form, Form.Faults(refusal), nil)
        }
    }

    private func page(
        _ context: CallerContext,
        _ form: Form,
        _ faults: Form.Faults?,
        _ effect: PlanEffect?
    ) async throws -> Response {
        let texts = pages.texts(context)
        let chosen = form.text("vacancy")
        let vacancies = try await office.store.read { reading -> [Vacancy] in
            let unlocks = try reading.latestRun()?.figures?.unlocks.map(\.vacancy) ?? []
            let ids = ([chosen].compactMap { $0 } + unlocks.filter { $0 != chosen }).compactMap { Int64($0) }
            return try ids.compactMap { VacancyID($0) }.compactMap { try reading.vacancy($0) }
        }
        let worker = form.text("worker").flatMap { Int64($0) }.map { String($0) }
        var events = [
            ("opening_added", texts("what-if.opening")), ("vacancy_withdrawn", texts("what-if.withdrawn")),
        ]
        if worker != nil { events.append(("pair_refused", texts("what-if.refused"))) }
        let model = Model(
            frame: pages.frame(texts("what-if.title"), in: .plan, context),
            fields: [
                .choice("event", texts("what-if.event"), form.text("event") ?? "opening_added", events)
                    .error(faults, texts),
                .choice(
                    "vacancy",
                    texts("what-if.vacancy"),
                    chosen,
                    vacancies.map { ($0.id.description, "\($0.title) · \($0.employer) · \($0.placeText)") }
                ).hint(texts("what-if.vacancy.hint")).required.error(faults, texts),
            ],
            worker: worker,
            fault: faults?.general(texts),
            effect: effect.map { Effect($0, names: context.caller.may(.listPeople), texts) }
        )
        return try pages.render("what-if", model, status: faults == nil ? .ok : .unprocessableContent)
    }
}

extension WhatIfPages.Effect {
    fileprivate init(_ effect: PlanEffect, names: Bool, _ texts: Texts) {
        func signed(_ value: Int) -> String { value > 0 ? "+" + number(value) : number(value) }
        sentence = texts(
            "what-if.effect",
            ["households": signed(effect.households), "workers": signed(effect.workers)]
        )
        gaining = names ? effect.gaining.prefix(WhatIfPages.mostShown).map(WhatIfPages.Part.init) : []
        hasGaining = !gaining.isEmpty
        losing = names ? effect.losing.prefix(WhatIfPages.mostShown).map(WhatIfPages.Part.init) : []
        hasLosing = !losing.isEmpty
    }
}

extension WhatIfPages.Part {
    fileprivate init(_ household: Household) {
        code = household.code
        page = "/households/\(household.id)"
        village = household.village
    }
}
