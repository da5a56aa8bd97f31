import CLibXML2

/// What elements a document has, and where: the ground for describing a format nobody has described.
package struct PathSurvey: Sendable {
    /// An element or attribute by its way from the root: `rss/channel/item@id`.
    package struct Entry: Hashable, Sendable {
        /// The names from the root on, without prefixes; an attribute's comes last, after "@".
        package var names: [String]
        /// How often it was met.
        package var count: Int
        /// The first text met in it, shortened; empty where there was none.
        package var sample: String
    }

    /// What was met, in the order of the document.
    package private(set) var entries: [Entry] = []
    /// Why the document was not gone through to its end; nil where it was.
    package private(set) var failure: XMLError?

    private var position: [[String]: Int] = [:]

    /// Goes through a document within limits; at most 2,000 different places are kept.
    package init(of document: Document, limits: Limits = Limits()) {
        let source = ByteSource(document, limits: limits)
        let parser = Parser(source)
        var path: [String] = []
        while parser.advance() {
            guard let node = parser.node else { continue }
            switch parser.nodeType {
            case XML_READER_TYPE_ELEMENT:
                let element = Element(startOf: node)
                path = Array(path.prefix(parser.depth)) + [element.name]
                note(path)
                for (name, value) in element.attributes.sorted(by: { $0.key < $1.key }) {
                    note(path + ["@" + name], text: value)
                }
            case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA:
                path = Array(path.prefix(parser.depth))
                if let content = node.pointee.content { note(path, text: String(xml: content), isMet: false) }
            case XML_READER_TYPE_DOCUMENT_TYPE:
                source.fail(.doctypeRefused(line: parser.line))
                failure = source.failure
                return
            default:
                break
            }
        }
        failure = source.failure
    }

    private mutating func note(_ names: [String], text: String = "", isMet: Bool = true) {
        guard let index = position[names] else {
            if entries.count >= 2000 || names.isEmpty { return }
            position[names] = entries.count
            entries.append(Entry(names: names, count: 1, sample: PathSurvey.shortened(text)))
            return
        }
        if isMet { entries[index].count += 1 }
        if entries[index].sample.isEmpty { entries[index].sample = PathSurvey.shortened(text) }
    }

    private static func shortened(_ text: String) -> String {
        let words = text.prefix(400).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > 60 ? words.prefix(60) + "…" : words
    }
}
