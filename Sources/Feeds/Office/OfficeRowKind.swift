import Vocabulary
import Workbooks

/// What a row below a header is.
enum OfficeRowKind {
    /// It says a vacancy, or means to.
    case need
    /// It numbers the columns, sums them up, explains something, or has nothing in a column that is read.
    case nothing
    /// The table is over.
    case signature

    /// The kind of a row of a table.
    init(_ row: Row, _ table: OfficeHeader) {
        let columns = row.columns
        let keys = columns.map { folded(row[$0].text) }
        let read = Set(table.columns.values.joined())
        let first = keys.first { !$0.isEmpty && Int($0) == nil } ?? ""
        let hasQuantity = (table.columns[.quantity] ?? []).contains { OfficeValue.count(row[$0]) != nil }
        if !hasQuantity, Self.isSignature(keys, of: row) {
            self = .signature
        } else if Self.isSum(first) || Self.isNumbering(keys) || !columns.contains(where: read.contains) {
            self = .nothing
        } else if !hasQuantity, columns.count == 1, first.hasPrefix("ghi chu") || first.hasPrefix("luu y") {
            self = .nothing
        } else {
            self = .need
        }
    }

    /// Whether the first words are those of a sum, and not of a company (`Tổng công ty …`, `Công ty …`).
    private static func isSum(_ key: String) -> Bool {
        let words = key.split(separator: " ")
        guard let first = words.first, first == "tong" || first == "cong" else { return false }
        guard words.count > 1 else { return true }
        if words[1] == "ty" || words.starts(with: ["tong", "cong", "ty"]) || words.starts(with: ["cong", "nhan"]) {
            return false
        }
        if words[1] == "so" || words.starts(with: ["tong", "cong"]) { return true }
        // `Cộng (I+II)`, `Tổng 120 lao động`
        return words.dropFirst().allSatisfy { Int($0) != nil || ["i", "ii", "iii", "iv", "v"].contains($0) }
            || Int(words[1]) != nil
    }

    /// Whether the cells number the columns: `1 2 3`, `(1) (2) (3)`, `A B 1 2`, `4=3/1*100`.
    private static func isNumbering(_ keys: [String]) -> Bool {
        guard keys.count >= 3, keys.allSatisfy({ $0.utf8.count <= 12 }) else { return false }
        let letters = keys.prefix { $0.utf8.count == 1 && Int($0) == nil }
        let numbers = keys.dropFirst(letters.count).map { $0.split(separator: " ").first.flatMap { Int($0) } }
        guard numbers.count >= 2 || letters.count >= 3, let start = numbers.first ?? 1 else { return false }
        return zip(numbers, start...).allSatisfy { $0.0 == $0.1 }
    }

    private static func isSignature(_ keys: [String], of row: Row) -> Bool {
        if keys.contains(where: { key in signing.contains { key.contains($0) } }) { return true }
        // `Giám đốc` is also a job; a row that is numbered lacks its number of people, and is to be named for it.
        if keys.count <= 3, keys.contains(where: signers.contains), !keys.contains(where: { Int($0) != nil }) {
            return true
        }
        // `Bắc Kạn, ngày 05 tháng 6 năm 2024`
        guard keys.count <= 2, let last = keys.last else { return false }
        let words = last.split(separator: " ")
        guard let day = words.firstIndex(of: "ngay"), let month = words.firstIndex(of: "thang"),
            let year = words.firstIndex(of: "nam")
        else { return false }
        return day < month && month < year && words.count <= 12
    }

    private static let signing = [
        "ghi ro ho ten", "ky dong dau", "ky ten", "ky va ghi ro", "ky ghi ro", "ky va dong dau",
    ]

    private static let signers: Set<String> = [
        "can bo tong hop", "chu doanh nghiep", "chu ho kinh doanh", "dai dien don vi", "dai dien doanh nghiep",
        "dai dien nguoi su dung lao dong", "giam doc", "nguoi cung cap thong tin", "nguoi lap", "nguoi lap bieu",
        "nguoi lap phieu", "nguoi su dung lao dong", "nguoi tong hop", "thu truong", "thu truong co quan",
        "thu truong don vi", "tm uy ban nhan dan", "xac nhan cua dia phuong",
    ]
}
