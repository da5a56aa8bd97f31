import Foundation
import Store
import Synchronization
import Vocabulary
import Workbooks

/// Keeps two people, or two clicks, from working on the same waiting import at once.
package final class ImportDesk: Sendable {
    private let busy = Mutex<Set<String>>([])

    /// A desk at which nobody works.
    package init() {}

    fileprivate func claim(_ id: String) throws(OperationError) {
        guard busy.withLock({ $0.insert(id).inserted }) else { throw .refused(.importBusy) }
    }

    fileprivate func release(_ id: String) {
        busy.withLock { _ = $0.remove(id) }
    }
}

extension Office {
    private var waitingFolder: WaitingFolder { WaitingFolder(database: store.path) }

    /// Makes room for rolls that are about to be sent; every file of it is noted before it is written.
    ///
    /// - Returns: what the import is known by, and the folder that its files go into, named by their places from 0 on.
    /// - Throws: `OperationError.refused` where the caller may not.
    package func beginWaitingImport(caller: Caller) async throws -> (id: String, folder: String) {
        try caller.requireRolls()
        let id = UUID().uuidString
        try waitingFolder.make(id)
        for place in 0..<WaitingImport.mostFiles {
            try await register(file: waitingFolder.file(place, of: id), .export)
        }
        return (id, waitingFolder.folder(id))
    }

    /// Keeps rolls that have been sent.
    ///
    /// - Parameters:
    ///   - id: what the import is known by.
    ///   - names: what the sender calls the files, in their order.
    ///   - details: what is said of them.
    ///   - caller: who sent them.
    /// - Throws: `OperationError` where the caller may not, or something that was said is none.
    package func keepWaitingImport(
        _ id: String,
        names: [String],
        details: WaitingImport.Details,
        caller: Caller
    ) async throws {
        try caller.requireRolls()
        if names.isEmpty || names.count > WaitingImport.mostFiles { throw OperationError.refused(.rollFiles) }
        if details.source.isEmpty { throw OperationError.refused(.rollSource) }
        if let day = details.asOf.flatMap({ Day(iso: $0) }), day > today() { throw OperationError.futureDay(day) }
        if let commune = details.commune.flatMap({ UnitCode($0) }), programme.territory.commune(commune) == nil {
            throw OperationError.unknownCommune(commune)
        }
        for place in names.count..<WaitingImport.mostFiles {
            try await forget([waitingFolder.file(place, of: id)])
        }
        var shown: [String] = []
        for name in names {
            let plain = String(String.UnicodeScalarView(name.unicodeScalars.filter { $0.value >= 0x20 }))
            shown.append(shown.contains(plain) ? "\(plain) (\(shown.count + 1))" : plain)
        }
        try waitingFolder.keep(
            WaitingImport(id: id, owner: caller.name, sentAt: now(), details: details, names: shown)
        )
    }

    /// The caller's imports that wait, latest first.
    package func waitingImports(caller: Caller) async throws -> [WaitingImport] {
        try caller.requireRolls()
        try await tidyWaitingImports()
        return waitingFolder.ids.compactMap { waitingFolder.note(of: $0) }
            .filter { $0.owner == caller.name && $0.number == nil }
            .sorted { ($0.sentAt, $0.id) > ($1.sentAt, $1.id) }
    }

    /// One of the caller's imports that wait, or are in.
    ///
    /// - Throws: `OperationError.refused` where there is none, or its files have gone.
    package func waitingImport(_ id: String, caller: Caller) throws -> WaitingImport {
        try caller.requireRolls()
        guard let waiting = waitingFolder.note(of: id), waiting.owner == caller.name,
            waiting.number != nil || waitingFolder.isWhole(waiting)
        else { throw OperationError.refused(.notFound) }
        return waiting
    }

    /// Notes what a person says that headings mean: what they do not name stands as it was taken.
    ///
    /// - Parameters:
    ///   - id: the import.
    ///   - fields: the field of a column, by the column's place; an empty text leaves the column out.
    ///   - mayManyLeave: whether more may leave at once than is believed.
    ///   - caller: who says so.
    /// - Throws: `OperationError.refused` where there is no such import of the caller's.
    package func confirmWaitingImport(
        _ id: String,
        fields: [Int: String],
        mayManyLeave: Bool,
        caller: Caller
    ) async throws {
        try imports.claim(id)
        defer { imports.release(id) }
        var waiting = try openWaitingImport(id, caller: caller)
        for (place, field) in fields where waiting.columns.indices.contains(place) {
            let column = waiting.columns[place]
            if !field.isEmpty, !WaitingImport.fields.contains(where: { $0.code == field }) {
                throw OperationError.unknownField(field)
            }
            if field == column.field ?? "" { continue }
            waiting.corrections.removeAll { $0.heading == column.heading }
            waiting.corrections.append(
                WaitingImport.Correction(heading: column.heading, field: field.isEmpty ? nil : field)
            )
        }
        waiting.isConfirmed = true
        waiting.details.mayManyLeave = mayManyLeave
        waiting.report = nil
        try waitingFolder.keep(waiting)
    }

    /// Reads a waiting import without changing anything, and keeps what it would do.
    package func checkWaitingImport(_ id: String, caller: Caller, progress: @escaping ProgressReport) async throws {
        try imports.claim(id)
        defer { imports.release(id) }
        let waiting = try openWaitingImport(id, caller: caller)
        _ = try await read(waiting, isDryRun: true, caller: caller, progress: progress)
    }

    /// Takes a waiting import in; its files are deleted then.
    ///
    /// - Returns: the import's number; nil where nothing could be made of it, which is noted with it.
    package func applyWaitingImport(
        _ id: String,
        caller: Caller,
        progress: @escaping ProgressReport
    ) async throws -> Int64? {
        try imports.claim(id)
        defer { imports.release(id) }
        let waiting = try openWaitingImport(id, caller: caller)
        guard waiting.report?.outcome == .dryRun else { throw OperationError.refused(.importUnread) }
        let read = try await read(waiting, isDryRun: false, caller: caller, progress: progress)
        guard let number = read.number else { return nil }
        try await forget(waiting.names.indices.map { waitingFolder.file($0, of: id) })
        if read.report?.refused == 0 { try await forget([waitingFolder.problems(of: id)]) }
        return number
    }

    /// Throws a waiting import away, with its files.
    package func discardWaitingImport(_ id: String, caller: Caller) async throws {
        try imports.claim(id)
        defer { imports.release(id) }
        _ = try openWaitingImport(id, caller: caller)
        try await removeWaitingImport(id)
    }

    /// Throws away what was sent and could not be kept.
    package func removeWaitingImport(_ id: String) async throws {
        try await forget((0..<WaitingImport.mostFiles).map { waitingFolder.file($0, of: id) })
        try await forget([waitingFolder.problems(of: id)])
        try waitingFolder.remove(waitingFolder.folder(id))
    }

    /// Deletes what is left of imports whose files have gone, or were never sent whole.
    func tidyWaitingImports() async throws {
        for id in waitingFolder.ids where waitingFolder.isForgotten(id) { try await removeWaitingImport(id) }
    }

    /// What is kept of an import that is in: its problems, and whether its refused rows are there; nil where nothing is.
    func keptImport(_ number: Int64) -> (waiting: WaitingImport, problems: String?)? {
        for id in waitingFolder.ids {
            guard let waiting = waitingFolder.note(of: id), waiting.number == number else { continue }
            let file = waitingFolder.problems(of: id)
            return (waiting, FileManager.default.fileExists(atPath: file) ? file : nil)
        }
        return nil
    }

    private func openWaitingImport(_ id: String, caller: Caller) throws -> WaitingImport {
        let waiting = try waitingImport(id, caller: caller)
        if waiting.number != nil { throw OperationError.refused(.importDone) }
        return waiting
    }

    private func read(
        _ waiting: WaitingImport,
        isDryRun: Bool,
        caller: Caller,
        progress: @escaping ProgressReport
    ) async throws -> WaitingImport {
        var waiting = waiting
        let files = waiting.names.indices.map { waitingFolder.file($0, of: waiting.id) }
        var request = RollRequest(files: files, source: waiting.details.source)
        request.names = waiting.names
        request.isConfirmed = waiting.isConfirmed
        request.mapping = waiting.corrections.map { ($0.heading, $0.field) }
        request.isDryRun = isDryRun
        request.isComplete = waiting.details.isComplete
        request.mayManyLeave = waiting.details.mayManyLeave
        request.asOf = waiting.details.asOf.flatMap { Day(iso: $0) }
        request.commune = waiting.details.commune.flatMap { UnitCode($0) }
        request.encoding = waiting.details.encoding.flatMap(TextEncoding.init(rawValue:))
        if !isDryRun { request.problemsFile = waitingFolder.problems(of: waiting.id) }
        do {
            let report = try await importRolls(request, actor: caller.name, progress: progress)
            (waiting.report, waiting.failure, waiting.columns) = (report, nil, report.columns)
        } catch let error as OperationError {
            waiting.report = nil
            waiting.failure = WaitingImport.Failure(error)
        }
        try waitingFolder.keep(waiting)
        return waiting
    }

    /// Deletes files with people in them before their day.
    private func forget(_ files: [String]) async throws {
        for file in files { try waitingFolder.remove(file) }
        let paths = Set(files.map { Office.path(ofIssued: $0) })
        let (moment, host) = (now(), Office.host)
        try await store.write { writing in
            for file in try writing.reading.issuedFiles() where file.host == host && paths.contains(file.path) {
                try writing.setRemoved(file.id, at: moment)
            }
        }
    }
}

extension WaitingImport.Failure {
    fileprivate init(_ error: OperationError) {
        if case .refused(let refusal) = error {
            wording = Wording(refusal.vietnamese, refusal.english)
        } else {
            wording = Wording(error.sentence.vietnamese, error.sentence.english)
        }
        if case .manyWouldLeave = error { isOfManyLeaving = true } else { isOfManyLeaving = false }
    }
}

extension Caller {
    /// - Throws: `OperationError.refused` unless the caller may import rolls, which are of the whole province.
    func requireRolls() throws(OperationError) {
        try require(.importRolls)
        if !area.isEverywhere { throw .refused(.rollsNeedProvince) }
    }
}
