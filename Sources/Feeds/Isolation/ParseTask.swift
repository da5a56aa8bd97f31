import Foundation
import XML

/// Reading one feed in a process of its own: what the parent asks for and the child does.
package struct ParseTask: Codable, Sendable {
    /// The folder of dialects.
    package var dialects: String
    /// The dialect the feed must have; nil takes any that is known.
    package var dialect: String?
    /// The encoding that holds whatever the feed declares; nil where its own word holds.
    package var encoding: String?
    /// Bytes of the document.
    package var documentBytes: Int
    /// Records of the document.
    package var records: Int
    /// Seconds of the processor.
    package var processorSeconds: Int
    /// Megabytes of address space.
    package var memoryMegabytes: Int
    /// Bytes the process may write.
    package var outputBytes: Int

    /// Reads the feed on one descriptor and writes its spool to another, within the limits.
    ///
    /// The limits are set before the first byte of the feed is read. From then on the process can open nothing more,
    /// neither a file nor a connection, whatever a document makes its parser do.
    ///
    /// - Throws: `FeedError`; what is wrong with the feed is in the spool's summary and is not thrown.
    package func run(input: Int32, output: Int32) throws(FeedError) {
        let known = try Dialects(folder: dialects)
        if let dialect, known.named(dialect) == nil {
            throw .dialectUnusable(file: dialects, problem: "there is no dialect \(dialect)")
        }
        var limits = Limits()
        limits.documentBytes = documentBytes
        limits.records = records
        let fixed = dialect.flatMap(known.named)
        let reader = FeedReader(dialects: known, dialect: fixed, limits: limits, encoding: encoding)
        restrict()
        var writer = SpoolWriter(descriptor: output)
        var failure: FeedError?
        let summary = reader.read(.descriptor(input)) { event in
            if failure != nil { return }
            do throws(FeedError) { try writer.write(event) } catch { failure = error }
        }
        if let failure { throw failure }
        try writer.finish(summary)
    }

    private func restrict() {
        func limit(_ resource: __rlimit_resource, _ value: Int) {
            var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
            setrlimit(Int32(resource.rawValue), &limit)
        }
        limit(RLIMIT_CORE, 0)
        limit(RLIMIT_CPU, processorSeconds)
        limit(RLIMIT_AS, memoryMegabytes << 20)
        limit(RLIMIT_FSIZE, outputBytes)
        // One more descriptor than the standard three: a feed in UTF-16 is turned into a temporary file.
        limit(RLIMIT_NOFILE, 6)
    }
}
