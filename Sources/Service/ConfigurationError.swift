/// Why the configuration cannot be used.
package enum ConfigurationError: Error, Hashable, Sendable {
    /// The key's value is not what it must be.
    case malformed(key: String, file: String, expected: String)
    /// The key is missing.
    case missing(key: String, file: String, expected: String)
    /// A line of a table beside the configuration cannot be read.
    case table(file: String, line: Int, expected: String)
    /// Nobody reads this key.
    case unknown(key: String, file: String)
    /// The file cannot be read, or is not YAML.
    case unreadable(file: String)

    /// One sentence for the operator, in English and Vietnamese.
    package var sentence: (english: String, vietnamese: String) {
        switch self {
        case .malformed(let key, let file, let expected):
            ("\(file): key \(key) must be \(expected).", "\(file): khóa \(key) không hợp lệ, cần: \(expected).")
        case .missing(let key, let file, let expected):
            ("\(file): key \(key) is missing; it must be \(expected).", "\(file): thiếu khóa \(key), cần: \(expected).")
        case .table(let file, let line, let expected):
            ("\(file), line \(line): must be \(expected).", "\(file), dòng \(line): cần \(expected).")
        case .unknown(let key, let file):
            (
                "\(file): key \(key) is unknown; see `noiviec check-config` for those there are.",
                "\(file): không có khóa \(key); chạy `noiviec check-config` để xem các khóa hợp lệ."
            )
        case .unreadable(let file):
            ("\(file): cannot be read as YAML.", "\(file): không đọc được dưới dạng YAML.")
        }
    }
}
