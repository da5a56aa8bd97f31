import Households
import Vocabulary

extension Parameter {
    /// Where households are: each narrows the others.
    static let places: [Parameter] = [
        .query("commune", .commune, "Only in this commune, by its code before July 2025."),
        .query("district", .district, "Only in this district, by its code before July 2025."),
        .query("unit", .commune, "Only in this commune or ward since July 2025, by its code."),
        .query("village", .text(1...200), "Only in this village, as it is written on the roll."),
    ]
    /// Words to look for.
    static let words = Parameter.query("q", .text(1...200), "Only with these words, with marks or without.")
    /// A class of households.
    static let povertyClass = Parameter.query(
        "class",
        .codes(of: PovertyClass.self),
        "Only of households of this class: HN poor, HCN near-poor, HMTN newly escaped, KN none of these."
    )
    /// An occupation by its first digits.
    static let occupation = Parameter.query(
        "occupation",
        .digits(1...4),
        "Only of the occupation that these digits begin (Decision 34/2020/QĐ-TTg)."
    )
}

extension APIRequest {
    /// The communes that the place parameters leave; nil where none narrows.
    ///
    /// - Throws: `Problem` that names the parameter whose code the province does not have.
    func communes(of territory: Territory) throws(Problem) -> [UnitCode]? {
        var sets: [Set<UnitCode>] = []
        var faults: [Fault] = []
        if let text = text("commune") {
            if let code = UnitCode(text), territory.commune(code) != nil {
                sets.append([code])
            } else {
                faults.append(unknown("commune", "commune of before July 2025", "xã (trước tháng 7/2025)"))
            }
        }
        if let text = text("district") {
            if territory.district(text) != nil {
                sets.append(Set(territory.communes.filter { $0.district == text }.map(\.code)))
            } else {
                faults.append(unknown("district", "district of before July 2025", "huyện (trước tháng 7/2025)"))
            }
        }
        if let text = text("unit") {
            if let code = UnitCode(text), territory.unit(code) != nil {
                sets.append(Set(territory.communes(of: code)))
            } else {
                faults.append(unknown("unit", "commune or ward since July 2025", "xã, phường (từ tháng 7/2025)"))
            }
        }
        if !faults.isEmpty { throw .badParameters(faults) }
        guard let first = sets.first else { return nil }
        return sets.dropFirst().reduce(first) { $0.intersection($1) }.sorted()
    }

    private func unknown(_ name: String, _ english: String, _ vietnamese: String) -> Fault {
        Fault(
            "unknown_code",
            "The province has no \(english) of this code.",
            "Tỉnh không có \(vietnamese) mang mã này."
        ).of(parameter: name)
    }
}
