import Households
import Vocabulary

/// The household roll: one row per household with its class by the last review.
package enum HouseholdRoll {
    /// Reads a household roll and hands over each household in the order of the file.
    ///
    /// - Parameters:
    ///   - path: a CSV file.
    ///   - knownCommune: whether a commune code belongs to the province.
    ///   - id: the id for a household code, known or new.
    ///   - each: takes each household.
    /// - Returns: the rows refused and the values not understood.
    /// - Throws: `RollError` for a file that cannot be used, or what `each` throws.
    package static func read(
        path: String,
        knownCommune: (UnitCode) -> Bool,
        id: (String) -> HouseholdID,
        each: (Household) throws -> Void
    ) throws -> [RowNote] {
        var table = try Table(path: path, needed: [.householdCode, .headName, .communeCode, .povertyClass])
        var notes: [RowNote] = []
        var seen: Set<String> = []
        while let row = try table.next() {
            func refuse(_ column: Column, _ problem: RowNote.Problem) {
                notes.append(RowNote(line: row.line, column: column.rawValue, problem: problem, refusesRow: true))
            }
            guard let code = row[.householdCode] else {
                refuse(.householdCode, .empty)
                continue
            }
            guard let communeText = row[.communeCode], let commune = UnitCode(communeText), knownCommune(commune) else {
                refuse(.communeCode, row[.communeCode] == nil ? .empty : .notUnderstood)
                continue
            }
            guard let povertyClass = row[.povertyClass].flatMap(classes(of:)) else {
                refuse(.povertyClass, row[.povertyClass] == nil ? .empty : .notUnderstood)
                continue
            }
            guard seen.insert(code).inserted else {
                refuse(.householdCode, .duplicate)
                continue
            }
            var escapedOn: Day?
            if let text = row[.escapedOn] {
                escapedOn = Day(vietnamese: text)
                if escapedOn == nil {
                    notes.append(
                        RowNote(
                            line: row.line,
                            column: Column.escapedOn.rawValue,
                            problem: .notUnderstood,
                            refusesRow: false
                        )
                    )
                }
            }
            try each(
                Household(
                    id: id(code),
                    code: code,
                    commune: commune,
                    village: row[.village] ?? "",
                    headName: row[.headName] ?? "",
                    povertyClass: povertyClass,
                    escapedOn: escapedOn,
                    isWithoutLabour: row.isTicked(.withoutLabour) ?? false
                )
            )
        }
        return notes
    }

    private static func classes(of text: String) -> PovertyClass? {
        switch folded(text) {
        case "ho ngheo", "hn", "ngheo": .poor
        case "ho can ngheo", "hcn", "can ngheo": .nearPoor
        case "ho moi thoat ngheo", "hmtn", "moi thoat ngheo": .newlyEscaped
        case "ho khong ngheo", "kn", "khong ngheo": .notPoor
        default: nil
        }
    }
}

extension Day {
    /// The day written as `dd/MM/yyyy` or `d-M-yyyy`; nil for any other text.
    init?(vietnamese text: String) {
        let parts = text.split(whereSeparator: { $0 == "/" || $0 == "-" || $0 == "." })
        guard parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]) else {
            return nil
        }
        self.init(year: year, month: month, day: day)
    }
}
