import Foundation

/// What a child may use.
package struct ChildLimits: Codable, Hashable, Sendable {
    /// Seconds of the processor.
    package var processorSeconds: Int
    /// Seconds from start to end.
    package var wallSeconds: Int
    /// Megabytes of address space; of the memory in use it is a part.
    package var memoryMegabytes: Int
    /// Bytes it may write.
    package var outputBytes: Int

    /// Limits of a child.
    package init(processorSeconds: Int, wallSeconds: Int, memoryMegabytes: Int, outputBytes: Int) {
        self.processorSeconds = processorSeconds
        self.wallSeconds = wallSeconds
        self.memoryMegabytes = memoryMegabytes
        self.outputBytes = outputBytes
    }

    /// Sets the limits on this process, for good.
    package func apply() {
        ChildLimits.limit(RLIMIT_CORE, 0)
        ChildLimits.limit(RLIMIT_CPU, processorSeconds)
        ChildLimits.limit(RLIMIT_AS, memoryMegabytes << 20)
        ChildLimits.limit(RLIMIT_FSIZE, outputBytes)
    }

    /// Leaves this process only so many more files or connections that it can have open at once.
    package static func closeDoors(leaving count: Int = 0) {
        // The next descriptor would have the lowest free number.
        let next = dup(0)
        close(next)
        limit(RLIMIT_NOFILE, Int(next) + count)
    }

    private static func limit(_ resource: __rlimit_resource, _ value: Int) {
        var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
        setrlimit(Int32(resource.rawValue), &limit)
    }
}
