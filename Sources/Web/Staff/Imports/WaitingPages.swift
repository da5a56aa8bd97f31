import HTTPTypes
import Hummingbird
import Operations
import Vocabulary

/// Rolls that wait: what their headings were taken for, what they would do, taking them in or throwing them away.
struct WaitingPages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "waiting-import": PackageResources.waiting_import_mustache,
        "roll-figures": PackageResources.roll_figures_mustache,
        "roll-problems": PackageResources.roll_problems_mustache,
    ]

    /// How many problems a preview shows.
    private static let firstProblems = 50

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("imports/waiting/{waiting}") { _, context in try page(context) }
        group.post("imports/waiting/{waiting}/mapping") { request, context in try await confirm(request, context) }
        group.post("imports/waiting/{waiting}/apply") { _, context in try apply(context) }
        group.post("imports/waiting/{waiting}/discard") { _, context in try await discard(context) }
    }

    /// Begins to read a waiting import without changing anything.
    ///
    /// - Returns: the job's number.
    static func begin(_ id: String, _ office: Office, _ caller: Caller) throws -> Int {
        try office.begin(.rolls, caller: caller) { progress in
            try await office.checkWaitingImport(id, caller: caller, progress: progress)
            return "/imports/waiting/\(id)"
        }
    }

    /// What the page shows.
    private struct Model: PageModel {
        let frame: Frame
        let address: String
        let source: String
        let files: String
        let day: String
        let isComplete: Bool
        let failure: String?
        let mayAllowMany: Bool
        let allowsMany: Bool
        let isToConfirm: Bool
        let isPreview: Bool
        let isUnread: Bool
        let changesNothing: Bool
        let figures: RollFigures?
        let problems: RollProblems?
        let hasColumns: Bool
        let isMappingOpen: Bool
        let unknown: String
        let hasUnknown: Bool
        let showsAll: Bool
        let all: String
        let sheets: [MappedSheet]
        let notes: [Note]
    }

    /// A remark about a file.
    private struct Note {
        let text: String
    }

    private func waiting(_ context: CallerContext) throws -> WaitingImport {
        try office.waitingImport(context.parameters.get("waiting") ?? "", caller: context.caller)
    }

    private func page(_ context: CallerContext) throws -> Response {
        let waiting = try waiting(context)
        if let number = waiting.number { return context.goOn(to: "/imports/\(number)") }
        let texts = pages.texts(context)
        let report = waiting.report
        let isPreview = report?.outcome == .dryRun
        let showsAll = context.page.query["all"] == "1"
        let unknown = waiting.columns.count { $0.field == nil }
        let day = waiting.details.asOf.flatMap { Day(iso: $0) } ?? office.today()
        let notes =
            (report?.filesWithMacros ?? []).map { texts("imports.macros", ["file": $0]) }
            + (report?.sheetsLeftOut ?? []).map { texts("imports.left-out", ["sheet": WaitingPages.half($0, texts)]) }
        let model = Model(
            frame: pages.frame(texts("imports.waiting.title"), in: .imports, context),
            address: "/imports/waiting/\(waiting.id)",
            source: waiting.details.source,
            files: waiting.names.joined(separator: ", "),
            day: day.vietnamese,
            isComplete: waiting.details.isComplete,
            failure: waiting.failure.map { texts($0.wording) },
            mayAllowMany: waiting.failure?.isOfManyLeaving == true || waiting.details.mayManyLeave,
            allowsMany: waiting.details.mayManyLeave,
            isToConfirm: report?.outcome == .toConfirm,
            isPreview: isPreview,
            isUnread: report == nil && waiting.failure == nil,
            changesNothing: isPreview && waiting.changesNothing,
            figures: isPreview ? report.map { RollFigures($0, texts) } : nil,
            problems: isPreview
                ? report.map { RollProblems($0.problems, from: 0, atMost: WaitingPages.firstProblems, texts) } : nil,
            hasColumns: !waiting.columns.isEmpty,
            isMappingOpen: !isPreview || showsAll,
            unknown: number(unknown),
            hasUnknown: unknown > 0,
            showsAll: showsAll,
            all: "/imports/waiting/\(waiting.id)?all=1",
            sheets: MappedSheet.all(waiting.columns, isOpen: showsAll, texts),
            notes: notes.map(Note.init)
        )
        return try pages.render("waiting-import", model)
    }

    /// The part of a remark in both languages that is in the reader's.
    private static func half(_ text: String, _ texts: Texts) -> String {
        let parts = text.split(separator: " / ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return text }
        let place = parts[0].split(separator: ": ", maxSplits: 1).first.map(String.init) ?? ""
        return texts.language == .vietnamese ? parts[0] : "\(place): \(parts[1])"
    }

    private func confirm(_ request: Request, _ context: CallerContext) async throws -> Response {
        let waiting = try waiting(context)
        let form = try await Form.read(request)
        var fields: [Int: String] = [:]
        for place in waiting.columns.indices where form.names.contains("field-\(place)") {
            fields[place] = form.text("field-\(place)") ?? ""
        }
        try await office.confirmWaitingImport(
            waiting.id,
            fields: fields,
            mayManyLeave: form.isTicked("mayManyLeave"),
            caller: context.caller
        )
        return context.goOn(to: "/jobs/\(try WaitingPages.begin(waiting.id, office, context.caller))")
    }

    private func apply(_ context: CallerContext) throws -> Response {
        let waiting = try waiting(context)
        let (office, caller) = (office, context.caller)
        guard waiting.report?.outcome == .dryRun else { throw OperationError.refused(.importUnread) }
        let job = try office.begin(.rolls, caller: caller) { progress in
            let number = try await office.applyWaitingImport(waiting.id, caller: caller, progress: progress)
            return number.map { "/imports/\($0)?done=imported" } ?? "/imports/waiting/\(waiting.id)"
        }
        return context.goOn(to: "/jobs/\(job)")
    }

    private func discard(_ context: CallerContext) async throws -> Response {
        try await office.discardWaitingImport(context.parameters.get("waiting") ?? "", caller: context.caller)
        return context.goOn(to: "/imports", done: "import-discarded")
    }
}
