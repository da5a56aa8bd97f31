import Foundation

/// The parameters of a query string, read strictly: each name once, every percent sign followed by two digits, UTF-8.
struct QueryString {
    let values: [String: String]

    /// - Throws: `Problem` that names the parameters that cannot be used.
    init(_ text: String?) throws(Problem) {
        var values: [String: String] = [:]
        var faults: [Fault] = []
        for part in (text ?? "").split(separator: "&") {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = QueryString.decoded(sides[0]),
                let value = QueryString.decoded(sides.count > 1 ? sides[1] : "")
            else {
                let fault = Fault("bad_encoding", "It is not percent-encoded UTF-8.", "Mã hóa phần trăm không hợp lệ.")
                faults.append(fault.of(parameter: QueryString.shown(String(sides[0]))))
                continue
            }
            if values.updateValue(value, forKey: name) != nil {
                let fault = Fault("given_twice", "It may be given once.", "Chỉ được nêu một lần.")
                faults.append(fault.of(parameter: QueryString.shown(name)))
            }
        }
        guard faults.isEmpty else { throw .badParameters(faults) }
        self.values = values
    }

    /// A name that a sender made up, short and without control characters.
    static func shown(_ name: String) -> String {
        String(
            String.UnicodeScalarView(name.unicodeScalars.prefix(100).filter { $0.value >= 0x20 && $0.value != 0x7F })
        )
    }

    /// Text without its percent-encoding, plus signs as spaces; nil where it is malformed or no UTF-8.
    static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(0x20)
            case UInt8(ascii: "%"):
                let digits = rest.prefix(2)
                guard digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
                    let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
                else { return nil }
                bytes.append(value)
                rest = rest.dropFirst(2)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
