import Foundation
import Testing
import XML

private let xsd = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="s"><xs:complexType><xs:sequence>
    <xs:element name="n" type="xs:int" maxOccurs="9"/></xs:sequence></xs:complexType></xs:element></xs:schema>
    """

@Suite("Validation")
struct SchemaTests {
    private func schema(_ text: String = xsd) throws -> Schema? {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".xsd")
        try Data(text.utf8).write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        return Schema(path: path.path)
    }

    @Test("Faults have their lines, and a valid document has none")
    func faults() throws {
        let schema = try #require(try schema())
        #expect(try schema.faults(in: .bytes(Array("<s><n>1</n></s>".utf8))).isEmpty)
        let faults = try schema.faults(in: .bytes(Array("<s><n>1</n>\n<n>x</n>\n<m/></s>".utf8)))
        #expect(Set(faults.map(\.line)) == [2, 3])
    }

    @Test("What is no schema gives none, and a broken document its error")
    func broken() throws {
        #expect(try schema("<x/>") == nil)
        #expect(Schema(path: "/nowhere/at/all.xsd") == nil)
        let schema = try #require(try schema())
        #expect(throws: XMLError.truncated(line: 1)) { try schema.faults(in: .bytes(Array("<s><n>1</n>".utf8))) }
    }
}
