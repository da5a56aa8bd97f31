import CArchive

/// Holds libarchive's reader over one zip file, which goes through its entries once.
final class ZipFile {
    private let archive: OpaquePointer

    /// What the directory of a zip file says of an entry.
    struct Entry {
        /// Its name; empty where it is not in UTF-8, which no part of a workbook is.
        var name: String
        /// Whether its data is behind a password.
        var isEncrypted: Bool
    }

    /// Opens a file by its directory at the end, so that one that is cut off is none.
    init(path: String) throws(WorkbookError) {
        guard let archive = archive_read_new() else { throw .unreadable(code: 0) }
        self.archive = archive
        archive_read_support_format_zip_seekable(archive)
        guard archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK else { throw .damaged(part: "zip") }
    }

    deinit {
        archive_read_free(archive)
    }

    /// The next entry; nil after the last.
    func next() throws(WorkbookError) -> Entry? {
        var entry: OpaquePointer?
        let result = archive_read_next_header(archive, &entry)
        if result == ARCHIVE_EOF { return nil }
        // A warning is about a name in another script, which is no part's.
        guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry else { throw .damaged(part: "zip") }
        let name = archive_entry_pathname_utf8(entry).map { String(cString: $0) } ?? ""
        return Entry(name: name, isEncrypted: archive_entry_is_encrypted(entry) != 0)
    }

    /// Unpacks the entry at hand.
    ///
    /// - Parameters:
    ///   - part: what errors call it.
    ///   - limits: what it may ask for.
    ///   - room: how many more bytes all parts together may have.
    ///   - body: called with its bytes, piece by piece.
    /// - Returns: how many bytes it has.
    /// - Throws: `damaged` or `tooLarge`, or what `body` throws.
    func unpack(
        part: String,
        limits: Workbook.Limits,
        room: Int,
        body: (UnsafeRawBufferPointer) throws(WorkbookError) -> Void
    ) throws(WorkbookError) -> Int {
        let start = archive_filter_bytes(archive, -1)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { buffer.deallocate() }
        var total = 0
        while true {
            let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
            if count == 0 { return total }
            if count < 0 { throw .damaged(part: part) }
            total += count
            if total > limits.entryBytes { throw .tooLarge(.entryBytes) }
            if total > room { throw .tooLarge(.totalBytes) }
            let packed = Int(archive_filter_bytes(archive, -1) - start)
            if total > 1 << 20, total / limits.ratio > packed { throw .tooLarge(.ratio) }
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }
}
