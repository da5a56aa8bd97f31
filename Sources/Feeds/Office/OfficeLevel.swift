import Foundation
import Vocabulary
import Workbooks

/// Schooling and training as people name them, on the scales of form 01.
enum OfficeLevel {
    /// The lowest general education that a cell names, 1...4; nil where it names none.
    static func education(_ cell: Cell) -> Int? {
        // Excel takes `9/12` and `12/12` for days.
        if let day = cell.day {
            let parts = [day.parts.month, day.parts.day].sorted()
            return parts[1] == 12 ? OfficeLevel.ofClass[parts[0]] : nil
        }
        let key = folded(cell.text)
        if let number = Int(key) { return (1...4).contains(number) ? number : ofClass[number] }
        return lowest(in: key, educationWords)
    }

    /// The lowest technical qualification that a cell names, 1...8; nil where it names none.
    static func qualification(_ cell: Cell) -> Int? {
        let key = folded(cell.text)
        if let number = Int(key) { return (1...8).contains(number) ? number : nil }
        return lowest(in: key, qualificationWords)
    }

    /// The lowest level whose words are in a text; words that hold others come first and use them up.
    private static func lowest(in key: String, _ words: [(String, Int)]) -> Int? {
        if key.isEmpty { return nil }
        var rest = " \(key) "
        var found: [Int] = []
        for (phrase, level) in words {
            while let range = rest.range(of: " \(phrase) ", options: .literal) {
                found.append(level)
                rest.replaceSubrange(range, with: " | ")
            }
        }
        return found.min()
    }

    /// The level of having finished a class.
    private static let ofClass = [5: 2, 9: 3, 12: 4]

    private static let educationWords = [
        ("chua hoc xong tieu hoc", 1), ("chua tot nghiep tieu hoc", 1), ("khong yeu cau", 1), ("khong can", 1),
        ("khong", 1), ("biet doc biet viet", 1), ("biet doc viet", 1), ("trung hoc pho thong", 4),
        ("pho thong trung hoc", 4), ("trung hoc co so", 3), ("thpt", 4), ("ptth", 4), ("thcs", 3), ("tieu hoc", 2),
        ("12 12", 4), ("9 12", 3), ("5 12", 2), ("lop 12", 4), ("lop 9", 3), ("lop 5", 2), ("cap 3", 4), ("cap iii", 4),
        ("cap 2", 3), ("cap ii", 3), ("cap 1", 2), ("cap i", 2),
    ]

    private static let qualificationWords = [
        ("chua qua dao tao", 1), ("lao dong pho thong", 1), ("ldpt", 1), ("pho thong", 1), ("khong yeu cau", 1),
        ("khong can", 1), ("cong nhan ky thuat khong co bang", 2), ("cong nhan ky thuat khong bang", 2),
        ("cnkt khong co bang", 2), ("cnkt khong bang", 2), ("khong co bang", 2), ("khong bang", 2), ("cnkt", 2),
        ("cong nhan ky thuat", 2), ("duoi 3 thang", 3), ("chung chi nghe", 3), ("chung chi", 3), ("so cap", 4),
        ("trung hoc chuyen nghiep", 5), ("trung cap", 5), ("cao dang", 6), ("tren dai hoc", 8), ("sau dai hoc", 8),
        ("thac si", 8), ("thac sy", 8), ("tien si", 8), ("tien sy", 8), ("dai hoc", 7), ("cu nhan", 7), ("ky su", 7),
        ("khong", 1),
    ]
}
