import Foundation
import Hummingbird
import Operations

/// Vacancies from a sheet of form 02: looked through first, then taken in.
struct VacancySheetPages: PageGroup {
    static let templates: [String: [UInt8]] = ["vacancy-sheet": PackageResources.vacancy_sheet_mustache]

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("vacancies/sheet") { _, context in
            try context.caller.require(.changeVacancies)
            return try show(nil, fault: nil, context)
        }
        group.post("vacancies/sheet/upload") { request, context in try await take(request, context) }
    }

    /// What the page shows.
    private struct Model: PageModel {
        let frame: Frame
        let fault: String?
        let result: Result?
    }

    /// What came of a sheet, or would.
    private struct Result {
        let name: String
        let isTrial: Bool
        let vacancies: String
        let refused: String
        let new: String?
        let changed: String?
        let runAddress: String?
        let hasProblems: Bool
        let problems: [Problem]
    }

    /// Something that is wrong in the sheet.
    private struct Problem {
        let row: String?
        let column: String?
        let text: String
        let refuses: Bool
    }

    private func take(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.changeVacancies)
        let folder = NSTemporaryDirectory() + "noiviec-form-02-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        defer { _ = try? FileManager.default.removeItem(atPath: folder) }
        let upload = try await Upload.read(request, context, into: folder)
        let texts = pages.texts(context)
        guard let file = upload.files.first else {
            return try show(nil, fault: texts("feed.check.no-file"), context, status: .unprocessableContent)
        }
        let isTrial = upload.form.text("do") != "take"
        do {
            let report = try await office.importVacancies(sheet: file.path, isTrial: isTrial, caller: context.caller)
            let result = Result(
                name: file.name,
                isTrial: isTrial,
                vacancies: number(report.vacancies),
                refused: number(report.refused),
                new: report.ingest.map { number($0.new) },
                changed: report.ingest.map { number($0.changed) },
                runAddress: context.caller.may(.readFeeds) ? report.ingest?.run.map { "/feeds/runs/\($0)" } : nil,
                hasProblems: !report.problems.isEmpty,
                problems: report.problems.prefix(200).map { problem in
                    Problem(
                        row: problem.row.map { String($0) },
                        column: problem.column,
                        text: texts(Wording(problem.vietnamese, problem.english)),
                        refuses: problem.refuses
                    )
                }
            )
            return try show(result, fault: nil, context)
        } catch OperationError.list {
            return try show(nil, fault: texts("vacancy.sheet.unreadable"), context, status: .unprocessableContent)
        }
    }

    private func show(
        _ result: Result?,
        fault: String?,
        _ context: CallerContext,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let frame = pages.frame(pages.texts(context)("vacancies.sheet"), in: .vacancies, context)
        return try pages.render("vacancy-sheet", Model(frame: frame, fault: fault, result: result), status: status)
    }
}
