import Fixtures
import Foundation
import Operations
import Referrals
import Testing

@testable import Web

/// Pages say nothing that is not in the catalogues, and the catalogues have every text in both languages.
@Suite("The pages' texts")
struct CatalogueTests {
    private static let vietnamese = Result { try Texts.embedded(.vietnamese) }
    private static let english = Result { try Texts.embedded(.english) }

    /// Every source file of a module.
    private static func sources(of module: String = "Web") throws -> [String: String] {
        let folder = projectFolder + "/Sources/" + module
        var texts: [String: String] = [:]
        for name in FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
        where name.hasSuffix(".swift") {
            texts[name] = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        }
        return texts
    }

    private static func names(in text: String) -> Set<String> {
        Set(text.matches(of: /\{([a-zA-Z.]+)\}/).map { String($0.1) })
    }

    @Test("Both languages have the same texts, with the same values in them")
    func bothLanguages() throws {
        let (vietnamese, english) = (try Self.vietnamese.get().entries, try Self.english.get().entries)
        for key in Set(vietnamese.keys).union(english.keys).sorted() {
            guard let one = vietnamese[key], let other = english[key] else {
                Issue.record("\(key) stands in one language only")
                continue
            }
            #expect(Self.names(in: one) == Self.names(in: other), "\(key)")
            #expect(
                !one.trimmingCharacters(in: .whitespaces).isEmpty && !other.trimmingCharacters(in: .whitespaces).isEmpty
            )
        }
    }

    @Test("Every text that a template or a page asks for is there, and none is there that nobody asks for")
    func everyTextIsUsed() throws {
        let known = Set(try Self.vietnamese.get().entries.keys)
        var used: Set<String> = []
        for (name, bytes) in StaffPages.templates {
            for match in String(decoding: bytes, as: UTF8.self).matches(of: /\[\[([^\]]+)\]\]/) {
                let key = String(match.1)
                #expect(known.contains(key), "[[\(key)]] in \(name)")
                used.insert(key)
            }
        }
        for (name, source) in try Self.sources() {
            for match in source.matches(of: /texts\(\s*"([a-z0-9.-]+)"/) {
                #expect(known.contains(String(match.1)), "texts(\"\(match.1)\") in \(name)")
            }
            for match in source.matches(of: /done: "([a-z0-9.-]+)"/) {
                #expect(known.contains("done.\(match.1)"), "done.\(match.1) in \(name)")
            }
            for match in source.matches(of: /"(?:[^"\n]*\?done=)?([a-z-]+)"/) { used.insert("done.\(match.1)") }
            // Codes have their words in families: whoever asks for one by its code asks for all.
            for match in source.matches(of: /entries\["([a-z.]+\.)\\\(/) {
                used.formUnion(known.filter { $0.hasPrefix(match.1) })
            }
            for match in source.matches(of: /"([a-z][a-z0-9-]*(?:\.[a-z0-9_-]+)+)"/) { used.insert(String(match.1)) }
            // What is done, by its name alone; and texts of codes, whose keys end with the code.
            for match in source.matches(of: /"([a-z][a-z-]*)"/) { used.insert("done.\(match.1)") }
            for match in source.matches(of: /"([a-z][a-z0-9.-]*\.)\\\(/) {
                used.formUnion(known.filter { $0.hasPrefix(String(match.1)) })
            }
        }
        for key in known.subtracting(used).sorted() { Issue.record("nobody asks for \(key)") }
    }

    @Test("Everything that the audit writes of actions has its words on the audit's page")
    func everyActionHasWords() throws {
        let known = try Self.vietnamese.get().entries
        let actions = try Self.sources(of: "Operations").values.flatMap { source in
            source.matches(of: /\baction: [^,\n]*/).flatMap { line in
                line.0.matches(of: /"([a-z_]+)"/).map { String($0.1) }
            }
        }
        #expect(actions.contains("match") && actions.contains("duplicate_different"))
        let steps = ReferralStep.Kind.allCases.map { "referral_\($0.rawValue)" }
        let grounds = ErasureGround.allCases.map { "erase_person_\($0.rawValue)" }
        for action in actions + steps + grounds {
            #expect(known["audit.action.\(action)"] != nil, "\(action)")
        }
    }

    @Test("No template has words of its own, or lets anything through unescaped")
    func templatesHaveNoWords() throws {
        // A language is named in itself, and the service's name is a name.
        let names: Set = ["English", "Tiếng", "Việt", "NoiViec", "SHA"]
        for (name, bytes) in StaffPages.templates {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("{{{") && !text.contains("{{&"), "\(name)")
            // One without a tag is a piece of one.
            let bare = (text.contains("<") ? text : "<p \(text)>").replacing(/\{\{[^}]*\}\}/, with: "").replacing(
                /\[\[[^\]]*\]\]/,
                with: ""
            )
            for attribute in bare.matches(of: /(?:title|alt|placeholder|aria-label|data-label)="([^"]*[\p{L}][^"]*)"/) {
                Issue.record("\(attribute.1) in \(name)")
            }
            let words = bare.replacing(/<[^>]*>/, with: " ").replacing(/&[a-z#0-9]+;/, with: " ")
                .matches(of: /\p{L}{2,}/).map { String($0.0) }
            for word in words where !names.contains(word) { Issue.record("“\(word)” in \(name)") }
        }
    }

    @Test("A line that is none, and a key twice, are told")
    func badCatalogue() {
        #expect(throws: Texts.Failure.badLine(2)) { try Texts(.vietnamese, "a = b\nc") }
        #expect(throws: Texts.Failure.repeated("a")) { try Texts(.vietnamese, "a = b\na = c") }
        #expect(throws: Texts.Failure.missing("x.y")) { try Texts(.vietnamese, "a = b").filled("<p>[[x.y]]</p>") }
    }

    @Test("A text in a template is escaped, and its names become the model's")
    func filled() throws {
        let texts = try Texts(.vietnamese, "a = <b> & {count} người")
        #expect(try texts.filled("<p>[[a]]</p>") == "<p>&lt;b&gt; &amp; {{count}} người</p>")
        #expect(texts("a", ["count": "3"]) == "<b> & 3 người")
    }
}
