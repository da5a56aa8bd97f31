import GRDB
import Households
import Vacancies
import Vocabulary

extension Row {
    /// The id in a column; throws where the value is none this program writes.
    func id<Subject>(_ column: String, table: String) throws -> ID<Subject> {
        guard let number = self[column] as Int64?, let id = ID<Subject>(number) else {
            throw StoreError.corrupt(table: table, column: column)
        }
        return id
    }

    /// A value read from a column's text; throws where the text is none this program writes.
    func value<Value>(_ column: String, table: String, _ read: (String) -> Value?) throws -> Value {
        guard let text = self[column] as String?, let value = read(text) else {
            throw StoreError.corrupt(table: table, column: column)
        }
        return value
    }

    /// A value read from a column's text, nil for NULL; throws where the text is none this program writes.
    func optional<Value>(_ column: String, table: String, _ read: (String) -> Value?) throws -> Value? {
        guard let text = self[column] as String? else { return nil }
        guard let value = read(text) else { throw StoreError.corrupt(table: table, column: column) }
        return value
    }
}

extension Set where Element: RawRepresentable, Element.RawValue == String {
    /// The set in one column: its words in order, between spaces.
    var words: String {
        map(\.rawValue).sorted().joined(separator: " ")
    }

    /// The set that a column holds; nil where a word is none this program writes.
    init?(words: String) {
        self = []
        for word in words.split(separator: " ") {
            guard let element = Element(rawValue: String(word)) else { return nil }
            insert(element)
        }
    }
}
