import Households
import Referrals
import Store
import Vacancies
import Vocabulary

extension OutcomeTaking {
    /// Takes in what is told of work that a member found alone, or had before: it counts for promise B by its evidence.
    ///
    /// - Throws: `OperationError.refused`.
    func record(
        _ outcome: Outcome,
        _ member: Member,
        _ lines: [LedgerLine]
    ) throws -> (OutcomeAnswer, line: Int64?) {
        let going = lines.filter { line in
            line.entry.from <= outcome.day && line.entry.until.map { outcome.day < $0 } != false
        }
        switch outcome.kind {
        case .hired: return try recordFound(outcome, member, lines)
        case .working:
            if let line = going.first(where: { $0.entry.employment.kind.excludes(outcome.work ?? .employee) }) {
                return (try recordKept(outcome, line, lines), line.number)
            }
            guard let last = lines.last else { throw OperationError.refused(.outcomeWithoutJob) }
            return (.disagrees(["end"]), last.number)
        case .ended:
            if let over = lines.first(where: { $0.entry.until == outcome.day }) { return (.known, over.number) }
            guard let line = going.last(where: { $0.entry.employment.kind.excludes(outcome.work ?? .employee) }) else {
                guard let last = lines.last else { throw OperationError.refused(.outcomeWithoutJob) }
                return (.disagrees(["day"]), last.number)
            }
            let moment = try office.ledgerMoment(writing.reading)
            try office.end(line, on: outcome.day, toldOn: office.today(), writing, at: moment)
            return (.taken, line.number)
        }
    }

    /// Notes how long work that somebody found alone was kept; what only a roll shows stays the roll's.
    private func recordKept(_ outcome: Outcome, _ line: LedgerLine, _ lines: [LedgerLine]) throws -> OutcomeAnswer {
        guard let report = line.entry.report else { return .known }
        // Earlier looks have parted the work into lines, one after the other.
        var start = line.entry.from
        while let earlier = lines.first(where: { other in
            other.entry.until == start && other.entry.report != nil
                && other.entry.employment.kind == line.entry.employment.kind
        }) {
            start = earlier.entry.from
        }
        let full = RetentionCheck.schedule.filter { start.adding(months: $0) <= outcome.day }
        if let months = outcome.months, !full.contains(months) {
            throw OperationError.refused(.unknownOutcomeCode("months"))
        }
        let kept = KeptWork(months: outcome.months ?? full.last ?? 0, wage: outcome.wage, minimum: nil)
        let isLonger = line.entry.kept.map(kept.isBetter(than:)) ?? (kept.months > 0)
        guard isLonger || outcome.evidence > report.evidence else { return .known }
        let telling = Office.Telling(
            evidence: outcome.evidence,
            isConfirmed: outcome.evidence > .none,
            start: start,
            day: outcome.day
        )
        try office.keep([line], kept, telling, writing, at: try office.ledgerMoment(writing.reading))
        return .taken
    }

    private func recordFound(
        _ outcome: Outcome,
        _ member: Member,
        _ lines: [LedgerLine]
    ) throws -> (OutcomeAnswer, line: Int64?) {
        let work = outcome.work ?? .employee
        guard FoundJob.kinds.contains(work) else { throw OperationError.refused(.kindNotReported) }
        let hire = Hire(
            start: outcome.day,
            contract: work.isPaidWork ? try outcome.term : nil,
            wage: outcome.wage,
            isInsured: outcome.isInsured,
            evidence: outcome.evidence
        )
        let job = FoundJob(member: member.id, kind: work, hire: hire, workplace: outcome.workplace)
        let told = job.employment
        let sameTime = lines.filter { $0.entry.until.map { outcome.day < $0 } != false }
        if let known = sameTime.first(where: { $0.entry.employment.kind.excludes(told.kind) }) {
            var differs: [String] = []
            if !known.entry.employment.isSameWork(as: told) { differs.append("work") }
            if known.entry.report != nil, known.entry.from != outcome.day { differs.append("day") }
            if let band = known.entry.employment.contract, band != told.contract { differs.append("contract") }
            return (differs.isEmpty ? .known : .disagrees(differs), known.number)
        }
        return (.taken, try office.recordFoundJob(job, of: member, caller: caller, writing))
    }
}
