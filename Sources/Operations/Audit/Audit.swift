import Foundation
import Store

extension Office {
    /// Adds a line to the audit chain inside a transaction.
    ///
    /// - Parameters:
    ///   - writing: the transaction of what was done.
    ///   - actor: who: `caller.name`.
    ///   - action: what, as a code.
    ///   - detail: figures and ids; never a name.
    ///   - subject: what it is about, by which the line is found again.
    ///   - purpose: what for, where people were looked at.
    ///   - note: what the actor wrote with it; kept beside the chain, so that it can be erased with the person.
    /// - Throws: `StoreError`.
    func audit(
        _ writing: Writing,
        actor: String,
        action: String,
        detail: [String: Int],
        subject: AuditSubject? = nil,
        purpose: OpeningPurpose? = nil,
        note: String? = nil
    ) throws {
        // Nothing that was sealed or hashed with keys of before a rotation may come in after it.
        guard try writing.reading.setting("key_check") == vault.check else { throw OperationError.refused(.keyChanged) }
        let text = detail.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",")
        let last = try writing.reading.lastAuditLine()
        let line = AuditLine(
            id: (last?.id ?? 0) + 1,
            form: 2,
            at: now(),
            actor: actor,
            action: action,
            detail: "{\(text)}",
            subject: subject,
            purpose: purpose?.rawValue,
            noteHash: note.map { vault.noteHash($0) },
            mac: Data()
        )
        try writing.add(line.sealed(vault.auditMAC(line.bytes(after: last?.mac ?? Data()))), note: note)
    }

    /// Adds a line about an account.
    func audit(_ writing: Writing, actor: String, action: String, detail: [String: Int], about account: Account) throws
    {
        let subject = AuditSubject("account", account.id)
        try audit(writing, actor: actor, action: action, detail: detail, subject: subject)
    }

    /// Notes that somebody looked at a person's page, or took people out as a file, and what for.
    ///
    /// - Parameters:
    ///   - subject: whom: `AuditSubject("member", id)` or `("household", id)`; nil for a list.
    ///   - action: how: for example `open_member`, `export_members`.
    ///   - purpose: what for.
    ///   - note: what the caller wrote with it; at most 500 characters are kept.
    ///   - count: how many people it showed.
    ///   - caller: who.
    ///   - writing: the transaction.
    /// - Throws: `StoreError`.
    package func noteAccess(
        to subject: AuditSubject?,
        action: String,
        purpose: OpeningPurpose,
        note: String? = nil,
        count: Int = 1,
        caller: Caller,
        _ writing: Writing
    ) throws {
        let text = note.map { String($0.prefix(500)) }.flatMap { $0.isEmpty ? nil : $0 }
        try audit(
            writing,
            actor: caller.name,
            action: action,
            detail: ["people": count],
            subject: subject,
            purpose: purpose,
            note: text
        )
    }
}
