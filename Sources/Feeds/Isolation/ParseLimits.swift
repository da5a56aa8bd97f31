import XML

/// What a feed may ask for, and what the process that reads it may use.
package struct ParseLimits: Hashable, Sendable {
    /// What the document may ask for.
    package var document: Limits
    /// Seconds of the processor.
    package var processorSeconds: Int
    /// Seconds from start to end.
    package var wallSeconds: Int
    /// Megabytes of address space; of the memory in use it is a part.
    package var memoryMegabytes: Int

    /// Limits for the process, and for the document.
    package init(
        document: Limits = Limits(),
        processorSeconds: Int = 30,
        wallSeconds: Int = 60,
        memoryMegabytes: Int = 1024
    ) {
        self.document = document
        self.processorSeconds = processorSeconds
        self.wallSeconds = wallSeconds
        self.memoryMegabytes = memoryMegabytes
    }

    /// Bytes the process may write: advertisements hold little more than the feed, rejected records' texts come on top.
    var outputBytes: Int { document.documentBytes * 4 + (64 << 20) }
}
