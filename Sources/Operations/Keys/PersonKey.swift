import Crypto
import Foundation
import Store

/// One person's own key: what is sealed with it is gone for ever, in every copy, once it is erased.
struct PersonKey: Sendable {
    /// What a person has that is sealed.
    enum Field: String {
        /// The identity number.
        case nationalID = "national_id"
        /// The telephone number.
        case phone
    }

    /// The key itself.
    let key: SymmetricKey

    /// A random key.
    init() {
        key = SymmetricKey(size: .bits256)
    }

    /// A key that was unwrapped.
    init(_ key: SymmetricKey) {
        self.key = key
    }

    /// Seals a text (AES-256-GCM with a random nonce), bound to what it is.
    func seal(_ text: String, as field: Field) throws -> Data {
        let box = try AES.GCM.seal(Data(text.utf8), using: key, authenticating: Data(field.rawValue.utf8))
        guard let sealed = box.combined else { throw CryptoKitError.incorrectParameterSize }
        return sealed
    }

    /// Opens what `seal` sealed.
    func open(_ sealed: Data, as field: Field) throws -> String {
        let box = try AES.GCM.SealedBox(combined: sealed)
        return String(
            decoding: try AES.GCM.open(box, using: key, authenticating: Data(field.rawValue.utf8)),
            as: UTF8.self
        )
    }
}
