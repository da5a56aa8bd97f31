import Operations
import Store
import Vacancies
import Vocabulary

/// What the list of employers shows.
struct EmployerListModel: PageModel {
    let frame: Frame
    let filters: [Field]
    let isToConfirm: Bool
    let mayChange: Bool
    let hasRows: Bool
    let rows: [Line]
    let pager: Pager

    /// An employer in the list.
    struct Line {
        let address: String
        let name: String
        let taxCode: String?
        let wantsTaxCode: Bool
        let wantsLicence: Bool
        let isAbroad: Bool
        let standing: String
        let until: String?
        let isConfirmed: Bool
        let isBlocked: Bool
        let vacancies: String
        let openings: String
        let households: String?
        let workers: String?
    }

    /// Which employers by how they stand.
    enum State: String, CaseIterable {
        /// Those to check, most households first.
        case ask
        /// Those that are checked.
        case confirmed
        /// Those that are blocked.
        case blocked
        /// Those with work abroad.
        case abroad
        /// All.
        case all

        /// Narrows a filter.
        func narrow(_ filter: inout EmployerFilter) {
            switch self {
            case .ask: filter.isConfirmed = false
            case .confirmed: filter.isConfirmed = true
            case .blocked: filter.isBlocked = true
            case .abroad: filter.isAbroad = true
            case .all: break
            }
        }

        /// The state in words.
        func word(_ texts: Texts) -> String {
            switch self {
            case .ask: texts("employers.ask")
            case .confirmed: texts("employers.confirmed")
            case .blocked: texts("employers.blocked")
            case .abroad: texts("employers.abroad")
            case .all: texts("employers.all")
            }
        }
    }

    init(
        frame: Frame,
        texts: Texts,
        caller: Caller,
        text: String?,
        state: State,
        lines: [EmployerLine],
        pager: Pager
    ) {
        self.frame = frame
        self.pager = pager
        let states = State.allCases.filter { $0 != .ask || caller.may(.readEmployers) }
        filters = [
            .line("q", texts("employers.words"), text, longest: 100),
            .choice("state", texts("employers.state"), state.rawValue, states.map { ($0.rawValue, $0.word(texts)) }),
        ]
        isToConfirm = state == .ask && text == nil
        mayChange = caller.may(.confirmEmployers)
        hasRows = !lines.isEmpty
        rows = lines.map { Line($0, texts) }
    }
}

extension EmployerListModel.Line {
    /// An employer as lists and its own page show it.
    init(_ line: EmployerLine, _ texts: Texts) {
        address = "/employers/\(line.id)"
        name = line.name
        taxCode = line.taxCode
        wantsTaxCode = line.wantsTaxCode
        wantsLicence = line.isAbroad && !line.hasLicence
        isAbroad = line.isAbroad
        standing = EmployerStanding(rawValue: line.standing).map { texts.employerStanding($0) } ?? line.standing
        until = line.confirmedUntil.flatMap { Day(iso: $0)?.vietnamese }
        isConfirmed = line.standing == EmployerStanding.confirmed.rawValue
        isBlocked = line.standing == EmployerStanding.blocked.rawValue
        vacancies = String(line.openVacancies)
        openings = String(line.openings)
        households = line.plannedHouseholds.map { String($0) }
        workers = line.plannedWorkers.map { String($0) }
    }
}
