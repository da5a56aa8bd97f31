import GRDB

extension Writing {
    /// Sets a named value.
    package func set(_ name: String, to value: String) throws {
        try database.execute(
            sql: "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            arguments: [name, value]
        )
    }
}

extension Reading {
    /// A named value; nil where it was never set.
    package func setting(_ name: String) throws -> String? {
        try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
    }
}
