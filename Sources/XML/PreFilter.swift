import Foundation

/// A byte-level look at a document before libxml2 sees it, so that nothing reaches it that it is slow or unsafe with.
///
/// libxml2 2.9 needs minutes for a few megabytes of attributes. The filter keeps only a state, a few counters and the
/// name of the declaration at hand, and works on bytes because every encoding it lets through writes markup in ASCII.
/// As it sees every tag, it also knows where each record begins and ends, which libxml2 does not say.
struct PreFilter {
    /// What is wrong, once something is; the bytes before it are good.
    private(set) var failure: XMLError?
    /// The line at hand, from 1.
    private(set) var line = 1

    private let limits: Limits
    private let recordNames: RecordNames
    private let believesDeclaration: Bool
    private var state = State.text
    private var hasRoot = false
    private var hasDeclaration = false
    private var isEndTag = false
    private var isInName = false
    private var depth = 0
    private var run = 0
    private var nameLength = 0
    private var previous: UInt8 = 0
    private var beforePrevious: UInt8 = 0
    private var markup: [UInt8] = []
    private var markupStart = 0
    private var bytesSinceMark = 0
    private var elementsSinceMark = 0
    private var total = 0
    private var counted = 0
    private var tagStart = 0
    private var tagLine = 1
    private var name: [UInt8] = []
    private var record: (depth: Int, start: Place)?
    private var places: [Place] = []
    private var nextPlace = 0

    fileprivate enum State {
        case text, open, tag, singleQuoted, doubleQuoted, declaration, comment, cdata, instruction
    }

    /// A filter of a document whose declaration names its encoding, unless another has been settled.
    init(limits: Limits, recordNames: RecordNames, believesDeclaration: Bool) {
        self.limits = limits
        self.recordNames = recordNames
        self.believesDeclaration = believesDeclaration
    }

    /// Goes past bytes and lines at the start that are not handed to the filter.
    mutating func skip(bytes: Int, lines: Int) {
        total += bytes
        line += lines
    }

    /// Where the next record stands that has gone through whole; each is handed out once, in order.
    mutating func takePlace() -> Place? {
        guard nextPlace < places.count else { return nil }
        defer {
            nextPlace += 1
            if nextPlace == places.count {
                places.removeAll(keepingCapacity: true)
                nextPlace = 0
            }
        }
        return places[nextPlace]
    }

    /// Notes that the reader has finished with what it had; record limits count from here.
    mutating func mark() {
        bytesSinceMark = 0
        elementsSinceMark = 0
    }

    /// Looks through the next bytes; answers how many of them are good, which is all of them unless `failure` is set.
    mutating func accept(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard failure == nil, let base = bytes.baseAddress else { return 0 }
        counted = 0
        if total + bytes.count > limits.documentBytes { return stop(.limitExceeded(.document, line: line), 0, bytes) }
        if bytesSinceMark > limits.recordBytes || elementsSinceMark > limits.recordElements {
            return stop(.limitExceeded(.record, line: line), 0, bytes)
        }
        var index = 0
        markupStart = 0
        while index < bytes.count {
            if state == .text { markupStart = index }
            if let target = state.skipTarget {
                let found = memchr(base + index, Int32(target), bytes.count - index)
                let end = found.map { UnsafeRawPointer($0) - base } ?? bytes.count
                run += end - index
                if run > (record == nil ? limits.outsideTextBytes : limits.textBytes) {
                    return stop(.limitExceeded(.text, line: line), index, bytes)
                }
                if end > index {
                    beforePrevious = end - index > 1 ? bytes[end - 2] : previous
                    previous = bytes[end - 1]
                }
                index = end
                if index == bytes.count { break }
            }
            if state == .text {
                markupStart = index
                tagStart = total + index
                if record == nil {
                    countLines(bytes, upTo: index)
                    tagLine = line
                }
            }
            step(bytes[index], index)
            if failure != nil { return stop(failure, index, bytes) }
            index += 1
        }
        count(bytes, upTo: bytes.count)
        return bytes.count
    }

    /// What is wrong with the document if it ends here.
    mutating func finish() -> XMLError? {
        if failure == nil {
            if !hasRoot, state == .text {
                failure = .notXML
            } else if depth > 0 || state != .text {
                failure = .truncated(line: line)
            }
        }
        return failure
    }

    /// Stops at a byte; the tag it is in is not good either, lest the parser find another fault in half of it.
    private mutating func stop(_ error: XMLError?, _ index: Int, _ bytes: UnsafeRawBufferPointer) -> Int {
        count(bytes, upTo: index)
        switch error {
        case .limitExceeded(let limit, _): failure = .limitExceeded(limit, line: line)
        case .malformed(_, let fault): failure = .malformed(line: line, fault)
        case .doctypeRefused: failure = .doctypeRefused(line: line)
        default: failure = error
        }
        return min(index, markupStart)
    }

    private mutating func count(_ bytes: UnsafeRawBufferPointer, upTo end: Int) {
        countLines(bytes, upTo: end)
        total += end
        bytesSinceMark += end
    }

    private mutating func countLines(_ bytes: UnsafeRawBufferPointer, upTo end: Int) {
        guard counted < end else { return }
        var newlines = 0
        for byte in bytes[counted..<end] where byte == 0x0A { newlines += 1 }
        line += newlines
        counted = end
    }

    private mutating func step(_ byte: UInt8, _ index: Int) {
        switch state {
        case .text:  // skipped to a "<"
            state = .open
            run = 0
        case .open:
            open(byte)
        case .tag:
            tag(byte, index)
        case .singleQuoted, .doubleQuoted:
            run += 1
            if byte == 0x3C { failure = .malformed(line: line, .attribute) }
            if byte == (state == .singleQuoted ? 0x27 : 0x22) { state = .tag }
        case .declaration:
            declaration(byte)
        case .comment, .cdata:
            run += 1
            let end: UInt8 = state == .comment ? 0x2D : 0x5D
            if byte == 0x3E, previous == end, beforePrevious == end, run > 2 { toText() }
        case .instruction:
            run += 1
            if run <= 256 { markup.append(byte) }
            if byte == 0x3E, previous == 0x3F { endInstruction() }
        }
        if run > limits.tagBytes, state.isMarkup { failure = failure ?? .limitExceeded(.tag, line: line) }
        beforePrevious = previous
        previous = byte
    }

    private mutating func toText() {
        state = .text
        run = 0
    }

    private mutating func open(_ byte: UInt8) {
        run = 1
        markup.removeAll(keepingCapacity: true)
        switch byte {
        case 0x21: state = .declaration
        case 0x3F: state = .instruction
        case 0x2F, 0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x80...0xFF:
            state = .tag
            isEndTag = byte == 0x2F
            isInName = true
            nameLength = isEndTag ? 0 : 1
            name.removeAll(keepingCapacity: true)
            if !isEndTag { name.append(byte) }
        default:
            failure = hasRoot ? .malformed(line: line, .tag) : .notXML
        }
    }

    private mutating func tag(_ byte: UInt8, _ index: Int) {
        run += 1
        switch byte {
        case 0x3E:
            endTag(index)
            return
        case 0x3C: failure = .malformed(line: line, .tag)
        case 0x27: state = .singleQuoted
        case 0x22: state = .doubleQuoted
        default: break
        }
        guard isInName else { return }
        if byte == 0x20 || byte == 0x2F || (0x09...0x0D).contains(byte) {
            isInName = false
        } else {
            nameLength += 1
            if record == nil { name.append(byte) }
            if nameLength > limits.nameBytes { failure = .limitExceeded(.name, line: line) }
        }
    }

    private mutating func endTag(_ index: Int) {
        toText()
        let end = total + index + 1
        if isEndTag {
            depth -= 1
            if depth < 0 { failure = hasRoot ? .malformed(line: line, .tag) : .notXML }
            if let record, record.depth == depth { endRecord(record.start, at: end) }
            return
        }
        hasRoot = true
        elementsSinceMark += 1
        if record == nil, recordNames.contains(name) {
            let start = Place(line: tagLine, offset: tagStart, length: 0)
            record = (depth, start)
            if previous == 0x2F { endRecord(start, at: end) }
        }
        if previous != 0x2F { depth += 1 }
        if depth > limits.depth { failure = .limitExceeded(.depth, line: line) }
    }

    private mutating func endRecord(_ start: Place, at end: Int) {
        places.append(Place(line: start.line, offset: start.offset, length: end - start.offset))
        record = nil
    }

    private mutating func declaration(_ byte: UInt8) {
        run += 1
        markup.append(byte)
        if markup.count == 2, markup.elementsEqual("--".utf8) {
            (state, run, previous, beforePrevious) = (.comment, 0, 0, 0)
        } else if markup.count == 7, markup.elementsEqual("[CDATA[".utf8) {
            (state, run, previous, beforePrevious) = (.cdata, 0, 0, 0)
        } else if markup.count >= 16 || byte == 0x3E {
            let word = String(decoding: markup, as: UTF8.self).uppercased()
            if word.hasPrefix("DOCTYPE HTML") {
                failure = .notXML
            } else if word.hasPrefix("DOCTYPE") {
                failure = .doctypeRefused(line: line)
            } else {
                failure = .malformed(line: line, .syntax)
            }
        }
    }

    private mutating func endInstruction() {
        defer { toText() }
        let text = String(decoding: markup, as: UTF8.self)
        guard !hasDeclaration, text.hasPrefix("xml"), !text.hasPrefix("xml-") else { return }
        hasDeclaration = true
        guard believesDeclaration, let name = Document.encodingName(in: text)?.lowercased() else { return }
        if !Document.isReadable(encoding: name) {
            failure = .encodingRefused(name: String(name.prefix(32)))
        }
    }
}

extension PreFilter.State {
    /// The byte up to which everything only counts as length.
    fileprivate var skipTarget: UInt8? {
        switch self {
        case .text: 0x3C
        case .comment, .cdata: 0x3E
        default: nil
        }
    }

    /// Whether the limit of tags holds here.
    fileprivate var isMarkup: Bool {
        switch self {
        case .open, .tag, .singleQuoted, .doubleQuoted, .declaration, .instruction: true
        case .text, .comment, .cdata: false
        }
    }
}
