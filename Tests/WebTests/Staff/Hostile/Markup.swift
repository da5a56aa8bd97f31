import Foundation

/// A page's HTML as a browser takes it apart, read strictly: what a browser would only guess is a flaw.
struct Markup {
    /// An element's start, with its attributes, their values as they are meant.
    struct Element {
        let name: String
        let attributes: [String: String]
    }

    /// A form, with the fields that it sends.
    struct Form {
        let action: String
        let isPost: Bool
        let isUpload: Bool
        var fields: [Field] = []
    }

    /// A field of a form.
    struct Field {
        let name: String
        /// Whether a person types into it.
        let isTyped: Bool
        let isFile: Bool
        /// What it sends if nobody touches it; nil where that is nothing.
        var value: String?
    }

    private(set) var elements: [Element] = []
    private(set) var forms: [Form] = []
    /// Every text and every attribute's value, as they are meant.
    private(set) var texts: [String] = []
    private(set) var flaws: [String] = []

    /// Elements whose content is text to their end tag, whatever stands in it.
    private static let raw: Set = ["script", "style", "textarea", "title"]

    init(_ html: String) {
        var rest = Substring(html)
        var isChoosing: (name: String, hasValue: Bool)?
        while let angle = rest.firstIndex(of: "<") {
            add(text: rest[..<angle])
            rest = rest[angle...]
            if rest.hasPrefix("<!DOCTYPE html>") {
                rest = rest.dropFirst("<!DOCTYPE html>".count)
            } else if let end = rest.prefixMatch(of: /<\/([a-zA-Z0-9]+)>/) {
                rest = rest[end.range.upperBound...]
                if end.1 == "select" { isChoosing = nil }
            } else if let start = rest.prefixMatch(of: /<([a-zA-Z][a-zA-Z0-9]*)/) {
                rest = rest[start.range.upperBound...]
                let element = Element(name: String(start.1), attributes: attributes(&rest))
                elements.append(element)
                take(element, &isChoosing)
                guard Self.raw.contains(element.name) else { continue }
                let end = rest.range(of: "</\(element.name)>")
                if end == nil { flaws.append("<\(element.name)> has no end") }
                let content = rest[..<(end?.lowerBound ?? rest.endIndex)]
                if ["script", "style"].contains(element.name), !content.isEmpty {
                    flaws.append("<\(element.name)> has content")
                }
                add(text: content)
                rest = rest[(end?.upperBound ?? rest.endIndex)...]
            } else {
                flaws.append("a bare < at “\(rest.prefix(60))”")
                rest = rest.dropFirst()
            }
        }
        add(text: rest)
    }

    private mutating func add(text: Substring) {
        if text.contains(where: { !$0.isWhitespace }) { texts.append(meant(text)) }
    }

    /// Reads attributes up to the end of the tag.
    private mutating func attributes(_ rest: inout Substring) -> [String: String] {
        var found: [String: String] = [:]
        while true {
            rest = rest.drop { $0.isWhitespace }
            if let end = rest.prefixMatch(of: /\/?>/) {
                rest = rest[end.range.upperBound...]
                return found
            }
            guard let name = rest.prefixMatch(of: /[a-zA-Z][a-zA-Z0-9-]*/) else {
                flaws.append("no attribute at “\(rest.prefix(60))”")
                return found
            }
            rest = rest[name.range.upperBound...]
            var value = ""
            if rest.hasPrefix("=") {
                guard let quoted = rest.prefixMatch(of: /="([^"<]*)"/) else {
                    flaws.append("\(name.0) is not between quotes at “\(rest.prefix(60))”")
                    return found
                }
                value = meant(quoted.1)
                rest = rest[quoted.range.upperBound...]
            }
            if found.updateValue(value, forKey: String(name.0)) != nil { flaws.append("\(name.0) stands twice") }
            if !value.isEmpty { texts.append(value) }
        }
    }

    private mutating func take(_ element: Element, _ choosing: inout (name: String, hasValue: Bool)?) {
        let given = element.attributes
        if element.name == "form" {
            forms.append(
                Form(
                    action: given["action"] ?? "",
                    isPost: given["method"] == "post",
                    isUpload: given["enctype"] == "multipart/form-data"
                )
            )
        }
        guard !forms.isEmpty else { return }
        let last = forms.count - 1
        if element.name == "option", let select = choosing {
            // What is chosen; else the first that says something.
            let value = given["value"] ?? ""
            if given["selected"] != nil || (!select.hasValue && !value.isEmpty) {
                forms[last].fields[forms[last].fields.count - 1].value = value
                choosing?.hasValue = true
            }
        }
        guard ["input", "select", "textarea", "button"].contains(element.name), let name = given["name"] else { return }
        let kind = given["type"] ?? "text"
        let isTyped =
            element.name == "textarea"
            || (element.name == "input" && !["hidden", "checkbox", "radio", "file"].contains(kind))
        var field = Field(name: name, isTyped: isTyped, isFile: kind == "file")
        let isTick = kind == "checkbox" || kind == "radio"
        if element.name != "select", !isTick || given["checked"] != nil { field.value = given["value"] ?? "" }
        forms[last].fields.append(field)
        if element.name == "select" { choosing = (name, false) }
    }

    /// A text with its references resolved, as a browser would.
    private mutating func meant(_ text: Substring) -> String {
        var plain = ""
        var rest = text
        while let ampersand = rest.firstIndex(of: "&") {
            plain += rest[..<ampersand]
            rest = rest[ampersand...]
            if let reference = rest.prefixMatch(of: /&(lt|gt|amp|quot|nbsp|#39|#x27);/) {
                plain +=
                    ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "nbsp": "\u{A0}"][String(reference.1)] ?? "'"
                rest = rest[reference.range.upperBound...]
            } else {
                flaws.append("a bare & at “\(rest.prefix(40))”")
                plain += "&"
                rest = rest.dropFirst()
            }
        }
        return plain + rest
    }
}
