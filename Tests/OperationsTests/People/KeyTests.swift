import Crypto
import Fixtures
import Foundation
import Households
import Operations
import Store
import Testing
import Vocabulary

@Suite("Keys of the database")
struct KeyTests {
    private func twoKeys(_ folder: String) throws -> (old: MasterKey, new: MasterKey) {
        (try MasterKey.read(file: folder + "/noiviec.key"), try MasterKey.make(file: folder + "/new.key"))
    }

    /// The numbers that an office opens, by person.
    private func opened(_ office: Office, _ people: [MemberID]) async throws -> [String?] {
        var numbers: [String?] = []
        for person in people {
            numbers.append(
                try await office.openPerson(caller: .commandLine, person, purpose: .control).nationalID
            )
        }
        return numbers
    }

    @Test("After a change of the key everything opens, is looked up, and the audit of before and after verifies")
    func rotate() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let people = try await office.store.read { try $0.sealedPeople(after: 0, withoutKey: false, limit: 5) }
            let before = try await opened(office, people.map(\.member))
            #expect(before.compactMap(\.self).count == 5)
            let hashes = people.map { $0.nationalID?.hash }
            let new = try twoKeys(folder).new
            let (rotation, rotated) = try await office.rotateKey(to: new, caller: .commandLine, progress: { _ in })
            #expect(rotation.people > 500)

            let after = try await office.store.read { try $0.sealedPeople(after: 0, withoutKey: false, limit: 5) }
            #expect(zip(hashes, after).allSatisfy { $0 != $1.nationalID?.hash })
            let check = try await rotated.checkKey(caller: .commandLine)
            #expect(check.unreadable == 0 && check.people == rotation.people)
            #expect(try await rotated.verifyAudit(caller: .commandLine).problems == [])

            // Whoever opens it later needs the new key, and finds people by their numbers again.
            await #expect(throws: OperationError.wrongKey) { _ = try await openSmallOffice(in: folder) }
            try FileManager.default.removeItem(atPath: folder + "/noiviec.key")
            try FileManager.default.moveItem(atPath: folder + "/new.key", toPath: folder + "/noiviec.key")
            let reopened = try await openSmallOffice(in: folder)
            #expect(try await opened(reopened, people.map(\.member)) == before)
            let again = try await reopened.importRolls([folder + "/demo/ho.csv", folder + "/demo/nhan-khau.csv"])
            #expect(again.members.new == 0 && again.members.changed == 0)
            #expect(try await reopened.verifyAudit(caller: .commandLine).problems == [])
        }
    }

    @Test("Who is at work with the old key writes nothing more after the key was changed")
    func oldProcess() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let other = try await openSmallOffice(in: folder)
            let person = try #require(
                try await office.store.read { try $0.sealedPeople(after: 0, withoutKey: false, limit: 1).first }
            )
            _ = try await office.rotateKey(to: try twoKeys(folder).new, caller: .commandLine, progress: { _ in })
            let lines = try await office.store.read { try $0.auditLineNumber() }
            do {
                _ = try await other.openPerson(caller: .commandLine, person.member, purpose: .control)
                Issue.record("the old key still opens")
            } catch OperationError.refused(let refusal) {
                #expect(refusal.code == "key_changed")
            }
            #expect(try await office.store.read { try $0.auditLineNumber() } == lines)
        }
    }

    @Test("A rotation that does not come to its end leaves the old key as it was")
    func interrupted() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let new = try twoKeys(folder).new
            // A key that does not open stops it after others are wrapped anew, as a kill would.
            let people = try await office.store.read { try $0.sealedPeople(after: 0, withoutKey: false, limit: 9999) }
            let last = try #require(people.last)
            let whole = try #require(last.wrappedKey)
            try await office.store.write { try $0.set(wrappedKey: Data(count: 60), of: last.member) }
            await #expect(throws: (any Error).self) {
                _ = try await office.rotateKey(to: new, caller: .commandLine, progress: { _ in })
            }
            try await office.store.write { try $0.set(wrappedKey: whole, of: last.member) }
            let reopened = try await openSmallOffice(in: folder)
            #expect(try await reopened.checkKey(caller: .commandLine).unreadable == 0)
            // The same file of the new key is good for the next try.
            let rotated = try await reopened.rotateKey(to: new, caller: .commandLine, progress: { _ in }).office
            #expect(try await rotated.checkKey(caller: .commandLine).unreadable == 0)
        }
    }

    @Test("An old key makes no line that verifies where another key has signed since")
    func oldKeyForges() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let rotated = try await office.rotateKey(
                to: try twoKeys(folder).new,
                caller: .commandLine,
                progress: { _ in }
            ).office
            #expect(try await rotated.verifyAudit(caller: .commandLine).problems == [])
            // The whole past made anew, as who has the old key could, ends in another mac than was sealed.
            let lines = try await rotated.store.read { try $0.auditLines() }
            let keys = try await rotated.store.read { try $0.storedKeys() }.filter { $0.purpose == .audit }
            #expect(keys.count == 2 && keys[1].firstLine == Int64(lines.count))
            #expect(keys[1].previousMAC == lines[lines.count - 2].mac)
            // Moving the border back so that the new key's lines seem to begin later breaks the wrapped key itself.
            try await rotated.store.write { writing in
                let kept = try writing.reading.storedKeys()
                try writing.set(
                    kept.map { key in
                        key.purpose == .audit && key.generation == 2
                            ? StoredKey(
                                purpose: .audit,
                                generation: 2,
                                firstLine: Int64(lines.count + 5),
                                previousMAC: key.previousMAC,
                                wrapped: key.wrapped
                            ) : key
                    }
                )
            }
            try FileManager.default.removeItem(atPath: folder + "/noiviec.key")
            try FileManager.default.moveItem(atPath: folder + "/new.key", toPath: folder + "/noiviec.key")
            await #expect(throws: (any Error).self) { _ = try await openSmallOffice(in: folder) }
        }
    }

    @Test("A key in the environment opens the database; one that differs from the file's is refused")
    func environment() async throws {
        try await withTemporaryFolder { folder in
            _ = try await smallOffice(in: folder)
            let file = folder + "/noiviec.key"
            let text = try String(contentsOfFile: file, encoding: .utf8)
            let other = Data(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }).base64EncodedString()
            #expect(throws: OperationError.self) {
                _ = try MasterKey.find(file: file, environment: [MasterKey.variable: other], mayCreate: false)
            }
            #expect(throws: OperationError.keyFile(file: MasterKey.variable)) {
                _ = try MasterKey.find(file: file, environment: [MasterKey.variable: "short"], mayCreate: false)
            }
            let both = try MasterKey.find(file: file, environment: [MasterKey.variable: text], mayCreate: false)
            try FileManager.default.removeItem(atPath: file)
            let alone = try MasterKey.find(file: file, environment: [MasterKey.variable: text], mayCreate: true)
            #expect(both.check == alone.check && !FileManager.default.fileExists(atPath: file))
            #expect(throws: OperationError.keyFile(file: file)) {
                _ = try MasterKey.find(file: file, environment: [:], mayCreate: false)
            }
        }
    }
}
