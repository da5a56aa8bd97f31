import HTTPTypes
import Hummingbird

/// Refuses addresses that could mean one thing to a proxy and another here.
struct PathGuard: RouterMiddleware {
    private static let most = 2048

    func handle(
        _ request: Request,
        context: VisitorContext,
        next: (Request, VisitorContext) async throws -> Response
    ) async throws -> Response {
        guard PathGuard.isPlain(request.uri.path), request.uri.string.utf8.count <= PathGuard.most else {
            throw Problem.badPath
        }
        return try await next(request, context)
    }

    /// Whether a path is one that a person could have been given: no empty or dot segments, no encoded slashes, dots,
    /// backslashes or control characters, and valid UTF-8 throughout.
    static func isPlain(_ path: String) -> Bool {
        guard path.hasPrefix("/"), path.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
        else { return false }
        if path == "/" { return true }
        return path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).allSatisfy { segment in
            guard !segment.isEmpty, let text = QueryString.decoded(segment.replacing("+", with: "%2B")[...]) else {
                return false
            }
            let isPlain = text.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && $0.value != 0x7F && $0 != "/" && $0 != "\\"
            }
            return isPlain && text != "." && text != ".."
        }
    }
}
