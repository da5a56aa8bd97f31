import Fixtures
import Foundation
import HTTPTypes
import Hummingbird
import Operations
import Store
import Testing

@testable import Web

@Suite("A creation is done once")
struct IdempotencyTests {
    /// Counts up in the database, which stands for making something: its value is what the transaction returned.
    private static func counting(_ office: Office) -> Endpoint {
        Endpoint(
            .post,
            "/v1/counts",
            id: "makeCount",
            tag: "test",
            "Counts up.",
            access: .may(.refer),
            body: .json(.object([.required("by", .integer(1...10))])),
            success: [.created(.object([.required("count", .count)]))],
            demands: [.idempotent]
        ) { request in
            struct Body: Decodable { let by: Int }
            let by = try request.body(as: Body.self).by
            return try await request.once {
                try await office.store.write { writing -> Int in
                    let before = try writing.reading.setting("count").flatMap { Int($0) } ?? 0
                    if before + by > 50 {
                        throw OperationError.refused(Refusal(.conflict, "too_high", "Too high.", "Quá cao."))
                    }
                    try writing.set("count", to: String(before + by))
                    return before + by
                }
            } answer: { count in
                try .created(["count": count], at: "/v1/counts/\(count)")
            }
        }
    }

    private func key(_ text: String) -> HTTPFields {
        guard let name = HTTPField.Name.idempotencyKey else { return [:] }
        return [name: text]
    }

    @Test("The same request under one key gets the first answer again; another body under it is refused")
    func sameKey() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await withAPI(of: office, more: [Self.counting(office)]) { api in
                let first = try await api.ask(.post, "/v1/counts", headers: key("key-0001"), body: #"{"by":1}"#)
                #expect(first.status == 201 && first.text == #"{"count":1}"#)
                let again = try await api.ask(.post, "/v1/counts", headers: key("key-0001"), body: #"{"by":1}"#)
                #expect(again.status == 201 && again.text == first.text)
                #expect(again.headers[.location] == first.headers[.location])
                let other = try await api.ask(.post, "/v1/counts", headers: key("key-0001"), body: #"{"by":2}"#)
                #expect(other.status == 422)
                #expect(try other.code() == "idempotency_key_reused")
                // Another caller's key is another key, and without one everything is done anew.
                let stranger = try await api.ask(
                    .post,
                    "/v1/counts",
                    as: "supervisor",
                    headers: key("key-0001"),
                    body: #"{"by":1}"#
                )
                #expect(stranger.text == #"{"count":2}"#)
                #expect(try await api.ask(.post, "/v1/counts", body: #"{"by":1}"#).text == #"{"count":3}"#)
                #expect(try await api.ask(.post, "/v1/counts", body: #"{"by":1}"#).text == #"{"count":4}"#)
                for wrong in ["short", "has space in it", "has,comma,in,it", String(repeating: "a", count: 201)] {
                    let answer = try await api.ask(.post, "/v1/counts", headers: key(wrong), body: #"{"by":1}"#)
                    #expect(answer.status == 400, "\(wrong)")
                }
            }
        }
    }

    @Test("Twenty equal requests at once do the work once, and all get its answer")
    func atOnce() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await withAPI(of: office, more: [Self.counting(office)]) { api in
                let answers = try await withThrowingTaskGroup(of: (Int, String).self) { group in
                    for _ in 0..<20 {
                        group.addTask {
                            let answer = try await api.ask(
                                .post,
                                "/v1/counts",
                                headers: self.key("at-once-1"),
                                body: #"{"by":7}"#
                            )
                            return (answer.status, answer.text)
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(answers.count == 20)
                #expect(answers.allSatisfy { $0 == (201, #"{"count":7}"#) })
                #expect(try await office.store.read { try $0.setting("count") } == "7")
            }
        }
    }

    @Test("What was refused may be asked for again under the same key; a key is forgotten after a day")
    func refusedAndForgotten() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await office.store.write { try $0.set("count", to: "45") }
            try await withAPI(of: office, more: [Self.counting(office)]) { api in
                let refused = try await api.ask(.post, "/v1/counts", headers: key("later-01"), body: #"{"by":9}"#)
                #expect(refused.status == 409)
                try await office.store.write { try $0.set("count", to: "0") }
                let done = try await api.ask(.post, "/v1/counts", headers: key("later-01"), body: #"{"by":9}"#)
                #expect(done.status == 201 && done.text == #"{"count":9}"#)
            }
            let first = OnceWrite.Key(caller: "c", endpoint: "e", key: "k", fingerprint: Data([1]), at: 1_000_000)
            try await office.store.write { try $0.record(Data([2]), to: first) }
            let soon = OnceWrite.Key(caller: "c", endpoint: "e", key: "k", fingerprint: Data([1]), at: 1_086_399)
            let later = OnceWrite.Key(caller: "c", endpoint: "e", key: "k", fingerprint: Data([1]), at: 1_086_400)
            #expect(try await office.store.read { try $0.answer(to: soon)?.answer } == Data([2]))
            #expect(try await office.store.read { try $0.answer(to: later)?.answer } == nil)
            try await office.store.write { try $0.record(Data([3]), to: later) }
            #expect(try await office.store.read { try $0.answer(to: later)?.answer } == Data([3]))
        }
    }

    @Test("Work and answer are committed together: where the answer cannot be kept, nothing was done")
    func together() async throws {
        struct Failed: Error {}
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let key = OnceWrite.Key(caller: "c", endpoint: "e", key: "k", fingerprint: Data(), at: 1)
            let write = OnceWrite(key) { (_: Int) in throw Failed() }
            await #expect(throws: Failed.self) {
                try await OnceWrite.$current.withValue(write) {
                    try await office.store.write { writing -> Int in
                        try writing.set("count", to: "1")
                        return 1
                    }
                }
            }
            #expect(try await office.store.read { try $0.setting("count") } == nil)
            #expect(!write.isRecorded)
        }
    }
}
