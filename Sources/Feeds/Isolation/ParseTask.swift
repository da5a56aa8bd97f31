import Isolation
import XML

/// Reading one feed in a process of its own: what the parent asks for and the child does.
package struct ParseTask: Codable, Sendable {
    /// The folder of dialects.
    package var dialects: String
    /// The dialect the feed must have; nil takes any that is known.
    package var dialect: String?
    /// The dialect the source's feeds have usually been in.
    package var usualDialect: String?
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
    /// The limits are set before the first byte of the feed reaches a parser. From then on nothing the parser does can
    /// open a file or a connection. That holds against what a document makes libxml2 do; a document that took over the
    /// process would still be a process of the same user.
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
        var reader = FeedReader(dialects: known, dialect: fixed, limits: limits, encoding: encoding)
        reader.usualDialect = usualDialect
        ChildLimits(
            processorSeconds: processorSeconds,
            wallSeconds: 0,
            memoryMegabytes: memoryMegabytes,
            outputBytes: outputBytes
        ).apply()
        var writer = SpoolWriter(descriptor: output)
        let document: Document
        do throws(XMLError) {
            // A feed in UTF-16 becomes a temporary file here, without any parser, while files can still be opened.
            document = try Document(.descriptor(input), encoding: encoding)
        } catch {
            var summary = FeedSummary()
            summary.refusal = FeedError(error, records: 0)
            return try writer.finish(summary)
        }
        ChildLimits.closeDoors()
        var failure: FeedError?
        let summary = reader.read(document) { event in
            if failure != nil { return }
            do throws(FeedError) { try writer.write(event) } catch { failure = error }
        }
        if let failure { throw failure }
        try writer.finish(summary)
    }
}
