import GRDB

extension Reading {
    /// Runs before the one of a number, or all, latest first; at most so many.
    package func runs(before number: RunNumber?, limit: Int) throws -> [RunRow] {
        let sql = "SELECT id, day, at, summary, policy FROM run WHERE id < ? ORDER BY id DESC LIMIT ?"
        return try Row.fetchAll(database, sql: sql, arguments: [number ?? .max, limit]).map(RunRow.init(row:))
    }

    /// One run; nil where there is none of this number.
    package func run(_ number: RunNumber) throws -> RunRow? {
        let sql = "SELECT id, day, at, summary, policy FROM run WHERE id = ?"
        return try Row.fetchOne(database, sql: sql, arguments: [number]).map(RunRow.init(row:))
    }

    /// Runs of feeds, latest first.
    ///
    /// - Parameters:
    ///   - source: only of this source.
    ///   - outcome: only those that ended so.
    ///   - number: only those before the run of this number.
    ///   - limit: at most so many.
    /// - Returns: the runs.
    /// - Throws: `StoreError.corrupt` where a row is none that this program writes.
    package func feedRuns(
        of source: String?,
        outcome: FeedRunRecord.Outcome?,
        before number: FeedRunNumber?,
        limit: Int
    ) throws -> [FeedRunRecord] {
        var conditions = Conditions()
        conditions.add("id < ?", [number ?? .max])
        conditions.add("source = ?", where: source)
        conditions.add("outcome = ?", where: outcome?.rawValue)
        let sql = "SELECT * FROM feed_run WHERE \(conditions.sql) ORDER BY id DESC LIMIT ?"
        return try Row.fetchAll(database, sql: sql, arguments: conditions.arguments + [limit])
            .map(FeedRunRecord.init(row:))
    }
}
