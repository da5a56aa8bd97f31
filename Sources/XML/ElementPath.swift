/// A way from an element to a text below it: `a/b/c`, `a/b@attribute`, `@attribute`, or `a[attribute=value]/b`.
///
/// Names are compared without namespace and without regard to ASCII case, as feeds of one family differ in both.
package struct ElementPath: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
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

    /// The path written so; nil for a text that is none.
    package init?(_ text: String) {
        let halves = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        attribute = halves.count == 2 ? String(halves[1]) : nil
        var steps: [Step] = []
        for part in halves[0].split(separator: "/") {
            let pieces = part.split(omittingEmptySubsequences: false, whereSeparator: { "[]=".contains($0) })
            guard pieces.count == 1 || pieces.count == 4, !pieces[0].isEmpty else { return nil }
            let condition =
                pieces.count == 4 ? Condition(attribute: String(pieces[1]), value: String(pieces[2])) : nil
            steps.append(Step(name: String(pieces[0]), condition: condition))
        }
        if steps.isEmpty, attribute == nil || attribute == "" { return nil }
        self.steps = steps
    }

    /// The last name on it: an attribute's, or else an element's.
    package var lastName: String { attribute ?? steps.last?.name ?? "" }

    /// The path as it is written.
    package var description: String {
        let parts = steps.map { step in
            step.condition.map { "\(step.name)[\($0.attribute)=\($0.value)]" } ?? step.name
        }
        return parts.joined(separator: "/") + (attribute.map { "@" + $0 } ?? "")
    }

    /// The path written so.
    package init(stringLiteral text: String) {
        guard let path = ElementPath(text) else { preconditionFailure("\(text) is no path") }
        self = path
    }
}

extension ElementPath.Step {
    func matches(_ element: Element) -> Bool {
        guard isSameName(element.name, name) else { return false }
        guard let condition else { return true }
        return element.attribute(condition.attribute).map { isSameName($0, condition.value) } ?? false
    }
}
