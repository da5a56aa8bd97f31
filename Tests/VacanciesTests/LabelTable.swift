import Foundation

/// The folder of third-party samples, which are not ours to keep in the repository; without it tests of them are skipped.
let sampleFolder = ProcessInfo.processInfo.environment["NOIVIEC_REFERENCE"].map { $0 + "/domain/" }

/// A CSV table of samples or of labels of them; quoted fields may hold commas, quotes and line breaks.
struct LabelTable {
    /// The rows below the header, by its headings.
    let rows: [[String: String]]

    /// Reads a table.
    init(path: String) throws {
        var records: [[String]] = []
        var fields = [""]
        var isQuoted = false
        var previous: Unicode.Scalar?
        for scalar in try String(contentsOfFile: path, encoding: .utf8).unicodeScalars {
            switch scalar {
            case "\"":
                if !isQuoted, previous == "\"" { fields[fields.count - 1].unicodeScalars.append(scalar) }
                isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            case "\n" where !isQuoted:
                records.append(fields)
                fields = [""]
            case "\r" where !isQuoted, "\u{FEFF}": continue
            default: fields[fields.count - 1].unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        if fields != [""] { records.append(fields) }
        let header = records.first ?? []
        rows = records.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
    }
}

/// The hash of a text by which labels name it without repeating it: FNV-1a of 64 bits (Fowler, Noll, Vo).
func labelHash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}

/// The same in the sixteen digits in which tables of labels have it.
func labelHashText(_ text: String) -> String { String(format: "%016lx", labelHash(text)) }
