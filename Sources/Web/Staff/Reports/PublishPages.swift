import Hummingbird
import Operations
import Store
import Vocabulary

/// Publishing a closed period's tables for everybody, once and for good.
struct PublishPages: PageGroup {
    static let templates: [String: [UInt8]] = ["publish-report": PackageResources.publish_report_mustache]

    let office: Office
    let pages: Pages

    private static let names = ["from", "to", "sure"]

    func add(to group: RouterGroup<CallerContext>) {
        group.get("reports/publications") { _, context in
            try context.caller.require(.publishReports)
            return try ask(Form(), nil, .ok, context)
        }
        group.post("reports/publications") { request, context in try await publish(request, context) }
    }

    /// What the form shows.
    private struct Model: PageModel {
        let frame: Frame
        let days: String
        let wrong: String?
        let fields: [Field]
    }

    private func ask(
        _ form: Form,
        _ faults: Form.Faults?,
        _ status: HTTPResponse.Status,
        _ context: CallerContext
    ) throws -> Response {
        let texts = pages.texts(context)
        let faults = faults?.placed(among: PublishPages.names)
        let model = Model(
            frame: pages.frame(texts("report.publish"), in: .reports, context),
            days: String(office.programme.reports.closedAfterDays),
            wrong: faults?.general(texts),
            fields: [
                Field.day("from", texts("report.from"), form.text("from")).required,
                Field.day("to", texts("report.to"), form.text("to")).required,
                Field.tick("sure", texts("report.publish.sure"), form.isTicked("sure")),
            ].map { $0.error(faults, texts) }
        )
        return try pages.render("publish-report", model, status: status)
    }

    private func publish(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.publishReports)
        let form = try await Form.read(request)
        do {
            let (from, to) = (form.day("from"), form.day("to"))
            var faults: [String: Wording] = [:]
            for (name, day) in [("from", from), ("to", to)] where day == nil {
                faults[name] = Wording(Refusal.noDay.vietnamese, Refusal.noDay.english)
            }
            if !form.isTicked("sure") {
                faults["sure"] = pages.wording("report.publish.not-sure")
            }
            guard let from, let to, faults.isEmpty else { throw Form.Faults(faults) }
            _ = try await office.publishReport(from: from, to: to, caller: context.caller)
            return context.goOn(to: "/public/reports/\(from)/\(to)", done: "report-published")
        } catch {
            let (faults, status) = try Form.Faults.of(error)
            return try ask(form, faults, status, context)
        }
    }
}

/// A period that was published.
struct PublicationLine {
    let address: String
    let period: String
    let at: String

    init(_ publication: Publication, _ texts: Texts) {
        address = "/public/reports/\(publication.from)/\(publication.to)"
        period = texts(
            "report.period",
            ["from": publication.from.vietnamese, "to": publication.to.vietnamese]
        )
        at = Day.moment(publication.at)
    }
}
