import Households
import Operations
import Store
import Vocabulary

/// What the list of households shows.
struct HouseholdListModel: PageModel {
    let frame: Frame
    let fields: [Field]
    let hasCuts: Bool
    let cuts: [Cut]
    let total: String
    let hasRows: Bool
    let rows: [Row]
    let pager: Pager
    let export: String?

    /// What cuts the list and has no field of its own: other pages' figures lead here with it.
    struct Cut {
        let name: String
        let value: String
        let text: String
        /// The list without it.
        let clear: String
    }

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
        _ query: PageQuery,
        communes: [(String, String)],
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
            .choice("commune", texts("household.commune"), query.text("commune"), communes),
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

    /// What of a filter has no field.
    static func cuts(
        _ filter: HouseholdFilter,
        _ page: PageAddress,
        _ territory: Territory,
        _ texts: Texts
    ) -> [Cut] {
        var words: [(name: String, text: String)] = []
        if let code = page.query["district"], !code.isEmpty {
            words.append(("district", territory.district(code)?.name ?? texts("household.cut.nowhere")))
        }
        if let code = page.query["unit"], !code.isEmpty {
            let unit = UnitCode(code).flatMap { territory.unit($0) }
            words.append(("unit", unit?.name ?? texts("household.cut.nowhere")))
        }
        if filter.isCounted { words.append(("counts", texts("household.cut.counts"))) }
        if filter.isRemaining { words.append(("remaining", texts("household.cut.remaining"))) }
        if let standing = filter.standing { words.append(("standing", texts(standing.wording))) }
        return words.map { name, text in
            let clear = page.with([name: nil, "cursor": nil, "done": nil, "undo": nil])
            return Cut(name: name, value: page.query[name] ?? "", text: text, clear: clear)
        }
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
