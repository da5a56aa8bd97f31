import Households
import Referrals
import Vocabulary

/// The households of one of promise B's lists, judged once for all the tables that are made of them.
package struct ListedHouseholds: Sendable {
    /// Which list.
    package let list: CoverageTables.List
    /// The period, the day and the moment.
    package let frame: ReportFrame
    /// Its households, each with the class by which it stands there.
    package let households: [CoverageTables.Judged]
    /// When those of them were covered that can be covered at all and ever were.
    let covered: [Covered]

    /// When a household was covered.
    struct Covered: Sendable {
        /// Whether it was before the period.
        let isBefore: Bool
        /// From which day on, and the first day after; nil where no end is known.
        let stretches: [(from: Day, until: Day?)]

        init(_ history: CoverageHistory, _ frame: ReportFrame) {
            isBefore = history.wasCovered(before: frame.from, to: frame.last)
            stretches = history.spans.lazy.filter { $0.judgement == .covers }.map { ($0.from, $0.until) }
        }

        func isCovered(on day: Day) -> Bool {
            stretches.contains { from, until in from <= day && until.map { day < $0 } != false }
        }
    }

    /// The households of a list.
    ///
    /// - Parameters:
    ///   - all: all households, in the order in which they are listed.
    ///   - list: which of them are counted.
    ///   - classes: the classes of household that count.
    ///   - frame: the period, the day and the moment.
    package init(
        _ all: [CoverageHistory],
        on list: CoverageTables.List,
        classes: Set<PovertyClass>,
        _ frame: ReportFrame
    ) {
        self.list = list
        self.frame = frame
        var households: [CoverageTables.Judged] = []
        var covered: [Covered] = []
        households.reserveCapacity(all.count)
        for history in all {
            let povertyClass = list == .opening ? history.openingClass : history.dayClass
            guard let povertyClass, classes.contains(povertyClass) else { continue }
            households.append(CoverageTables.Judged(history, as: povertyClass, frame))
            if history.coverability == .coverable, history.spans.contains(where: { $0.judgement == .covers }) {
                covered.append(Covered(history, frame))
            }
        }
        self.households = households
        self.covered = covered
    }
}

extension CoverageTables {
    /// A household with where it stands, before and on the day, looked up once for all figures.
    package struct Judged: Sendable {
        /// The household.
        package let household: HouseholdID
        /// What it can be cut by.
        package let traits: Traits
        let coverability: Coverability
        /// Where it stands; nil where it cannot be covered.
        let state: CoverageHistory.State?
        let wasCovered: Bool
        let wasCoveredWithin: Bool
        let way: CoverageHistory.Way?
        let origin: CoverageEntry.Origin?
        let escape: Bool?

        init(_ history: CoverageHistory, as povertyClass: PovertyClass, _ frame: ReportFrame) {
            let isCoverable = history.coverability == .coverable
            let shown = history.shown(on: frame.last)
            household = history.household
            var traits = history.traits
            traits.povertyClass = povertyClass
            traits.job = shown?.job
            self.traits = traits
            coverability = history.coverability
            state = isCoverable ? history.state(on: frame.last) : nil
            wasCovered = isCoverable && history.wasCovered(before: frame.from, to: frame.last)
            wasCoveredWithin = isCoverable && history.wasCovered(from: frame.from, to: frame.last)
            way = isCoverable ? shown?.way : nil
            origin = state == .covered ? shown?.origin : nil
            escape = state == .covered ? history.wouldEscape(on: frame.last) : nil
        }

        var isCovered: Bool { state == .covered }
    }
}

extension CoverageTables.List {
    /// A table's title, with the list that it counts.
    func titled(_ vi: String, _ en: String) -> ReportText {
        switch self {
        case .opening: ReportText("\(vi) (danh sách đầu năm)", "\(en) (the year's opening list)")
        case .day: ReportText("\(vi) (danh sách tại ngày chốt)", "\(en) (the list of the day)")
        }
    }
}
