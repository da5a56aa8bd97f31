import Foundation
import HTTPTypes
import Hummingbird
import Operations
import Vocabulary

/// The imports of rolls that were made, blank rolls, and sending rolls in.
struct ImportPages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "import-new": PackageResources.import_new_mustache, "imports": PackageResources.imports_mustache,
    ]

    private static let listed = 50

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("imports") { _, context in try await list(context) }
        group.get("imports/templates/{template}") { _, context in try template(context) }
        group.get("imports/new") { _, context in try newImport(Form(), nil, context) }
        group.post("imports/upload") { request, context in try await upload(request, context) }
    }

    /// What the list shows.
    private struct ListModel: PageModel {
        let frame: Frame
        let mayImport: Bool
        let mayDecide: Bool
        let needsProvince: Bool
        let hasWaiting: Bool
        let waiting: [Waiting]
        let hasImports: Bool
        let imports: [Line]
        let templates: [Template]
    }

    /// A waiting import in the list.
    private struct Waiting {
        let address: String
        let source: String
        let files: String
        let sent: String
    }

    /// An import in the list.
    private struct Line {
        let address: String
        let number: String
        let day: String
        let source: String
        let households: String
        let members: String
        let refused: String
        let changesNothing: Bool
    }

    /// A blank roll.
    private struct Template {
        let address: String
        let title: String
    }

    private func list(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.readImports)
        let texts = pages.texts(context)
        let may = context.caller.may(.importRolls)
        let mayImport = may && context.caller.area.isEverywhere
        let waiting = mayImport ? try await office.waitingImports(caller: context.caller) : []
        let imports = try await office.rollImports(limit: ImportPages.listed)
        let model = ListModel(
            frame: pages.frame(texts("imports.title"), in: .imports, context),
            mayImport: mayImport,
            mayDecide: may,
            needsProvince: may && !mayImport,
            hasWaiting: !waiting.isEmpty,
            waiting: waiting.map { one in
                Waiting(
                    address: "/imports/waiting/\(one.id)",
                    source: one.details.source,
                    files: one.names.joined(separator: ", "),
                    sent: Day.moment(one.sentAt)
                )
            },
            hasImports: !imports.isEmpty,
            imports: imports.map { ImportPages.line($0, texts) },
            templates: [
                Template(address: "/imports/templates/households", title: texts("imports.template.households")),
                Template(address: "/imports/templates/members", title: texts("imports.template.members")),
                Template(address: "/imports/templates/combined", title: texts("imports.template.combined")),
            ]
        )
        return try pages.render("imports", model)
    }

    private static func line(_ one: RollImport, _ texts: Texts) -> Line {
        func figures(_ changes: RollReport.Changes) -> String {
            texts(
                "imports.changes",
                ["new": number(changes.new), "changed": number(changes.changed), "left": number(changes.left)]
            )
        }
        return Line(
            address: "/imports/\(one.number)",
            number: String(one.number),
            day: Day(iso: one.day)?.vietnamese ?? one.day,
            source: one.source,
            households: figures(one.report.households),
            members: figures(one.report.members),
            refused: number(one.report.refused),
            changesNothing: one.report.changesNothing
        )
    }

    private func template(_ context: CallerContext) throws -> Response {
        try context.caller.require(.readImports)
        guard let code = context.parameters.get("template"), let file = try office.rollTemplate(code) else {
            throw HTTPError(.notFound)
        }
        return .file(
            file.name,
            type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Array(file.data)
        )
    }

    /// What the page for sending rolls shows.
    private struct NewModel: PageModel {
        let frame: Frame
        let problem: String?
        let fileProblem: String?
        let largest: String
        let source: Field
        let more: [Field]
        let rare: [Field]
        let isRareOpen: Bool
    }

    private func newImport(
        _ form: Form,
        _ faults: Form.Faults?,
        status: HTTPResponse.Status = .ok,
        _ context: CallerContext
    ) throws -> Response {
        try context.caller.require(.importRolls)
        guard context.caller.area.isEverywhere else { throw OperationError.refused(.rollsNeedProvince) }
        let texts = pages.texts(context)
        let communes = office.programme.territory.communes.map { ($0.code.description, $0.name) }
            .sorted { $0.1 < $1.1 }
        let rare: [Field] = [
            .tick("complete", texts("imports.complete"), form.isTicked("complete"))
                .hint(texts("imports.complete.hint")),
            .choice("commune", texts("imports.commune"), form.text("commune"), [("", "—")] + communes)
                .hint(texts("imports.commune.hint")).error(faults, texts),
            .choice(
                "encoding",
                texts("imports.encoding"),
                form.text("encoding"),
                [("", texts("imports.encoding.own"))] + WaitingImport.encodings.map { ($0, $0.uppercased()) }
            ).hint(texts("imports.encoding.hint")),
        ]
        let model = NewModel(
            frame: pages.frame(texts("imports.new"), in: .imports, context),
            problem: faults?.general(texts),
            fileProblem: faults?.faults["file"].map { texts($0) },
            largest: String(Upload.largest >> 20),
            source: .line(
                "source",
                texts("imports.source"),
                form.text("source") ?? texts("imports.source.usual"),
                longest: 60
            )
            .required.hint(texts("imports.source.hint")).error(faults, texts),
            more: [
                .day("asOf", texts("imports.as-of"), form.text("asOf") ?? office.today().description)
                    .hint(texts("imports.as-of.hint")).error(faults, texts)
            ],
            rare: rare,
            isRareOpen: form.isTicked("complete") || form.text("commune") != nil || form.text("encoding") != nil
        )
        return try pages.render("import-new", model, status: status)
    }

    private func upload(_ request: Request, _ context: CallerContext) async throws -> Response {
        let (id, folder) = try await office.beginWaitingImport(caller: context.caller)
        var sent: Upload?
        do {
            let read = try await Upload.read(request, context, into: folder)
            sent = read
            try await office.keepWaitingImport(
                id,
                names: read.files.map(\.name),
                details: try ImportPages.details(read.form),
                caller: context.caller
            )
        } catch {
            try await office.removeWaitingImport(id)
            guard let form = sent?.form else { throw error }
            let faults: Form.Faults
            switch error {
            case let found as Form.Faults: faults = found
            case OperationError.refused(let refusal): faults = Form.Faults(refusal)
            case let error as OperationError where error.isOfDay:
                faults = Form.Faults(["asOf": Wording(error.sentence.vietnamese, error.sentence.english)])
            default: throw error
            }
            return try newImport(form, faults, status: .unprocessableContent, context)
        }
        return try check(id, context)
    }

    private func check(_ id: String, _ context: CallerContext) throws -> Response {
        context.goOn(to: "/jobs/\(try WaitingPages.begin(id, office, context.caller))")
    }

    private static func details(_ form: Form) throws -> WaitingImport.Details {
        struct Sent: Decodable {
            let source: String?
            let asOf: String?
            let commune: String?
            let encoding: String?
        }
        let sent = try form.read(
            Sent.self,
            .object([
                .optional("source", .text(1...60)), .optional("asOf", .day), .optional("commune", .commune),
                .optional("encoding", .choice(WaitingImport.encodings)),
            ])
        )
        var details = WaitingImport.Details(source: sent.source ?? "")
        details.asOf = sent.asOf
        details.commune = sent.commune
        details.encoding = sent.encoding
        details.isComplete = form.isTicked("complete")
        return details
    }
}

extension OperationError {
    /// Whether it refuses the day of the rolls.
    fileprivate var isOfDay: Bool { if case .futureDay = self { true } else { false } }
}

extension Response {
    /// A file to be saved.
    static func file(_ name: String, type: String, _ bytes: [UInt8]) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\""],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
