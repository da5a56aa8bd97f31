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
            let number = Int64(index + 1)
            // Who has an old key could make a chain of lines anew, but not the mac that they had when it was changed.
            guard let signing = vault.asOf(auditLine: number),
                vault.sealedMAC(before: number).map({ $0 == previous }) != false
            else { return (lines.count, index + 1) }
            let mac = signing.chain(
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
