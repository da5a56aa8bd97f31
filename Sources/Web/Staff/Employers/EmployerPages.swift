import Hummingbird
import Operations
import Store
import Vacancies
import Vocabulary

/// Employers: whom to check first, and one with who checked it, its vacancies and the people referred to it.
struct EmployerPages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "employers": PackageResources.employers_mustache, "employer": PackageResources.employer_mustache,
    ]

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("employers") { _, context in try await list(context) }
        group.get("employers/{employer}") { _, context in try await one(context) }
        group.post("employers/{employer}/withdraw") { _, context in
            let id: EmployerID = try context.id("employer")
            try await office.withdrawConfirmation(of: id, caller: context.caller)
            return context.goOn(to: "/employers/\(id)", done: "employer-withdrawn")
        }
        group.post("employers/{employer}/unblock") { _, context in
            let id: EmployerID = try context.id("employer")
            try await office.unblockEmployer(id, caller: context.caller)
            return context.goOn(to: "/employers/\(id)", done: "employer-unblocked")
        }
    }

    private func list(_ context: CallerContext) async throws -> Response {
        let caller = context.caller
        try caller.require(.readVacancies)
        let query = PageQuery(context)
        let usual: EmployerListModel.State = caller.may(.readEmployers) && query.text("q") == nil ? .ask : .all
        let state = query.code("state") ?? usual
        let lines: [EmployerLine]
        let pager: Pager
        if state == .ask, query.text("q") == nil {
            let offset = max(0, try query.place(Int.self) ?? 0)
            lines = try await office.employersToConfirm(
                limit: PageQuery.pageSize + 1,
                offset: offset,
                caller: caller
            )
            pager = try query.pager(lines) { _ in offset + PageQuery.pageSize }
        } else {
            let after = try query.place(Place.self).flatMap { place in
                EmployerID(place.id).map { EmployerFilter.Position(key: place.key, id: $0) }
            }
            var filter = EmployerFilter(limit: PageQuery.pageSize + 1, after: after)
            filter.text = query.text("q")
            state.narrow(&filter)
            lines = try await office.employers(filter, caller: caller).employers
            pager = try query.pager(lines) { Place(key: searchKey($0.name), id: $0.id) }
        }
        let texts = pages.texts(context)
        let model = EmployerListModel(
            frame: pages.frame(texts("employers.title"), in: .employers, context),
            texts: texts,
            caller: caller,
            text: query.text("q"),
            state: state,
            lines: Array(lines.prefix(PageQuery.pageSize)),
            pager: pager
        )
        return try pages.render("employers", model)
    }

    private func one(_ context: CallerContext) async throws -> Response {
        let caller = context.caller
        let id: EmployerID = try context.id("employer")
        let sheet = try await office.employer(id, caller: caller)
        if let known = EmployerID(sheet.employer.id), known != id {
            // It was joined into another, whose address is the one to keep.
            return context.goOn(to: "/employers/\(known)", done: context.page.query["done"])
        }
        var referrals: [ReferralRow]?
        if caller.may(.readReferrals) {
            var filter = ReferralFilter(area: caller.area, limit: PageQuery.pageSize)
            filter.employer = id
            referrals = try await office.store.read { [filter] in try $0.referrals(filter) }
        }
        let texts = pages.texts(context)
        let model = EmployerModel(
            frame: pages.frame(sheet.employer.name, in: .employers, context),
            texts: texts,
            caller: caller,
            sheet: sheet,
            referrals: referrals
        )
        return try pages.render("employer", model)
    }

    /// Where a list of employers goes on.
    private struct Place: Codable {
        let key: String
        let id: Int64
    }
}
