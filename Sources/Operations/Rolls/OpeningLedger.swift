import Households
import Outcomes
import Referrals
import Store
import Vocabulary

extension Office {
    /// Brings the ledger's lines in step with the work that the register shows.
    ///
    /// What the first roll that names a household shows opens its ledger; work that begins later is found. A line that the
    /// register no longer bears out, or that the day's policy judges otherwise, ends on the day. What referrals, reports and
    /// corrections told stands against rolls, which open no second line for the same work; only who died or left the
    /// household ends it, on that day.
    ///
    /// - Returns: how many lines were opened and ended.
    func openLedger(_ writing: Writing, on day: Day) throws -> (opened: Int, ended: Int) {
        let policy = try programme.placement(on: day)
        let members = try writing.reading.members()
        let ledger = try writing.reading.ledger()
        let moment = try ledgerMoment(writing.reading)
        try writing.noteDepartures(on: day, at: moment)
        var (opened, ended) = (0, 0)
        for household in try writing.reading.households() {
            let all = ledger[household.id] ?? []
            var lines = all.filter { $0.entry.report == nil }
            let known = Dictionary(grouping: all.filter { $0.entry.report != nil }, by: \.entry.member)
            let own = members[household.id] ?? []
            for member in own {
                guard let departure = member.departure, departure.leavesJob else { continue }
                for line in known[member.id] ?? [] where line.entry.until.map({ $0 > departure.on }) != false {
                    try end(line, on: departure.on, writing, at: moment)
                    ended += 1
                }
            }
            let rolledOn = Dictionary(own.map { ($0.id, $0.rolledOn) }) { first, _ in first }
            let shown = CoverageEntry.opening(
                for: household,
                members: own,
                on: day,
                workingAge: programme.workingAge,
                policy: policy
            )
            for entry in shown {
                let told = (known[entry.member] ?? []).map(\.entry)
                let rolled = rolledOn[entry.member] ?? nil
                if let same = told.first(where: { $0.stands(against: entry, of: rolled) }) {
                    // A line that a roll opened before the same work was told is the same work twice.
                    for line in lines where line.entry.member == entry.member && line.entry.isWithin(same) {
                        try writing.retract(line, at: moment)
                        lines.removeAll { $0 == line }
                        ended += 1
                    }
                    continue
                }
                if let position = lines.firstIndex(where: { $0.entry.says(the: entry) }) {
                    let line = lines.remove(at: position)
                    if let corrected = line.entry.corrected(by: entry) {
                        try writing.correct(line, to: corrected, at: moment)
                    }
                    continue
                }
                opened += 1
                guard let position = lines.firstIndex(where: { $0.entry.member == entry.member }) else {
                    // Work that a roll shows after it was told to be over is other work, or the same begun again.
                    let same = told.filter { $0.employment.isSameWork(as: entry.employment) }
                    let over = same.compactMap(\.until).filter { $0 <= day }.max()
                    let from = max(entry.from, over ?? entry.from)
                    let isOpening = over == nil && household.openedOn.map { entry.from <= $0 } ?? true
                    try writing.add(entry.with(isOpening ? .opening : .found, from: from), at: moment)
                    continue
                }
                let before = lines[position]
                if before.entry.evidence == .ask, entry.evidence != .ask {
                    // What was asked is told: it was so all along, and is known now.
                    lines.remove(at: position)
                    let from = entry.employment.since == nil ? before.entry.from : entry.from
                    try writing.correct(before, to: entry.with(before.entry.origin, from: from), at: moment)
                    ended += 1
                } else {
                    // Other work counts from now on, and so does the same work judged anew by another policy.
                    let isSame =
                        before.entry.employment.kind == entry.employment.kind
                        && before.entry.employment.contract == entry.employment.contract
                    try writing.add(entry.with(isSame ? before.entry.origin : .found, from: day), at: moment)
                }
            }
            // Of whom everything was erased the figures stay, and nothing more is known.
            let erased = Set((members[household.id] ?? []).filter { $0.erasedOn != nil }.map(\.id))
            for line in lines where !erased.contains(line.entry.member) {
                try writing.end(line, on: day, at: moment)
                ended += 1
            }
        }
        return (opened, ended)
    }

    /// What the rolls showed of promise B before the programme did anything, and what other policies would make of it.
    package func openingBalance() async throws -> OpeningBalance {
        let day = today()
        let policy = try programme.placement(on: day)
        let (households, members, work) = try await store.read { reading in
            (try reading.households(), try reading.members(), try reading.openingWork())
        }
        var list: [OpeningBalance.Household] = []
        for household in households where programme.role(of: household, on: day).countsForCoverage {
            let coverability = Coverability.of(
                household,
                members: members[household.id] ?? [],
                on: day,
                workingAge: programme.workingAge
            )
            if coverability == .coverable { list.append(work[household.id] ?? []) }
        }
        return OpeningBalance(list, policy: policy)
    }
}

extension CoverageEntry {
    /// Whether a line of the ledger says the same of the same member.
    fileprivate func says(the other: CoverageEntry) -> Bool {
        member == other.member && employment.kind == other.employment.kind
            && employment.contract == other.employment.contract && evidence == other.evidence
            && (employment.workplace == nil || employment.workplace == other.employment.workplace)
            && covers == other.covers
    }

    /// The line with what the register now tells besides: since when, and where; nil where that is nothing new.
    fileprivate func corrected(by other: CoverageEntry) -> CoverageEntry? {
        let from = other.employment.since == nil ? from : other.from
        if from == self.from, employment.workplace == other.employment.workplace { return nil }
        return other.with(origin, from: from)
    }

    /// The same, come by in another way and from another day on.
    fileprivate func with(_ origin: Origin, from day: Day) -> CoverageEntry {
        var entry = self
        entry.origin = origin
        entry.from = day
        return entry
    }

    /// Whether a roll's line lies within the time of work that was told.
    fileprivate func isWithin(_ told: CoverageEntry) -> Bool {
        employment.isSameWork(as: told.employment) && told.from <= from && told.until.map { from < $0 } != false
    }

    /// Whether what was told here, and not a roll of a day, tells of the work that the roll shows: it is the same work, and
    /// the roll is not of a day before it began nor of one after it was over; or a person has corrected what a roll of
    /// that day or before had said.
    func stands(against shown: CoverageEntry, of rolledOn: Day?) -> Bool {
        guard let report, let rolledOn else { return false }
        if report.correction != nil, origin != .programme, rolledOn <= report.toldOn { return true }
        guard from <= rolledOn, employment.isSameWork(as: shown.employment) else { return false }
        guard let until else { return true }
        return rolledOn < until || rolledOn <= report.toldOn
    }
}

extension Departure {
    /// Whether who left so has left for the household what work there was; of who is only missing, somebody has to say.
    fileprivate var leavesJob: Bool {
        switch reason {
        case .died, .moved, .split, .duplicate: true
        case .missing: false
        }
    }
}
