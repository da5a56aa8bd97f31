import Households
import Referrals
import Store
import Vocabulary

/// What a person corrects of a line of the ledger, and why.
package struct LedgerCorrection: Sendable {
    /// What is said of the line's end.
    package enum End: Hashable, Sendable {
        /// The first day on which the work is over.
        case on(Day)
        /// It goes on.
        case open
    }

    /// The number of the line, as it was read.
    package var line: Int64
    /// The first day of the work; nil where that stays.
    package var start: Day?
    /// The band of the contract; nil where that stays.
    package var contract: ContractBand?
    /// By what it is known; nil where that stays.
    package var evidence: OutcomeEvidence?
    /// Its end; nil where that stays.
    package var end: End?
    /// Why, in the person's words.
    package var reason: String

    /// A correction of a line that changes nothing yet.
    package init(line: Int64, reason: String) {
        self.line = line
        self.reason = reason
    }
}

extension Office {
    /// Corrects a line of the ledger: the line is taken back and another takes its place, so that what was known stays known.
    ///
    /// Of a programme's job the parts between checks are corrected together; its end is a step of the referral.
    ///
    /// - Returns: the number of the line that takes its place.
    /// - Throws: `OperationError.refused`.
    package func correctLedger(_ correction: LedgerCorrection, caller: Caller) async throws -> Int64 {
        try caller.require(.recordOutcomes)
        let reason = correction.reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if reason.isEmpty || reason.count > 500 { throw OperationError.refused(.reasonMissing) }
        let day = today()
        return try await atDesk { writing, _ in
            guard let line = try writing.reading.ledgerLine(correction.line) else {
                throw OperationError.refused(.notFound)
            }
            let member = try reachable(line.entry.member, caller, writing.reading)
            if line.retractedAt != nil { throw OperationError.refused(.lineSuperseded) }
            let referral = line.entry.report?.referral
            if referral != nil, correction.end != nil { throw OperationError.refused(.endsByReferral) }
            if let start = correction.start { try refuseUnlessPossible(start: start, of: member, on: day) }
            let parts = try referral.map { try writing.reading.ledgerLines(of: $0) } ?? [line]
            let start = correction.start ?? parts.first?.entry.from ?? line.entry.from
            let moment = try ledgerMoment(writing.reading)
            let by = WorkReport.Correction(reason: reason, by: caller.name)
            var number = line.number
            var isChanged = false
            for part in parts {
                var entry = try correction.applied(to: part.entry, on: day, by)
                if part == parts.first { entry.from = start }
                if let until = entry.until, until <= entry.from {
                    throw OperationError.refused(.impossibleDay(correction.end == nil ? "start" : "until"))
                }
                isChanged = isChanged || !entry.tellsTheSame(as: part.entry)
                entry = entry.judged(by: try programme.placement(on: start))
                let new = try writing.correct(part, to: entry, at: moment)
                if part == line { number = new }
            }
            if !isChanged { throw OperationError.refused(.nothingToCorrect) }
            try audit(
                writing,
                actor: caller.name,
                action: "correct_ledger",
                detail: ["line": Int(line.number), "now": Int(number), "parts": parts.count]
            )
            return number
        }
    }
}

extension LedgerCorrection {
    /// The line with what is corrected of it, but for its start.
    fileprivate func applied(
        to entry: CoverageEntry,
        on day: Day,
        _ correction: WorkReport.Correction
    ) throws(OperationError) -> CoverageEntry {
        var entry = entry
        guard let evidence = evidence ?? entry.report?.evidence else { throw .refused(.evidenceMissing) }
        var report =
            entry.report
            ?? WorkReport(evidence: evidence, isConfirmed: entry.from <= day && evidence > .none, toldOn: day)
        report.evidence = evidence
        report.toldOn = day
        report.correction = correction
        entry.report = report
        if let contract {
            guard entry.employment.kind.isPaidWork || entry.employment.kind == .unknown else {
                throw .refused(.contractWithoutPay)
            }
            entry.employment.contract = contract
            if entry.employment.kind != .abroad {
                entry.employment.kind = contract == .noContract ? .noContract : .employee
            }
        }
        switch end {
        case .on(let day)?: entry.until = day
        case .open?: entry.until = nil
        case nil: break
        }
        return entry
    }
}

extension CoverageEntry {
    /// Whether two lines tell the same work, known alike.
    fileprivate func tellsTheSame(as other: CoverageEntry) -> Bool {
        from == other.from && until == other.until && employment.kind == other.employment.kind
            && employment.contract == other.employment.contract && report?.evidence == other.report?.evidence
    }
}
