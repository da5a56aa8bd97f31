import Foundation
import HTTPTypes
import Hummingbird
import Operations
import Vocabulary

/// A list of outcomes: empty to be filled in, and filled to be looked through and taken in.
struct OutcomeSheetPages: PageGroup {
    static let templates: [String: [UInt8]] = ["outcome-sheet": PackageResources.outcome_sheet_mustache]

    let office: Office
    let pages: Pages

    /// The most bytes of outcomes that a page sends back by a click; a form takes a megabyte with every mark escaped.
    private static let mostBytes = 300_000

    func add(to group: RouterGroup<CallerContext>) {
        group.get("outcomes/list.xlsx") { _, context in
            try context.caller.require(.recordOutcomes)
            return Response.workbook("ket-qua-viec-lam-\(office.programme.year)", try await office.outcomeSheet())
        }
        group.post("outcomes/upload") { request, context in try await preview(request, context) }
        group.post("outcomes") { request, context in try await apply(request, context) }
    }

    /// What a list would do, or did.
    private struct Model: PageModel {
        let frame: Frame
        let problem: String?
        let report: Report?
    }

    /// What came of its rows.
    private struct Report {
        let taken: String
        let known: String
        let hasDisagreeing: Bool
        let disagreeing: [Row]
        let hasRefused: Bool
        let refused: [Row]
        /// Whether it is already done.
        let isDone: Bool
        /// The outcomes, as they are sent back by a click; nil where there is nothing to take in.
        let outcomes: String?

        init(_ report: OutcomeListReport, outcomes: String?, isDone: Bool, _ texts: Texts) {
            taken = number(report.taken)
            known = number(report.known)
            disagreeing = report.disagreeing.prefix(500).map { row in
                Row(
                    row: String(row.row),
                    text: row.fields.map { texts.outcomeField($0) }.joined(separator: ", ")
                )
            }
            hasDisagreeing = !disagreeing.isEmpty
            refused = report.refused.prefix(500).map { row in
                Row(row: String(row.row), text: texts(Wording(row.vietnamese, row.english)))
            }
            hasRefused = !refused.isEmpty
            self.outcomes = outcomes
            self.isDone = isDone
        }
    }

    /// A row of the list with what there is to say of it.
    private struct Row {
        let row: String
        let text: String
    }

    private func preview(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.recordOutcomes)
        let texts = pages.texts(context)
        return try await Upload.sheet(request, context) { file in
            guard let file else { return try show(texts("letter.no-file"), nil, .unprocessableContent, context) }
            do {
                let (report, outcomes) = try await office.judgeOutcomes(sheet: file.path, caller: context.caller)
                let data = try JSONEncoder().encode(outcomes.map { OutcomeBody($0) })
                if data.count > OutcomeSheetPages.mostBytes {
                    return try show(texts("outcomes.too-long"), nil, .unprocessableContent, context)
                }
                let isWorth = report.taken > 0 || !report.disagreeing.isEmpty
                let sent = isWorth ? String(decoding: data, as: UTF8.self) : nil
                return try show(nil, Report(report, outcomes: sent, isDone: false, texts), .ok, context)
            } catch let error as OperationError {
                let (problem, status) = try Problem.ofSheet(error, texts)
                return try show(problem, nil, status, context)
            }
        }
    }

    private func apply(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.recordOutcomes)
        let form = try await Form.read(request)
        let bodies = try [OutcomeBody].sent(form, Schema.array(OutcomeBody.schema, atMost: 5000))
        let told = bodies.compactMap { try? $0.outcome().get() }
        // What a preview has sent was read before.
        guard told.count == bodies.count else { throw HTTPError(.unprocessableContent) }
        var report = OutcomeListReport()
        for (index, answer) in try await office.take(told, caller: context.caller).enumerated() {
            report.count(answer, row: index + 1)
        }
        let texts = pages.texts(context)
        return try show(nil, Report(report, outcomes: nil, isDone: true, texts), .ok, context)
    }

    private func show(
        _ problem: String?,
        _ report: Report?,
        _ status: HTTPResponse.Status,
        _ context: CallerContext
    ) throws -> Response {
        let texts = pages.texts(context)
        let title = texts(report?.isDone == true ? "outcomes.applied" : "outcomes.preview")
        let model = Model(
            frame: pages.frame(title, in: .referrals, context),
            problem: problem,
            report: report
        )
        return try pages.render("outcome-sheet", model, status: status)
    }
}
