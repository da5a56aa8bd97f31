/// Where a record stands in its document.
package struct Place: Hashable, Sendable {
    /// The line its start tag begins on, from 1.
    package var line: Int
    /// The offset of its first byte.
    package var offset: Int
    /// How many bytes it has, as far as the document goes.
    package var length: Int

    /// A place from its figures.
    package init(line: Int, offset: Int, length: Int) {
        self.line = line
        self.offset = offset
        self.length = length
    }
}
