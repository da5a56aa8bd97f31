import Foundation
import XML

/// The parts of a workbook: XML documents by name, in a zip file.
struct Parts {
    /// What the workbook may ask for.
    let limits: Workbook.Limits

    private let path: String
    /// By the name in lower case, as names of parts are compared without regard to case.
    private var names: Set<String> = []
    private var unpackedBytes = 0

    /// Looks through the directory of the workbook in a file.
    init(path: String, limits: Workbook.Limits) throws(WorkbookError) {
        self.path = path
        self.limits = limits
        try Parts.checkKind(path: path, limits: limits)
        let zip = try ZipFile(path: path)
        var count = 0
        while let entry = try zip.next() {
            count += 1
            if count > limits.entries { throw .tooLarge(.entries) }
            if entry.isEncrypted { throw .encrypted }
            let name = Parts.key(entry.name)
            let isOutside = name.hasPrefix("/") || name.split(separator: "/").contains("..")
            if isOutside { throw .unsafe(part: String(entry.name.prefix(100))) }
            // Two entries of one name are how a file shows one reader this and another reader that.
            if !name.isEmpty, !names.insert(name).inserted { throw .damaged(part: String(entry.name.prefix(100))) }
        }
    }

    /// Whether there is a part of this name.
    func contains(_ name: String) -> Bool {
        names.contains(Parts.key(name))
    }

    /// Reads the records of a part, from its start to its end.
    ///
    /// - Parameters:
    ///   - part: its name.
    ///   - elements: the names of the elements that are records.
    ///   - most: how many there may be, and what it is called when there are more.
    ///   - body: called with each.
    /// - Throws: why the part cannot be read, or what `body` throws.
    mutating func forEachRecord(
        of part: String,
        named elements: Set<String>,
        most: (count: Int, limit: WorkbookError.Limit) = (100_000, .xml),
        body: (Element) throws(WorkbookError) -> Void
    ) throws(WorkbookError) {
        let bytes = try bytes(of: part)
        var limits = Limits()
        limits.documentBytes = self.limits.entryBytes
        limits.records = most.count
        // One row of 256 long texts, and one list of the 64,000 formats that Excel allows.
        limits.recordBytes = 32 << 20
        limits.recordElements = 200_000
        // Roots declare a dozen namespaces.
        limits.tagBytes = 16 << 10
        let summary: RecordReader.Summary
        do {
            let reader = RecordReader(recordElements: elements, limits: limits)
            summary = try reader.read(Document(.bytes(bytes)), header: { _, _ in true }) { record in
                guard let element = record.element else { throw WorkbookError.damaged(part: part) }
                try body(element)
            }
        } catch let error as XMLError {
            throw WorkbookError(error, part: part, records: most.limit)
        } catch {
            throw (error as? WorkbookError) ?? .damaged(part: part)
        }
        if let failure = summary.failure { throw WorkbookError(failure, part: part, records: most.limit) }
    }

    private mutating func bytes(of part: String) throws(WorkbookError) -> [UInt8] {
        let key = Parts.key(part)
        let zip = try ZipFile(path: path)
        while let entry = try zip.next() {
            guard Parts.key(entry.name) == key else { continue }
            let data = try zip.data(part: part, limits: limits, room: limits.totalBytes - unpackedBytes)
            unpackedBytes += data.count
            return data
        }
        throw .damaged(part: part)
    }

    /// A name as it is compared; some programs write it with backslashes.
    private static func key(_ name: String) -> String {
        name.lowercased().replacingOccurrences(of: "\\", with: "/")
    }

    /// Refuses what is no zip file by the first bytes.
    private static func checkKind(path: String, limits: Workbook.Limits) throws(WorkbookError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(code: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(code: EINVAL) }
        if status.st_size > limits.fileBytes { throw .tooLarge(.fileBytes) }
        var start = [UInt8](repeating: 0, count: 8)
        let count = read(descriptor, &start, start.count)
        if count < 0 { throw .unreadable(code: errno) }
        if count == 8, start == [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] {
            throw try isEncryptedPackage(path) ? .encrypted : .oldFormat
        }
        // A zip file of no entries begins with its end, and is no workbook.
        guard start.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { throw .notAWorkbook }
    }

    /// Whether a compound file is a workbook behind a password rather than an old one (MS-OFFCRYPTO 2.3.4.4).
    private static func isEncryptedPackage(_ path: String) throws(WorkbookError) -> Bool {
        let name = Data("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe).range(of: name) != nil
        } catch {
            throw .unreadable(code: EIO)
        }
    }
}
