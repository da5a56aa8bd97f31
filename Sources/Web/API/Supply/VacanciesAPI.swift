import Households
import Operations
import Store
import Vacancies
import Vocabulary

/// Vacancies: their list, and one with how many of the latest run's proposals it has.
struct VacanciesAPI: EndpointGroup {
    let office: Office

    var endpoints: [Endpoint] { [list, one] }

    private var list: Endpoint {
        Endpoint(
            .get,
            "/v1/vacancies",
            id: "listVacancies",
            tag: "vacancies",
            "Vacancies by title.",
            access: .may(.readVacancies),
            parameters: Parameter.paging + [
                .query("source", .text(1...100), "Only of this source."),
                .query("taxCode", .text(1...20), "Only of the employer with this tax code."), .occupation, .words,
                .query("district", .district, "Only in this district, by its code before July 2025."),
                .query(
                    "sustainable",
                    .boolean,
                    "Only with a contract that lasts by today's policy, or only the others."
                ),
                .query("open", .boolean, "Only open ones, or only closed ones."),
                .query(
                    "hasOpenings",
                    .boolean,
                    "Only those with an opening that no hire has taken, or only the others."
                ),
            ],
            success: [.page(of: VacancyPayload.schema)]
        ) { request in try await list(request) }
    }

    private var one: Endpoint {
        Endpoint(
            .get,
            "/v1/vacancies/{vacancy}",
            id: "getVacancy",
            tag: "vacancies",
            "One vacancy with its text.",
            access: .may(.readVacancies),
            success: [.tagged(VacancyPayload.schema)]
        ) { request in
            let id: VacancyID = try request.id("vacancy")
            guard let row = try await office.store.read({ try $0.vacancyRow(id) }) else { throw Problem.notFound }
            let payload = VacancyPayload(row, withText: true, on: office.today())
            return try .ok(payload, version: Int64(row.version))
        }
    }

    private func list(_ request: APIRequest) async throws -> APIAnswer {
        let territory = office.programme.territory
        var filter = VacancyFilter()
        filter.source = request.text("source")
        filter.taxCode = request.text("taxCode")
        filter.occupation = request.text("occupation")
        filter.text = request.text("q")
        filter.communes = try request.communes(of: territory) ?? []
        filter.district = request.text("district")
        filter.isSustainable = request.flag("sustainable")
        let day = office.today()
        filter.lastingMonths = office.programme.scoring.sustainableMonths.value(on: day) ?? 12
        filter.isOpen = request.flag("open")
        filter.hasOpenings = request.flag("hasOpenings")
        let place = try request.place(VacancyFilter.Place.self)
        let (limit, wantsTotal) = (request.limit + 1, request.wantsTotal)
        let (rows, total) = try await office.store.read { [filter] reading in
            try (
                reading.vacancies(filter, after: place, limit: limit),
                wantsTotal ? reading.vacancyCount(filter) : nil
            )
        }
        return try request.page(rows, total: total, place: \.place) { VacancyPayload($0, withText: false, on: day) }
    }
}
