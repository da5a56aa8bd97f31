import CZlib

/// Inflates gzip data chunk by chunk, with a cap on what comes out; zlib checks each member's CRC and length.
///
/// Members may follow each other, as RFC 1952 allows; anything else behind a member counts as damage.
package final class Gunzip {
    /// How many times larger data may become; XML reaches about 30, a bomb about 1,000.
    package static let ratio = 100

    /// Bytes that came out.
    package private(set) var produced = 0

    private static let freeBytes = 1 << 20  // a small feed of equal records may well go beyond the ratio
    private let limit: Int
    private let piece = UnsafeMutableBufferPointer<Bytef>.allocate(capacity: 1 << 16)
    /// zlib notes the address of the stream, so it must not move.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var isBetweenMembers = false
    private var consumed = 0

    /// Whether a body that begins so is gzip's.
    package static func canInflate(_ start: some Sequence<UInt8>) -> Bool {
        start.starts(with: [0x1F, 0x8B])
    }

    /// An inflater for one body.
    ///
    /// - Parameter limit: bytes that may come out.
    package init(limit: Int) {
        self.limit = limit
        stream.initialize(to: z_stream())
        // 15 bits of window, and 16 for "gzip alone".
        let status = inflateInit2_(stream, 16 + 15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(status == Z_OK, "zlib cannot start: out of memory, or not the version this was built with")
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        piece.deallocate()
    }

    /// Inflates the next chunk.
    ///
    /// - Parameters:
    ///   - chunk: the bytes.
    ///   - output: called with each piece that comes out.
    /// - Throws: `FetchError.gzipDamaged`, `.bodyTooLarge`, `.compressionTooHigh`, and what `output` throws; nothing
    ///   can be appended after that.
    package func append(
        _ chunk: UnsafeRawBufferPointer,
        to output: (UnsafeRawBufferPointer) throws(FetchError) -> Void
    ) throws(FetchError) {
        guard let start = chunk.baseAddress, !chunk.isEmpty else { return }
        stream.pointee.next_in = UnsafeMutablePointer(mutating: start.assumingMemoryBound(to: Bytef.self))
        stream.pointee.avail_in = uInt(chunk.count)
        repeat {
            if isBetweenMembers { inflateReset(stream) }
            isBetweenMembers = false
            try output(inflateNext())
        } while stream.pointee.avail_in > 0 || (stream.pointee.avail_out == 0 && !isBetweenMembers)
    }

    /// Says that there are no more chunks.
    ///
    /// - Throws: `FetchError.gzipTruncated` where the last member has not ended.
    package func finish() throws(FetchError) {
        if !isBetweenMembers { throw .gzipTruncated }
    }

    /// Inflates a file into another.
    ///
    /// - Parameters:
    ///   - source: the path of the gzip file.
    ///   - destination: the path of the file to write; removed where this fails.
    ///   - limit: bytes that may come out.
    /// - Throws: `FetchError` about the data or the files.
    package static func inflate(from source: String, to destination: String, limit: Int) throws(FetchError) {
        do throws(FetchError) {
            let input = try InputFile(path: source)
            let output = try OutputFile(path: destination)
            let gunzip = Gunzip(limit: limit)
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
            defer { buffer.deallocate() }
            while case let count = try input.fill(buffer), count > 0 {
                let chunk = UnsafeRawBufferPointer(rebasing: buffer[..<count])
                try gunzip.append(chunk) { piece throws(FetchError) in try output.append(piece) }
            }
            try gunzip.finish()
            try output.finish()
        } catch {
            OutputFile.discard(path: destination)
            throw error
        }
    }

    /// What comes out next, at most a piece, and nothing where zlib needs more first.
    private func inflateNext() throws(FetchError) -> UnsafeRawBufferPointer {
        stream.pointee.next_out = piece.baseAddress
        stream.pointee.avail_out = uInt(piece.count)
        let waiting = stream.pointee.avail_in
        let status = CZlib.inflate(stream, Z_NO_FLUSH)
        let count = piece.count - Int(stream.pointee.avail_out)
        consumed += Int(waiting - stream.pointee.avail_in)
        produced += count
        switch status {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: isBetweenMembers = true
        default: throw .gzipDamaged
        }
        if produced > limit { throw .bodyTooLarge(limit: limit) }
        if produced > Self.freeBytes, produced / Self.ratio > consumed {
            throw .compressionTooHigh(ratio: Self.ratio)
        }
        return UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: piece[..<count]))
    }
}
