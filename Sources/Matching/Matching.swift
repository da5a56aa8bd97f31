/// The exact planner on plain integers; it knows nothing of jobs or people.
///
/// Problem. Households own members; a member may take one opening of one vacancy among its pairs, each with a score;
/// a vacancy v has c(v) openings. Some households earn a bonus for their first placed member. Pins hold an opening for a
/// member whatever else would be better. Among all assignments that keep the pins, find one with (1) the most bonuses,
/// then (2) the most members placed, then (3) the highest total score.
///
/// Model. A circulation r -> h -> m -> v -> r. Arc r -> h exists twice: once with capacity 1 and gain W where h earns the
/// bonus, and once without gain and without limit; h -> m has capacity 1; m -> v has gain W + s(m, v); v -> r has
/// capacity c(v). The bonus arc is the better of two parallel arcs, so an optimum uses it first and the gain is concave
/// in the number placed: the node-arc matrix is totally unimodular and an integral optimum exists. A pin takes its
/// member, its opening and its household's bonus out of the model.
///
/// Weight. A simple residual cycle passes r once and each vacancy at most once, so it changes bonuses and placements by
/// at most one each and never in opposite directions, and the score by at most S(V + 1), S being the highest score. With
/// W = S(V + 1) + 1 the three levels are therefore one integer objective.
///
/// Potentials. p(v) >= 0 is the price of an opening, a(m) what a placement of m is worth to its household, q(h) in 0...W
/// what the bonus adds to it (0 where h earns none). An assignment is optimal if
///   - every pair: a(m) + p(v) >= W + s(m, v), equal where m is placed at v;
///   - placed m: a(m) + q(h) >= 0; unplaced m: a(m) + q(h) <= 0;
///   - h with a bonus and without a placement: q(h) = W; with two or more placements: q(h) = 0;
///   - a vacancy with an empty opening: p(v) = 0.
///
/// Algorithm, from nothing (`Planner`):
///   1. `Auction.levels`: an auction without scores finds, by gaps in its labels, where households compete for openings
///      (p is about 2W there), where members do (W), and where openings are left (0). No price has to climb across W
///      in what follows. Where openings are very few, levels are taken for granted: for less than half of the
///      households that wait 2W everywhere, for less than a twentieth of the members left at least W.
///   2. `Auction.sell`: an auction with scores from these prices, with increments of 1000, 110 and 12; between two, prices
///      go back by three increments (scaling; Bertsekas 1988).
///   3. `Residual.init(_:after:)`: potentials are computed anew from the prices, and what is not tight is undone. This
///      leaves debts: members *in* without an opening, and empty openings with a price.
///   4. `Residual.place` and `Residual.fill` pay each debt by one shortest path on reduced costs, from the member or from
///      the vacancy (Edmonds and Karp 1972, Tomizawa 1971), and move the potentials of all that is nearer than its end.
///      The invariants above hold for everything else all the while; without debts the assignment is optimal.
/// Steps 1 and 2 decide how many debts there are and nothing else: they may stop at any moment, or be wrong.
///
/// Events (`Replanner`): an event changes the input, leaves a few debts, and step 4 pays them. A doubt (`Doubt`) is an
/// event that is taken back by another.
///
/// Certificate (`Verifier`). By duality no assignment is worth more than
/// sum c(v) p(v) + sum max(0, a(m) + q(h)) + sum over bonus households of (W - q(h)); equality proves the optimum
/// (`DualProof`, which recomputes a(m) from p). Apart from that, and without any weight, no path is left by which one
/// household more could be covered or one member more be placed (`AugmentingPaths`). Both read the instance, the
/// assignment and the potentials, and nothing else of the solver. `StepProof` does the first after an event, for what
/// the event has touched. A `Plan` is made by the verifier only.
///
/// Complexity. Levels: O(V) label rises of O(E) bids at the very worst, in practice some tens of bids a household.
/// Scores: pseudo-polynomial in W / increment, therefore limited to 400 bids for each member and opening. Repair: one
/// search for each debt, each O(E' log V) in the part E' of the pairs within the distance of its end. Memory: 12 bytes
/// a pair, 70 a member.
///
/// Bounds. Scores fit 16 bits. The auction's prices stay within 2W' + 2S + increments with W' = 2^22, far within 32 bits.
/// In the exact part every potential stays within 4(W + S) and the objective within 8W times what it sums over;
/// `Instance.weight` refuses what could leave 64 bits.
///
/// Order. Households, members and vacancies are taken by their numbers, a member's pairs by vacancy; every tie is decided
/// by these. Jobs that run at once write to different places, and how work is cut into jobs depends on the instance
/// alone. So the same instance gives the same plan and the same proof on any machine.
package enum Matching {}
