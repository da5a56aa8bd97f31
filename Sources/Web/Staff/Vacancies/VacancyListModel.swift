import Operations
import Store
import Vacancies
import Vocabulary

/// What the list of vacancies shows.
struct VacancyListModel: PageModel {
    let frame: Frame
    let filters: [Field]
    let employer: String?
    let mayChange: Bool
    let hasRows: Bool
    let rows: [Line]
    let pager: Pager

    /// A vacancy in the list.
    struct Line {
        let address: String
        let title: String
        let occupation: String?
        let employer: String
        let employerAddress: String?
        let isToConfirm: Bool
        let isBlocked: Bool
        let place: String
        let isAbroad: Bool
        let wage: String
        let contract: String
        let openings: String
        let source: String
        let state: String
        let isOpen: Bool
    }

    /// Which vacancies by how they stand.
    enum State: String, CaseIterable {
        /// Open ones.
        case open
        /// Open ones whose openings are all spoken for.
        case reserved
        /// Open ones whose employer is to be asked whether they still stand.
        case ask
        /// Closed ones.
        case closed
        /// All.
        case all

        /// Narrows a filter.
        func narrow(_ filter: inout VacancyFilter, confirmedUpTo day: Day) {
            switch self {
            case .open: filter.isOpen = true
            case .reserved: filter.isReserved = true
            case .ask:
                filter.isOpen = true
                filter.confirmedUpTo = day
            case .closed: filter.isOpen = false
            case .all: break
            }
        }

        /// The state in words.
        func word(_ texts: Texts) -> String {
            switch self {
            case .open: texts("vacancies.open")
            case .reserved: texts("vacancies.reserved")
            case .ask: texts("vacancies.ask")
            case .closed: texts("vacancies.closed")
            case .all: texts("vacancies.all")
            }
        }
    }

    init(
        frame: Frame,
        texts: Texts,
        programme: Programme,
        caller: Caller,
        day: Day,
        query: PageQuery,
        state: State,
        sources: [String],
        rows: [VacancyRow],
        pager: Pager
    ) {
        self.frame = frame
        self.pager = pager
        employer = query.text("employer")
        mayChange = caller.may(.changeVacancies)
        filters = [
            .line("q", texts("vacancies.words"), query.text("q"), longest: 200),
            .choice(
                "occupation",
                texts("vacancies.occupation"),
                query.text("occupation"),
                programme.occupationOptions(none: texts("vacancies.any"))
            ),
            .choice(
                "district",
                texts("vacancies.district"),
                query.text("district"),
                [("", texts("vacancies.any"))] + programme.territory.districts.map { ($0.code, $0.name) }
            ),
            .choice(
                "state",
                texts("vacancies.state"),
                state.rawValue,
                State.allCases.map { ($0.rawValue, $0.word(texts)) }
            ),
            .choice(
                "source",
                texts("vacancies.source"),
                query.text("source"),
                [("", texts("vacancies.any"))] + sources.map { ($0, texts.vacancySource($0)) }
            ),
        ]
        hasRows = !rows.isEmpty
        self.rows = rows.map { row in
            let vacancy = row.vacancy
            let standing = vacancy.employerStanding(on: day)
            return Line(
                address: "/vacancies/\(vacancy.id)",
                title: vacancy.title,
                occupation: vacancy.occupation.flatMap { programme.occupationNames[$0.digits] },
                employer: vacancy.employer,
                employerAddress: vacancy.employerID.map { "/employers/\($0)" },
                isToConfirm: standing == .unconfirmed,
                isBlocked: standing == .blocked,
                place: vacancy.placeText,
                isAbroad: vacancy.isAbroad,
                wage: texts.offeredWage(vacancy.wage),
                contract: texts.offeredContract(vacancy.contract),
                openings: "\(row.taken)/\(vacancy.openings)",
                source: texts.vacancySource(vacancy.source),
                state: texts.vacancyState(row, on: day),
                isOpen: vacancy.closed == nil
            )
        }
    }
}
