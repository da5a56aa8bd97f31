/// What a run found and proved, as it is stored with the run, printed and served.
package struct RunSummary: Codable, Sendable {
    /// The run's number.
    package var run: Int64 = 0
    /// The day it planned for, yyyy-MM-dd.
    package var day = ""
    /// Whether the data are synthetic.
    package var demo = false
    /// Households in the database.
    package var households = 0
    /// Members in the database.
    package var members = 0
    /// Members who look for work.
    package var seekers = 0
    /// Open vacancies.
    package var vacancies = 0
    /// Their openings.
    package var openings = 0
    /// Every pair of a seeker and an open vacancy: those kept and those gated.
    package var pairsConsidered = 0
    /// Pairs that a gate refuses, by the name of the first that does.
    package var gated: [String: Int] = [:]
    /// Pairs kept: no gate refuses them, and all of them reach the planner.
    package var pairs = 0
    /// Of these, the pairs with an open question.
    package var provisional = 0
    /// Eligible pairs per seeker.
    package var pairsPerSeeker = 0.0
    /// Tier 1: households newly covered by a sustainable job.
    package var covered = 0
    /// Tier 1: workers placed.
    package var placed = 0
    /// Tier 1: total score with need points and keep bonus.
    package var score: Int64 = 0
    /// Whether both tiers' certificates prove their optimum; a run is not stored otherwise.
    package var optimal = false
    /// Tier 1: the bound that the certificate proves, equal to the plan's value.
    package var bound: Int64 = 0
    /// Tier 2: jobs that are not sustainable, for the members left.
    package var tier2 = Tier()
    /// What the two greedy ways would have reached in tier 1 with the same input.
    package var baselines = BaselineFigures()
    /// Where households wait for a sustainable job, most households first.
    package var shortages: [Shortage] = []
    /// The vacancies where more openings would cover most of these households, most households first.
    package var unlocks: [Unlock] = []
    /// People and employers to call about questions that the plan rests on.
    package var calls = 0
    /// Referrals under way, and what they cost the plan.
    package var pins: Pins?
    /// Promise A.
    package var promiseA = PromiseA()
    /// Promise B.
    package var promiseB = PromiseB()
    /// Wall-clock seconds.
    package var seconds = Seconds()

    /// Figures of tier 2.
    package struct Tier: Codable, Sendable {
        /// Households without a sustainable job that get another.
        package var households = 0
        /// Workers placed.
        package var placed = 0
        /// Total score.
        package var score: Int64 = 0
    }

    /// Households that wait in an occupation and a district.
    package struct Shortage: Codable, Sendable {
        /// The first two digits of the occupation; nil where vacancies do not say.
        package var occupation: Int?
        /// The code of the workplace's district; nil where vacancies do not say, or outside the province.
        package var district: String?
        /// The households without a job that could take one there.
        package var waiting = 0
        /// The openings there, all taken by the plan.
        package var openings = 0
    }

    /// A vacancy that could cover more households.
    package struct Unlock: Codable, Sendable {
        /// The vacancy's id.
        package var vacancy = ""
        /// The households that as many more openings would cover, counted up to 20.
        package var households = 0
        /// The households without a job that could take one there.
        package var waiting = 0
    }

    /// Referrals under way: the plan keeps their openings whatever it would prefer.
    package struct Pins: Codable, Sendable {
        /// Referrals that hold an opening.
        package var held = 0
        /// Referrals that cannot, and are to be looked at.
        package var toReview = 0
        /// Households that could be covered without them.
        package var households = 0
        /// Workers who could be placed without them.
        package var workers = 0
    }

    /// Promise A: people connected in the year against the target.
    ///
    /// A plan's proposals are not connections.
    package struct PromiseA: Codable, Sendable {
        /// The programme year.
        package var year = 0
        /// The number promised.
        package var target = 0
        /// Distinct people successfully connected.
        package var connected = 0
    }

    /// Promise B: households with a member in sustainable work, of those that can be covered.
    package struct PromiseB: Codable, Sendable {
        /// Households whose class counts.
        package var households = 0
        /// Of these, those that can be covered: the denominator.
        package var coverable = 0
        /// Of the households, those whose only possible members are pupils.
        package var notNow = 0
        /// Of the households, those without anybody able to work.
        package var withoutLabour = 0
        /// Of the coverable, those the ledger shows covered.
        package var covered = 0
        /// Not covered, with a job whose contract is to be asked.
        package var toAsk = 0
        /// Not covered; the plan gives them a sustainable job with no question open.
        package var plannedFirm = 0
        /// Not covered; the plan gives them a sustainable job with a question open.
        package var plannedProvisional = 0
    }

    /// Where the time went.
    package struct Seconds: Codable, Sendable {
        /// Reading from the database.
        package var read = 0.0
        /// Gates and scores.
        package var score = 0.0
        /// Planning and verifying both tiers.
        package var plan = 0.0
        /// What a no to each open question would cost.
        package var calls = 0.0
        /// Storing the run.
        package var store = 0.0
    }
}
