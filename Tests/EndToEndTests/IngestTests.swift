import Fixtures
import Foundation
import Operations
import Store
import Testing
import Vacancies
import Vocabulary

@Suite("Feeds on the command line")
struct IngestTests {
    private func write(_ text: String, _ path: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    private func reports(_ result: Program.Result) throws -> [[String: Any]] {
        try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
    }

    @Test("The exit code tells all good, partly refused, held and failed, and each source has its line and its report")
    func exitCodes() async throws {
        try await withTemporaryFolder { folder in
            let feed = folder + "/feed.xml"
            let noiviec = Program(environment: smallEnvironment(in: folder))
            let ids = (1...20).map { "v\($0)" }
            try write(ownFeed(ids), feed)
            let good = try await noiviec("ingest", feed, "--json")
            #expect(good.code == 0)
            let report = try #require(try reports(good).first)
            #expect(report["received"] as? Int == 20 && report["new"] as? Int == 20 && report["held"] as? Bool == false)
            for key in ["changed", "unchanged", "quarantined", "missing", "closed", "seconds"] {
                #expect(report[key] is NSNumber, "\(key)")
            }
            #expect(good.errors.contains("feed (noiviec): complete, 20 received, 20 new"))
            try write(ownFeed(ids, built: "b").replacingOccurrences(of: "Công nhân v7", with: "R&D"), feed)
            let partly = try await noiviec("ingest", feed)
            #expect(partly.code == 1 && partly.output.contains("19 unchanged, 1 quarantined"))
            try write(ownFeed([]), feed)
            let held = try await noiviec("ingest", feed)
            #expect(held.code == 4 && held.output.contains("20 would close: noiviec feeds approve 3"))
            let list = try await noiviec("feeds", "list")
            #expect(list.output.contains("held: 20 would close, noiviec feeds approve 3"))
            #expect(try await noiviec("feeds", "approve", "3").output == "Closed 20 vacancies.\n")
            #expect(try await noiviec("feeds", "approve", "3").code == 1)
            try write("<error/>", feed)
            let failed = try await noiviec("ingest", feed, folder + "/none.xml")
            #expect(failed.code == 5 && failed.errors.contains("<error>") && failed.errors.contains("none.xml"))
            #expect(try await noiviec("audit", "verify").code == 0)
            let shown = try await noiviec("feeds", "quarantine", "--run", "2")
            #expect(
                shown.output.contains("R&D") && shown.output.contains("malformed_entity")
                    && shown.output.contains("CDATA")
            )
        }
    }

    @Test("An employer who checks a file learns each line, what was expected and how to mend it, in both languages")
    func check() async throws {
        try await withTemporaryFolder { folder in
            let feed = folder + "/feed.xml"
            let noiviec = Program(environment: [:])
            try write(ownFeed(["a", "b"]), feed)
            let good = try await noiviec("feeds", "check", feed)
            #expect(good.code == 0 && good.output.contains("2 nhận / accepted"))
            try write(ownFeed(["a", "b", "c"]).replacingOccurrences(of: "Công nhân b", with: "R&D"), feed)
            let bad = try await noiviec("feeds", "check", feed)
            #expect(bad.code == 1 && bad.output.contains("\(feed):5: tin 2:") && bad.output.contains("hãy viết &amp;"))
            #expect(bad.output.contains("write &amp; or put the text in CDATA"))
            let json = try await noiviec("feeds", "check", feed, "--json")
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
            )
            #expect(Set(object.keys) == ["dialect", "complete", "records", "accepted", "quarantined", "refused"])
            #expect(object["records"] as? Int == 3 && object["accepted"] as? Int == 2 && object["refused"] is NSNull)
            #expect(object["complete"] as? Bool == false && object["dialect"] as? String == "noiviec")
            let refused = try #require((object["quarantined"] as? [[String: Any]])?.first)
            #expect(Set(refused.keys) == ["line", "id", "reason"] && refused["line"] as? Int == 5)
        }
    }

    @Test("A run can be repeated: what a mended dialect reads now comes in, and what was seen since stays")
    func replay() async throws {
        try await withTemporaryFolder { folder in
            let dialects = folder + "/dialects"
            try FileManager.default.copyItem(atPath: projectFolder + "/Config/feeds/dialects", toPath: dialects)
            var environment = smallEnvironment(in: folder)
            environment["NOIVIEC_FEEDS_DIALECTS"] = dialects
            let noiviec = Program(environment: environment)
            let feed = folder + "/tin.xml"
            let record = { (id: String, name: String) in
                "<tin><ma>\(id)</ma><ten>\(name)</ten><luong>8 triệu</luong></tin>"
            }
            try write("<tuyendung>\(record("1", "Thợ may"))\(record("2", "Thợ hàn"))</tuyendung>", feed)
            let unknown = try await noiviec("ingest", feed)
            #expect(unknown.code == 5 && unknown.errors.contains("<tin>") && unknown.errors.contains("feeds learn"))
            let learnt = try await noiviec("feeds", "learn", feed, "--name", "tuyendung")
            #expect(
                learnt.code == 0 && learnt.output.contains("record: tin")
                    && learnt.output.contains("#   ten (2x) Thợ may")
            )
            try write(learnt.output, dialects + "/tuyendung.yaml")
            let again = try await noiviec("ingest", "--replay", "1")
            #expect(again.code == 0 && again.output.contains("tin (tuyendung): partial, 2 received, 2 new"))
            try write("<tuyendung>\(record("1", "Thợ may mặc"))</tuyendung>", feed)
            #expect(try await noiviec("ingest", feed).output.contains("1 changed"))
            #expect(try await noiviec("ingest", "--replay", "1").output.contains("0 new, 0 changed"))
            #expect(try await noiviec("ingest", "--replay", "99").code == 1)
        }
    }

    @Test("A file's source is named after all of its name, and what strangers write moves no terminal")
    func names() async throws {
        try await withTemporaryFolder { folder in
            let noiviec = Program(environment: smallEnvironment(in: folder))
            for (name, id) in [("may.a.xml", "1"), ("may.b.xml", "2")] {
                try write(ownFeed([id]), folder + "/" + name)
                let result = try await noiviec("ingest", folder + "/" + name)
                #expect(result.code == 0 && result.output.contains("1 new, 0 changed, 0 unchanged"))
                #expect(result.output.contains("\(name.dropLast(4)) (noiviec): complete"))
            }
            let untitled = ownFeed(["3"]).replacing("<title>Công nhân 3</title>", with: "<title/>")
            try write(untitled.replacing("<id>3<", with: "<id>3\u{9B}2J<"), folder + "/x.xml")
            _ = try await noiviec("ingest", folder + "/x.xml")
            let shown = try await noiviec("feeds", "quarantine").output
            #expect(!shown.unicodeScalars.contains("\u{9B}") && shown.contains("2J"))
        }
    }

    @Test("A source is added as a file, checked at once, and read with the others")
    func add() async throws {
        try await withTemporaryFolder { folder in
            var environment = smallEnvironment(in: folder)
            environment["NOIVIEC_FEEDS_SOURCES"] = "own=\(folder)/own.xml"
            let noiviec = Program(environment: environment)
            try write(ownFeed(["a"]), folder + "/own.xml")
            try FileManager.default.createDirectory(atPath: folder + "/drop", withIntermediateDirectories: true)
            for (name, id) in [("1.xml", "b"), ("2.xml", "c")] { try write(ownFeed([id]), folder + "/drop/" + name) }
            let wrong = try await noiviec("feeds", "add", "acme", folder + "/drop", "--set", "misses=0")
            #expect(wrong.code == 2 && wrong.errors.contains("misses"))
            let added = try await noiviec(
                "feeds",
                "add",
                "acme",
                folder + "/drop",
                "--set",
                "pick=all",
                "--set",
                "employer=ACME"
            )
            #expect(added.code == 0)
            #expect(try await noiviec("feeds", "add", "acme", folder + "/drop").code == 2)
            let all = try await noiviec("ingest", "--all")
            #expect(
                all.code == 0 && all.output.contains("own (noiviec)")
                    && all.output.contains("acme (noiviec): complete, 2 received")
            )
            try write("location: \(folder)/drop\nunknown-key: 1\n", folder + "/sources/bad.yaml")
            let refused = try await noiviec("ingest", "--all")
            #expect(refused.code == 5 && refused.errors.contains("unknown-key"))
            #expect(refused.output.contains("acme (-): unchanged"), "one file's mistake does not keep the others")
        }
    }

    @Test("Two runs of one source at once: one reads, the other says so and leaves it to it")
    func atOnce() async throws {
        try await withTemporaryFolder { folder in
            var environment = smallEnvironment(in: folder)
            environment["NOIVIEC_DEMO_VACANCIES"] = "3000"
            let noiviec = Program(environment: environment)
            #expect(try await noiviec("demo", "--seed", "3", "--out", folder + "/demo").code == 0)
            #expect(try await noiviec("ingest", folder + "/demo/eures.xml").code == 0)
            let feed = folder + "/demo/tuyen-dung.xml"
            async let first = noiviec("ingest", feed)
            async let second = noiviec("ingest", feed)
            let results = try await [first, second]
            #expect(results.allSatisfy { $0.code == 0 })
            let outputs = results.map(\.output)
            #expect(outputs.count { $0.contains("1350 new") } == 1)
            // Where the first was done before the second began, that found the same bytes.
            #expect(outputs.contains { $0.contains(": busy") || $0.contains(": unchanged") })
            let office = try await openSmallOffice(in: folder)
            let vacancies = try await office.store.read { try $0.vacancies() }
            #expect(vacancies.count { $0.source == "tuyen-dung" } == 1350)
        }
    }

    @Test(
        "Killed a hundred times at random moments, the database is always as before or as after a run",
        .timeLimit(.minutes(10))
    )
    func killed() async throws {
        try await withTemporaryFolder { folder in
            let noiviec = Program(environment: smallEnvironment(in: folder))
            let feed = folder + "/feed.xml"
            let versions = [0, 1].map { round in
                ownFeed(
                    (0..<400).map { "v\($0 + round * 200)" },
                    built: "\(round)",
                    each: "<openings>\(round + 1)</openings>"
                )
            }
            try write(versions[0], feed)
            #expect(try await noiviec("ingest", feed).code == 0)
            func state() async throws -> Set<String> {
                let office = try await openSmallOffice(in: folder)
                defer { try? office.store.close() }
                let vacancies = try await office.store.read { try $0.vacancies() }
                return Set(vacancies.filter { $0.closed == nil }.map { "\($0.reference) \($0.openings)" })
            }
            var (before, kills) = (try await state(), 0)
            var generator = SystemRandomNumberGenerator()
            for round in 1...100 {
                try write(versions[round % 2], feed)
                try await noiviec.killed(after: Int.random(in: 0...250, using: &generator), ["ingest", feed])
                let after = try await state()
                if after == before { kills += 1 }
                let whole = Set((0..<400).map { "v\($0 + round % 2 * 200) \(round % 2 + 1)" })
                let isAfterRun = after.isSuperset(of: whole) && after.subtracting(whole).isSubset(of: before)
                #expect(after == before || isAfterRun, "round \(round)")
                before = after
            }
            #expect(kills > 0)
            #expect(try await noiviec("audit", "verify").code == 0)
            try write(versions[0], feed)
            #expect(try await noiviec("ingest", feed).code == 0)
        }
    }

    @Test("What the cron fetches from an employer's server: conditions, compression, Retry-After, private addresses")
    func web() async throws {
        try await withTemporaryFolder { folder in
            let server = try FileServer()
            defer { server.stop() }
            var environment = smallEnvironment(in: folder)
            environment["NOIVIEC_FEEDS_SOURCES"] = "own=\(folder)/own.xml"
            environment["ACME_TOKEN"] = "Bearer geheim-7"
            let noiviec = Program(environment: environment)
            let address = "http://127.0.0.1:\(server.port)/feed"
            #expect(try await noiviec("feeds", "add", "plain", address).code == 0)
            let refused = try await noiviec("ingest", "--source", "plain", "--json")
            #expect(refused.code == 5 && refused.output.contains("address_refused"))
            #expect(server.requests.isEmpty)
            let settings = ["--set", "private-addresses=true", "--set", "authorization-from=ACME_TOKEN"]
            #expect(try await noiviec(["feeds", "add", "acme", address] + settings).code == 0)
            server.answer = .feed(ownFeed(["a", "b"]), etag: "\"v1\"")
            #expect(try await noiviec("ingest", "--source", "acme").output.contains("2 new"))
            #expect(server.requests.last?.contains("Authorization: Bearer geheim-7") == true)
            let again = try await noiviec("ingest", "--source", "acme")
            #expect(again.output.contains("acme (-): unchanged"))
            #expect(server.requests.last?.contains("If-None-Match: \"v1\"") == true)
            server.answer = .busy(seconds: 3600)
            let busy = try await noiviec("ingest", "--source", "acme")
            #expect(busy.code == 5 && busy.errors.contains("acme"))
            let count = server.requests.count
            let waiting = try await noiviec("ingest", "--source", "acme")
            #expect(waiting.code == 0 && waiting.output.contains("deferred"))
            #expect(server.requests.count == count, "it was asked not to ask")
            #expect(!(busy.output + busy.errors + again.errors).contains("geheim"))
        }
    }

    @Test("A sheet of form 02 comes in as vacancies of the office, which are asked about again after two weeks")
    func sheet() async throws {
        try await withTemporaryFolder { folder in
            let noiviec = Program(environment: smallEnvironment(in: folder))
            let rows = [
                ["DANH SÁCH NHU CẦU TUYỂN DỤNG"],
                [
                    "Tên doanh nghiệp", "Mã số thuế", "Vị trí việc làm", "Số lượng cần tuyển", "Mức lương",
                    "Nơi làm việc",
                ],
                ["Công ty May Mẫu", "4700000017", "Công nhân may", "30", "7-9 triệu", "Huyện Chợ Mới, Bắc Kạn"],
                ["Công ty May Mẫu", "4700000017", "Thợ cắt", "nhiều", "7-9 triệu", "Huyện Chợ Mới, Bắc Kạn"],
            ]
            let cells = rows.map { row in
                "<row>" + row.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
            }
            let file = folder + "/mau-02.xlsx"
            try Data(TestWorkbook(rows: cells.joined()).bytes).write(to: URL(fileURLWithPath: file))
            let first = try await noiviec("vacancies", "import", file)
            #expect(first.code == 1 && first.output.contains("1 new") && first.output.contains("row 4"))
            let again = try await noiviec("vacancies", "import", file)
            #expect(again.output.contains("0 new, 0 changed, 1 unchanged"))
            #expect(try await noiviec("vacancies", "unconfirmed").output.isEmpty)
            let office = try await openSmallOffice(in: folder)
            let vacancy = try #require(try await office.store.read { try $0.vacancies() }.first)
            #expect(vacancy.source == "office" && vacancy.openings == 30 && vacancy.wage?.minimum == Dong(7_000_000))
            #expect(vacancy.place == .district("065"))
            let due = try #require(vacancy.confirmedOn?.adding(days: 14))
            #expect(
                try await office.store.read { try $0.vacanciesToConfirm(confirmedUpTo: due.adding(days: -14)) }.count
                    == 1
            )
            try office.store.close()
            #expect(try await noiviec("vacancies", "confirm", "\(vacancy.id)").code == 0)
            #expect(try await noiviec("vacancies", "close", "\(vacancy.id)").code == 0)
            #expect(try await noiviec("vacancies", "close", "\(vacancy.id)").code == 1)
            #expect(try await noiviec("vacancies", "import", file).output.contains("0 new, 0 changed"))
            let closed = try await openSmallOffice(in: folder)
            let after = try #require(try await closed.store.read { try $0.vacancies() }.first)
            #expect(after.closed == .closedByEmployer, "the sheet says nothing new")
        }
    }
}
