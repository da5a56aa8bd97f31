import Fixtures
import Foundation
import Operations
import Store
import Testing
import Vacancies
import Vocabulary

private let ids = (1...20).map { "v\($0)" }

@Suite("Runs of a feed that are not like others")
struct FeedRunTests {
    @Test("A replay undoes nothing that a later run of the same second said")
    func replayWithinSecond() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            let first = try #require(try await desk.ingest(ownFeed(["1"])).run)
            _ = try await desk.ingest(ownFeed(["1"], each: "<openings>7</openings>"))
            let again = try await desk.office.replay(first, sources: [desk.source], actor: "test", progress: { _ in })
            #expect(again.changed == 0)
            #expect(try await desk.vacancies()["1"]?.openings == 7)
        }
    }

    @Test("A replay brings what was refused then, reopens nothing, and what it brings is not closed by it")
    func replay() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            let first = try #require(try await desk.ingest(ownFeed(ids)).run)
            for round in 1...2 {
                desk.clock.advance(hours: 13)
                _ = try await desk.ingest(ownFeed(Array(ids.dropLast()), built: "\(round)"))
            }
            #expect(try await desk.open().count == 19)
            let again = try await desk.office.replay(first, sources: [desk.source], actor: "test", progress: { _ in })
            #expect(again.reopened == 0 && again.closed == 0 && again.new == 0)
            #expect(try await desk.open().count == 19, "what has closed since stays closed")
            desk.clock.advance(hours: 13)
            let next = try await desk.ingest()
            #expect(next.outcome == "complete" && next.unchanged == 19, "the next look reads afresh")
        }
    }

    @Test("The same bytes are read anew when the source is told to be read in another way")
    func settings() async throws {
        try await withTemporaryFolder { folder in
            var desk = try await FeedOffice(in: folder)
            _ = try await desk.ingest(ownFeed(ids))
            desk.clock.advance(hours: 13)
            _ = try await desk.ingest(ownFeed(Array(ids.dropLast())))
            desk.source.coverage = .window
            for _ in 1...2 {
                desk.clock.advance(hours: 13)
                #expect(try await desk.ingest().closed == 0)
            }
            #expect(try await desk.open().count == 20)
            desk.source.coverage = nil
            desk.clock.advance(hours: 13)
            #expect(try await desk.ingest().closed == 1)
        }
    }

    @Test("A word of the employer to the office holds until the feed says something new")
    func closedByHand() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            _ = try await desk.ingest(ownFeed(["a", "b"]))
            let vacancy = try #require(try await desk.vacancies()["a"])
            try await desk.office.closeVacancy(vacancy.id, caller: .commandLine)
            let same = try await desk.ingest(ownFeed(["a", "b"], built: "2"))
            #expect(same.reopened == 0 && same.unchanged == 2)
            #expect(try await desk.open() == ["b"])
            let news = try await desk.ingest(ownFeed(["a", "b"], each: "<openings>5</openings>"))
            #expect(news.reopened == 1)
            #expect(try await desk.open() == ["a", "b"])
        }
    }

    @Test("A folder of one vacancy a file is one feed: a bad file does not keep the others from closing")
    func folder() async throws {
        try await withTemporaryFolder { folder in
            var desk = try await FeedOffice(in: folder)
            let drop = folder + "/drop"
            try FileManager.default.createDirectory(atPath: drop, withIntermediateDirectories: true)
            desk.source = FeedSource(name: "acme", location: .folder(drop))
            desk.source.pick = .all
            func write(_ id: String, _ change: (String) -> String = { $0 }) throws {
                try Data(change(ownFeed([id])).utf8).write(to: URL(fileURLWithPath: "\(drop)/\(id).xml"))
            }
            for id in ids { try write(id) }
            #expect(try await desk.ingest().new == 20)
            try FileManager.default.removeItem(atPath: drop + "/v2.xml")
            try write("v1") { $0.replacingOccurrences(of: "Công nhân v1", with: " ") }
            for _ in 1...2 {
                desk.clock.advance(hours: 13)
                let report = try await desk.ingest()
                #expect(report.quarantined == 1 || report.outcome == "unchanged")
                try write("v3") { $0 + "<!-- \(desk.clock.now) -->" }
            }
            #expect(try await desk.vacancies()["v2"]?.closed == .absent)
            #expect(try await desk.vacancies()["v1"]?.closed == nil)
            // The last by name has the word on a vacancy that two files name, run after run.
            try Data(ownFeed(["v3"], each: "<openings>9</openings>").utf8).write(
                to: URL(fileURLWithPath: drop + "/w.xml")
            )
            #expect(try await desk.ingest().changed == 1)
            try write("v4") { $0 + "<!-- again -->" }
            #expect(try await desk.ingest().changed == 0)
            #expect(try await desk.vacancies()["v3"]?.openings == 9)
        }
    }

    @Test("A vacancy that repeats one whose last day has passed stands for itself on that day")
    func heirs() {
        var (original, twin, other) = (Vacancy.example(1), Vacancy.example(2), Vacancy.example(3))
        original.expiresOn = .example("2024-03-01")
        (twin.twinOf, other.twinOf) = (original.id, original.id)
        let before = Vacancy.resolvingTwins([original, twin, other], on: .example("2024-03-01"))
        #expect(before.map { $0.isOffered(on: .example("2024-03-01")) } == [true, false, false])
        let day = Day.example("2024-03-02")
        #expect(
            Vacancy.resolvingTwins([original, twin, other], on: day).map { $0.isOffered(on: day) } == [
                false, true, false,
            ]
        )
    }

    @Test("Feeds and refused records are forgotten when their time is up; what is younger stays")
    func forgetting() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            let archived = {
                let files =
                    FileManager.default.enumerator(atPath: folder + "/feeds")?.compactMap { $0 as? String } ?? []
                return files.filter { $0.hasSuffix(".gz") }
            }
            let first = try #require(
                try await desk.ingest(ownFeed(ids).replacingOccurrences(of: "Công nhân v1<", with: "R&D<")).run
            )
            #expect(try await desk.office.quarantine(run: first, source: nil, limit: 9, offset: 0).count == 1)
            let old = try #require(archived().first)
            let past = Date(timeIntervalSince1970: 1_700_000_000)
            try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: folder + "/feeds/" + old)
            desk.clock.advance(hours: 24)
            _ = try await desk.ingest(ownFeed(ids))
            #expect(archived().count == 2)
            desk.clock.advance(hours: 24 * 365)
            _ = try await desk.ingest(ownFeed(ids, built: "later"))
            #expect(archived().count == 2 && !archived().contains(old))
            #expect(try await desk.office.quarantine(run: first, source: nil, limit: 9, offset: 0).isEmpty)
            await #expect(throws: OperationError.self) {
                try await desk.office.replay(first, sources: [desk.source], actor: "test", progress: { _ in })
            }
        }
    }

    @Test("What repeats a flawed feed is flawed still")
    func flawed() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            let text = ownFeed(ids).replacingOccurrences(of: "Công nhân v1<", with: "R&D<")
            #expect(try await desk.ingest(text).grade == .partlyRefused)
            let again = try await desk.ingest()
            #expect(again.outcome == "unchanged" && again.grade == .partlyRefused)
        }
    }

    @Test("The first record does not turn a source's feeds into another dialect, by which all ids would be new")
    func dialects() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            let job = { (id: String, more: String) in
                "<job><guid>g\(id)</guid><id>\(id)</id><title>Thợ \(id)</title><url>https://a.example/\(id)</url>\(more)</job>"
            }
            let html = "<html_description>x</html_description><plain_text_description>x</plain_text_description>"
            let jobs = (1...9).map { job("\($0)", html) }
            let first = try await desk.ingest("<jobs>\(jobs.joined())\(job("10", ""))</jobs>")
            #expect(first.new == 10)
            let again = try await desk.ingest("<jobs>\(job("10", ""))\(jobs.joined())</jobs>")
            #expect(again.new == 0 && again.unchanged == 10 && again.dialect == first.dialect)
        }
    }
}

private let reference = ProcessInfo.processInfo.environment["NOIVIEC_REFERENCE"].map { $0 + "/feeds/history/" }

@Suite("Real histories", .enabled(if: reference != nil, "NOIVIEC_REFERENCE does not name the folder of histories"))
struct FeedHistoryTests {
    /// The snapshots of a folder with the moments at which they were taken, in Unix seconds.
    private func snapshots(_ folder: String) throws -> [(file: String, at: Int64)] {
        let table = try String(contentsOfFile: try #require(reference) + "/../HISTORY.tsv", encoding: .utf8)
        let format = ISO8601DateFormatter()
        return table.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count > 4, fields[0].hasPrefix("history/\(folder)/"), let at = format.date(from: fields[4])
            else {
                return nil
            }
            return (String(fields[0].dropFirst("history/".count)), Int64(at.timeIntervalSince1970))
        }
    }

    @Test("A feed that is empty for one hour closes nothing that comes back")
    func flash() async throws {
        try await withTemporaryFolder { folder in
            var desk = try await FeedOffice(in: folder)
            var closed: Set<String> = []
            let all = try snapshots("feed_flash_empty_2025-02-14")
            #expect(all.count == 25)
            for (file, at) in all {
                desk.clock.now = at
                desk.source.location = .file(try #require(reference) + file)
                _ = try await desk.ingest()
                let now = try await desk.vacancies()
                let open = Set(now.values.filter { $0.closed == nil }.map(\.reference))
                #expect(closed.isDisjoint(with: open), "\(file): closed wrongly")
                closed = Set(now.keys).subtracting(open)
            }
            #expect(try await desk.open().count >= 121)
        }
    }

    @Test("A feed that ends for good is held, and closes all as feed_empty a day after it first was empty")
    func end() async throws {
        try await withTemporaryFolder { folder in
            var desk = try await FeedOffice(in: folder)
            var emptySince: Int64?
            var last: IngestReport?
            for (file, at) in try snapshots("talentcom_permanent_end_2025-10-16") {
                desk.clock.now = at
                desk.source.location = .file(try #require(reference) + file)
                let report = try await desk.ingest()
                if report.received == 0, emptySince == nil { emptySince = at }
                #expect(report.closed == 0)
                last = report
            }
            #expect(last?.held == true && last?.wouldClose == 88)
            let start = try #require(emptySince)
            while desk.clock.now + 3600 < start + 86_400 {
                desk.clock.advance(hours: 1)
                #expect(try await desk.ingest().closed == 0)
            }
            desk.clock.now = start + 86_400
            #expect(try await desk.ingest().closed == 88)
            #expect(try await desk.vacancies().values.allSatisfy { $0.closed == .feedEmpty })
        }
    }
}
