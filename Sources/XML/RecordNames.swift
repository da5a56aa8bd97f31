/// The local names of the elements that are records, to be held against names as they stand in a document's bytes.
struct RecordNames: Sendable {
    private let names: [[UInt8]]

    init(_ names: Set<String>) {
        self.names = names.sorted().map { Array($0.utf8) }
    }

    /// Whether a name, with or without a namespace prefix, is one of them but for the case of ASCII letters.
    func contains(_ name: some RandomAccessCollection<UInt8>) -> Bool {
        let local = localName(name)
        return names.contains { isSameName($0, local) }
    }
}

/// A name without its namespace prefix.
func localName<Name: BidirectionalCollection<UInt8>>(_ name: Name) -> Name.SubSequence {
    name.lastIndex(of: 0x3A).map { name[name.index(after: $0)...] } ?? name[...]
}

/// Whether two names differ at most in the case of ASCII letters.
func isSameName(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    var other = right.makeIterator()
    for byte in left {
        guard let pair = other.next() else { return false }
        if byte != pair, byte | 0x20 != pair | 0x20 || !(0x61...0x7A).contains(byte | 0x20) { return false }
    }
    return true
}

/// Whether two names differ at most in the case of ASCII letters.
func isSameName(_ left: String, _ right: String) -> Bool {
    left == right || isSameName(left.utf8, right.utf8)
}
