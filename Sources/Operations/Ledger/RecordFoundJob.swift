import Households
import Referrals
import Store
import Vocabulary

/// A job that a member found without a referral, as somebody reports it.
package struct FoundJob: Sendable {
    /// The member.
    package var member: MemberID
    /// In what way the person works: one of `FoundJob.kinds`, where paid work follows the contract of the hire.
    package var kind: Employment.Kind
    /// Start, contract, wage and evidence.
    package var hire: Hire
    /// The employer or workplace; nil where nobody said.
    package var workplace: String?

    /// The ways of working that can be reported.
    package static let kinds: [Employment.Kind] = [
        .employee, .noContract, .abroad, .ownFarming, .selfEmployed, .familyWork, .employer,
    ]

    /// A job of a member.
    package init(member: MemberID, kind: Employment.Kind, hire: Hire, workplace: String?) {
        self.member = member
        self.kind = kind
        self.hire = hire
        self.workplace = workplace
    }

    /// The work as the ledger knows it.
    var employment: Employment {
        var kind = kind
        if kind == .employee || kind == .noContract { kind = hire.contract == nil ? .noContract : .employee }
        let isPaid = kind.isPaidWork
        return Employment(kind: kind, contract: isPaid ? hire.band : nil, since: hire.start, workplace: workplace)
    }
}

extension Office {
    /// Notes a job that a member found alone: it counts for promise B by its evidence, and never for promise A.
    ///
    /// Other work of another kind, such as the own farm, stays beside it; a second paid job is refused while one is in force.
    ///
    /// - Returns: the number of its line in the ledger.
    /// - Throws: `OperationError.refused`.
    package func recordFoundJob(_ job: FoundJob, caller: Caller) async throws -> Int64 {
        try caller.require(.recordOutcomes)
        return try await atDesk { writing, _ in
            let member = try reachable(job.member, caller, writing.reading)
            return try recordFoundJob(job, of: member, caller: caller, writing)
        }
    }

    /// The same inside a transaction, of a member whom the caller may see.
    func recordFoundJob(_ job: FoundJob, of member: Member, caller: Caller, _ writing: Writing) throws -> Int64 {
        let day = today()
        guard FoundJob.kinds.contains(job.kind) else { throw OperationError.refused(.kindNotReported) }
        if !job.kind.isPaidWork, job.hire.contract != nil { throw OperationError.refused(.contractWithoutPay) }
        if let workplace = job.workplace, workplace.count > 200 { throw OperationError.refused(.workplaceTooLong) }
        if member.departure != nil { throw OperationError.refused(.memberHasLeft) }
        try refuseUnlessPossible(start: job.hire.start, of: member, on: day)
        let employment = job.employment
        let standing = try writing.reading.ledgerLines(of: member.id)
        if let other = standing.first(where: { line in
            let isOver = line.entry.until.map { $0 <= job.hire.start } ?? false
            return !isOver && line.entry.employment.kind.excludes(employment.kind)
        }) {
            throw OperationError.refused(.jobInForce(other.number))
        }
        let entry = CoverageEntry(
            household: member.household,
            member: member.id,
            origin: .found,
            evidence: .outcome,
            employment: employment,
            covers: false,
            from: job.hire.start,
            policyVersion: "",
            report: WorkReport(
                evidence: job.hire.evidence,
                isConfirmed: job.hire.start <= day && job.hire.evidence > .none,
                toldOn: day
            )
        )
        let number = try writing.add(
            entry.judged(by: try programme.placement(on: job.hire.start)),
            at: try ledgerMoment(writing.reading)
        )
        try audit(
            writing,
            actor: caller.name,
            action: "record_found_job",
            detail: ["line": Int(number), "member": Int(member.id.rawValue)]
        )
        return number
    }

    /// A member whom the caller may see.
    ///
    /// - Throws: `OperationError.refused`, as if there were none, for anybody else.
    func reachable(_ id: MemberID, _ caller: Caller, _ reading: Reading) throws -> Member {
        guard let member = try reading.member(id), let household = try reading.household(member.household),
            caller.area.contains(household.commune, village: household.village)
        else { throw OperationError.refused(.notFound) }
        return member
    }

    /// Refuses a day on which the member's work cannot begin.
    func refuseUnlessPossible(start: Day, of member: Member, on day: Day) throws {
        let youngest = member.birth?.reckoned?.adding(months: 12 * programme.workingAge.minimumYears)
        guard start <= day.adding(days: 92), start.year >= 1950, youngest.map({ $0 <= start }) != false else {
            throw OperationError.refused(.impossibleDay("start"))
        }
    }
}

extension Employment.Kind {
    /// Whether a person in this work cannot be recorded in the other besides.
    func excludes(_ other: Employment.Kind) -> Bool {
        if isPaidWork || other.isPaidWork { return isPaidWork && other.isPaidWork }
        return self == other
    }
}
