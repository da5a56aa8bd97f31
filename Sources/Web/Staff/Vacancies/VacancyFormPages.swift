import Hummingbird
import Operations
import Store
import Vacancies
import Vocabulary

/// Writing down a vacancy that an employer told by phone or on paper, and changing one.
struct VacancyFormPages: PageGroup {
    static let templates: [String: [UInt8]] = ["vacancy-form": PackageResources.vacancy_form_mustache]

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("vacancies/new") { _, context in try await empty(context) }
        group.post("vacancies/new") { request, context in try await enter(request, context) }
        group.get("vacancies/{vacancy}/change") { _, context in try await filled(context) }
        group.post("vacancies/{vacancy}/change") { request, context in try await change(request, context) }
    }

    /// What the form shows.
    private struct Model: PageModel {
        let frame: Frame
        let action: String
        let back: String
        let version: String?
        let isNew: Bool
        let isStale: Bool
        let fault: String?
        let known: String?
        let groups: [VacancyForm.Group]
    }

    private func empty(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.changeVacancies)
        var values: [String: String] = [:]
        if let id = PageQuery(context).id("employer") as EmployerID?,
            let employer = try await office.store.read({ try $0.employer(id) })
        {
            (values["employer"], values["taxCode"]) = (employer.name, employer.taxCode?.description)
        }
        return try show(VacancyForm(values), of: nil, context)
    }

    private func enter(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.changeVacancies)
        let form = try await Form.read(request)
        var typed = VacancyForm(form)
        do {
            let body = try form.read(VacancyBody.self, VacancyBody.schema(isNew: true))
            let id = try await office.enterVacancy(body.details(), caller: context.caller)
            return context.goOn(to: "/vacancies/\(id)", done: "vacancy-entered")
        } catch let faults as Form.Faults {
            typed.faults = faults
            return try show(typed, of: nil, context, status: .unprocessableContent)
        } catch OperationError.refused(let refusal) where refusal.kind != .forbidden {
            typed.faults = Form.Faults(refusal)
            let known = refusal.ids["vacancy"]?.first
            let isConflict = refusal.kind == .conflict
            return try show(
                typed,
                of: nil,
                context,
                status: isConflict ? .conflict : .unprocessableContent,
                known: known
            )
        }
    }

    private func filled(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.changeVacancies)
        let (row, details) = try await stored(context)
        guard row.vacancy.source == Office.officeSource else { throw OperationError.refused(.vacancyOfFeed) }
        return try show(VacancyForm(VacancyForm.values(of: details)), of: row, context)
    }

    private func change(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.changeVacancies)
        let form = try await Form.read(request)
        let id: VacancyID = try context.id("vacancy")
        var typed = VacancyForm(form)
        do {
            let schema = VacancyBody.schema(isNew: false)
            let body = try form.read(VacancyBody.self, schema, isAbsentNull: true)
            // Title and employer may be left out by the API, and not here.
            try typed.requireNames()
            _ = try await office.changeVacancy(
                id,
                version: Int(form.integer("version") ?? 0),
                caller: context.caller,
                body.apply
            )
            return context.goOn(to: "/vacancies/\(id)", done: "vacancy-changed")
        } catch let faults as Form.Faults {
            typed.faults = faults
            return try show(typed, of: try await stored(context).row, context, status: .unprocessableContent)
        } catch OperationError.refused(.stale) {
            let (row, details) = try await stored(context)
            typed.theirs = VacancyForm.values(of: details)
            return try show(typed, of: row, context, status: .preconditionFailed)
        } catch OperationError.refused(let refusal) where refusal.kind == .invalid {
            typed.faults = Form.Faults(refusal)
            return try show(typed, of: try await stored(context).row, context, status: .unprocessableContent)
        }
    }

    private func stored(_ context: CallerContext) async throws -> (row: VacancyRow, details: VacancyDetails) {
        let id: VacancyID = try context.id("vacancy")
        return try await office.store.read { reading in
            guard let row = try reading.vacancyRow(id) else { throw OperationError.refused(.notFound) }
            return (row, VacancyDetails(row.vacancy, raw: try reading.rawValues(of: id)))
        }
    }

    private func show(
        _ form: VacancyForm,
        of row: VacancyRow?,
        _ context: CallerContext,
        status: HTTPResponse.Status = .ok,
        known: Int64? = nil
    ) throws -> Response {
        let texts = pages.texts(context)
        let address = row.map { "/vacancies/\($0.vacancy.id)" }
        // A stale form is decided anew against the version that it now shows; any other keeps the one it was read at.
        let version = form.theirs == nil ? form.values["version"] : nil
        let model = Model(
            frame: pages.frame(texts(row == nil ? "vacancy.form.new" : "vacancy.form.change"), in: .vacancies, context),
            action: address.map { $0 + "/change" } ?? "/vacancies/new",
            back: address ?? "/vacancies",
            version: row.map { version ?? String($0.version) },
            isNew: row == nil,
            isStale: form.theirs != nil,
            fault: form.faults?.general(texts),
            known: known.map { "/vacancies/\($0)" },
            groups: form.groups(texts, office.programme)
        )
        return try pages.render("vacancy-form", model, status: status)
    }
}
