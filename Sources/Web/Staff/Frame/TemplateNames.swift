import Foundation

/// Holds the names in a template against the model that it is rendered from.
///
/// The engine renders a name that no model has as nothing. In debug builds, and so in every test, a page with such a name
/// fails instead. What stands inside a section is looked at only where the section has something to show.
enum TemplateNames {
    /// A name that nothing in the model bears.
    struct Unknown: Error, Hashable {
        let template: String
        let name: String
    }

    private indirect enum Node {
        case name(String)
        case section(String, isInverted: Bool, [Node])
        case partial(String)
    }

    /// - Throws: `Unknown`.
    static func check(_ template: String, _ model: Any) throws {
        try check(try nodes(of: template), [model], template)
    }

    private static func check(_ nodes: [Node], _ stack: [Any], _ template: String) throws {
        for node in nodes {
            switch node {
            case .name(let name):
                guard name == "." || value(name, stack) != nil else { throw Unknown(template: template, name: name) }
            case .partial(let name): try check(try self.nodes(of: name), stack, name)
            case .section(let name, let isInverted, let inner):
                guard let found = value(name, stack) else { throw Unknown(template: template, name: name) }
                let shown = unwrapped(found)
                if isInverted {
                    try check(inner, stack, template)
                } else if let list = shown as? [Any] {
                    if let first = list.first { try check(inner, stack + [first], template) }
                } else if let shown, shown as? Bool != false {
                    try check(inner, stack + [shown], template)
                }
            }
        }
    }

    private static func value(_ path: String, _ stack: [Any]) -> Any? {
        let parts = path.split(separator: ".")
        guard let first = parts.first else { return nil }
        for context in stack.reversed() {
            guard var found = child(String(first), context) else { continue }
            for part in parts.dropFirst() {
                guard let inner = unwrapped(found) else { return found }
                guard let next = child(String(part), inner) else { return nil }
                found = next
            }
            return found
        }
        return nil
    }

    private static func child(_ name: String, _ value: Any) -> Any? {
        guard let value = unwrapped(value) else { return nil }
        return Mirror(reflecting: value).children.first { $0.label == name }?.value
    }

    private static func unwrapped(_ value: Any) -> Any? {
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return value }
        return mirror.children.first.flatMap { unwrapped($0.value) }
    }

    private static func nodes(of template: String) throws -> [Node] {
        guard let bytes = StaffPages.templates[template] else { throw Unknown(template: template, name: "") }
        // Names in braces of the catalogue's texts are names of the model too.
        let texts = try Texts.embedded(.vietnamese)
        var tags = try texts.filled(String(decoding: bytes, as: UTF8.self)).components(separatedBy: "{{")[1...]
        return nodes(&tags, until: nil)
    }

    private static func nodes(_ tags: inout ArraySlice<String>, until end: String?) -> [Node] {
        var nodes: [Node] = []
        while let tag = tags.popFirst() {
            let text = tag.components(separatedBy: "}}")[0].trimmingCharacters(in: [" "])
            let name = String(text.dropFirst()).trimmingCharacters(in: [" "])
            switch text.first {
            case "#": nodes.append(.section(name, isInverted: false, self.nodes(&tags, until: name)))
            case "^": nodes.append(.section(name, isInverted: true, self.nodes(&tags, until: name)))
            case "/": return nodes
            case ">": nodes.append(.partial(name))
            case "!": break
            default: nodes.append(.name(text))
            }
        }
        return nodes
    }
}
