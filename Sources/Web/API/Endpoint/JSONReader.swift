/// Reads JSON (RFC 8259) strictly: no duplicate names, no lone surrogates, no more than so many levels.
///
/// Foundation's decoder takes the last of two members with one name, which lets two readers of one body see two things.
struct JSONReader {
    /// What is wrong, and at which byte.
    struct Failure: Error {
        let code: String
        let offset: Int
    }

    private static let deepest = 32
    private let bytes: [UInt8]
    private var position = 0

    /// Reads one value and nothing after it.
    ///
    /// - Throws: `Failure`.
    static func read(_ bytes: [UInt8]) throws(Failure) -> JSONValue {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw Failure(code: "not_utf8", offset: 0) }
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        if reader.position < bytes.count { throw reader.failure("text_after_value") }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private func failure(_ code: String) -> Failure { Failure(code: code, offset: position) }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
    }

    private mutating func value(depth: Int) throws(Failure) -> JSONValue {
        guard depth < JSONReader.deepest else { throw failure("too_deep") }
        skipSpace()
        switch current {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case .some(let byte) where byte == UInt8(ascii: "-") || isDigit(byte): return try number()
        case nil: throw failure("cut_short")
        default: throw failure("not_json")
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(Failure) -> JSONValue {
        guard bytes[position...].starts(with: word.utf8) else { throw failure("not_json") }
        position += word.utf8.count
        return value
    }

    private mutating func object(depth: Int) throws(Failure) -> JSONValue {
        position += 1
        var members: [JSONValue.Member] = []
        var names: Set<String> = []
        skipSpace()
        if current == UInt8(ascii: "}") {
            position += 1
            return .object([])
        }
        while true {
            skipSpace()
            guard current == UInt8(ascii: "\"") else { throw failure(current == nil ? "cut_short" : "not_json") }
            let name = try string()
            guard names.insert(name).inserted else { throw failure("duplicate_name") }
            skipSpace()
            guard current == UInt8(ascii: ":") else { throw failure(current == nil ? "cut_short" : "not_json") }
            position += 1
            members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
            if try isEnd(UInt8(ascii: "}")) { return .object(members) }
        }
    }

    private mutating func array(depth: Int) throws(Failure) -> JSONValue {
        position += 1
        var values: [JSONValue] = []
        skipSpace()
        if current == UInt8(ascii: "]") {
            position += 1
            return .array([])
        }
        while true {
            values.append(try value(depth: depth + 1))
            if try isEnd(UInt8(ascii: "]")) { return .array(values) }
        }
    }

    private mutating func isEnd(_ closing: UInt8) throws(Failure) -> Bool {
        skipSpace()
        guard let byte = current else { throw failure("cut_short") }
        guard byte == closing || byte == UInt8(ascii: ",") else { throw failure("not_json") }
        position += 1
        return byte == closing
    }

    private func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }

    private mutating func number() throws(Failure) -> JSONValue {
        let start = position
        if current == UInt8(ascii: "-") { position += 1 }
        guard isDigit(current) else { throw failure("not_json") }
        if current == UInt8(ascii: "0") { position += 1 } else { skipDigits() }
        var isWhole = true
        if current == UInt8(ascii: ".") {
            isWhole = false
            position += 1
            guard isDigit(current) else { throw failure("not_json") }
            skipDigits()
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            isWhole = false
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            guard isDigit(current) else { throw failure("not_json") }
            skipDigits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let integer = Int64(text) { return .integer(integer) }
        guard let number = Double(text), number.isFinite else {
            position = start
            throw failure("number_too_large")
        }
        return .number(number)
    }

    private mutating func skipDigits() {
        while isDigit(current) { position += 1 }
    }

    private mutating func string() throws(Failure) -> String {
        position += 1
        var text: [UInt8] = []
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                position += 1
                try escape(into: &text)
            case 0..<0x20: throw failure("control_character")
            default:
                text.append(byte)
                position += 1
            }
        }
        throw failure("cut_short")
    }

    private mutating func escape(into text: inout [UInt8]) throws(Failure) {
        let plain: [UInt8: UInt8] = [
            UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F, UInt8(ascii: "b"): 0x08,
            UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
        ]
        guard let byte = current else { throw failure("cut_short") }
        position += 1
        if let plain = plain[byte] {
            text.append(plain)
            return
        }
        guard byte == UInt8(ascii: "u") else { throw failure("not_json") }
        var code = UInt32(try fourDigits())
        if (0xD800...0xDBFF).contains(code) {
            guard current == UInt8(ascii: "\\"), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "u")
            else { throw failure("lone_surrogate") }
            position += 2
            let low = UInt32(try fourDigits())
            guard (0xDC00...0xDFFF).contains(low) else { throw failure("lone_surrogate") }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw failure("lone_surrogate") }
        text.append(contentsOf: Array(String(Character(scalar)).utf8))
    }

    private mutating func fourDigits() throws(Failure) -> UInt16 {
        guard position + 4 <= bytes.count else { throw failure("cut_short") }
        let digits = bytes[position..<position + 4]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }),
            let code = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw failure("not_json") }
        position += 4
        return code
    }
}
