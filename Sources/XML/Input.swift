import Foundation

/// Where a document's bytes come from.
package enum Input: Sendable {
    /// These bytes, handed over in pieces of at most so many.
    case bytes([UInt8], piece: Int = 65_536)
    /// The file at this path, read as it is: nothing is decompressed.
    case file(String)
}
