import Foundation
import Vocabulary
import Workbooks

/// What stands above a table as labels and values: `Tên người sử dụng lao động: …`, in one cell or two.
struct OfficeForm {
    /// The values by field.
    private(set) var cells: [OfficeField: Cell] = [:]
    /// The row of each value.
    private(set) var rows: [OfficeField: Int] = [:]

    /// Takes the values of a row.
    mutating func take(_ row: Row) {
        let columns = row.columns
        var awaiting: OfficeField?
        for column in columns {
            let labels = OfficeForm.labels(in: row[column].text)
            if labels.isEmpty, let field = awaiting {
                set(field, row[column], row.number)
                awaiting = nil
            }
            for (field, value) in labels {
                awaiting = value.isEmpty ? field : nil
                if let field, !value.isEmpty { set(field, .text(value), row.number) }
            }
        }
    }

    /// Whether a row within a table begins the form of another employer.
    static func begins(at row: Row) -> Bool {
        guard let first = row.columns.first, let label = labels(in: row[first].text).first, label.field == .employer
        else {
            return false
        }
        return !label.value.isEmpty || row.columns.count == 2
    }

    private mutating func set(_ field: OfficeField, _ cell: Cell, _ row: Int) {
        guard !OfficeForm.withoutFiller(cell.text).isEmpty else { return }
        cells[field] = cell
        rows[field] = row
    }

    /// The labels in a cell with what follows each; no field for labels that nothing is made of.
    private static func labels(in text: String) -> [(field: OfficeField?, value: String)] {
        let segments = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard let first = segments.first, text.utf8.count <= 4000, let label = label(first) else { return [] }
        var labels: [(field: OfficeField?, value: String)] = [(label.field, "")]
        for (index, segment) in segments.enumerated().dropFirst() {
            let isLast = index == segments.count - 1
            let (value, next) = isLast ? (segment, nil) : divided(segment)
            let before = labels[labels.count - 1].value
            labels[labels.count - 1].value = withoutFiller(before.isEmpty ? value : "\(before):\(value)")
            if let next { labels.append((next.field, "")) }
        }
        return labels
    }

    /// A text that ends in another label, parted before it.
    private static func divided(_ text: String) -> (value: String, label: (field: OfficeField?, Void)?) {
        let words = text.split(whereSeparator: \.isWhitespace)
        for count in stride(from: min(8, words.count), to: 0, by: -1) {
            if let label = label(words.suffix(count).joined(separator: " ")) {
                return (words.dropLast(count).joined(separator: " "), label)
            }
        }
        return (text, nil)
    }

    private static func label(_ text: String) -> (field: OfficeField?, Void)? {
        if let field = OfficeField(heading: text), OfficeField.ofForm.contains(field) { return (field, ()) }
        return OfficeField.keys(of: text).contains(where: others.contains) ? (nil, ()) : nil
    }

    /// A text without the dots that a form has where something is to be written.
    private static func withoutFiller(_ text: String) -> String {
        let plain = text.replacingOccurrences(of: "…", with: "..")
        let parts = plain.components(separatedBy: "..").map { $0.trimmingCharacters(in: filler) }
        return PlainText.line(parts.filter { !$0.isEmpty }.joined(separator: " "))
    }

    private static let filler = CharacterSet(charactersIn: "._ \t\u{A0};")

    /// Labels that end a value and begin one that is not read.
    private static let others: Set<String> = [
        "chuc vu", "email", "e mail", "fax", "nganh kinh doanh", "nganh kinh te", "nganh nghe kinh doanh",
        "nganh san xuat kinh doanh", "nganh san xuat kinh doanh chinh", "ngay cap", "nguoi dai dien", "nguoi lien he",
        "noi cap", "quy mo", "quy mo lao dong", "loai hinh", "loai hinh doanh nghiep",
        "mat hang san pham dich vu chinh",
        "san pham chinh", "so dkkd", "so giay phep", "thu dien tu", "website", "zalo",
    ]
}
