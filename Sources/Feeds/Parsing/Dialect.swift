import XML

/// A format of feeds, as data.
package struct Dialect: Hashable, Sendable {
    /// How much of the publisher's list a feed is.
    package enum Coverage: String, Hashable, Sendable, CaseIterable {
        /// The whole list, every time.
        case full
        /// The latest of it; what is absent may still be offered.
        case window
        /// What changed, or one vacancy a document.
        case incremental
    }

    /// Its short name, as configuration and reports give it.
    package var name: String
    /// What it is, for people.
    package var about: String
    /// The names a root element can have, in lower case; empty where any will do.
    package var roots: Set<String>
    /// The name of the element that is a record.
    package var record: String
    /// What the root element has before the first record where a feed is of this dialect.
    package var rootMarks: [ElementPath]
    /// What the first record of a feed has where it is of this dialect.
    package var marks: [ElementPath]
    /// How much of the publisher's list a feed is where it does not say.
    package var coverage: Coverage
    /// Where, from the root element, a feed says that it is the whole list.
    package var coverageFlag: ElementPath?
    /// Where, from the root element, a feed says how many records it has.
    package var count: [ElementPath]
    /// Whether a record may hold elements of the record's own name.
    package var nestsRecords: Bool
    /// Whether descriptions are HTML, and other texts may have HTML entities.
    package var isHTML: Bool
    /// How dates may be written; the first that fits counts.
    package var dateFormats: [DateFormat]
    /// Where the parts of the place are, from near to far.
    package var place: [[ValuePath]]
    /// Where a record has what; of several paths the first with text counts.
    package var paths: [Field: [ValuePath]]

    /// Whether a root element of this name fits.
    package func hasRoot(_ root: String) -> Bool {
        roots.isEmpty || roots.contains(root.lowercased()) || hasRecord(root)
    }

    /// Whether an element of this name is a record.
    package func hasRecord(_ element: String) -> Bool {
        element.lowercased() == record.lowercased()
    }
}

/// Where a value is in a record.
package enum ValuePath: Hashable, Sendable {
    /// Everything on the path, after what the paths before it gave; for descriptions in several parts.
    case appended(ElementPath)
    /// The text on the path.
    case at(ElementPath)
    /// What follows a label on a line of the description.
    case labelled(String)

    /// The path as a dialect file writes it: `a/b@c`, `+a/b` or `label:Words`; nil where it is none.
    init?(_ text: String) {
        if text.hasPrefix("label:") {
            let label = String(text.dropFirst(6).drop { $0 == " " })
            if label.isEmpty { return nil }
            self = .labelled(label)
            return
        }
        let isAppended = text.hasPrefix("+")
        guard let path = ElementPath(isAppended ? String(text.dropFirst()) : text) else { return nil }
        self = isAppended ? .appended(path) : .at(path)
    }
}
