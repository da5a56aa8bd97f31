/// Writes the body of an answer to a file as it comes.
///
/// What begins like gzip is inflated, whatever the headers say: a `.xml.gz` comes with no `Content-Encoding`. One layer
/// only; gzip inside gzip stays as it is.
struct BodyWriter {
    /// Bytes that came.
    private(set) var wireBytes = 0
    /// Bytes that were written.
    private(set) var bodyBytes = 0

    private let file: OutputFile
    private let limits: FetchLimits
    private let mustBeGzip: Bool
    private var form = Form.unknown([])

    /// What the body turns out to be.
    private enum Form {
        case gzip(Gunzip)
        case plain
        case unknown([UInt8])
    }

    /// A writer to a file, which is emptied.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - limits: what the body may take.
    ///   - mustBeGzip: whether the headers promise gzip.
    /// - Throws: `FetchError.fileUnwritable`.
    init(path: String, limits: FetchLimits, mustBeGzip: Bool) throws(FetchError) {
        file = try OutputFile(path: path)
        self.limits = limits
        self.mustBeGzip = mustBeGzip
    }

    /// Writes the next bytes of the body.
    ///
    /// - Throws: `FetchError` about the size, the compression or the file.
    mutating func append(_ bytes: UnsafeRawBufferPointer) throws(FetchError) {
        wireBytes += bytes.count
        if wireBytes > limits.wireBytes { throw .bodyTooLarge(limit: limits.wireBytes) }
        switch form {
        case .gzip, .plain:
            try write(bytes)
        case .unknown(var start):
            start.append(contentsOf: bytes)
            form = .unknown(start)
            if start.count >= 2 { try settle(start) }
        }
    }

    /// Ends the body.
    ///
    /// - Throws: `FetchError` about the compression or the file.
    mutating func finish() throws(FetchError) {
        if case .unknown(let start) = form, !start.isEmpty { try settle(start) }
        if case .gzip(let gunzip) = form { try gunzip.finish() }
        try file.finish()
    }

    /// Decides what the body is by its first bytes, and writes them.
    private mutating func settle(_ start: [UInt8]) throws(FetchError) {
        if Gunzip.canInflate(start) {
            form = .gzip(Gunzip(limit: limits.bodyBytes))
        } else if mustBeGzip {
            throw .gzipDamaged
        } else {
            form = .plain
        }
        try start.span.withUnsafeBytes { bytes throws(FetchError) in try write(bytes) }
    }

    private mutating func write(_ bytes: UnsafeRawBufferPointer) throws(FetchError) {
        if case .gzip(let gunzip) = form {
            try gunzip.append(bytes) { [file] piece throws(FetchError) in try file.append(piece) }
            bodyBytes = gunzip.produced
        } else {
            bodyBytes += bytes.count
            if bodyBytes > limits.bodyBytes { throw .bodyTooLarge(limit: limits.bodyBytes) }
            try file.append(bytes)
        }
    }
}
