import Operations
import Outcomes
import Vocabulary

/// What a report's page shows: the form that asks for it, and its tables.
struct ReportModel: PageModel {
    let frame: Frame
    let address: String
    let kinds: [Kind]
    let fields: [Field]
    let wrong: String?
    let shown: Shown?
    /// The report with all its tables, where only one is shown.
    let all: String?
    let pager: Pager

    /// Another report.
    struct Kind {
        let address: String
        let title: String
        let isCurrent: Bool
    }

    /// The report, where what was asked for can be told.
    struct Shown {
        let letterhead: [String]
        let place: String
        let period: String
        let facts: [Fact]
        let paragraph: String?
        let english: String?
        let workbook: String
        let text: String
        let tables: [ReportTableModel]
    }

    /// Something that holds for the whole report.
    struct Fact {
        let label: String
        let value: String
    }
}

extension ReportModel.Shown {
    /// - Parameters:
    ///   - report: the report.
    ///   - asked: what it was asked for.
    ///   - view: which of it is shown, and to whom.
    ///   - office: the office.
    ///   - texts: the reader's language.
    init(_ report: Report, _ asked: AskedReport, _ view: ReportSight, _ office: Office, _ texts: Texts) {
        let (frame, rules) = (report.frame, office.programme.reports)
        letterhead = rules.letterhead
        let parts = frame.asOf.parts
        place = texts(
            "report.dated",
            ["place": rules.place, "day": String(parts.day), "month": String(parts.month), "year": String(parts.year)]
        )
        period = texts("report.period", ["from": frame.from.vietnamese, "to": frame.to.vietnamese])
        let policies = report.request.policy.map { [$0] } ?? frame.policyVersions
        facts = [
            ReportModel.Fact(label: texts("report.fact.as-of"), value: frame.asOf.vietnamese),
            ReportModel.Fact(label: texts("report.fact.known"), value: Day.moment(frame.knownAt)),
            ReportModel.Fact(label: texts("report.fact.policy"), value: policies.joined(separator: ", ")),
            ReportModel.Fact(
                label: texts("report.fact.cut"),
                value: report.request.by.map { texts("report.cut.\($0.rawValue)") } ?? texts("report.whole")
            ),
            ReportModel.Fact(label: texts("report.fact.area"), value: view.area),
        ]
        paragraph = report.paragraph?.vi
        english = texts.language == .english ? report.paragraph?.en : nil
        var query = asked.query
        query["known_at"] = String(frame.knownAt)
        query["known"] = nil
        query["table"] = view.table
        let files = "/v1/reports/tables/\(asked.kind.rawValue)"
        workbook = PageAddress.text(files + "/xlsx", query)
        text = PageAddress.text(files + "/csv", query)
        tables = report.tables.filter { view.table == nil || $0.id == view.table }.map { table in
            ReportTableModel(table, report, query: query, view, texts)
        }
    }
}

/// Which part of a report somebody sees, and what of it leads on.
struct ReportSight {
    /// Whose area it is of, in words.
    let area: String
    /// Whether figures lead to the lists of what they count.
    let hasLists: Bool
    /// Only this table; nil for all, each with its first rows.
    let table: String?
    /// After how many rows the page begins.
    let skipped: Int
    /// The page with only one table, by its id.
    let alone: @Sendable (String) -> String

    /// How many rows of each table are shown where all tables are.
    static let first = 20
    /// How many rows of the only table are shown at a time.
    static let most = 60
}
