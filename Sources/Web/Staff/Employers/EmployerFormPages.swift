import Hummingbird
import Operations
import Store
import Vacancies
import Vocabulary

/// Recording an employer, changing its record, checking it and blocking it.
struct EmployerFormPages: PageGroup {
    static let templates: [String: [UInt8]] = ["employer-form": PackageResources.employer_form_mustache]

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("employers/new") { _, context in
            try context.caller.require(.confirmEmployers)
            return try show(.new, EmployerForm([:]), context)
        }
        group.post("employers/new") { request, context in try await create(request, context) }
        group.get("employers/{employer}/change") { _, context in
            try context.caller.require(.confirmEmployers)
            let (sheet, values) = try await stored(context)
            return try show(.change, EmployerForm(values), of: sheet, context)
        }
        group.post("employers/{employer}/change") { request, context in try await change(request, context) }
        group.get("employers/{employer}/confirm") { _, context in
            try context.caller.require(.confirmEmployers)
            let (sheet, values) = try await stored(context)
            return try show(.confirm, EmployerForm(values), of: sheet, context)
        }
        group.post("employers/{employer}/confirm") { request, context in
            try await act(.confirm, .confirmEmployers, "employer-confirmed", request, context) { id, form in
                // A box that is not ticked is one that was not found.
                let check = EmployerCheck(
                    way: form.text("way").flatMap { EmployerConfirmation.Way(rawValue: $0) } ?? .phone,
                    isTaxCodeChecked: form.isTicked("taxCodeChecked"),
                    takesNoFee: form.isTicked("noFee"),
                    takesNoDeposit: form.isTicked("noDeposit"),
                    keepsNoPapers: form.isTicked("noPapersKept"),
                    licenceNumber: form.text("licenceNumber")
                )
                _ = try await office.confirmEmployer(id, check, caller: context.caller)
            }
        }
        group.get("employers/{employer}/block") { _, context in
            try context.caller.require(.blockEmployers)
            return try show(.block, EmployerForm([:]), of: try await stored(context).sheet, context)
        }
        group.post("employers/{employer}/block") { request, context in
            try await act(.block, .blockEmployers, "employer-blocked", request, context) { id, form in
                try await office.blockEmployer(id, reason: form.typed("reason"), caller: context.caller)
            }
        }
    }

    /// What the form shows.
    private struct Model: PageModel {
        let frame: Frame
        let action: String
        let back: String
        let name: String?
        let lead: String
        let version: String?
        let isStale: Bool
        let fault: String?
        let known: String?
        let fields: [Field]
        let save: String
    }

    private func create(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.confirmEmployers)
        var form = EmployerForm(try await Form.read(request))
        do {
            let id = try await office.addEmployer(try form.details(isNew: true), caller: context.caller)
            return context.goOn(to: "/employers/\(id)", done: "employer-added")
        } catch let faults as Form.Faults {
            form.faults = faults
            return try show(.new, form, context, status: .unprocessableContent)
        } catch OperationError.refused(let refusal) where refusal.kind == .conflict || refusal.kind == .invalid {
            form.faults = Form.Faults(refusal)
            let status: HTTPResponse.Status = refusal.kind == .conflict ? .conflict : .unprocessableContent
            return try show(.new, form, context, status: status, known: refusal.ids["employer"]?.first)
        }
    }

    private func change(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.confirmEmployers)
        let id: EmployerID = try context.id("employer")
        let sent = try await Form.read(request)
        var form = EmployerForm(sent)
        do {
            let changed = try await office.changeEmployer(
                id,
                try form.details(isNew: false),
                version: Int(sent.integer("version") ?? 0),
                caller: context.caller
            )
            return context.goOn(to: "/employers/\(changed.id)", done: "employer-changed")
        } catch let faults as Form.Faults {
            form.faults = faults
            let sheet = try await stored(context).sheet
            return try show(.change, form, of: sheet, context, status: .unprocessableContent)
        } catch OperationError.refused(.stale) {
            let (sheet, values) = try await stored(context)
            form.theirs = values
            return try show(.change, form, of: sheet, context, status: .preconditionFailed)
        } catch OperationError.refused(let refusal) where refusal.kind == .conflict || refusal.kind == .invalid {
            form.faults = Form.Faults(refusal)
            let status: HTTPResponse.Status = refusal.kind == .conflict ? .conflict : .unprocessableContent
            let sheet = try await stored(context).sheet
            let known = refusal.ids["employer"]?.first
            return try show(.change, form, of: sheet, context, status: status, known: known)
        }
    }

    /// Confirms or blocks, and shows the form again with what is wrong.
    private func act(
        _ kind: EmployerForm.Kind,
        _ permission: Permission,
        _ notice: String,
        _ request: Request,
        _ context: CallerContext,
        _ work: (EmployerID, Form) async throws -> Void
    ) async throws -> Response {
        try context.caller.require(permission)
        let id: EmployerID = try context.id("employer")
        let sent = try await Form.read(request)
        do {
            try await work(id, sent)
            return context.goOn(to: "/employers/\(id)", done: notice)
        } catch OperationError.refused(let refusal) where refusal.kind == .conflict || refusal.kind == .invalid {
            var form = EmployerForm(sent)
            form.faults = Form.Faults(refusal)
            let status: HTTPResponse.Status = refusal.kind == .conflict ? .conflict : .unprocessableContent
            return try show(kind, form, of: try await stored(context).sheet, context, status: status)
        }
    }

    private func stored(_ context: CallerContext) async throws -> (sheet: EmployerSheet, values: [String: String]) {
        let sheet = try await office.employer(try context.id("employer"), caller: context.caller)
        let isAbroad = try await office.store.read { reading in
            try EmployerID(sheet.employer.id).flatMap { try reading.employer($0) }?.sendsAbroad ?? false
        }
        return (sheet, EmployerForm.values(of: sheet, sendsAbroad: isAbroad))
    }

    private func show(
        _ kind: EmployerForm.Kind,
        _ form: EmployerForm,
        of sheet: EmployerSheet? = nil,
        _ context: CallerContext,
        status: HTTPResponse.Status = .ok,
        known: Int64? = nil
    ) throws -> Response {
        let texts = pages.texts(context)
        let address = sheet.map { "/employers/\($0.employer.id)" }
        let version = form.theirs == nil ? form.values["version"] : nil
        let fields = form.fields(kind, texts)
        let shown = Set(fields.map(\.name))
        let elsewhere = form.faults?.faults.first { !shown.contains($0.key) }?.value
        let model = Model(
            frame: pages.frame(kind.title(texts), in: .employers, context),
            action: kind == .new ? "/employers/new" : "\(address ?? "")/\(kind.rawValue)",
            back: address ?? "/employers",
            name: sheet?.employer.name,
            lead: kind.lead(texts),
            version: kind == .change ? sheet.map { version ?? String($0.employer.version) } : nil,
            isStale: form.theirs != nil,
            fault: elsewhere.map { texts($0) },
            known: known.map { "/employers/\($0)" },
            fields: fields,
            save: kind.save(texts)
        )
        return try pages.render("employer-form", model, status: status)
    }
}
