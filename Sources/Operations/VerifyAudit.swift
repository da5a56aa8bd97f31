import Foundation
import Store

extension Office {
    /// Recomputes the audit chain.
    ///
    /// - Returns: how many lines it has, and the number of the first that does not verify; nil where all do.
    package func verifyAudit() async throws -> (lines: Int, firstBroken: Int?) {
        let lines = try await store.read { try $0.auditLines() }
        var previous = Data()
        for (index, line) in lines.enumerated() {
            let mac = vault.chain(
                previous: previous,
                at: line.at,
                actor: line.actor,
                action: line.action,
                detail: line.detail
            )
            if mac != line.mac { return (lines.count, index + 1) }
            previous = mac
        }
        return (lines.count, nil)
    }
}
