import Crypto
import Hummingbird

/// A file that pages need: served at an address that changes with its content, so that browsers keep it for good.
struct Asset: Sendable {
    let address: String
    let type: String
    let bytes: [UInt8]

    /// - Parameters:
    ///   - name: its name before the dot.
    ///   - ending: its name after the dot.
    ///   - type: its media type.
    ///   - bytes: its content.
    init(_ name: String, _ ending: String, type: String, _ bytes: [UInt8]) {
        let digest = SHA256.hash(data: bytes).prefix(6)
        let digits = digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        address = "/assets/\(name)-\(digits).\(ending)"
        self.type = type
        self.bytes = bytes
    }
}

/// The one stylesheet and the one script.
enum Assets {
    /// How pages look.
    static let style = Asset("style", "css", type: "text/css; charset=utf-8", PackageResources.style_css)
    /// What makes pages handier; every page works without.
    static let script = Asset("noiviec", "js", type: "text/javascript; charset=utf-8", PackageResources.noiviec_js)

    /// Adds the files' route, open to everybody.
    static func add(to router: Router<VisitorContext>) {
        router.get("assets/{file}") { request, _ in
            guard let asset = [style, script].first(where: { $0.address == request.uri.path }) else {
                throw HTTPError(.notFound)
            }
            return Response(
                status: .ok,
                headers: [.contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable"],
                body: .init(byteBuffer: ByteBuffer(bytes: asset.bytes))
            )
        }
    }
}
