import Foundation
import Hummingbird
import Operations
import Outcomes
import Vocabulary

/// What was published of closed periods: for everybody, without signing in.
struct PublicReportPages: Sendable {
    static let templates: [String: [UInt8]] = [
        "public-report": PackageResources.public_report_mustache,
        "public-reports": PackageResources.public_reports_mustache,
    ]

    let office: Office
    let pages: Pages

    func add(to router: Router<VisitorContext>) {
        router.get("public/reports") { _, context in try await list(context) }
        router.get("public/reports/{from}/{to}") { _, context in try await one(context) }
    }

    /// What the list shows.
    private struct ListModel: PageModel {
        let frame: Frame
        let hasPublished: Bool
        let published: [PublicationLine]
    }

    /// What a period's page shows.
    private struct Model: PageModel {
        let frame: Frame
        let letterhead: [String]
        let period: String
        let facts: [ReportModel.Fact]
        let note: String
        let json: String
        let tables: [Table]
    }

    /// One figure by two cuts.
    private struct Table {
        let id: String
        let title: String
        let heading: String
        let columns: [String]
        let rows: [Row]
    }

    /// A row, or the sum of all.
    private struct Row {
        let label: String
        let isSum: Bool
        let cells: [Cell]
    }

    /// A value under its column.
    private struct Cell {
        let heading: String
        let text: String
    }

    private func list(_ context: VisitorContext) async throws -> Response {
        let texts = pages.texts(context.choices.language)
        let published = try await office.publications()
        let model = ListModel(
            frame: frame(texts("public.title"), context),
            hasPublished: !published.isEmpty,
            published: published.map { PublicationLine($0, texts) }
        )
        return try pages.render("public-reports", model)
    }

    private func one(_ context: VisitorContext) async throws -> Response {
        guard let from = context.parameters.get("from").flatMap({ Day(iso: $0) }),
            let to = context.parameters.get("to").flatMap({ Day(iso: $0) })
        else { throw HTTPError(.notFound) }
        let body = try await office.publication(from: from, to: to)
        let published = try JSONDecoder().decode(Published.self, from: Data(body.utf8))
        let texts = pages.texts(context.choices.language)
        func words(_ text: [String: String]) -> String { text[texts.language.rawValue] ?? "" }
        let model = Model(
            frame: frame(texts("public.figures"), context),
            letterhead: office.programme.reports.letterhead,
            period: texts("report.period", ["from": from.vietnamese, "to": to.vietnamese]),
            facts: [
                ReportModel.Fact(label: texts("report.fact.as-of"), value: texts.day(published.asOf)),
                ReportModel.Fact(label: texts("report.fact.known"), value: Day.moment(published.knownAt)),
                ReportModel.Fact(
                    label: texts("report.fact.policy"),
                    value: published.policies.joined(separator: ", ")
                ),
            ],
            // What is null to a program is a dash here.
            note: words(published.note).replacing(" (null)", with: ""),
            json: "/v1/public/reports/\(from)/\(to)",
            tables: published.tables.enumerated().map { place, table in
                let columns = table.columns.map { words(["vi": $0.vi, "en": $0.en]) } + [texts("public.sum")]
                let labels = table.rows.map { words(["vi": $0.vi, "en": $0.en]) } + [texts("public.sum")]
                return Table(
                    id: "table-\(place + 1)",
                    title: "\(place + 1). \(words(table.title))",
                    heading: texts("report.cut.\(table.rowsBy)"),
                    columns: columns,
                    rows: zip(labels, table.values).enumerated().map { row, pair in
                        Row(
                            label: pair.0,
                            isSum: row == table.rows.count,
                            cells: zip(columns, pair.1).map {
                                Cell(heading: $0, text: $1.map { number($0) } ?? "–")
                            }
                        )
                    }
                )
            }
        )
        return try pages.render("public-report", model)
    }

    private func frame(_ title: String, _ context: VisitorContext) -> Frame {
        guard let caller = try? CallerContext(context: context) else {
            return pages.frame(title, context.choices, back: context.page)
        }
        return pages.frame(title, in: .reports, caller)
    }

    /// What was published, as it is stored.
    private struct Published: Decodable {
        struct Table: Decodable {
            struct Key: Decodable {
                let vi: String
                let en: String
            }
            let title: [String: String]
            let rowsBy: String
            let rows: [Key]
            let columns: [Key]
            let values: [[Int?]]
        }
        let asOf: String
        let knownAt: Int64
        let policies: [String]
        let note: [String: String]
        let tables: [Table]
    }
}
