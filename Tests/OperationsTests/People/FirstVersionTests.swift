import Crypto
import Fixtures
import Foundation
import GRDB
import Households
import Operations
import Store
import Testing
import Vocabulary

@Suite("A database of the version that sealed with one key for everybody")
struct FirstVersionTests {
    /// Turns a database back into one of that version: numbers sealed and hashed by keys derived from the master key, no
    /// keys of people but for those whom a killed opening had reached.
    private func turnBack(_ office: Office, in folder: String, reached: Int) async throws {
        let text = try String(contentsOfFile: folder + "/noiviec.key", encoding: .utf8)
        let bytes = try #require(Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)))
        func derive(_ purpose: String) -> SymmetricKey {
            let info = Data("noiviec \(purpose)".utf8)
            return HKDF<SHA256>.deriveKey(inputKeyMaterial: SymmetricKey(data: bytes), info: info, outputByteCount: 32)
        }
        let (sealing, hashing) = (derive("sealing 1"), derive("hashing 1"))
        @Sendable func contact(_ text: String) throws -> SealedContact {
            SealedContact(
                sealed: try #require(try AES.GCM.seal(Data(text.utf8), using: sealing).combined),
                hash: Data(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: hashing))
            )
        }
        let people = try await office.store.read { try $0.sealedPeople(after: 0, withoutKey: false, limit: 99_999) }
        try await office.store.write { writing in
            for person in people {
                let opened = try office.vault.open(person)
                try writing.set(
                    nationalID: try opened.nationalID.map(contact),
                    phone: try opened.phone.map(contact),
                    of: person.member
                )
            }
            try writing.set([])
            try writing.removeSetting("personal_keys")
        }
        let database = try DatabaseQueue(path: folder + "/noiviec.sqlite")
        try await database.write { database in
            try database.execute(sql: "DELETE FROM person_key; DELETE FROM audit")
        }
        if reached > 0 {
            // What an opening that is killed after its first people leaves: these have keys of their own already.
            let reopened = try await openSmallOffice(in: folder)
            try await reopened.store.write { writing in
                try writing.removeSetting("personal_keys")
                for person in people.dropFirst(reached) {
                    let sealed = try #require(try writing.reading.sealed(of: person.member))
                    let opened = try reopened.vault.open(sealed)
                    try writing.set(
                        nationalID: try opened.nationalID.map(contact),
                        phone: try opened.phone.map(contact),
                        of: person.member
                    )
                }
            }
            let rest = people.dropFirst(reached).map(\.member.rawValue)
            try await database.write { database in
                for member in rest {
                    try database.execute(sql: "DELETE FROM person_key WHERE member_id = ?", arguments: [member])
                }
            }
        }
    }

    @Test(
        "It is sealed anew when it is opened, also after an opening that was killed, and people are found again",
        arguments: [0, 150]
    )
    func sealedAnew(reached: Int) async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let person = try #require(
                try await office.store.read { try $0.sealedPeople(after: 0, withoutKey: false, limit: 999).last }
            )
            let number = try office.vault.open(person).nationalID
            try await turnBack(office, in: folder, reached: reached)
            try office.store.close()

            let reopened = try await openSmallOffice(in: folder)
            let check = try await reopened.checkKey(caller: .commandLine)
            #expect(check.unreadable == 0 && check.people > 500)
            let page = try await reopened.openPerson(caller: .commandLine, person.member, purpose: .control)
            #expect(page.nationalID == number)
            let again = try await reopened.importRolls([folder + "/demo/ho.csv", folder + "/demo/nhan-khau.csv"])
            #expect(again.members.new == 0 && again.members.changed == 0)
            #expect(try await reopened.verifyAudit(caller: .commandLine).problems == [])
        }
    }

    @Test("With another key it is refused, and nothing of it is sealed anew")
    func wrongKey() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await turnBack(office, in: folder, reached: 0)
            try office.store.close()
            try FileManager.default.removeItem(atPath: folder + "/noiviec.key")
            _ = try MasterKey.make(file: folder + "/noiviec.key")
            await #expect(throws: OperationError.wrongKey) { _ = try await openSmallOffice(in: folder) }
            let store = try Store(path: folder + "/noiviec.sqlite", mayCreate: false, now: { 1_705_280_400 })
            #expect(try await store.read { try $0.storedKeys() }.isEmpty)
            #expect(try await store.read { try $0.sealedPeople(after: 0, withoutKey: true, limit: 999) }.count > 500)
        }
    }
}
