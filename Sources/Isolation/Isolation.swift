/// Strangers' files are read by a process of its own for each, so that the worst of them costs one file.
///
/// The process is this program itself, told by its arguments what to read from standard input and to write what it
/// found on standard output, within limits of time, memory and output that it sets on itself before the first byte. What
/// it wrote is read back as bytes in which nothing is believed (`ByteDecoder`).
///
/// It holds against what a file makes a library do; it is a process of the same user, without a filter of system calls.
package enum Isolation {}

/// Why a child that read a stranger's file was stopped.
package enum ChildStop: String, Error, Hashable, Sendable, CaseIterable {
    /// It broke down, or what it wrote is damaged.
    case broken
    /// It asked for more memory than it may have.
    case memory
    /// It wrote more than it may.
    case output
    /// It took longer than it may.
    case time
}
