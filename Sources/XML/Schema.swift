import CLibXML2
import Foundation

/// A schema (XSD) that documents can be held against.
///
/// For the author of a file, who wants to know what to mend; reading a feed does not need it.
package final class Schema {
    private let schema: xmlSchemaPtr

    /// What a document does wrong.
    package struct Fault: Hashable, Sendable {
        /// The line it is on.
        package var line: Int
        /// What is wrong, in the words of the parser; may quote the document, so it is shown to its author only.
        package var message: String
    }

    /// The schema in a file; nil where the file cannot be read or is no schema.
    package init?(path: String) {
        _ = isLibraryReady
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
        let parsed: xmlSchemaPtr? = bytes.withUnsafeBytes { buffer in
            guard
                let context = xmlSchemaNewMemParserCtxt(
                    buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                    Int32(buffer.count)
                )
            else { return nil }
            defer { xmlSchemaFreeParserCtxt(context) }
            xmlSchemaSetParserStructuredErrors(context, { _, _ in }, nil)
            return xmlSchemaParse(context)
        }
        guard let parsed else { return nil }
        schema = parsed
    }

    deinit {
        xmlSchemaFree(schema)
    }

    /// What a document does wrong, at most a hundred faults.
    ///
    /// - Parameters:
    ///   - input: the document.
    ///   - limits: what it may ask for.
    /// - Returns: the faults by line; none for a valid document.
    /// - Throws: an `XMLError` where the document cannot be read to its end.
    package func faults(in input: Input, limits: Limits = Limits()) throws(XMLError) -> [Fault] {
        let source = ByteSource(try Document(input), limits: limits)
        let parser = Parser(source)
        guard let context = xmlSchemaNewValidCtxt(schema) else { return [] }
        defer { xmlSchemaFreeValidCtxt(context) }
        let list = FaultList()
        withExtendedLifetime(list) {
            // The reader sets handlers of its own on the context, so ours come after.
            if let reader = parser.handle { xmlTextReaderSchemaValidateCtxt(reader, context, 0) }
            xmlSchemaSetValidStructuredErrors(
                context,
                { list, error in
                    guard let list, let error = error?.pointee else { return }
                    let faults = Unmanaged<FaultList>.fromOpaque(list).takeUnretainedValue()
                    let message = error.message.map { String(cString: $0) } ?? ""
                    let text = message.trimmingCharacters(in: .whitespacesAndNewlines)
                    if faults.items.count < 100 { faults.items.append(Fault(line: Int(error.line), message: text)) }
                },
                Unmanaged.passUnretained(list).toOpaque()
            )
            while parser.advance() {}
            // The reader must let go of the context, which is freed before it.
            if let reader = parser.handle { xmlTextReaderSchemaValidateCtxt(reader, nil, 0) }
        }
        if let failure = source.failure { throw failure }
        return list.items.map { Fault(line: source.line(of: $0.line), message: $0.message) }
    }
}

/// Where the parser's callback puts what it finds.
private final class FaultList {
    var items: [Schema.Fault] = []
}
