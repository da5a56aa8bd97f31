import Feeds
import Foundation
import Store

/// A source as the list of sources shows it.
package struct FeedListing: Sendable, Encodable {
    /// Its name.
    package let source: String
    /// Where its feed is; nil where the configuration does not name it any more.
    package let location: String?
    /// Whether it is switched on.
    package let enabled: Bool
    /// How many of its vacancies are open.
    package let open: Int
    /// Its last run; nil before the first.
    package let lastRun: Int64?
    /// How that ended.
    package let outcome: String?
    /// When it was, in Unix seconds.
    package let at: Int64?
    /// Records it refused.
    package let quarantined: Int?
    /// The run that waits for approval; nil where none does.
    package let held: Int64?
    /// How many vacancies that would close.
    package let wouldClose: Int?

    /// One line for a terminal.
    package var line: String {
        let place = location ?? "not configured any more"
        let last = lastRun.map { "run \($0) \(outcome ?? "")" } ?? "never read"
        let holding = held.map { "; held: \(wouldClose ?? 0) would close, noiviec feeds approve \($0)" } ?? ""
        return "\(source)\(enabled ? "" : " (off)"): \(place); \(last); \(open) open\(holding)"
    }
}

/// A refused record as it is shown to whoever can mend it.
package struct QuarantineEntry: Sendable, Encodable {
    /// The run that refused it.
    package let run: Int64
    /// Its number in the feed, from 1.
    package let record: Int
    /// The line of the mistake, or else on which the record begins.
    package let line: Int
    /// The offset of its first byte.
    package let offset: Int
    /// The id it gives itself, where it could be read.
    package let id: String?
    /// Why it was refused, as a code.
    package let reason: String
    /// What is wrong and how to mend it, in English.
    package let english: String
    /// The same in Vietnamese.
    package let vietnamese: String
    /// Its text, up to 64 KB; what is no UTF-8 in it is replaced.
    package let fragment: String
}

extension Office {
    /// Every source that is configured or has been read, by name.
    package func listFeeds(_ sources: [FeedSource]) async throws -> [FeedListing] {
        try await store.read { reading in
            let names = Set(sources.map(\.name)).union(try reading.feedSources()).sorted()
            return try names.map { name in
                let source = sources.first { $0.name == name }
                let last = try reading.latestFeedRun(of: name)
                let isHeld = try reading.feedState(of: name).held != nil
                let held = isHeld ? try reading.latestFeedRun(of: name, outcome: .held) : nil
                return FeedListing(
                    source: name,
                    location: source?.place,
                    enabled: source?.isEnabled ?? false,
                    open: try reading.openVacancies(of: name),
                    lastRun: last?.number,
                    outcome: last?.outcome.rawValue,
                    at: last?.at,
                    quarantined: last?.quarantined,
                    held: held?.number,
                    wouldClose: held?.wouldClose
                )
            }
        }
    }

    /// Records that a run refused, at most so many, after so many; where no run is named, those of the latest that refused
    /// any, of one source or of all.
    ///
    /// Throws `OperationError.noFeedRun` for a run that was never made.
    package func quarantine(
        run: FeedRunNumber?,
        source: String?,
        limit: Int,
        offset: Int
    ) async throws -> [QuarantineEntry] {
        try await store.read { reading in
            if let run, try reading.feedRun(run) == nil { throw OperationError.noFeedRun(run) }
            let found = try run ?? reading.latestRefusingRun(of: source)
            guard let found else { return [] }
            return try reading.quarantine(of: found, limit: limit, offset: offset).map { record in
                let sentence = Rejection.Reason(rawValue: record.reason)?.sentence
                return QuarantineEntry(
                    run: record.run,
                    record: record.number,
                    line: record.faultLine ?? record.line,
                    offset: record.start,
                    id: record.reference,
                    reason: record.reason,
                    english: sentence?.en ?? record.reason,
                    vietnamese: sentence?.vi ?? record.reason,
                    fragment: String(decoding: record.fragment, as: UTF8.self)
                )
            }
        }
    }
}
