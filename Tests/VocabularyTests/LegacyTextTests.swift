import Foundation
import Testing
import Vocabulary

@Suite("Vietnamese from before Unicode")
struct LegacyTextTests {
    @Test("Every letter of TCVN3 and VNI comes back from how it is written, alone and between others")
    func everyLetterComesBack() {
        #expect(LegacyTextFacts.tcvn3.count == 74)
        #expect(LegacyTextFacts.vni.count == 132)
        for (letter, written) in LegacyTextFacts.tcvn3 {
            #expect(scalars(LegacyEncoding.tcvn3.decoded(written)) == scalars(letter), "\(letter)")
            #expect(
                LegacyEncoding.tcvn3.decoded("Nh\(written)ng, \(written)\(written)")
                    == "Nh\(letter)ng, \(letter)\(letter)"
            )
        }
        for (letter, written) in LegacyTextFacts.vni {
            #expect(scalars(LegacyEncoding.vni.decoded(written)) == scalars(letter), "\(letter)")
            #expect(
                LegacyEncoding.vni.decoded("nh\(written)ng, \(written)\(written)")
                    == "nh\(letter)ng, \(letter)\(letter)"
            )
        }
    }

    @Test("Words written by the inverse of the tables are read as they were, whatever letters meet")
    func wordsComeBack() {
        var generator = SystemRandomNumberGenerator()
        let facts: [(LegacyEncoding, [(letter: String, written: String)])] = [
            (.tcvn3, LegacyTextFacts.tcvn3), (.vni, LegacyTextFacts.vni),
        ]
        for (encoding, letters) in facts {
            let all = letters + "abcdeghiklmnopqrstuvxy ,.-0123456789".map { (String($0), String($0)) }
            for _ in 0..<2_000 {
                let word = (0..<12).compactMap { _ in all.randomElement(using: &generator) }
                #expect(encoding.decoded(word.map(\.written).joined()) == word.map(\.letter).joined())
            }
        }
    }

    @Test("What the two tables do not have but fonts of VNI draw")
    func lettersBesideTheTable() {
        #expect(LegacyEncoding.vni.decoded("baúy BAÚY kyî KYÎ í ì Aùnh") == "bẳy BẲY kyỵ KYỴ í ì Ánh")
    }

    @Test(
        "The name of a font tells its encoding",
        arguments: [
            (".VnTime", LegacyEncoding.tcvn3, false), (".VnArial Narrow", .tcvn3, false), (".VnTimeH", .tcvn3, true),
            (".VNTIMEH", .tcvn3, true), (".vnarialh", .tcvn3, true), ("VNI-Times", .vni, false),
            ("vni-helve", .vni, false),
        ]
    )
    func fonts(name: String, encoding: LegacyEncoding, drawsCapitals: Bool) {
        #expect(LegacyFont(name: name)?.encoding == encoding)
        #expect(LegacyFont(name: name)?.drawsCapitals == drawsCapitals)
        #expect(LegacyEncoding(fontName: name) == encoding)
    }

    @Test("Other fonts are of Unicode", arguments: ["Times New Roman", "Arial", "VNI", "UVN Ban Tay", "Vn", ""])
    func otherFonts(name: String) {
        #expect(LegacyFont(name: name) == nil)
    }

    @Test("A heading in a font of capitals comes out in capitals")
    func capitals() {
        #expect(LegacyFont(name: ".VnTimeH")?.decoded("b¾c k¹n") == "BẮC KẠN")
        #expect(LegacyFont(name: ".VnTime")?.decoded("B¾c K¹n") == "Bắc Kạn")
    }

    @Test("A name typed in Unicode under an old font stays as it is")
    func unicodeUnderAnOldFont() {
        #expect(LegacyFont(name: ".VnTime")?.decoded("Nguyễn Thị Bé") == "Nguyễn Thị Bé")
        #expect(LegacyFont(name: "VNI-Times")?.decoded("Lộ Thị Hôø") == "Lộ Thị Hôø")
    }

    @Test("Windows-1258 has its tones as marks, which become one letter with the vowel")
    func windows1258() {
        let bytes: [UInt8] = [0x42, 0xE3, 0xEC, 0x63, 0x20, 0x4B, 0x61, 0xF2, 0x6E, 0x20, 0xD0, 0xF5, 0xD2, 0x80]
        #expect(scalars(Windows1258.decoded(bytes)) == scalars("Bắc Kạn Đở€"))
        #expect(Windows1258.decoded([0x81]) == "\u{FFFD}")
        #expect(Windows1252.decoded([0x96, 0xE9, 0x41]) == "–éA")
    }

    @Test("Letters and marks become one letter, in whatever order the marks come")
    func composition() {
        for letter in LegacyTextFacts.vni.map(\.letter) + ["ẳ", "Ẳ"] {
            let parts = letter.decomposedStringWithCanonicalMapping.unicodeScalars
            guard let base = parts.first, parts.count > 1 else { continue }
            for marks in [Array(parts.dropFirst()), parts.dropFirst().reversed()] {
                let text = String(String.UnicodeScalarView([base] + marks))
                #expect(scalars(composed("x\(text)x")) == scalars("x\(letter)x"))
            }
        }
        #expect(scalars(composed("e\u{302}\u{301}")) == scalars("ế"))
        #expect(scalars(composed("ê\u{301}")) == scalars("ế"))
        #expect(scalars(composed("ẹ\u{302}")) == scalars("ệ"))
    }

    @Test("Marks that make no Vietnamese letter stay where they are")
    func otherMarks() {
        for text in ["x\u{302}", "\u{301}a", "á\u{300}", "n\u{303}", "i\u{302}", "Ω \u{300}"] {
            #expect(scalars(composed(text)) == scalars(text))
        }
        #expect(composed("Bắc Kạn") == "Bắc Kạn")
    }

    /// Swift holds a letter and its parts for the same text; these are not.
    private func scalars(_ text: String) -> [UInt32] {
        text.unicodeScalars.map(\.value)
    }
}
