import Foundation
import HTTPTypes
import Hummingbird
import Operations
import Referrals
import Vacancies
import Vocabulary

/// The sheet of everybody who was referred to an employer: to print, to download, and filled in to send back.
struct AnswerSheetPages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "employer-sheet": PackageResources.employer_sheet_mustache,
        "sheet-preview": PackageResources.sheet_preview_mustache,
    ]

    let office: Office
    let pages: Pages
    /// The most answers that one click takes in.
    private static let mostAnswers = 5000

    func add(to group: RouterGroup<CallerContext>) {
        group.get("employers/{employer}/sheet") { _, context in try await sheet(context) }
        group.get("employers/{employer}/sheet.xlsx") { _, context in
            let id: EmployerID = try context.id("employer")
            let bytes = try await office.answerSheet(of: id, caller: context.caller)
            return Response.workbook("tra-loi-\(id)", bytes)
        }
        group.post("employers/{employer}/answers/upload") { request, context in try await preview(request, context) }
        group.post("employers/{employer}/answers") { request, context in try await apply(request, context) }
    }

    /// What the sheet shows.
    private struct Model: PageModel {
        let frame: Frame
        let office: String
        let phone: String
        let employer: String
        let address: String
        let meeting: [Field]
        let place: String?
        let time: String?
        let hasPeople: Bool
        let people: [Line]
        let mayAnswer: Bool
    }

    /// A person on the sheet.
    private struct Line {
        let letter: String
        let name: String
        let birthYear: String
        let phone: String
        let job: String
    }

    private func sheet(_ context: CallerContext) async throws -> Response {
        let id: EmployerID = try context.id("employer")
        let (employer, people) = try await office.peopleToAnswer(of: id, caller: context.caller)
        let texts = pages.texts(context)
        let query = PageQuery(context)
        let model = Model(
            frame: pages.frame(texts("letter.sheet"), in: .referrals, context),
            office: office.programme.office.name,
            phone: office.programme.office.phone,
            employer: employer,
            address: "/employers/\(id)",
            meeting: [
                .line("place", texts("letter.meeting-place"), query.text("place"), longest: 200),
                .line("time", texts("letter.meeting-time"), query.text("time"), longest: 200),
            ],
            place: query.text("place"),
            time: query.text("time"),
            hasPeople: !people.isEmpty,
            people: people.map { one in
                Line(
                    letter: one.letter,
                    name: one.name,
                    birthYear: one.birthYear,
                    phone: one.phone ?? "",
                    job: one.job
                )
            },
            mayAnswer: context.caller.may(.recordOutcomes)
        )
        return try pages.render("employer-sheet", model)
    }

    private func preview(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.refer)
        try context.caller.require(.recordOutcomes)
        let id: EmployerID = try context.id("employer")
        let texts = pages.texts(context)
        let frame = pages.frame(texts("letter.preview"), in: .referrals, context)
        let back = "/employers/\(id)/sheet"
        return try await Upload.sheet(request, context) { file in
            guard let file else {
                let model = PreviewModel(frame: frame, back: back, problem: texts("letter.no-file"))
                return try pages.render("sheet-preview", model, status: .unprocessableContent)
            }
            do {
                let (report, answers) = try await office.judgeAnswers(
                    sheet: file.path,
                    of: id,
                    isTrial: true,
                    caller: context.caller
                )
                let data = try JSONEncoder().encode(answers.map { AnswerBody($0) })
                let model = PreviewModel(
                    frame: frame,
                    back: back,
                    report: report,
                    apply: "/employers/\(id)/answers",
                    answers: String(decoding: data, as: UTF8.self)
                )
                return try pages.render("sheet-preview", model)
            } catch let error as OperationError {
                let (problem, status) = try Problem.ofSheet(error, texts)
                let model = PreviewModel(frame: frame, back: back, problem: problem)
                return try pages.render("sheet-preview", model, status: status)
            }
        }
    }

    private func apply(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.refer)
        try context.caller.require(.recordOutcomes)
        let id: EmployerID = try context.id("employer")
        let form = try await Form.read(request)
        let bodies = try [AnswerBody].sent(form, Schema.array(AnswerBody.schema, atMost: AnswerSheetPages.mostAnswers))
        let outcomes = try await office.record(try bodies.map { try $0.said() }, of: id, caller: context.caller)
        var report = AnswerReport()
        for (index, outcome) in outcomes.enumerated() {
            switch outcome {
            case .taken: report.taken += 1
            case .unchanged: report.unchanged += 1
            case .refused(let refusal): report.refused.append(AnswerReport.RefusedRow(row: index + 1, refusal))
            }
        }
        let frame = pages.frame(pages.texts(context)("letter.applied"), in: .referrals, context)
        let model = PreviewModel(frame: frame, back: "/employers/\(id)/sheet", report: report)
        return try pages.render("sheet-preview", model)
    }
}

extension Problem {
    /// What a page says of a sheet that cannot be taken, and its status; the place of the file is nobody's business.
    ///
    /// - Throws: what is no fault of the sheet.
    static func ofSheet(_ error: OperationError, _ texts: Texts) throws -> (String, HTTPResponse.Status) {
        switch error {
        case .refused(let refusal) where ![.forbidden, .notFound].contains(refusal.kind):
            return (texts(refusal), Problem(refusal).status)
        case .list: return (texts("letter.bad-file"), .unprocessableContent)
        default: throw error
        }
    }
}

extension Array where Element: Decodable {
    /// What a preview has sent back in its field `answers`.
    ///
    /// - Throws: `HTTPError` where it is not what a preview sends.
    static func sent(_ form: Form, _ schema: Schema) throws -> [Element] {
        let text = form.typed("answers")
        do {
            guard schema.faults(in: try JSONReader.read(Array<UInt8>(text.utf8))).isEmpty else {
                throw HTTPError(.unprocessableContent)
            }
            return try JSONDecoder().decode([Element].self, from: Data(text.utf8))
        } catch {
            throw HTTPError(.unprocessableContent)
        }
    }
}
