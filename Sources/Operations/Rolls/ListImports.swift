import Foundation
import Store

/// An import of rolls as it is listed.
package struct RollImport: Sendable, Encodable {
    /// Its number.
    package let number: Int64
    /// When it was made, in ISO 8601.
    package let at: String
    /// The same in Unix seconds.
    package let moment: Int64
    /// The day of the rolls.
    package let day: String
    /// The source's name.
    package let source: String
    /// The files, each with the SHA-256 of its bytes.
    package let files: [String]
    /// What it did.
    package let report: RollReport

    private enum CodingKeys: CodingKey {
        case number, at, day, source, files, report
    }

    init(_ record: ImportRecord) throws {
        number = record.number
        moment = record.at
        at = Date(timeIntervalSince1970: Double(record.at)).ISO8601Format()
        day = record.day
        source = record.source
        files = record.files.split(separator: "\n").map(String.init)
        do {
            report = try JSONDecoder().decode(RollReport.self, from: Data(record.report.utf8))
        } catch {
            throw StoreError.corrupt(table: "roll_import", column: "report")
        }
    }
}

extension Office {
    /// The latest imports of rolls, latest first.
    package func rollImports(limit: Int) async throws -> [RollImport] {
        try await store.read { reading in
            try reading.imports(limit: limit).map { try RollImport($0) }
        }
    }
}
