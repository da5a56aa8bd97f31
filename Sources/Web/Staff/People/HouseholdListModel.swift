import Households
import Operations
import Store
import Vocabulary

/// What the list of households shows.
struct HouseholdListModel: PageModel {
    let frame: Frame
    let fields: [Field]
    let total: String
    let hasRows: Bool
    let rows: [Row]
    let pager: Pager
    let export: String?

    /// One household in the list.
    struct Row {
        let address: String
        let code: String
        let head: String
        let village: String
        let commune: String
        let povertyClass: String
        let waiting: String?
        let isCovered: Bool
        let state: String
        let why: String?
    }

    /// The fields of the filter as the address fills them.
    static func fields(
        _ query: PeopleQuery,
        _ context: CallerContext,
        _ territory: Territory,
        villages: [String],
        _ texts: Texts
    ) -> [Field] {
        let all = texts("household.filter.all")
        let yesOrNo = [("", all), ("true", texts("person.yes")), ("false", texts("person.no"))]
        func codes<Code: CaseIterable & RawRepresentable<String>>(
            _ name: String,
            _ label: String,
            _ wording: (Code) -> Wording
        ) -> Field {
            let known: Code? = query.code(name)
            let options = Code.allCases.map { ($0.rawValue, texts(wording($0))) }
            return .choice(name, label, known?.rawValue, [("", all)] + options)
        }
        var fields: [Field] = [
            .line("q", texts("household.filter.words"), query.text("q"), longest: 200),
            .choice(
                "commune",
                texts("household.commune"),
                query.commune(of: territory)?.description,
                context.communeOptions(territory, none: all)
            ),
        ]
        if !villages.isEmpty {
            let options = [("", all)] + villages.map { ($0, $0) }
            fields.append(.choice("village", texts("household.village"), query.text("village"), options))
        }
        fields += [
            codes("class", texts("household.class")) { (code: PovertyClass) in code.wording },
            .choice("covered", texts("household.filter.covered"), query.text("covered"), yesOrNo),
            codes("coverability", texts("household.filter.coverability")) { (code: Coverability) in code.wording },
            .choice("match", texts("household.filter.match"), query.text("match"), yesOrNo),
            codes("reason", texts("household.filter.reason")) { (code: HouseholdState.Reason) in code.wording },
            .choice(
                "sort",
                texts("household.filter.sort"),
                query.text("sort") ?? HouseholdFilter.Order.village.rawValue,
                [
                    (HouseholdFilter.Order.village.rawValue, texts("household.sort.village")),
                    (HouseholdFilter.Order.code.rawValue, texts("household.sort.code")),
                    (HouseholdFilter.Order.waiting.rawValue, texts("household.sort.waiting")),
                ]
            ),
        ]
        return fields
    }
}

extension HouseholdListModel.Row {
    init(_ row: HouseholdRow, _ territory: Territory, _ texts: Texts) {
        address = "/households/\(row.id)"
        code = row.code
        head = row.headName
        village = row.village
        commune = territory.commune(row.commune)?.name ?? row.commune.description
        povertyClass = texts(row.povertyClass.wording)
        waiting = row.isCovered ? nil : row.waitingSince.map { texts.day($0) }
        isCovered = row.isCovered
        state =
            row.isCovered || row.standing == .covered
            ? texts(row.isCovered ? HouseholdState.Standing.covered.wording : HouseholdState.Standing.uncovered.wording)
            : row.standing.map { texts($0.wording) } ?? texts("household.not-planned")
        if row.isCovered {
            why = nil
        } else if let coverability = row.coverability, coverability != .coverable {
            why = texts(coverability.wording)
        } else {
            why = row.reason.map { texts($0.wording) }
        }
    }
}
