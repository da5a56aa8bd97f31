import Feeds
import Foundation
import Testing

@Suite("Bodies that are packed, or too large")
struct FetcherBodyTests {
    @Test(
        "Gzip is inflated whatever the headers say",
        arguments: [["Content-Encoding: gzip"], ["Content-Encoding: X-GZIP"], ["Content-Type: application/gzip"], []]
    )
    func gzip(headers: [String]) async throws {
        let text = manyRecords(5000)
        let packed = try gzipped(Array(text.utf8))
        let fetched = try await Fetched { $0.answer("200 OK", headers, body: packed) }
        #expect(fetched.text == text)
        #expect(fetched.outcome?.headers.wireBytes == packed.count)
        #expect(fetched.outcome?.headers.bodyBytes == text.utf8.count)
    }

    @Test("Gzip that comes byte by byte is inflated as well")
    func slowGzip() async throws {
        let packed = try gzipped(Array("<source/>".utf8))
        let fetched = try await Fetched { exchange in
            exchange.send("HTTP/1.1 200 OK\r\n\r\n")
            for byte in packed {
                exchange.send([byte])
                usleep(2000)
            }
        }
        #expect(fetched.text == "<source/>")
    }

    @Test("Gzip that ends early, has a wrong CRC or is none leaves no file")
    func broken() async throws {
        let packed = try gzipped(Array(manyRecords(100).utf8))
        let truncated = try await Fetched { $0.answer("200 OK", body: Array(packed.dropLast(3))) }
        #expect(truncated.error == .gzipTruncated)
        #expect(truncated.bytes == nil)
        var wrong = packed
        wrong[packed.count - 8] ^= 1
        let damaged = try await Fetched { [wrong] in $0.answer("200 OK", body: wrong) }
        #expect(damaged.error == .gzipDamaged)
        #expect(damaged.bytes == nil)
        let none = try await Fetched { $0.answer("200 OK", ["Content-Encoding: gzip"], body: "<source/>") }
        #expect(none.error == .gzipDamaged)
    }

    @Test("Of gzip inside gzip one layer is taken off")
    func nested() async throws {
        let inner = try gzipped(Array("<source/>".utf8))
        let outer = try gzipped(inner)
        let fetched = try await Fetched { $0.answer("200 OK", ["Content-Encoding: gzip"], body: outer) }
        #expect(fetched.bytes == inner)
    }

    @Test(
        "Encodings nobody asked for are refused",
        arguments: ["br", "deflate", "zstd", "gzip, gzip", "gzip, br"]
    )
    func encodings(name: String) async throws {
        let fetched = try await Fetched { $0.answer("200 OK", ["Content-Encoding: \(name)"], body: "x") }
        #expect(fetched.error?.code == "content_encoding_unknown")
        #expect(fetched.bytes == nil)
    }

    @Test("A bomb of a gigabyte is stopped at once")
    func bomb() async throws {
        let member = try gzipped([UInt8](repeating: 0x20, count: 10_000_000))
        let bomb = Array(repeatElement(member, count: 100).joined())
        let fetched = try await Fetched { $0.answer("200 OK", ["Content-Encoding: gzip"], body: bomb) }
        #expect(fetched.error == .compressionTooHigh(ratio: 100))
        #expect(fetched.bytes == nil)
    }

    @Test("What inflates beyond the limit is stopped there")
    func inflatedTooLarge() async throws {
        let text = manyRecords(20_000)
        let packed = try gzipped(Array(text.utf8))
        let fetched = try await Fetched {
            $0.limits.bodyBytes = 500_000
        } from: {
            $0.answer("200 OK", body: packed)
        }
        #expect(fetched.error == .bodyTooLarge(limit: 500_000))
        #expect(fetched.bytes == nil)
    }

    @Test("A length beyond the limit is refused before the body")
    func announcedTooLarge() async throws {
        let fetched = try await Fetched { $0.send("HTTP/1.1 200 OK\r\nContent-Length: 50000001\r\n\r\n") }
        #expect(fetched.error == .bodyTooLarge(limit: 50_000_000))
    }

    @Test("An endless body is stopped at the limit", arguments: [false, true])
    func endless(isChunked: Bool) async throws {
        let fetched = try await Fetched {
            $0.limits.wireBytes = 1_000_000
        } from: { exchange in
            let block = [UInt8](repeating: 0x20, count: 0x1000)
            let chunk = isChunked ? Array("1000\r\n".utf8) + block + Array("\r\n".utf8) : block
            exchange.send("HTTP/1.1 200 OK\r\n\(isChunked ? "Transfer-Encoding: chunked\r\n" : "")\r\n")
            while exchange.send(chunk) {}
        }
        #expect(fetched.error == .bodyTooLarge(limit: 1_000_000))
        #expect(fetched.bytes == nil)
    }
}
