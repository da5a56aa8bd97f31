import Households
import Outcomes
import Referrals
import Store
import Vocabulary

extension Office {
    /// Brings the ledger's lines in step with the work that the register shows.
    ///
    /// What the first roll that names a household shows opens its ledger; work that begins later is found. A line that the
    /// register no longer bears out, or that the day's policy judges otherwise, ends on the day; the programme's own lines
    /// are not touched.
    ///
    /// - Returns: how many lines were opened and ended.
    func openLedger(_ writing: Writing, on day: Day) throws -> (opened: Int, ended: Int) {
        let policy = try programme.placement(on: day)
        let members = try writing.reading.members()
        let ledger = try writing.reading.ledger()
        let moment = now()
        var (opened, ended) = (0, 0)
        for household in try writing.reading.households() {
            var lines = (ledger[household.id] ?? []).filter { $0.entry.origin != .programme }
            let wanted = CoverageEntry.opening(
                for: household,
                members: members[household.id] ?? [],
                on: day,
                workingAge: programme.workingAge,
                policy: policy
            )
            for entry in wanted {
                if let position = lines.firstIndex(where: { $0.entry.says(the: entry) }) {
                    let line = lines.remove(at: position)
                    if let corrected = line.entry.corrected(by: entry) {
                        try writing.retract(line, at: moment)
                        try writing.add(corrected, at: moment)
                    }
                    continue
                }
                opened += 1
                guard let position = lines.firstIndex(where: { $0.entry.member == entry.member }) else {
                    let isOpening = household.openedOn.map { entry.from <= $0 } ?? true
                    try writing.add(entry.with(isOpening ? .opening : .found, from: entry.from), at: moment)
                    continue
                }
                let before = lines[position]
                if before.entry.evidence == .ask, entry.evidence != .ask {
                    // What was asked is told: it was so all along, and is known now.
                    lines.remove(at: position)
                    try writing.retract(before, at: moment)
                    let from = entry.employment.since == nil ? before.entry.from : entry.from
                    try writing.add(entry.with(before.entry.origin, from: from), at: moment)
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
        CoverageEntry(
            household: household,
            member: member,
            origin: origin,
            evidence: evidence,
            employment: employment,
            covers: covers,
            from: day,
            policyVersion: policyVersion
        )
    }
}
