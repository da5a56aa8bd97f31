import Foundation
import Store

/// What is wrong with the audit chain, by the places where it shows.
package enum AuditProblem: Hashable, Sendable {
    /// A line is not as it was written, or does not follow the one before.
    case changed(line: Int64)
    /// Lines between two places are gone, or some that were never written.
    case missing(after: Int64, before: Int64)
    /// What somebody wrote with a line is not what it was.
    case note(line: Int64)
    /// A line of the file of heads cannot be read, or this office's key did not sign it.
    case head(row: Int)
    /// Lines that were there when a head was exported have gone from the end.
    case tailGone(row: Int, last: Int64, found: Int64)
    /// The line at which a head was exported is another now: the past was written again.
    case rewritten(row: Int, line: Int64)

    /// A stable code.
    package var code: String {
        switch self {
        case .changed: "changed"
        case .missing: "missing"
        case .note: "note"
        case .head: "head"
        case .tailGone: "tail_gone"
        case .rewritten: "rewritten"
        }
    }

    /// One sentence for a person, in English and Vietnamese.
    package var sentence: (english: String, vietnamese: String) {
        switch self {
        case .changed(let line):
            (
                "Line \(line) has been changed, or does not follow the one before.",
                "Dòng \(line) đã bị sửa hoặc không nối tiếp dòng trước."
            )
        case .missing(let after, let before):
            (
                "Between line \(after) and line \(before) lines are missing.",
                "Thiếu dòng giữa dòng \(after) và \(before)."
            )
        case .note(let line):
            ("What was written with line \(line) has been changed.", "Ghi chú của dòng \(line) đã bị sửa.")
        case .head(let row):
            (
                "Row \(row) of the heads cannot be read or was not signed with this key.",
                "Dòng \(row) của tệp xuất không đọc được hoặc không do khóa này ký."
            )
        case .tailGone(let row, let last, let found):
            (
                "Row \(row) of the heads saw line \(last), but the chain ends at line \(found): its end was removed.",
                "Dòng \(row) của tệp xuất ghi đến dòng \(last), nhưng nhật ký chỉ còn đến dòng \(found): phần cuối đã bị xóa."
            )
        case .rewritten(let row, let line):
            (
                "Row \(row) of the heads saw another line \(line): the past was written again.",
                "Dòng \(row) của tệp xuất ghi dòng \(line) khác: nhật ký cũ đã bị viết lại."
            )
        }
    }
}

/// What verifying the audit found.
package struct AuditVerdict: Sendable {
    /// How many lines the chain has.
    package let lines: Int
    /// How many exported heads it was held against.
    package let heads: Int
    /// The first problems found; none where everything verifies.
    package let problems: [AuditProblem]
    /// How many there are.
    package let problemCount: Int
}

extension Office {
    /// Recomputes the audit chain line by line, and holds it against heads that were exported before.
    ///
    /// A changed line and one removed in the middle show by themselves. A removed end, and a past written again by somebody
    /// who has the key, show against a head.
    ///
    /// - Parameters:
    ///   - file: a file of heads, one a line; nil to look at the chain alone.
    ///   - caller: who asks.
    /// - Returns: what was found; no problems where everything verifies.
    /// - Throws: `OperationError.cannotRead` for the file; `OperationError.refused` where the caller may not.
    package func verifyAudit(against file: String? = nil, caller: Caller) async throws -> AuditVerdict {
        try caller.requireAudit()
        var check = AuditCheck(vault: vault)
        if let file {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw OperationError.cannotRead(file: file)
            }
            check.read(heads: data)
        }
        return try await store.read { [check] reading in
            var check = check
            try reading.eachAuditLine { check.add($0, note: $1) }
            return check.verdict()
        }
    }
}

/// A walk along the chain.
private struct AuditCheck: Sendable {
    private static let mostProblems = 20
    private let vault: Vault
    /// Heads by the last line they saw, with the row of the file they are from.
    private var heads: [Int64: [(row: Int, head: AuditHead)]] = [:]
    private var headCount = 0
    private var problems: [AuditProblem] = []
    private var problemCount = 0
    private var lines = 0
    private var previous = Data()
    private var last: Int64 = 0
    private var form = 1

    init(vault: Vault) { self.vault = vault }

    mutating func read(heads data: Data) {
        let rows = data.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, row) in rows.enumerated() where !row.isEmpty {
            headCount += 1
            do {
                let head = try JSONDecoder().decode(AuditHead.self, from: row)
                guard vault.asOf(auditLine: max(1, head.last)).map(head.isSigned) == true else {
                    throw OperationError.refused(.notFound)
                }
                heads[head.last, default: []].append((index + 1, head))
            } catch {
                note(.head(row: index + 1))
            }
        }
    }

    mutating func add(_ line: AuditLine, note text: String?) {
        lines += 1
        if line.id != last + 1 { note(.missing(after: last, before: line.id)) }
        // Columns that the first form does not sign were empty while it was in use, and it was never used again.
        let isOfItsForm = line.form == 2 || (line.subject == nil && line.purpose == nil && line.noteHash == nil)
        // Who has an old key could make a chain of lines anew, but not the mac that they had when it was changed.
        let isSealed = vault.sealedMAC(before: line.id).map { $0 == previous } != false
        let signing = vault.asOf(auditLine: line.id)
        let isSigned = signing?.isAuditMAC(line.mac, of: line.bytes(after: previous)) == true
        if line.form < form || !isOfItsForm || !isSealed || !isSigned { note(.changed(line: line.id)) }
        // An erased note is no problem; one that came later or reads otherwise is.
        if let text, line.noteHash.map({ $0 == signing?.noteHash(text) }) != true { note(.note(line: line.id)) }
        for (row, head) in heads[line.id] ?? [] where head.mac != hexadecimal(line.mac) || head.lines != lines {
            note(.rewritten(row: row, line: line.id))
        }
        heads[line.id] = nil
        (previous, last, form) = (line.mac, line.id, max(form, line.form))
    }

    func verdict() -> AuditVerdict {
        var check = self
        for (_, left) in heads.sorted(by: { $0.key < $1.key }) where left.contains(where: { $0.head.last > 0 }) {
            for (row, head) in left {
                check.note(
                    head.last > last
                        ? .tailGone(row: row, last: head.last, found: last) : .rewritten(row: row, line: head.last)
                )
            }
        }
        return AuditVerdict(
            lines: lines,
            heads: headCount,
            problems: check.problems,
            problemCount: check.problemCount
        )
    }

    private mutating func note(_ problem: AuditProblem) {
        problemCount += 1
        if problems.count < AuditCheck.mostProblems { problems.append(problem) }
    }
}
