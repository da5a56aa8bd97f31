import Feeds
import Foundation

/// A fetch into a folder of its own: what came of it, how long it took, and what lies in the file.
struct Fetched {
    /// What the test's fetcher takes for the present: Sun, 31 Mar 2024 07:00:00 GMT.
    static let now: Int64 = 1_711_868_400

    /// What came.
    let outcome: FetchOutcome?
    /// Why nothing came.
    let error: FetchError?
    /// The file's bytes; nil where there is no file.
    let bytes: [UInt8]?
    /// How long it took.
    let seconds: Double

    /// Fetches an address; private addresses are allowed, since all servers here have one.
    init(_ url: String, change: (inout FetchRequest) -> Void = { _ in }) async throws {
        var request = FetchRequest(url: url, allowsPrivateAddresses: true)
        request.limits.totalSeconds = 20
        change(&request)
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.file("body")
        let fetcher = Fetcher(now: { Self.now }, userAgent: "NoiViec-tests (+mailto:test@example.com)")
        let start = ContinuousClock.now
        var outcome: FetchOutcome?
        var error: FetchError?
        do throws(FetchError) {
            outcome = try await fetcher.fetch(request, to: path)
        } catch let caught {
            error = caught
        }
        self.outcome = outcome
        self.error = error
        seconds = (ContinuousClock.now - start) / .seconds(1)
        bytes = FileManager.default.contents(atPath: path).map { Array($0) }
    }

    /// Fetches a path of a server that answers each request the same way.
    init(
        change: (inout FetchRequest) -> Void = { _ in },
        from answer: @escaping @Sendable (ScriptedServer.Exchange) -> Void
    ) async throws {
        let server = try ScriptedServer(answer: answer)
        defer { server.stop() }
        try await self.init(server.url("/feed.xml"), change: change)
    }

    /// The file's text.
    var text: String? {
        bytes.map { String(decoding: $0, as: UTF8.self) }
    }
}

/// A folder that a test has to itself.
struct TemporaryFolder {
    private let url = FileManager.default.temporaryDirectory.appendingPathComponent("fetch-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    /// The path of a file in it.
    func file(_ name: String) -> String {
        url.appendingPathComponent(name).path
    }

    /// Writes a file in it and gives its path.
    func write(_ bytes: [UInt8], _ name: String) throws -> String {
        try Data(bytes).write(to: url.appendingPathComponent(name))
        return file(name)
    }

    /// Removes it and all in it.
    func remove() {
        do {
            try FileManager.default.removeItem(at: url)
        } catch {
            FileHandle.standardError.write(Data("left behind: \(url.path)\n".utf8))
        }
    }
}

/// These bytes as one member of gzip.
func gzipped(_ bytes: [UInt8]) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let source = try folder.write(bytes, "plain")
    try Gzip.deflate(from: source, to: folder.file("packed"))
    return Array(try Data(contentsOf: URL(fileURLWithPath: folder.file("packed"))))
}

/// Text that gzip packs about as well as it does XML.
func manyRecords(_ count: Int) -> String {
    (0..<count).map { "<vacancy><id>\($0)</id><title>\($0 &* 2_654_435_761 % 1_000_003)</title></vacancy>\n" }.joined()
}
