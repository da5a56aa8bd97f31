/// A table of values, each in force from one day to the day before the next.
///
/// Law changes by date; a rule asks the table for the value on the day it is about and never keeps a constant.
package struct Dated<Value: Sendable>: Sendable {
    private let entries: [(from: Day, value: Value)]

    /// A table of these values, each in force from its day on; the order given does not matter.
    package init(_ entries: [(from: Day, value: Value)]) {
        self.entries = entries.sorted { $0.from < $1.from }
    }

    /// The entries by day.
    package var all: [(from: Day, value: Value)] { entries }

    /// The value in force on a day; nil before the first entry.
    package func value(on day: Day) -> Value? {
        entries.last { $0.from <= day }?.value
    }

    /// The values in force up to a day, each with the first day on which the next one is; nil for the last of all.
    package func values(through day: Day) -> [(value: Value, until: Day?)] {
        entries.indices.prefix { entries[$0].from <= day }.map { position in
            (entries[position].value, entries.dropFirst(position + 1).first?.from)
        }
    }
}
