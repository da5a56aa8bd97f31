import Hummingbird

/// A language that the pages speak.
package enum PageLanguage: String, Hashable, Sendable, CaseIterable {
    /// Vietnamese, which everybody gets who has not chosen.
    case vietnamese = "vi"
    /// English.
    case english = "en"

    /// The cookie that keeps the choice.
    static let cookie = "noiviec-language"
}

/// What somebody has chosen for how pages look and behave on this computer; kept in cookies, since it says nothing of
/// anybody.
struct PageChoices: Hashable, Sendable {
    /// The cookie that keeps whether offices' function keys are taken.
    static let keysCookie = "noiviec-keys"

    /// The language.
    var language = PageLanguage.vietnamese
    /// Whether F2, F3, F4 and F9 add, find, close and save, as in the offices' older programs.
    var takesFunctionKeys = false

    init() {}

    /// What a request's cookies say.
    init(_ request: Request) {
        let cookies = request.cookies
        if let language = cookies[PageLanguage.cookie].flatMap({ PageLanguage(rawValue: $0.value) }) {
            self.language = language
        }
        takesFunctionKeys = cookies[PageChoices.keysCookie]?.value == "office"
    }
}

/// The address of a page, taken apart.
struct PageAddress: Hashable, Sendable {
    /// Its path.
    var path = "/"
    /// What follows the question mark, by name; nothing of it where it cannot be read.
    var query: [String: String] = [:]

    init() {}

    /// The address that a request asks for.
    init(_ request: Request) {
        path = request.uri.path
        query = (try? QueryString(request.uri.query))?.values ?? [:]
    }

    /// The address with some of the query changed; nil takes a name out.
    func with(_ changes: [String: String?]) -> String {
        PageAddress.text(
            path,
            query.merging(changes.compactMapValues { $0 }) { $1 }.filter { changes[$0.key] != .some(nil) }
        )
    }

    /// A path of this site that a request names to go back to; nil for anything else, such as `//host`, which would be
    /// another site's.
    static func ownPath(_ text: String?) -> String? {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        return text
    }

    /// A path with a query, its names in order.
    static func text(_ path: String, _ query: [String: String]) -> String {
        if query.isEmpty { return path }
        return path + "?"
            + query.sorted { $0.key < $1.key }.map { "\(escaped($0.key))=\(escaped($0.value))" }.joined(separator: "&")
    }

    /// Text as it may stand in a query.
    static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let character = Character(Unicode.Scalar(byte))
            if byte < 0x80, character.isLetter || character.isNumber || "-._~".contains(character) {
                return String(character)
            }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}

/// Notes what a request says of the page that is wanted, and how.
struct ChoiceReader: RouterMiddleware {
    func handle(
        _ request: Request,
        context: VisitorContext,
        next: (Request, VisitorContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.choices = PageChoices(request)
        context.page = PageAddress(request)
        return try await next(request, context)
    }
}
