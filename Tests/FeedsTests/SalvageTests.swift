import Feeds
import Foundation
import Testing
import XML

private func job(_ id: String, _ more: String = "") -> String {
    "<job>\n<referencenumber>\(id)</referencenumber><title>Thợ \(id)</title>\(more)</job>\n"
}

private func jobs(_ range: ClosedRange<Int>) -> String { range.map { job("\($0)") }.joined() }

@Suite("Broken feeds")
struct SalvageTests {
    @Test(
        "One damaged record of 21 is set aside with its line and text, and the others are read",
        arguments: [
            ("<description>R&D</description>", "malformed_entity"), ("a&nbsp;b", "malformed_entity"),
            ("<b>x</i>", "malformed_tag"), ("1 < 2", "malformed_tag"), ("<a x=1/>", "malformed_attribute"),
            ("\u{0B}", "malformed_character"), ("<a>\(String(repeating: "x", count: (1 << 20) + 1))</a>", "too_large"),
            ("<a y='\(String(repeating: "x", count: 3000))'/>", "too_large"),
        ]
    )
    func oneOf21(damage: String, reason: String) {
        let text = "<?xml version='1.0'?>\n<source>\n" + jobs(1...10) + job("bad", damage) + jobs(11...20) + "</source>"
        let reading = Reading(text)
        #expect(reading.advertisements.map(\.reference) == (1...20).map(String.init))
        #expect(reading.rejected.map(\.reason.rawValue) == [reason])
        #expect(reading.rejected.first?.number == 11)
        #expect(reading.rejected.first?.place.line == 23)
        #expect(reading.fragments.first?.hasPrefix("<job>\n<referencenumber>bad") == true)
        #expect((reading.fragments.first?.utf8.count ?? 0) <= 65_536)
        #expect(reading.summary.damage != nil && reading.summary.refusal == nil && !reading.summary.isComplete)
    }

    @Test("A mistake in the template leaves nothing, and the feed is refused")
    func template() {
        let reading = Reading("<source>" + (1...5).map { job("\($0)", "<a></b>") }.joined() + "</source>")
        #expect(reading.advertisements.isEmpty && reading.rejected.count == 5)
        #expect(reading.summary.refusal?.code == "malformed")
    }

    @Test("No root, several roots, something after the root, and a declaration in odd quotes still give the records")
    func roots() {
        for text in [
            jobs(1...3), "<source>\(jobs(1...2))</source>\n<source>\(jobs(3...3))</source>",
            "<source>\(jobs(1...3))</source>\nRevision",
            "<?xml version=\\\"1.0\\\" encoding=\\\"UTF-8\\\"?>\n<source>\(jobs(1...3))</source>",
        ] {
            let reading = Reading(text)
            #expect(reading.advertisements.map(\.reference) == ["1", "2", "3"], "\(text.prefix(60))")
            #expect(reading.summary.dialect == "indeed" && !reading.summary.isComplete)
        }
    }

    @Test("A record without an end does not take the next one with it; tags in CDATA and comments are no tags")
    func splitting() {
        let text =
            "<source>" + job("1", "<![CDATA[</job><job>]]><!-- <job> -->") + "<job><referencenumber>2" + job("3")
            + "&</source>"
        let reading = Reading(text)
        #expect(reading.advertisements.map(\.reference) == ["1", "3"])
        #expect(reading.rejected.map(\.reason) == [.truncated])
    }

    @Test(
        "A feed cut anywhere gives its whole records and no more",
        arguments: ["<job><ti", "<job><title>x", "<job><![CDATA[x", "<job><!-- x", "", "<job/"]
    )
    func cut(end: String) {
        let reading = Reading("<source>" + jobs(1...30) + end)
        #expect(reading.advertisements.count == 30)
        #expect(reading.rejected.count == (end.isEmpty ? 0 : 1))
        #expect(reading.summary.damage?.code == "truncated" && !reading.summary.isComplete)
    }

    @Test("A document type is refused, wherever a later mistake would have sent it")
    func documentType() {
        let text = "<!DOCTYPE source [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><source>" + job("1", "&a;") + "</source>"
        #expect(Reading(text).summary.refusal?.code == "doctype_forbidden")
        let hidden = "<source>" + job("1", "R&D") + "</source><!DOCTYPE source><source>" + job("2") + "</source>"
        #expect(Reading(hidden).summary.refusal?.code == "doctype_forbidden")
        #expect(Reading(hidden).summary.accepted <= 1)
    }

    @Test("What looks like a declaration decides no encoding of a broken feed")
    func falseDeclaration() {
        for instruction in ["<?x encoding=\"UTF-16\"?>", "<!-- encoding UTF-16 ?> -->"] {
            let reading = Reading("<source>\(instruction)\(jobs(1...3))\(job("4", "R&D"))</source>")
            #expect(reading.advertisements.map(\.title) == ["Thợ 1", "Thợ 2", "Thợ 3"])
            #expect(reading.rejected.count == 1)
        }
    }

    @Test("A broken feed of more records than may be is refused, as a sound one is")
    func tooMany() {
        var limits = Limits()
        limits.records = 3
        for damage in ["", "R&D"] {
            let text = "<source>\(job("0", damage))\(jobs(1...3))</source>"
            let reading = Reading(.bytes(Array(text.utf8)), limits: limits)
            #expect(reading.advertisements.isEmpty && reading.summary.refusal?.code == "limit_records")
        }
    }

    @Test("A record that holds elements of its own name stays whole where another is broken")
    func nested() {
        let records = ["1", "2", "R&D"].map { text in
            """
            <object><id>\(text.count == 1 ? text : "3")</id><position_title>Thợ \(text)</position_title><address>\
            <object><city>Chợ Rã</city></object></address><job_description>May</job_description></object>
            """
        }
        let reading = Reading("<objects>\(records.joined())</objects>")
        #expect(reading.summary.dialect == "directemployers-flat")
        #expect(reading.advertisements.map(\.text) == ["May", "May"] && reading.rejected.count == 1)
    }

    @Test("UTF-16 is read with or without a mark, whatever it declares; windows-1258 is, also where it is broken")
    func encodings() throws {
        for (encoding, mark) in [
            (String.Encoding.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
            (.utf16LittleEndian, []), (.utf16BigEndian, []),
        ] as [(String.Encoding, [UInt8])] {
            for (declared, piece) in [("UTF-8", 1), ("UTF-16", 7), ("utf-16le", 65_536)] {
                let text = "<?xml version='1.0' encoding='\(declared)'?><source>\(job("1"))\(job("2", "Đ"))</source>"
                let bytes = mark + Array(try #require(text.data(using: encoding)))
                let reading = Reading(.bytes(bytes, piece: piece))
                #expect(reading.advertisements.map(\.title) == ["Thợ 1", "Thợ 2"])
                #expect(reading.summary.damage == nil)
            }
        }
        let declared = Array("<?xml version='1.0' encoding='windows-1258'?><source><job><id>1</id><title>".utf8)
        let record = declared + [0xD0] + Array("</title></job><job><id>2</id><title>R&D</title></job></source>".utf8)
        let reading = Reading(.bytes(record))
        #expect(reading.advertisements.map(\.title) == ["Đ"] && reading.rejected.count == 1)
    }

    @Test("No piece boundary loses any of ten records, sound or broken, wherever it falls")
    func everyBoundary() {
        let sound = "<source><build>1</build>" + jobs(1...10) + "</source>"
        for text in [sound, sound.replacingOccurrences(of: "Thợ 5", with: "R&D")] {
            let bytes = Array(text.utf8)
            let whole = Reading(.bytes(bytes))
            for cut in 1..<bytes.count {
                let reading = Reading(.bytes(bytes, cuts: [cut]))
                if reading.advertisements != whole.advertisements || reading.rejected != whole.rejected {
                    Issue.record("cut at \(cut)")
                }
            }
        }
    }

    @Test("A feed of 20,000 vacancies is the same with cuts at 1,000 random places")
    func randomBoundaries() {
        let records = (1...20_000).map { job("\($0)", "<description>Công nhân may, \($0) người</description>") }
            .joined()
        let bytes = Array("<source>\(records)</source>".utf8)
        var generator = SystemRandomNumberGenerator()
        let cuts = (0..<1000).map { _ in Int.random(in: 1..<bytes.count, using: &generator) }.sorted()
        var references = 0
        let reader = FeedReader(dialects: Reading.dialects)
        let summary = reader.read(.bytes(bytes, cuts: cuts)) { event in
            if case .advertisement = event { references += 1 }
        }
        #expect(references == 20_000 && summary.accepted == 20_000 && summary.isComplete, "\(cuts)")
    }
}
