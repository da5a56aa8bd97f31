import Foundation
import Logging
import Store
import Vocabulary
import Workbooks

/// Everything an operation works with: the store, the rules, the key, the clock and the random numbers.
package struct Office: Sendable {
    /// The database.
    package let store: Store
    /// The rules of the programme, read from Config.
    package let programme: Programme
    /// Seals and opens identity numbers and phones, and signs the audit chain.
    package internal(set) var vault: Vault
    /// What reading feeds needs.
    package let feeds: FeedDesk
    /// Reads sheets in processes of their own.
    package let sheets: SheetParser
    /// The plan in memory while referrals are made.
    package let desk = PlanDesk()
    /// The long work that is going on.
    package let jobs = JobDesk()
    /// Who works on the rolls that wait.
    package let imports = ImportDesk()
    /// Promise B's households as the last reports read them.
    let coverageShelf = CoverageShelf()
    /// The present moment in Unix seconds.
    package let now: @Sendable () -> Int64
    /// The day that the office works on: today, or a demo database's own day.
    package let today: @Sendable () -> Day
    /// Whether the database holds the synthetic province.
    package let isDemo: Bool
    /// Where operators read what happened.
    package let logger: Logger

    /// An office at work on an opened database, whose keys the master key opens.
    ///
    /// - Throws: `OperationError.wrongKey` where the key is another database's.
    package init(
        store: Store,
        programme: Programme,
        key: MasterKey,
        feeds: FeedDesk,
        sheets: SheetParser,
        now: @escaping @Sendable () -> Int64,
        logger: Logger
    ) async throws {
        self.store = store
        self.programme = programme
        vault = try await Vault.unlock(key, store)
        self.feeds = feeds
        self.sheets = sheets
        self.now = now
        self.logger = logger
        let demoDay = try await store.read { try $0.setting("demo_day") }
        if let demoDay, let day = Day(iso: demoDay) {
            isDemo = true
            today = { day }
        } else {
            isDemo = false
            today = { Day(inVietnamAtUnixSeconds: now()) }
        }
        try await sealPersonally()
        try await rebuildWhereDue()
    }
}

/// How far a long operation has come.
package struct ProgressStep: Sendable {
    /// What is being done, in English for logs.
    package let name: String
    /// How much is done.
    package let done: Int
    /// Of how much; nil where nobody knows.
    package let total: Int?

    /// A step with its figures.
    package init(_ name: String, _ done: Int, of total: Int?) {
        self.name = name
        self.done = done
        self.total = total
    }
}

/// Takes reports of progress.
package typealias ProgressReport = @Sendable (ProgressStep) -> Void

/// Runs work that burns CPU away from request threads.
enum Workbench {
    private static let long = DispatchQueue(label: "noiviec.workbench", qos: .utility)
    private static let short = DispatchQueue(label: "noiviec.answers", qos: .userInitiated)

    /// Work that may take minutes, one piece at a time.
    static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await run(work, on: long)
    }

    /// Work of less than a second that somebody waits for; it does not stand behind a plan.
    static func answer<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await run(work, on: short)
    }

    private static func run<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value,
        on queue: DispatchQueue
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try work() })
            }
        }
    }
}
