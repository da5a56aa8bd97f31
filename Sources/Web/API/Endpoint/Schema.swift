import Vocabulary

/// What a value of a request or an answer looks like: rendered as JSON Schema 2020-12 in the OpenAPI document, and the
/// same that request bodies and parameters are held against.
indirect enum Schema: Sendable {
    /// true or false.
    case boolean
    /// A whole number within bounds.
    case integer(ClosedRange<Int64>)
    /// Any number.
    case decimal
    /// Text of so many Unicode scalars; control characters but line feed and tab are refused.
    case text(ClosedRange<Int>)
    /// Text that is one of these codes.
    case choice([String])
    /// A day of the calendar, `yyyy-MM-dd`.
    case day
    /// Digits only, of so many places.
    case digits(ClosedRange<Int>)
    /// Any text at all, in answers only.
    case anyText
    /// Any JSON value, in answers only.
    case anything
    /// A list of so many at most.
    case array(Schema, atMost: Int)
    /// An object with these members and no others.
    case object([Property])
    /// An object whose members have names that are data.
    case map(Schema)
    /// The same, or null.
    case nullable(Schema)
    /// A schema that stands in the document once, under a name.
    case named(String, Schema)
    /// A schema with words about it.
    case described(String, Schema)

    /// A member of an object.
    struct Property: Sendable {
        let name: String
        let schema: Schema
        let isRequired: Bool

        /// A member that is always there.
        static func required(_ name: String, _ schema: Schema) -> Property {
            Property(name: name, schema: schema, isRequired: true)
        }

        /// A member that may be left out.
        static func optional(_ name: String, _ schema: Schema) -> Property {
            Property(name: name, schema: schema, isRequired: false)
        }
    }

    /// A random id, which a JSON number carries whole.
    static let id = Schema.integer(1...(1 << 53 - 1))
    /// A number counted up from 1.
    static let number = Schema.integer(1...Int64(Int32.max))
    /// A count.
    static let count = Schema.integer(0...Int64(Int32.max))
    /// An instant in Unix seconds.
    static let instant = Schema.integer(0...(1 << 40))
    /// An amount of đồng.
    static let dong = Schema.integer(0...1_000_000_000_000)
    /// A commune's code, five digits.
    static let commune = Schema.digits(5...5)
    /// A district's code of before July 2025, three digits.
    static let district = Schema.digits(3...3)

    /// Codes of an enum.
    static func codes<Code: CaseIterable & RawRepresentable<String>>(of type: Code.Type) -> Schema {
        .choice(Code.allCases.map(\.rawValue))
    }

    /// A sentence in Vietnamese and English.
    static let wording = Schema.named("Wording", .object([.required("vi", .anyText), .required("en", .anyText)]))
}
