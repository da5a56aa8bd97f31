import Vocabulary
import Workbooks

extension OfficeVacancy.Contract {
    /// The contract that cells name; nil where they name none.
    ///
    /// Of a range (`Đủ 12 đến 36 tháng`) the shortest counts, which is all a worker can rely on. Under three months is
    /// taken for seasonal: no length is known, and none of those possible is sustainable.
    ///
    /// - Parameters:
    ///   - kind: the cell for the kind.
    ///   - months: the cell for the length.
    init?(kind: Cell, months: Cell) {
        let keys = [folded(kind.text), folded(months.text)]
        let all = keys.joined(separator: " ")
        if ["khong xac dinh", "khong thoi han", "khong ky han", "vo thoi han"].contains(where: all.contains) {
            self = .indefinite
            return
        }
        if ["thoi vu", "mua vu", "tam thoi", "theo vu"].contains(where: all.contains) {
            self = .seasonal
            return
        }
        // The length of a trial is none of the contract's.
        let isTrial = all.contains("thu viec") || all.contains("hoc viec")
        if !isTrial, let length = Self.months(keys[1], isBare: true) ?? Self.months(keys[0], isBare: false) {
            if all.hasPrefix("duoi ") || all.contains(" duoi "), length <= 3, !all.contains("den") {
                self = .seasonal
                return
            }
            guard (1...36).contains(length) else { return nil }
            self = .fixed(months: length)
            return
        }
        guard ["xac dinh thoi han", "co thoi han", "ngan han"].contains(where: all.contains) else { return nil }
        self = .fixed(months: nil)
    }

    /// The first length that a text names, in months; a number without a unit only where it stands alone for one.
    private static func months(_ key: String, isBare: Bool) -> Int? {
        let words = key.split(separator: " ")
        guard let first = words.firstIndex(where: { Int($0) != nil }), let number = Int(words[first]), number < 1000
        else {
            return nil
        }
        // `1 - 3 năm` has its unit after the second number.
        let unit = words[first...].first { $0 == "thang" || $0 == "nam" }
        if unit == "nam" { return number * 12 }
        return unit == "thang" || (isBare && words.count <= 2) ? number : nil
    }
}
