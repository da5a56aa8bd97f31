import Households
import Outcomes
import Referrals
import Store
import Vocabulary

extension Office {
    /// Brings the ledger's opening lines in step with the work that the register shows.
    ///
    /// A line that the register no longer bears out, or that the day's policy judges otherwise, ends on the day; the
    /// programme's own lines are not touched.
    ///
    /// - Returns: how many lines were opened and ended.
    func openLedger(_ writing: Writing, on day: Day) throws -> (opened: Int, ended: Int) {
        let policy = try programme.placement(on: day)
        let members = try writing.reading.members()
        let ledger = try writing.reading.ledger()
        let moment = now()
        var (opened, ended) = (0, 0)
        for household in try writing.reading.households() {
            var lines = (ledger[household.id] ?? []).filter { $0.entry.origin == .opening }
            let wanted = CoverageEntry.opening(
                for: household,
                members: members[household.id] ?? [],
                on: day,
                workingAge: programme.workingAge,
                policy: policy
            )
            var new: [CoverageEntry] = []
            for entry in wanted {
                if let position = lines.firstIndex(where: { $0.entry.says(the: entry) }) {
                    lines.remove(at: position)
                    continue
                }
                // The same work judged anew, by another policy or with more said of it, counts from now on.
                let isJudgedAnew = lines.contains { $0.entry.member == entry.member }
                new.append(isJudgedAnew ? entry.from(day) : entry)
            }
            for line in lines {
                try writing.end(line, on: day, at: moment)
                ended += 1
            }
            for entry in new {
                try writing.add(entry, at: moment)
                opened += 1
            }
        }
        return (opened, ended)
    }

    /// What the rolls showed of promise B before the programme did anything, and what other policies would make of it.
    package func openingBalance() async throws -> OpeningBalance {
        let day = today()
        let policy = try programme.placement(on: day)
        let (households, members) = try await store.read { (try $0.households(), try $0.members()) }
        var list: [OpeningBalance.Household] = []
        for household in households where programme.role(of: household, on: day).countsForCoverage {
            let own = members[household.id] ?? []
            let coverability = Coverability.of(household, members: own, on: day, workingAge: programme.workingAge)
            guard coverability == .coverable else { continue }
            let entries = CoverageEntry.opening(
                for: household,
                members: own,
                on: day,
                workingAge: programme.workingAge,
                policy: policy
            )
            list.append(entries.map(\.employment))
        }
        return OpeningBalance(list, policy: policy)
    }
}

extension CoverageEntry {
    /// Whether a line of the ledger says the same of the same member.
    fileprivate func says(the other: CoverageEntry) -> Bool {
        member == other.member && employment.kind == other.employment.kind
            && employment.contract == other.employment.contract && evidence == other.evidence
            && covers == other.covers
    }

    /// The same from a later day on.
    fileprivate func from(_ day: Day) -> CoverageEntry {
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
