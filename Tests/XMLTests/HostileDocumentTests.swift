import Foundation
import Testing
import XML

private func failure(_ bytes: [UInt8], limits: Limits = Limits()) -> XMLError? {
    do {
        let document = try Document(.bytes(bytes))
        let reader = RecordReader(recordElements: ["job"], limits: limits)
        return reader.read(document, header: { _, _ in true }, record: { _ in }).failure
    } catch {
        return error
    }
}

private func failure(_ text: String, limits: Limits = Limits()) -> XMLError? {
    failure(Array(text.utf8), limits: limits)
}

@Suite("Documents that mean harm, or are none")
struct HostileDocumentTests {
    @Test(
        "What is no XML is named so",
        arguments: ["", "   \n", "Xin chào", "a < b", "PK\u{3}\u{4}\u{14}\0\u{6}\0", "<!-- only -->"]
    )
    func notXML(text: String) {
        #expect(failure(text) == .notXML)
    }

    @Test("A page of HTML is no feed")
    func page() {
        #expect(failure("<!DOCTYPE html><html><body>502</body></html>") == .notXML)
    }

    @Test("A compressed file is not opened up")
    func compressed() {
        #expect(failure([0x1F, 0x8B, 8, 0, 0, 0, 0, 0]) == .notXML)
    }

    @Test("Encodings that cannot be looked through are refused")
    func encodings() {
        #expect(failure([0xFF, 0xFE, 0x3C, 0, 0x73]) == .encodingRefused(name: "utf-16"))
        #expect(failure([0x3C, 0, 0x00, 0xD8]) == .notXML)
        #expect(failure("<?xml version=\"1.0\" encoding = \"UTF-7\"?><s/>") == .encodingRefused(name: "utf-7"))
    }

    @Test("Document types are refused before any entity is read")
    func documentTypes() {
        let bomb = """
            <?xml version="1.0"?>
            <!DOCTYPE s [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><s><job>&c;</job></s>
            """
        #expect(failure(bomb) == .doctypeRefused(line: 2))
        let outside = "<!DOCTYPE s SYSTEM 'file:///etc/passwd'><s><job>1</job></s>"
        #expect(failure(outside) == .doctypeRefused(line: 1))
        #expect(failure("<s>\n\n<!doctype x><job/></s>") == .doctypeRefused(line: 3))
    }

    @Test("Nesting is bounded")
    func depth() {
        let deep = { (count: Int) in
            String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
        }
        #expect(failure(deep(32)) == nil)
        #expect(failure(deep(33)) == .limitExceeded(.depth, line: 1))
        #expect(failure(deep(100_000)) == .limitExceeded(.depth, line: 1))
    }

    @Test("Tags and names are bounded")
    func tags() {
        let attributes = (0..<20_000).map { " a\($0)='x'" }.joined()
        #expect(failure("<s>\n<job\(attributes)/></s>") == .limitExceeded(.tag, line: 2))
        #expect(
            failure("<s><job a='" + String(repeating: "x", count: 3000) + "'/></s>") == .limitExceeded(.tag, line: 1)
        )
        let name = String(repeating: "n", count: 257)
        #expect(failure("<s><\(name)/></s>") == .limitExceeded(.name, line: 1))
    }

    @Test("Runs of text, CDATA and comments are bounded")
    func text() {
        let long = String(repeating: "x", count: (1 << 20) + 1)
        let fits = String(repeating: "x", count: 1 << 20)
        #expect(failure("<s><job>\(fits)</job></s>") == nil)
        for document in ["<s><job>\(long)</job></s>", "<s><job><![CDATA[\(long)]]></job></s>", "<s><!--\(long)--></s>"]
        {
            #expect(failure(document) == .limitExceeded(.text, line: 1))
        }
    }

    @Test("Records, their number and the document are bounded")
    func sizes() {
        var limits = Limits()
        limits.records = 3
        #expect(failure("<s><job/><job/><job/></s>", limits: limits) == nil)
        #expect(failure("<s><job/><job/><job/><job/></s>", limits: limits) == .limitExceeded(.records, line: 1))
        limits = Limits()
        limits.documentBytes = 20
        #expect(failure("<s><job/><job/><job/></s>", limits: limits) == .limitExceeded(.document, line: 1))
        let many = String(repeating: "<a/>", count: 60_000)
        #expect(failure("<s><job>\(many)</job></s>") == .limitExceeded(.record, line: 1))
        #expect(failure("<s><b>\(many)</b><job/></s>") == nil)
        let texts = String(repeating: "<a>" + String(repeating: "x", count: 500_000) + "</a>", count: 12)
        #expect(failure("<s><job>\(texts)</job></s>") == .limitExceeded(.record, line: 1))
    }

    @Test("A file that is not there is unreadable")
    func missing() {
        #expect(throws: XMLError.unreadable(code: ENOENT)) { try Document(.file("/nowhere/at/all.xml")) }
    }

    @Test("A document does not have itself extended from elsewhere")
    func includes() throws {
        let text =
            "<s xmlns:xi='http://www.w3.org/2001/XInclude'><job><xi:include href='file:///etc/passwd'/></job></s>"
        var texts: [String] = []
        let document = try Document(.bytes(Array(text.utf8)))
        _ = RecordReader(recordElements: ["job"]).read(document, header: { _, _ in true }) { record in
            texts.append(record.element?.all("include").map(\.text).joined() ?? "none")
        }
        #expect(texts == [""])
    }
}
