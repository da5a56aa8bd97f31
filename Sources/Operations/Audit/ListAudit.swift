import Foundation
import Store

/// A line of the audit as a person reads it.
package struct AuditEntry: Sendable {
    /// Its place in the chain.
    package let id: Int64
    /// When, in Unix seconds.
    package let at: Int64
    /// Who.
    package let actor: String
    /// What was done, as a code.
    package let action: String
    /// Figures and ids.
    package let detail: [String: Int]
    /// What it is about.
    package let subject: AuditSubject?
    /// What for, where people were looked at.
    package let purpose: String?
    /// What the actor wrote with it; of a line that somebody has tampered with so that its figures cannot be read, what stands
    /// in their place.
    package let note: String?

    init(_ line: AuditLine, note: String?) {
        id = line.id
        at = line.at
        actor = line.actor
        action = line.action
        let figures = try? JSONDecoder().decode([String: Int].self, from: Data(line.detail.utf8))
        detail = figures ?? [:]
        subject = line.subject
        purpose = line.purpose
        self.note = figures == nil ? line.detail : note
    }
}

extension Office {
    /// Lines of the audit, the latest first; who looked at what is among them, with the purpose.
    ///
    /// - Throws: `OperationError.refused` where the caller may not.
    package func auditEntries(_ filter: AuditFilter, caller: Caller) async throws -> [AuditEntry] {
        try caller.requireAudit()
        return try await store.read { reading in
            try reading.auditLines(filter).map { AuditEntry($0.line, note: $0.note) }
        }
    }
}
