import Foundation
import Hummingbird
import Vocabulary

/// What the address of a page of vacancies, employers or feeds asks for; what cannot be read is not asked for.
struct SupplyQuery {
    /// How many rows a list shows at a time.
    static let pageSize = 50

    private let context: CallerContext

    init(_ context: CallerContext) { self.context = context }

    /// A text without spaces around it; nil where it is empty.
    func text(_ name: String) -> String? {
        let text = context.page.query[name]?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        return text.isEmpty ? nil : String(text.prefix(200))
    }

    /// A number.
    func number(_ name: String) -> Int64? { text(name).flatMap { Int64($0) } }

    /// Where the page begins; nil at the list's beginning.
    func place<Place: Codable>(_ type: Place.Type) -> Place? {
        context.page.query["cursor"].flatMap { Cursor(listing: listing).place($0, as: type) }
    }

    /// The pager of a list of which one row more than a page was read.
    func pager<Row>(_ rows: [Row], place: (Row) -> some Codable) throws -> Pager {
        let last = rows.count > SupplyQuery.pageSize ? rows[SupplyQuery.pageSize - 1] : nil
        return Pager(context, next: try last.map { try Cursor(listing: listing).text(place($0)) })
    }

    /// The list with its filters, to which cursors are bound.
    private var listing: String { context.page.with(["cursor": nil, "done": nil, "undo": nil]) }

    /// An id from the path.
    ///
    /// - Throws: `HTTPError` where it is none, so that there is no such page.
    func id<Subject>(_ name: String) throws -> ID<Subject> {
        guard let id = context.parameters.get(name, as: Int64.self).flatMap({ ID<Subject>($0) }) else {
            throw HTTPError(.notFound)
        }
        return id
    }
}
