import Crypto
import Foundation

/// The text that tells where a page ended: the place in the list's order, bound to the list and its filters.
///
/// It is not secret and not signed: who makes one up sees no more than the same list without it, since area and filters
/// are asked anew for every page. It is read strictly, so that one list's cursor is never another's place.
struct Cursor {
    let listing: String

    /// What a cursor says.
    private struct Content<Place: Codable>: Codable {
        let list: String
        let after: Place
    }

    private var fingerprint: String {
        Data(SHA256.hash(data: Data(listing.utf8)).prefix(9)).base64EncodedString()
    }

    /// The cursor of a place.
    func text(_ place: some Codable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return try encoder.encode(Content(list: fingerprint, after: place)).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// The place that a cursor tells; nil where it is no cursor of this list.
    func place<Place: Codable>(_ text: String, as type: Place.Type) -> Place? {
        var base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        base64 += String(repeating: "=", count: (4 - base64.count % 4) % 4)
        guard let data = Data(base64Encoded: base64) else { return nil }
        do {
            let content = try JSONDecoder().decode(Content<Place>.self, from: data)
            return content.list == fingerprint ? content.after : nil
        } catch {
            return nil
        }
    }
}
