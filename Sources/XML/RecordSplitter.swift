import Foundation

/// Finds where the records of a broken document stand, by their tags alone.
///
/// It knows comments, CDATA sections and instructions and nothing else of XML, so that no mistake inside one record
/// hides the next. A tag ends at the first ">", since quotes are what a broken generator forgets. What it finds is a
/// guess: each record is then parsed strictly by itself.
struct RecordSplitter {
    /// What was found.
    struct Piece {
        /// Where it stands.
        var place: Place
        /// The record's bytes; empty where it is longer than a record may be.
        var bytes: [UInt8]
        /// Whether its end tag is there.
        var isEnded: Bool
    }

    /// The name of the first element, without prefix; empty before it.
    private(set) var root = ""
    /// Whether the document has a document type, which nothing is taken from.
    private(set) var hasDocumentType = false

    private let reader: InputReader
    private let names: RecordNames
    private let nests: Bool
    private let longest: Int
    private var window: [UInt8] = []
    private var windowStart = 0
    private var position = 0
    private var isAtEnd = false
    private var line = 1
    private var counted = 0
    private var open: (name: [UInt8], start: Place, depth: Int, isTooLong: Bool)?
    private var found: [Piece] = []

    /// A splitter of a document into records of these names and at most so many bytes.
    ///
    /// Where records may nest, elements of a record's name may stand in it; otherwise the next one's start ends it.
    init(_ document: Document, names: RecordNames, nests: Bool, longest: Int) {
        reader = InputReader(document.input)
        (self.names, self.nests, self.longest) = (names, nests, longest)
    }

    /// The next record; nil at the end.
    mutating func next() throws(XMLError) -> Piece? {
        while found.isEmpty {
            if !(try step()) { break }
        }
        return found.isEmpty ? nil : found.removeFirst()
    }

    /// Goes past one run of text and the markup after it; false at the end.
    private mutating func step() throws(XMLError) -> Bool {
        guard try skip(to: [0x3C], including: false), try has(1) else {
            endOpen(at: position, isEnded: false)
            return false
        }
        if try has(prefix: "<!--") {
            position += 4
            return try leave(try skip(to: Array("-->".utf8), including: true))
        }
        if try has(prefix: "<![CDATA[") {
            position += 9
            return try leave(try skip(to: Array("]]>".utf8), including: true))
        }
        if try has(prefix: "<?") {
            return try leave(try skip(to: Array("?>".utf8), including: true))
        }
        if try has(prefix: "<!DOCTYPE") {
            hasDocumentType = true
            return false
        }
        try tag()
        return true
    }

    private mutating func leave(_ isComplete: Bool) throws(XMLError) -> Bool {
        if !isComplete { endOpen(at: position, isEnded: false) }
        return isComplete
    }

    private mutating func tag() throws(XMLError) {
        let start = position
        position += 1
        let isEndTag = try has(prefix: "/")
        if isEndTag { position += 1 }
        let nameStart = position
        while try has(1), isNameByte(window[position - windowStart]), position - nameStart < 256 { position += 1 }
        let name = Array(window[nameStart - windowStart..<position - windowStart])
        if name.isEmpty { return }
        if root.isEmpty, !isEndTag {
            root = String(decoding: localName(name), as: UTF8.self)
        }
        // Within a record only its own name counts: what another format calls a record may stand inside.
        guard open.map({ isSameName($0.name, localName(name)) }) ?? names.contains(name) else { return }
        if !isEndTag, open == nil || !nests {
            endOpen(at: start, isEnded: false)
            countLines(upTo: start)
            open = (Array(localName(name)), Place(line: line, offset: start, length: 0), 0, false)
        }
        guard try skip(to: [0x3E], including: true) else { return }
        let isEmpty = !isEndTag && window[position - windowStart - 2] == 0x2F
        if !isEmpty { open?.depth += isEndTag ? -1 : 1 }
        if let record = open, record.depth == 0 { endOpen(at: position, isEnded: true) }
    }

    private mutating func endOpen(at end: Int, isEnded: Bool) {
        guard let record = open else { return }
        open = nil
        var place = record.start
        place.length = end - place.offset
        let isTooLong = record.isTooLong || place.length > longest
        let bytes = isTooLong ? [] : Array(window[place.offset - windowStart..<end - windowStart])
        found.append(Piece(place: place, bytes: bytes, isEnded: isEnded))
    }

    /// Goes to the next occurrence of a mark, or past it; false, at the end, where there is none.
    private mutating func skip(to mark: [UInt8], including: Bool) throws(XMLError) -> Bool {
        while true {
            let from = position - windowStart
            if let index = find(mark, from: from) {
                position = windowStart + index + (including ? mark.count : 0)
                return true
            }
            position = max(position, windowStart + window.count - (mark.count - 1))
            if !(try refill()) {
                position = windowStart + window.count
                return false
            }
        }
    }

    private func find(_ mark: [UInt8], from: Int) -> Int? {
        window.withUnsafeBytes { bytes in
            var from = from
            while from + mark.count <= bytes.count, let base = bytes.baseAddress,
                let hit = memchr(base + from, Int32(mark[0]), bytes.count - from - mark.count + 1)
            {
                from = UnsafeRawPointer(hit) - base
                if bytes[from..<from + mark.count].elementsEqual(mark) { return from }
                from += 1
            }
            return nil
        }
    }

    /// Whether so many bytes are at hand.
    private mutating func has(_ count: Int) throws(XMLError) -> Bool {
        while position - windowStart + count > window.count {
            if !(try refill()) { return false }
        }
        return true
    }

    private mutating func has(prefix: String) throws(XMLError) -> Bool {
        guard try has(prefix.utf8.count) else { return false }
        return window[(position - windowStart)...].starts(with: prefix.utf8)
    }

    /// Reads on, and forgets what lies before the record at hand, or before a record that is too long to be kept.
    private mutating func refill() throws(XMLError) -> Bool {
        if isAtEnd { return false }
        if let record = open, position - record.start.offset > longest { open?.isTooLong = true }
        // The markup at hand may begin a few bytes back.
        let keep = max(windowStart, open.map { $0.isTooLong ? position - 512 : $0.start.offset } ?? position - 512)
        if keep - windowStart > 1 << 16 {
            countLines(upTo: keep)
            window.removeFirst(keep - windowStart)
            windowStart = keep
        }
        let piece = try reader.next(1 << 16)
        isAtEnd = piece.count < 1 << 16
        window += piece
        return !piece.isEmpty
    }

    private mutating func countLines(upTo end: Int) {
        guard counted < end else { return }
        line += window[(counted - windowStart)..<(end - windowStart)].count { $0 == 0x0A }
        counted = end
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2D...0x2E, 0x30...0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x80...0xFF: true
        default: false
        }
    }
}

extension RecordReader {
    /// Reads the records of a broken document that are good in themselves.
    ///
    /// Records are split by their tags and each is parsed strictly, alone. Values of a record stay within it; a mistake
    /// that runs through all of them leaves none. Nothing may be concluded from a record's absence.
    ///
    /// - Parameters:
    ///   - document: the document.
    ///   - nests: whether a record may hold elements of the records' names.
    ///   - header: called once, with the root element's name and the first record that can be read; false stops.
    ///   - record: called with each record, whole or damaged, from the first one found.
    /// - Returns: how many records were found; `failure` where the document may not be read at all.
    /// - Throws: only what `header` and `record` throw.
    package func salvage(
        _ document: Document,
        nests: Bool,
        header: (Element, Element) throws -> Bool,
        record: (MetRecord) throws -> Void
    ) rethrows -> Summary {
        let names = RecordNames(recordElements)
        var splitter = RecordSplitter(document, names: names, nests: nests, longest: limits.recordBytes)
        var summary = Summary()
        var waiting: [MetRecord] = []
        var isKnown = false
        while true {
            let piece: RecordSplitter.Piece?
            do {
                piece = try splitter.next()
            } catch {
                summary.failure = error
                break
            }
            guard let piece else { break }
            let place = piece.place
            if summary.records == limits.records {
                summary.failure = .limitExceeded(.records, line: place.line)
                break
            }
            if place.offset + place.length > limits.documentBytes {
                summary.failure = .limitExceeded(.document, line: place.line)
                break
            }
            summary.records += 1
            let met = MetRecord(
                number: summary.records,
                place: place,
                content: content(of: piece, encoding: document.encoding ?? document.declaredEncoding)
            )
            if isKnown {
                try record(met)
                continue
            }
            waiting.append(met)
            summary.root = Element(name: splitter.root)
            guard let element = met.element else { continue }
            if try !header(Element(name: splitter.root), element) { return summary }
            isKnown = true
            for met in waiting { try record(met) }
            waiting = []
        }
        if splitter.hasDocumentType { summary.failure = .doctypeRefused(line: 1) }
        for met in waiting { try record(met) }
        return summary
    }

    private func content(of piece: RecordSplitter.Piece, encoding: String?) -> MetRecord.Content {
        let line = piece.place.line
        if piece.bytes.isEmpty { return .damaged(.limitExceeded(.record, line: line)) }
        if !piece.isEnded { return .damaged(.truncated(line: line)) }
        var element: Element?
        let summary: Summary
        do {
            // The record is the root of a document of its own here.
            summary = try read(
                Document(.bytes(piece.bytes), encoding: encoding),
                header: { _, first in
                    element = first
                    return true
                },
                record: { _ in }
            )
        } catch {
            return .damaged(error)
        }
        if let failure = summary.failure { return .damaged(failure.moved(by: line - 1)) }
        return element.map { .whole($0) } ?? .damaged(.malformed(line: line, .entity))
    }
}

extension XMLError {
    /// The same some lines further down.
    fileprivate func moved(by lines: Int) -> XMLError {
        switch self {
        case .doctypeRefused(let line): .doctypeRefused(line: line + lines)
        case .limitExceeded(let limit, let line): .limitExceeded(limit, line: line + lines)
        case .malformed(let line, let fault): .malformed(line: line + lines, fault)
        case .truncated(let line): .truncated(line: line + lines)
        case .encodingRefused, .notXML, .unreadable: self
        }
    }
}
