import Vocabulary

/// The reference of a vacancy that has none of its own.
///
/// It is made of what makes the vacancy that one and not another: the employer's tax code, or name where there is none;
/// the title; the occupation; and where the work is (the commune, else the workplace, else the employer's address), all
/// folded, so that the same sheet sent again, or mended in marks and case, names the same vacancies. How many are
/// wanted, the wage and the dates may change and do not count. Where several vacancies of one sheet have the same key,
/// the second has `#2` after it and so on, in the order of the sheet: of such twins, one that is taken out renames those
/// below it.
enum OfficeReference {
    /// The references of vacancies of one sheet, in their order; their own where they have one.
    static func references(of vacancies: [OfficeVacancy]) -> [String] {
        var taken = Set(vacancies.compactMap(\.reference))
        var numbers: [String: Int] = [:]
        return vacancies.map { vacancy in
            if let reference = vacancy.reference { return reference }
            let key = key(of: vacancy)
            while true {
                let number = numbers[key, default: 0] + 1
                numbers[key] = number
                let reference = number == 1 ? key : "\(key)#\(number)"
                if taken.insert(reference).inserted { return reference }
            }
        }
    }

    /// The key of a vacancy, at most 180 characters of a-z, 0-9, `-`, `.` and `~`.
    static func key(of vacancy: OfficeVacancy) -> String {
        let place = vacancy.workplace.isEmpty ? vacancy.address : vacancy.workplace
        let parts = [
            vacancy.taxCode ?? slug(vacancy.employer), slug(vacancy.title), vacancy.occupation?.digits ?? "",
            vacancy.unitCode?.description ?? slug(place),
        ]
        let key = parts.joined(separator: ".")
        if key.utf8.count <= 180 { return key }
        return "\(key.prefix(160))~\(hash(key))"
    }

    private static func slug(_ text: String) -> String {
        folded(text).split(separator: " ").joined(separator: "-")
    }

    /// FNV-1a with 64 bits (Fowler, Noll, Vo), which is the same on every machine.
    ///
    /// A collision needs two long keys of one sheet that agree in 160 characters; the second is then numbered like a twin.
    private static func hash(_ text: String) -> String {
        let value = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return String(value, radix: 36)
    }
}
