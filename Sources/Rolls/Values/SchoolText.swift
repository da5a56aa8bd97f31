import Households
import Vocabulary

/// Schooling and training as rolls write them, today's levels and older names.
enum SchoolText {
    /// Highest general education; nil for what is not surely one, such as a number that may be a code or a class.
    static func education(_ text: String) -> Education? {
        let key = folded(text)
        if let grade = grade(key, text) { return grade }
        if let exact = educations[key] { return exact }
        if key.hasPrefix("chua") || key.hasPrefix("khong") {
            return key.hasSuffix("tieu hoc") || key.hasSuffix("cap 1") || key.hasPrefix("chua di hoc") || key == "chua"
                ? .belowPrimary : nil
        }
        if key.contains("thpt") || key.contains("trung hoc pho thong") { return .upperSecondary }
        if key.contains("thcs") || key.contains("trung hoc co so") { return .lowerSecondary }
        return key.contains("tieu hoc") ? .primary : nil
    }

    private static let educations: [String: Education] = [
        "mu chu": .belowPrimary, "khong biet chu": .belowPrimary, "biet doc biet viet": .belowPrimary,
        "khong di hoc": .belowPrimary, "chua di hoc": .belowPrimary, "chua hoc xong th": .belowPrimary,
        "th": .primary, "tn th": .primary, "cap 1": .primary, "cap i": .primary, "cap 2": .lowerSecondary,
        "cap ii": .lowerSecondary, "cap 3": .upperSecondary, "cap iii": .upperSecondary,
    ]

    /// `9/12`, `7/10` of the older school, `lớp 9`, `12`: a level is reached with its last class.
    private static func grade(_ key: String, _ text: String) -> Education? {
        let words = key.split(separator: " ")
        guard let last = words.last.flatMap({ Int($0) }) else { return nil }
        var years = 12
        var grade = last
        if words.count == 2, text.contains("/"), let first = Int(words[0]), last == 12 || last == 10 {
            grade = first
            years = last
        } else if words.count >= 2, words[words.count - 2] == "lop" {
            // Who is in a class has finished the one before.
            if words[0] == "dang" || words[0] == "hoc" { grade = last - 1 }
        } else if words.count > 1 || last < 5 {
            return nil
        }
        guard (0...years).contains(grade) else { return nil }
        let ends = years == 12 ? [5, 9, 12] : [4, 7, 10]
        return Education(rawValue: 1 + ends.count { grade >= $0 })
    }

    /// Highest technical qualification.
    static func qualification(_ text: String) -> Qualification? {
        let key = folded(text)
        if let exact = qualifications[key] { return exact }
        for (word, level) in words where key.contains(word) { return level }
        return Int(key).flatMap(Qualification.init(rawValue:))
    }

    private static let qualifications: [String: Qualification] = [
        "khong": .untrained, "chua": .untrained, "sc": .elementary, "tc": .intermediate, "tccn": .intermediate,
        "cd": .college, "cdn": .college, "dh": .university, "sdh": .postgraduate, "lao dong pho thong": .untrained,
    ]

    private static let words: [(String, Qualification)] = [
        ("chua qua", .untrained), ("chua dao tao", .untrained), ("khong co trinh do", .untrained),
        ("khong qua dao tao", .untrained), ("khong co bang", .skilledWithoutCertificate),
        ("duoi 3 thang", .shortCourse), ("so cap", .elementary), ("trung cap", .intermediate),
        ("cao dang", .college), ("tren dai hoc", .postgraduate), ("sau dai hoc", .postgraduate),
        ("thac si", .postgraduate), ("thac sy", .postgraduate), ("tien si", .postgraduate), ("dai hoc", .university),
        ("ky su", .university), ("cu nhan", .university),
    ]
}
