import CLibXML2

extension Element {
    /// The element a node stands for, copied whole; nil where an entity reference is left in it.
    init?(copying node: xmlNodePtr) {
        var isWhole = true
        self = Element.copy(of: node, isWhole: &isWhole)
        if !isWhole { return nil }
    }

    /// The element a node stands for, without what is inside.
    init(startOf node: xmlNodePtr) {
        self.init(name: Element.localName(node.pointee.name))
        var next = node.pointee.properties
        while let attribute = next {
            attributes[Element.localName(attribute.pointee.name)] = Element.value(of: attribute)
            next = attribute.pointee.next
        }
    }

    /// Recursion is as deep as the document, which the filter bounds.
    private static func copy(of node: xmlNodePtr, isWhole: inout Bool) -> Element {
        var element = Element(startOf: node)
        var next = node.pointee.children
        while let child = next {
            switch child.pointee.type {
            case XML_ELEMENT_NODE:
                element.nodes.append(.element(copy(of: child, isWhole: &isWhole)))
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if let content = child.pointee.content { element.nodes.append(.text(String(xml: content))) }
            case XML_ENTITY_REF_NODE:
                isWhole = false
            default:
                break
            }
            next = child.pointee.next
        }
        return element
    }

    private static func value(of attribute: xmlAttrPtr) -> String {
        var value = ""
        var next = attribute.pointee.children
        while let child = next {
            if let content = child.pointee.content { value += String(xml: content) }
            next = child.pointee.next
        }
        return value
    }

    /// The name after its prefix, which libxml2 leaves on where nothing declares it.
    private static func localName(_ name: UnsafePointer<xmlChar>?) -> String {
        guard let name else { return "" }
        let text = String(xml: name)
        guard let colon = text.utf8.lastIndex(of: 0x3A) else { return text }
        return String(text[text.utf8.index(after: colon)...])
    }
}

extension String {
    /// The text libxml2 keeps, which is UTF-8 ending in a zero byte.
    init(xml text: UnsafePointer<xmlChar>) {
        self.init(cString: text)
    }
}
