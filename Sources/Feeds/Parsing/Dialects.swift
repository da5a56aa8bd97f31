import Foundation
import Synchronization
import XML

/// The formats that are known, as the files of one folder state them.
package struct Dialects: Sendable {
    /// All of them, by name.
    package let all: [Dialect]

    /// These dialects.
    package init(_ dialects: [Dialect]) {
        all = dialects.sorted { $0.name < $1.name }
    }

    /// Every `*.yaml` of a folder.
    ///
    /// - Throws: `FeedError.dialectUnusable` for the first file that states none, or a name stated twice.
    package init(folder: String) throws(FeedError) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
                .sorted()
        } catch {
            throw .dialectUnusable(file: folder, problem: "the folder cannot be read")
        }
        // Every feed is read by a process of its own, which begins here; both cores shorten that by half.
        let read = Mutex([Result<Dialect, FeedError>?](repeating: nil, count: names.count))
        DispatchQueue.concurrentPerform(iterations: names.count) { index in
            let result: Result<Dialect, FeedError>
            do throws(FeedError) {
                result = .success(try DialectFile.read(folder + "/" + names[index]))
            } catch {
                result = .failure(error)
            }
            read.withLock { $0[index] = result }
        }
        var dialects: [Dialect] = []
        for (name, result) in zip(names, read.withLock { $0 }) {
            guard let dialect = try result?.get() else { continue }
            if dialects.contains(where: { $0.name == dialect.name }) {
                throw .dialectUnusable(file: folder + "/" + name, problem: "the name \(dialect.name) is taken")
            }
            dialects.append(dialect)
        }
        if dialects.isEmpty { throw .dialectUnusable(file: folder, problem: "the folder has no dialect") }
        self.init(dialects)
    }

    /// The dialect of this name.
    package func named(_ name: String) -> Dialect? {
        all.first { $0.name == name }
    }

    /// The names of all records.
    var recordNames: Set<String> { Set(all.map(\.record)) }

    /// The dialect a feed is in, by its root and its first record: of those that fit, the one with most marks.
    ///
    /// The dialect the source's feeds have usually been in goes before others where it fits at all: the first record
    /// may lack what would tell, and another dialect may know the same records by other ids. Without a record only the
    /// root tells, and the plainest of those that can have it is taken.
    func detected(root: Element, record: Element?, usual: String?) -> Dialect? {
        let fitting = all.filter { dialect in
            guard dialect.rootMarks.allSatisfy({ root.holds($0) }) else { return false }
            if let record { return dialect.hasRoot(root.name) && dialect.hasRecord(record.name) }
            return dialect.roots.contains(root.name.lowercased()) || dialect.hasRecord(String(root.name.dropLast()))
        }
        if let found = fitting.first(where: { $0.name == usual }) { return found }
        guard let record else { return fitting.min { ($0.marks.count, $0.name) < ($1.marks.count, $1.name) } }
        // A document may be a record alone, or records without a root; a dialect that says so goes before others.
        func rank(_ dialect: Dialect) -> (Int, Int) {
            let marks = dialect.marks.count + dialect.rootMarks.count
            return (-marks, dialect.roots.contains(root.name.lowercased()) ? 0 : 1)
        }
        return fitting.filter { $0.marks.allSatisfy { record.holds($0) } }
            .min { rank($0) != rank($1) ? rank($0) < rank($1) : $0.name < $1.name }
    }
}
