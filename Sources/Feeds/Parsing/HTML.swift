import Foundation
import XML

/// Plain text out of the HTML that descriptions are written in.
///
/// Not a browser's parser: tags go, those that start a new line become one, entities become characters. What it makes is
/// text, to be escaped again wherever it is shown.
enum HTML {
    /// The text of an element of a feed: HTML in its text, or elements inside it.
    static func text(of element: Element) -> String {
        let hasElements = element.nodes.contains { node in
            if case .element = node { true } else { false }
        }
        if !hasElements { return PlainText.lines(text(of: element.text)) }
        var markup = ""
        append(element, to: &markup)
        return PlainText.lines(markup)
    }

    /// The text of a piece of HTML, not yet normalised.
    static func text(of html: String) -> String {
        guard html.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return html }
        var text = ""
        text.reserveCapacity(html.utf8.count)
        var rest = html[...]
        while let mark = rest.utf8.firstIndex(where: { $0 == 0x3C || $0 == 0x26 }) {
            text += rest[..<mark]
            rest = rest[mark...]
            if rest.utf8.first == 0x26 {
                rest = takeEntity(rest, into: &text)
            } else {
                rest = takeTag(rest, into: &text)
            }
        }
        return text + rest
    }

    /// The address the first link of a piece of HTML leads to; the text itself where it has no link.
    static func link(in html: String) -> String {
        guard let range = html.range(of: "href=", options: .caseInsensitive) else { return text(of: html) }
        let rest = html[range.upperBound...]
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return "" }
        return text(of: String(rest.dropFirst().prefix { $0 != quote }))
    }

    private static func append(_ element: Element, to markup: inout String) {
        for node in element.nodes {
            switch node {
            case .text(let piece):
                markup += text(of: piece)
            case .element(let child):
                let name = child.name.lowercased()
                if hidden.contains(name) { continue }
                // An element that is no inline one of HTML is a part of the record, and stands on lines of its own.
                let breaks = !inline.contains(name)
                if breaks { markup += name == "li" ? "\n- " : "\n" }
                append(child, to: &markup)
                if breaks, name != "br", name != "li" { markup += "\n" }
            }
        }
    }

    /// Drops the tag or comment at the start; a "<" that starts neither stays.
    private static func takeTag(_ html: Substring, into text: inout String) -> Substring {
        let inside = html[html.utf8.index(after: html.startIndex)...]
        if inside.hasPrefix("!--") {
            return inside.range(of: "-->").map { inside[$0.upperBound...] } ?? ""
        }
        let isEnd = inside.utf8.first == 0x2F
        let letters = inside.utf8.dropFirst(isEnd ? 1 : 0).prefix(16).prefix { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        }
        let name = String(Substring(letters)).lowercased()
        guard name.first?.isLetter == true || inside.utf8.first == 0x21 || inside.utf8.first == 0x3F,
            let end = inside.utf8.firstIndex(where: { $0 == 0x3E || $0 == 0x3C }), inside.utf8[end] == 0x3E
        else {
            text += "<"
            return inside
        }
        let rest = inside[inside.utf8.index(after: end)...]
        if hidden.contains(name), !isEnd {
            return rest.range(of: "</" + name, options: .caseInsensitive).map { rest[$0.lowerBound...] } ?? ""
        }
        if name == "li" {
            text += isEnd ? "" : "\n- "
        } else if breaking.contains(name) {
            text += "\n"
        }
        return rest
    }

    /// Decodes the entity at the start; an "&" that starts none stays.
    private static func takeEntity(_ html: Substring, into text: inout String) -> Substring {
        let inside = html[html.utf8.index(after: html.startIndex)...]
        guard let end = inside.utf8.prefix(12).firstIndex(of: 0x3B), let character = character(inside[..<end]) else {
            text += "&"
            return inside
        }
        text += character
        return inside[inside.utf8.index(after: end)...]
    }

    private static func character(_ name: Substring) -> String? {
        guard name.utf8.first == 0x23 else { return entities[String(name)] }
        let digits = name.dropFirst()
        let isHex = digits.first == "x" || digits.first == "X"
        guard let code = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits), code >= 0x20 || code == 0x0A,
            let scalar = Unicode.Scalar(code)
        else { return nil }
        return String(Character(scalar))
    }

    private static let hidden: Set<String> = ["head", "script", "style", "template"]

    private static let inline: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "img", "kbd", "mark", "nobr", "q",
        "s",
        "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    ]

    private static let breaking: Set<String> = [
        "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
        "li",
        "ol", "p", "section", "table", "tr", "ul",
    ]
}
