import Foundation
import Hummingbird
import NIOCore
import Operations
import Vocabulary

/// What a page's form has sent: texts by field, several where a field may be ticked more than once.
struct Form: Sendable {
    /// The longest form that is read; files come another way (`Upload`).
    static let longest = ForgeryGuard.longestForm

    private let fields: [String: [String]]

    /// What is wrong with a form, by field; what concerns none of them stands under the empty name.
    struct Faults: Error, Sendable {
        let faults: [String: Wording]

        init(_ faults: [String: Wording]) { self.faults = faults }

        /// What an operation refuses, beside the field that it names.
        init(_ refusal: Refusal) {
            faults = [refusal.field ?? "": Wording(refusal.vietnamese, refusal.english)]
        }
    }

    /// A form from its fields.
    init(_ fields: [String: [String]] = [:]) { self.fields = fields }

    /// Reads the form of a request.
    ///
    /// - Throws: `HTTPError` where it is too long or no form.
    static func read(_ request: Request) async throws -> Form {
        guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true else {
            throw HTTPError(.unsupportedMediaType)
        }
        var request = request
        return try Form(encoded: String(buffer: try await request.collectBody(upTo: longest)))
    }

    /// A form as browsers send it; a field may be sent more than once.
    ///
    /// - Throws: `HTTPError` where it is no form.
    init(encoded body: String) throws(HTTPError) {
        var fields: [String: [String]] = [:]
        for part in body.split(separator: "&") {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = QueryString.decoded(sides[0]),
                let value = QueryString.decoded(sides.count > 1 ? sides[1] : "")
            else { throw HTTPError(.badRequest) }
            // Browsers send line ends as carriage return and line feed.
            fields[name, default: []].append(value.replacing("\r\n", with: "\n"))
        }
        self.fields = fields
    }

    /// A field without spaces around it; nil where it is empty or was not sent.
    func text(_ name: String) -> String? {
        guard let text = fields[name]?.first?.trimmingCharacters(in: .whitespacesAndNewlines), !text.isEmpty else {
            return nil
        }
        return text
    }

    /// A field just as it was typed.
    func typed(_ name: String) -> String { fields[name]?.first ?? "" }

    /// Every value of a field that may be ticked more than once.
    func all(_ name: String) -> [String] { (fields[name] ?? []).filter { !$0.isEmpty } }

    /// Whether a box is ticked.
    func isTicked(_ name: String) -> Bool { fields[name]?.contains { $0 == "true" || $0 == "on" } ?? false }

    /// A whole number; nil where it is none.
    func integer(_ name: String) -> Int64? { text(name).flatMap { Int64($0) } }

    /// A day as `yyyy-MM-dd` or `dd/MM/yyyy`; nil where it is none.
    func day(_ name: String) -> Day? { text(name).flatMap { Form.day($0) } }

    /// The names of the fields that were sent.
    var names: [String] { fields.keys.sorted() }

    /// Reads the form as the body that an endpoint of the API takes: the same schema, the same limits, the same faults.
    ///
    /// An empty field is one that was not sent. Amounts may have points between thousands. A member of an object within is
    /// the field `object.member`.
    ///
    /// - Parameters:
    ///   - type: what is read.
    ///   - schema: what the endpoint takes.
    ///   - isAbsentNull: whether a field that was sent empty is null, for changes in which null takes a value away.
    /// - Returns: the body.
    /// - Throws: `Faults`, each beside its field.
    func read<Body: Decodable>(_ type: Body.Type, _ schema: Schema, isAbsentNull: Bool = false) throws -> Body {
        let value = value(schema, "", isAbsentNull) ?? .object([])
        let faults = schema.faults(in: value)
        guard faults.isEmpty else {
            let named = faults.map { fault in
                let path = (fault.pointer ?? "").dropFirst().split(separator: "/").filter { Int($0) == nil }
                return (path.joined(separator: "."), Wording(fault.detailVi, fault.detail))
            }
            throw Faults(Dictionary(named) { first, _ in first })
        }
        return try JSONDecoder().decode(type, from: Data(value.text.utf8))
    }

    private func value(_ schema: Schema, _ name: String, _ isAbsentNull: Bool) -> JSONValue? {
        switch schema {
        case .named(_, let inner), .described(_, let inner): return value(inner, name, isAbsentNull)
        case .nullable(let inner):
            if let found = value(inner, name, isAbsentNull) { return found }
            return isAbsentNull && fields[name] != nil ? .null : nil
        case .boolean:
            guard let text = text(name) else { return nil }
            return text == "true" || text == "on" ? true : text == "false" ? false : .string(text)
        case .integer, .decimal:
            guard let text = text(name) else { return nil }
            return Form.number(text).map { .integer($0) } ?? .string(text)
        case .day: return text(name).map { text in .string(Form.day(text)?.description ?? text) }
        case .text, .choice, .digits, .anyText, .anything: return text(name).map { .string($0) }
        case .array(let element, _):
            guard fields[name] != nil else { return nil }
            return .array(
                all(name).compactMap { Form([name: [$0]]).value(element, name, isAbsentNull) }
            )
        case .map: return nil
        case .object(let properties):
            let members = properties.compactMap { property -> JSONValue.Member? in
                let inner = name.isEmpty ? property.name : name + "." + property.name
                return value(property.schema, inner, isAbsentNull).map {
                    JSONValue.Member(name: property.name, value: $0)
                }
            }
            return members.isEmpty && !name.isEmpty ? nil : .object(members)
        }
    }

    /// A whole number, with points or spaces between thousands or without.
    private static func number(_ text: String) -> Int64? {
        let bare = text.filter { $0 != "." && $0 != " " && $0 != "\u{A0}" }
        let groups = text.split(whereSeparator: { $0 == "." || $0 == " " || $0 == "\u{A0}" })
        guard groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        return Int64(bare)
    }

    /// A day as browsers send it, or as people write it.
    private static func day(_ text: String) -> Day? {
        if let day = Day(iso: text) { return day }
        let parts = text.split(whereSeparator: { $0 == "/" || $0 == "-" || $0 == "." })
        guard parts.count == 3, parts[2].count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
            let year = Int(parts[2])
        else { return nil }
        return Day(year: year, month: month, day: day)
    }
}
