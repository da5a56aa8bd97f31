import Foundation
import Testing
import Vacancies
import Vocabulary

@Suite("Reading conditions, whatever the text")
struct ConditionsPropertyTests {
    /// Sentences that state something each.
    private static let sentences = [
        "Có xe đưa đón tận xã", "Bao ăn ở tại xưởng", "Đóng BHXH ngay", "Làm ca đêm 22h - 6h",
        "Việc nặng nhọc, độc hại",
        "Làm việc tại công trường", "Người mới được đào tạo", "Biết tiếng Trung", "Có bằng lái xe B2", "Giới tính: Nữ",
        "Tuổi từ 18 - 40", "Tối thiểu 2 năm kinh nghiệm", "Tốt nghiệp THPT trở lên", "Ưu tiên biết tiếng Hàn",
        "Không yêu cầu kinh nghiệm", "Chỉ làm giờ hành chính", "Trung cấp trở lên", "Sinh năm 1990 - 2000",
    ]

    private let nothing = conditions("")

    @Test("Words of no language state nothing", arguments: 0..<50)
    func gibberish(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let letters = Array("qwfjzQWFJZ")
        let words = (0..<200).map { _ in
            String(
                (0..<Int.random(in: 2...9, using: &generator)).map { _ in
                    letters[Int.random(in: 0..<10, using: &generator)]
                }
            )
        }
        #expect(conditions(words.joined(separator: " "), title: words[0]) == nothing)
    }

    @Test("Code points of any kind, and known words in any order, are read without a trap", arguments: 0..<50)
    func anything(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        var text = ""
        for _ in 0..<500 {
            let value = UInt32.random(in: 0...0x2FFF, using: &generator)
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
        let words = ConditionsPropertyTests.sentences.joined(separator: " , - : / ( ) 22 8h ").split(separator: " ")
        text += words.shuffled(using: &generator).joined(separator: " ")
        _ = conditions(text, title: text)
    }

    @Test("A segment about something else changes nothing", arguments: sentences)
    func unrelated(sentence: String) {
        let alone = conditions(sentence)
        #expect(alone != nothing || sentence.hasPrefix("Ưu tiên"))
        for other in ["Lương trả vào cuối tháng", "Tra luong cuoi thang", "Gửi xe miễn phí; nghỉ chủ nhật"] {
            for joint in ["\n", ". ", "; ", "\n- ", "\n• ", "\n+ "] {
                #expect(conditions(sentence + joint + other) == alone, "\(sentence + joint + other)")
                #expect(conditions(other + joint + sentence) == alone, "\(other + joint + sentence)")
            }
        }
    }

    @Test(
        "Sentences are read the same without marks, in capitals, and however letters are composed",
        arguments: sentences
    )
    func spellings(sentence: String) {
        let expected = conditions(sentence)
        #expect(
            conditions(sentence.split(separator: " ").map { folded($0) }.joined(separator: " "))
                == conditions(folded(sentence))
        )
        #expect(conditions(sentence.uppercased()) == expected)
        #expect(conditions(sentence.decomposedStringWithCanonicalMapping) == expected)
    }

    @Test("The place of a tone mark does not matter, and every other mark does")
    func marks() {
        #expect(conditions("Nam, sức khoẻ tốt").wishedSex == conditions("Nam, sức khỏe tốt").wishedSex)
        #expect(conditions("Biết máy").skills.isEmpty && conditions("Biết may").skills == [.sewing])
    }

    @Test(
        "Long texts without an end are read in bounded parts",
        arguments: [
            "không ", "tiếng anh ", "THPT hoặc ", "nam, ", "22h - ", "(", "9", "1990 - ", "bằng ", "é\u{301}",
            "tuổi 18 ",
        ]
    )
    func endless(part: String) {
        _ = conditions(String(repeating: part, count: 50_000))
    }
}

/// A generator of the same numbers in every run (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
