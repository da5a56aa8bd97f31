/// A table whose cells can be listed: what a report is made of, whatever its facts are.
package protocol Counted: Sendable {
    /// The code of the table.
    var id: String { get }
    /// The table.
    var table: ReportTable { get }
    /// What a figure counts, in a row or in all of them; nil where there is no such figure.
    func subjects(_ figure: String, key: String?) -> [ReportSubject]?
}

extension Tally: Counted {}

/// A table of a report, with what its figures count where they count anything.
package enum ReportSection: Sendable {
    /// Figures that can be listed.
    case counted(any Counted)
    /// What is told and has no list.
    case told(ReportTable)

    /// The table.
    package var table: ReportTable {
        switch self {
        case .counted(let counted): counted.table
        case .told(let table): table
        }
    }
}
