/// The exact planner on plain integers; it knows nothing of jobs or people.
///
/// Problem. Households own members; a member may take one opening of one vacancy among its pairs, each with a score;
/// a vacancy v has c(v) openings. Some households earn a bonus for their first placed member. Among all assignments,
/// find one with (1) the most bonuses, then (2) the most members placed, then (3) the highest total score.
///
/// Model. A circulation r -> h -> m -> v -> r. Arc r -> h exists twice: once with capacity 1 and gain W where h earns the
/// bonus, and once without gain and without limit; h -> m has capacity 1; m -> v has gain W + s(m, v); v -> r has
/// capacity c(v). The bonus arc is the better of two parallel arcs, so an optimum uses it first and the gain is concave
/// in the number placed: the node-arc matrix is totally unimodular and an integral optimum exists.
///
/// Weight. A simple residual cycle passes r once and each vacancy at most once, so it changes bonuses and placements by
/// at most one each and never in opposite directions, and the score by at most S(V + 1), S being the highest score. With
/// W = S(V + 1) + 1 the three levels are therefore one integer objective.
///
/// Algorithm. Successive shortest paths, primal-dual, one opening at a time (Kuhn 1955, Munkres 1957; with potentials
/// Edmonds and Karp 1972, Tomizawa 1971). Potentials p(v) >= 0, a(m), and q(h) in 0...W, 0 where h earns no bonus.
///
/// Invariants after every augmentation:
///   - every pair: a(m) + p(v) >= W + s(m, v), equal where m is placed at v;
///   - placed m: a(m) + q(h) >= 0; unplaced m: a(m) + q(h) <= 0;
///   - h without a placement and with a bonus: q(h) = W; with two or more placements: q(h) = 0;
///   - a vacancy whose openings have all been tried and are not all taken: p(v) = 0.
///
/// Certificate. By duality no assignment is worth more than
/// sum c(v) p(v) + sum max(0, a(m) + q(h)) + sum over bonus households of (W - q(h)); equality proves the optimum. The
/// verifier recomputes a(m) from p and reads nothing of the solver's state but p, q and the assignment.
///
/// Complexity: at most C searches for C = sum c(v) openings, each O(E' log V) in the part E' of the pairs that lies
/// within the distance bound; memory 16 bytes a pair.
///
/// Bounds: every distance and potential stays within 4W, and the objective within 2W times the members placed; both are
/// checked to fit 64 bits before solving.
package enum Matching {}
