/// A record of a document as a reader met it.
package struct MetRecord: Sendable {
    /// Its number in the document, from 1.
    package var number: Int
    /// Where it stands.
    package var place: Place
    /// What it holds.
    package var content: Content

    /// What a record holds.
    package enum Content: Sendable {
        /// XML that can be read.
        case whole(Element)
        /// Something that cannot.
        case damaged(XMLError)
    }

    /// The element, where it can be read.
    package var element: Element? {
        if case .whole(let element) = content { element } else { nil }
    }
}
