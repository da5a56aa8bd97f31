import Foundation
import Operations
import Vocabulary

/// A request that fits its endpoint's declaration.
struct APIRequest: Sendable {
    /// Who asks; the declaration's permission has been checked.
    let caller: Caller
    /// What stands in the place of the names in braces.
    let segments: [String: String]
    /// Query parameters and declared headers, each as its schema wants it.
    let parameters: [String: String]
    /// The body's bytes; empty where none is taken.
    let body: Data
    /// The version that `If-Match` names; 0 where the endpoint does not ask for it.
    let version: Int64
    /// What `If-None-Match` names.
    let knownTags: [String]
    /// The creation's key, ready to be claimed; nil where none was sent.
    let claim: IdempotencyClaim?
    /// What the page's cursor is bound to: the endpoint with its path and filters.
    let listing: String

    /// An id from the path.
    ///
    /// - Throws: `Problem.notFound` where it is none.
    func id<Subject>(_ name: String) throws(Problem) -> ID<Subject> {
        guard let id = segments[name].flatMap({ Int64($0) }).flatMap({ ID<Subject>($0) }) else { throw .notFound }
        return id
    }

    /// A number from the path.
    ///
    /// - Throws: `Problem.notFound` where it is none.
    func number(_ name: String) throws(Problem) -> Int64 {
        guard let number = segments[name].flatMap({ Int64($0) }) else { throw .notFound }
        return number
    }

    /// A text from the path.
    func segment(_ name: String) -> String { segments[name] ?? "" }

    /// A parameter as it stands.
    func text(_ name: String) -> String? { parameters[name] }

    /// A parameter that is a number.
    func integer(_ name: String) -> Int? { parameters[name].flatMap { Int($0) } }

    /// A parameter that is an id.
    func queryID<Subject>(_ name: String) -> ID<Subject>? {
        parameters[name].flatMap { Int64($0) }.flatMap { ID<Subject>($0) }
    }

    /// A parameter that is true or false.
    func flag(_ name: String) -> Bool? { parameters[name].map { $0 == "true" } }

    /// A parameter that is a day.
    func day(_ name: String) -> Day? { parameters[name].flatMap { Day(iso: $0) } }

    /// A parameter that is a code of an enum.
    func code<Code: RawRepresentable<String>>(_ name: String) -> Code? {
        parameters[name].flatMap { Code(rawValue: $0) }
    }

    /// The body as a value; it has been held against the endpoint's schema before.
    func body<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(type, from: body)
    }

    /// How many items a page has at most.
    var limit: Int { integer("limit") ?? 50 }

    /// Whether to count all items of a list.
    var wantsTotal: Bool { flag("total") ?? false }

    /// The place after which a page begins, as all that the list is ordered by; nil for the first page.
    ///
    /// Throws `Problem` where the cursor is none of this list with these filters.
    func place<Place: Codable>(_ type: Place.Type = Place.self) throws(Problem) -> Place? {
        guard let text = parameters["cursor"] else { return nil }
        guard let place = Cursor(listing: listing).place(text, as: type) else {
            let fault = Fault(
                "bad_cursor",
                "It is no cursor of this list with these filters; begin again without it.",
                "Không phải con trỏ của danh sách này với bộ lọc này; hãy bắt đầu lại."
            )
            throw .badParameters([fault.of(parameter: "cursor")])
        }
        return place
    }

    /// A page of a list as the answer.
    ///
    /// - Parameters:
    ///   - rows: up to `limit + 1` rows in the list's order; one more than `limit` tells that there are more.
    ///   - total: how many there are in all, where it was counted.
    ///   - run: the run that the list is of, where it is of one.
    ///   - place: where a row stands in the order.
    ///   - item: a row as it is sent.
    /// - Returns: the answer, with the next page's cursor where there are more.
    /// - Throws: `EncodingError`.
    func page<Row, Place: Codable, Item: Encodable>(
        _ rows: [Row],
        total: Int? = nil,
        run: Int64? = nil,
        place: (Row) -> Place,
        item: (Row) throws -> Item
    ) throws -> APIAnswer {
        let shown = rows.prefix(limit)
        let next = rows.count > limit ? try shown.last.map { try Cursor(listing: listing).text(place($0)) } : nil
        var answer = try APIAnswer.ok(PagePayload(items: try shown.map(item), next: next, total: total, run: run))
        answer.nextCursor = next
        return answer
    }

    /// The same for a list that is asked for often: `write` writes a row as it is sent.
    func page<Row, Place: Codable>(
        _ rows: [Row],
        total: Int? = nil,
        run: Int64? = nil,
        place: (Row) -> Place,
        write: (Row, inout JSONText) -> Void
    ) throws -> APIAnswer {
        let shown = rows.prefix(limit)
        let next = rows.count > limit ? try shown.last.map { try Cursor(listing: listing).text(place($0)) } : nil
        var text = JSONText()
        text.object { text in
            text.name("items")
            text.array { text in
                for row in shown { write(row, &text) }
            }
            if let next {
                text.name("next")
                text.value(next)
            }
            if let total {
                text.name("total")
                text.value(total)
            }
            if let run {
                text.name("run")
                text.value(run)
            }
        }
        var answer = APIAnswer.json(text)
        answer.nextCursor = next
        return answer
    }
}

/// A page of a list as it is sent.
struct PagePayload<Item: Encodable>: Encodable {
    let items: [Item]
    let next: String?
    let total: Int?
    let run: Int64?
}
