import Testing
import Vocabulary

@Suite("Vietnamese text is found and sorted as people write it")
struct TextTests {
    @Test(
        "Two spellings of one word have one search key",
        arguments: [
            ("Sỹ Bình", "Sĩ Bình", "si binh"), ("KỸ SƯ", "kĩ sư", "ki su"), ("Lý Thị Mỷ", "Lí Thị Mỉ", "li thi mi"),
            ("Quý", "Quí", "qui"), ("Trung Hòa", "Trung Hoà", "trung hoa"), ("Thủy", "Thuỷ", "thuy"),
            ("Hy Vọng, tỷ lệ", "Hi Vọng tỉ lệ", "hi vong ti le"), ("\u{D0}ức Xuân", "Đức Xuân", "duc xuan"),
            ("Vỹ", "Vi\u{303}", "vi"),
        ]
    )
    func oneKey(one: String, other: String, key: String) {
        #expect(searchKey(one) == key)
        #expect(searchKey(other) == key)
    }

    @Test(
        "A y that is not the only vowel stays, and y alone does",
        arguments: [
            ("may mặc", "may mac"), ("Tày", "tay"), ("Thúy", "thuy"), ("Nguyễn", "nguyen"), ("Quyên", "quyen"),
            ("Duy", "duy"), ("y tế", "y te"), ("Ý Yên", "y yen"), ("Quỳnh", "quynh"), ("Ngây", "ngay"),
            ("", ""), ("  ,. ", ""), ("2y", "2y"),
        ]
    )
    func otherY(text: String, key: String) {
        #expect(searchKey(text) == key)
    }

    @Test("Eth becomes đ again, and nothing else changes")
    func eth() {
        #expect(repaired("\u{D0}ặng Ti\u{1EBF}n \u{F0}i") == "Đặng Tiến đi")
        #expect(repaired("Đặng Văn Đô, 100 đ") == "Đặng Văn Đô, 100 đ")
    }

    @Test(
        "Folded text has no marks, whatever it was written with",
        arguments: [
            ("Xã Trung Hòa", "xa trung hoa"), ("Xã Sỹ Bình", "xa sy binh"), ("Đặng Thị Mỷ", "dang thi my"),
            ("\u{D0}ức Xuân", "duc xuan"), ("Ba\u{306}\u{301}c Ka\u{323}n", "bac kan"),
            ("ĂẰẲẴẮẶ âầẩẫấậ ƠỜỞỠỚỢ", "aaaaaa aaaaaa oooooo"), ("ỲỶỸÝỴ ưừửữứự", "yyyyy uuuuuu"),
        ]
    )
    func withoutMarks(text: String, key: String) {
        #expect(folded(text) == key)
    }

    @Test("The same words with the same marks come first, then without marks, then beginnings, then words anywhere")
    func ranks() {
        let search = TextSearch("Hoàng Hòa")
        #expect(search.rank(of: "Hoàng Hòa") == .exact)
        #expect(search.rank(of: "HOÀNG  HOÀ") == .exact)
        #expect(search.rank(of: "Hoa\u{300}ng Ho\u{300}a") == .exact)
        #expect(search.rank(of: "Hoàng Hoa") == .unmarked)
        #expect(search.rank(of: "Hoàng Hòa Bình") == .start)
        #expect(search.rank(of: "Hoang Hoan") == .unmarkedStart)
        #expect(search.rank(of: "Nguyễn Hòa Hoàng") == .words)
        #expect(search.rank(of: "Hoàng Văn Hoà") == .words)
        #expect(search.rank(of: "Hoàng Văn Hoa") == .unmarkedWords)
        #expect(search.rank(of: "Hoàng Văn An") == nil, "Hòa begins Hoàng, but that word is taken")
        #expect(TextSearch("Hòa Hoàng").rank(of: "Hoàng Văn Hòa") == .words)
        #expect(TextSearch("a a").rank(of: "Giàng A Páo") == nil)
        #expect(TextSearch.Rank.allCases == TextSearch.Rank.allCases.sorted())
    }

    @Test("A query without marks finds texts with marks, those without first")
    func withoutMarks() {
        let texts = ["Xã Sỹ Bình", "Xa Si Binh", "Sĩ Bình", "Xã Bình Sĩ", "Xã Bình Văn"]
        let search = TextSearch("xa si binh")
        let found = texts.compactMap { text in search.rank(of: text).map { ($0, text) } }.sorted { $0.0 < $1.0 }
        #expect(found.map(\.1) == ["Xa Si Binh", "Xã Sỹ Bình", "Xã Bình Sĩ"])
        #expect(TextSearch("sy binh").rank(of: "Xã Sĩ Bình") == .unmarkedWords)
    }

    @Test("A word that is still being typed finds those that begin so, its tone being open")
    func typing() {
        #expect(TextSearch("Nguyê").rank(of: "Nguyễn Văn An") == .start)
        #expect(TextSearch("Nguyên").rank(of: "Nguyễn Văn An") == .unmarkedStart)
        #expect(TextSearch("Nguyễn V").rank(of: "Nguyễn Văn An") == .start)
        #expect(TextSearch("Nguy V").rank(of: "Nguyễn Văn An") == .words)
        #expect(TextSearch("ă").rank(of: "Bế Ăn") == .words)
        #expect(TextSearch("ă").rank(of: "Bế An") == .unmarkedWords)
    }

    @Test("A query without words finds nothing")
    func empty() {
        #expect(TextSearch("").rank(of: "") == nil)
        #expect(TextSearch(" - ").rank(of: "Nguyễn Văn An") == nil)
    }

    @Test("Names are sorted by given name, then middle names, then family name")
    func names() {
        let sorted = [
            "An", "Bế An", "Nguyễn An", "Bế Văn An", "Nguyễn Văn An", "Bế Văn Ẩn", "Hoàng Thị Hoa", "Hoàng Văn Hoa",
            "Bế Thị Hòa", "Đặng Thị Lan", "Giàng A Páo",
        ]
        #expect(sorted.reversed().sorted { NameOrder($0) < NameOrder($1) } == sorted)
    }

    @Test("Letters come in the order of the Vietnamese alphabet, and tones only between the same letters")
    func alphabet() {
        let letters = "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y".split(separator: " ").map(String.init)
        #expect(letters.reversed().sorted { NameOrder($0) < NameOrder($1) } == letters)
        let tones = ["Hoa", "Hòa", "Hỏa", "Hõa", "Hóa", "Họa", "Hoan"]
        #expect(tones.reversed().sorted { NameOrder($0) < NameOrder($1) } == tones)
        #expect(NameOrder("Hoà") == NameOrder("Ho\u{300}a"))
        #expect(NameOrder("Sĩ") != NameOrder("Sỹ"))
        #expect(NameOrder("Dũng") < NameOrder("Đào"))
        #expect(NameOrder("Ân") < NameOrder("Bằng"))
        #expect(NameOrder("Ẩn") > NameOrder("Ăng"))
    }
}
