import Fixtures
import Foundation
import Testing

/// A file that means harm.
struct Attack: Sendable, CustomTestStringConvertible {
    var name: String
    /// The file's text, made when it is needed: some have millions of bytes.
    var text: @Sendable () -> String
    /// Why it is refused whole; nil where it is harmless and read.
    var refused: String?
    var testDescription: String { name }

    private static func job(_ text: String) -> String {
        "<job><referencenumber>1</referencenumber><title>T</title><description>\(text)</description></job>"
    }

    private static func feed(_ start: String, _ text: String = "&a;") -> String {
        start + "<source>\n" + job(text) + "</source>"
    }

    private static let laughs = (1...9).map { level in
        "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
    }.joined()

    /// Every attack on the parser; `PORT` stands for one that must not be called.
    static let all = [
        Attack(name: "internal entity", text: { feed("<!DOCTYPE s [<!ENTITY a 'b'>]>") }, refused: "doctype_forbidden"),
        Attack(
            name: "entity of a file",
            text: { feed("<!DOCTYPE s [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>") },
            refused: "doctype_forbidden"
        ),
        Attack(
            name: "entity of an address",
            text: { feed("<!DOCTYPE s [<!ENTITY a SYSTEM 'http://127.0.0.1:PORT/a'>]>") },
            refused: "doctype_forbidden"
        ),
        Attack(
            name: "external document type",
            text: { feed("<!DOCTYPE s SYSTEM 'http://127.0.0.1:PORT/a.dtd'>", "x") },
            refused: "doctype_forbidden"
        ),
        Attack(
            name: "parameter entity",
            text: { feed("<!DOCTYPE s [<!ENTITY % a SYSTEM 'http://127.0.0.1:PORT/p'> %a;]>", "x") },
            refused: "doctype_forbidden"
        ),
        Attack(
            name: "a billion laughs",
            text: { feed("<!DOCTYPE s [<!ENTITY l0 'ha'>\(laughs)]>", "&l9;") },
            refused: "doctype_forbidden"
        ),
        Attack(
            name: "quadratic expansion",
            text: {
                let entity = "<!ENTITY a '\(String(repeating: "a", count: 70_000))'>"
                return feed("<!DOCTYPE s [\(entity)]>", String(repeating: "&a;", count: 15_000))
            },
            refused: "doctype_forbidden"
        ),
        Attack(name: "a document type alone", text: { feed("<!DOCTYPE source>", "x") }, refused: "doctype_forbidden"),
        Attack(
            name: "inclusion",
            text: { feed("", "<i:include xmlns:i='http://www.w3.org/2001/XInclude' href='http://127.0.0.1:PORT/i'/>") }
        ),
        Attack(
            name: "a schema's place",
            text: {
                feed("").replacingOccurrences(
                    of: "<source>",
                    with: "<source xmlns:x='http://www.w3.org/2001/XMLSchema-instance' "
                        + "x:noNamespaceSchemaLocation='http://127.0.0.1:PORT/s.xsd'>"
                ).replacingOccurrences(of: "&a;", with: "x")
            }
        ),
        Attack(
            name: "a style sheet",
            text: { feed("<?xml-stylesheet href='http://127.0.0.1:PORT/x.xsl' type='text/xsl'?>", "x") }
        ),
        Attack(
            name: "200,000 attributes",
            text: { "<source><job " + (0..<200_000).map { "a\($0)='1' " }.joined() + "/></source>" },
            refused: "limit_tag"
        ),
        Attack(
            name: "ten megabytes of long tags",
            text: { "<source>" + String(repeating: "<a x='\(String(repeating: "y", count: 65_000))'/>", count: 160) },
            refused: "limit_tag"
        ),
        Attack(
            name: "300 elements deep",
            text: {
                "<source>" + String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300) + "</source>"
            },
            refused: "limit_depth"
        ),
        Attack(
            name: "5,000 elements deep",
            text: { feed("", String(repeating: "<a>", count: 5000) + String(repeating: "</a>", count: 5000)) },
            refused: "limit_depth"
        ),
        Attack(
            name: "a text of 11 MB",
            text: { feed("", String(repeating: "x", count: 11 << 20)) },
            refused: "limit_text"
        ),
        Attack(
            name: "a CDATA section of 11 MB",
            text: { feed("", "<![CDATA[" + String(repeating: "x", count: 11 << 20) + "]]>") },
            refused: "limit_text"
        ),
        Attack(
            name: "a comment of 11 MB",
            text: { feed("", "<!--" + String(repeating: "x", count: 11 << 20) + "-->") },
            refused: "limit_text"
        ),
        Attack(
            name: "an attribute of 11 MB",
            text: { feed("", "<a b='" + String(repeating: "x", count: 11 << 20) + "'/>") },
            refused: "limit_tag"
        ),
        Attack(
            name: "a name of 60 KB",
            text: { feed("", "<" + String(repeating: "n", count: 60_000) + "/>") },
            refused: "limit_name"
        ),
        Attack(
            name: "100,000 empty records",
            text: { "<source>" + String(repeating: "<job/>", count: 100_000) + "</source>" }
        ),
        Attack(
            name: "a million records",
            text: { "<source>" + String(repeating: "<job/>", count: 1_000_000) + "</source>" },
            refused: "limit_records"
        ),
        Attack(
            name: "a description of 5 MB",
            text: { feed("", String(repeating: "x y ", count: 1_250_000)) },
            refused: "limit_text"
        ),
        Attack(
            name: "a file beyond its limit",
            text: { "<source>" + String(repeating: "<a/>" + String(repeating: " ", count: 60_000), count: 3500) },
            refused: "limit_document"
        ),
        Attack(name: "a zero byte", text: { feed("", "a\0b") }, refused: "malformed"),
        Attack(name: "characters by number that are none", text: { feed("", "&#0; &#x1F;") }, refused: "malformed"),
        Attack(
            name: "thousands of records that do not end",
            text: {
                "<source><job>" + String(repeating: "x\n", count: 1_950_000) + String(repeating: "<job>", count: 13_000)
            },
            refused: "limit_text"
        ),
        Attack(
            name: "heaps of combining marks",
            text: { feed("", "a" + String(repeating: "\u{301}\u{323}", count: 120_000)) }
        ),
        Attack(
            name: "thousands of namespaces",
            text: {
                "<source>" + (0..<3000).map { "<a\($0 % 20) xmlns:n\($0)='u:\($0)'/>" }.joined() + job("x")
                    + "</source>"
            }
        ),
    ]
}

@Suite("Files that mean harm", .serialized)
struct AttackTests {
    @Test(
        "Each costs one run: at most five seconds of the processor, 200 MB, no file or address is opened",
        arguments: Attack.all
    )
    func attack(attack: Attack) async throws {
        try await withTemporaryFolder { folder in
            let listener = try FileServer()
            defer { listener.stop() }
            let file = folder + "/attack.xml"
            try Data(attack.text().replacingOccurrences(of: "PORT", with: "\(listener.port)").utf8)
                .write(to: URL(fileURLWithPath: file))
            let measured = try await Measured(Program(environment: [:]), ["feeds", "check", file, "--json"])
            let result = try #require(
                try JSONSerialization.jsonObject(with: Data(measured.result.output.utf8)) as? [String: Any]
            )
            #expect(result["refused"] as? String == attack.refused)
            #expect(attack.refused == nil || result["accepted"] as? Int == 0)
            #expect(measured.seconds < 5)
            #expect(measured.megabytes < 200)
            #expect(!measured.result.output.contains("root:"))
            #expect(listener.requests.isEmpty)
        }
    }

    @Test("A feed in UTF-16 is read by the process that may open nothing any more")
    func wide() async throws {
        try await withTemporaryFolder { folder in
            let text = "<?xml version='1.0' encoding='UTF-16'?><source><job><id>1</id><title>Đ</title></job></source>"
            let file = folder + "/wide.xml"
            try (Data([0xFF, 0xFE]) + #require(text.data(using: .utf16LittleEndian))).write(
                to: URL(fileURLWithPath: file)
            )
            let check = try await Program(environment: [:])("feeds", "check", file, "--json")
            #expect(check.code == 0 && check.output.contains("\"accepted\":1"))
        }
    }

    @Test("A file that was attacked with leaves the service answering, and the database as it was")
    func service() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let before = try await office.store.read { try $0.vacancies() }
            let file = folder + "/attack.xml"
            for attack in Attack.all where attack.refused != nil && attack.name.contains("11 MB") {
                try Data(attack.text().utf8).write(to: URL(fileURLWithPath: file))
                let noiviec = Program(environment: smallEnvironment(in: folder))
                #expect(try await noiviec("ingest", file).code == 5)
            }
            #expect(try await office.store.read { try $0.vacancies() } == before)
        }
    }
}
