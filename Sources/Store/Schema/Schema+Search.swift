import GRDB
import Vocabulary

extension Schema {
    /// Keys by which people are searched without marks, and the orders that lists are read in.
    ///
    /// The keys stand in the indexes too, so that a search reads no row that it does not show.
    static let search = """
        ALTER TABLE household ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
        ALTER TABLE member ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
        CREATE INDEX household_in_order ON household (commune, village, code, departure, search_key);
        CREATE INDEX member_in_order ON member (household_id, line, id, departure, search_key);
        ALTER TABLE vacancy ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
        CREATE INDEX vacancy_by_title ON vacancy (title, id);
        """

    /// Fills the search keys of what is stored already; SQLite cannot fold Vietnamese text.
    static func fillSearchKeys(_ database: Database) throws {
        let searched = [
            ("household", ["head_name", "code", "village"]), ("member", ["name"]), ("vacancy", ["title", "employer"]),
        ]
        for (table, columns) in searched {
            let update = try database.makeStatement(sql: "UPDATE \(table) SET search_key = ? WHERE id = ?")
            let rows = try Row.fetchAll(database, sql: "SELECT id, \(columns.joined(separator: ", ")) FROM \(table)")
            for row in rows {
                let texts = columns.map { row[$0] as String }
                try update.execute(arguments: [StoredSearchKey(texts).text, row["id"] as Int64])
            }
        }
    }
}

/// The text of some columns as it is searched: folded words, each behind a space.
struct StoredSearchKey {
    let text: String

    init(_ texts: [String]) {
        text = texts.map { " " + searchKey($0) }.joined()
    }

    /// The patterns that a stored key matches where it has words that begin as those of a query do; nil where the query
    /// has no word.
    static func patterns(_ query: String) -> [String]? {
        let words = searchKey(query).split(separator: " ")
        return words.isEmpty ? nil : words.map { "% \($0)%" }
    }
}
