import CArchive
import Foundation
import Workbooks

/// A workbook made part by part, so that tests can write what no spreadsheet program would.
package struct TestWorkbook {
    /// The text of each part by name, in the order of the file.
    package var parts: [(name: String, content: [UInt8])] = []
    /// The general purpose flags of each entry; 1 says that it is encrypted.
    package var flags: UInt16 = 0

    /// A workbook of one sheet.
    ///
    /// - Parameters:
    ///   - rows: what stands in the element `sheetData`.
    ///   - after: what stands after it.
    ///   - strings: the shared texts, each as the inside of an element `si`; nil for no such part.
    ///   - styles: what stands in the style sheet; nil for no such part.
    package init(rows: String = "", after: String = "", strings: [String]? = nil, styles: String? = nil) {
        self[Self.start] = Self.relationships([("rId1", "officeDocument", "xl/workbook.xml")])
        self["xl/workbook.xml"] = Self.workbook("<sheet name=\"Trang 1\" sheetId=\"1\" r:id=\"rId1\"/>")
        var targets = [("rId1", "worksheet", "worksheets/sheet1.xml")]
        if strings != nil { targets.append(("rId2", "sharedStrings", "sharedStrings.xml")) }
        if styles != nil { targets.append(("rId3", "styles", "styles.xml")) }
        self["xl/_rels/workbook.xml.rels"] = Self.relationships(targets)
        self["xl/worksheets/sheet1.xml"] = Self.sheet(rows, after: after)
        if let strings {
            self["xl/sharedStrings.xml"] =
                "<sst xmlns=\"\(Self.main)\">\(strings.map { "<si>\($0)</si>" }.joined())</sst>"
        }
        if let styles { self["xl/styles.xml"] = "<styleSheet xmlns=\"\(Self.main)\">\(styles)</styleSheet>" }
    }

    /// The name of the part in which a workbook begins.
    package static let start = "_rels/.rels"

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let references = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// Adds a sheet after those that are there.
    ///
    /// - Parameters:
    ///   - name: its name.
    ///   - state: `hidden` where it is.
    ///   - rows: what stands in its element `sheetData`.
    package mutating func addSheet(_ name: String, state: String = "visible", rows: String) {
        let number = parts.count { $0.name.hasPrefix("xl/worksheets/") } + 1
        let sheet = "<sheet name=\"\(name)\" sheetId=\"\(number)\" state=\"\(state)\" r:id=\"sheet\(number)\"/>"
        let target = "Type=\"\(Self.references)/worksheet\" Target=\"worksheets/sheet\(number).xml\""
        let list = "xl/_rels/workbook.xml.rels"
        self["xl/workbook.xml"] = self["xl/workbook.xml"]?.replacing("</sheets>", with: sheet + "</sheets>")
        self[list] = self[list]?.replacing(
            "</Relationships>",
            with: "<Relationship Id=\"sheet\(number)\" \(target)/></Relationships>"
        )
        self["xl/worksheets/sheet\(number).xml"] = Self.sheet(rows)
    }

    /// The text of a part; setting a part that is there replaces it.
    package subscript(name: String) -> String? {
        get { parts.first { $0.name == name }.map { String(decoding: $0.content, as: UTF8.self) } }
        set {
            let index = parts.firstIndex { $0.name == name } ?? parts.count
            if index < parts.count { parts.remove(at: index) }
            if let newValue { parts.insert((name, Array(newValue.utf8)), at: index) }
        }
    }

    /// A list of relationships by id, kind and target.
    package static func relationships(_ all: [(String, String, String)]) -> String {
        let items = all.map { "<Relationship Id=\"\($0.0)\" Type=\"\(references)/\($0.1)\" Target=\"\($0.2)\"/>" }
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + items.joined() + "</Relationships>"
    }

    /// The workbook part around these sheets.
    package static func workbook(_ sheets: String, properties: String = "") -> String {
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(references)\">\(properties)<sheets>\(sheets)</sheets></workbook>"
    }

    /// The sheet part around these rows.
    package static func sheet(_ rows: String, after: String = "") -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
            + "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData>\(after)</worksheet>"
    }

    /// The zip file, its entries stored as they are.
    package var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in parts {
            let name = Array(name.utf8)
            var header = little(20, 2) + little(Int(flags), 2) + little(0, 2) + little(0, 2) + little(0x21, 2)
            header += little(Int(crc32(content)), 4) + little(content.count, 4) + little(content.count, 4)
            header += little(name.count, 2) + little(0, 2)
            directory += [0x50, 0x4B, 1, 2] + little(20, 2) + header + little(0, 2) + little(0, 2) + little(0, 2)
            directory += little(0, 4) + little(file.count, 4) + name
            file += [0x50, 0x4B, 3, 4] + header + name + content
        }
        let end = little(0, 2) + little(0, 2) + little(parts.count, 2) + little(parts.count, 2)
        return file + directory + [0x50, 0x4B, 5, 6] + end + little(directory.count, 4) + little(file.count, 4)
            + little(0, 2)
    }

    /// Reads the workbook.
    package func read(limits: Workbook.Limits = Workbook.Limits()) throws -> Workbook {
        try Self.read(bytes, limits: limits)
    }

    /// Reads these bytes as a workbook, by way of a file.
    package static func read(_ bytes: [UInt8], limits: Workbook.Limits = Workbook.Limits()) throws -> Workbook {
        try withFile(bytes) { try Workbook(path: $0, limits: limits) }
    }

    /// Calls a function with the path of a file of these bytes, which is gone afterwards.
    @discardableResult
    package static func withFile<Result>(
        _ bytes: [UInt8],
        name: String = "list.xlsx",
        _ body: (String) throws -> Result
    ) throws -> Result {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString)-\(name)")
        defer { unlink(file.path) }
        try Data(bytes).write(to: file)
        return try body(file.path)
    }

    /// The zip file with its entries packed, by libarchive.
    package var packed: [UInt8] {
        var buffer = [UInt8](repeating: 0, count: parts.reduce(4096) { $0 + $1.content.count + 1024 })
        var used = 0
        guard let archive = archive_write_new() else { return [] }
        defer { archive_write_free(archive) }
        archive_write_set_format_zip(archive)
        archive_write_set_bytes_per_block(archive, 0)
        buffer.withUnsafeMutableBytes { memory in
            archive_write_open_memory(archive, memory.baseAddress, memory.count, &used)
            for (name, content) in parts {
                guard let entry = archive_entry_new() else { continue }
                archive_entry_set_pathname(entry, name)
                archive_entry_set_size(entry, la_int64_t(content.count))
                archive_entry_set_filetype(entry, 0o100_000)  // a regular file
                archive_write_header(archive, entry)
                _ = content.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
                archive_entry_free(entry)
            }
            archive_write_close(archive)
        }
        return Array(buffer[..<used])
    }
}

private func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}

/// The checksum of zip files (ISO 3309), bit by bit.
private func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
        (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
}
