/// Member and vacancy in; gates first, then reasons with points out.
///
/// Gates are three-valued: pass, fail with a reason, or ask. A pair is eligible when no gate fails; with an open question
/// it is provisional. Reasons are each 0...1000 points with a weight; one that rests on a fact nobody recorded is unknown
/// and widens the interval of the score instead of counting as a match or a miss.
///
/// Pure: the day, the territory and the policy are parameters, so any score can be recomputed from what was stored
/// with its run. It decides nothing about who gets which job; that is Matching's.
///
/// Invariants: 0 <= low <= score <= high <= 10,000; an explanation's reasons sum to its score.
package enum Scoring {}
