import Configuration
import Foundation
import Operations
import Vocabulary

/// The configuration file with the environment in front of it: every key checked, none unknown, none missing.
package struct SettingsFile: Sendable {
    /// The file.
    package let path: String
    private let keys: [SettingKey]
    private let values: [SettingKey: Value]

    /// A checked value.
    enum Value: Sendable {
        case text(String)
        case integer(Int)
        case boolean(Bool)
        case list([String])
        case day(Day)

        var text: String {
            switch self {
            case .text(let text): text
            case .integer(let number): String(number)
            case .boolean(let flag): String(flag)
            case .list(let list): "[" + list.joined(separator: ", ") + "]"
            case .day(let day): day.description
            }
        }
    }

    /// Reads and checks a configuration file.
    ///
    /// - Parameters:
    ///   - path: the YAML file.
    ///   - keys: the keys that it must have, and no others.
    ///   - environment: the variables of the process; empty for a file that no variable overrides.
    /// - Throws: `ConfigurationError` for the first key that is missing, unknown or malformed.
    package init(
        path: String,
        keys: [SettingKey] = SettingKey.all,
        environment: [String: String]
    ) async throws {
        self.path = path
        self.keys = keys
        guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
        else {
            throw ConfigurationError.unreadable(file: path)
        }
        try SettingsFile.refuseUnknown(in: text, path: path, keys: keys, environment: environment)
        let file: FileProvider<YAMLSnapshot>
        do {
            file = try await FileProvider<YAMLSnapshot>(filePath: .init(path))
        } catch {
            throw ConfigurationError.unreadable(file: path)
        }
        let reader = ConfigReader(providers: [
            EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: ["noiviec"]), file,
        ])
        var values: [SettingKey: Value] = [:]
        for key in keys {
            let isPresent = environment[key.environmentVariable] != nil || text.contains(key.leaf + ":")
            do {
                values[key] = try SettingsFile.read(key, reader)
            } catch {
                let origin = environment[key.environmentVariable] == nil ? path : key.environmentVariable
                let expected = key.kind.expectation
                throw isPresent
                    ? ConfigurationError.malformed(key: key.path, file: origin, expected: expected)
                    : ConfigurationError.missing(key: key.path, file: origin, expected: expected)
            }
        }
        self.values = values
    }

    /// Every key with its effective value, one per line.
    ///
    /// There is no secret among the keys: keys and passwords lie in files of their own, of which only the name is
    /// printed.
    package var lines: [String] {
        keys.map { "\($0.path): \(values[$0]?.text ?? "")" }
    }

    /// The keys that decide what a plan is, with their values: not the demo's, nor those of files and ports.
    var policyLines: [String] {
        let sections = ["programme.", "working-age.", "scoring.", "planning."]
        return lines.filter { line in sections.contains { line.hasPrefix($0) } }
    }

    func text(_ key: SettingKey) -> String { values[key]?.text ?? "" }

    func integer(_ key: SettingKey) -> Int {
        if case .integer(let number) = values[key] { number } else { 0 }
    }

    func boolean(_ key: SettingKey) -> Bool {
        if case .boolean(let flag) = values[key] { flag } else { false }
    }

    func list(_ key: SettingKey) -> [String] {
        if case .list(let list) = values[key] { list } else { [] }
    }

    func day(_ key: SettingKey) -> Day {
        if case .day(let day) = values[key] { day } else { Day(number: 0) }
    }

    private static func read(_ key: SettingKey, _ reader: ConfigReader) throws -> Value {
        struct Malformed: Error {}
        let configKey = ConfigKey(key.path.split(separator: ".").map(String.init))
        switch key.kind {
        case .integer(let range):
            let number = try reader.requiredInt(forKey: configKey)
            guard range.contains(number) else { throw Malformed() }
            return .integer(number)
        case .boolean: return .boolean(try reader.requiredBool(forKey: configKey))
        case .list:
            let list = try reader.requiredStringArray(forKey: configKey)
            guard !list.contains("") else { throw Malformed() }
            return .list(list)
        case .text, .oneOf, .day:
            let text = try reader.requiredString(forKey: configKey)
            if case .oneOf(let words) = key.kind, !words.contains(text) { throw Malformed() }
            if key.kind == .day {
                guard let day = Day(iso: text) else { throw Malformed() }
                return .day(day)
            }
            guard !text.isEmpty else { throw Malformed() }
            return .text(text)
        }
    }

    /// The configuration library never reports a key that nobody reads, so the file's own keys are walked here: two
    /// levels, `section:` and an indented `key: value`.
    private static func refuseUnknown(
        in text: String,
        path: String,
        keys: [SettingKey],
        environment: [String: String]
    ) throws {
        let known = Set(keys.map(\.path))
        var section = ""
        for line in text.split(whereSeparator: \.isNewline) {
            let trimmed = line.drop { $0 == " " || $0 == "\t" }
            guard let first = trimmed.first, first != "#", first != "-", let colon = trimmed.firstIndex(of: ":") else {
                continue
            }
            let name = String(trimmed[..<colon])
            if line.startIndex == trimmed.startIndex {
                section = name
                guard known.contains(where: { $0.hasPrefix(name + ".") }) else {
                    throw ConfigurationError.unknown(key: name, file: path)
                }
            } else if !known.contains("\(section).\(name)") {
                throw ConfigurationError.unknown(key: "\(section).\(name)", file: path)
            }
        }
        let variables = Set(keys.map(\.environmentVariable)).union([
            "NOIVIEC_CONFIG", "NOIVIEC_REFERENCE", MasterKey.variable,
        ])
        let unknown = environment.keys.filter { $0.hasPrefix("NOIVIEC_") && !variables.contains($0) }.min()
        if let unknown { throw ConfigurationError.unknown(key: unknown, file: "environment") }
    }
}

extension SettingKey {
    fileprivate var leaf: String {
        path.split(separator: ".").last.map(String.init) ?? path
    }
}
