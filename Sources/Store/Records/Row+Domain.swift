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
