import Vocabulary

/// What a password must be.
enum PasswordRule {
    /// The fewest characters.
    static let shortest = 10
    /// The most.
    static let longest = 200

    /// - Throws: `OperationError.refused` where a password is too short, too long, of too few different characters, or the
    ///   account's name however its letters are written.
    static func check(_ password: String, name: String) throws(OperationError) {
        guard (shortest...longest).contains(password.count), Set(password).count >= 4, folded(password) != folded(name)
        else { throw .refused(.weakPassword) }
    }
}

/// What an account or a token may be called.
enum AccessName {
    /// - Throws: `OperationError.refused` where a name is none that tells people and programs apart in the audit.
    static func check(_ name: String) throws(OperationError) {
        let isLetterOrDigit = { (byte: UInt8) in (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }
        guard (2...40).contains(name.utf8.count), !["cli", "cron", "visitor"].contains(name),
            name.utf8.allSatisfy({ isLetterOrDigit($0) || $0 == 0x2E || $0 == 0x2D }),
            name.utf8.first.map(isLetterOrDigit) == true
        else { throw .refused(.accountName) }
    }
}
