import Fixtures
import Foundation
import Operations
import Testing

/// Who reads no Vietnamese finds everything by the switch.
@Suite("The pages in English", .enabled(if: Browser.isInstalled, "Chromium and its driver are not installed"))
struct EnglishTests {
    /// The pieces of a catalogue's texts between the values that they take, long enough to be no name.
    private static func pieces(_ language: String) throws -> Set<String> {
        let file = projectFolder + "/Sources/Web/Texts/\(language).txt"
        var pieces: Set<String> = []
        for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
            guard !line.hasPrefix("#"), let sign = line.range(of: " = ") else { continue }
            for piece in line[sign.upperBound...].split(separator: /\{[^}]*\}/) {
                let text = piece.trimmingCharacters(in: .whitespacesAndNewlines.union(.punctuationCharacters))
                if text.count >= 5 { pieces.insert(text) }
            }
        }
        return pieces
    }

    /// Texts that stand where people's and files' texts do not.
    private static let labels = """
        return [...document.querySelectorAll("label, dt, legend, caption, button, summary, th[scope=col], .tag, h2, nav a")]
          .map((e) => e.textContent.trim());
        """

    @Test("The switch changes every text of ours on the main pages, and stays")
    func english() async throws {
        let ours = try Self.pieces("vi").subtracting(try Self.pieces("en"))
        try #require(ours.count > 500)
        try await BrowserOffice.serving([("chi-tuyen", .supervisor, [.province])]) { office in
            let subject = try #require(office.subject)
            try await office.browsing("chi-tuyen") { person in
                try await person.press("English")
                #expect(try await person.sees("This week"))
                for (_, path) in PagePictures.pages(subject) {
                    try await person.open(path)
                    let language = try await person.browser.run("return document.documentElement.lang") as? String
                    #expect(language == "en", "\(path)")
                    let labels = try await person.browser.run(Self.labels) as? [String] ?? []
                    #expect(!labels.isEmpty)
                    for label in labels
                    where ours.contains(where: { $0 == label || ($0.count > 8 && label.contains($0)) }) {
                        Issue.record("\(path) says “\(label)”")
                    }
                    #expect(try await !person.browser.text().contains("[["), "\(path)")
                }
            }
        }
    }
}
