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
    ///
    /// Goes through bytes: most of a feed is descriptions, and whatever matters in HTML is ASCII.
    static func text(of html: String) -> String {
        guard html.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return html }
        var html = html
        return html.withUTF8 { bytes in
            var output: [UInt8] = []
            output.reserveCapacity(bytes.count)
            var index = 0
            while index < bytes.count {
                switch bytes[index] {
                case 0x26: takeEntity(bytes, &index, into: &output)
                case 0x3C: takeTag(bytes, &index, into: &output)
                case let byte:
                    output.append(byte)
                    index += 1
                }
            }
            return String(decoding: output, as: UTF8.self)
        }
    }

    /// The address the first link of a piece of HTML leads to; the text itself where it has no link.
    static func link(in html: String) -> String {
        guard html.utf8.contains(0x3C), let range = html.range(of: "href=", options: .caseInsensitive) else {
            return text(of: html)
        }
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

    /// Drops the tag or comment at an index; a "<" that starts neither stays.
    private static func takeTag(_ html: UnsafeBufferPointer<UInt8>, _ index: inout Int, into output: inout [UInt8]) {
        let inside = index + 1
        if html[inside...].starts(with: "!--".utf8) {
            index = end(of: "-->", html, from: inside + 3)
            return
        }
        let isEnd = inside < html.count && html[inside] == 0x2F
        let first = inside + (isEnd ? 1 : 0)
        let letters = html[min(first, html.count)...].prefix(16).prefix { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        }
        let isTag = letters.first.map { (0x61...0x7A).contains($0 | 0x20) } == true
        let isMark = inside < html.count && (html[inside] == 0x21 || html[inside] == 0x3F)
        guard isTag || isMark, let close = html[inside...].firstIndex(where: { $0 == 0x3E || $0 == 0x3C }),
            html[close] == 0x3E
        else {
            output.append(0x3C)
            index = inside
            return
        }
        index = close + 1
        let name = String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)
        if hidden.contains(name), !isEnd {
            index = start(of: "</" + name, html, from: index)
        } else if name == "li" {
            if !isEnd { output.append(contentsOf: [0x0A, 0x2D, 0x20]) }
        } else if breaking.contains(name) {
            output.append(0x0A)
        }
    }

    /// Decodes the entity at an index; an "&" that starts none stays.
    private static func takeEntity(_ html: UnsafeBufferPointer<UInt8>, _ index: inout Int, into output: inout [UInt8]) {
        let inside = index + 1
        guard let end = html[inside...].prefix(12).firstIndex(of: 0x3B),
            let character = character(String(decoding: html[inside..<end], as: UTF8.self))
        else {
            output.append(0x26)
            index = inside
            return
        }
        output.append(contentsOf: character.utf8)
        index = end + 1
    }

    private static func end(of mark: String, _ html: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
        min(html.count, start(of: mark, html, from: index) + mark.utf8.count)
    }

    /// Where a mark stands next, whatever the case of its letters; the end where it does not.
    private static func start(of mark: String, _ html: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
        let mark = Array(mark.utf8)
        var index = index
        while index + mark.count <= html.count {
            if zip(html[index...], mark).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 && $1 >= 0x61 }) { return index }
            index += 1
        }
        return html.count
    }

    private static func character(_ name: String) -> String? {
        guard name.utf8.first == 0x23 else { return entities[name] }
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
