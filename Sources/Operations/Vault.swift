import Crypto
import CryptoExtras
import Foundation
import Households
import Store

/// The keys of a database, opened by the master key that is not in it: seals what identifies people with a key of each
/// person's own, hashes it for look-up, and signs the audit chain.
package struct Vault: Sendable {
    private let master: MasterKey
    private let hashing: SymmetricKey
    private let suppressing: SymmetricKey
    /// The eras of the audit chain, oldest first; never empty.
    private let eras: [AuditEra]
    /// The key that signs lines: that of the last era, or of the one asked for.
    private let auditing: SymmetricKey

    init(
        master: MasterKey,
        hashing: SymmetricKey,
        suppressing: SymmetricKey,
        eras: [AuditEra],
        auditing: SymmetricKey
    ) {
        self.master = master
        self.hashing = hashing
        self.suppressing = suppressing
        self.eras = eras
        self.auditing = auditing
    }

    /// A text that only the master key gives, stored to recognise a wrong key.
    var check: String { master.check }

    // MARK: People

    /// Seals an identity number or a phone with its person's key and hashes it (HMAC-SHA256).
    func seal(_ text: String, as field: PersonKey.Field, with key: PersonKey) throws -> SealedContact {
        SealedContact(sealed: try key.seal(text, as: field), hash: hash(text))
    }

    /// The keyed hash by which a sealed text is looked up.
    package func hash(_ text: String) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: hashing))
    }

    /// The keyed hash by which somebody who was erased is known again; the same for as long as the database lives.
    func suppressionHash(_ text: String) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: suppressing))
    }

    /// A person's key as it is stored.
    func wrap(_ key: PersonKey, of member: MemberID) throws -> Data {
        try master.wrap(key.key, for: "person \(member)")
    }

    /// The key of a person.
    func unwrap(_ wrapped: Data, of member: MemberID) throws -> PersonKey {
        PersonKey(try master.unwrap(wrapped, for: "person \(member)"))
    }

    /// What is sealed of a person, opened; nil where there is none, and after erasing.
    ///
    /// - Throws: where it does not open: with another key, or because it was changed.
    package func open(_ person: SealedPerson) throws -> (nationalID: String?, phone: String?) {
        guard let wrapped = person.wrappedKey else { return (nil, nil) }
        let key = try unwrap(wrapped, of: person.member)
        return (
            try person.nationalID.map { try key.open($0.sealed, as: .nationalID) },
            try person.phone.map { try key.open($0.sealed, as: .phone) }
        )
    }

    // MARK: Audit

    /// The keyed hash of anything that belongs to the audit chain.
    func auditMAC(_ bytes: Data) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: bytes, using: auditing))
    }

    /// Whether a keyed hash is that of these bytes; takes the same time whatever differs.
    func isAuditMAC(_ mac: Data, of bytes: Data) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(mac, authenticating: bytes, using: auditing)
    }

    /// The vault whose `auditMAC` signs as it did when a line of the audit was written; nil for lines before its first key.
    func asOf(auditLine line: Int64) -> Vault? {
        guard let era = eras.last(where: { $0.firstLine <= line }) else { return nil }
        return Vault(master: master, hashing: hashing, suppressing: suppressing, eras: eras, auditing: era.key)
    }

    /// What the mac of the line before a line was when the key was changed there; nil where it was not changed there.
    func sealedMAC(before line: Int64) -> Data? {
        eras.first { $0.firstLine == line && $0.generation > 1 }?.previousMAC
    }

    // MARK: Opening, making and changing keys

    /// The vault of the keys that a database holds.
    ///
    /// - Throws: where one of them is missing, another master's, or was changed.
    init(_ stored: [StoredKey], master: MasterKey) throws {
        func newest(_ purpose: StoredKey.Purpose) throws -> SymmetricKey {
            guard let key = stored.last(where: { $0.purpose == purpose }) else {
                throw StoreError.corrupt(table: "vault_key", column: "purpose")
            }
            return try master.unwrap(key.wrapped, for: "\(purpose.rawValue) \(key.generation)")
        }
        let eras = try stored.filter { $0.purpose == .audit }.map { try AuditEra($0, master) }
        guard let last = eras.last else { throw StoreError.corrupt(table: "vault_key", column: "purpose") }
        self.init(
            master: master,
            hashing: try newest(.hashing),
            suppressing: try newest(.suppression),
            eras: eras,
            auditing: last.key
        )
    }

    /// The vault of a database that holds no keys yet.
    ///
    /// - Parameters:
    ///   - master: its master key.
    ///   - hasDerived: whether the database is of the first version, whose hashes and audit lines are made with keys
    ///     derived from the master's; these stay.
    init(new master: MasterKey, hasDerived: Bool) {
        let audit = hasDerived ? master.derived("audit 1") : SymmetricKey(size: .bits256)
        self.init(
            master: master,
            hashing: hasDerived ? master.derived("hashing 1") : SymmetricKey(size: .bits256),
            suppressing: SymmetricKey(size: .bits256),
            eras: [AuditEra(generation: 1, firstLine: 1, previousMAC: Data(), key: audit)],
            auditing: audit
        )
    }

    /// The same under another master key, with new keys for hashes and for lines of the audit from one on.
    func rotated(to other: MasterKey, auditFrom line: Int64, after mac: Data) -> Vault {
        let audit = SymmetricKey(size: .bits256)
        let era = AuditEra(
            generation: (eras.last?.generation ?? 0) + 1,
            firstLine: line,
            previousMAC: mac,
            key: audit
        )
        return Vault(
            master: other,
            hashing: SymmetricKey(size: .bits256),
            suppressing: suppressing,
            eras: eras + [era],
            auditing: audit
        )
    }

    /// The keys as the database holds them.
    func stored() throws -> [StoredKey] {
        // Each rotation makes a new hashing key, and so there is one for each era of the audit; only the last is kept.
        let generation = eras.last?.generation ?? 1
        return [
            StoredKey(
                purpose: .hashing,
                generation: generation,
                wrapped: try master.wrap(hashing, for: "hashing \(generation)")
            ),
            StoredKey(
                purpose: .suppression,
                generation: 1,
                wrapped: try master.wrap(suppressing, for: "suppression 1")
            ),
        ] + (try eras.map { try $0.stored(under: master) })
    }

    /// What the first version sealed with one key for everybody, in the clear.
    func openFirst(_ sealed: Data) throws -> String {
        let box = try AES.GCM.SealedBox(combined: sealed)
        return String(decoding: try AES.GCM.open(box, using: master.derived("sealing 1")), as: UTF8.self)
    }

    // MARK: Secrets of accounts

    /// The hash of a session's or a token's secret.
    package static func tokenHash(_ token: String) -> Data {
        Data(SHA256.hash(data: Data(token.utf8)))
    }

    /// What a form sends along to show that it came from a page of this session: whoever knows it knows nothing of the
    /// session's secret, and it goes with the session.
    package static func csrfToken(sessionSecret: String) -> String {
        let key = SymmetricKey(data: Data(sessionSecret.utf8))
        return base64URL(Data(HMAC<SHA256>.authenticationCode(for: Data("noiviec csrf 1".utf8), using: key)))
    }

    /// A random secret of 32 bytes, in letters and digits of base64url.
    package static func randomToken() -> String {
        base64URL(SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) })
    }

    private static func base64URL(_ bytes: Data) -> String {
        bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Whether two secrets are the same; takes the same time whatever differs.
    package static func isSame(_ one: String, _ other: String) -> Bool {
        let key = SymmetricKey(size: .bits256)
        let mac = HMAC<SHA256>.authenticationCode(for: Data(one.utf8), using: key)
        return HMAC<SHA256>.isValidAuthenticationCode(mac, authenticating: Data(other.utf8), using: key)
    }

    /// The scrypt hash of a password; takes some tens of milliseconds of CPU.
    static func passwordHash(_ password: String, salt: Data) throws -> Data {
        try KDF.Scrypt.deriveKey(
            from: Data(password.utf8),
            salt: salt,
            outputByteCount: 32,
            rounds: 1 << 15,
            blockSize: 8,
            parallelism: 1
        ).withUnsafeBytes { Data($0) }
    }
}
