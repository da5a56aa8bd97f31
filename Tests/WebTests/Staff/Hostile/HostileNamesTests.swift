import Fixtures
import Foundation
import HTTPTypes
import Hummingbird
import Operations
import Testing

@testable import Web

/// Whatever people and files write, a page shows it as text: in every field, on every page, typed or stored.
@Suite("Hostile names on every page")
struct HostileNamesTests {
    /// Names that stand in addresses after the question mark, and in forms, as the pages' sources ask for them.
    private static func asked(_ pattern: String) throws -> [String] {
        let folder = projectFolder + "/Sources/Web/Staff"
        var names: Set<String> = []
        for name in FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
        where name.hasSuffix(".swift") {
            let source = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            let regex = try Regex(pattern, as: (Substring, Substring).self)
            names.formUnion(source.matches(of: regex).map { String($0.output.1) })
        }
        return names.sorted()
    }

    /// The pages' routes.
    private static func routes(of office: Office) throws -> [(method: HTTPRequest.Method, path: String)] {
        try buildRouter(office: office, sessionSeconds: 600, secureCookie: false).routes
            .map { ($0.method, $0.path.description) }
            .filter { !$0.1.hasPrefix("/v1/") && $0.0 != .head }
    }

    @Test("A hostile text is text wherever it stands: on every page, beside every field, in what every form answers")
    func everywhere() async throws {
        try await HostileOffice.serving { api, hostile in
            #expect(try HostileText.unknown(hostile.office.store.path).isEmpty, "may people write into it?")
            let look = Look()
            let routes = try Self.routes(of: hostile.office)
            let queries = try Self.asked(#"query(?:\["|\.[a-z]+\(")([A-Za-z]+)""#)
            #expect(queries.contains("q") && queries.contains("cursor") && queries.contains("done"))
            var forms: [String: (action: String, form: Markup.Form)] = [:]
            func take(_ found: [Markup.Form], _ uri: String) {
                for form in found where form.isPost {
                    let route = routes.first { $0.method == .post && Self.matches(form.action, $0.path) }?.path
                    if route == nil { Issue.record("\(uri) sends to \(form.action), which is nothing") }
                    let step = form.fields.first { $0.name == "step" }?.value ?? ""
                    forms["\(route ?? "") \(step) \(form.fields.map(\.name))"] = (form.action, form)
                }
            }
            for uri in hostile.more { take(look.at(try await api.ask(.get, uri), "GET \(uri)"), uri) }
            for path in routes.filter({ $0.method == .get }).map(\.path) {
                let uri = hostile.address(path)
                let found = look.at(try await api.ask(.get, uri), "GET \(uri)")
                take(found, uri)
                look.at(try await api.ask(.get, uri, as: "commune_officer"), "commune officer: GET \(uri)")
                // What an address says itself: what the page's own forms put into it alone, everything else in heaps.
                let own = found.filter { !$0.isPost }.flatMap(\.fields).map(\.name)
                let heaps = stride(from: 0, to: queries.count, by: 8).map { Array(queries.dropFirst($0).prefix(8)) }
                for names in Set(own).sorted().map({ [$0] }) + heaps {
                    let texts = names.map { "\($0)=" + PageAddress.escaped(HostileText.of("query.\($0)")) }
                    let asked = uri + (uri.contains("?") ? "&" : "?") + texts.joined(separator: "&")
                    look.at(try await api.ask(.get, asked), "GET \(path) with \(names)")
                }
                guard path.contains("{") else { continue }
                let strange = path.replacing(/\{[a-z]+\}/, with: PageAddress.escaped(HostileText.inPath("path")))
                look.at(try await api.ask(.get, strange), "GET \(path) with a hostile path")
            }
            // Those that take something away come last.
            let names = try Self.asked(#"form\.[a-z]+\("([A-Za-z]+)""#)
            let posts = routes.filter { $0.method == .post }.map(\.path)
            for path in posts.sorted(by: { Self.takesAway($0) == Self.takesAway($1) ? $0 < $1 : Self.takesAway($1) }) {
                for (key, (action, form)) in forms.sorted(by: { $0.key < $1.key }) where key.hasPrefix(path + " ") {
                    for isWhole in [false, true] {
                        try await Self.send(form, to: action, isWhole: isWhole, api, look)
                    }
                }
                // Also where no page that was looked at has its form.
                let uri = hostile.address(path)
                let fields = Dictionary(uniqueKeysWithValues: names.map { ($0, HostileText.of("form.\($0)")) })
                look.at(try await api.send(uri, fields), "POST \(uri)")
            }
            for flaw in look.flaws.prefix(20) { Issue.record("\(flaw)") }
            for (table, columns) in HostileText.shown {
                for column in columns where !look.seen.contains("\(table).\(column)") {
                    Issue.record("no page shows \(table).\(column)")
                }
            }
            for (table, columns) in HostileText.hidden {
                for column in columns where look.seen.contains("\(table).\(column)") {
                    Issue.record("a page shows \(table).\(column)")
                }
            }
            #expect(!look.seen.contains("roll.cell"), "what stands in a roll is nobody's business")
            for field in ["office.name", "roll.heading", "file.name", "query.q", "form.reason"] {
                #expect(look.seen.contains(field), "no page shows \(field)")
            }
        }
    }

    /// Whether a form's address is one of a route.
    private static func matches(_ action: String, _ route: String) -> Bool {
        let (one, other) = (action.prefix { $0 != "?" }.split(separator: "/"), route.split(separator: "/"))
        return one.count == other.count && zip(one, other).allSatisfy { $1.hasPrefix("{") || $0 == $1 }
    }

    /// Whether sending a form may take away what others need.
    private static func takesAway(_ path: String) -> Bool {
        ["erase", "discard", "apply", "close", "sign-out", "revoke"].contains { path.hasSuffix($0) }
    }

    /// Fills a form in with hostile texts and sends it; where it is wholly so, also what nobody can type is hostile.
    private static func send(
        _ form: Markup.Form,
        to action: String,
        isWhole: Bool,
        _ api: TestClient,
        _ look: Look
    ) async throws {
        var fields: [String: String] = [:]
        for field in form.fields where !field.isFile {
            if field.isTyped || isWhole {
                fields[field.name] = HostileText.of("form.\(field.name)")
            } else if let value = field.value {
                fields[field.name] = value
            }
        }
        let said = "POST \(action) \(fields.keys.sorted())"
        let answer: TestAnswer
        if form.isUpload {
            let name = form.fields.first(where: \.isFile)?.name ?? "file"
            let file = HostileText.inPath("file.name").replacing("\"", with: "%22")
            let cell = "\"" + HostileText.of("file.cell").replacing("\"", with: "\"\"") + "\""
            let text = "Mã người,Mã câu hỏi,\(cell)\n\(cell),\(cell),\(cell)\n"
            answer = try await api.upload(action, file: file, as: name, text, fields)
        } else {
            answer = try await api.send(action, fields)
        }
        look.at(answer, said)
        guard let next = answer.headers[.location], next.hasPrefix("/") else { return }
        look.at(try await api.ask(.get, next), said + " then GET \(next)")
    }
}

/// What was found wrong with the pages that were looked at, and what they showed.
private final class Look {
    private(set) var flaws: [String] = []
    private(set) var seen: Set<String> = []
    private let elements: Set<String>
    private let attributes: Set<String>

    init() {
        // Whatever the pages' templates do not have, a hostile text has brought.
        var (elements, attributes): (Set<String>, Set<String>) = ([], [])
        for bytes in StaffPages.templates.values {
            let text = String(decoding: bytes, as: UTF8.self).replacing(/\{\{[^}]*\}\}/, with: "")
            elements.formUnion(text.matches(of: /<([a-zA-Z][a-zA-Z0-9]*)/).map { String($0.1) })
            attributes.formUnion(text.matches(of: /[\s"]([a-zA-Z][a-zA-Z0-9-]*)(?==")/).map { String($0.1) })
        }
        self.elements = elements
        self.attributes = attributes.union([
            "autofocus", "checked", "data-all", "data-keep", "data-once", "defer", "disabled", "download", "multiple",
            "open", "readonly",
            "required", "selected",
        ])
    }

    /// Looks at an answer.
    ///
    /// - Returns: the forms of its page.
    @discardableResult
    func at(_ answer: TestAnswer, _ asked: String) -> [Markup.Form] {
        if let next = answer.headers[.location], next.hasPrefix("//") || !next.hasPrefix("/") || next.contains("\\") {
            flaws.append("\(asked): sends elsewhere: \(next)")
        }
        if answer.status >= 500 { flaws.append("\(asked): \(answer.status)") }
        guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { return [] }
        let page = Markup(answer.text)
        flaws += page.flaws.map { "\(asked): \($0)" }
        for element in page.elements {
            if !elements.contains(element.name) { flaws.append("\(asked): <\(element.name)>") }
            for (name, value) in element.attributes {
                if !attributes.contains(name) { flaws.append("\(asked): <\(element.name) \(name)>") }
                guard ["href", "src", "action", "formaction"].contains(name) else { continue }
                let isOwn =
                    (value.hasPrefix("/") && !value.hasPrefix("//")) || value.hasPrefix("#") || value.hasPrefix("?")
                if !isOwn, !value.hasPrefix("https://"), !value.hasPrefix("http://") {
                    flaws.append("\(asked): \(name) \(value)")
                }
            }
        }
        for text in page.texts {
            for field in HostileText.fields(in: text) {
                seen.insert(field)
                let isWhole = [HostileText.of(field), HostileText.inPath(field)].contains {
                    text.contains($0.dropLast(2))
                }
                // What is cut says so, or stands where addresses stand.
                if !isWhole, !text.contains("…") { flaws.append("\(asked): not as it was written: \(text)") }
            }
        }
        return page.forms
    }
}
