import Households
import Referrals
import Scoring
import Store
import Vacancies
import Vocabulary

extension Office {
    /// Writes into the coverage ledger what a step of a referral says of the household's coverage: a hire opens a line, a
    /// confirmation and a check correct it, an end ends it; other steps write nothing.
    ///
    /// - Parameters:
    ///   - step: the step.
    ///   - referral: the referral as the step has left it.
    ///   - event: the step's event.
    ///   - writing: the transaction of the step.
    /// - Throws: `OperationError.noPolicy`, `StoreError`.
    func keepLedger(_ step: ReferralStep, of referral: Referral, event: Int64, _ writing: Writing) throws {
        let moment = try ledgerMoment(writing.reading)
        let day = try writing.reading.dayOfEvent(event) ?? today()
        let lines = try writing.reading.ledgerLines(of: referral.id)
        switch step {
        case .hired(let hire):
            try writing.add(try entry(of: hire, referral, event: event, toldOn: day, writing.reading), at: moment)
        case .confirmed(let evidence):
            for line in lines {
                let start = lines.first?.entry.from ?? line.entry.from
                let telling = Telling(evidence: evidence, isConfirmed: true, start: start, event: event, day: day)
                try writing.correct(line, to: try told(line.entry, telling), event: event, at: moment)
            }
        case .checked(let check):
            if check.isInWork {
                guard let start = lines.first?.entry.from else { return }
                let kept = KeptWork(
                    months: check.months,
                    wage: check.wage,
                    minimum: try minimumWage(of: referral.vacancy, on: day, writing.reading)
                )
                let telling = Telling(evidence: check.evidence, start: start, event: event, day: day)
                try keep(lines, kept, telling, writing, at: moment)
            } else {
                try end(lines, on: referral.end?.on ?? day, event: event, toldOn: day, writing, at: moment)
            }
        case .ended(let end, let reason):
            // Who never began had no job on any day.
            let last = reason == .neverStarted ? lines.map(\.entry.from).min() ?? end : end
            try self.end(lines, on: last, event: event, toldOn: day, writing, at: moment)
        case .contacted, .agreed, .referred, .interview, .offered, .closed, .putBehind, .broughtForward: break
        }
    }

    /// Takes back what an event wrote into the ledger: corrections are new rows, and what was known stays.
    func takeBackLedger(of event: Int64, _ writing: Writing) throws {
        let moment = try ledgerMoment(writing.reading)
        for line in try writing.reading.ledgerLines(writtenBy: event) { try writing.retract(line, at: moment) }
        for line in try writing.reading.ledgerLines(retractedBy: event) { try writing.add(line.entry, at: moment) }
        try writing.forgetRetractions(by: event)
    }

    /// The moment at which the ledger is written: the present one, and never before what it already holds, so that a clock
    /// that was put back changes nothing of what was known.
    func ledgerMoment(_ reading: Reading) throws -> Int64 {
        max(now(), try reading.latestLedgerMoment())
    }

    /// Ends a line on a day; one that had not begun by then is taken back.
    func end(
        _ line: LedgerLine,
        on day: Day,
        event: Int64? = nil,
        toldOn: Day? = nil,
        _ writing: Writing,
        at moment: Int64
    ) throws {
        if let until = line.entry.until, until <= day { return }
        guard line.entry.from < day else { return try writing.retract(line, event: event, at: moment) }
        var entry = line.entry
        entry.until = day
        if let event { entry.report?.event = event }
        if let toldOn { entry.report?.toldOn = toldOn }
        try writing.correct(line, to: entry, event: event, at: moment)
    }

    private func end(
        _ lines: [LedgerLine],
        on day: Day,
        event: Int64,
        toldOn: Day,
        _ writing: Writing,
        at moment: Int64
    ) throws {
        for line in lines { try end(line, on: day, event: event, toldOn: toldOn, writing, at: moment) }
    }

    private func entry(
        of hire: Hire,
        _ referral: Referral,
        event: Int64,
        toldOn day: Day,
        _ reading: Reading
    ) throws -> CoverageEntry {
        let vacancy = try reading.vacancy(referral.vacancy)
        let entry = CoverageEntry(
            household: referral.household,
            member: referral.member,
            origin: .programme,
            evidence: .outcome,
            employment: Employment(
                kind: vacancy?.isAbroad == true ? .abroad : hire.contract == nil ? .noContract : .employee,
                contract: hire.band,
                since: hire.start,
                workplace: vacancy?.employer
            ),
            covers: false,
            from: hire.start,
            policyVersion: "",
            report: WorkReport(
                referral: referral.id,
                event: event,
                evidence: hire.evidence,
                isConfirmed: false,
                toldOn: day
            )
        )
        return entry.judged(by: try programme.placement(on: hire.start))
    }

    /// Work that is told of again: by what, of work that began when, and on which day.
    struct Telling {
        let evidence: OutcomeEvidence
        var isConfirmed = false
        let start: Day
        var event: Int64?
        let day: Day
    }

    /// A line as it is told again, with the better of the two evidences, decided by the policy in force when the work began.
    private func told(_ entry: CoverageEntry, _ telling: Telling) throws -> CoverageEntry {
        var entry = entry
        guard var report = entry.report else { return entry }
        report.evidence = max(report.evidence, telling.evidence)
        report.isConfirmed = report.isConfirmed || telling.isConfirmed
        if let event = telling.event { report.event = event }
        report.toldOn = telling.day
        entry.report = report
        return entry.judged(by: try programme.placement(on: telling.start))
    }

    /// Notes that a person is still in the work of some lines: better evidence corrects, and how long it was kept counts from
    /// the day on which it is told, or from that on which so many months are full.
    func keep(
        _ lines: [LedgerLine],
        _ kept: KeptWork,
        _ telling: Telling,
        _ writing: Writing,
        at moment: Int64
    ) throws {
        let since = max(telling.day, telling.start.adding(months: kept.months))
        for line in lines {
            var entry = try told(line.entry, telling)
            let isLonger = entry.kept.map(kept.isBetter(than:)) ?? (kept.months > 0)
            guard isLonger, entry.until.map({ since < $0 }) != false else {
                try writing.correct(line, to: entry, event: telling.event, at: moment)
                continue
            }
            var later = entry
            later.kept = kept
            later.from = max(since, entry.from)
            try writing.retract(line, event: telling.event, at: moment)
            if entry.from < later.from {
                entry.until = later.from
                try writing.add(entry, at: moment)
            }
            try writing.add(later.judged(by: try programme.placement(on: telling.start)), at: moment)
        }
    }

    /// The regional minimum wage by the month at a vacancy's workplace; nil where its region is unknown.
    private func minimumWage(of vacancy: VacancyID, on day: Day, _ reading: Reading) throws -> Dong? {
        guard let vacancy = try reading.vacancy(vacancy),
            let region = vacancy.wageRegion(in: programme.territory, on: day)
        else { return nil }
        return programme.scoring.minimumWage.value(on: day)?[region]
    }
}
