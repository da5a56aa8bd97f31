import CLibXML2

/// Holds libxml2's text reader over one source of bytes.
final class Parser {
    /// Whether the next step goes past everything inside the node at hand.
    var skipsSubtree = false

    private let source: ByteSource
    private let reader: xmlTextReaderPtr?

    init(_ source: ByteSource) {
        _ = isLibraryReady
        self.source = source
        let context = Unmanaged.passUnretained(source).toOpaque()
        var options = XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_COMPACT.rawValue
        if source.encoding != nil { options |= XML_PARSE_IGNORE_ENC.rawValue }
        reader = xmlReaderForIO(
            { context, buffer, length in
                guard let context, let buffer, length > 0 else { return -1 }
                let source = Unmanaged<ByteSource>.fromOpaque(context).takeUnretainedValue()
                return Int32(source.fill(UnsafeMutableRawBufferPointer(start: buffer, count: Int(length))))
            },
            { _ in 0 },
            context,
            nil,
            source.encoding,
            Int32(options)
        )
        guard let reader else {
            source.fail(.notXML)
            return
        }
        xmlTextReaderSetStructuredErrorHandler(
            reader,
            { context, error in
                guard let context, let error = error?.pointee, error.level == XML_ERR_FATAL else { return }
                let source = Unmanaged<ByteSource>.fromOpaque(context).takeUnretainedValue()
                source.failInParser(XMLError(parserCode: error.code, line: source.line(of: Int(error.line))))
            },
            context
        )
    }

    deinit {
        if let reader { xmlFreeTextReader(reader) }
    }

    /// Goes to the next node; false at the end, and where reading must stop, which the source then knows.
    func advance() -> Bool {
        guard let reader else { return false }
        source.mark()
        let isSkipping = skipsSubtree
        skipsSubtree = false
        let result = isSkipping ? xmlTextReaderNext(reader) : xmlTextReaderRead(reader)
        if result < 0 { source.fail(.malformed(line: line, .syntax)) }
        return result == 1
    }

    /// The node at hand with everything inside it; nil where reading must stop, which the source then knows.
    func expand() -> xmlNodePtr? {
        guard let reader else { return nil }
        source.mark()
        let node = xmlTextReaderExpand(reader)
        if node == nil { source.fail(.malformed(line: line, .syntax)) }
        return node
    }

    /// The node at hand.
    var node: xmlNodePtr? { reader.flatMap { xmlTextReaderCurrentNode($0) } }

    /// What kind of node is at hand.
    var nodeType: xmlReaderTypes {
        xmlReaderTypes(rawValue: UInt32(max(0, reader.map { xmlTextReaderNodeType($0) } ?? 0)))
    }

    /// How many elements the node at hand is inside of.
    var depth: Int { reader.map { Int(xmlTextReaderDepth($0)) } ?? 0 }

    /// Whether the element at hand is written as one tag.
    var isEmpty: Bool { reader.map { xmlTextReaderIsEmptyElement($0) == 1 } ?? true }

    /// The line the parser has come to, which is at most a block of 512 bytes ahead of the node at hand.
    var line: Int { reader.map { source.line(of: Int(xmlTextReaderGetParserLineNumber($0))) } ?? 1 }

    /// The reader itself, for validation.
    var handle: xmlTextReaderPtr? { reader }
}

/// Set up once per process: no document may make libxml2 load anything.
let isLibraryReady: Bool = {
    xmlInitParser()
    xmlSetExternalEntityLoader { _, _, _ in nil }
    return true
}()
