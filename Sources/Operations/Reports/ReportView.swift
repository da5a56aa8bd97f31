import Outcomes
import Vocabulary

/// A report as it is printed and served.
package struct ReportView: Sendable, Encodable {
    /// A column: what it counts, and where what is counted is listed.
    package struct Column: Sendable, Encodable {
        let id: String
        let title: Wording
        let definition: Wording
        /// How its values come about from other columns, for example `covered / coverable * 100`.
        let formula: String?
        /// The address that lists what the total counts; `&key=` and a row's key narrow it to that row.
        let items: String?
    }

    /// A row.
    package struct Row: Sendable, Encodable {
        let key: String
        let label: Wording
        let values: [Value]
    }

    /// A value: a number, a day or words, or nothing.
    package enum Value: Sendable, Encodable {
        case number(Int)
        case decimal(Double)
        case text(String)
        case nothing

        init(_ cell: ReportCell) {
            self =
                switch cell {
                case .count(let count): .number(count)
                case .share(_, of: 0), .rate(_, per: 0), .nothing: .nothing
                // One decimal of a percentage and two of a rate, rounded half up in whole numbers.
                case .share(let part, of: let whole): .decimal(Double((part * 2000 + whole) / (2 * whole)) / 10)
                case .rate(let part, per: let whole): .decimal(Double((part * 200 + whole) / (2 * whole)) / 100)
                case .day(let day): .text(day.description)
                case .text(let text): .text(text)
                }
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .number(let number): try container.encode(number)
            case .decimal(let number): try container.encode(number)
            case .text(let text): try container.encode(text)
            case .nothing: try container.encodeNil()
            }
        }
    }

    /// A table.
    package struct Table: Sendable, Encodable {
        let id: String
        let title: Wording
        let columns: [Column]
        let rows: [Row]
        let total: Row?
    }

    let report: String
    let from: String
    let to: String
    let asOf: String
    let knownAt: Int64
    let by: String?
    let policies: [String]
    let paragraph: Wording?
    let tables: [Table]

    /// A report as it is shown.
    package init(_ report: Report) {
        let (request, frame) = (report.request, report.frame)
        self.report = request.kind.rawValue
        from = frame.from.description
        to = frame.to.description
        asOf = frame.asOf.description
        knownAt = frame.knownAt
        by = request.by?.rawValue
        policies = request.policy.map { [$0] } ?? frame.policyVersions
        paragraph = report.paragraph.map { Wording($0.vi, $0.en) }
        tables = report.tables.map { table in
            func row(_ row: ReportTable.Row) -> Row {
                let label = report.labels.label(row.key, in: table)
                return Row(key: row.key, label: Wording(label.vi, label.en), values: row.cells.map(Value.init))
            }
            return Table(
                id: table.id,
                title: Wording(table.title.vi, table.title.en),
                columns: table.columns.map { Column($0, in: table, report) },
                rows: table.rows.map(row),
                total: table.total.map(row)
            )
        }
    }
}

extension ReportView.Column {
    fileprivate init(_ column: ReportTable.Column, in table: ReportTable, _ report: Report) {
        id = column.id
        title = Wording(column.title.vi, column.title.en)
        definition = Wording(column.definition.vi, column.definition.en)
        switch column.formula {
        case .counted:
            formula = nil
            items = report.items(table: table.id, figure: column.id)
        case .share(let part, of: let whole):
            formula = "\(part) / \(whole) * 100"
            items = nil
        case .rate(let part, per: let whole):
            formula = "\(part) / \(whole)"
            items = nil
        case .told:
            formula = nil
            items = nil
        }
    }
}

extension Report {
    /// The address that lists what a figure counts.
    fileprivate func items(table: String, figure: String) -> String {
        var parts = [
            "table=\(table)", "figure=\(figure)", "from=\(frame.from)", "to=\(frame.to)", "as_of=\(frame.asOf)",
            "known_at=\(frame.knownAt)",
        ]
        if let by = request.by { parts.append("by=\(by.rawValue)") }
        if let policy = request.policy { parts.append("policy=\(policy)") }
        return "/v1/reports/tables/\(request.kind.rawValue)/items?" + parts.joined(separator: "&")
    }
}
