import Vocabulary

extension Schema {
    /// Everything that is wrong with a value that stands at a JSON pointer, each with its place.
    func faults(in value: JSONValue, at pointer: String = "") -> [Fault] {
        switch (self, value) {
        case (.anything, _), (.anyText, .string), (.boolean, .boolean), (.nullable, .null),
            (.decimal, .integer), (.decimal, .number):
            return []
        case (.named(_, let schema), _), (.described(_, let schema), _), (.nullable(let schema), _):
            return schema.faults(in: value, at: pointer)
        case (.integer(let range), .integer(let number)):
            return range.contains(number) ? [] : [Schema.outside(range).at(pointer)]
        case (.integer(let range), .number(let number)):
            // Too large for 64 bits, or with decimals.
            let isWhole = number == number.rounded()
            return [(isWhole ? Schema.outside(range) : Schema.wrongType("a whole number", "số nguyên")).at(pointer)]
        case (.text, .string(let text)), (.choice, .string(let text)), (.day, .string(let text)),
            (.digits, .string(let text)):
            return fault(inText: text).map { [$0.at(pointer)] } ?? []
        case (.array(let element, let most), .array(let values)):
            guard values.count <= most else {
                let fault = Fault("too_many", "At most \(most) are taken.", "Tối đa \(most) mục.")
                return [fault.at(pointer)]
            }
            return values.enumerated().flatMap { element.faults(in: $1, at: "\(pointer)/\($0)") }
        case (.map(let element), .object(let members)):
            return members.flatMap { element.faults(in: $0.value, at: "\(pointer)/\(Schema.escaped($0.name))") }
        case (.object(let properties), .object(let members)):
            return Schema.faults(in: members, properties, at: pointer)
        default: return [wrongType.at(pointer)]
        }
    }

    private static func faults(in members: [JSONValue.Member], _ properties: [Property], at pointer: String) -> [Fault]
    {
        var faults: [Fault] = []
        for member in members {
            let place = "\(pointer)/\(escaped(member.name))"
            if let property = properties.first(where: { $0.name == member.name }) {
                faults += property.schema.faults(in: member.value, at: place)
            } else {
                faults.append(Fault("unknown_field", "There is no such field.", "Không có trường này.").at(place))
            }
        }
        for property in properties where property.isRequired && !members.contains(where: { $0.name == property.name }) {
            let fault = Fault("missing_field", "The field is needed.", "Thiếu trường bắt buộc.")
            faults.append(fault.at("\(pointer)/\(escaped(property.name))"))
        }
        return faults
    }

    /// What is wrong with a text that stands for this schema's value: in JSON strings and query parameters alike.
    func fault(inText text: String) -> Fault? {
        switch self {
        case .text(let range):
            let length = text.unicodeScalars.count
            if !range.contains(length) {
                return Fault(
                    "wrong_length",
                    "It must have \(range.lowerBound) to \(range.upperBound) characters.",
                    "Cần từ \(range.lowerBound) đến \(range.upperBound) ký tự."
                )
            }
            let isPlain = text.unicodeScalars.allSatisfy {
                ($0.value >= 0x20 && $0.value != 0x7F) || $0 == "\n" || $0 == "\t"
            }
            return isPlain
                ? nil : Fault("control_character", "It holds a control character.", "Có ký tự điều khiển không hợp lệ.")
        case .choice(let codes):
            // No more of the list than a person reads; the document has all of it.
            let some = codes.prefix(20).joined(separator: ", ")
            return codes.contains(text)
                ? nil : Fault("unknown_code", "It must be one of: \(some).", "Phải là một trong: \(some).")
        case .day:
            return Day(iso: text) == nil
                ? Fault("not_a_day", "It must be a day as yyyy-MM-dd.", "Phải là ngày có thật dạng yyyy-MM-dd.") : nil
        case .digits(let range):
            let isRight = range.contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            let places =
                range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
            return isRight ? nil : Fault("not_digits", "It must be \(places) digits.", "Phải gồm \(places) chữ số.")
        case .integer(let range):
            guard let number = Int64(text), text.utf8.first != UInt8(ascii: "+") else {
                return Schema.wrongType("a whole number", "số nguyên")
            }
            return range.contains(number) ? nil : Schema.outside(range)
        case .boolean:
            return text == "true" || text == "false" ? nil : Schema.wrongType("true or false", "true hoặc false")
        case .anyText: return nil
        case .decimal: return Double(text)?.isFinite == true ? nil : wrongType
        case .named(_, let schema), .described(_, let schema), .nullable(let schema):
            return schema.fault(inText: text)
        case .anything, .array, .object, .map: return wrongType
        }
    }

    private var wrongType: Fault {
        switch self {
        case .boolean: Schema.wrongType("true or false", "true hoặc false")
        case .integer: Schema.wrongType("a whole number", "số nguyên")
        case .decimal: Schema.wrongType("a number", "số")
        case .text, .choice, .day, .digits, .anyText: Schema.wrongType("a text", "chuỗi ký tự")
        case .array: Schema.wrongType("a list", "danh sách")
        case .object, .map, .anything: Schema.wrongType("an object", "đối tượng")
        case .nullable(let schema), .named(_, let schema), .described(_, let schema): schema.wrongType
        }
    }

    private static func wrongType(_ english: String, _ vietnamese: String) -> Fault {
        Fault("wrong_type", "It must be \(english).", "Phải là \(vietnamese).")
    }

    private static func outside(_ range: ClosedRange<Int64>) -> Fault {
        Fault(
            "out_of_bounds",
            "It must lie between \(range.lowerBound) and \(range.upperBound).",
            "Phải từ \(range.lowerBound) đến \(range.upperBound)."
        )
    }

    /// A name as a step of a JSON pointer; a long one is cut, since it is the sender's own text.
    private static func escaped(_ name: String) -> String {
        String(name.prefix(100)).replacing("~", with: "~0").replacing("/", with: "~1")
    }
}
