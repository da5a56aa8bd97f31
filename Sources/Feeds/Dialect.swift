import XML

/// A format of feeds, as data.
package struct Dialect: Hashable, Sendable {
    /// Its short name, as configuration and reports give it.
    package var name: String
    /// The names a root element can have; empty where any will do.
    package var roots: Set<String>
    /// The name of the element that is a record.
    package var record: String
    /// Where a record has what; of several paths the first with text counts.
    package var paths: [Field: [ElementPath]]
    /// Where the parts of the place are, from near to far.
    package var place: [[ElementPath]]
    /// How dates may be written; the first that fits counts.
    package var dateFormats: [DateFormat]
    /// Whether descriptions are HTML, and other texts may have HTML entities.
    package var isHTML: Bool
    /// Whether a feed is by definition of the format the publisher's whole list.
    package var isAlwaysComplete: Bool

    /// All dialects, in the order in which they are tried.
    package static let all = [own, indeed, eures]

    /// The dialect of this name.
    package static func named(_ name: String) -> Dialect? {
        all.first { $0.name == name }
    }

    /// The dialect that has these records, or failing a record, this root.
    package static func detected(root: String, record: String?) -> Dialect? {
        if let record { return all.first { $0.hasRecord(record) && $0.hasRoot(root) } }
        return all.first { $0.roots.contains(root.lowercased()) || $0.hasRecord(String(root.dropLast())) }
    }

    /// Whether a root element of this name fits.
    package func hasRoot(_ root: String) -> Bool {
        roots.isEmpty || roots.contains(root.lowercased()) || hasRecord(root)
    }

    /// Whether an element of this name is a record.
    package func hasRecord(_ element: String) -> Bool {
        element.lowercased() == record.lowercased()
    }
}
