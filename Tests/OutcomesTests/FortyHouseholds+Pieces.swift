import Households
import Outcomes
import Referrals
import Vacancies
import Vocabulary

extension FortyHouseholds {
    /// Some work of a household: what its ledger says, and the referral that led to it.
    struct Piece {
        let span: CoverageHistory.Span?
        let referral: ((inout ReferralFact) -> Void)?
        var member = 1
        var start = Day(number: 0)
        var povertyClass: String?
    }

    func roll(until: String? = nil) -> Piece {
        Piece(
            span: .init(
                judgement: .covers,
                from: FortyHouseholds.day("2023-03-01"),
                until: until.map(FortyHouseholds.day),
                origin: .opening,
                way: .contract
            ),
            referral: nil
        )
    }

    func found(_ start: String, _ way: CoverageHistory.Way) -> Piece {
        Piece(
            span: .init(judgement: .covers, from: FortyHouseholds.day(start), until: nil, origin: .found, way: way),
            referral: nil
        )
    }

    func work(_ judgement: PlacementPolicy.Judgement, _ way: CoverageHistory.Way) -> Piece {
        Piece(
            span: .init(
                judgement: judgement,
                from: FortyHouseholds.day("2023-03-01"),
                until: nil,
                origin: .opening,
                way: way
            ),
            referral: nil
        )
    }

    func hired(
        _ number: Int,
        _ start: String,
        _ contract: ContractTerm?,
        member: Int = 1,
        until: String? = nil,
        to destination: JobTraits.Destination = .province,
        wage: Int64? = nil,
        checks: [Int: Bool] = [:],
        isMade: Bool = true,
        isConfirmed: Bool = true,
        counts: Bool = true,
        band corrected: ContractBand? = nil,
        of povertyClass: String? = nil,
        hiredOn: String? = nil
    ) -> Piece {
        let from = FortyHouseholds.day(start)
        let hire = Hire(start: from, contract: contract, wage: nil, isInsured: nil, evidence: .employer)
        let band = corrected ?? hire.band
        let covers = destination != .abroad && (band == .indefinite || band == .from12To36Months)
        var piece = Piece(
            span: isMade
                ? .init(
                    judgement: covers ? .covers : .doesNotCover,
                    from: from,
                    until: until.map(FortyHouseholds.day),
                    origin: .programme,
                    way: destination == .abroad ? .abroad : .contract,
                    job: JobTraits(destination: destination, contract: band),
                    wage: wage.map { Dong($0) }
                ) : nil,
            referral: { fact in
                fact.countsForConnections = counts
                fact.reached[.contacted] = fact.madeOn
                fact.reached[.hired] = hiredOn.map(FortyHouseholds.day) ?? from.adding(days: -1)
                if isMade, isConfirmed { fact.reached[.confirmed] = from }
                fact.traits.job = JobTraits(destination: destination, contract: band, evidence: .employer, source: "tt")
                guard isMade else { return }
                fact.job = .init(
                    start: from,
                    contract: contract,
                    band: band,
                    evidence: .employer,
                    isConfirmed: isConfirmed,
                    end: until.map(FortyHouseholds.day),
                    checks: checks
                )
            }
        )
        piece.member = member
        piece.start = from
        piece.povertyClass = povertyClass
        return piece
    }

    mutating func add(
        _ number: Int,
        _ commune: String,
        _ opening: String?,
        _ work: [Piece],
        now: String?,
        _ coverability: Coverability = .coverable,
        income: CoverageHistory.Income? = nil
    ) {
        guard let code = UnitCode(commune), let id = HouseholdID(Int64(number)) else { return }
        households.append(
            CoverageHistory(
                household: id,
                traits: Traits(commune: code, village: "Nà \(number)"),
                openingClass: opening.flatMap(PovertyClass.init(rawValue:)),
                dayClass: now.flatMap(PovertyClass.init(rawValue:)),
                coverability: coverability,
                spans: work.compactMap(\.span),
                income: income
            )
        )
        for piece in work {
            guard let change = piece.referral else { continue }
            let madeOn = piece.start.adding(days: -5)
            addReferral(number, commune, opening ?? "KN", member: piece.member, madeOn: madeOn, change)
        }
    }

    mutating func add(
        _ number: Int,
        _ commune: String,
        _ povertyClass: String?,
        _ work: [Piece],
        _ coverability: Coverability = .coverable,
        income: CoverageHistory.Income? = nil
    ) {
        add(number, commune, povertyClass, work, now: povertyClass, coverability, income: income)
    }

    mutating func addReferral(
        _ number: Int,
        _ commune: String,
        _ povertyClass: String,
        member: Int = 1,
        madeOn: Day = FortyHouseholds.day("2024-05-02"),
        _ change: (inout ReferralFact) -> Void
    ) {
        guard let code = UnitCode(commune), let household = HouseholdID(Int64(number)),
            let person = MemberID(Int64(number * 10 + member)), let id = ReferralID(Int64(referrals.count + 1))
        else { return }
        var traits = Traits(commune: code, village: "Nà \(number)")
        traits.povertyClass = PovertyClass(rawValue: povertyClass)
        traits.sex = member == 1 ? .male : .female
        traits.job = JobTraits(source: "tt")
        var fact = ReferralFact(referral: id, member: person, household: household, madeOn: madeOn, traits: traits)
        fact.reached[.proposed] = madeOn
        change(&fact)
        referrals.append(fact)
    }
}
