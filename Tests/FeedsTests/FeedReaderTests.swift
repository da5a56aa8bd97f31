import Feeds
import Foundation
import Testing
import Vacancies
import XML

private func vacancy(_ id: String, _ title: String = "T", _ more: String = "") -> String {
    "<vacancy><id>\(id)</id><title>\(title)</title>\(more)</vacancy>\n"
}

private let complete = "complete=\"true\""

@Suite("Reading feeds")
struct FeedReaderTests {
    @Test("A truncated feed gives its whole records, says where it ends, and closes nothing")
    func truncated() {
        let records = (1...50).map { vacancy("v\($0)") }.joined()
        let text = "<vacancies \(complete) count=\"50\">\n\(records)<vacancy><id>v51</id>"
        let reading = Reading(text)
        #expect(reading.summary.failure == .truncated(file: "test", line: 52, records: 50))
        #expect(reading.advertisements.count == 50)
        #expect(!reading.summary.mayClose)
        #expect(reading.summary.failure?.sentence.en == "The file ends early at line 52, after 50 records.")
    }

    @Test(
        "What is no feed is told apart",
        arguments: [
            ("", "notXML"), ("Danh sách việc làm", "notXML"), ("PK\u{3}\u{4}", "notXML"),
            ("<html><body/></html>", "unknownFormat"),
            ("<rss><channel><item/></channel></rss>", "unknownFormat"),
            ("<feed><job><id>1</id></job></feed>", "unknownFormat"),
            ("<!DOCTYPE s [<!ENTITY a 'b'>]><source/>", "doctypeRefused"), ("<source><job></source>", "malformed"),
            ("<?xml version='1.0' encoding='utf-16le'?><source/>", "encodingRefused"),
            ("<source>" + String(repeating: "<a>", count: 40), "limitExceeded"),
        ]
    )
    func noFeed(text: String, code: String) {
        let summary = Reading(text).summary
        #expect(summary.failure?.code == code)
        #expect(summary.failure?.sentence.vi.isEmpty == false)
        #expect(!summary.mayClose)
    }

    @Test("A file that is not there is unreadable")
    func missing() {
        let summary = FeedReader().read(path: "/nowhere/at/all.xml") { _ in }
        #expect(summary.failure == .unreadable(file: "/nowhere/at/all.xml", code: ENOENT))
    }

    @Test("One bad record stops nothing and is named with its reason")
    func rejections() {
        let records =
            vacancy("a") + "<vacancy><title>T</title></vacancy>" + vacancy("b", " ") + vacancy("N/A")
            + vacancy(String(repeating: "x", count: 201)) + vacancy("c") + "<job><id>d</id><title>T</title></job>"
        let reading = Reading.own(records)
        #expect(reading.advertisements.map(\.reference) == ["a", "c"])
        #expect(
            reading.summary.rejected.map(\.reason)
                == [.missingID, .missingTitle, .unusableID, .unusableID, .wrongRecord]
        )
        #expect(reading.summary.rejected.map(\.number) == [2, 3, 4, 5, 7])
        #expect(reading.summary.rejected.map(\.line) == [2, 2, 3, 4, 6])
    }

    @Test("The same record twice counts once; two records with one id are both rejected")
    func duplicates() {
        let posted = { (day: String) in "<posted>\(day)</posted>" }
        let records =
            vacancy("a", "T", posted("2024-01-01")) + vacancy("b", "First") + vacancy("a", "T", posted("2024-02-01"))
            + vacancy("b", "Second") + vacancy("c") + vacancy("b", "First")
        let reading = Reading.own(records)
        #expect(reading.advertisements.map(\.reference) == ["a", "c"])
        #expect(reading.summary.duplicates == 1)
        #expect(reading.summary.rejected.map(\.reason) == [.duplicateID, .duplicateID, .duplicateID])
        #expect(reading.summary.rejected.map(\.reference) == ["b", "b", "b"])
    }

    @Test("A feed closes only what a whole, believable list no longer has")
    func closing() {
        let two = vacancy("a") + vacancy("b")
        #expect(Reading.own(two, attributes: complete).summary.mayClose)
        #expect(Reading.own(two, attributes: complete + " count=\"2\"").summary.mayClose)
        #expect(!Reading.own(two, attributes: complete + " count=\"3\"").summary.mayClose)
        #expect(!Reading.own(two, attributes: "complete=\"false\"").summary.mayClose)
        #expect(!Reading.own("", attributes: complete).summary.mayClose)
        #expect(Reading.own("", attributes: complete + " count=\"0\"").summary.mayClose)
        #expect(!Reading.own(two + vacancy(" "), attributes: complete).summary.mayClose)
        #expect(!Reading.indeed("").summary.mayClose)
    }

    @Test("A format that the source gives is the only one accepted")
    func given() {
        let text = "<vacancies>\(vacancy("a"))</vacancies>"
        #expect(Reading(text, dialect: .own).summary.accepted == 1)
        #expect(Reading(text, dialect: .indeed).summary.failure == .unknownFormat(file: "test", root: "vacancies"))
        #expect(Dialect.named("eures") == .eures)
    }

    @Test("The same bytes give the same advertisements, in pieces of any size", arguments: [1, 7, 4096])
    func sameBytes(piece: Int) throws {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: repositoryFile("Config/feeds/sample.xml"))))
        let whole = Reading(.bytes(bytes))
        let pieces = Reading(.bytes(bytes, piece: piece))
        #expect(whole.advertisements == pieces.advertisements)
        #expect(whole.summary == pieces.summary)
    }

    @Test("What the caller throws comes through")
    func callerThrows() {
        struct Full: Error {}
        let input = Input.bytes(Array("<vacancies>\(vacancy("a"))</vacancies>".utf8))
        #expect(throws: Full.self) { try FeedReader().read(input, name: "test") { _ in throw Full() } }
    }
}
