import Foundation
import Hummingbird
import Operations
import Vocabulary

/// What a page's address asks for; what cannot be read is not asked for.
struct PeopleQuery {
    private let context: CallerContext

    init(_ context: CallerContext) { self.context = context }

    /// A text without spaces around it; nil where it is empty.
    func text(_ name: String) -> String? {
        let text = context.page.query[name]?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        return text.isEmpty ? nil : String(text.prefix(200))
    }

    /// A code of an enum.
    func code<Code: RawRepresentable<String>>(_ name: String) -> Code? { text(name).flatMap { Code(rawValue: $0) } }

    /// Yes or no.
    func flag(_ name: String) -> Bool? { text(name).flatMap { Bool($0) } }

    /// An id.
    func id<Subject>(_ name: String) -> ID<Subject>? { text(name).flatMap { Int64($0) }.flatMap { ID<Subject>($0) } }

    /// A commune of the province that the caller may see something of.
    func commune(of territory: Territory) -> UnitCode? {
        text("commune").flatMap { UnitCode($0) }.flatMap { code in
            territory.commune(code) != nil && context.caller.area.touches(code) ? code : nil
        }
    }

    /// Where the page begins; nil at the list's beginning.
    func place<Place: Codable>(_ type: Place.Type) -> Place? {
        context.page.query["cursor"].flatMap { Cursor(listing: listing).place($0, as: type) }
    }

    /// The cursor of a page that begins after a place.
    func cursor(after place: some Codable) throws -> String { try Cursor(listing: listing).text(place) }

    /// The list with its filters, to which cursors are bound.
    private var listing: String { context.page.with(["cursor": nil, "done": nil, "undo": nil]) }
}

extension CallerContext {
    /// An id from the path.
    ///
    /// - Throws: `HTTPError` where it is none, so that there is no such page.
    func pathID<Subject>(_ name: String) throws -> ID<Subject> {
        guard let id = parameters.get(name, as: Int64.self).flatMap({ ID<Subject>($0) }) else {
            throw HTTPError(.notFound)
        }
        return id
    }

    /// The communes that the caller may see, to choose from, with nothing chosen first.
    func communeOptions(_ territory: Territory, none: String) -> [(String, String)] {
        let seen = territory.communes.filter { caller.area.touches($0.code) }
        return [("", none)]
            + seen.map { commune in
                let district = territory.district(commune.district)?.name
                return (commune.code.description, commune.name + (district.map { " (\($0))" } ?? ""))
            }
    }
}
