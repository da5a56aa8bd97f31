import CLibXML2

extension XMLError {
    /// What a fatal error of the parser means here; its codes differ between versions of libxml2, so several map to one.
    init(parserCode code: Int32, line: Int) {
        switch code {
        case 4: self = .notXML
        case 5: self = .malformed(line: line, .contentAfterRoot)
        case 77: self = .truncated(line: line)
        case 31, 32: self = .encodingRefused(name: "")
        case 6, 7, 8, 9, 81: self = .malformed(line: line, .character)
        case 10...28, 68: self = .malformed(line: line, .entity)
        case 38...42, 65: self = .malformed(line: line, .attribute)
        case 73, 74, 76: self = .malformed(line: line, .tag)
        case 89: self = .limitExceeded(.depth, line: line)
        case 110: self = .limitExceeded(.name, line: line)
        default: self = .malformed(line: line, .syntax)
        }
    }
}
