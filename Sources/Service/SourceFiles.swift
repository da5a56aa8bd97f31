import Feeds
import Foundation
import Operations
import Vacancies
import Yams

/// The sources of vacancies: a list in the configuration, and a folder with a YAML file for each that needs more.
package struct SourceFiles: Sendable {
    private let folder: String

    /// The files of a folder, which need not exist.
    package init(folder: String) {
        self.folder = folder
    }

    /// The sources of a list of `name=location`.
    static func listed(_ list: [String], file: String) throws(ConfigurationError) -> [FeedSource] {
        var sources: [FeedSource] = []
        for text in list {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, isName(parts[0]) else {
                throw .malformed(key: "feeds.sources", file: file, expected: "a list of name=location")
            }
            // Each would close what the other has.
            if sources.contains(where: { $0.name == parts[0] }) {
                throw .malformed(key: "feeds.sources", file: file, expected: "each name once")
            }
            sources.append(FeedSource(name: parts[0], location: location(parts[1])))
        }
        return sources
    }

    /// The sources of the folder, by name, and what is wrong with the files that state none: one of them must not stop
    /// the others.
    func read() -> (sources: [FeedSource], problems: [SourceProblem]) {
        var found: (sources: [FeedSource], problems: [SourceProblem]) = ([], [])
        guard FileManager.default.fileExists(atPath: folder) else { return found }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            return ([], [SourceProblem(name: folder, error: .unreadable(file: folder))])
        }
        for name in names.filter({ $0.hasSuffix(".yaml") }).sorted() {
            let stem = String(name.dropLast(5))
            do throws(ConfigurationError) {
                found.sources.append(try source(in: folder + "/" + name, name: stem))
            } catch {
                found.problems.append(SourceProblem(name: stem, error: error))
            }
        }
        return found
    }

    /// Writes a source's file.
    ///
    /// - Parameters:
    ///   - name: the source's name.
    ///   - settings: its keys and values.
    /// - Returns: the file.
    /// - Throws: `ConfigurationError` where they state no source, or where there is one of this name already;
    ///   `OperationError.cannotWrite`.
    package func add(_ name: String, settings: [(key: String, value: String)]) throws -> String {
        let path = folder + "/" + name + ".yaml"
        guard SourceFiles.isName(name) else {
            throw ConfigurationError.malformed(
                key: "name",
                file: path,
                expected: "letters, digits, dots, dashes and underlines, at most 64"
            )
        }
        if FileManager.default.fileExists(atPath: path) {
            throw ConfigurationError.malformed(key: "name", file: path, expected: "a name that no source has")
        }
        var text = "# A source of vacancies; README.md names every key.\n"
        for (key, value) in settings { text += "\(key): \(SourceFiles.scalar(value))\n" }
        let part = path + ".part"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: part))
        } catch {
            throw OperationError.cannotWrite(file: path)
        }
        do {
            _ = try source(in: part, name: name)
        } catch {
            unlink(part)
            throw error
        }
        guard rename(part, path) == 0 else { throw OperationError.cannotWrite(file: path) }
        return path
    }

    private func source(in path: String, name: String) throws(ConfigurationError) -> FeedSource {
        guard SourceFiles.isName(name) else {
            throw .malformed(key: "name", file: path, expected: "letters, digits, dots, dashes and underlines")
        }
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(file: path) }
        let values: [String: Node]
        do {
            values =
                try Yams.compose(yaml: String(decoding: data, as: UTF8.self))?.mapping.map { mapping in
                    Dictionary(
                        mapping.compactMap { pair in pair.key.string.map { ($0, pair.value) } },
                        uniquingKeysWith: { first, _ in first }
                    )
                } ?? [:]
        } catch {
            throw .unreadable(file: path)
        }
        let reader = SourceReader(file: path, values: values)
        return try reader.source(named: name)
    }

    /// A value as YAML: a list as it is, anything else that could be taken for more than a text in quotes.
    private static func scalar(_ value: String) -> String {
        let isPlain = value.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
                || [0x2D, 0x2E, 0x2F, 0x5F].contains(byte)
        }
        if isPlain || value.hasPrefix("[") && value.hasSuffix("]") && !value.contains("\n") { return value }
        let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ")
        return "\"\(escaped)\""
    }

    static func location(_ text: String) -> FeedSource.Location {
        if text.hasPrefix("http://") || text.hasPrefix("https://") { return .web(text) }
        var isFolder = ObjCBool(false)
        let exists = FileManager.default.fileExists(atPath: text, isDirectory: &isFolder)
        return text.hasSuffix("/") || exists && isFolder.boolValue ? .folder(text) : .file(text)
    }

    private static func isName(_ name: String) -> Bool {
        (1...64).contains(name.utf8.count) && !name.hasPrefix(".") && name != Office.officeSource
            && name.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || byte == 0x2D || byte == 0x2E || byte == 0x5F
            }
    }
}

/// What is wrong with one source's file.
package struct SourceProblem: Sendable {
    /// The source's name.
    package let name: String
    /// What is wrong.
    package let error: ConfigurationError
}
