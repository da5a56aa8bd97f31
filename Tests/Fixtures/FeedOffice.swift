import Feeds
import Foundation
import Logging
import Operations
import Service
import Store
import Synchronization
import Vacancies

/// A clock that stands until it is moved.
package final class TestClock: Sendable {
    private let seconds: Mutex<Int64>

    /// A clock that stands at a moment, in Unix seconds.
    package init(_ seconds: Int64) {
        self.seconds = Mutex(seconds)
    }

    /// The moment it stands at; it may be moved.
    package var now: Int64 {
        get { seconds.withLock { $0 } }
        set { seconds.withLock { $0 = newValue } }
    }

    /// Moves it on.
    package func advance(hours: Double) {
        now += Int64(hours * 3600)
    }
}

/// An office without people, a clock, and one source whose feed is a file that a test writes.
package struct FeedOffice: Sendable {
    /// The office.
    package let office: Office
    /// Its clock, at 08:00 on 1 March 2024 in Vietnam.
    package let clock = TestClock(1_709_254_800)
    /// The folder of everything.
    package let folder: String
    /// The source.
    package var source: FeedSource

    /// An office in a folder.
    package init(in folder: String) async throws {
        self.folder = folder
        let settings = try await smallSettings(in: folder)
        let clock = clock
        office = try await openOffice(
            settings,
            mayCreate: true,
            program: builtProgram,
            now: { clock.now },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        source = FeedSource(name: "acme", location: .file(folder + "/feed.xml"))
    }

    /// Has the source's file read after something is written into it; nothing is written for nil.
    package func ingest(_ feed: String? = nil) async throws -> IngestReport {
        if let feed { try Data(feed.utf8).write(to: URL(fileURLWithPath: folder + "/feed.xml")) }
        return try await office.ingest(source, actor: "test", progress: { _ in })
    }

    /// The source's vacancies by reference.
    package func vacancies() async throws -> [String: Vacancy] {
        let all = try await office.store.read { try $0.vacancies() }
        return Dictionary(all.filter { $0.source == source.name }.map { ($0.reference, $0) }) { first, _ in first }
    }

    /// The references of its open vacancies, in order.
    package func open() async throws -> [String] {
        try await vacancies().values.filter { $0.closed == nil }.map(\.reference).sorted()
    }
}

/// A complete feed of the service's own format with a vacancy for each id.
package func ownFeed(_ ids: [String], built: String = "2024-03-01T00:00:00+07:00", each: String = "") -> String {
    let records = ids.map { id in
        """
        <vacancy><id>\(id)</id><title>Công nhân \(id)</title><employer><name>Công ty May</name></employer>
        <workplace><address>Xã Bộc Bố, Huyện Pác Nặm, Bắc Kạn</address></workplace>\(each)</vacancy>
        """
    }
    let count = ids.count
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <vacancies xmlns="urn:noiviec:vacancies:1" complete="true" count="\(count)" generated="\(built)">
        \(records.joined(separator: "\n"))
        </vacancies>
        """
}
