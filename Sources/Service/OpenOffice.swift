import Feeds
import Foundation
import Logging
import Operations
import Store
import Vocabulary
import Workbooks

/// Opens the database that the settings name and puts an office to work on it.
///
/// - Parameters:
///   - settings: the configuration.
///   - mayCreate: whether a missing database is made, with its folder and its key.
///   - demoDay: for a demo's import, the day on which its database lives; nil for any other use.
///   - program: this program's own file, which reads feeds in processes of its own.
///   - now: the present moment in Unix seconds.
///   - logger: where operators read what happened.
/// - Returns: the office at work.
/// - Throws: `StoreError`, `OperationError`.
package func openOffice(
    _ settings: Settings,
    mayCreate: Bool,
    demoDay: Day? = nil,
    program: String = "/proc/self/exe",
    now: @escaping @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970) },
    logger: Logger
) async throws -> Office {
    let folder = (settings.databaseFile as NSString).deletingLastPathComponent
    if mayCreate, !folder.isEmpty {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw OperationError.cannotWrite(file: folder)
        }
    }
    let isNew = !FileManager.default.fileExists(atPath: settings.databaseFile)
    let store = try Store(path: settings.databaseFile, mayCreate: mayCreate, now: now)
    let key = try MasterKey.find(
        file: settings.keyFile,
        environment: settings.environment,
        mayCreate: mayCreate && isNew
    )
    if let demoDay { try await Office.markDemo(store, day: demoDay) }
    return try await Office(
        store: store,
        programme: settings.programme,
        key: key,
        feeds: settings.feedDesk(program: program),
        sheets: SheetParser(executable: program),
        now: now,
        logger: logger
    )
}

extension Settings {
    /// What reading feeds needs; the program is this program's own file.
    package func feedDesk(program: String = "/proc/self/exe") -> FeedDesk {
        FeedDesk(
            parser: FeedParser(executable: program, dialects: feedDialects),
            dialects: feedDialects,
            archive: FeedArchive(folder: feedArchive),
            archiveDays: feedArchiveDays,
            userAgent: feedUserAgent,
            environment: environment,
            sources: feedSources
        )
    }
}
