import Foundation

/// The folder in which rolls wait that were sent in from pages, beside the database; nobody else on the machine reads it.
struct WaitingFolder: Sendable {
    /// Its path.
    let path: String

    /// For how long a folder without a note may be one that is just being filled, in seconds.
    private static let filling: TimeInterval = 3600

    /// The folder of a database.
    init(database: String) {
        path = database + "-imports"
    }

    /// The folder of one import.
    func folder(_ id: String) -> String { path + "/" + id }

    /// Where a file of an import lies, by its place among the files.
    func file(_ place: Int, of id: String) -> String { folder(id) + "/\(place)" }

    /// Where the refused rows of an import are written.
    func problems(of id: String) -> String { folder(id) + "/problems.csv" }

    /// Makes the folder of an import.
    ///
    /// - Throws: `OperationError.cannotWrite`.
    func make(_ id: String) throws(OperationError) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder(id),
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw .cannotWrite(file: path)
        }
    }

    /// The imports that are kept, by what they are known by.
    var ids: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] }

    /// What is noted of an import; nil where there is none that can be read.
    func note(of id: String) -> WaitingImport? {
        // Only names that this program gives: never a path.
        guard UUID(uuidString: id) != nil, let data = FileManager.default.contents(atPath: folder(id) + "/import.json")
        else { return nil }
        return try? JSONDecoder().decode(WaitingImport.self, from: data)
    }

    /// Notes an import.
    ///
    /// - Throws: `OperationError.cannotWrite`.
    func keep(_ waiting: WaitingImport) throws(OperationError) {
        let file = folder(waiting.id) + "/import.json"
        do {
            try JSONEncoder().encode(waiting).write(to: URL(fileURLWithPath: file), options: .atomic)
        } catch {
            throw .cannotWrite(file: path)
        }
    }

    /// Whether the files of an import that is not in yet are all there.
    func isWhole(_ waiting: WaitingImport) -> Bool {
        waiting.names.indices.allSatisfy { FileManager.default.fileExists(atPath: file($0, of: waiting.id)) }
    }

    /// Whether nothing can be made of a folder any more: its files have gone, or it was never filled.
    func isForgotten(_ id: String) -> Bool {
        if let waiting = note(of: id) { return waiting.number == nil && !isWhole(waiting) }
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder(id))
        let changed = attributes?[.modificationDate] as? Date
        return changed.map { $0.timeIntervalSinceNow < -WaitingFolder.filling } ?? false
    }

    /// Deletes the folder of an import, or one file in it.
    ///
    /// - Throws: `OperationError.cannotWrite` where it is still there afterwards.
    func remove(_ item: String) throws(OperationError) {
        do {
            try FileManager.default.removeItem(atPath: item)
        } catch {
            if FileManager.default.fileExists(atPath: item) { throw .cannotWrite(file: path) }
        }
    }
}
