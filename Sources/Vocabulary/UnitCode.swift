/// The code of a commune, ward or township of the national code list (five digits).
///
/// Codes were reused for other units in the reform of 2025, so a code is only meaningful with its vintage (`PlacedUnit`).
/// Where no vintage stands beside it, the list before 1 July 2025 is meant, in which households were registered.
package struct UnitCode: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number whose five-digit form is the code.
    package let number: Int32

    /// The unit with this five-digit code; nil for any other text.
    package init?(_ text: some StringProtocol) {
        // All bytes by one call: rows are read by the hundred thousand, and of a text of any kind each byte would be a call.
        let read = text.utf8.withContiguousStorageIfAvailable(UnitCode.init(digits:))
        guard let code = read ?? Array(text.utf8).withUnsafeBufferPointer(UnitCode.init(digits:)) else { return nil }
        self = code
    }

    private init?(digits: UnsafeBufferPointer<UInt8>) {
        guard digits.count == 5 else { return nil }
        var number: Int32 = 0
        for byte in digits {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int32(byte - 0x30)
        }
        self.number = number
    }

    /// The five digits.
    package var description: String {
        let text = String(number)
        return String(repeating: "0", count: 5 - text.count) + text
    }

    /// The order of the codes.
    package static func < (left: UnitCode, right: UnitCode) -> Bool {
        left.number < right.number
    }
}
