import Foundation
import HTTPTypes
import Hummingbird
import Operations
import Vocabulary

/// A commune's list of calls: to print, to download, and ticked to send back.
struct CallSheetPages: PageGroup {
    static let templates: [String: [UInt8]] = ["call-sheet": PackageResources.call_sheet_mustache]

    let office: Office
    let pages: Pages

    private static let schema = Schema.array(
        .object([
            .required("row", .integer(0...2_000_000)), .required("member", .id), .optional("field", .text(1...100)),
            .optional("value", .text(1...500)),
        ]),
        atMost: 5000
    )

    func add(to group: RouterGroup<CallerContext>) {
        group.get("calls/{commune}") { _, context in try await list(context) }
        group.get("calls/{commune}/sheet.xlsx") { _, context in
            let code = try commune(context)
            return Response.workbook("goi-\(code)", try await office.callSheet(of: code, caller: context.caller))
        }
        group.post("calls/upload") { request, context in try await preview(request, context) }
        group.post("calls") { request, context in try await apply(request, context) }
    }

    /// What the list shows.
    private struct Model: PageModel {
        let frame: Frame
        let commune: String
        let address: String
        let mayAnswer: Bool
        let hasPhones: Bool
        let hasLines: Bool
        let lines: [Line]
    }

    /// A question on the list.
    private struct Line {
        let name: String
        let village: String
        let household: String
        let phone: String
        let question: String
        /// What can be ticked; empty where an answer is written.
        let choices: [String]
    }

    private func commune(_ context: CallerContext) throws -> UnitCode {
        guard let code = context.parameters.get("commune").flatMap({ UnitCode($0) }) else { throw HTTPError(.notFound) }
        return code
    }

    private func list(_ context: CallerContext) async throws -> Response {
        let code = try commune(context)
        let lines = try await office.callLines(of: code, caller: context.caller)
        let texts = pages.texts(context)
        let name = office.programme.territory.commune(code)?.name ?? code.description
        let model = Model(
            frame: pages.frame(texts("calls.title", ["commune": name]), in: .week, context),
            commune: name,
            address: "/calls/\(code)/sheet.xlsx",
            mayAnswer: context.caller.may(.changePeople),
            hasPhones: context.caller.may(.exportPeople),
            hasLines: !lines.isEmpty,
            lines: lines.map { line in
                Line(
                    name: line.name,
                    village: line.village,
                    household: line.household,
                    phone: line.phone ?? "",
                    question: texts(line.question),
                    choices: (line.answer?.choices ?? []).map { texts($0.wording) }
                )
            }
        )
        return try pages.render("call-sheet", model)
    }

    private func preview(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.changePeople)
        let texts = pages.texts(context)
        let frame = pages.frame(texts("calls.preview"), in: .week, context)
        return try await Upload.sheet(request, context) { file in
            guard let file else {
                let model = PreviewModel(frame: frame, back: "/", problem: texts("letter.no-file"))
                return try pages.render("sheet-preview", model, status: .unprocessableContent)
            }
            do {
                let (report, answers) = try await office.judgeCalls(sheet: file.path, caller: context.caller)
                let data = try JSONEncoder().encode(answers)
                let model = PreviewModel(
                    frame: frame,
                    back: "/",
                    report: report,
                    apply: "/calls",
                    answers: String(decoding: data, as: UTF8.self)
                )
                return try pages.render("sheet-preview", model)
            } catch let error as OperationError {
                let (problem, status) = try Problem.ofSheet(error, texts)
                let model = PreviewModel(frame: frame, back: "/", problem: problem)
                return try pages.render("sheet-preview", model, status: status)
            }
        }
    }

    private func apply(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.changePeople)
        let form = try await Form.read(request)
        let lines = try [CallAnswers.Line].sent(form, CallSheetPages.schema)
        let (report, _) = try await office.takeCalls(lines, caller: context.caller)
        let frame = pages.frame(pages.texts(context)("letter.applied"), in: .week, context)
        return try pages.render("sheet-preview", PreviewModel(frame: frame, back: "/", report: report))
    }
}
