import Foundation
import GRDB

/// SQLite behind names: the only import of GRDB.
///
/// The store offers named reads and writes inside a transaction and never a connection. A write closure either commits
/// whole or leaves nothing, also when the process is killed; readers go on meanwhile, on the last complete state (WAL).
/// Identity numbers and phones arrive sealed and leave sealed; this module has no key.
///
/// SQL keeps to what PostgreSQL 15 understands except for STRICT, PRAGMA and WITHOUT ROWID.
///
/// Invariants: migrations are append-only and never edited once shipped; a database of a newer schema is refused
/// untouched; foreign keys are on.
package struct Store: Sendable {
    private let pool: DatabasePool
    private let watch: Watched
    private let now: @Sendable () -> Int64
    /// The path of the database file.
    package let path: String

    /// Opens a database file and brings its schema up to date.
    ///
    /// - Parameters:
    ///   - path: the file; made where there is none and `mayCreate` says so.
    ///   - mayCreate: whether a missing file is made.
    ///   - now: the present moment in Unix seconds, at which what changes becomes known.
    /// - Throws: `StoreError`.
    package init(path: String, mayCreate: Bool, now: @escaping @Sendable () -> Int64) throws {
        self.path = path
        self.now = now
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
            // What is deleted of people is overwritten with zeros.
            try database.execute(sql: "PRAGMA secure_delete = ON")
            // Ids are random, so a large feed touches pages all over its table; with few of them in memory each would be
            // written and read again many times within one transaction.
            if !database.configuration.readonly { try database.execute(sql: "PRAGMA cache_size = -40000") }
        }
        do {
            // Opening for writing already touches the file, so what is not ours is found out by reading.
            if !mayCreate || FileManager.default.fileExists(atPath: path) {
                var probe = configuration
                probe.readonly = true
                try Schema.refuseUnknown(DatabaseQueue(path: path, configuration: probe), path: path)
            }
            // Names stand in it: nobody else on the machine reads it, nor the log beside it, which is made alike.
            if !FileManager.default.fileExists(atPath: path) {
                _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            }
            pool = try DatabasePool(path: path, configuration: configuration)
            try Schema.refuseUnknown(pool, path: path)
            try Schema.migrator.migrate(pool)
            watch = Watched()
            pool.add(transactionObserver: watch.observer, extent: .databaseLifetime)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Reads one consistent state.
    package func read<Value: Sendable>(_ body: @Sendable @escaping (Reading) throws -> Value) async throws -> Value {
        do {
            return try await pool.read { try body(Reading(database: $0)) }
        } catch {
            throw StoreError.wrapping(error, path: path)
        }
    }

    /// Reads one consistent state on the caller's own thread, which is not one of those that answer requests.
    package func readNow<Value>(_ body: (Reading) throws -> Value) throws -> Value {
        do {
            return try pool.read { try body(Reading(database: $0)) }
        } catch {
            throw StoreError.wrapping(error, path: path)
        }
    }

    /// Writes one transaction: all of it, or nothing when the closure throws.
    package func write<Value: Sendable>(_ body: @Sendable @escaping (Writing) throws -> Value) async throws -> Value {
        let once = OnceWrite.current
        do {
            return try await pool.write { [watch, now] database in
                let writing = Writing(database: database, watch: watch.observer)
                try writing.begin(at: now())
                let value = if let once { try once.perform(writing, body) } else { try body(writing) }
                try watch.observer.mark(writing)
                return value
            }
        } catch {
            throw StoreError.wrapping(error, path: path)
        }
    }

    /// Copies the log into the file and shortens it, so that the file alone is complete.
    package func checkpoint() async throws {
        do {
            _ = try await pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Writes the file anew, without anything that was deleted from it, and empties the log.
    ///
    /// Deleted rows are overwritten with zeros, but copies of rows stay where SQLite has moved them to other pages.
    package func rebuild() async throws {
        do {
            try await pool.vacuum()
        } catch {
            throw StoreError(error, path: path)
        }
        try await checkpoint()
    }

    /// Closes every connection.
    package func close() throws {
        do {
            try pool.close()
        } catch {
            throw StoreError(error, path: path)
        }
    }
}

/// The observer of the one connection that writes; nothing touches it outside of a write.
private struct Watched: @unchecked Sendable {
    let observer = ChangeWatch()
}

/// Named reads of one consistent state; valid only inside the closure that receives it.
package struct Reading {
    let database: Database
}

/// Named reads and writes of one transaction; valid only inside the closure that receives it.
package struct Writing {
    let database: Database
    /// Who notes what changes; told of what SQLite does not tell it.
    var watch: ChangeWatch?

    /// The reads, on the state this transaction has reached.
    package var reading: Reading { Reading(database: database) }
}
