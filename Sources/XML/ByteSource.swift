import Foundation

/// Feeds libxml2 with bytes that went through the `PreFilter`, and gathers what either finds wrong.
final class ByteSource {
    /// The filter the bytes go through.
    private(set) var filter: PreFilter
    /// The encoding that holds whatever the document declares; nil where its own word holds.
    let encoding: String?
    /// The first thing in the document that keeps it from being read further.
    var failure: XMLError? { parserFailure ?? ownFailure }

    private let reader: InputReader
    private var ownFailure: XMLError?
    private var parserFailure: XMLError?
    private var hasFinished = false
    private var hasStarted = false
    private var hasPassed = false
    private var padding = 1024  // two blocks of the parser
    private var start: [UInt8] = []
    private var hiddenLines = 0

    init(_ document: Document, limits: Limits, recordNames: RecordNames = RecordNames([])) {
        filter = PreFilter(
            limits: limits,
            recordNames: recordNames,
            believesDeclaration: document.encoding == nil
        )
        reader = InputReader(document.input)
        encoding = document.encoding
    }

    /// Forgets what one record has used up.
    func mark() {
        filter.mark()
    }

    /// Where the record stands that the parser has just read.
    func takePlace() -> Place? {
        filter.takePlace()
    }

    /// Notes a failure unless there is one already.
    func fail(_ error: XMLError) {
        if failure == nil { ownFailure = error }
    }

    /// Notes what the parser finds wrong.
    ///
    /// The filter runs ahead of the parser, so what the parser finds comes first in the document. At the very end it
    /// mostly finds that the document ends where the filter cut it; only an "&" on an earlier line, which it may have
    /// been waiting to see ended, is news then.
    func failInParser(_ error: XMLError) {
        var isNews = !hasFinished
        if case .malformed(let line, .entity) = error { isNews = isNews || line < filter.line }
        if isNews {
            parserFailure = parserFailure ?? error
        } else {
            fail(error)
        }
    }

    /// A line as libxml2 counts them, in the file's own count.
    func line(of parserLine: Int) -> Int {
        parserLine + hiddenLines
    }

    /// Fills a buffer; 0 at the end, and where reading must stop.
    ///
    /// The parser hands its last block on together with the news that the document is over, and drops all of it where
    /// that is an error. So a document that stops early ends in blanks, which close nothing, and the block goes through.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = failure == nil ? next(buffer) : 0
        if count > 0 { return count }
        let blanks = failure == nil || !hasPassed ? 0 : min(padding, buffer.count)
        padding -= blanks
        hasFinished = blanks == 0
        for index in 0..<blanks { buffer[index] = 0x20 }
        return blanks
    }

    private func next(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        ownFailure = filter.failure
        if failure != nil { return 0 }
        if !hasStarted { begin(buffer) }
        var count = min(start.count, buffer.count)
        if count > 0 {
            buffer.copyBytes(from: start[..<count])
            start.removeFirst(count)
        } else if failure == nil {
            count = pull(buffer)
        }
        if failure != nil { return 0 }
        if count == 0 {
            ownFailure = filter.finish()
            return 0
        }
        let good = filter.accept(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        if good == 0 { ownFailure = filter.failure }
        hasPassed = hasPassed || good > 0
        return good
    }

    /// Takes the first bytes without byte order mark and white space, which libxml2 takes amiss before a declaration.
    private func begin(_ buffer: UnsafeMutableRawBufferPointer) {
        hasStarted = true
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var count = 0
        var hidden = 0
        repeat {
            count = pull(buffer)
            start.append(contentsOf: buffer[..<count])
            if start.starts(with: mark) {
                start.removeFirst(mark.count)
                hidden += mark.count
            }
            let blank = start.prefix { $0 == 0x20 || (0x09...0x0D).contains($0) }
            hiddenLines += blank.count { $0 == 0x0A }
            hidden += blank.count
            start.removeFirst(blank.count)
        } while count > 0 && start.count < 4
        filter.skip(bytes: hidden, lines: hiddenLines)
        if failure == nil, start.first != 0x3C { ownFailure = .notXML }
    }

    private func pull(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        do {
            return try reader.read(into: buffer)
        } catch {
            ownFailure = error
            return 0
        }
    }
}
