import Hummingbird
import Vocabulary

extension CallerContext {
    /// The place after which the page that is asked for begins; nil for a list's first page.
    ///
    /// - Throws: `HTTPError` where the cursor is none of this list.
    func place<Place: Codable>(in cursor: Cursor, as type: Place.Type) throws -> Place? {
        guard let text = page.query["cursor"] else { return nil }
        guard let place = cursor.place(text, as: type) else { throw HTTPError(.badRequest) }
        return place
    }
}

extension PageAddress {
    /// The communes that `commune`, `district` (both as before July 2025) and `unit` (since) leave, each narrowing the
    /// others; nil where none is given, and none of them where the province has no such place.
    func communes(of territory: Territory) -> [UnitCode]? {
        var sets: [Set<UnitCode>] = []
        if let text = query["commune"], !text.isEmpty {
            sets.append(Set([UnitCode(text)].compactMap { $0 }.filter { territory.commune($0) != nil }))
        }
        if let text = query["district"], !text.isEmpty {
            sets.append(Set(territory.communes.filter { $0.district == text }.map(\.code)))
        }
        if let text = query["unit"], !text.isEmpty {
            sets.append(Set(UnitCode(text).map { territory.communes(of: $0) } ?? []))
        }
        guard let first = sets.first else { return nil }
        return sets.dropFirst().reduce(first) { $0.intersection($1) }.sorted()
    }
}
