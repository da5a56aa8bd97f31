import HTTPTypes
import Households
import Hummingbird
import Operations
import Store
import Vocabulary

/// Members whom the rolls may know twice: somebody decides of each pair.
struct DuplicatePages: PageGroup {
    static let templates: [String: [UInt8]] = ["duplicates": PackageResources.duplicates_mustache]

    private static let listed = 50

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("imports/duplicates") { _, context in try await list(context) }
        group.post("imports/duplicates") { request, context in try await decide(request, context) }
    }

    /// What the page shows.
    private struct Model: PageModel {
        let frame: Frame
        let hasPairs: Bool
        let pairs: [Pair]
        let pager: Pager
    }

    /// Two who may be one.
    private struct Pair {
        let ground: String
        let people: [Person]
        let first: String
        let second: String
    }

    /// One of them.
    private struct Person {
        let name: String
        let birth: String
        let household: String
        let place: String
        let id: String
        let other: String
    }

    /// A place in the list.
    private struct Place: Codable {
        let ground: String
        let first: Int64
        let second: Int64

        init(_ pair: PossibleDuplicate) {
            ground = pair.ground
            (first, second) = (pair.first.id, pair.second.id)
        }

        var pair: DuplicatePair? {
            guard let ground = DuplicatePair.Ground(rawValue: ground), let first = MemberID(first),
                let second = MemberID(second)
            else { return nil }
            return DuplicatePair(first, second, ground)
        }
    }

    private func list(_ context: CallerContext) async throws -> Response {
        let query = PageQuery(context)
        let found = try await office.possibleDuplicates(
            after: try query.place(Place.self)?.pair,
            limit: DuplicatePages.listed + 1,
            caller: context.caller
        )
        let texts = pages.texts(context)
        let shown = found.prefix(DuplicatePages.listed)
        let model = Model(
            frame: pages.frame(texts("duplicates.title"), in: .imports, context),
            hasPairs: !shown.isEmpty,
            pairs: shown.map { pair in
                Pair(
                    ground: pair.ground == DuplicatePair.Ground.identity.rawValue
                        ? texts("duplicates.identity") : texts("duplicates.name-birth"),
                    people: [person(pair.first, pair.second), person(pair.second, pair.first)],
                    first: String(pair.first.id),
                    second: String(pair.second.id)
                )
            },
            pager: try query.pager(found, size: DuplicatePages.listed) { Place($0) }
        )
        return try pages.render("duplicates", model)
    }

    private func person(_ one: DuplicateMember, _ other: DuplicateMember) -> Person {
        let commune = UnitCode(one.commune).flatMap { office.programme.territory.commune($0)?.name } ?? one.commune
        return Person(
            name: one.name,
            birth: one.birth,
            household: one.household,
            place: [one.village, commune].filter { !$0.isEmpty }.joined(separator: ", "),
            id: String(one.id),
            other: String(other.id)
        )
    }

    private func decide(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.importRolls)
        let form = try await Form.read(request)
        guard let keep = form.integer("keep").flatMap({ MemberID($0) }),
            let other = form.integer("other").flatMap({ MemberID($0) }),
            let decision = form.text("decision").flatMap({ DuplicatePair.Decision(rawValue: $0) })
        else { throw HTTPError(.badRequest) }
        try await office.decideDuplicate(keep: keep, other: other, decision, caller: context.caller)
        return context.goOn(
            to: "/imports/duplicates",
            done: decision == .same ? "duplicate-same" : "duplicate-different"
        )
    }
}
