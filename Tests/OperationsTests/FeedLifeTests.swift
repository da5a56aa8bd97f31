import Fixtures
import Foundation
import Operations
import Store
import Testing
import Vacancies
import Vocabulary

private let ids = (1...20).map { "v\($0)" }

@Suite("The life of a vacancy in its feed")
struct FeedLifeTests {
    @Test("A vacancy closes after two misses and half a day, not after one, and opens again when it comes back")
    func closing() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            #expect(try await desk.ingest(ownFeed(ids)).new == 20)
            desk.clock.advance(hours: 6)
            let first = try await desk.ingest(ownFeed(Array(ids.dropLast())))
            #expect(first.missing == 1 && first.closed == 0 && first.outcome == "complete")
            desk.clock.advance(hours: 3)
            let soon = try await desk.ingest(ownFeed(Array(ids.dropLast()), built: "b"))
            #expect(soon.missing == 1 && soon.closed == 0, "two misses, but seen nine hours ago")
            desk.clock.advance(hours: 3)
            let late = try await desk.ingest(ownFeed(Array(ids.dropLast()), built: "c"))
            #expect(late.closed == 1)
            #expect(try await desk.vacancies()["v20"]?.closed == .absent)
            desk.clock.advance(hours: 1)
            let back = try await desk.ingest(ownFeed(ids, built: "d"))
            #expect(back.reopened == 1 && back.new == 0 && back.unchanged == 20)
            #expect(try await desk.open().count == 20)
        }
    }

    @Test("Only dates, order and what follows visitors changed: nothing has changed; a wage changed: one has")
    func changes() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            let record = { (id: String, day: String, mark: String, wage: String) in
                """
                <job><referencenumber>\(id)</referencenumber><title>Thợ \(id)</title><date>\(day)</date>
                <url>https://a.example/\(id)?x=1\(mark)</url><salary>\(wage)</salary><description>a\u{A0}b</description></job>
                """
            }
            func feed(_ records: [String]) -> String { "<source>\(records.joined(separator: "\r\n"))</source>" }
            let before = [
                record("a", "2024-02-01", "&amp;utm_source=x", "7 triệu"), record("b", "2024-02-01", "", "7 triệu"),
            ]
            #expect(try await desk.ingest(feed(before)).new == 2)
            let same = [
                record("b", "2024-02-28", "&amp;utm_medium=y", "7 triệu"), record("a", "2024-02-28", "", "7 triệu"),
            ]
            let again = try await desk.ingest(feed(same))
            #expect(again.unchanged == 2 && again.changed == 0 && again.new == 0)
            let raised = [same[0], record("a", "2024-02-28", "", "8 triệu")]
            let report = try await desk.ingest(feed(raised))
            #expect(report.changed == 1 && report.unchanged == 1)
            #expect(try await desk.vacancies()["a"]?.wage?.minimum == Dong(8_000_000))
        }
    }

    @Test("A feed that does not change still closes what it dropped, half a day after it was counted last")
    func staticFeed() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            _ = try await desk.ingest(ownFeed(ids))
            desk.clock.advance(hours: 24)
            _ = try await desk.ingest(ownFeed(Array(ids.dropLast())))
            for _ in 1...11 {
                desk.clock.advance(hours: 1)
                let report = try await desk.ingest()
                #expect(report.outcome == "unchanged")
                #expect(report.closed == 0)
            }
            desk.clock.advance(hours: 1)
            let report = try await desk.ingest()
            #expect(report.closed == 1)
            #expect(try await desk.open().count == 19)
            desk.clock.advance(hours: 13)
            #expect(try await desk.ingest().closed == 0, "what the feed has is seen again each time")
        }
    }

    @Test("A vacancy whose last day is past closes as expired, and is not opened when it comes late")
    func expiry() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            _ = try await desk.ingest(ownFeed(["a"], each: "<expires>2024-03-02</expires>"))
            #expect(try await desk.open() == ["a"])
            desk.clock.advance(hours: 48)
            let report = try await desk.ingest()
            #expect(report.closed == 1)
            #expect(try await desk.vacancies()["a"]?.closed == .expired)
            _ = try await desk.ingest(ownFeed(["a", "b"], each: "<expires>2024-03-02</expires>"))
            #expect(try await desk.open() == [])
            let longer = try await desk.ingest(ownFeed(["a", "b"], each: "<expires>2024-04-02</expires>"))
            #expect(longer.reopened == 2)
            #expect(try await desk.open() == ["a", "b"])
        }
    }

    @Test("A feed of which most says that it is over is not believed in that, and closes nothing by it")
    func staleDays() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            let first = try await desk.ingest(ownFeed(ids, each: "<expires>2023-06-01</expires>"))
            #expect(first.new == 20 && first.warnings == 20)
            #expect(try await desk.open().count == 20)
            let good = try await desk.ingest(ownFeed(ids, built: "2", each: "<expires>2024-06-01</expires>"))
            #expect(good.unchanged == 20)
            let yesterday = try await desk.ingest(ownFeed(ids, built: "3", each: "<expires>2024-02-29</expires>"))
            #expect(yesterday.closed == 0)
            #expect(try await desk.open().count == 20)
        }
    }

    @Test("A record that says it is closed closes its vacancy at once, from a whole list or not")
    func status() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            _ = try await desk.ingest(ownFeed(["a", "b"]))
            let part = ownFeed(["a"], each: "<status>closed</status>").replacingOccurrences(
                of: "\"true\"",
                with: "\"false\""
            )
            let report = try await desk.ingest(part)
            #expect(report.closed == 1 && report.outcome == "partial")
            #expect(try await desk.vacancies()["a"]?.closed == .closedByEmployer)
            #expect(try await desk.open() == ["b"])
        }
    }

    @Test("A damaged feed loads its good records, keeps the bad ones with their text, and closes nothing")
    func damaged() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            _ = try await desk.ingest(ownFeed(ids))
            for hours in [13.0, 13.0, 13.0] {
                desk.clock.advance(hours: hours)
                let text = ownFeed(["v1", "new"], built: "\(desk.clock.now)")
                    .replacingOccurrences(of: "Công nhân v1", with: "R&D")
                let report = try await desk.ingest(text)
                #expect(report.outcome == "damaged" && report.quarantined == 1 && report.closed == 0)
                #expect(report.failure?.code == "malformed" && report.grade == .partlyRefused)
            }
            #expect(try await desk.open().count == 21)
            let entries = try await desk.office.quarantine(run: nil, source: nil, limit: 10, offset: 0)
            let entry = try #require(entries.first)
            #expect(entries.count == 1 && entry.reason == "malformed_entity" && entry.line == 3)
            #expect(entry.fragment.hasPrefix("<vacancy><id>v1</id><title>R&D"))
        }
    }

    @Test("Refused records of a sound feed count as present, and what is absent closes")
    func refusedIsPresent() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            _ = try await desk.ingest(ownFeed(ids))
            for _ in 1...2 {
                desk.clock.advance(hours: 13)
                let kept = Array(ids.dropLast())
                let text = ownFeed(kept, built: "\(desk.clock.now)")
                    .replacingOccurrences(of: "<title>Công nhân v1</title>", with: "<title> </title>")
                let report = try await desk.ingest(text)
                #expect(report.quarantined == 1 && report.outcome == "complete")
            }
            #expect(try await desk.open() == ids.dropLast().sorted())
        }
    }

    @Test("More than a fifth refused, or fewer records than declared, closes nothing")
    func notBelieved() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            _ = try await desk.ingest(ownFeed(ids))
            for round in 1...3 {
                desk.clock.advance(hours: 13)
                let bad = ownFeed(["v1", "v2", "v3"], built: "a\(round)").replacingOccurrences(
                    of: "Công nhân v1",
                    with: " "
                )
                #expect(try await desk.ingest(bad).outcome == "partial")
                let short = ownFeed(["v1", "v2"], built: "b\(round)").replacingOccurrences(
                    of: "count=\"2\"",
                    with: "count=\"20\""
                )
                #expect(try await desk.ingest(short).outcome == "partial")
            }
            #expect(try await desk.open().count == 20)
            var source = desk
            source.source.ignoresDeclaredCount = true
            let report = try await source.ingest(
                ownFeed(ids, built: "c").replacingOccurrences(of: "count=\"20\"", with: "count=\"99\"")
            )
            #expect(report.outcome == "complete")
        }
    }

    @Test("An empty feed is held, and believed after three runs and a day, or on a person's word")
    func empty() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            _ = try await desk.ingest(ownFeed(ids))
            desk.clock.advance(hours: 1)
            let held = try await desk.ingest(ownFeed([]))
            #expect(held.held && held.closed == 0 && held.wouldClose == 20 && held.grade == .held)
            desk.clock.advance(hours: 1)
            let whole = try await desk.ingest(ownFeed(ids, built: "again"))
            #expect(!whole.held && whole.unchanged == 20)
            desk.clock.advance(hours: 1)
            let run = try #require(try await desk.ingest(ownFeed([], built: "2")).run)
            #expect(try await desk.office.approve(run, sources: [], actor: "test") == 20)
            #expect(try await desk.vacancies().values.allSatisfy { $0.closed == .feedEmpty })
            await #expect(throws: OperationError.notHeld(run)) {
                try await desk.office.approve(run, sources: [], actor: "test")
            }
        }
    }

    @Test("Too many gone at once are held, then closed as absent once the picture has lasted")
    func bulk() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            _ = try await desk.ingest(ownFeed(ids))
            var outcomes: [String] = []
            for round in 1...5 {
                desk.clock.advance(hours: 13)
                outcomes.append(try await desk.ingest(ownFeed(Array(ids.prefix(12)), built: "\(round)")).outcome)
            }
            #expect(outcomes == ["complete", "held", "held", "complete", "complete"])
            #expect(try await desk.open().count == 12)
            desk.clock.advance(hours: 13)
            #expect(try await desk.ingest(ownFeed(Array(ids.prefix(12)), built: "more")).outcome == "complete")
        }
    }

    @Test("A source that is switched off has its vacancies closed, and opened when it is switched on again")
    func disabled() async throws {
        try await withTemporaryFolder { folder in
            var desk = try await FeedOffice(in: folder)
            _ = try await desk.ingest(ownFeed(ids))
            desk.source.isEnabled = false
            let report = try await desk.ingest()
            #expect(report.closed == 20 && report.outcome == "disabled")
            #expect(try await desk.vacancies()["v1"]?.closed == .sourceDisabled)
            desk.source.isEnabled = true
            #expect(try await desk.ingest().reopened == 20)
        }
    }

    @Test("A vacancy that two sources advertise is offered once")
    func twins() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            _ = try await desk.ingest(ownFeed(["v1", "v2"]))
            var agency = desk
            agency.source.name = "agency"
            desk.clock.advance(hours: 1)
            _ = try await agency.ingest(ownFeed(["v1", "v9"], built: "x"))
            let (own, other) = (try await desk.vacancies(), try await agency.vacancies())
            #expect(other["v1"]?.twinOf == own["v1"]?.id && other["v9"]?.twinOf == nil)
            let today = desk.office.today()
            #expect(other["v1"]?.isOffered(on: today) == false && own["v1"]?.isOffered(on: today) == true)
            _ = try await desk.office.closeVacancy(try #require(own["v1"]).id, caller: .commandLine)
            #expect(try await agency.vacancies()["v1"]?.isOffered(on: today) == true)
        }
    }
}
