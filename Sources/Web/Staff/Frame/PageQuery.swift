import Foundation
import Hummingbird
import Vocabulary

/// What a page's address asks for; what cannot be read is not asked for, but for where the page begins.
struct PageQuery {
    /// How many rows a list shows at a time.
    static let pageSize = 50

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

    /// The communes that `commune`, `district` (both as before July 2025) and `unit` (since) leave, each narrowing the
    /// others; nil where none is given, and none of them where the province has no such place.
    func communes(of territory: Territory) -> [UnitCode]? {
        var sets: [Set<UnitCode>] = []
        if let text = text("commune") {
            sets.append(Set([UnitCode(text)].compactMap { $0 }.filter { territory.commune($0) != nil }))
        }
        if let text = text("district") {
            sets.append(Set(territory.communes.filter { $0.district == text }.map(\.code)))
        }
        if let text = text("unit") {
            sets.append(Set(UnitCode(text).map { territory.communes(of: $0) } ?? []))
        }
        guard let first = sets.first else { return nil }
        return sets.dropFirst().reduce(first) { $0.intersection($1) }.sorted()
    }

    /// The place after which the page begins; nil at the list's beginning.
    ///
    /// - Throws: `HTTPError` where the cursor is none of this list with these filters.
    func place<Place: Codable>(_ type: Place.Type) throws -> Place? {
        guard let text = context.page.query["cursor"] else { return nil }
        guard let place = cursor.place(text, as: type) else { throw HTTPError(.badRequest) }
        return place
    }

    /// The cursor of a page that begins after a place.
    func cursor(after place: some Codable) throws -> String { try cursor.text(place) }

    /// The pager of a list of which one row more than a page was read.
    ///
    /// - Parameters:
    ///   - rows: the rows.
    ///   - size: how many the page shows.
    ///   - total: how many there are in all, where that was counted.
    ///   - place: where a row stands in the list's order.
    /// - Returns: the pager.
    /// - Throws: `EncodingError`.
    func pager<Row>(
        _ rows: [Row],
        size: Int = PageQuery.pageSize,
        total: Int? = nil,
        place: (Row) -> some Codable
    ) throws -> Pager {
        let last = rows.count > size ? rows[size - 1] : nil
        return Pager(context, next: try last.map { try cursor.text(place($0)) }, total: total)
    }

    /// Cursors are bound to the list with its filters.
    private var cursor: Cursor {
        Cursor(listing: context.page.with(["cursor": nil, "done": nil, "undo": nil]))
    }
}

extension CallerContext {
    /// An id from the path.
    ///
    /// - Throws: `HTTPError` where it is none, so that there is no such page.
    func id<Subject>(_ name: String) throws -> ID<Subject> {
        guard let id = parameters.get(name, as: Int64.self).flatMap({ ID<Subject>($0) }) else {
            throw HTTPError(.notFound)
        }
        return id
    }
}
