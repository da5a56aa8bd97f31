/// Writes values one after another into bytes; `ByteDecoder` reads them in the same order.
package struct ByteEncoder {
    /// A writer of nothing yet.
    package init() {}

    /// What has been written.
    package private(set) var bytes: [UInt8] = []

    /// Eight bytes, little endian.
    package mutating func put(_ value: Int64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// A whole number.
    package mutating func put(_ value: Int) { put(Int64(value)) }

    /// One byte.
    package mutating func put(_ value: Bool) { bytes.append(value ? 1 : 0) }

    /// Bytes after their count.
    package mutating func put(_ value: [UInt8]) {
        put(value.count)
        bytes.append(contentsOf: value)
    }

    /// Text in UTF-8 after its count of bytes.
    package mutating func put(_ value: String) {
        put(value.utf8.count)
        bytes.append(contentsOf: value.utf8)
    }

    /// A text or nothing.
    package mutating func put(_ value: String?) { put(value) { $0.put($1 as String) } }

    /// A whole number or nothing.
    package mutating func put(_ value: Int?) { put(value) { $0.put($1 as Int) } }

    /// A whole number or nothing.
    package mutating func put(_ value: Int64?) { put(value) { $0.put($1 as Int64) } }

    /// Yes, no or nothing.
    package mutating func put(_ value: Bool?) { put(value) { $0.put($1 as Bool) } }

    private mutating func put<Value>(_ value: Value?, _ write: (inout ByteEncoder, Value) -> Void) {
        put(value != nil)
        if let value { write(&self, value) }
    }
}

/// Reads values out of bytes that a process wrote which had read a stranger's file: nothing in them is believed.
package struct ByteDecoder {
    /// The bytes are not what the encoder writes.
    package struct Malformed: Error {
        /// The mistake there is.
        package init() {}
    }

    private var rest: ArraySlice<UInt8>

    /// A reader of these bytes from their start.
    package init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    /// A whole number of eight bytes.
    package mutating func int64() throws(Malformed) -> Int64 {
        guard rest.count >= 8 else { throw Malformed() }
        var value: UInt64 = 0
        for (shift, byte) in rest.prefix(8).enumerated() { value |= UInt64(byte) << (8 * UInt64(shift)) }
        rest = rest.dropFirst(8)
        return Int64(bitPattern: value)
    }

    /// A whole number.
    package mutating func int() throws(Malformed) -> Int {
        Int(try int64())
    }

    /// Yes or no.
    package mutating func bool() throws(Malformed) -> Bool {
        guard let byte = rest.popFirst(), byte <= 1 else { throw Malformed() }
        return byte == 1
    }

    /// Bytes after their count.
    package mutating func data() throws(Malformed) -> [UInt8] {
        let count = try int()
        guard count >= 0, count <= rest.count else { throw Malformed() }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    /// Text after its count of bytes.
    package mutating func string() throws(Malformed) -> String {
        let count = try int()
        guard count >= 0, count <= rest.count else { throw Malformed() }
        defer { rest = rest.dropFirst(count) }
        return String(decoding: rest.prefix(count), as: UTF8.self)
    }

    /// A count of things of which each takes at least a byte.
    package mutating func count() throws(Malformed) -> Int {
        let count = try int()
        guard count >= 0, count <= rest.count else { throw Malformed() }
        return count
    }

    /// A value or nothing.
    package mutating func optional<Value>(
        _ read: (inout ByteDecoder) throws(Malformed) -> Value
    ) throws(Malformed) -> Value? {
        try bool() ? try read(&self) : nil
    }

    /// A value by its raw value.
    package mutating func oneOf<Value: RawRepresentable<String>>() throws(Malformed) -> Value {
        guard let value = Value(rawValue: try string()) else { throw Malformed() }
        return value
    }
}
