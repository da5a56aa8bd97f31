/// From scored pairs to a plan, and from what the roll shows to the coverage ledger.
///
/// The household comes first here: a promise-B household that nobody covers yet earns the planner's bonus for its first
/// sustainable placement, and only then do second members count. Two tiers, each exact: sustainable vacancies first,
/// then all others for the members left. Tier 2 never enters promise B.
///
/// Pure: the planner's module does the optimising on plain integers, this one says what the integers mean.
///
/// Invariants: a proposal is always an eligible pair; a vacancy is never proposed more often than it has openings; a
/// member has at most one proposal; a ledger entry names the policy version it was decided by.
package enum Referrals {}
