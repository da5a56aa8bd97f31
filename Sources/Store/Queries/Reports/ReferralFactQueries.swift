import Foundation
import GRDB
import Households
import Outcomes
import Referrals
import Vacancies
import Vocabulary

extension Reading {
    /// The referrals that a report of a period counts from, as they were known at the frame's moment: those made in the
    /// period, and those whose job began since the first day of its year.
    ///
    /// - Parameters:
    ///   - frame: the period, the day and the moment.
    ///   - area: whose people.
    ///   - counting: who counts for promise A.
    /// - Returns: the referrals by number.
    /// - Throws: `StoreError.corrupt` where a row is none that this program writes.
    package func referralFacts(
        _ frame: ReportFrame,
        in area: VisibleArea,
        counting: CountingRule
    ) throws -> [ReferralFact] {
        let yearStart = frame.yearStart(of: frame.from)
        let part = area.condition(household: "h")
        let sql = """
            SELECT r.id, r.member_id, r.household_id, r.made_on, r.poverty_class, r.override_reason IS NOT NULL,
                h.commune, h.village, h.departed_on, m.sex, m.ethnicity, m.birth, m.is_disabled, m.departed_on,
                v.is_abroad, v.place_kind, v.place_code, v.occupation, v.source, v.employer_id, r.vacancy_id
            FROM referral r JOIN household h ON h.id = r.household_id JOIN member m ON m.id = r.member_id
                JOIN vacancy v ON v.id = r.vacancy_id
            WHERE r.made_at <= ? AND r.made_on <= ? AND (r.made_on >= ? OR r.id IN (
                SELECT e.referral_id FROM coverage_entry e
                WHERE e.referral_id IS NOT NULL AND e.from_day >= ?)) AND \(part.sql)
            ORDER BY r.id
            """
        let arguments: StatementArguments = [
            frame.knownAt, frame.last.description, frame.from.description, yearStart.description,
        ]
        let past = try knownPast(at: frame.knownAt)
        var facts: [ReferralFact] = []
        var places: [Int64: Int] = [:]
        let rows = try Row.fetchCursor(database, sql: sql, arguments: arguments + part.arguments)
        while let row = try rows.next() {
            places[row[0]] = facts.count
            facts.append(try ReferralFact(row: row, past, counting: counting))
        }
        try addSteps(to: &facts, places, knownAt: frame.knownAt)
        try addJobs(to: &facts, places, knownAt: frame.knownAt)
        // Taking back the making of a referral leaves one that was never made.
        return facts.filter { !$0.reached.isEmpty }
    }

    private func addSteps(to facts: inout [ReferralFact], _ places: [Int64: Int], knownAt moment: Int64) throws {
        let sql = """
            SELECT referral_id, step, day, CASE WHEN step IN ('hired', 'checked', 'closed') THEN detail ELSE '' END
            FROM referral_event WHERE at <= ? AND (undone_at IS NULL OR undone_at > ?) ORDER BY id
            """
        var details = StepDetails()
        let rows = try Row.fetchCursor(database, sql: sql, arguments: [moment, moment])
        while let row = try rows.next() {
            guard let place = places[row[0]] else { continue }
            let step: String = row[1]
            guard let day = Day(iso: row[2] as String) else {
                throw StoreError.corrupt(table: "referral_event", column: "day")
            }
            if let stage = StepDetails.stages[step], facts[place].reached[stage] == nil {
                facts[place].reached[stage] = day
            }
            let text: String = row[3]
            if text.isEmpty { continue }
            let detail = try details.read(text)
            switch step {
            case "closed":
                let reason = detail.reason.flatMap(ExitReason.init(rawValue:)) ?? .mistake
                facts[place].exit = ReferralFact.Exit(on: day, reason: reason)
            case "hired":
                // What the ledger says decides; this keeps what only the step tells.
                let contract = detail.contract.flatMap { ContractTerm(kind: $0, months: detail.contractMonths) }
                facts[place].job = ReferralFact.Job(
                    start: day,
                    contract: contract,
                    band: .noContract,
                    wage: detail.wage.map { Dong($0) },
                    evidence: .none,
                    isConfirmed: false
                )
            default:
                if let months = detail.months { facts[place].job?.checks[months] = detail.isInWork ?? false }
            }
        }
    }

    /// Lays the ledger's word over the steps': a job is what its lines say, and one without lines never was.
    private func addJobs(to facts: inout [ReferralFact], _ places: [Int64: Int], knownAt moment: Int64) throws {
        struct Told {
            var start: Day
            var latest: Day
            var end: Day?
            var band: ContractBand?
            var evidence: OutcomeEvidence
            var isConfirmed: Bool
        }
        let sql = """
            SELECT referral_id, from_day, to_day, contract_band, outcome_evidence, is_confirmed FROM coverage_entry
            WHERE referral_id IS NOT NULL AND recorded_at <= ? AND (retracted_at IS NULL OR retracted_at > ?)
            """
        var told: [Int: Told] = [:]
        let rows = try Row.fetchCursor(database, sql: sql, arguments: [moment, moment])
        while let row = try rows.next() {
            guard let place = places[row[0]] else { continue }
            guard let from = Day(iso: row[1] as String),
                let evidence = OutcomeEvidence(rawValue: row[4] as String? ?? "")
            else { throw StoreError.corrupt(table: "coverage_entry", column: "from_day") }
            let end = (row[2] as String?).flatMap { Day(iso: $0) }
            let isConfirmed = (row[5] as Bool?) ?? false
            let band = (row[3] as String?).flatMap(ContractBand.init(rawValue:))
            guard var known = told[place] else {
                told[place] = Told(
                    start: from,
                    latest: from,
                    end: end,
                    band: band,
                    evidence: evidence,
                    isConfirmed: isConfirmed
                )
                continue
            }
            known.start = min(known.start, from)
            // Of the parts between checks only the last one's end is the job's.
            if from > known.latest { (known.latest, known.end) = (from, end) }
            known.evidence = max(known.evidence, evidence)
            known.isConfirmed = known.isConfirmed || isConfirmed
            told[place] = known
        }
        for place in facts.indices {
            guard let ledger = told[place] else {
                facts[place].job = nil
                continue
            }
            let stated = facts[place].job
            let band = ledger.band ?? .noContract
            // A correction names a band only; where it is another than the stated contract's, that one is no longer
            // believed.
            let contract = stated?.contract.flatMap { term in
                Hire(start: ledger.start, contract: term, wage: nil, isInsured: nil, evidence: .none).band == band
                    ? term : nil
            }
            facts[place].job = ReferralFact.Job(
                start: ledger.start,
                contract: contract,
                band: band,
                wage: stated?.wage,
                evidence: ledger.evidence,
                isConfirmed: ledger.isConfirmed,
                end: ledger.end,
                checks: stated?.checks ?? [:]
            )
            facts[place].traits.job?.contract = band
            facts[place].traits.job?.evidence = ledger.evidence
        }
    }
}

/// What steps say beside their names; few differ, so that each is read once.
private struct StepDetails {
    struct Detail: Decodable {
        var reason: String?
        var contract: String?
        var contractMonths: Int?
        var wage: Int64?
        var months: Int?
        var isInWork: Bool?
    }

    static let stages: [String: ReferralStage] = [
        "made": .proposed, "contacted": .contacted, "agreed": .agreed, "referred": .referred, "interview": .interview,
        "offered": .offered, "hired": .hired, "confirmed": .confirmed,
    ]

    private let decoder = JSONDecoder()
    private var known: [String: Detail] = [:]

    mutating func read(_ text: String) throws -> Detail {
        if let detail = known[text] { return detail }
        guard let detail = try? decoder.decode(Detail.self, from: Data(text.utf8)) else {
            throw StoreError.corrupt(table: "referral_event", column: "detail")
        }
        known[text] = detail
        return detail
    }
}

extension ReferralFact {
    fileprivate init(row: Row, _ past: KnownPast, counting: CountingRule) throws {
        guard let referral = ReferralID(row[0]), let memberID = MemberID(row[1]), let household = HouseholdID(row[2]),
            let madeOn = Day(iso: row[3] as String), let povertyClass = PovertyClass(rawValue: row[4]),
            let commune = UnitCode(row[6] as String)
        else { throw StoreError.corrupt(table: "referral", column: "made_on") }
        var member = Member(id: memberID, household: household, line: 0, name: "")
        if let then = past.members[memberID] ?? nil {
            member = then
        } else {
            member.sex = (row[9] as String?).flatMap(Sex.init(rawValue:))
            member.ethnicity = row[10]
            member.birth = (row[11] as String?).flatMap { text in
                Day(iso: text).map(Birth.date) ?? Int(text).map(Birth.year)
            }
            member.isDisabled = row[12]
        }
        let home = past.homes[household]
        var traits = Traits(commune: home?.commune ?? commune, village: home?.village ?? row[7])
        traits.povertyClass = povertyClass
        traits.sex = member.sex
        traits.ethnicity = member.ethnicity
        traits.age = member.birth?.age(on: madeOn)
        traits.isDisabled = member.isDisabled
        traits.job =
            past.jobs[row[20]].map { JobTraits($0, source: row[18], home: traits.commune) }
            ?? JobTraits(
                destination: .init(isAbroad: row[14], kind: row[15], code: row[16], home: traits.commune),
                occupation: (row[17] as String?).flatMap { OccupationCode($0)?.group },
                source: row[18],
                employer: row[19]
            )
        self.init(referral: referral, member: memberID, household: household, madeOn: madeOn, traits: traits)
        isOverride = row[5]
        let hasLeft = [row[8] as String?, row[13] as String?].contains { text in
            text.flatMap { Day(iso: $0) }.map { $0 <= madeOn } == true
        }
        let isOfAge =
            switch counting.workingAge.position(of: member, on: madeOn) {
            case .minor, .adult: true
            case .below, .above, .unknown: false
            }
        countsForConnections = counting.connectionClasses.contains(povertyClass) && isOfAge && !hasLeft
    }
}

extension JobTraits {
    /// What a vacancy was known to be, from a household's commune.
    init(_ job: KnownPast.Job, source: String, home: UnitCode) {
        self.init(
            destination: .init(isAbroad: job.isAbroad, kind: job.placeKind, code: job.placeCode, home: home),
            occupation: job.occupation.flatMap { OccupationCode($0)?.group },
            source: source,
            employer: job.employer
        )
    }
}

extension JobTraits.Destination {
    /// Where a workplace is, from a household's commune, as the table of vacancies writes it.
    init(isAbroad: Bool, kind: String, code: String?, home: UnitCode) {
        self =
            switch kind {
            case _ where isAbroad: .abroad
            case "commune": code == home.description ? .commune : .province
            case "district": .province
            case "elsewhere": .otherProvince
            default: .unknown
            }
    }
}
