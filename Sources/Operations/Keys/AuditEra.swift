import Crypto
import Foundation
import Store

/// The part of the audit chain that one key signs; each rotation of the key begins another.
struct AuditEra: Sendable {
    /// Its place, from 1.
    let generation: Int
    /// Its first line.
    let firstLine: Int64
    /// The mac of the line before that, so that nobody who comes by an old key can rewrite what it signed.
    let previousMAC: Data
    /// The key.
    let key: SymmetricKey

    /// What the wrapped key is bound to.
    private static func use(_ generation: Int, _ firstLine: Int64, _ previousMAC: Data) -> String {
        "audit \(generation) from \(firstLine) after \(previousMAC.base64EncodedString())"
    }

    /// An era from its parts.
    init(generation: Int, firstLine: Int64, previousMAC: Data, key: SymmetricKey) {
        self.generation = generation
        self.firstLine = firstLine
        self.previousMAC = previousMAC
        self.key = key
    }

    /// The era of a stored key.
    ///
    /// - Throws: where the key is another master's, or where its row was changed.
    init(_ stored: StoredKey, _ master: MasterKey) throws {
        guard let firstLine = stored.firstLine, let previousMAC = stored.previousMAC else {
            throw StoreError.corrupt(table: "vault_key", column: "first_line")
        }
        generation = stored.generation
        self.firstLine = firstLine
        self.previousMAC = previousMAC
        key = try master.unwrap(stored.wrapped, for: AuditEra.use(stored.generation, firstLine, previousMAC))
    }

    /// The key as it is stored under a master key.
    func stored(under master: MasterKey) throws -> StoredKey {
        StoredKey(
            purpose: .audit,
            generation: generation,
            firstLine: firstLine,
            previousMAC: previousMAC,
            wrapped: try master.wrap(key, for: AuditEra.use(generation, firstLine, previousMAC))
        )
    }
}
