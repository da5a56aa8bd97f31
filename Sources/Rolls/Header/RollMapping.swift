import Vocabulary

/// Which heading means which field: shown to be confirmed, and remembered by source.
package struct RollMapping: Hashable, Sendable {
    /// What one heading means.
    package struct Entry: Hashable, Sendable {
        /// The heading as the roll has it; where it stands under others, they come first: `Giới tính: Nam`.
        package var heading: String
        /// The field; nil for a column that is to be left out.
        package var field: RollField?

        /// A heading and its field.
        package init(heading: String, field: RollField?) {
            self.heading = heading
            self.field = field
        }
    }

    /// The headings in the order of the roll.
    package private(set) var entries: [Entry]
    private var byKey: [String: RollField?]

    /// A mapping of these headings; of two that differ only in case and marks, the later one holds.
    package init(_ entries: [Entry] = []) {
        self.entries = entries
        byKey = Dictionary(entries.map { (folded($0.heading), $0.field) }, uniquingKeysWith: { $1 })
    }

    /// This mapping, with what the other one says of the same headings in its place and its other headings after it.
    package func merging(_ remembered: RollMapping) -> RollMapping {
        let known = Set(entries.map { folded($0.heading) })
        let merged = entries.map { entry in
            Entry(heading: entry.heading, field: remembered.field(of: entry.heading) ?? entry.field)
        }
        return RollMapping(merged + remembered.entries.filter { !known.contains(folded($0.heading)) })
    }

    /// The field of a heading: `.some(nil)` where it is to be left out, nil where the mapping does not say.
    func field(of heading: String) -> RollField?? {
        byKey.isEmpty ? nil : byKey[folded(heading)]
    }
}
