import Households
import Referrals
import Vocabulary

/// A household as far as promise B's figures ask, as it was known at a moment: on which lists it stands, whether it can
/// be covered, and whose work covered it when.
package struct CoverageHistory: Sendable {
    /// Some time in which a member was in work of one kind.
    package struct Span: Sendable {
        /// What it says of coverage.
        package let judgement: PlacementPolicy.Judgement
        /// The first day.
        package let from: Day
        /// The first day on which it is over; nil while no end is known.
        package let until: Day?
        /// How the ledger came by it.
        package let origin: CoverageEntry.Origin
        /// In what way the member works.
        package let way: Way
        /// What it can be cut by.
        package let job: JobTraits
        /// The wage by the month, where known.
        package let wage: Dong?

        /// A span from its parts.
        package init(
            judgement: PlacementPolicy.Judgement,
            from: Day,
            until: Day?,
            origin: CoverageEntry.Origin,
            way: Way,
            job: JobTraits = JobTraits(),
            wage: Dong? = nil
        ) {
            self.judgement = judgement
            self.from = from
            self.until = until
            self.origin = origin
            self.way = way
            self.job = job
            self.wage = wage
        }

        func isInForce(on day: Day) -> Bool { from <= day && until.map { day < $0 } != false }
    }

    /// The ways of working that have columns of their own, in the order in which one of several is shown.
    package enum Way: String, Sendable, CaseIterable {
        /// Paid work under a written contract.
        case contract
        /// Abroad.
        case abroad
        /// In a cooperative.
        case cooperative
        /// An own trade or business.
        case selfEmployed = "self_employed"
        /// The own farm or forest.
        case farming
        /// Anything else: without contract, in the family, or not told.
        case other

        /// The way of some work.
        package init(_ work: Employment, isCooperative: Bool) {
            self =
                switch work.kind {
                case .abroad: .abroad
                case _ where isCooperative: .cooperative
                case .employee: .contract
                case .selfEmployed, .employer, .ownAccount: .selfEmployed
                case .ownFarming: .farming
                case .employeeUnknown, .noContract, .familyWork, .unknown: .other
                }
        }
    }

    /// Where a household stood on a day.
    package enum State: String, Sendable, CaseIterable {
        /// Somebody's work covers it.
        case covered
        /// Not covered, with work of which something is to be asked.
        case toAsk = "to_ask"
        /// Neither.
        case open
    }

    /// The household.
    package let household: HouseholdID
    /// What it can be cut by; the job is the one that is shown for the day of the report.
    package var traits: Traits
    /// Its class on the day on which the year's list was fixed; nil where it was not on the roll.
    package var openingClass: PovertyClass?
    /// Its class on the day of the report; nil where it was not on the roll, or had left.
    package var dayClass: PovertyClass?
    /// Whether it can be covered, by what the register knows.
    package var coverability: Coverability
    /// The work of its members, in any order.
    package var spans: [Span]
    /// What its income says of an escape from poverty; nil where nothing does.
    package var income: Income?

    /// The income of a household with the line it is held against.
    package struct Income: Hashable, Sendable {
        /// By the month and person; nil where it is not on the roll.
        package let perPerson: Dong?
        /// How many people live of it; nil where that is not on the roll.
        package let people: Int?
        /// The income line of poverty, by the month and person.
        package let line: Dong

        /// An income from its parts.
        package init(perPerson: Dong?, people: Int?, line: Dong) {
            self.perPerson = perPerson
            self.people = people
            self.line = line
        }
    }

    /// A household from its parts.
    package init(
        household: HouseholdID,
        traits: Traits,
        openingClass: PovertyClass?,
        dayClass: PovertyClass?,
        coverability: Coverability,
        spans: [Span],
        income: Income? = nil
    ) {
        self.household = household
        self.traits = traits
        self.openingClass = openingClass
        self.dayClass = dayClass
        self.coverability = coverability
        self.spans = spans
        self.income = income
    }

    /// The work that is shown for a day: what covers first, then what is to be asked, then the rest; of these the
    /// first.
    package func shown(on day: Day) -> Span? {
        func rank(_ span: Span) -> (Int, Int) {
            let first = span.judgement == .covers ? 0 : span.judgement == .ask ? 1 : 2
            return (first, span.from.number)
        }
        var best: Span?
        for span in spans where span.isInForce(on: day) {
            if let known = best, rank(known) <= rank(span) { continue }
            best = span
        }
        return best
    }

    /// Where it stood on a day.
    package func state(on day: Day) -> State {
        var isToAsk = false
        for span in spans where span.isInForce(on: day) {
            if span.judgement == .covers { return .covered }
            if span.judgement == .ask { isToAsk = true }
        }
        return isToAsk ? .toAsk : .open
    }

    /// Whether it was covered before a period: on the day before, or by the opening balance of a ledger that was opened in
    /// the period, since what the first roll shows is nothing that the period brought.
    package func wasCovered(before first: Day, to last: Day) -> Bool {
        let before = first.adding(days: -1)
        return spans.contains { span in
            guard span.judgement == .covers else { return false }
            return span.isInForce(on: before) || (span.origin == .opening && first <= span.from && span.from <= last)
        }
    }

    /// Whether somebody's work covered it on any day of a range.
    package func wasCovered(from first: Day, to last: Day) -> Bool {
        spans.contains { span in
            guard span.judgement == .covers, span.from <= last else { return false }
            return span.until.map { max(first, span.from) < $0 } != false
        }
    }

    /// Whether its income would be above the line with the wage of the work that covers it; nil where that cannot be
    /// told.
    ///
    /// The wage is added whole: what the person earned before is on no roll.
    package func wouldEscape(on day: Day) -> Bool? {
        guard let income, let perPerson = income.perPerson, let people = income.people, people > 0,
            let wage = shown(on: day)?.wage
        else { return nil }
        return perPerson.amount + wage.amount / Int64(people) > income.line.amount
    }
}
