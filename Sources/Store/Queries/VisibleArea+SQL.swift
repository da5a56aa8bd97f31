import GRDB
import Vocabulary

extension VisibleArea {
    /// What a row's commune and village must be for somebody of this area to see it.
    ///
    /// - Parameter household: the name by which a query knows the table of households.
    /// - Returns: a condition that holds for no row outside the area, and its arguments.
    func condition(household: String) -> (sql: String, arguments: StatementArguments) {
        if isEverywhere { return ("1", []) }
        var parts: [String] = []
        var arguments: StatementArguments = []
        func list(_ count: Int) -> String { repeatElement("?", count: count).joined(separator: ", ") }
        if !communes.isEmpty {
            parts.append("\(household).commune IN (\(list(communes.count)))")
            arguments += StatementArguments(communes.sorted().map(\.description))
        }
        for (commune, names) in villages.sorted(by: { $0.key < $1.key }) where !names.isEmpty {
            parts.append("(\(household).commune = ? AND \(household).village IN (\(list(names.count))))")
            arguments += StatementArguments([commune.description] + names.sorted())
        }
        return parts.isEmpty ? ("0", []) : ("(\(parts.joined(separator: " OR ")))", arguments)
    }
}
