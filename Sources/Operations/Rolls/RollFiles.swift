import Crypto
import Feeds
import Foundation
import Rolls
import Vocabulary
import Workbooks

/// The files of an import, read into spools by processes of their own.
struct RollFiles: Sendable {
    /// One file.
    private struct File: Sendable {
        let name: String
        let hash: String
        let spool: SheetSpool
    }

    private let folder: String
    private let files: [File]

    /// Reads the files into spools in a folder that `remove` deletes.
    ///
    /// - Throws: `OperationError.list` where a file cannot be read.
    init(_ paths: [String], names: [String], parser: SheetParser, encoding: TextEncoding?) async throws {
        RollFiles.removeForgotten()
        folder = NSTemporaryDirectory() + RollFiles.prefix + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        func shown(_ index: Int) -> String { names.indices.contains(index) ? names[index] : paths[index] }
        var files: [File] = []
        do throws(WorkbookError) {
            for (index, path) in paths.enumerated() {
                var status = stat()
                guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
                    throw .unreadable(code: EINVAL)
                }
                let spool = try await parser.parse(file: path, into: "\(folder)/\(index)", encoding: encoding)
                files.append(File(name: shown(index), hash: try RollFiles.hash(of: path), spool: spool))
            }
        } catch {
            RollFiles.remove(folder)
            throw OperationError.list(file: shown(files.count), error)
        }
        self.files = files
    }

    /// Deletes the spools, in which names and numbers of people stand.
    func remove() {
        RollFiles.remove(folder)
    }

    private static func remove(_ folder: String) {
        do {
            try FileManager.default.removeItem(atPath: folder)
        } catch {
            // A folder of the temporary ones that stays is removed with these; nobody can be told here.
        }
    }

    private static let prefix = "noiviec-rolls-"

    /// Deletes what imports left behind that were killed an hour ago or before.
    private static func removeForgotten() {
        let parent = NSTemporaryDirectory()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        for name in names where name.hasPrefix(prefix) {
            let attributes = try? FileManager.default.attributesOfItem(atPath: parent + name)
            guard let changed = attributes?[.modificationDate] as? Date, changed.timeIntervalSinceNow < -3600 else {
                continue
            }
            remove(parent + name)
        }
    }

    private static func hash(of path: String) throws(WorkbookError) -> String {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable(code: errno) }
        var hash = SHA256()
        do {
            while let data = try handle.read(upToCount: 1 << 20), !data.isEmpty { hash.update(data: data) }
        } catch {
            throw .unreadable(code: EIO)
        }
        return hash.finalize().hexadecimal
    }

    /// The files with what their headings mean, those first that name households.
    ///
    /// - Throws: `OperationError.roll` where a file is no roll.
    func inspected(_ mapping: RollMapping) throws -> [InspectedRoll] {
        let all = try files.map { file in
            let sheets = file.spool.sheets.map { sheet in
                RollSheet(
                    name: sheet.name,
                    mergedRange: sheet.mergedRange(row:column:),
                    forEachRow: sheet.forEachRow(_:)
                )
            }
            do throws(RollError) {
                let inspection = try Roll.inspect(sheets, mapping: mapping)
                return InspectedRoll(
                    name: file.name,
                    hash: file.hash,
                    sheets: sheets,
                    hasMacros: file.spool.hasMacros,
                    inspection: inspection
                )
            } catch {
                throw OperationError.roll(file: file.name, error)
            }
        }
        return all.enumerated().sorted { one, other in
            (one.element.order, one.offset) < (other.element.order, other.offset)
        }.map { $0.element }
    }
}

/// A file of an import with what its headings mean.
struct InspectedRoll {
    /// Its path, or what people call it.
    let name: String
    /// The SHA-256 of its bytes.
    let hash: String
    /// Its sheets.
    let sheets: [RollSheet]
    /// Whether it brings programs (macros), which nobody runs.
    let hasMacros: Bool
    /// What their headings mean.
    let inspection: RollInspection

    /// Households come before the people who are in them.
    fileprivate var order: Int {
        let kinds = inspection.sheets.map(\.kind)
        return kinds.contains(.households) ? 0 : kinds.contains(.combined) ? 1 : 2
    }
}

extension RollMapping {
    /// What is remembered of a source's headings, and before it what somebody asks for.
    init(remembered: [(heading: String, field: String?)], asked: [(heading: String, field: String?)]) {
        func mapping(_ list: [(heading: String, field: String?)]) -> RollMapping {
            RollMapping(
                list.map { entry in
                    RollMapping.Entry(heading: entry.heading, field: entry.field.flatMap(RollField.init(rawValue:)))
                }
            )
        }
        self = mapping(remembered).merging(mapping(asked))
    }
}

extension [InspectedRoll] {
    /// Every heading with its field, as it is remembered.
    var headings: [(heading: String, field: String?)] {
        flatMap { $0.inspection.mapping.entries.map { ($0.heading, $0.field?.rawValue) } }
    }

    /// Whether every heading means what it was remembered to mean.
    func isRemembered(in remembered: [(heading: String, field: String?)]) -> Bool {
        let known = Dictionary(
            remembered.map { (folded($0.heading), $0.field) },
            uniquingKeysWith: { first, _ in first }
        )
        return headings.allSatisfy { heading, field in known[folded(heading)].map { $0 == field } ?? false }
    }
}

extension RollReport {
    /// A report of files of which only the headings have been looked at.
    init(_ files: [InspectedRoll]) {
        self.init()
        for file in files {
            for sheet in file.inspection.sheets {
                columns += sheet.columns.map { column in
                    Column(
                        file: file.name,
                        sheet: sheet.name,
                        letter: column.letter,
                        heading: column.heading,
                        field: column.field?.rawValue
                    )
                }
            }
            if file.hasMacros { filesWithMacros.append(file.name) }
            sheetsLeftOut += file.inspection.ignoredSheets.map {
                "\(file.name), \($0.name): \($0.reason.sentence.vietnamese) / \($0.reason.sentence.english)"
            }
            for problem in file.inspection.problems { add(Problem(problem, in: file.name)) }
        }
    }
}

extension RollReport.Problem {
    /// What the roll's own rules find wrong.
    init(_ problem: RollProblem, in file: String) {
        let words = problem.reason
        self.init(
            file: file,
            sheet: problem.sheet,
            row: problem.row,
            column: problem.column,
            code: problem.kind.rawValue,
            refuses: problem.refuses,
            english: words.english,
            vietnamese: words.vietnamese
        )
    }

    /// What only the register can tell.
    init(_ doubt: RowDoubt, row: RollRow, in file: String) {
        self.init(
            file: file,
            sheet: row.sheet,
            row: row.number,
            column: "",
            code: doubt.rawValue,
            refuses: doubt.refuses,
            english: doubt.sentence.english,
            vietnamese: doubt.sentence.vietnamese
        )
    }
}
