import XML

/// The text of a feed that has been read, for what is to be kept of its refused records.
///
/// A class because it opens the feed once, when it is first asked.
package final class FeedText {
    private let file: String
    private var document: Document?

    /// The text of the feed in a file.
    package init(file: String) {
        self.file = file
    }

    /// A record's text, as far as a refused record's is kept.
    ///
    /// - Throws: `FeedError.unreadable` where the feed cannot be read any more.
    package func fragment(at place: Place) throws(FeedError) -> [UInt8] {
        do throws(XMLError) {
            if let document { return try document.bytes(of: place, atMost: FeedReader.fragmentBytes) }
            let opened = try Document(.file(file))
            document = opened
            return try opened.bytes(of: place, atMost: FeedReader.fragmentBytes)
        } catch {
            throw FeedError(error, records: 0)
        }
    }
}
