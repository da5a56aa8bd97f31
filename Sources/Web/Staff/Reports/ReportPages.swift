import Hummingbird
import Operations
import Outcomes
import Vocabulary

/// Reports: which there are, each with its tables, and the forms that are due at fixed times.
struct ReportPages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "report": PackageResources.report_mustache, "report-table": PackageResources.report_table_mustache,
        "report-items": PackageResources.report_items_mustache, "reports": PackageResources.reports_mustache,
    ]

    let office: Office
    let pages: Pages
    private let shelf = ReportShelf()

    init(office: Office, pages: Pages) {
        self.office = office
        self.pages = pages
    }

    func add(to group: RouterGroup<CallerContext>) {
        group.get("reports") { _, context in try await overview(context) }
        group.get("reports/{report}") { _, context in try await report(context) }
        let list = ReportItemList(office: office, pages: pages, shelf: shelf)
        group.get("reports/{report}/items") { _, context in try await list.page(context) }
    }

    /// What the overview shows.
    private struct OverviewModel: PageModel {
        let frame: Frame
        let kinds: [Kind]
        let forms: [FormLine]
        let hasPublished: Bool
        let published: [PublicationLine]
        let mayPublish: Bool
        let maySample: Bool
    }

    /// A report.
    private struct Kind {
        let address: String
        let title: String
        let lead: String
    }

    /// A form, with a file for each year.
    private struct FormLine {
        let title: String
        let years: [Year]
    }

    /// A year's file.
    private struct Year {
        let address: String
        let year: String
    }

    private func overview(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.readReports)
        let texts = pages.texts(context)
        let published = try await office.publications()
        let years = try await years()
        let model = OverviewModel(
            frame: pages.frame(texts("report.title"), in: .reports, context),
            kinds: ReportKind.allCases.map { kind in
                Kind(
                    address: kind.page,
                    title: kind.title(texts),
                    lead: texts("report.lead.\(kind.rawValue.lowercased())")
                )
            },
            forms: ReportForm.allCases.map { form in
                FormLine(
                    title: texts("report.form.\(form.rawValue)"),
                    years: years.map {
                        Year(address: "/v1/reports/forms/\(form.rawValue)?year=\($0)", year: String($0))
                    }
                )
            },
            hasPublished: !published.isEmpty,
            published: published.map { PublicationLine($0, texts) },
            mayPublish: context.caller.may(.publishReports),
            maySample: context.caller.may(.readLedger) && context.caller.may(.listPeople)
        )
        return try pages.render("reports", model)
    }

    /// The programme years of which anything is known, latest first.
    private func years() async throws -> [Int] {
        let latest = office.programme.year
        let classes = office.programme.coverageClasses
        let first = try await office.store.read { try $0.firstDay(ofClasses: classes) }?.year ?? latest
        return Array((max(first, latest - 9)...max(first, latest)).reversed())
    }

    private func report(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.readReports)
        guard let kind = context.parameters.get("report").flatMap({ ReportKind(rawValue: $0) }) else {
            throw HTTPError(.notFound)
        }
        let query = context.page.query
        if let by = query["by"], !by.isEmpty, Cut(rawValue: by) == nil { throw HTTPError(.badRequest) }
        let asked = AskedReport(kind, context.page, office)
        guard asked.faults == nil else { return try page(asked, nil, asked.faults, .unprocessableContent, context) }
        do {
            let report = try await office.report(asked.request, caller: context.caller)
            shelf.keep(report, context.caller)
            return try page(asked, report, nil, .ok, context)
        } catch {
            let (faults, status) = try Form.Faults.of(error)
            return try page(asked, nil, faults.placed(among: AskedReport.names), status, context)
        }
    }

    private func page(
        _ asked: AskedReport,
        _ report: Report?,
        _ faults: Form.Faults?,
        _ status: HTTPResponse.Status,
        _ context: CallerContext
    ) throws -> Response {
        let (texts, query) = (pages.texts(context), PageQuery(context))
        let table = query.text("table")
        if let table, let report, !report.tables.contains(where: { $0.id == table }) { throw HTTPError(.notFound) }
        let skipped = table == nil ? 0 : max(0, try query.place(Int.self) ?? 0)
        let page = context.page
        let view = ReportSight(
            area: context.caller.area.isEverywhere ? texts("report.area.all") : texts("report.area.own"),
            hasLists: context.caller.may(.readLedger) && context.caller.may(.listPeople),
            table: table,
            skipped: skipped,
            alone: { page.with(["table": $0, "cursor": nil]) }
        )
        let rows = report?.tables.first { $0.id == table }?.rows.count ?? 0
        let after = skipped + ReportSight.most
        let model = ReportModel(
            frame: pages.frame(asked.kind.title(texts), in: .reports, context),
            address: asked.kind.page,
            kinds: ReportKind.allCases.map { kind in
                var query = asked.query
                if kind == .supply { query["by"] = nil }
                if kind != .coverage { query["policy"] = nil }
                return ReportModel.Kind(
                    address: PageAddress.text(kind.page, report == nil ? [:] : query),
                    title: kind.title(texts),
                    isCurrent: kind == asked.kind
                )
            },
            fields: asked.fields(office, faults, texts),
            wrong: faults?.general(texts),
            shown: report.map { ReportModel.Shown($0, asked, view, office, texts) },
            all: table == nil ? nil : context.page.with(["table": nil, "cursor": nil]),
            pager: Pager(context, next: after < rows ? try query.cursor(after: after) : nil)
        )
        return try pages.render("report", model, status: status)
    }
}
