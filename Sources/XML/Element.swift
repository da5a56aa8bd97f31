/// An element of a document with everything in it, as a plain value that outlives the parser.
package struct Element: Hashable, Sendable {
    /// Name without namespace prefix, as written.
    package var name: String
    /// Attributes by name without namespace prefix; namespace declarations are none.
    package var attributes: [String: String]
    /// What is inside, in the order of the document.
    package var nodes: [Node]

    /// What an element can have inside.
    package enum Node: Hashable, Sendable {
        /// Another element.
        case element(Element)
        /// Text or a CDATA section, decoded, exactly as it stands.
        case text(String)
    }

    /// An element with this inside.
    package init(name: String, attributes: [String: String] = [:], nodes: [Node] = []) {
        self.name = name
        self.attributes = attributes
        self.nodes = nodes
    }

    /// The elements directly inside, in order.
    package var children: [Element] {
        nodes.compactMap { node in
            if case .element(let child) = node { child } else { nil }
        }
    }

    /// The text directly inside, joined; text within elements inside is not part of it.
    package var text: String {
        var text = ""
        for case .text(let piece) in nodes { text += piece }
        return text
    }

    /// The attribute of this name, in any ASCII case.
    package func attribute(_ name: String) -> String? {
        attributes[name] ?? attributes.filter { isSameName($0.key, name) }.min { $0.key < $1.key }?.value
    }

    /// The first text on a path that is not blank, without white space around it.
    package func text(at path: ElementPath) -> String? {
        text(path.steps[...], attribute: path.attribute)
    }

    /// Whether there is an element on a path, with the attribute where the path ends in one.
    package func holds(_ path: ElementPath) -> Bool {
        all(path).contains { element in
            path.attribute.map { element.attribute($0) != nil } ?? true
        }
    }

    /// The first element on a path.
    package func first(_ path: ElementPath) -> Element? {
        first(path.steps[...])
    }

    /// All elements on a path, in the order of the document.
    package func all(_ path: ElementPath) -> [Element] {
        all(path.steps[...])
    }

    private func text(_ steps: ArraySlice<ElementPath.Step>, attribute name: String?) -> String? {
        guard let step = steps.first else {
            let found = name.map { attribute($0) ?? "" } ?? text
            let trimmed = Element.trimmed(found)
            return trimmed.isEmpty ? nil : trimmed
        }
        for case .element(let child) in nodes where step.matches(child) {
            if let found = child.text(steps.dropFirst(), attribute: name) { return found }
        }
        return nil
    }

    private func first(_ steps: ArraySlice<ElementPath.Step>) -> Element? {
        guard let step = steps.first else { return self }
        for case .element(let child) in nodes where step.matches(child) {
            if let found = child.first(steps.dropFirst()) { return found }
        }
        return nil
    }

    private func all(_ steps: ArraySlice<ElementPath.Step>) -> [Element] {
        guard let step = steps.first else { return [self] }
        var found: [Element] = []
        for case .element(let child) in nodes where step.matches(child) { found += child.all(steps.dropFirst()) }
        return found
    }

    /// A text without XML's white space at either end.
    private static func trimmed(_ text: String) -> String {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
        if let first = text.utf8.first, let last = text.utf8.last, !isBlank(first), !isBlank(last) { return text }
        guard let start = text.utf8.firstIndex(where: { !isBlank($0) }),
            let last = text.utf8.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(text[start..<text.utf8.index(after: last)])
    }
}
