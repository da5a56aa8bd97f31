import Foundation
import Operations
import Outcomes
import Vocabulary

/// Reports of any period, as of any day, as known at any moment, by any cut; and what was published for everybody.
struct ReportTablesAPI: EndpointGroup {
    let office: Office

    var endpoints: [Endpoint] { reading + publishing }

    private var reading: [Endpoint] {
        [
            Endpoint(
                .get,
                "/v1/reports/tables/{report}",
                id: "getReport",
                tag: "reports",
                "A report's tables: A people connected, B households covered, retention, quality of the plan, supply.",
                access: .may(.readReports),
                segments: ["report": .codes(of: ReportKind.self)],
                parameters: ReportTablesAPI.question,
                success: [.tagged(ReportTablesAPI.schema)],
                refusals: [.impossiblePeriod, .unknownPolicy]
            ) { request in try .tagged(ReportView(try await report(request))) },
            Endpoint(
                .get,
                "/v1/reports/tables/{report}/csv",
                id: "getReportAsCSV",
                tag: "reports",
                "The same as text for spreadsheets: UTF-8 with its mark, no cell a formula.",
                access: .may(.readReports),
                segments: ["report": .codes(of: ReportKind.self)],
                parameters: ReportTablesAPI.question + [ReportTablesAPI.table],
                success: [.file("text/csv; charset=utf-8")],
                refusals: [.impossiblePeriod, .unknownPolicy]
            ) { request in
                let report = try await report(request)
                let bytes = ReportCSV.bytes(report, table: request.text("table"))
                return .file(bytes, contentType: "text/csv; charset=utf-8", name: report.fileName + ".csv")
            },
            Endpoint(
                .get,
                "/v1/reports/tables/{report}/xlsx",
                id: "getReportAsWorkbook",
                tag: "reports",
                "The same as a workbook in the official layout, a sheet for each table.",
                access: .may(.readReports),
                segments: ["report": .codes(of: ReportKind.self)],
                parameters: ReportTablesAPI.question + [ReportTablesAPI.table],
                success: [.file(ReportTablesAPI.workbook)],
                refusals: [.impossiblePeriod, .unknownPolicy]
            ) { request in
                let report = try await report(request)
                let bytes = try await office.workbook([report], table: request.text("table"))
                return .file(bytes, contentType: ReportTablesAPI.workbook, name: report.fileName + ".xlsx")
            },
            Endpoint(
                .get,
                "/v1/reports/tables/{report}/items",
                id: "listReportItems",
                tag: "reports",
                "What a figure of a report counts, by random ids: in one row, or in all of them.",
                access: .may(.readLedger),
                segments: ["report": .codes(of: ReportKind.self)],
                parameters: ReportTablesAPI.question + [
                    .neededQuery("table", .text(1...64), "The table."),
                    .neededQuery("figure", .text(1...64), "The figure's column."),
                    .query("key", .text(1...200), "Only this row."),
                ],
                success: [.ok(ReportTablesAPI.itemSchema)],
                refusals: [.impossiblePeriod, .unknownPolicy, .noSuchFigure]
            ) { request in try await items(request) },
            Endpoint(
                .get,
                "/v1/reports/forms/{form}",
                id: "getReportForm",
                tag: "reports",
                "The six-month or the yearly form as a workbook: both promises by old district, and retention.",
                access: .may(.readReports),
                segments: ["form": .codes(of: ReportForm.self)],
                parameters: [.neededQuery("year", .integer(2000...2100), "The programme year.")],
                success: [.file(ReportTablesAPI.workbook)],
                refusals: [.impossiblePeriod]
            ) { request in
                let form = ReportForm(rawValue: request.segment("form")) ?? .year
                let reports = try await office.form(form, year: request.integer("year") ?? 0, caller: request.caller)
                let bytes = try await office.workbook(reports)
                return .file(bytes, contentType: ReportTablesAPI.workbook, name: "\(form.rawValue).xlsx")
            },
        ]
    }

    private var publishing: [Endpoint] {
        [
            Endpoint(
                .post,
                "/v1/reports/publications",
                id: "publishReport",
                tag: "reports",
                "Publish a closed period's fixed list of tables, once and for good, with small cells hidden.",
                access: .may(.publishReports),
                body: .json(.object([.required("from", .day), .required("to", .day)])),
                success: [.created(.anything)],
                refusals: [.impossiblePeriod, .periodNotClosed, .periodPublished],
                demands: [.idempotent]
            ) { request in
                let body = try request.body(as: Period.self)
                guard let from = Day(iso: body.from), let to = Day(iso: body.to) else {
                    throw OperationError.refused(.impossiblePeriod)
                }
                return try await request.once {
                    try await office.publishReport(from: from, to: to, caller: request.caller)
                } answer: { _ in
                    try .created(body, at: "/v1/public/reports/\(from)/\(to)")
                }
            },
            Endpoint(
                .get,
                "/v1/public/reports",
                id: "listPublications",
                tag: "reports",
                "The periods that were published.",
                access: .anybody,
                success: [.ok(.array(ReportTablesAPI.publication, atMost: 10_000))]
            ) { _ in
                try .ok(
                    try await office.publications().map {
                        Published(
                            from: $0.from.description,
                            to: $0.to.description,
                            at: $0.at,
                            tables: "/v1/public/reports/\($0.from)/\($0.to)"
                        )
                    }
                )
            },
            Endpoint(
                .get,
                "/v1/public/reports/{from}/{to}",
                id: "getPublication",
                tag: "reports",
                "What was published of a period; hidden cells are null.",
                access: .anybody,
                segments: ["from": .day, "to": .day],
                success: [.ok(.anything)],
                refusals: [.notFound]
            ) { request in
                guard let from = Day(iso: request.segment("from")), let to = Day(iso: request.segment("to")) else {
                    throw OperationError.refused(.notFound)
                }
                return .json(text: try await office.publication(from: from, to: to))
            },
        ]
    }

    /// A period.
    private struct Period: Codable {
        let from: String
        let to: String
    }

    /// A period that was published.
    private struct Published: Encodable {
        let from: String
        let to: String
        let at: Int64
        let tables: String
    }

    /// What a figure counts, each kind of thing apart.
    private struct Items: Encodable {
        var total = 0
        var members: [Int64] = []
        var households: [Int64] = []
        var referrals: [Int64] = []
        var vacancies: [Int64] = []
    }

    private func report(_ request: APIRequest) async throws -> Report {
        try await office.report(try asked(request), caller: request.caller)
    }

    private func items(_ request: APIRequest) async throws -> APIAnswer {
        let subjects = try await office.reportItems(
            try asked(request),
            table: request.text("table") ?? "",
            figure: request.text("figure") ?? "",
            key: request.text("key"),
            caller: request.caller
        )
        var items = Items()
        for subject in subjects {
            switch subject {
            case .member(let id): items.members.append(id.rawValue)
            case .household(let id): items.households.append(id.rawValue)
            case .referral(let id): items.referrals.append(id.rawValue)
            case .vacancy(let id): items.vacancies.append(id.rawValue)
            }
        }
        items.total = subjects.count
        return try .ok(items)
    }

    /// What a request asks for; the year so far where it names no period.
    private func asked(_ request: APIRequest) throws -> ReportRequest {
        guard let kind = ReportKind(rawValue: request.segment("report")) else {
            throw OperationError.refused(.notFound)
        }
        let standard = office.reportPeriod()
        var asked = ReportRequest(
            kind,
            from: request.day("from") ?? standard.from,
            to: request.day("to") ?? standard.to
        )
        asked.asOf = request.day("as_of")
        asked.knownAt = request.text("known_at").flatMap { Int64($0) } ?? request.day("known")?.lastMoment
        asked.by = request.code("by")
        asked.policy = request.text("policy")
        return asked
    }

    private static let workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    private static let table = Parameter.query("table", .text(1...64), "Only this table.")

    /// What every report takes.
    private static let question: [Parameter] = [
        .query("from", .day, "The period's first day; else the programme year's."),
        .query("to", .day, "The period's last day; else the programme year's."),
        .query("as_of", .day, "The day on which things are looked at; else the period's last, or today."),
        .query("known", .day, "As it was known at the end of this day; else as it is known now."),
        .query("known_at", .instant, "As it was known at this moment, in Unix seconds; goes before `known`."),
        .query("by", .codes(of: Cut.self), "By what it is cut."),
        .query("policy", .text(1...64), "A version of the placement policy that judges promise B anew."),
    ]

    private static let row = Schema.object([
        .required("key", .anyText), .required("label", .wording), .required("values", .array(.anything, atMost: 100)),
    ])

    private static let schema = Schema.named(
        "Report",
        .object([
            .required("report", .anyText), .required("from", .day), .required("to", .day), .required("asOf", .day),
            .required("knownAt", .instant), .optional("by", .anyText),
            .required("policies", .array(.anyText, atMost: 100)), .optional("paragraph", .wording),
            .required(
                "tables",
                .array(
                    .object([
                        .required("id", .anyText), .required("title", .wording),
                        .required(
                            "columns",
                            .array(
                                .object([
                                    .required("id", .anyText), .required("title", .wording),
                                    .required("definition", .wording), .optional("formula", .anyText),
                                    .optional("items", .anyText),
                                ]),
                                atMost: 100
                            )
                        ),
                        .required("rows", .array(row, atMost: 100_000)), .optional("total", row),
                    ]),
                    atMost: 100
                )
            ),
        ])
    )

    private static let itemSchema = Schema.named(
        "ReportItems",
        .object([
            .required("total", .count), .required("members", .array(.id, atMost: 1_000_000)),
            .required("households", .array(.id, atMost: 1_000_000)),
            .required("referrals", .array(.id, atMost: 1_000_000)),
            .required("vacancies", .array(.id, atMost: 1_000_000)),
        ])
    )

    private static let publication = Schema.object([
        .required("from", .day), .required("to", .day), .required("at", .instant), .required("tables", .anyText),
    ])
}
