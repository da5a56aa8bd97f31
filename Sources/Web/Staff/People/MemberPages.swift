import Households
import Hummingbird
import Operations
import Store
import Vacancies
import Vocabulary

/// One person's page, which is opened for a purpose that is noted, and why a job suits the person or not.
struct MemberPages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "member": PackageResources.member_mustache, "member-job": PackageResources.member_job_mustache,
        "member-pair": PackageResources.member_pair_mustache,
        "member-purpose": PackageResources.member_purpose_mustache,
    ]

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("members/{member}") { _, context in try await open(context) }
        group.get("members/{member}/why") { _, context in try await why(context) }
    }

    /// What is asked before a person's page is opened.
    private struct PurposeModel: PageModel {
        let frame: Frame
        let address: String
        let purposes: [Purpose]
    }

    /// A purpose to choose.
    private struct Purpose {
        let code: String
        let title: String
    }

    private func open(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.openPerson)
        let (id, texts, query) = (try context.id("member") as MemberID, pages.texts(context), PageQuery(context))
        let person = try await SeenMember.read(id, office, context.caller)
        guard let purpose: OpeningPurpose = query.code("purpose") else {
            let model = PurposeModel(
                frame: pages.frame(person.member.name, in: .households, context),
                address: "/members/\(id)",
                purposes: OpeningPurpose.allCases.map { Purpose(code: $0.rawValue, title: texts($0.wording)) }
            )
            return try pages.render("member-purpose", model)
        }
        let caller = context.caller
        let opened = try await office.openPerson(caller: caller, id, purpose: purpose)
        let facts = try await office.store.read { try MemberFacts(person, caller, $0) }
        let model = MemberModel(
            frame: pages.frame(opened.name, in: .households, context),
            opened,
            facts,
            purpose: purpose,
            caller: caller,
            programme: office.programme,
            on: office.today(),
            texts
        )
        return try pages.render("member", model)
    }

    private func why(_ context: CallerContext) async throws -> Response {
        let caller = context.caller
        try caller.require(.listPeople)
        try caller.require(.readPlan)
        let (id, texts, query) = (try context.id("member") as MemberID, pages.texts(context), PageQuery(context))
        let person = try await SeenMember.read(id, office, caller)
        var pair: JudgedPair?
        var found: [VacancyRow] = []
        let number: VacancyID? = query.id("vacancy") ?? query.id("q")
        if let number {
            pair = try await office.judge(member: id, vacancy: number)
        } else if let words = query.text("q") {
            var filter = VacancyFilter()
            filter.text = words
            filter.isOpen = true
            found = try await office.store.read { [filter] in try $0.vacancies(filter, after: nil, limit: 20) }
        }
        let model = PairModel(
            frame: pages.frame(texts("pair.title", ["name": person.member.name]), in: .households, context),
            member: id,
            purpose: query.code("purpose"),
            words: query.text("q"),
            pair: pair,
            found: found,
            isAsked: number != nil || query.text("q") != nil,
            mayRefer: caller.may(.refer),
            texts
        )
        return try pages.render("member-pair", model)
    }
}

/// A member whom a caller may see, with the household.
struct SeenMember: Sendable {
    let member: Member
    let household: Household

    /// Reads one.
    ///
    /// - Throws: `HTTPError` where there is none of this id in the caller's area, or where it was erased.
    static func read(_ id: MemberID, _ office: Office, _ caller: Caller) async throws -> SeenMember {
        let seen = try await office.store.read { reading -> SeenMember? in
            guard let member = try reading.member(id), member.erasedOn == nil,
                let household = try reading.household(member.household),
                caller.area.contains(household.commune, village: household.village)
            else { return nil }
            return SeenMember(member: member, household: household)
        }
        guard let seen else { throw HTTPError(.notFound) }
        return seen
    }

    /// The address of a member's page, opened for a purpose where one is known.
    static func address(_ id: MemberID, _ purpose: OpeningPurpose?) -> String {
        "/members/\(id)" + (purpose.map { "?purpose=\($0.rawValue)" } ?? "")
    }
}
