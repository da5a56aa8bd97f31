import Households
import Operations
import Referrals
import Scoring
import Vocabulary

/// One of the office's rules as a table: a column of what is settled, then its values by the day since which they hold.
struct PolicyTable {
    let title: String
    let note: String?
    let headings: [Heading]
    let rows: [Row]

    private static let mostColumns = 4

    /// The head of a column.
    struct Heading {
        let text: String
        let isNow: Bool
    }

    /// What is settled, with its values.
    struct Row {
        let title: String
        let isNow: Bool
        let cells: [Cell]
    }

    /// A value, under the head of its column.
    struct Cell {
        let heading: String
        let text: String
    }

    /// Every table, with what holds on a day marked.
    static func all(_ programme: Programme, on day: Day, _ texts: Texts) -> [PolicyTable] {
        let words = PolicyWords(texts)
        return [
            words.programme(programme), words.placement(programme.placementPolicies, on: day),
            words.poverty(programme.povertyStandard, on: day), words.age(programme.workingAge, on: day),
            words.wages(programme.scoring.minimumWage, on: day), words.weights(programme.scoring),
            words.referrals(programme),
        ]
    }

    /// A table of dated values: a column for each, or a row for each where they are many.
    fileprivate init<Value>(
        _ title: String,
        _ dated: Dated<Value>,
        on day: Day,
        since: (Day, Value) -> String,
        _ rules: [(String, (Value) -> String)]
    ) {
        let now = dated.all.last { $0.from <= day }?.from
        self.title = title
        note = nil
        let dates = dated.all.map { Heading(text: since($0.from, $0.value), isNow: $0.from == now) }
        if dates.count > PolicyTable.mostColumns {
            headings = rules.map { Heading(text: $0.0, isNow: false) }
            rows = zip(dates, dated.all).map { date, entry in
                Row(
                    title: date.text,
                    isNow: date.isNow,
                    cells: rules.map { Cell(heading: $0.0, text: $0.1(entry.value)) }
                )
            }
        } else {
            headings = dates
            rows = rules.map { title, text in
                let cells = zip(dates, dated.all).map { Cell(heading: $0.text, text: text($1.value)) }
                return Row(title: title, isNow: false, cells: cells)
            }
        }
    }

    /// A table of values that hold until Config says otherwise.
    fileprivate init(_ title: String, note: String? = nil, _ heading: String, _ rows: [(String, String)]) {
        self.title = title
        self.note = note
        headings = [Heading(text: heading, isNow: false)]
        self.rows = rows.map { Row(title: $0.0, isNow: false, cells: [Cell(heading: heading, text: $0.1)]) }
    }
}

/// The tables in one language.
private struct PolicyWords {
    let texts: Texts

    init(_ texts: Texts) { self.texts = texts }

    private func months(_ count: Int) -> String { texts("policies.months", ["n": String(count)]) }
    private func days(_ count: Int) -> String { texts("policies.days", ["n": String(count)]) }
    private func points(_ count: Int) -> String { texts("policies.points", ["n": number(count)]) }
    private func since(_ day: Day) -> String { texts("policies.since", ["day": day.vietnamese]) }
    private func yes(_ value: Bool) -> String { texts(value ? "policies.yes" : "policies.no") }

    private func kinds(_ kinds: Set<Employment.Kind>) -> String {
        let named = Employment.Kind.allCases.filter(kinds.contains).map { kind in
            texts.entries["policies.work.\(kind.rawValue)"] ?? kind.rawValue
        }
        return named.isEmpty ? "—" : named.joined(separator: "; ")
    }

    private func evidence(_ evidence: OutcomeEvidence) -> String {
        texts.entries["policies.evidence.\(evidence.rawValue)"] ?? evidence.rawValue
    }

    private func classes(_ classes: Set<PovertyClass>) -> String {
        PovertyClass.allCases.filter(classes.contains).map { texts($0.wording) }.joined(separator: "; ")
    }

    func programme(_ programme: Programme) -> PolicyTable {
        PolicyTable(
            texts("policies.programme"),
            texts("policies.value"),
            [
                (texts("policies.year"), String(programme.year)),
                (texts("policies.target"), number(programme.target)),
                (texts("policies.connection-classes"), classes(programme.connectionClasses)),
                (texts("policies.coverage-classes"), classes(programme.coverageClasses)),
                (texts("policies.newly-escaped"), months(programme.newlyEscapedMonths)),
            ]
        )
    }

    func placement(_ policies: Dated<PlacementPolicy>, on day: Day) -> PolicyTable {
        PolicyTable(
            texts("policies.placement"),
            policies,
            on: day,
            since: { "\(since($0)) · \($1.version)" },
            [
                (texts("policies.connection-months"), { months($0.connectionMonths) }),
                (texts("policies.sustainable-months"), { months($0.sustainableMonths) }),
                (texts("policies.also-covering"), { kinds($0.alsoCovering) }),
                (texts("policies.retained-months"), { months($0.retainedMonths) }),
                (texts("policies.retained-also"), { kinds($0.retainedAlso) }),
                (texts("policies.unconfirmed"), { yes($0.coversUnconfirmed) }),
                (texts("policies.programme-evidence"), { evidence($0.programmeEvidence) }),
                (texts("policies.found-evidence"), { evidence($0.foundEvidence) }),
            ]
        )
    }

    func poverty(_ standard: Dated<PovertyStandard>, on day: Day) -> PolicyTable {
        PolicyTable(
            texts("policies.poverty"),
            standard,
            on: day,
            since: { day, _ in since(day) },
            [
                (texts("policies.rural"), { $0.ruralLine.description }),
                (texts("policies.urban"), { $0.urbanLine.description }),
                (texts("policies.deprivations"), { String($0.poorDeprivations) }),
            ]
        )
    }

    func age(_ age: WorkingAge, on day: Day) -> PolicyTable {
        func years(_ months: Int) -> String {
            texts("policies.years", ["years": String(months / 12), "months": String(months % 12)])
        }
        return PolicyTable(
            texts("policies.age", ["years": String(age.minimumYears)]),
            age.retirement,
            on: day,
            since: { day, _ in since(day) },
            [
                (texts("policies.men"), { years($0.maleMonths) }),
                (texts("policies.women"), { years($0.femaleMonths) }),
            ]
        )
    }

    func wages(_ wages: Dated<[WageRegion: Dong]>, on day: Day) -> PolicyTable {
        PolicyTable(
            texts("policies.wages"),
            wages,
            on: day,
            since: { day, _ in since(day) },
            WageRegion.allCases.map { region in
                (texts("policies.region", ["region": region.rawValue]), { $0[region]?.description ?? "—" })
            }
        )
    }

    func weights(_ policy: ScoringPolicy) -> PolicyTable {
        PolicyTable(
            texts("policies.weights"),
            note: texts("policies.weights.note"),
            texts("policies.version", ["version": policy.version]),
            ReasonCode.allCases.map { code in (texts(code.title), number(policy.weights[code])) } + [
                (texts("policies.need.poor"), points(policy.need.poor)),
                (texts("policies.need.near-poor"), points(policy.need.nearPoor)),
                (texts("policies.need.commune"), points(policy.need.difficultCommune)),
                (texts("policies.need.month"), points(policy.need.waitingMonth)),
                (texts("policies.need.most"), points(policy.need.waitingMost)),
                (texts("policies.daily"), "\(policy.dailyKilometres) km"),
                (texts("policies.road"), "\(policy.roadPercent) %"),
            ]
        )
    }

    func referrals(_ programme: Programme) -> PolicyTable {
        let rules = programme.referrals
        return PolicyTable(
            texts("policies.referrals"),
            texts("policies.value"),
            [
                (texts("policies.due"), days(rules.dueDays)),
                (texts("policies.per-member"), String(rules.perMember)),
                (texts("policies.per-opening"), String(rules.perOpening)),
                (texts("policies.undo"), texts("policies.minutes", ["n": String(rules.undoMinutes)])),
                (texts("policies.letter"), days(rules.letterDays)),
                (texts("policies.letter-number"), rules.letterNumber),
                (texts("policies.employer"), months(programme.employerConfirmedMonths)),
                (texts("policies.vacancy"), days(programme.scoring.confirmDays)),
                (texts("policies.files"), days(programme.peopleFileDays)),
            ]
        )
    }
}
