import Operations

/// One language's catalogue: every text of the pages, by its key.
///
/// A line of the file is `key = text`; `{name}` in a text stands for a value. Lines that begin with `#` are remarks. Both
/// catalogues have the same keys with the same names in braces, which a test holds them to.
struct Texts: Sendable {
    /// The language.
    let language: PageLanguage
    /// The texts by their keys.
    let entries: [String: String]

    /// What is wrong with a catalogue.
    enum Failure: Error, Hashable {
        /// A line is no `key = text`.
        case badLine(Int)
        /// A key stands twice.
        case repeated(String)
        /// A template or a page asks for a text that there is not.
        case missing(String)
    }

    /// Reads a catalogue.
    ///
    /// - Throws: `Failure`.
    init(_ language: PageLanguage, _ text: String) throws(Failure) {
        var entries: [String: String] = [:]
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let equals = line.firstRange(of: " = ") else { throw .badLine(number + 1) }
            let key = String(line[..<equals.lowerBound])
            guard entries.updateValue(String(line[equals.upperBound...]), forKey: key) == nil else {
                throw .repeated(key)
            }
        }
        self.language = language
        self.entries = entries
    }

    /// The catalogue of a language as it is compiled into the program.
    ///
    /// - Throws: `Failure`.
    static func embedded(_ language: PageLanguage) throws(Failure) -> Texts {
        let bytes =
            switch language {
            case .vietnamese: PackageResources.vi_txt
            case .english: PackageResources.en_txt
            }
        return try Texts(language, String(decoding: bytes, as: UTF8.self))
    }

    /// A text, with values in place of the names in braces.
    func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        guard var text = entries[key] else {
            assertionFailure("no text \(key)")
            return key
        }
        for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
        return text
    }

    /// Words that stand in the office's own catalogue, in this language.
    func callAsFunction(_ wording: Wording) -> String {
        switch language {
        case .vietnamese: wording.vi
        case .english: wording.en
        }
    }

    /// What a refusal says, in this language.
    func callAsFunction(_ refusal: Refusal) -> String {
        switch language {
        case .vietnamese: refusal.vietnamese
        case .english: refusal.english
        }
    }

    /// A template's source with texts in place of `[[key]]`, escaped, and variables in place of their names in braces.
    ///
    /// - Throws: `Failure.missing`.
    func filled(_ template: String) throws(Failure) -> String {
        var filled = ""
        var rest = template[...]
        while let open = rest.firstRange(of: "[["), let close = rest[open.upperBound...].firstRange(of: "]]") {
            let key = String(rest[open.upperBound..<close.lowerBound])
            guard let text = entries[key] else { throw .missing(key) }
            filled += rest[..<open.lowerBound]
            filled += Texts.escaped(text).replacing("{", with: "{{").replacing("}", with: "}}")
            rest = rest[close.upperBound...]
        }
        return filled + rest
    }

    /// A text as it may stand in HTML.
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
