import Vocabulary

/// The classes that official reviews have given a household (kết quả rà soát), each from its day on and recorded at a
/// moment, so that its class on any day can be told as it was known at any moment.
///
/// The same entries make the same history in whatever order they come.
package struct ClassHistory: Hashable, Sendable {
    /// What one review found, or what corrects it.
    package struct Entry: Hashable, Sendable {
        /// From which day.
        package let from: Day
        /// The class found.
        package let povertyClass: PovertyClass
        /// The day of recognition as escaped from poverty, for a newly escaped household.
        package let escapedOn: Day?
        /// When it was recorded, in seconds since 1970.
        package let recordedAt: Int64

        /// An entry from its facts.
        package init(from: Day, povertyClass: PovertyClass, escapedOn: Day?, recordedAt: Int64) {
            self.from = from
            self.povertyClass = povertyClass
            self.escapedOn = escapedOn
            self.recordedAt = recordedAt
        }

        /// By day, then by when recorded; the rest only so that the order is always the same.
        fileprivate static func precedes(_ left: Entry, _ right: Entry) -> Bool {
            if left.from != right.from { return left.from < right.from }
            if left.recordedAt != right.recordedAt { return left.recordedAt < right.recordedAt }
            if left.povertyClass != right.povertyClass {
                return left.povertyClass.rawValue < right.povertyClass.rawValue
            }
            return (left.escapedOn?.number ?? .min) < (right.escapedOn?.number ?? .min)
        }
    }

    /// The entries by day, those of one day by when they were recorded.
    package let entries: [Entry]

    /// A history of these entries.
    package init(_ entries: some Sequence<Entry>) {
        self.entries = entries.sorted(by: Entry.precedes)
    }

    /// The class on a day, by the rules of `Household.povertyClass(on:newlyEscapedMonths:)`; nil before the first entry.
    ///
    /// Of entries for the same day the one recorded last counts: it corrects the others.
    package func povertyClass(on day: Day, newlyEscapedMonths: Int) -> PovertyClass? {
        entries.last { $0.from <= day }.map { entry in
            entry.povertyClass.lasting(on: day, escapedOn: entry.escapedOn, months: newlyEscapedMonths)
        }
    }

    /// The history as it was known at a moment: without what was recorded later.
    package func asKnown(at moment: Int64) -> ClassHistory {
        ClassHistory(entries.filter { $0.recordedAt <= moment })
    }
}
