import CZlib

/// Packs a file for the archive; equal files give equal bytes, since neither name nor time goes in.
package final class Gzip {
    private let piece = UnsafeMutableBufferPointer<Bytef>.allocate(capacity: 1 << 16)
    /// zlib notes the address of the stream, so it must not move.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

    private init() {
        stream.initialize(to: z_stream())
        // Level 1, 15 bits of window and 16 for gzip, zlib's usual 8 for memory.
        let size = Int32(MemoryLayout<z_stream>.size)
        let status = deflateInit2_(stream, 1, Z_DEFLATED, 16 + 15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        precondition(status == Z_OK, "zlib cannot start: out of memory, or not the version this was built with")
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
        piece.deallocate()
    }

    /// Packs a file into another, at zlib's fastest level.
    ///
    /// - Parameters:
    ///   - source: the path of the file.
    ///   - destination: the path of the gzip file to write; removed where this fails.
    /// - Throws: `FetchError.fileUnreadable` or `.fileUnwritable`.
    package static func deflate(from source: String, to destination: String) throws(FetchError) {
        do throws(FetchError) {
            let input = try InputFile(path: source)
            let output = try OutputFile(path: destination)
            let gzip = Gzip()
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
            defer { buffer.deallocate() }
            while case let count = try input.fill(buffer), count > 0 {
                try gzip.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]), flush: Z_NO_FLUSH, to: output)
            }
            try gzip.append(UnsafeRawBufferPointer(rebasing: buffer[..<0]), flush: Z_FINISH, to: output)
            try output.finish()
        } catch {
            OutputFile.discard(path: destination)
            throw error
        }
    }

    private func append(
        _ chunk: UnsafeRawBufferPointer,
        flush: Int32,
        to output: OutputFile
    ) throws(FetchError) {
        let start = chunk.baseAddress?.assumingMemoryBound(to: Bytef.self)
        stream.pointee.next_in = UnsafeMutablePointer(mutating: start)
        stream.pointee.avail_in = uInt(chunk.count)
        repeat {
            stream.pointee.next_out = piece.baseAddress
            stream.pointee.avail_out = uInt(piece.count)
            let status = CZlib.deflate(stream, flush)
            precondition(status != Z_STREAM_ERROR, "the stream is used in a way zlib does not allow")
            let count = piece.count - Int(stream.pointee.avail_out)
            try output.append(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: piece[..<count])))
        } while stream.pointee.avail_out == 0
    }
}
