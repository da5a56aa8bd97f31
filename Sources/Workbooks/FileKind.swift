/// What a file is by its first bytes, whatever its name says.
enum FileKind {
    /// A file of Excel 97-2003, or a workbook behind a password.
    case compound
    /// A picture, a page, a document: nothing with rows in it.
    case other
    /// What may be text.
    case text
    /// A zip file with something in it, as a workbook is.
    case zip

    /// The first bytes of a compound file (MS-CFB 2.2).
    static let compoundStart: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    /// The first bytes of a zip file that has entries.
    static let zipStart: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

    /// The first bytes of files that people take for lists.
    ///
    /// PDF, RTF, an empty zip file, RAR, 7z, and what is packed by gzip. Pictures have bytes that no text has.
    private static let others = ["%PDF", "{\\rtf", "PK\u{5}\u{6}", "Rar!", "7z", "\u{1F}"].map { Array($0.utf8) }

    /// The kind of a file that begins with these bytes.
    init(start: [UInt8]) {
        if start.starts(with: FileKind.zipStart) {
            self = .zip
        } else if start.starts(with: FileKind.compoundStart) {
            self = .compound
        } else if FileKind.others.contains(where: { start.starts(with: $0) }) || FileKind.isMarkup(start) {
            self = .other
        } else {
            self = TextEncoding.Start(start).isWide || !start.contains(where: FileKind.isControl) ? .text : .other
        }
    }

    /// Whether it is a page of HTML or another document of tags, which many programs call a workbook.
    private static func isMarkup(_ start: [UInt8]) -> Bool {
        let mark: [UInt8] = start.starts(with: TextEncoding.utf8Mark) ? TextEncoding.utf8Mark : []
        return start.dropFirst(mark.count).first { $0 > 0x20 } == UInt8(ascii: "<")
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && !(0x09...0x0D).contains(byte)
    }
}
