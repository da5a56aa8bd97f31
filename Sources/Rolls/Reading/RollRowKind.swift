import Foundation
import Vocabulary
import Workbooks

/// What a row below a header is.
enum RollRowKind: Equatable {
    /// It says something of a household or a person, or means to.
    case data
    /// The header again.
    case header
    /// A header with these columns of another meaning.
    case otherHeader([String])
    /// It says nothing.
    case ignored(RollSummary.IgnoredRow)
    /// The name of a village whose rows follow.
    case village(String)

    /// The kind of a row.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - header: the header above it.
    ///   - keyColumns: the columns that name a household or a person.
    ///   - isOver: whether signatures have begun above it.
    init(_ row: Row, header: RollHeader, keyColumns: [Int], isOver: Bool) {
        let columns = row.columns
        let named = keyColumns.filter { !row[$0].isEmpty }
        let names = named.map { RollText.line(row[$0].text) }
        let mayBeHeader = names.contains { RollField.recognised($0)?.isTicked == false }
        // Most rows are data, which a name tells without looking at their other cells.
        if !isOver, !mayBeHeader, named.count >= 2 || columns.count > 6,
            names.contains(where: { $0.utf8.count > 12 && !Self.isTotal($0) })
        {
            self = .data
            return
        }
        let texts = columns.map { RollText.line(row[$0].text) }
        let keys = texts.map { folded($0) }
        let first = texts.first { Int(folded($0)) == nil && !$0.isEmpty } ?? ""
        if let kind = Self.headerKind(columns, keys, texts, header, mayBeOther: mayBeHeader) {
            self = kind
        } else if Self.isNumbering(keys) {
            self = .ignored(.numbering)
        } else if names.allSatisfy(Self.isTotal), Self.isTotal(first) {
            self = .ignored(.total)
        } else if columns.count <= 2, let village = Self.village(texts) {
            self = .village(village)
        } else if columns.count <= 3, ["ghi chu", "luu y", "chu thich"].contains(where: folded(first).hasPrefix) {
            self = .ignored(.note)
        } else if columns.count <= 6, named.count <= 1,
            Self.isSignature(columns.count < 3 || named.isEmpty ? keys : names.map { folded($0) })
        {
            self = .ignored(.signature)
        } else if isOver, named.isEmpty || columns.count < 3 {
            self = .ignored(.signature)
        } else {
            self = .data
        }
    }

    private static func headerKind(
        _ columns: [Int],
        _ keys: [String],
        _ texts: [String],
        _ header: RollHeader,
        mayBeOther: Bool
    ) -> RollRowKind? {
        guard keys.count >= 2 else { return nil }
        let cells = Array(zip(columns, keys))
        let isHeader = header.keys.contains { headings in
            cells.count(where: { headings[$0.0] == $0.1 }) * 2 > keys.count
        }
        guard isHeader || mayBeOther else { return nil }
        // Words that are values as well as headings do not make a header.
        var differing: [String] = []
        var count = 0
        let meanings = Dictionary(header.columns.map { ($0.number, $0.field) }, uniquingKeysWith: { first, _ in first })
        let isHeading = Set(header.keys.flatMap(\.values))
        for (column, text) in zip(columns, texts) {
            guard let field = RollField.recognised(text), !field.isTicked, field != .disabled else { continue }
            count += 1
            if meanings[column] != .some(.some(field)), !isHeader || isHeading.contains(folded(text)) {
                differing.append(text)
            }
        }
        if isHeader {
            // Of a header of two rows the upper one stands over several columns.
            return differing.count >= 2 ? .otherHeader(differing) : .header
        }
        guard count >= 3, count * 2 > keys.count else { return nil }
        return differing.isEmpty ? .header : .otherHeader(differing)
    }

    /// Whether a text begins as a sum does: `Tổng`, `Cộng`, `Tổng số hộ: 25`; a person may be called Tống or Tòng.
    static func isTotal(_ text: String) -> Bool {
        let text = RollText.line(text).lowercased()
        if ["tong", "cong", "tong cong", "tong so"].contains(text) { return true }
        return text.hasPrefix("tổng") || text == "cộng" || text.hasPrefix("cộng:") || text.hasPrefix("cộng ")
    }

    /// Whether the cells number the columns: `(1) (2) (3)`, `A B 1 2`, `1 2 3 4=3/1*100`.
    private static func isNumbering(_ keys: [String]) -> Bool {
        guard keys.count >= 3, keys.allSatisfy({ $0.utf8.count <= 12 }) else { return false }
        let letters = keys.prefix { $0.utf8.count == 1 && Int($0) == nil }
        let numbers = keys.dropFirst(letters.count).map { $0.split(separator: " ").first.flatMap { Int($0) } }
        guard numbers.count >= 2 || letters.count >= 3, let start = numbers.first ?? 1 else { return false }
        return zip(numbers, start...).allSatisfy { $0.0 == $0.1 }
    }

    /// The village that a row between others names: `I | Thôn Nà Lẹng`; accents tell `Bản` from the surname Bàn.
    private static func village(_ texts: [String]) -> String? {
        guard let text = texts.last, texts.count == 1 || (texts.first?.utf8.count ?? 9) <= 5, text.utf8.count <= 120
        else {
            return nil
        }
        let words = ["thôn ", "bản ", "tổ ", "khu ", "xóm ", "tiểu khu ", "tổ dân phố "]
        return words.contains(where: text.lowercased().hasPrefix) ? text : nil
    }

    private static func isSignature(_ keys: [String]) -> Bool {
        if keys.contains(where: { key in signing.contains(where: key.hasPrefix) }) { return true }
        // `Bộc Bố, ngày 05 tháng 6 năm 2024`
        return keys.contains { " \($0)".contains(" ngay ") && $0.contains(" thang ") && $0.contains(" nam ") }
            || keys.count <= 2 && keys.contains("ngay thang nam")
    }

    private static let signing = [
        "nguoi lap", "nguoi tong hop", "ky ten", "ky va ghi", "ky ghi ro", "ki ghi ro", "xac nhan cua",
        "tm ubnd", "tm uy ban", "t m ubnd", "kt chu tich", "k t chu tich", "chu tich", "pho chu tich", "thu truong",
        "noi nhan", "can bo phu trach", "can bo lap", "truong thon", "thay mat", "uy ban nhan dan", "giam doc",
        "dieu tra vien", "nguoi dieu tra",
    ]
}
