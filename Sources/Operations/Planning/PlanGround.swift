import Households
import Referrals
import Scoring
import Store
import Vacancies
import Vocabulary

/// People and vacancies as one reading of the database found them.
struct RegisterReading: Sendable {
    let households: [Household]
    let members: [HouseholdID: [Member]]
    let vacancies: [Vacancy]

    /// All of the register, with repeated vacancies resolved for a day.
    init(_ reading: Reading, on day: Day) throws {
        households = try reading.households()
        members = try reading.members()
        vacancies = Vacancy.resolvingTwins(try reading.vacancies(), on: day)
    }
}

/// What a plan stands on: the people and vacancies of a day, and every pair that no gate refuses, scored.
///
/// It takes seconds to make for a province and changes with rolls, feeds and answers; what changes with every referral is
/// `PlanBinding`.
struct PlanGround: Sendable {
    /// The day.
    let day: Day
    /// The households, by commune and code.
    let households: [Household]
    /// Their members.
    let members: [HouseholdID: [Member]]
    /// All eligible pairs.
    let pairs: ScoredPairs
    /// For each household, whether its class counts for promise B on the day.
    let countsForCoverage: [Bool]
    /// For each household, whether it can be covered.
    let coverability: [Coverability]
    /// The position of each seeker.
    let seekerAt: [MemberID: Int32]
    /// The position of each vacancy that is offered.
    let offerAt: [VacancyID: Int32]

    /// Scores every seeker against every vacancy of the day; who has a job of a referral is no seeker.
    ///
    /// - Throws: `OperationError.cancelled`.
    init(
        _ register: RegisterReading,
        inWork: Set<MemberID>,
        programme: Programme,
        day: Day,
        isCancelled: @escaping @Sendable () -> Bool = { false },
        progress: @escaping ProgressReport = { _ in }
    ) throws(OperationError) {
        self.day = day
        households = register.households
        members = register.members
        let market = programme.market(of: register.vacancies, on: day)
        let pool = SeekerPool(
            households: households,
            members: members,
            except: inWork,
            programme: programme,
            day: day
        )
        let total = pool.seekers.count
        pairs = try ScoredPairs(
            pool,
            market: market,
            scorer: programme.scorer,
            shortlistLength: programme.shortlistLength,
            isCancelled: isCancelled,
            progress: { progress(ProgressStep("score", $0, of: total)) }
        )
        countsForCoverage = households.map { programme.role(of: $0, on: day).countsForCoverage }
        coverability = households.map { household in
            Coverability.of(
                household,
                members: register.members[household.id] ?? [],
                on: day,
                workingAge: programme.workingAge
            )
        }
        seekerAt = Dictionary(pool.seekers.enumerated().map { ($1.member.id, Int32($0)) }) { first, _ in first }
        offerAt = Dictionary(market.offers.enumerated().map { ($1.vacancy.id, Int32($0)) }) { first, _ in first }
    }
}

/// What changes with every referral: who is covered, what referrals and hires bind, and what was proposed before.
struct PlanBinding: Hashable, Sendable {
    /// By what the households of the ledger are covered.
    var coverage: [HouseholdID: Set<CoverageEntry.Evidence>]
    /// Referrals under way, hires, and what people do not want.
    var commitments: Commitments
    /// What the latest run proposes.
    var planBefore: [MemberID: VacancyID]

    /// The binding of a day.
    init(_ reading: Reading, on day: Day) throws {
        coverage = try reading.openCoverage(on: day)
        commitments = try reading.commitments(on: day)
        planBefore = try reading.latestPlan()
    }
}
