import Foundation
import Matching
import Referrals

/// What planning a folder gave: the content of summary.json, the same for the same rows.
package struct FolderSummary: Sendable, Encodable {
    /// Rows read.
    package let households, workers, vacancies, pairs: Int
    /// Tier 1: households newly covered, workers placed, total score; pins included.
    package let covered: Int
    package let placed: Int
    package let score: Int64
    /// Whether the certificates of both tiers prove their optimum; nothing is written otherwise.
    package let optimal: Bool
    /// Tier 1: the bound that its certificate proves.
    package let bound: Int64
    /// Tier 2, beside tier 1 and never in promise B.
    package let tier2: RunSummary.Tier
    /// What the two greedy ways would have reached in tier 1.
    package let baselines: BaselineFigures
    /// The pins.
    package let pins: Pins
    /// Where households wait, by the vacancies' groups.
    package let shortages: [Group]
    /// The vacancies where more openings would cover most households.
    package let unlocks: [Opening]

    /// What pins hold and cost.
    package struct Pins: Sendable, Encodable {
        /// How many are kept.
        package let held: Int
        /// Households and workers given up for them.
        package let costHouseholds, costPlaced: Int
        /// Those that cannot be kept.
        package let toReview: [ToReview]

        private enum CodingKeys: String, CodingKey {
            case held
            case costHouseholds = "cost_households"
            case costPlaced = "cost_placed"
            case toReview = "to_review"
        }

        /// A pin that cannot be kept.
        package struct ToReview: Sendable, Encodable {
            package let worker, vacancy, reason: String
        }
    }

    /// A group in which households wait.
    package struct Group: Sendable, Encodable {
        package let group: String
        package let waiting, openings: Int
    }

    /// A vacancy, the households that as many more openings would cover (up to 20), and how many wait there.
    package struct Opening: Sendable, Encodable {
        package let vacancy: String
        package let households, waiting: Int
    }
}

/// Plans the tables of an office's own system, and writes plan.csv, unplaced.csv and summary.json, all or none.
///
/// - Parameters:
///   - folder: The folder of the tables.
///   - out: The folder of the results.
///   - before: A plan.csv of before, or nil.
///   - keepBonus: What a pair of the plan before is worth more, in points of score.
///   - isCancelled: Whether the person wants to stop.
///   - progress: Told what is being done.
/// - Returns: What summary.json says.
/// - Throws: `OperationError`; nothing is written then.
package func planFolder(
    _ folder: String,
    out: String,
    before: String?,
    keepBonus: Int,
    isCancelled: @escaping @Sendable () -> Bool,
    progress: @escaping ProgressReport
) throws -> FolderSummary {
    let tables = try PlanningFolder(folder: folder, before: before, keepBonus: keepBonus, isCancelled: isCancelled)
    let plan: TwoTierPlan
    do throws(MatchingError) {
        plan = try TwoTierPlan.solve(
            tables.problem,
            in: .allCores(isCancelled: isCancelled, progress: progress)
        )
    } catch {
        throw OperationError(planning: error)
    }
    progress(ProgressStep("plan", 1, of: 1))
    let results = FolderResults(tables: tables, plan: plan)
    let summary = results.summary()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    if isCancelled() { throw OperationError.cancelled }
    try FolderResults.write(
        [
            "plan.csv": results.plannedPairs(), "unplaced.csv": results.unplaced(),
            "summary.json": try encoder.encode(summary) + [0x0A],
        ],
        to: URL(fileURLWithPath: out)
    )
    return summary
}

/// The results in the tables' names.
private struct FolderResults {
    let tables: PlanningFolder
    let plan: TwoTierPlan

    func summary() -> FolderSummary {
        FolderSummary(
            households: tables.households.count,
            workers: tables.workers.count,
            vacancies: tables.vacancies.count,
            pairs: tables.problem.vacancyOf.count,
            covered: plan.sustainable.covered,
            placed: plan.sustainable.placed,
            score: plan.sustainable.score,
            optimal: true,  // A `TwoTierPlan` exists only verified.
            bound: plan.sustainable.certificate.bound,
            tier2: RunSummary.Tier(
                households: plan.other.covered,
                placed: plan.other.placed,
                score: plan.other.score
            ),
            baselines: BaselineFigures(plan.baselines),
            pins: FolderSummary.Pins(
                held: tables.problem.pins.count - plan.pinsToReview.count,
                costHouseholds: plan.pinCost?.covered ?? 0,
                costPlaced: plan.pinCost?.placed ?? 0,
                toReview: plan.pinsToReview.map {
                    FolderSummary.Pins.ToReview(
                        worker: tables.workers[Int($0.pin.member)],
                        vacancy: tables.vacancies[Int($0.pin.vacancy)],
                        reason: $0.reason.rawValue
                    )
                }
            ),
            shortages: plan.sustainable.shortages(of: plan.instance, by: tables.groupOf).map {
                FolderSummary.Group(group: tables.groups[Int($0.group)], waiting: $0.waiting, openings: $0.openings)
            },
            unlocks: plan.sustainable.unlocks(of: plan.instance, most: 20).prefix(50).map {
                FolderSummary.Opening(
                    vacancy: tables.vacancies[Int($0.vacancy)],
                    households: $0.households,
                    waiting: $0.waiting
                )
            }
        )
    }

    /// plan.csv: worker, household, vacancy, tier, score, covers (1 where the household is newly covered by this), pinned.
    func plannedPairs() -> Data {
        let pinned = Set(tables.problem.pins)
        var waits = tables.problem.isLacking
        var text = "worker,household,vacancy,tier,score,covers,pinned\n"
        for worker in tables.workers.indices {
            let first = plan.sustainable.vacancyOfMember[worker]
            let vacancy = first >= 0 ? first : plan.other.vacancyOfMember[worker]
            guard vacancy >= 0 else { continue }
            let household = Int(tables.problem.householdOf[worker])
            let range = tables.problem.offsets[worker]..<tables.problem.offsets[worker + 1]
            let score = range.first { tables.problem.vacancyOf[$0] == vacancy }.map { tables.problem.score[$0] } ?? 0
            let covers = first >= 0 && waits[household]
            if covers { waits[household] = false }
            let isPinned = pinned.contains(Instance.Pin(member: Int32(worker), vacancy: vacancy))
            text += "\(quoted(tables.workers[worker])),\(quoted(tables.households[household])),"
            text += "\(quoted(tables.vacancies[Int(vacancy)])),\(first >= 0 ? 1 : 2),\(score),"
            text += "\(covers ? 1 : 0),\(isPinned ? 1 : 0)\n"
        }
        return Data(text.utf8)
    }

    /// unplaced.csv: what (household or worker), name, reason (no_pair, shortage, pin), and of a shortage how many compete
    /// for how many openings.
    func unplaced() -> Data {
        var text = "what,name,reason,rivals,openings\n"
        func add(_ what: String, _ name: String, _ reason: Unplaced) {
            let columns =
                switch reason {
                case .noPair: "no_pair,,"
                case .pin: "pin,,"
                case .shortage(let shortage): "shortage,\(shortage.rivals),\(shortage.openings)"
                }
            text += "\(what),\(quoted(name)),\(columns)\n"
        }
        for (household, reason) in plan.unplaced.enumerated() {
            if let reason { add("household", tables.households[household], reason) }
        }
        for (worker, reason) in plan.unplacedSeekers.enumerated() {
            if let reason { add("worker", tables.workers[worker], reason) }
        }
        return Data(text.utf8)
    }

    private func quoted(_ name: String) -> String {
        guard name.contains(where: { $0 == "," || $0 == "\"" || $0 == ";" || $0.isNewline }) else { return name }
        return "\"" + name.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }

    /// Writes all files under other names first, so that a full disk or an end in between leaves what was there.
    static func write(_ files: [String: Data], to folder: URL) throws {
        func partial(_ name: String) -> URL { folder.appendingPathComponent("." + name + ".partial") }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (name, data) in files { try data.write(to: partial(name)) }
            for name in files.keys.sorted() {
                guard rename(partial(name).path, folder.appendingPathComponent(name).path) == 0 else {
                    throw CocoaError(.fileWriteUnknown)
                }
            }
        } catch {
            for name in files.keys { try? FileManager.default.removeItem(at: partial(name)) }
            throw OperationError.cannotWrite(file: folder.path)
        }
    }
}
