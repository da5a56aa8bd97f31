/// How much a document may ask of its reader.
///
/// The standard values are many times what real vacancy feeds need and far below where libxml2 2.9 becomes slow.
package struct Limits: Hashable, Sendable {
    /// Bytes of the document.
    package var documentBytes = 200 << 20
    /// Bytes taken in while one record is read.
    package var recordBytes = 4 << 20
    /// Elements within one record.
    package var recordElements = 20_000
    /// Records of the document.
    package var records = 100_000
    /// Bytes of one tag or processing instruction, attributes included.
    package var tagBytes = 2048
    /// Bytes of one element's name.
    package var nameBytes = 256
    /// Bytes of one run of text, CDATA section or comment.
    package var textBytes = 1 << 20
    /// Bytes of one such run outside the records; libxml2 keeps them all in memory where they are long.
    package var outsideTextBytes = 1 << 16
    /// Elements inside each other.
    package var depth = 32

    /// The standard limits.
    package init() {}
}
