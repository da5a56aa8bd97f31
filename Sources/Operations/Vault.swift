import Crypto
import CryptoExtras
import Foundation
import Store

/// Holds the key that is not in the database: seals what identifies people, hashes it for look-up, signs the audit
/// chain and derives password hashes.
package struct Vault: Sendable {
    private let sealing: SymmetricKey
    private let hashing: SymmetricKey
    private let auditing: SymmetricKey

    /// A vault with a key of 32 bytes, from which one key for each purpose is derived (HKDF-SHA256).
    package init(key: SymmetricKey) {
        func derive(_ purpose: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Data(purpose.utf8), outputByteCount: 32)
        }
        sealing = derive("noiviec sealing 1")
        hashing = derive("noiviec hashing 1")
        auditing = derive("noiviec audit 1")
    }

    /// Opens the key beside a database, or makes one where the database is new.
    ///
    /// - Throws: `OperationError.keyFile` where the file is missing or unusable.
    package static func open(file: String, mayCreate: Bool) throws -> Vault {
        if mayCreate, !FileManager.default.fileExists(atPath: file) {
            let key = SymmetricKey(size: .bits256)
            let text = key.withUnsafeBytes { Data($0).base64EncodedString() + "\n" }
            let isMade = FileManager.default.createFile(
                atPath: file,
                contents: Data(text.utf8),
                attributes: [.posixPermissions: 0o600]
            )
            guard isMade else { throw OperationError.cannotWrite(file: file) }
            return Vault(key: key)
        }
        guard let data = FileManager.default.contents(atPath: file),
            let text = String(data: data, encoding: .utf8)?.trimmingCharacters(in: .whitespacesAndNewlines),
            let bytes = Data(base64Encoded: text), bytes.count == 32
        else { throw OperationError.keyFile(file: file) }
        return Vault(key: SymmetricKey(data: bytes))
    }

    /// A text that only this key gives, stored to recognise a wrong key.
    var check: String {
        Data(HMAC<SHA256>.authenticationCode(for: Data("noiviec key check".utf8), using: hashing)).base64EncodedString()
    }

    /// Seals a text (AES-256-GCM with a random nonce) and hashes it (HMAC-SHA256).
    package func seal(_ text: String) throws -> SealedContact {
        let box = try AES.GCM.seal(Data(text.utf8), using: sealing)
        guard let sealed = box.combined else { throw CryptoKitError.incorrectParameterSize }
        return SealedContact(sealed: sealed, hash: hash(text))
    }

    /// Opens what `seal` sealed.
    package func open(_ sealed: Data) throws -> String {
        String(decoding: try AES.GCM.open(try AES.GCM.SealedBox(combined: sealed), using: sealing), as: UTF8.self)
    }

    /// The keyed hash by which a sealed text is looked up.
    package func hash(_ text: String) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: hashing))
    }

    /// The keyed hash of anything that belongs to the audit chain.
    func auditMAC(_ bytes: Data) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: bytes, using: auditing))
    }

    /// Whether a keyed hash is that of these bytes; takes the same time whatever differs.
    func isAuditMAC(_ mac: Data, of bytes: Data) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(mac, authenticating: bytes, using: auditing)
    }

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
