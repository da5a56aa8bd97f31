import Foundation
import Store

/// What came of an import, with its problems where they are still kept.
package struct ImportResult: Sendable {
    /// The import.
    package let done: RollImport
    /// Its problems, the first thousand; nil where they are not kept any more.
    package let problems: [RollReport.Problem]?
    /// Whether the file of its refused rows is there.
    package let hasFile: Bool
}

extension Office {
    /// One import of rolls.
    ///
    /// - Throws: `OperationError.refused` where the caller may not, or there is none of this number.
    package func importResult(_ number: Int64, caller: Caller) async throws -> ImportResult {
        try caller.require(.readImports)
        guard let record = try await store.read({ try $0.rollImport(number) }) else {
            throw OperationError.refused(.notFound)
        }
        let kept = keptImport(number)
        return ImportResult(
            done: try RollImport(record),
            problems: kept?.waiting.report?.problems,
            hasFile: kept?.problems != nil
        )
    }

    /// The file of an import's refused rows, in which people stand: that somebody took it is noted.
    ///
    /// - Throws: `OperationError.refused` where the caller may not, or the file is not kept any more.
    package func refusedRows(of number: Int64, caller: Caller) async throws -> Data {
        try caller.requireRolls()
        guard let kept = keptImport(number), let file = kept.problems,
            let data = FileManager.default.contents(atPath: file)
        else { throw OperationError.refused(.notFound) }
        let rows = kept.waiting.report?.refused ?? 0
        try await store.write { writing in
            try noteAccess(
                to: AuditSubject("import", number),
                action: "download_refused_rows",
                purpose: .correction,
                count: rows,
                caller: caller,
                writing
            )
        }
        return data
    }

    /// A blank roll to fill in, by its kind's code: its file's name and bytes; nil where there is none of this code.
    package func rollTemplate(_ code: String) throws -> (name: String, data: Data)? {
        let folder = NSTemporaryDirectory() + "noiviec-templates-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let files = try writeRollTemplates(to: folder)
        guard let place = rollTemplateCodes.firstIndex(of: code), files.indices.contains(place) else { return nil }
        guard let data = FileManager.default.contents(atPath: files[place]) else {
            throw OperationError.cannotRead(file: files[place])
        }
        return (URL(fileURLWithPath: files[place]).lastPathComponent, data)
    }
}
