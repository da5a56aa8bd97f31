/// Member and vacancy in; gates first, then reasons with points out.
///
/// Gates are three-valued: pass, fail with a reason, or ask. A pair is eligible when no gate fails; with an open question
/// it is provisional. A reason is an interval within 0...1000 points with a weight: all that it can still become once
/// what nobody recorded is known. A score is the weighted mean of its reasons, from all at their worst to all at their
/// best, and its point is the middle: absent data is never a match nor a miss, it widens and moves nothing else. A
/// reason of which the job asks nothing (a language, a skill) is left out with its weight.
///
/// Pure: the day, the territory and the policy are parameters, so any score can be recomputed from what was stored
/// with its run. It decides nothing about who gets which job; that is Matching's. It holds no sentences: Operations
/// words its codes.
///
/// Invariants: 0 <= low <= point <= high <= 10,000; an explanation's reasons give its score; of an empty profile and an
/// empty vacancy the score is 5,000 within 0 and 10,000; all arithmetic is in integers.
package enum Scoring {}
