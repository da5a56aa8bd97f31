import Foundation
import Testing
import XML

/// What reading gave: the records and the summary.
private struct Reading {
    var met: [MetRecord]
    var root: Element?
    var summary: RecordReader.Summary
    var records: [Element] { met.compactMap(\.element) }
}

private func read(_ input: Input, _ names: Set<String> = ["job"], limits: Limits = Limits()) -> Reading {
    var met: [MetRecord] = []
    var root: Element?
    let document: Document
    do {
        document = try Document(input)
    } catch {
        return Reading(met: [], root: nil, summary: .init(failure: error))
    }
    let summary = RecordReader(recordElements: names, limits: limits).read(
        document,
        header: { element, _ in
            root = element
            return true
        },
        record: { met.append($0) }
    )
    return Reading(met: met, root: root, summary: summary)
}

private func read(_ text: String, limits: Limits = Limits(), piece: Int = 65_536) -> Reading {
    read(.bytes(Array(text.utf8), piece: piece), limits: limits)
}

private func jobs(_ count: Int) -> String {
    (1...count).map { "<job id='\($0)'>\n<title>Thợ \($0)</title></job>\n" }.joined()
}

@Suite("Reading records")
struct RecordReaderTests {
    @Test("Records come one by one with attributes, text and lines")
    func records() throws {
        let reading = read("<source a='1'>\n<build>today</build>\n\(jobs(3))</source>")
        #expect(reading.summary.failure == nil)
        #expect(reading.summary.records == 3)
        #expect(reading.records.map { $0.attribute("ID") } == ["1", "2", "3"])
        #expect(reading.records.map { $0.text(at: "TITLE") } == ["Thợ 1", "Thợ 2", "Thợ 3"])
        #expect(reading.met.map(\.place.line) == [3, 5, 7])
        let root = try #require(reading.root)
        #expect(root.attributes == ["a": "1"])
        #expect(root.text(at: "build") == "today")
    }

    @Test("A record can be the root, or lie deep, and namespaces do not matter")
    func places() {
        #expect(read("<job id='1'/>").records.map { $0.attribute("id") } == ["1"])
        let deep = read("<a:e xmlns:a='urn:x'><a:b><a:job><b:id xmlns:b='urn:y'>7</b:id></a:job></a:b></a:e>")
        #expect(deep.records.map { $0.text(at: "id") } == ["7"])
        #expect(deep.summary.failure == nil)
        #expect(read("<e><x:job>1</x:job></e>").records.map(\.text) == ["1"])
    }

    @Test("Paths find attributes, conditions, repeated elements and the first text that is not blank")
    func paths() throws {
        let text = "<job><a> </a><a k='x'><b c='9'>one</b></a><a k='y'><b>two</b><b>three</b></a></job>"
        let record = try #require(read(text).records.first)
        #expect(record.text(at: "a/b") == "one")
        #expect(record.text(at: "a/b@c") == "9")
        #expect(record.text(at: "a[k=Y]/b") == "two")
        #expect(record.all("a/b").map(\.text) == ["one", "two", "three"])
        #expect(record.first("a/b")?.attribute("C") == "9")
        #expect(record.text(at: "a/none") == nil)
    }

    @Test("CDATA, character references and text join, whatever the size of the pieces", arguments: [1, 7, 512, 4096])
    func pieces(size: Int) {
        let text = "<s><!-- <job> --><job>a &amp; b <![CDATA[<c> & ]] ]]]]><![CDATA[> d]]> &#272;</job>\(jobs(40))</s>"
        let reading = read(text, piece: size)
        #expect(reading.summary.failure == nil)
        #expect(reading.records.count == 41)
        #expect(reading.records.first?.text == "a & b <c> & ]] ]]> d Đ")
        #expect(reading.records == read(text).records)
    }

    @Test("A byte order mark and blank lines before the declaration are passed over, and lines still count")
    func start() {
        let text = "\u{FEFF}\n\n<?xml version='1.0' encoding='UTF-8'?>\n<s>\n<job/></s>"
        for piece in [1, 2, 100] {
            let reading = read(text, piece: piece)
            #expect(reading.summary.failure == nil)
            #expect(reading.met.map(\.place.line) == [5])
        }
    }

    @Test("A document in windows-1258 is decoded")
    func charset() {
        let bytes =
            Array("<?xml version='1.0' encoding='windows-1258'?><s><job>".utf8) + [0xD0] + Array("</job></s>".utf8)
        #expect(read(.bytes(bytes)).records.map(\.text) == ["Đ"])
    }

    @Test("A truncated document gives the whole records before its end", arguments: [1, 64, 4096, 65_536])
    func truncated(piece: Int) {
        let reading = read("<source>\n" + jobs(100) + "<job><title>cut", piece: piece)
        #expect(reading.summary.failure == .truncated(line: 202))
        #expect(reading.records.count == 100)
    }

    @Test("A document cut within a tag, a comment or CDATA is truncated", arguments: ["<job", "<!-- ", "<![CDATA[ x"])
    func cut(end: String) {
        #expect(read("<s><job/>" + end).summary.failure == .truncated(line: 1))
    }

    @Test(
        "A document that is not well formed says where and what",
        arguments: [
            ("<s>\n<job>R&D</job></s>", XMLError.Fault.entity), ("<s>\n<job>a&nbsp;b</job></s>", .entity),
            ("<s>\n<job></jab></s>", .tag), ("<s>\n<job>1 < 2</job></s>", .tag), ("<s>\n<job a=1/></s>", .attribute),
            ("<s>\n<job a='1' a='2'/></s>", .attribute), ("<s>\n<job>\u{0B}</job></s>", .character),
        ]
    )
    func malformed(text: String, fault: XMLError.Fault) {
        #expect(read(text).summary.failure == .malformed(line: 2, fault))
    }

    @Test("Records well before a fault are handed over")
    func beforeFault() {
        let reading = read("<s>" + jobs(100) + "<job>&nbsp;</job></s>")
        #expect(reading.summary.failure == .malformed(line: 201, .entity))
        #expect(reading.records.count > 80)
    }

    @Test("A fault is reported before a limit or an end that comes after it")
    func firstFault() {
        let blank = String(repeating: " ", count: 3000)
        let cut = "<s>\n<job>R&D</job>\n<job a='1'>" + blank
        #expect(read(cut).summary.failure == .malformed(line: 2, .entity))
        #expect(read(cut + "<" + String(repeating: "n", count: 300)).summary.failure == .malformed(line: 2, .entity))
    }

    @Test("What follows the root element is a fault")
    func afterRoot() {
        #expect(read("<s><job/></s>\nRevision").summary.failure == .malformed(line: 2, .contentAfterRoot))
    }

    @Test("A caller's error passes through, and a header can stop the reading")
    func stops() throws {
        struct Stop: Error {}
        let document = try Document(.bytes(Array("<s><job/><job/></s>".utf8)))
        let reader = RecordReader(recordElements: ["job"])
        #expect(throws: Stop.self) { try reader.read(document, header: { _, _ in true }) { _ in throw Stop() } }
        let summary = reader.read(document, header: { _, _ in false }, record: { _ in Issue.record("not stopped") })
        #expect(summary.records == 0)
    }
}
