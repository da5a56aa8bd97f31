import Foundation
import Synchronization

/// A creation that its caller may ask for again under one key, and that must be done once.
///
/// While one is current (a task-local value, so that no operation has to hand it on), the first transaction of
/// `Store.write` whose value is of the awaited type also keeps the key with the answer that follows from the value:
/// what was done and what is answered again are committed together or not at all, also when the process is killed. A
/// key that is kept already stops the transaction before anything is done in it, so of many equal requests, however
/// many processes serve them, one does the work.
package final class OnceWrite: Sendable {
    /// Who asked for what under which key.
    package struct Key: Hashable, Sendable {
        /// The caller's name.
        package let caller: String
        /// What was asked for.
        package let endpoint: String
        /// The caller's own word for the request.
        package let key: String
        /// A hash of all that the request says.
        package let fingerprint: Data
        /// When it was asked for, in Unix seconds.
        package let at: Int64

        /// A key from its parts.
        package init(caller: String, endpoint: String, key: String, fingerprint: Data, at: Int64) {
            self.caller = caller
            self.endpoint = endpoint
            self.key = key
            self.fingerprint = fingerprint
            self.at = at
        }
    }

    /// The key was claimed before: nothing was done.
    package struct AnsweredBefore: Error {}

    /// For how long a key is remembered, in seconds.
    package static let lifetime: Int64 = 24 * 3600

    /// The creation that is being done by this task.
    @TaskLocal package static var current: OnceWrite?

    private let key: Key
    private let awaited: ObjectIdentifier
    private let answer: @Sendable (Any) throws -> Data?
    private let state = Mutex(State())

    private struct State {
        var isRecorded = false
        var otherWrites = 0
    }

    /// A creation whose transaction gives a value, from which the answer follows.
    package init<Value: Sendable>(_ key: Key, answer: @escaping @Sendable (Value) throws -> Data) {
        self.key = key
        awaited = ObjectIdentifier(Value.self)
        self.answer = { value in try (value as? Value).map(answer) }
    }

    /// Whether key and answer are stored.
    package var isRecorded: Bool { state.withLock { $0.isRecorded } }

    /// Whether transactions were committed of which none gave the awaited value.
    package var hasOnlyOtherWrites: Bool { state.withLock { !$0.isRecorded && $0.otherWrites > 0 } }

    /// Does a transaction's work, once where it is the awaited one.
    func perform<Value: Sendable>(_ writing: Writing, _ body: (Writing) throws -> Value) throws -> Value {
        guard ObjectIdentifier(Value.self) == awaited, !isRecorded else {
            let value = try body(writing)
            state.withLock { $0.otherWrites += 1 }
            return value
        }
        if try writing.reading.answer(to: key) != nil { throw AnsweredBefore() }
        let value = try body(writing)
        guard let answer = try answer(value) else { return value }
        try writing.record(answer, to: key)
        state.withLock { $0.isRecorded = true }
        return value
    }
}
