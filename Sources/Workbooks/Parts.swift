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

    /// Whether the workbook brings programs of its own, which are never run.
    var hasMacros: Bool {
        names.contains { $0.hasSuffix("vbaproject.bin") }
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
        var bytes: [UInt8] = []
        try unpack(part) { bytes.append(contentsOf: $0) }
        let document = UnpackedPart(name: part, input: .bytes(bytes), limits: limits)
        do {
            try document.forEachRecord(named: elements, most: most, body: body)
        } catch {
            throw (error as? WorkbookError) ?? .damaged(part: part)
        }
    }

    /// Unpacks a part that may be large, to be read as often as is needed.
    mutating func unpacked(_ part: String) throws(WorkbookError) -> UnpackedPart {
        let file = try TemporaryFile()
        try unpack(part) { piece throws(WorkbookError) in try file.append(piece) }
        return UnpackedPart(name: part, input: .descriptor(file.descriptor), limits: limits, file: file)
    }

    private mutating func unpack(
        _ part: String,
        body: (UnsafeRawBufferPointer) throws(WorkbookError) -> Void
    ) throws(WorkbookError) {
        let key = Parts.key(part)
        let zip = try ZipFile(path: path)
        while let entry = try zip.next() {
            guard Parts.key(entry.name) == key else { continue }
            unpackedBytes += try zip.unpack(
                part: part,
                limits: limits,
                room: limits.totalBytes - unpackedBytes,
                body: body
            )
            return
        }
        throw .damaged(part: part)
    }

    /// A name as it is compared; some programs write it with backslashes.
    private static func key(_ name: String) -> String {
        name.lowercased().replacingOccurrences(of: "\\", with: "/")
    }

    /// Refuses what is no zip file by the first bytes.
    private static func checkKind(path: String, limits: Workbook.Limits) throws(WorkbookError) {
        let file = try OpenFile(path: path)
        if file.size > limits.fileBytes { throw .tooLarge(.fileBytes) }
        let start = try file.bytes(from: 0, count: 8)
        if start == FileKind.compoundStart {
            throw try isEncryptedPackage(path) ? .encrypted : .oldFormat
        }
        // A zip file of no entries begins with its end, and is no workbook.
        guard start.starts(with: FileKind.zipStart) else { throw .notAWorkbook }
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
