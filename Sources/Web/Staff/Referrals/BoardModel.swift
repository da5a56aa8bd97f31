import Households
import Operations
import Referrals
import Store
import Vacancies
import Vocabulary

/// A referral as cards and rows show it.
struct ReferralCard {
    let address: String
    let person: String
    let birth: String
    let title: String
    let employer: String
    let commune: String
    let village: String
    let officer: String
    let stage: String
    let due: String?
    let isOverdue: Bool
    let isBehind: Bool
    let isToReview: Bool

    init(_ row: ReferralRow, on day: Day, _ territory: Territory, _ texts: Texts) {
        let referral = row.referral
        address = "/referrals/\(referral.id)"
        person = row.memberName
        birth = row.birth?.text ?? ""
        title = row.title
        employer = row.employer
        commune = territory.commune(row.commune)?.name ?? row.commune.description
        village = row.village
        officer = referral.officer
        stage = texts(referral.stage.wording)
        due = referral.due?.vietnamese
        isOverdue = referral.due.map { $0 < day } ?? false
        isBehind = referral.isBehind
        isToReview = row.review != nil
    }
}

/// What the board shows: a column for each stage.
struct BoardModel: PageModel {
    let frame: Frame
    let filters: [Field]
    let hasReferrals: Bool
    let columns: [Column]
    let mayRecord: Bool

    /// A stage with its first referrals.
    struct Column {
        let title: String
        let count: String
        let hasCards: Bool
        let cards: [ReferralCard]
        /// Where all of the stage are listed; nil where the cards are all.
        let all: String?
    }
}

/// What the list of one stage shows.
struct StageModel: PageModel {
    let frame: Frame
    let board: String
    let filters: [Field]
    let stage: String
    let total: String
    let hasReferrals: Bool
    let referrals: [ReferralCard]
    let pager: Pager
}

/// What the board and its lists are narrowed to, by the address.
struct BoardFilter {
    var filter: ReferralFilter
    /// The same as it stands in addresses.
    let query: [String: String]

    /// The filter of a page's query in the caller's area; what cannot be understood narrows nothing.
    init(_ query: [String: String], _ caller: Caller, _ territory: Territory) {
        var filter = ReferralFilter(area: caller.area, limit: 0)
        var kept: [String: String] = [:]
        func given(_ name: String) -> String? {
            guard let text = query[name], !text.isEmpty, text.count <= 200 else { return nil }
            kept[name] = text
            return text
        }
        if let code = given("commune").flatMap({ UnitCode($0) }), territory.commune(code) != nil {
            filter.communes = [code]
        }
        filter.officer = given("officer")
        if let digits = given("occupation"), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            filter.occupation = digits
        }
        filter.text = given("q")
        filter.employer = given("employer").flatMap { Int64($0) }.flatMap { EmployerID($0) }
        self.filter = filter
        self.query = kept
    }
}

extension Office {
    /// The communes of which a caller may see anybody, to choose from.
    func communeChoices(of caller: Caller, all: String) -> [(String, String)] {
        let territory = programme.territory
        return [("", all)]
            + territory.communes.filter { caller.area.touches($0.code) }.map { commune in
                let district = territory.district(commune.district)?.name
                return (commune.code.description, commune.name + (district.map { " (\($0))" } ?? ""))
            }
    }

    /// Groups of occupations, to choose from.
    func occupationChoices(all: String) -> [(String, String)] {
        [("", all)]
            + programme.occupationNames.filter { $0.key.utf8.count == 2 }.sorted { $0.key < $1.key }
            .map { ($0.key, "\($0.key) \($0.value)") }
    }
}
