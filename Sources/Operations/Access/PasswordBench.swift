import Foundation
import Synchronization

/// Hashes passwords one at a time, away from request threads and from plans, which take seconds.
enum PasswordBench {
    /// How many may wait: each takes tens of milliseconds, and a flood must not grow a queue that nobody's turn comes in.
    static let mostWaiting = 40
    private static let queue = DispatchQueue(label: "noiviec.passwords", qos: .userInitiated)
    private static let waiting = Mutex(0)

    /// The scrypt hash of a password.
    ///
    /// The same letters hash alike however a keyboard composes their marks.
    ///
    /// - Throws: `OperationError.refused` where too many wait already.
    static func hash(_ password: String, salt: Data) async throws -> Data {
        let isFull = waiting.withLock { count in
            if count >= mostWaiting { return true }
            count += 1
            return false
        }
        if isFull { throw OperationError.refused(.signInBusy) }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async {
                let result = Result {
                    try Vault.passwordHash(password.precomposedStringWithCanonicalMapping, salt: salt)
                }
                waiting.withLock { $0 -= 1 }
                continuation.resume(with: result)
            }
        }
    }
}
