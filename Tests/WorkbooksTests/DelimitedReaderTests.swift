import Fixtures
import Foundation
import Testing
import Workbooks

@Suite("Lists in CSV as offices save them")
struct DelimitedReaderTests {
    private func rows(_ bytes: [UInt8], encoding: TextEncoding? = nil) throws -> [Row] {
        try TestWorkbook.withFile(bytes, name: "list.csv") { path in
            try SheetFile(path: path, encoding: encoding).sheet().firstRows(1_000)
        }
    }

    private func rows(_ text: String) throws -> [Row] { try rows(Array(text.utf8)) }

    private func wide(_ text: String, mark: [UInt8] = [], isBigEndian: Bool = false) -> [UInt8] {
        mark
            + text.utf16.flatMap { unit in
                let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
                return isBigEndian ? [high, low] : [low, high]
            }
    }

    private let list = "Mã hộ;Họ và tên;Thôn\r\nBK-1;Lý A Sình;Nà Mò\r\n"
    private let expected = [
        Row(number: 1, texts: ["Mã hộ", "Họ và tên", "Thôn"]), Row(number: 2, texts: ["BK-1", "Lý A Sình", "Nà Mò"]),
    ]

    @Test("UTF-8 with and without a mark, and UTF-16 of either order with and without one")
    func encodings() throws {
        #expect(try rows(list) == expected)
        #expect(try rows("\u{FEFF}" + list) == expected)
        #expect(try rows(wide(list, mark: [0xFF, 0xFE])) == expected)
        #expect(try rows(wide(list, mark: [0xFE, 0xFF], isBigEndian: true)) == expected)
        #expect(try rows(wide(list)) == expected)
        #expect(try rows(wide(list, isBigEndian: true)) == expected)
        #expect(try rows(wide("Tên\t😀\n", mark: [0xFF, 0xFE])) == [Row(number: 1, texts: ["Tên", "😀"])])
    }

    @Test("Text in an older encoding is read when its name is told, and refused by line when it is not")
    func olderEncodings() throws {
        let windows: [UInt8] = Array("Ten,Xa\r\nA,".utf8) + [0xD0, 0xF4, 0xCC, 0x6E, 0x67, 0x0A]
        let tcvn3: [UInt8] = Array("Ten,Xa\r\nA,".utf8) + [0xA7, 0xE5, 0x6E, 0x67, 0x0A]
        let vni: [UInt8] = Array("Ten,Xa\r\nA,".utf8) + [0xD1, 0x6F, 0xE0, 0x6E, 0x67, 0x0A]
        let read = [Row(number: 1, texts: ["Ten", "Xa"]), Row(number: 2, texts: ["A", "Đồng"])]
        for (bytes, encoding) in [(windows, TextEncoding.windows1258), (tcvn3, .tcvn3), (vni, .vni)] {
            #expect(try rows(bytes, encoding: encoding) == read)
            #expect(throws: WorkbookError.notUnicode(line: 2)) { try rows(bytes) }
        }
        let sentence = WorkbookError.notUnicode(line: 2).sentence
        #expect(sentence.en.contains("windows-1258, tcvn3, vni") && sentence.vi.contains("Dòng 2"))
        // A mark is stronger than what is told.
        #expect(try rows(Array("\u{FEFF}\(list)".utf8), encoding: .tcvn3) == expected)
    }

    @Test("What is not UTF-8 is found before the first row is handed out, wherever it stands")
    func lateDamage() throws {
        let line = "BK-1,Lý A Sình\n"
        for count in [1, 20_000, 40_000] {
            let bytes = Array(String(repeating: line, count: count).utf8) + [0x41, 0xE1, 0x0A]
            #expect(throws: WorkbookError.notUnicode(line: count + 1)) {
                try TestWorkbook.withFile(bytes) { try SheetFile(path: $0) }
            }
        }
        let cutMark = Array(line.utf8) + [0xE1, 0xBA]
        #expect(throws: WorkbookError.notUnicode(line: 2)) { try rows(cutMark) }
    }

    @Test("Broken UTF-16 and zeros are told by line")
    func broken() throws {
        var bytes = wide("a,b\nc,", mark: [0xFF, 0xFE])
        bytes += [0x00, 0xD8, 0x41, 0x00]
        #expect(throws: WorkbookError.notText(line: 2)) { try rows(bytes) }
        #expect(throws: WorkbookError.notText(line: 1)) { try rows(wide("a,b", mark: [0xFF, 0xFE]) + [0x41]) }
        let late = String(repeating: "a,b\n", count: 2_000) + "a,\u{0}\n"
        #expect(throws: WorkbookError.notText(line: 2_001)) {
            try TestWorkbook.withFile(Array(late.utf8)) { try SheetFile(path: $0).sheet().forEachRow { _ in } }
        }
    }

    @Test("An encoding is proposed where the text is Vietnamese in it")
    func guesses() throws {
        let names = "Ho va ten,Noi o\nNguyÔn ThÞ Hång,B¾c K¹n\nTriÖu V¨n Phóc,®éi 3 xãm Nµ Mß\n"
        let tcvn3 = names.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let guess: ([UInt8]) throws -> [TextEncoding] = { bytes in
            try TestWorkbook.withFile(bytes) { try DelimitedReader.guess(path: $0) }
        }
        #expect(try guess(tcvn3).first == .tcvn3)
        let vni = "Nguyeãn Thò Hoàng,Baéc Kaïn,Trieäu Vaên Phuùc".unicodeScalars.map {
            UInt8(truncatingIfNeeded: $0.value)
        }
        #expect(try guess(vni).first == .vni)
        let windows: [UInt8] =
            Array("Ba".utf8) + [0xF2, 0x63, 0x20, 0x4B, 0x61, 0xF2, 0x6E, 0x2C, 0xD0, 0xF4, 0xCC, 0x6E]
        #expect(try guess(windows).first == .windows1258)
        #expect(try guess(Array(list.utf8)) == [.utf8])
        #expect(try guess(wide(list)) == [.utf16LittleEndian])
        #expect(try guess([0x41, 0xFF, 0xFE, 0xFF, 0x20, 0xFF]).isEmpty)
    }

    @Test(
        "The separator is the one that lines agree on",
        arguments: [
            ("Tên,Tuổi\nA,1\n", 2), ("Tên;Tuổi\nA;1\n", 2), ("Tên\tTuổi\nA\t1\n", 2),
            ("Danh sách hộ, năm 2025;\nTên;Nơi ở\nA;Thôn 1, xã B, tỉnh C\nB;Thôn 2\n", 2),
            ("\"Tên, họ; đệm\",Tuổi\n\"A;B\",1\n", 2), ("Tên\nA\n", 1), ("a;b", 2),
        ]
    )
    func separators(text: String, columns: Int) throws {
        let found = try rows(text)
        #expect(found.last?.columns.max() == columns)
    }

    @Test("The line that Excel writes for its own use names the separator and is no row")
    func namedSeparator() throws {
        #expect(try rows("sep=;\r\na,b;c\r\n") == [Row(number: 2, texts: ["a,b", "c"])])
        #expect(try rows("\u{FEFF}SEP=|\na|b\n") == [Row(number: 2, texts: ["a", "b"])])
        #expect(try rows("sep=;x\na;b\n").first?.number == 1)
        try TestWorkbook.withFile(Array("sep=;\na;b\n".utf8)) { path in
            let sheet = try SheetFile(path: path).sheet()
            #expect(try sheet.firstRows(9) == sheet.firstRows(9))
        }
    }

    @Test("Fields in quotes hold separators, quotes and line breaks, and lines are counted through them")
    func quotes() throws {
        let text = "a,\"x, \"\"y\"\"\"\r\n\"dòng 1\ndòng 2\r\ndòng 3\",b\r\n\r\n,,\r\nc,5\" ống\r\n\"d\"e,f"
        #expect(
            try rows(text) == [
                Row(number: 1, texts: ["a", "x, \"y\""]), Row(number: 2, texts: ["dòng 1\ndòng 2\r\ndòng 3", "b"]),
                Row(number: 7, texts: ["c", "5\" ống"]), Row(number: 8, texts: ["de", "f"]),
            ]
        )
    }

    @Test("Lines end in LF, CRLF or CR", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(end: String) throws {
        let text = ["a,b", "\"c\(end)d\",e", "", "f,g"].joined(separator: end)
        #expect(
            try rows(text) == [
                Row(number: 1, texts: ["a", "b"]), Row(number: 2, texts: ["c\(end)d", "e"]),
                Row(number: 5, texts: ["f", "g"]),
            ]
        )
    }

    @Test("Rows that the pieces of reading cut anywhere come out whole")
    func pieces() throws {
        for shift in 0..<8 {
            let title = String(repeating: "x", count: shift + 1)
            let line = "\"Nguyễn \"\"Thị\"\"\r\nBé\",Thôn Nà Mò,BK\r\n"
            let text = title + ",b,c\r\n" + String(repeating: line, count: 6_000)
            var (count, last) = (0, 0)
            for bytes in [Array(text.utf8), wide(text, mark: [0xFF, 0xFE])] {
                try TestWorkbook.withFile(bytes) { path in
                    try SheetFile(path: path).sheet().forEachRow { row in
                        count += row[1].text == "Nguyễn \"Thị\"\r\nBé" && row[3].text == "BK" ? 1 : 0
                        last = row.number
                    }
                }
            }
            #expect(count == 12_000)
            #expect(last == 12_000)
        }
    }

    @Test("Quotes that are never closed, and rows that no list has, are told by line")
    func endless() {
        #expect(throws: WorkbookError.endsInQuotes(line: 2)) { try rows("a,b\nc,\"d\ne,f\n") }
        let open = "a,b\n\"x\ny\",\"" + String(repeating: "d\n", count: 40_000) + "\n"
        #expect(throws: WorkbookError.endsInQuotes(line: 3)) { try rows(open) }
        #expect(throws: WorkbookError.longRow(line: 2)) { try rows("a\n" + String(repeating: "d", count: 70_000)) }
        #expect(throws: WorkbookError.tooLarge(.columns)) { try rows(String(repeating: "d,", count: 300) + "\n") }
    }

    @Test("An empty file has no rows")
    func empty() throws {
        #expect(try rows("").isEmpty)
        #expect(try rows("\n\r\n , \n").map(\.number) == [3])
    }

    @Test("A hundred thousand rows are read with the memory of a few")
    func longList() throws {
        let name = "Nguyễn Thị Thùy Dương, thôn Nà Mò, xã Đồng Phúc, tỉnh Thái Nguyên, "
        let cells = (1...4).map { "\"\(name)\($0)\"" }.joined(separator: ",") + "\r\n"
        let bytes = Array(String(repeating: cells, count: 100_000).utf8)
        try TestWorkbook.withFile(bytes) { path in
            let sheet = try SheetFile(path: path).sheet()
            // The list has 35 MB.
            try expectMemory(below: 8 << 20) { sample in
                var count = 0
                try sheet.forEachRow { row in
                    count += 1
                    if row.number % 10_000 == 0 { try sample() }
                }
                #expect(count == 100_000)
            }
        }
    }
}
