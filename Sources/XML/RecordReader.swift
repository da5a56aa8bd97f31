import CLibXML2

/// Reads a document record by record, in one pass and with memory for one record.
package struct RecordReader: Sendable {
    /// Local names of the elements that are records; compared without regard to ASCII case.
    package var recordElements: Set<String>
    /// What a document may ask for.
    package var limits: Limits

    /// What came of reading a document.
    package struct Summary: Hashable, Sendable {
        /// Records met, whole or damaged.
        package var records = 0
        /// The root element's start, once met.
        package var root: Element?
        /// Why the document was not read to its end; nil where it was.
        package var failure: XMLError?

        /// What came of a document of which nothing was read, for a reason or none.
        package init(failure: XMLError? = nil) {
            self.failure = failure
        }
    }

    /// A reader of these records.
    package init(recordElements: Set<String>, limits: Limits = Limits()) {
        self.recordElements = recordElements
        self.limits = limits
    }

    /// Reads a document to its end or to where it stops making sense.
    ///
    /// What is wrong with the document is in the summary, not thrown, because the records before it are good and have
    /// been handed over by then. libxml2 parses in blocks of 512 bytes, and whole records within the block in which it
    /// finds an error are lost; a document that only stops early loses nothing but its unfinished record. Whoever wants
    /// the good records of a broken document reads it again with `salvage`.
    ///
    /// - Parameters:
    ///   - document: the document.
    ///   - header: called once, with the root element (its attributes, and what stands in it before the first record,
    ///     within bounds) and the first record, or at the end without one; false stops reading.
    ///   - record: called with each record.
    /// - Returns: how far it went.
    /// - Throws: only what `header` and `record` throw.
    package func read(
        _ document: Document,
        header: (Element, Element?) throws -> Bool,
        record: (MetRecord) throws -> Void
    ) rethrows -> Summary {
        let names = RecordNames(recordElements)
        let source = ByteSource(document, limits: limits, recordNames: names)
        let parser = Parser(source)
        var summary = Summary()
        var opening = Opening()
        while parser.advance() {
            guard parser.nodeType == XML_READER_TYPE_ELEMENT, let node = parser.node else {
                if parser.nodeType == XML_READER_TYPE_DOCUMENT_TYPE {
                    source.fail(.doctypeRefused(line: parser.line))
                    break
                }
                opening.take(parser)
                continue
            }
            if parser.depth == 0 { summary.root = Element(startOf: node) }
            guard names.contains(node.name) else {
                opening.begin(node, parser)
                continue
            }
            if summary.records == limits.records {
                source.fail(.limitExceeded(.records, line: parser.line))
                break
            }
            guard let whole = parser.expand() else { break }
            // The filter has seen the record's end before the parser did.
            let place = source.takePlace() ?? Place(line: parser.line, offset: 0, length: 0)
            let element = Element(copying: whole)
            if summary.records == 0 {
                // A document may be one record alone.
                if parser.depth == 0 { opening.begin(node, parser) }
                if try !header(opening.finish(), element) { return summary }
            }
            summary.records += 1
            try record(
                MetRecord(
                    number: summary.records,
                    place: place,
                    content: element.map { .whole($0) } ?? .damaged(.malformed(line: place.line, .entity))
                )
            )
            parser.skipsSubtree = true
        }
        summary.failure = source.failure
        if summary.records == 0, summary.root != nil { _ = try header(opening.finish(), nil) }
        return summary
    }
}

/// The root element and what stands in it before the first record, gathered within bounds.
struct Opening {
    private var open: [Element] = []
    private var isFull = false
    private var elements = 0

    /// Enters an element that is no record.
    mutating func begin(_ node: xmlNodePtr, _ parser: Parser) {
        guard !isFull, elements < 200, parser.depth == open.count, open.count < 4 else {
            isFull = isFull || elements >= 200
            return
        }
        elements += 1
        open.append(Element(startOf: node))
        if parser.isEmpty, parser.depth > 0 { close() }
    }

    /// Takes a text or an end tag.
    mutating func take(_ parser: Parser) {
        guard !isFull, !open.isEmpty else { return }
        switch parser.nodeType {
        case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA:
            guard parser.depth == open.count, let content = parser.node?.pointee.content else { return }
            let text = String(xml: content)
            if text.utf8.count <= 4096, open[open.count - 1].nodes.count < 200 {
                open[open.count - 1].nodes.append(.text(text))
            }
        case XML_READER_TYPE_END_ELEMENT:
            if parser.depth == open.count - 1, open.count > 1 { close() }
        default:
            break
        }
    }

    /// The root with all that was gathered.
    mutating func finish() -> Element {
        isFull = true
        while open.count > 1 { close() }
        return open.first ?? Element(name: "")
    }

    private mutating func close() {
        let child = open.removeLast()
        open[open.count - 1].nodes.append(.element(child))
    }
}

extension xmlNodePtr {
    /// The bytes of the node's name.
    fileprivate var name: UnsafeBufferPointer<UInt8> {
        guard let start = pointee.name else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: start, count: Int(xmlStrlen(start)))
    }
}
