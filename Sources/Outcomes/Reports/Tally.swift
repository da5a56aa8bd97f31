import Households
import Referrals
import Vacancies

/// What a figure counts: each fact is about one of these, and a list of what is counted names them.
package enum ReportSubject: Hashable, Sendable {
    /// A member.
    case member(MemberID)
    /// A household.
    case household(HouseholdID)
    /// A referral.
    case referral(ReferralID)
    /// A vacancy.
    case vacancy(VacancyID)
}

/// A figure: how much each fact adds to it, and what that means.
package struct Figure<Fact: Sendable>: Sendable {
    /// Its code.
    package let id: String
    /// Its heading.
    package let title: ReportText
    /// What exactly it counts.
    package let definition: ReportText
    /// What a fact adds.
    package let amount: @Sendable (Fact) -> Int

    /// A figure that adds up.
    package init(
        _ id: String,
        _ title: ReportText,
        _ definition: ReportText,
        adding amount: @escaping @Sendable (Fact) -> Int
    ) {
        self.id = id
        self.title = title
        self.definition = definition
        self.amount = amount
    }

    /// A figure that counts facts.
    package init(
        _ id: String,
        _ title: ReportText,
        _ definition: ReportText,
        where counts: @escaping @Sendable (Fact) -> Bool
    ) {
        self.init(id, title, definition, adding: { counts($0) ? 1 : 0 })
    }
}

/// A ratio of two figures of the same row.
package struct Ratio: Sendable {
    /// Its code.
    package let id: String
    /// Its heading.
    package let title: ReportText
    /// What exactly it says.
    package let definition: ReportText
    /// Whether it is a percentage; else so many for each one.
    package let isShare: Bool
    /// The figure above the line.
    package let part: String
    /// The figure below it.
    package let whole: String

    /// A percentage.
    package static func share(
        _ id: String,
        _ title: ReportText,
        _ definition: ReportText,
        _ part: String,
        of whole: String
    ) -> Ratio {
        Ratio(id: id, title: title, definition: definition, isShare: true, part: part, whole: whole)
    }

    /// So many for each one.
    package static func rate(
        _ id: String,
        _ title: ReportText,
        _ definition: ReportText,
        _ part: String,
        per whole: String
    ) -> Ratio {
        Ratio(id: id, title: title, definition: definition, isShare: false, part: part, whole: whole)
    }
}

/// Facts with the figures that are counted from them: both the table and the list of what a cell counts come from here,
/// so that they cannot disagree.
package struct Tally<Fact: Sendable>: Sendable {
    /// The code of its table.
    package let id: String
    /// The table's title.
    package let title: ReportText
    /// The facts.
    package let facts: [Fact]
    /// The figures, in the order of the columns.
    package let figures: [Figure<Fact>]
    /// The ratios, in columns behind them.
    package let ratios: [Ratio]
    /// What a fact is about.
    package let subject: @Sendable (Fact) -> ReportSubject
    /// By what facts are told apart, and which key each has.
    package let by: ReportTable.Rows
    /// Whether its rows have a sum that means anything.
    package let hasTotal: Bool
    /// The rows that stand in the table in any case.
    package let fixedKeys: [String]
    /// The key of a fact.
    package let key: @Sendable (Fact) -> String
    /// The table.
    package let table: ReportTable

    /// A tally from its parts.
    package init(
        id: String,
        title: ReportText,
        facts: [Fact],
        figures: [Figure<Fact>],
        ratios: [Ratio] = [],
        subject: @escaping @Sendable (Fact) -> ReportSubject,
        by: ReportTable.Rows,
        hasTotal: Bool = true,
        fixedKeys: [String] = [],
        key: @escaping @Sendable (Fact) -> String
    ) {
        self.id = id
        self.title = title
        self.facts = facts
        self.figures = figures
        self.ratios = ratios
        self.subject = subject
        self.by = by
        self.hasTotal = hasTotal
        self.fixedKeys = fixedKeys
        self.key = key
        // Counted here, where the compiler knows the kind of fact, and not where a report asks tallies of any kind.
        let (rows, whole) = Tally.count(facts, figures, into: fixedKeys, by: by, key: key)
        func row(_ key: String, _ amounts: [Int]) -> ReportTable.Row {
            Tally.row(key, amounts, figures.map(\.id), ratios)
        }
        table = ReportTable(
            id: id,
            title: title,
            by: by,
            columns: Tally.columns(figures, ratios),
            rows: rows.map { row($0.key, $0.amounts) },
            total: hasTotal ? row(ReportTable.whole, whole) : nil
        )
    }

    /// Adds up what each fact adds to each figure: by key, and in all.
    private static func count(
        _ facts: [Fact],
        _ figures: [Figure<Fact>],
        into fixedKeys: [String],
        by: ReportTable.Rows,
        key: (Fact) -> String
    ) -> (rows: [(key: String, amounts: [Int])], whole: [Int]) {
        let amount = figures.map(\.amount)
        var places: [String: Int] = [:]
        for key in fixedKeys { places[key] = places.count }
        var sums = [[Int]](repeating: [Int](repeating: 0, count: amount.count), count: fixedKeys.count)
        var whole = [Int](repeating: 0, count: amount.count)
        var amounts = whole
        for fact in facts {
            var isCounted = false
            for column in amount.indices {
                amounts[column] = amount[column](fact)
                isCounted = isCounted || amounts[column] != 0
                whole[column] += amounts[column]
            }
            if by == .none || !isCounted { continue }
            let key = key(fact)
            if let place = places[key] {
                for column in amounts.indices { sums[place][column] += amounts[column] }
            } else {
                places[key] = sums.count
                sums.append(amounts)
            }
        }
        let others = places.keys.filter { !fixedKeys.contains($0) }.sorted(by: Tally.precedes)
        return ((fixedKeys + others).compactMap { key in places[key].map { (key, sums[$0]) } }, whole)
    }

    /// What a figure counts, in a row or in all of them; in the order of the facts, each once.
    ///
    /// - Returns: nil where there is no such figure.
    package func subjects(_ figure: String, key wanted: String?) -> [ReportSubject]? {
        guard let figure = figures.first(where: { $0.id == figure }) else { return nil }
        var seen: Set<ReportSubject> = []
        return facts.lazy.filter { figure.amount($0) != 0 && (wanted == nil || key($0) == wanted) }
            .map(subject).filter { seen.insert($0).inserted }
    }

    private static func columns(_ figures: [Figure<Fact>], _ ratios: [Ratio]) -> [ReportTable.Column] {
        figures.map { .init(id: $0.id, title: $0.title, definition: $0.definition, formula: .counted) }
            + ratios.map { ratio in
                .init(
                    id: ratio.id,
                    title: ratio.title,
                    definition: ratio.definition,
                    formula: ratio.isShare ? .share(ratio.part, of: ratio.whole) : .rate(ratio.part, per: ratio.whole)
                )
            }
    }

    private static func row(_ key: String, _ amounts: [Int], _ figures: [String], _ ratios: [Ratio]) -> ReportTable.Row
    {
        func amount(_ id: String) -> Int { figures.firstIndex(of: id).map { amounts[$0] } ?? 0 }
        let ratios = ratios.map { ratio in
            let (part, whole) = (amount(ratio.part), amount(ratio.whole))
            return ratio.isShare ? ReportCell.share(part, of: whole) : .rate(part, per: whole)
        }
        return ReportTable.Row(key: key, cells: amounts.map(ReportCell.count) + ratios)
    }

    /// By key; what is unknown, and what has no job, comes last.
    private static func precedes(_ one: String, _ other: String) -> Bool {
        func rank(_ key: String) -> Int { key == Cut.none ? 1 : key == Cut.unknown ? 2 : 0 }
        return (rank(one), one) < (rank(other), other)
    }
}
