import Households
import Vocabulary

/// The labour roll: one row per member of the households, with what is known of their work.
package enum LabourRoll {
    /// What identifies and reaches a person, to be sealed before it is stored.
    package struct Contact: Hashable, Sendable {
        /// Personal identity number: 12 digits, or 9 of the old card.
        package let nationalID: String?
        /// Telephone number: digits only.
        package let phone: String?
    }

    /// What names a row when the same roll is imported again.
    package struct Key: Hashable, Sendable {
        /// The household.
        package let household: HouseholdID
        /// Folded name, birth text and a number for those alike in both.
        package let text: String
    }

    /// Reads a labour roll and hands over each member in the order of the file.
    ///
    /// - Parameters:
    ///   - path: a CSV file.
    ///   - household: the id of a household code; nil where no household roll named it.
    ///   - id: the id for a row's key, known or new.
    ///   - each: takes each member with its contact and key.
    /// - Returns: the rows refused and the values not understood.
    /// - Throws: `RollError` for a file that cannot be used, or what `each` throws.
    package static func read(
        path: String,
        household: (String) -> HouseholdID?,
        id: (Key) -> MemberID,
        each: (Member, Contact, Key) throws -> Void
    ) throws -> [RowNote] {
        var table = try Table(path: path, needed: [.householdCode, .name, .birth, .sex])
        var notes: [RowNote] = []
        var seen: [Key: Int] = [:]
        var lines: [HouseholdID: Int] = [:]
        while let row = try table.next() {
            func refuse(_ column: Column, _ problem: RowNote.Problem) {
                notes.append(RowNote(line: row.line, column: column.rawValue, problem: problem, refusesRow: true))
            }
            guard let code = row[.householdCode], let name = row[.name] else {
                refuse(row[.householdCode] == nil ? .householdCode : .name, .empty)
                continue
            }
            guard let household = household(code) else {
                refuse(.householdCode, .unknownHousehold)
                continue
            }
            let plain = Key(household: household, text: folded(name) + "|" + (row[.birth] ?? ""))
            seen[plain, default: 0] += 1
            let occurrence = seen[plain] ?? 1
            let key = occurrence == 1 ? plain : Key(household: household, text: plain.text + "|\(occurrence)")
            lines[household, default: 0] += 1
            var member = Member(id: id(key), household: household, line: lines[household] ?? 1, name: name)
            let contact = MemberRow(row: row).fill(&member) { column in
                notes.append(
                    RowNote(line: row.line, column: column.rawValue, problem: .notUnderstood, refusesRow: false)
                )
            }
            try each(member, contact, key)
        }
        return notes
    }
}
