import Households
import Hummingbird
import Operations
import Store
import Vocabulary

/// People of the caller's area found by their names, phones masked.
struct PeoplePages: PageGroup {
    static let templates: [String: [UInt8]] = ["people": PackageResources.people_mustache]

    let office: Office
    let pages: Pages
    private static let pageSize = 50

    func add(to group: RouterGroup<CallerContext>) {
        group.get("people") { _, context in try await list(context) }
    }

    /// What the list shows.
    private struct Model: PageModel {
        let frame: Frame
        let fields: [Field]
        let isAsked: Bool
        let hasRows: Bool
        let rows: [Row]
        let pager: Pager
    }

    /// A person in the list.
    private struct Row {
        let name: String
        let address: String?
        let birthYear: String
        let household: String
        let householdAddress: String
        let place: String
        let phone: String
        let seeks: Bool
        let why: String
        let hasMatch: Bool
    }

    private func list(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.listPeople)
        let (texts, query) = (pages.texts(context), PageQuery(context))
        var filter = MemberFilter(area: context.caller.area)
        filter.communes = query.communes(of: office.programme.territory)
        filter.hasMatch = query.flag("match")
        filter.text = query.text("q")
        let isAsked = filter.text != nil || filter.communes != nil
        let place = try query.place(MemberFilter.Place.self)
        var found: [MemberRow] = []
        if isAsked {
            found = try await office.store.read { [filter] reading in
                let run = try reading.latestRunNumber() ?? 0
                return try reading.members(filter, run: run, after: place, limit: PeoplePages.pageSize + 1)
            }
        }
        let shown = found.prefix(PeoplePages.pageSize)
        let all = texts("household.filter.all")
        let model = Model(
            frame: pages.frame(texts("people.title"), in: .households, context),
            fields: [
                .line("q", texts("people.words"), filter.text, longest: 200),
                .choice(
                    "commune",
                    texts("household.commune"),
                    query.text("commune"),
                    office.communeChoices(of: context.caller, all: all)
                ),
                .choice(
                    "match",
                    texts("household.filter.match"),
                    query.text("match"),
                    [("", all), ("true", texts("person.yes")), ("false", texts("person.no"))]
                ),
            ],
            isAsked: isAsked,
            hasRows: !shown.isEmpty,
            rows: try shown.map { try row($0, opens: context.caller.may(.openPerson), texts) },
            pager: try query.pager(found, size: PeoplePages.pageSize, place: \.place)
        )
        return try pages.render("people", model)
    }

    private func row(_ row: MemberRow, opens: Bool, _ texts: Texts) throws -> Row {
        let member = row.member
        let standing = Standing.of(member, on: office.today(), workingAge: office.programme.workingAge)
        let phone = row.sealed.phone == nil ? nil : try office.vault.open(row.sealed).phone
        let commune = office.programme.territory.commune(row.commune)?.name ?? row.commune.description
        var why = texts("household.seeks")
        if case .notSeeking(let reason) = standing { why = texts(reason.wording) }
        return Row(
            name: member.name,
            address: opens ? "/members/\(member.id)" : nil,
            birthYear: member.birth?.reckoned.map { String($0.year) } ?? texts("person.unknown"),
            household: row.householdCode,
            householdAddress: "/households/\(member.household)",
            place: "\(row.village), \(commune)",
            phone: phone.map { "••• \($0.suffix(3))" } ?? texts("person.unknown"),
            seeks: standing == .seeker,
            why: why,
            hasMatch: row.hasMatch
        )
    }
}
