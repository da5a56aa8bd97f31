import Foundation
import Logging
import Operations
import Store

/// A creation's key as its request brought it.
struct IdempotencyClaim: Sendable {
    let office: Office
    let key: OnceWrite.Key

    /// The answer that the same request got before; nil where it is the first.
    ///
    /// - Throws: `Problem.keyReused` where the key was another request's.
    func earlierAnswer() async throws -> APIAnswer? {
        guard let found = try await office.store.read({ [key] in try $0.answer(to: key) }) else { return nil }
        guard found.fingerprint == key.fingerprint else { throw Problem.keyReused }
        return try JSONDecoder().decode(APIAnswer.self, from: found.answer)
    }
}

extension APIRequest {
    /// Creates something once, however often the request is sent under its key.
    ///
    /// The transaction in which the operation makes `Value` also keeps the key and the answer, so a killed process leaves
    /// both or neither (`OnceWrite`). So `perform` must be an operation that returns what its own transaction returned.
    /// Refusals are not kept: what was refused may be asked for again under the same key.
    ///
    /// - Parameters:
    ///   - perform: the operation.
    ///   - answer: the answer that follows from what it made.
    /// - Returns: the answer, or the one that the same request got before.
    /// - Throws: what the operation throws; `Problem.keyReused` where the key was another request's.
    func once<Value: Sendable>(
        _ perform: @Sendable () async throws -> Value,
        answer: @escaping @Sendable (Value) throws -> APIAnswer
    ) async throws -> APIAnswer {
        guard let claim else { return try answer(try await perform()) }
        if let earlier = try await claim.earlierAnswer() { return earlier }
        let write = OnceWrite(claim.key) { (value: Value) in try JSONEncoder().encode(answer(value)) }
        do {
            let value = try await OnceWrite.$current.withValue(write) { try await perform() }
            let made = try answer(value)
            if !write.isRecorded { try await keep(made, for: claim, afterWrites: write.hasOnlyOtherWrites) }
            return made
        } catch {
            // Its twin may have been faster: then what it did is also why this one was refused.
            if let earlier = try await claim.earlierAnswer() { return earlier }
            throw error
        }
    }

    /// Keeps an answer whose operation wrote nothing, or not in a transaction of the kind that `once` awaits.
    private func keep(_ answer: APIAnswer, for claim: IdempotencyClaim, afterWrites: Bool) async throws {
        if afterWrites {
            claim.office.logger.error(
                "an operation's transaction does not return what the operation returns; its key is kept apart from it",
                metadata: ["endpoint": "\(claim.key.endpoint)"]
            )
        }
        let data = try JSONEncoder().encode(answer)
        try await claim.office.store.write { writing in
            if try writing.reading.answer(to: claim.key) == nil { try writing.record(data, to: claim.key) }
        }
    }
}
