import Foundation
import Households
import Store
import Vocabulary

/// What a change of the key did.
package struct KeyRotation: Sendable, Encodable {
    /// People whose own keys are wrapped anew.
    package let people: Int
    /// The first line of the audit that the new key signs.
    package let auditFrom: Int64
}

/// Whether the key opens what it should.
package struct KeyCheck: Sendable, Encodable {
    /// People with a key of their own.
    package internal(set) var people = 0
    /// Identity numbers that open.
    package internal(set) var numbers = 0
    /// Phones that open.
    package internal(set) var phones = 0
    /// People of whom something does not open, or is looked up by a wrong hash.
    package internal(set) var unreadable = 0
}

extension Office {
    /// Changes the database to another master key, in one transaction: personal keys are wrapped anew, numbers are hashed
    /// anew for look-up, and a new key signs the audit from here on, while older lines still verify.
    ///
    /// Whoever was at work with the old key is refused from then on; backups of before still need it.
    ///
    /// - Parameters:
    ///   - other: the new key, which is on the disk already.
    ///   - caller: who does it.
    ///   - progress: told how many people are done.
    /// - Returns: what was done, and the office at work with the new key.
    /// - Throws: `OperationError.refused`.
    package func rotateKey(
        to other: MasterKey,
        caller: Caller,
        progress: @escaping ProgressReport
    ) async throws -> (rotation: KeyRotation, office: Office) {
        try caller.require(.manageAccounts)
        if other.check == vault.check { throw OperationError.refused(.sameKey) }
        let (rotation, rotated) = try await store.write { writing in
            guard try writing.reading.setting("key_check") == vault.check else {
                throw OperationError.refused(.keyChanged)
            }
            let line = try writing.reading.auditLineNumber() + 1
            let mac = (try writing.reading.lastAuditLine())?.mac ?? Data()
            var rotated = self
            rotated.vault = vault.rotated(to: other, auditFrom: line, after: mac)
            let people = try rewrap(for: rotated.vault, writing, progress)
            try writing.set(try rotated.vault.stored())
            try writing.set("key_check", to: other.check)
            // Old wraps and hashes are not to stay in the pages that SQLite has moved them from.
            try writing.set("rebuild_due", to: "1")
            try rotated.audit(writing, actor: caller.name, action: "rotate_key", detail: ["people": people])
            return (KeyRotation(people: people, auditFrom: line), rotated)
        }
        try await rotated.rebuildWhereDue()
        return (rotation, rotated)
    }

    private func rewrap(for other: Vault, _ writing: Writing, _ progress: ProgressReport) throws -> Int {
        var (last, count) = (Int64(0), 0)
        while true {
            let people = try writing.reading.sealedPeople(after: last, withoutKey: false, limit: 5000)
            for person in people {
                guard let wrapped = person.wrappedKey else { throw OperationError.refused(.unreadablePerson) }
                let key = try vault.unwrap(wrapped, of: person.member)
                let identity = try person.nationalID.map { contact in
                    SealedContact(
                        sealed: contact.sealed,
                        hash: other.hash(try key.open(contact.sealed, as: .nationalID))
                    )
                }
                let phone = try person.phone.map { contact in
                    SealedContact(sealed: contact.sealed, hash: other.hash(try key.open(contact.sealed, as: .phone)))
                }
                try writing.set(nationalID: identity, phone: phone, of: person.member)
                try writing.set(wrappedKey: try other.wrap(key, of: person.member), of: person.member)
            }
            count += people.count
            progress(ProgressStep("keys", count, of: nil))
            guard people.count == 5000, let end = people.last else { return count }
            last = end.member.rawValue
        }
    }

    /// Opens everything that is sealed and hashes it again; shows nothing of it.
    package func checkKey(caller: Caller) async throws -> KeyCheck {
        try caller.require(.manageAccounts)
        var check = KeyCheck()
        var last = Int64(0)
        while true {
            let after = last
            let people = try await store.read { try $0.sealedPeople(after: after, withoutKey: false, limit: 5000) }
            for person in people {
                check.people += 1
                do {
                    guard let wrapped = person.wrappedKey else { throw OperationError.refused(.unreadablePerson) }
                    let key = try vault.unwrap(wrapped, of: person.member)
                    if let contact = person.nationalID {
                        let text = try key.open(contact.sealed, as: .nationalID)
                        guard vault.hash(text) == contact.hash else { throw OperationError.refused(.unreadablePerson) }
                        check.numbers += 1
                    }
                    if let contact = person.phone {
                        let text = try key.open(contact.sealed, as: .phone)
                        guard vault.hash(text) == contact.hash else { throw OperationError.refused(.unreadablePerson) }
                        check.phones += 1
                    }
                } catch {
                    check.unreadable += 1
                }
            }
            guard people.count == 5000, let end = people.last else { return check }
            last = end.member.rawValue
        }
    }
}

extension Refusal {
    /// The new key is the old one.
    static let sameKey = Refusal(
        .conflict,
        "same_key",
        "The database is sealed with this key already; nothing was changed.",
        "Cơ sở dữ liệu đang dùng đúng khóa này; chưa có gì thay đổi."
    )
    /// What is sealed of somebody does not open.
    static let unreadablePerson = Refusal(
        .conflict,
        "unreadable_person",
        "What is sealed of somebody does not open; restore the last backup. `noiviec key check` counts them.",
        "Có dữ liệu mã hóa không mở được; hãy khôi phục bản sao lưu. Xem `noiviec key check`."
    )
}
