import Foundation
import Households
import Referrals
import Sheets

/// A person about whom an employer is to answer, as the employer's sheet names one.
package struct PersonToAnswer: Sendable {
    /// The referral.
    package let referral: ReferralID
    /// Who.
    package let member: MemberID
    /// The letter's number; empty where there is none.
    package let letter: String
    /// The name.
    package let name: String
    /// The year of birth; empty where nobody knows it.
    package let birthYear: String
    /// The telephone number, of who agreed to its being known.
    package let phone: String?
    /// The job.
    package let job: String
}

extension AnswerSheet {
    /// Writes people into a sheet for an employer to answer in.
    ///
    /// - Throws: `OperationError.cannotWrite`.
    static func write(_ people: [PersonToAnswer], to path: String) throws {
        let rows = people.map { person in
            let values: [AnswerColumn: String] = [
                .referral: person.referral.description, .letter: person.letter, .name: person.name,
                .birthYear: person.birthYear, .phone: person.phone ?? "", .job: person.job,
            ]
            return AnswerColumn.allCases.map { values[$0] ?? "" }
        }
        let table = SheetTable(
            name: "Trả lời",
            title: "Kết quả tiếp nhận người lao động được giới thiệu",
            columns: AnswerColumn.allCases.map { SheetTable.Column(heading: $0.heading, choices: $0.choices) },
            rows: rows
        )
        try PassingFile.write(table, to: path)
    }
}

/// Files that are handed on and not kept.
enum PassingFile {
    /// Writes a table of people into a workbook that only this service may read.
    ///
    /// - Throws: `OperationError.cannotWrite`.
    static func write(_ table: SheetTable, to path: String) throws {
        do {
            try SheetWriter.write([table], to: path)
            // Names and phones stand in it.
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        } catch {
            throw OperationError.cannotWrite(file: path)
        }
    }

    /// The bytes of a file that is written to be read once.
    ///
    /// - Throws: what writing throws, or `OperationError.cannotRead`.
    static func bytes(_ write: (String) throws -> Void) throws -> [UInt8] {
        let path = NSTemporaryDirectory() + "noiviec-passing-" + UUID().uuidString
        defer { unlink(path) }
        try write(path)
        guard let data = FileManager.default.contents(atPath: path) else { throw OperationError.cannotRead(file: path) }
        return Array(data)
    }
}
