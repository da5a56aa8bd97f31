import GRDB
import Vocabulary

/// The conditions of a list's query, each with its arguments.
struct Conditions {
    private var parts: [String] = []
    private(set) var arguments = StatementArguments()

    /// The conditions as they stand behind WHERE.
    var sql: String { parts.isEmpty ? "1" : parts.joined(separator: " AND ") }

    /// A condition, with a value for each question mark.
    mutating func add(_ sql: String, _ values: [(any DatabaseValueConvertible)?] = []) {
        parts.append(sql)
        arguments += StatementArguments(values)
    }

    /// A condition on one value, where there is one.
    mutating func add(_ sql: String, where value: (any DatabaseValueConvertible)?) {
        if let value { add(sql, [value]) }
    }

    /// That a column is one of some texts, where there are any to choose from.
    mutating func add(_ column: String, in texts: [String]?) {
        guard let texts else { return }
        add(texts.isEmpty ? "0" : "\(column) IN (\(texts.map { _ in "?" }.joined(separator: ", ")))", texts)
    }

    /// That a household lies in an area.
    mutating func add(_ area: VisibleArea, on household: String = "h") {
        let condition = area.condition(household: household)
        parts.append(condition.sql)
        arguments += condition.arguments
    }

    /// That a stored key has words that begin as those of a text do.
    mutating func add(_ column: String, search text: String?) {
        guard let text else { return }
        guard let patterns = StoredSearchKey.patterns(text) else { return add("0") }
        for pattern in patterns { add("\(column) LIKE ?", [pattern]) }
    }
}
