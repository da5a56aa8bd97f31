import Feeds
import Foundation
import Testing

/// `printf 'Việc làm\n' | gzip -n`, as the program of that name writes it.
private let sample = "H4sIAAAAAAAAAwvLfLi7PVkh5/CCXC4AjAzTpAwAAAA="

@Suite("Gzip")
struct GzipTests {
    private func inflated(_ bytes: [UInt8], limit: Int = 10_000_000) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let source = try folder.write(bytes, "packed")
        let destination = folder.file("plain")
        do {
            try Gunzip.inflate(from: source, to: destination, limit: limit)
        } catch {
            #expect(!FileManager.default.fileExists(atPath: destination))
            throw error
        }
        return Array(try Data(contentsOf: URL(fileURLWithPath: destination)))
    }

    @Test("What is packed here inflates to the same bytes", arguments: [0, 1, 65_535, 65_536, 1_000_000])
    func roundTrip(count: Int) throws {
        let bytes = Array(manyRecords(count / 40 + 1).utf8.prefix(count))
        let packed = try gzipped(bytes)
        #expect(try inflated(packed) == bytes)
        #expect(try gzipped(bytes) == packed)
        #expect(count < 1000 || packed.count * 3 < bytes.count)
    }

    @Test("What the program gzip packs inflates, one byte at a time as well")
    func program() throws {
        let bytes = Array(try #require(Data(base64Encoded: sample)))
        #expect(String(decoding: try inflated(bytes), as: UTF8.self) == "Việc làm\n")
        let gunzip = Gunzip(limit: 100)
        var text: [UInt8] = []
        for byte in bytes {
            try withUnsafeBytes(of: byte) { chunk in try gunzip.append(chunk) { text += $0 } }
        }
        try gunzip.finish()
        #expect(String(decoding: text, as: UTF8.self) == "Việc làm\n")
    }

    @Test("Members that follow each other inflate to one text")
    func members() throws {
        let bytes = try gzipped(Array("a".utf8)) + gzipped([]) + gzipped(Array("b".utf8))
        #expect(try inflated(bytes) == Array("ab".utf8))
    }

    @Test("Data that ends early is truncated, wherever it ends")
    func truncated() throws {
        let bytes = try gzipped(Array("Việc làm".utf8))
        for count in 0..<bytes.count {
            #expect(throws: FetchError.gzipTruncated) { try inflated(Array(bytes[..<count])) }
        }
    }

    @Test("A wrong CRC, a wrong length, other bytes and bytes behind the end are damage")
    func damaged() throws {
        let bytes = try gzipped(Array("Việc làm".utf8))
        for index in [0, 1, 2, bytes.count - 8, bytes.count - 4] {
            var wrong = bytes
            wrong[index] ^= 0xFF
            #expect(throws: FetchError.gzipDamaged) { try inflated(wrong) }
        }
        #expect(throws: FetchError.gzipDamaged) { try inflated(bytes + Array("<html>".utf8)) }
        #expect(throws: FetchError.gzipDamaged) { try inflated(Array("<source/>".utf8)) }
    }

    @Test("What comes out is capped, to the byte")
    func tooLarge() throws {
        let bytes = Array(manyRecords(1000).utf8)
        let packed = try gzipped(bytes)
        #expect(try inflated(packed, limit: bytes.count) == bytes)
        #expect(throws: FetchError.bodyTooLarge(limit: bytes.count - 1)) {
            try inflated(packed, limit: bytes.count - 1)
        }
    }

    @Test("A ratio beyond 100 is refused, but not in the first megabyte")
    func ratio() throws {
        let small = [UInt8](repeating: 0x20, count: 1_000_000)
        #expect(try inflated(gzipped(small)) == small)
        let large = try gzipped([UInt8](repeating: 0x20, count: 5_000_000))
        #expect(throws: FetchError.compressionTooHigh(ratio: 100)) { try inflated(large) }
    }

    @Test("A file that is missing or cannot be written is said to be so")
    func files() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        #expect(throws: FetchError.fileUnreadable(code: ENOENT)) {
            try Gunzip.inflate(from: folder.file("none"), to: folder.file("out"), limit: 10)
        }
        let source = try folder.write([], "source")
        #expect(throws: FetchError.fileUnwritable(code: ENOENT)) {
            try Gzip.deflate(from: source, to: folder.file("none/out"))
        }
    }
}
