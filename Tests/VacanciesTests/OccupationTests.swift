import Fixtures
import Foundation
import Testing
import Vacancies
import Vocabulary

@Suite("From the words of a title to an occupation")
struct OccupationTests {
    private func classifier() async throws -> Classifier {
        try await shippedSettings().programme.classifier
    }

    private func code(_ title: String, text: String = "") async throws -> String? {
        try await classifier().occupations.classify(title: title, text: text)?.code.digits
    }

    private func rows(_ path: String) throws -> [[String]] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// Titles of our own, which say what must never be read wrong and nothing of how often real ones are.
    private func inventedTitles() throws -> [(code: String, title: String)] {
        try rows(projectFolder + "/Tests/VacanciesTests/Labels/invented-titles.csv").map { fields in
            (fields[0], fields.dropFirst().joined(separator: ",").filter { $0 != "\"" })
        }
    }

    @Test("Invented titles of the trades are read, with and without noise in brackets")
    func invented() async throws {
        let occupations = try await classifier().occupations
        for (code, title) in try inventedTitles() {
            #expect(occupations.classify(title: title)?.code.digits == code, "\(title)")
            if !title.contains("(") {
                #expect(occupations.classify(title: title + " (thu nhập cao, đi làm ngay)")?.code.digits == code)
            }
        }
    }

    @Test("Without diacritics a title is read as the same group, or less of it, never as another")
    func withoutDiacritics() async throws {
        let occupations = try await classifier().occupations
        for (code, title) in try inventedTitles() {
            let bare = String(folded(title))
            guard let guess = occupations.classify(title: bare) else { continue }
            #expect(code.hasPrefix(guess.code.digits.prefix(2)), "\(bare): \(guess.code)")
        }
    }

    @Test(
        "What says nothing of a job stays unknown",
        arguments: ["abc xyz", "", " ( ) ", "Hàn Quốc", "???", "123", "ở nhà"]
    )
    func unknown(title: String) async throws {
        #expect(try await code(title) == nil)
    }

    @Test(
        "Diacritics tell words apart where a title has them, and spellings that mean the same are one",
        arguments: [
            ("may", "8153"), ("Bảo trì máy", "7233"), ("Hàn", "7212"), ("Chị Hân", nil), ("Dược sỹ", "2262"),
            ("Kĩ thuật viên xét nghiệm", "3212"), ("sửa điều hoà", "7127"), ("NV bảo vệ", "5401"),
            ("Sữa chữa xe máy", "7231"), ("tho may", "7"),
        ] as [(String, String?)]
    )
    func spelling(title: String, expected: String?) async throws {
        #expect(try await code(title) == expected)
    }

    @Test("Composed and decomposed letters are the same")
    func normalisation() async throws {
        let occupations = try await classifier().occupations
        for (code, title) in try inventedTitles() {
            let decomposed = title.decomposedStringWithCanonicalMapping
            #expect(occupations.classify(title: decomposed)?.code.digits == code, "\(title)")
        }
    }

    @Test("The employer's name before what it hires for is no job")
    func employer() async throws {
        #expect(try await code("Công ty Cổ phần Giày Tiến Bộ tuyển nhân viên kế toán") == "4311")
        #expect(try await code("Nhân viên tuyển sinh") == "3339")
        #expect(try await code("Trưởng phòng tuyển dụng") == "2423")
    }

    @Test("Of two jobs named alike the first is taken as less sure, or the one that the description names")
    func severalJobs() async throws {
        let occupations = try await classifier().occupations
        let both = try #require(occupations.classify(title: "Thủ kho, pha chế"))
        let one = try #require(occupations.classify(title: "Thủ kho"))
        #expect(both.code == one.code && both.confidence < one.confidence)
        #expect(try await code("Thủ kho, pha chế", text: "Pha chế đồ uống cho khách") == "5132")
        #expect(try await code("Thủ kho", text: "Pha chế đồ uống cho khách") == "4321")
    }

    @Test("An advertisement's own code stands; else the title tells it, if surely enough; people's words likewise")
    func vacancies() async throws {
        let classifier = try await classifier()
        var advertisement = Advertisement(reference: "1", title: "Công nhân may")
        let told = classifier.vacancy(from: advertisement, source: "test", id: .example(1))
        #expect(told.occupation == .example("8153") && told.occupationConfidence == 85)
        advertisement.occupationCode = "5223"
        let stated = classifier.vacancy(from: advertisement, source: "test", id: .example(1))
        #expect(stated.occupation == .example("5223") && stated.occupationConfidence == nil)
        advertisement.occupationCode = nil
        advertisement.title = "Nhân viên kỹ thuật"
        let unsure = classifier.vacancy(from: advertisement, source: "test", id: .example(1))
        #expect(unsure.occupation == nil && unsure.occupationConfidence == nil)
        #expect(classifier.occupation(ofWords: "làm nương, nuôi lợn")?.code.group == 61)
        #expect(classifier.occupation(ofWords: "nhân viên kỹ thuật") == nil)
    }

    @Test("Any text is read without harm, and the same way twice")
    func anyText() async throws {
        let occupations = try await classifier().occupations
        var generator = SystemRandomNumberGenerator()
        let letters = Array("aăâbcdđeêghiklmnoôơpqrstuưvxy ÀẢÃÁẠ()[]-/,.;:&+0123456789\u{300}\u{309}\n👷 ")
        let words = try inventedTitles().flatMap { $0.title.split(separator: " ") }.map(String.init)
        for length in 0..<400 {
            let noise = String((0..<length).compactMap { _ in letters.randomElement(using: &generator) })
            let title = (0..<length).compactMap { _ in words.randomElement(using: &generator) }.joined(separator: " ")
            for text in [noise, title, title + noise] {
                let guess = occupations.classify(title: text, text: noise)
                #expect(guess == occupations.classify(title: text, text: noise))
                #expect(guess.map { (0...100).contains($0.confidence) && $0.code.digits.count <= 4 } != false)
            }
        }
    }

    @Test("Every alias has a code of the list, none stands twice, and there are many")
    func table() throws {
        let codes = Set(try rows(projectFolder + "/Config/codes/occupations.csv").map { $0[0] })
        let aliases = try rows(projectFolder + "/Config/codes/occupation-aliases.csv")
        #expect(aliases.count > 700)
        for fields in aliases {
            #expect(fields.count == 3 && OccupationAlias(code: fields[0], words: fields[1], kind: fields[2]) != nil)
            #expect(fields[2] == "noise" || codes.contains(fields[0]), "\(fields)")
            #expect(fields[1] == fields[1].precomposedStringWithCanonicalMapping)
        }
        #expect(Set(aliases.map { $0[1].lowercased() }).count == aliases.count)
    }
}
