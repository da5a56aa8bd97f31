import CLibXML2

/// Reads a document record by record, in one pass and with memory for one record.
package struct RecordReader: Sendable {
    /// Local names of the elements that are records; compared without regard to ASCII case.
    package var recordElements: Set<String>
    /// What a document may ask for.
    package var limits: Limits

    /// What came of reading a document.
    package struct Summary: Hashable, Sendable {
        /// Records met, handed over or refused.
        package var records = 0
        /// Records refused for an entity reference in them, by number from 1.
        package var refused: [Int] = []
        /// The root element's start, once met.
        package var root: Element?
        /// Why the document was not read to its end; nil where it was.
        package var failure: XMLError?
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
    /// finds an error are lost; a document that only stops early loses nothing but its unfinished record.
    ///
    /// - Parameters:
    ///   - input: the document.
    ///   - header: called once, with the root element (its attributes, and those of its children before the first record
    ///     that have only text in them) and the first record's name, or at the end without one; false stops reading.
    ///   - record: called with each record and its number, from 1.
    /// - Returns: how far it went.
    /// - Throws: only what `header` and `record` throw.
    package func read(
        _ input: Input,
        header: (Element, String?) throws -> Bool,
        record: (Element, Int) throws -> Void
    ) rethrows -> Summary {
        let source = ByteSource(input, limits: limits)
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
            let start = Element(startOf: node, line: parser.line(of: node))
            if parser.depth == 0 {
                summary.root = start
                opening.root = start
            }
            guard recordElements.contains(where: { isSameName($0, start.name) }) else {
                opening.begin(start, parser)
                continue
            }
            if summary.records == 0, try !header(opening.finish(), start.name) {
                summary.failure = source.failure
                return summary
            }
            if summary.records == limits.records {
                source.fail(.limitExceeded(.records, line: start.line))
                break
            }
            guard let whole = parser.expand() else { break }
            summary.records += 1
            if let element = Element(copying: whole, line: start.line) {
                try record(element, summary.records)
            } else {
                summary.refused.append(summary.records)
            }
            parser.skipsSubtree = true
        }
        summary.failure = source.failure
        if summary.records == 0, summary.root != nil { _ = try header(opening.finish(), nil) }
        return summary
    }

    /// Reads a document whose root element does not matter.
    ///
    /// - Parameters:
    ///   - input: the document.
    ///   - record: called with each record and its number, from 1.
    /// - Returns: how far it went.
    /// - Throws: only what `record` throws.
    package func read(_ input: Input, record: (Element, Int) throws -> Void) rethrows -> Summary {
        try read(input, header: { _, _ in true }, record: record)
    }
}

/// The root element and its simple children before the first record, gathered within bounds.
private struct Opening {
    /// The root element as far as it is known.
    var root = Element(name: "")

    private var child: Element?
    private var isDone = false

    mutating func begin(_ element: Element, _ parser: Parser) {
        switch parser.depth {
        case 1 where !isDone && root.nodes.count < 50 && !parser.isEmpty: child = element
        case 2...: child = nil
        default: break
        }
    }

    mutating func take(_ parser: Parser) {
        guard var element = child else { return }
        switch parser.nodeType {
        case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA:
            let text = parser.node?.pointee.content.map { String(xml: $0) } ?? ""
            element.nodes.append(.text(text))
            child = text.utf8.count > 4096 || element.nodes.count > 10 ? nil : element
        case XML_READER_TYPE_END_ELEMENT:
            root.nodes.append(.element(element))
            child = nil
        default:
            break
        }
    }

    mutating func finish() -> Element {
        isDone = true
        child = nil
        return root
    }
}
