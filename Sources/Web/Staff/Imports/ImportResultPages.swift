import Hummingbird
import Operations
import Vocabulary

/// What came of an import, and its refused rows to be put right.
struct ImportResultPages: PageGroup {
    static let templates: [String: [UInt8]] = ["import-result": PackageResources.import_result_mustache]

    private static let listed = 100

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("imports/{import}") { _, context in try await page(context) }
        group.get("imports/{import}/refused") { _, context in try await refused(context) }
    }

    /// What the page shows.
    private struct Model: PageModel {
        let frame: Frame
        let number: String
        let made: String
        let day: String
        let source: String
        let files: [File]
        let changesNothing: Bool
        let figures: RollFigures
        let problems: RollProblems?
        let isForgotten: Bool
        let file: String?
        let keptDays: String
        let hasDuplicates: Bool
        let pager: Pager
    }

    /// A file of an import.
    private struct File {
        let name: String
        let hash: String
    }

    private func number(_ context: CallerContext) throws -> Int64 {
        guard let number = context.parameters.get("import", as: Int64.self) else { throw HTTPError(.notFound) }
        return number
    }

    private func page(_ context: CallerContext) async throws -> Response {
        let result = try await office.importResult(number(context), caller: context.caller)
        let texts = pages.texts(context)
        let query = PageQuery(context)
        let first = try query.place(Int.self) ?? 0
        let all = result.problems ?? []
        let rest = first + ImportResultPages.listed
        let may = context.caller.may(.importRolls) && context.caller.area.isEverywhere
        let problems = result.problems.map {
            RollProblems($0, from: max(0, first), atMost: ImportResultPages.listed, texts)
        }
        let model = Model(
            frame: pages.frame(texts("imports.result", ["number": String(result.done.number)]), in: .imports, context),
            number: String(result.done.number),
            made: Day.moment(result.done.moment),
            day: Day(iso: result.done.day)?.vietnamese ?? result.done.day,
            source: result.done.source,
            files: result.done.files.map { line in
                let parts = line.split(separator: " ")
                return File(
                    name: parts.dropLast().joined(separator: " "),
                    hash: String(parts.last?.prefix(12) ?? "")
                )
            },
            changesNothing: result.done.report.changesNothing,
            figures: RollFigures(result.done.report, texts),
            problems: problems,
            isForgotten: result.problems == nil && result.done.report.refused + result.done.report.doubtful > 0,
            file: result.hasFile && may ? "/imports/\(result.done.number)/refused" : nil,
            keptDays: String(office.programme.peopleFileDays),
            hasDuplicates: result.done.report.duplicates > 0 && context.caller.may(.importRolls),
            pager: Pager(context, next: rest < all.count ? try query.cursor(after: rest) : nil)
        )
        return try pages.render("import-result", model)
    }

    private func refused(_ context: CallerContext) async throws -> Response {
        let number = try number(context)
        let data = try await office.refusedRows(of: number, caller: context.caller)
        return .file("dong-bi-tu-choi-\(number).csv", type: "text/csv; charset=utf-8", Array(data))
    }
}
