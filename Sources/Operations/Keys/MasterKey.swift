import Crypto
import Foundation

/// The one key that is not in the database: 32 random bytes in a file of their own, or in a variable of the environment.
///
/// It wraps the keys that the database holds, each bound to what it is for, and does nothing else.
package struct MasterKey: Sendable {
    private let key: SymmetricKey

    /// The variable that holds the key in base64, for machines that keep secrets in the environment.
    package static let variable = "NOIVIEC_DATABASE_KEY"

    /// A key of 32 bytes.
    package init(_ key: SymmetricKey) {
        self.key = key
    }

    private init?(text: String) {
        guard let bytes = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)), bytes.count == 32
        else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// The key of a database: from the environment, or else from its file, which is made where the database is new.
    ///
    /// - Throws: `OperationError.keyFile` where there is none or it is unusable, and where both are there and differ.
    package static func find(
        file: String,
        environment: [String: String],
        mayCreate: Bool
    ) throws(OperationError) -> MasterKey {
        guard let text = environment[variable] else {
            if mayCreate, !FileManager.default.fileExists(atPath: file) { return try make(file: file) }
            return try read(file: file)
        }
        guard let key = MasterKey(text: text) else { throw .keyFile(file: variable) }
        if FileManager.default.fileExists(atPath: file), try read(file: file).check != key.check {
            throw .refused(.twoKeys)
        }
        return key
    }

    /// The key in a file.
    ///
    /// - Throws: `OperationError.keyFile` where it is missing or unusable.
    package static func read(file: String) throws(OperationError) -> MasterKey {
        guard let data = FileManager.default.contents(atPath: file),
            let key = MasterKey(text: String(decoding: data, as: UTF8.self))
        else { throw .keyFile(file: file) }
        return key
    }

    /// A new key in a new file that only its owner reads, and that is on the disk before anything is sealed with it.
    ///
    /// - Throws: `OperationError.cannotWrite` where the file is there already or cannot be made.
    package static func make(file: String) throws(OperationError) -> MasterKey {
        let key = SymmetricKey(size: .bits256)
        let text = key.withUnsafeBytes { Data($0).base64EncodedString() + "\n" }
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotWrite(file: file) }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            unlink(file)
            throw .cannotWrite(file: file)
        }
        return MasterKey(key)
    }

    /// A text that only this key gives, stored to recognise a wrong key.
    package var check: String {
        let mac = HMAC<SHA256>.authenticationCode(for: Data("noiviec key check".utf8), using: derived("hashing 1"))
        return Data(mac).base64EncodedString()
    }

    /// A key for one purpose (HKDF-SHA256); the first version of this program used three of these as they are.
    func derived(_ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Data("noiviec \(purpose)".utf8), outputByteCount: 32)
    }

    /// Wraps a key (AES-256-GCM with a random nonce), bound to what it is for.
    func wrap(_ other: SymmetricKey, for use: String) throws -> Data {
        let bytes = other.withUnsafeBytes { Data($0) }
        let box = try AES.GCM.seal(bytes, using: derived("wrapping 1"), authenticating: Data(use.utf8))
        guard let wrapped = box.combined else { throw CryptoKitError.incorrectParameterSize }
        return wrapped
    }

    /// Unwraps what `wrap` wrapped for the same use.
    ///
    /// - Throws: where it was wrapped by another key, for another use, or was changed.
    func unwrap(_ wrapped: Data, for use: String) throws -> SymmetricKey {
        let box = try AES.GCM.SealedBox(combined: wrapped)
        let bytes = try AES.GCM.open(box, using: derived("wrapping 1"), authenticating: Data(use.utf8))
        return SymmetricKey(data: bytes)
    }
}

extension Refusal {
    /// A key file and a key in the environment that are not the same.
    static let twoKeys = Refusal(
        .conflict,
        "two_keys",
        "NOIVIEC_DATABASE_KEY and the key file hold different keys; give only the right one.",
        "NOIVIEC_DATABASE_KEY và tệp khóa chứa hai khóa khác nhau; hãy chỉ dùng khóa đúng."
    )
    /// The database's key was changed while this process was at work with the old one.
    static let keyChanged = Refusal(
        .conflict,
        "key_changed",
        "The database's key has been changed; start the service anew with the new key. Nothing was changed.",
        "Khóa của cơ sở dữ liệu đã được thay; hãy khởi động lại dịch vụ với khóa mới. Chưa có gì thay đổi."
    )
}
