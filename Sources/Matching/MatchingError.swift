/// Why an instance, or a plan for it, was refused.
package enum MatchingError: Error, Hashable, Sendable {
    /// The caller asked to stop.
    case cancelled
    /// A member lists this vacancy twice.
    case duplicatePair(member: Int, vacancy: Int)
    /// The file is not an instance: where its arrays end against its size, in bytes.
    case fileSize(expected: Int, found: Int)
    /// The lengths or the order of the arrays do not fit together.
    case inconsistent(String)
    /// A value lies outside its range.
    case outOfRange(String, index: Int)
    /// The objective could leave 64 bits.
    case tooLarge
    /// The plan or its proof does not hold.
    case unproven(String)
}
