import Foundation
import Store

/// How a line is chained to the one before.
extension AuditLine {
    /// The bytes of which the mac is made.
    ///
    /// Form 1 joins moment, actor, action and detail with zero bytes. Form 2 begins with a text that no mac begins with, so
    /// that no line passes for one of the other form; it holds every column, each with its length, none told from empty.
    ///
    /// - Parameter previous: the mac of the line before; empty for the first.
    /// - Returns: the bytes.
    func bytes(after previous: Data) -> Data {
        guard form == 2 else {
            var bytes = previous
            for part in [String(at), actor, action, detail] {
                bytes.append(Data(part.utf8))
                bytes.append(0)
            }
            return bytes
        }
        var bytes = Data("noiviec audit line 2".utf8)
        func add(_ field: Data?) {
            let count = field.map { UInt32($0.count) } ?? .max
            withUnsafeBytes(of: count.bigEndian) { bytes.append(contentsOf: $0) }
            if let field { bytes.append(field) }
        }
        add(previous)
        for text in [String(id), String(at), actor, action, detail] { add(Data(text.utf8)) }
        for text in [subject?.kind, subject.map { String($0.id) }, purpose] { add(text.map { Data($0.utf8) }) }
        add(noteHash)
        return bytes
    }

    /// The line with its mac.
    func sealed(_ mac: Data) -> AuditLine {
        AuditLine(
            id: id,
            form: form,
            at: at,
            actor: actor,
            action: action,
            detail: detail,
            subject: subject,
            purpose: purpose,
            noteHash: noteHash,
            mac: mac
        )
    }
}

extension Vault {
    /// The keyed hash of what somebody wrote with a line.
    func noteHash(_ note: String) -> Data { auditMAC(Data("noiviec audit note 1".utf8) + Data(note.utf8)) }
}
