import Foundation
import Households
import Store

extension Vault {
    /// Opens the keys that a database holds, or makes them where it holds none.
    ///
    /// - Throws: `OperationError.wrongKey` where the master key is another database's; nothing is written then.
    static func unlock(_ master: MasterKey, _ store: Store) async throws -> Vault {
        let known = try await store.read { reading -> [StoredKey] in
            if let check = try reading.setting("key_check"), check != master.check { throw OperationError.wrongKey }
            return try reading.storedKeys()
        }
        if !known.isEmpty { return try Vault(known, master: master) }
        return try await store.write { writing in
            let check = try writing.reading.setting("key_check")
            if let check, check != master.check { throw OperationError.wrongKey }
            // Another process may have come first.
            let known = try writing.reading.storedKeys()
            if !known.isEmpty { return try Vault(known, master: master) }
            let vault = Vault(new: master, hasDerived: check != nil)
            try writing.set(try vault.stored())
            try writing.set("key_check", to: master.check)
            if check == nil { try writing.set("personal_keys", to: "all") }
            return vault
        }
    }
}

extension Office {
    /// Seals with keys of their own what a database of the first version holds sealed with one key for all, some people in
    /// each transaction; killed in the middle it goes on where it was.
    ///
    /// - Returns: how many people it was.
    @discardableResult
    func sealPersonally(atATime count: Int = 2000) async throws -> Int {
        if try await store.read({ try $0.setting("personal_keys") }) != nil { return 0 }
        let vault = vault
        var (last, total) = (Int64(0), 0)
        while true {
            let after = last
            let batch = try await store.write { writing in
                let people = try writing.reading.sealedPeople(after: after, withoutKey: true, limit: count)
                for person in people {
                    let key = PersonKey()
                    let identity = try person.nationalID.map { contact in
                        SealedContact(
                            sealed: try key.seal(try vault.openFirst(contact.sealed), as: .nationalID),
                            hash: contact.hash
                        )
                    }
                    let phone = try person.phone.map { contact in
                        SealedContact(
                            sealed: try key.seal(try vault.openFirst(contact.sealed), as: .phone),
                            hash: contact.hash
                        )
                    }
                    try writing.set(nationalID: identity, phone: phone, of: person.member)
                    try writing.set(wrappedKey: try vault.wrap(key, of: person.member), of: person.member)
                }
                if people.count < count { try writing.set("personal_keys", to: "all") }
                return people
            }
            total += batch.count
            guard batch.count == count, let end = batch.last else { return total }
            last = end.member.rawValue
        }
    }

    /// Rewrites the database file where something was to leave it for good; a later opening does it where another process
    /// is in the way now.
    ///
    /// - Returns: whether nothing is left to do.
    @discardableResult
    func rebuildWhereDue() async throws -> Bool {
        guard try await store.read({ try $0.setting("rebuild_due") }) != nil else { return true }
        do {
            try await store.rebuild()
            try await store.write { try $0.removeSetting("rebuild_due") }
            try await store.checkpoint()
            return true
        } catch let error as StoreError {
            logger.warning("database not rewritten yet", metadata: ["error": "\(error)"])
            return false
        }
    }
}
