/// A way from an element to a text below it: `a/b/c`, `a/b@attribute`, `@attribute`, or `a[attribute=value]/b`.
///
/// Names are compared without namespace and without regard to ASCII case, as feeds of one family differ in both.
package struct ElementPath: Hashable, Sendable, ExpressibleByStringLiteral {
    let steps: [Step]
    let attribute: String?

    struct Step: Hashable, Sendable {
        var name: String
        var condition: Condition?
    }

    struct Condition: Hashable, Sendable {
        var attribute: String
        var value: String
    }

    /// The path written so.
    package init(_ text: String) {
        let halves = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        attribute = halves.count == 2 ? String(halves[1]) : nil
        steps = halves[0].split(separator: "/").map { part in
            let pieces = part.split(whereSeparator: { "[]=".contains($0) }).map(String.init)
            let condition = pieces.count == 3 ? Condition(attribute: pieces[1], value: pieces[2]) : nil
            return Step(name: pieces[0], condition: condition)
        }
    }

    /// The path written so.
    package init(stringLiteral text: String) {
        self.init(text)
    }
}

extension ElementPath.Step {
    func matches(_ element: Element) -> Bool {
        guard isSameName(element.name, name) else { return false }
        guard let condition else { return true }
        return element.attribute(condition.attribute).map { isSameName($0, condition.value) } ?? false
    }
}

/// Whether two names differ at most in the case of ASCII letters.
func isSameName(_ left: String, _ right: String) -> Bool {
    guard left.utf8.count == right.utf8.count else { return false }
    return zip(left.utf8, right.utf8).allSatisfy { pair in
        pair.0 == pair.1 || ((0x61...0x7A).contains(pair.0 | 0x20) && pair.0 | 0x20 == pair.1 | 0x20)
    }
}
