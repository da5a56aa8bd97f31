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
        #expect(reading.summary.damage == .truncated(line: 52, records: 50))
        #expect(reading.summary.refusal == nil)
        #expect(reading.advertisements.count == 50)
        #expect(reading.rejected.map(\.reason) == [.truncated])
        #expect(reading.fragments == ["<vacancy><id>v51</id>"])
        #expect(!reading.summary.isComplete)
        #expect(
            reading.summary.damage?.sentence.en
                == "The file ends early at line 52, after 50 records; send it again whole."
        )
    }

    @Test(
        "What is no feed is told apart",
        arguments: [
            ("", "not_xml"), ("Danh sách việc làm", "not_xml"), ("PK\u{3}\u{4}", "not_xml"),
            ("{\"error\":1}", "not_xml"),
            ("<!DOCTYPE html><html><body>503</body></html>", "not_xml"), ("<html><body/></html>", "wrong_root"),
            ("<error>down</error>", "wrong_root"), ("<tin><job><id>1</id></job></tin>", "wrong_root"),
            ("<!DOCTYPE s [<!ENTITY a 'b'>]><source/>", "doctype_forbidden"), ("<source><job></source>", "malformed"),
            ("<?xml version='1.0' encoding='TCVN3'?><source/>", "encoding"),
            ("<source>" + String(repeating: "<a>", count: 40), "limit_depth"),
        ]
    )
    func noFeed(text: String, code: String) {
        let summary = Reading(text).summary
        #expect(summary.refusal?.code == code)
        #expect(summary.refusal?.sentence.vi.isEmpty == false)
        #expect(!summary.isComplete)
    }

    @Test("A feed of an unknown format is refused with what was seen in it")
    func unknownFormat() {
        let summary = Reading("<tuyendung><tin><ten>Thợ</ten></tin><tin/></tuyendung>").summary
        #expect(summary.refusal == .unknownFormat(root: "tuyendung", seen: ["tin"]))
        #expect(summary.refusal?.sentence.en.contains("<tin>") == true)
    }

    @Test("A file that is not there is unreadable")
    func missing() {
        #expect(Reading(.file("/nowhere/at/all.xml")).summary.refusal == .unreadable(code: ENOENT))
    }

    @Test("One bad record stops nothing and is named with its reason, its place and its text")
    func rejections() {
        let records =
            vacancy("a") + "<vacancy><title>T</title></vacancy>" + vacancy("b", " ") + vacancy("N/A")
            + vacancy(String(repeating: "x", count: 201)) + vacancy("c") + "<job><id>d</id><title>T</title></job>"
        let reading = Reading.own(records)
        #expect(reading.advertisements.map(\.reference) == ["a", "c"])
        #expect(
            reading.rejected.map(\.reason) == [.missingID, .missingTitle, .missingID, .unusableID, .wrongRecord]
        )
        #expect(reading.rejected.map(\.number) == [2, 3, 4, 5, 7])
        #expect(reading.rejected.map(\.place.line) == [2, 2, 3, 4, 6])
        #expect(reading.fragments.first == "<vacancy><title>T</title></vacancy>")
        let text = "<vacancies xmlns=\"urn:noiviec:vacancies:1\" >" + records
        let place = reading.rejected[4].place
        let bytes = Array(text.utf8)[place.offset..<place.offset + place.length]
        #expect(String(decoding: bytes, as: UTF8.self) == reading.fragments[4])
    }

    @Test("A placeholder or no id gives way to the address, without what follows visitors")
    func addressForID() {
        let job = { (id: String, url: String) in "<job>\(id)<title>T</title><url>\(url)</url></job>" }
        let reading = Reading.indeed(
            job("<referencenumber>No Reference Number</referencenumber>", "https://a.example/1?utm_source=x")
                + job("", "https://a.example/2?id=7&amp;utm_campaign=y#top")
                + job("<referencenumber> </referencenumber>", "none")
        )
        #expect(reading.advertisements.map(\.reference) == ["https://a.example/1", "https://a.example/2?id=7"])
        #expect(reading.rejected.map(\.reason) == [.missingID])
    }

    @Test("The same record twice counts once; records that share an id are all rejected")
    func duplicates() {
        let posted = { (day: String) in "<posted>\(day)</posted>" }
        let records =
            vacancy("a", "T", posted("2024-01-01")) + vacancy("b", "First") + vacancy("a", "T", posted("2024-02-01"))
            + vacancy("b", "Second") + vacancy("c") + vacancy("b", "First")
        let reading = Reading.own(records)
        #expect(reading.advertisements.map(\.reference) == ["a", "c"])
        #expect(reading.summary.duplicates == 1)
        #expect(reading.summary.contested == ["b"])
        #expect(reading.summary.accepted == 2)
        #expect(reading.summary.rejected == 3)
        #expect(reading.rejected.map(\.reason) == [.duplicateID, .duplicateID])
    }

    @Test("A feed closes only what a whole, believable list no longer has")
    func closing() {
        let five = ["a", "b", "c", "d", "e"].map { vacancy($0) }.joined()
        #expect(Reading.own(five, attributes: complete).summary.isComplete)
        #expect(Reading.own(five, attributes: complete + " count=\"5\"").summary.isComplete)
        #expect(Reading.own(five, attributes: complete + " count=\"4\"").summary.isComplete)
        #expect(!Reading.own(five, attributes: complete + " count=\"6\"").summary.isComplete)
        #expect(!Reading.own(five, attributes: "complete=\"false\"").summary.isComplete)
        #expect(Reading.own("", attributes: complete + " count=\"0\"").summary.isComplete)
        #expect(Reading.own(five + vacancy(" "), attributes: complete).summary.isComplete)
        #expect(!Reading.own(five + vacancy(" ") + vacancy(" "), attributes: complete).summary.isComplete)
        #expect(
            !Reading("<rss><channel><item><link>https://a.example</link><title>T</title></item></channel></rss>")
                .summary.isComplete
        )
    }

    @Test("A format that the source gives is the only one accepted")
    func given() {
        let text = "<vacancies>\(vacancy("a"))</vacancies>"
        #expect(Reading(text, dialect: "noiviec").summary.accepted == 1)
        #expect(Reading(text, dialect: "indeed").summary.refusal?.code == "wrong_root")
    }

    @Test("The same bytes give the same advertisements, in pieces of any size", arguments: [1, 7, 4096])
    func sameBytes(piece: Int) throws {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: repositoryFile("Config/feeds/sample.xml"))))
        let whole = Reading(.bytes(bytes))
        let pieces = Reading(.bytes(bytes, piece: piece))
        #expect(whole.advertisements == pieces.advertisements)
        #expect(whole.summary == pieces.summary)
        #expect(!whole.advertisements.isEmpty)
    }

    @Test("What the caller throws comes through")
    func callerThrows() {
        struct Full: Error {}
        let input = Input.bytes(Array("<vacancies>\(vacancy("a"))</vacancies>".utf8))
        #expect(throws: Full.self) { try FeedReader(dialects: Reading.dialects).read(input) { _ in throw Full() } }
    }
}
