import Foundation
import XML
import Yams

/// A dialect as its file states it, in YAML; every key is known, and every path can be one.
struct DialectFile: Decodable {
    private enum Key: String, CodingKey, CaseIterable {
        case name, about, roots, record
        case recogniseRoot = "recognise-root"
        case recognise, coverage
        case coveragePath = "coverage-path"
        case count
        case nestedRecords = "nested-records"
        case html, dates, place, fields
    }

    private struct AnyKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// What is wrong with a file, in words for its author.
    struct Problem: Error {
        let text: String
    }

    /// What the file states.
    let dialect: Dialect

    init(from decoder: any Decoder) throws {
        let known = Set(Key.allCases.map(\.rawValue))
        for key in try decoder.container(keyedBy: AnyKey.self).allKeys where !known.contains(key.stringValue) {
            throw Problem(text: "unknown key \(key.stringValue)")
        }
        let values = try decoder.container(keyedBy: Key.self)
        let list = { (key: Key) in try values.decodeIfPresent([String].self, forKey: key) ?? [] }
        let coverage = try values.decode(String.self, forKey: .coverage)
        var paths: [Field: [ValuePath]] = [:]
        for (name, texts) in try values.decode([String: [String]].self, forKey: .fields) {
            guard let field = Field(rawValue: name), field != .place else {
                throw Problem(text: "unknown field \(name)")
            }
            paths[field] = try texts.map(DialectFile.valuePath)
        }
        if paths[.title] == nil { throw Problem(text: "fields has no title") }
        let record = try values.decode(String.self, forKey: .record)
        if record.isEmpty { throw Problem(text: "record must be the name of an element") }
        dialect = Dialect(
            name: try values.decode(String.self, forKey: .name),
            about: try values.decodeIfPresent(String.self, forKey: .about) ?? "",
            roots: Set(try list(.roots).map { $0.lowercased() }),
            record: record,
            rootMarks: try list(.recogniseRoot).map(DialectFile.path),
            marks: try list(.recognise).map(DialectFile.path),
            coverage: try DialectFile.oneOf(coverage),
            coverageFlag: try values.decodeIfPresent(String.self, forKey: .coveragePath).map(DialectFile.path),
            count: try list(.count).map(DialectFile.path),
            nestsRecords: try values.decodeIfPresent(Bool.self, forKey: .nestedRecords) ?? false,
            isHTML: try values.decodeIfPresent(Bool.self, forKey: .html) ?? true,
            dateFormats: try list(.dates).map { try DialectFile.oneOf($0) },
            place: try (values.decodeIfPresent([[String]].self, forKey: .place) ?? []).map { part in
                try part.map(DialectFile.valuePath)
            },
            paths: paths
        )
    }

    /// Reads the dialect in a file.
    ///
    /// - Throws: `FeedError.dialectUnusable` with what is wrong.
    static func read(_ path: String) throws(FeedError) -> Dialect {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .dialectUnusable(file: path, problem: "it cannot be read")
        }
        do {
            return try YAMLDecoder().decode(DialectFile.self, from: data).dialect
        } catch let problem as Problem {
            throw .dialectUnusable(file: path, problem: problem.text)
        } catch DecodingError.dataCorrupted(let context) {
            let problem = (context.underlyingError as? Problem)?.text ?? "it is no YAML of a dialect"
            throw .dialectUnusable(file: path, problem: problem)
        } catch DecodingError.keyNotFound(let key, _) {
            throw .dialectUnusable(file: path, problem: "key \(key.stringValue) is missing")
        } catch DecodingError.typeMismatch(_, let context) {
            let place = context.codingPath.map(\.stringValue).joined(separator: ".")
            throw .dialectUnusable(file: path, problem: "\(place) has another kind of value than it must")
        } catch {
            throw .dialectUnusable(file: path, problem: "it is no YAML of a dialect")
        }
    }

    private static func path(_ text: String) throws -> ElementPath {
        guard let path = ElementPath(text) else { throw Problem(text: "\(text) is no path") }
        return path
    }

    private static func valuePath(_ text: String) throws -> ValuePath {
        guard let path = ValuePath(text) else { throw Problem(text: "\(text) is no path") }
        return path
    }

    private static func oneOf<Value: RawRepresentable<String> & CaseIterable>(_ text: String) throws -> Value {
        guard let value = Value(rawValue: text) else {
            let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(text: "\(text) must be one of \(words)")
        }
        return value
    }
}
