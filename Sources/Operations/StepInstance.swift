import Vocabulary
import Matching

/// How long single events took on an instance, and whether the plan after all of them is the optimum.
package struct StepReport: Sendable, Encodable {
    /// How many events were taken in.
    package let steps: Int
    /// Milliseconds of one event with its certificate: the mean, the median, the 99th of a hundred, and the longest.
    package let meanMS, medianMS, p99MS, maxMS: Double
    /// Whether a solve of the changed input from nothing has the same bonuses, placements and score.
    package let equalsCold: Bool

    private enum CodingKeys: String, CodingKey {
        case steps
        case meanMS = "mean_ms"
        case medianMS = "median_ms"
        case p99MS = "p99_ms"
        case maxMS = "max_ms"
        case equalsCold = "equals_cold"
    }
}

/// Plans an instance file, lets events happen to the plan, and compares with a solve from nothing at the end.
///
/// - Parameters:
///   - file: The instance file.
///   - count: How many events.
///   - seed: From which they are drawn.
/// - Returns: The times, and whether the values agree.
/// - Throws: `OperationError`.
package func stepInstance(file: String, count: Int, seed: UInt64) throws -> StepReport {
    let instance = try readInstance(file: file)
    do throws(MatchingError) {
        let environment = Planner.Environment.allCores()
        var replanner = try Replanner(Planner.plan(instance, in: environment), of: instance)
        var events = EventSource(instance: instance, generator: SeededGenerator(seed: seed))
        let clock = ContinuousClock()
        var milliseconds: [Double] = []
        while milliseconds.count < count {
            let event = events.next(replanner)
            let begin = clock.now
            do throws(MatchingError) {
                _ = try replanner.apply(event)
            } catch .outOfRange {
                continue
            }
            milliseconds.append((clock.now - begin).seconds * 1000)
        }
        let changed = try replanner.verified(in: environment)
        let cold = try Planner.plan(changed.instance, in: environment)
        milliseconds.sort()
        func rank(_ part: Double) -> Double {
            milliseconds.isEmpty ? 0 : milliseconds[Int(Double(milliseconds.count - 1) * part)]
        }
        return StepReport(
            steps: count,
            meanMS: milliseconds.reduce(0, +) / Double(max(1, count)),
            medianMS: rank(0.5),
            p99MS: rank(0.99),
            maxMS: rank(1),
            equalsCold: cold.worth == changed.plan.worth && cold.worth == replanner.worth
        )
    } catch {
        throw OperationError(planning: error)
    }
}

/// What happens in an office, drawn at random: as many openings come as go, referrals are refused, members are hired or
/// new.
private struct EventSource {
    let instance: Instance
    var generator: SeededGenerator

    mutating func next(_ replanner: borrowing Replanner) -> ReplanningEvent {
        let vacancy = Int32.random(in: 0..<Int32(instance.openings.count), using: &generator)
        let member = Int32.random(in: 0..<Int32(instance.memberCount), using: &generator)
        let planned = plannedMember(replanner)
        switch Int.random(in: 0..<8, using: &generator) {
        case 0, 1: return .openingAdded(vacancy: vacancy)
        case 2, 3: return .openingClosed(vacancy: vacancy)
        case 4, 5:
            guard let planned else { return .hired(member: member, vacancy: nil) }
            return .hired(member: planned.member, vacancy: planned.vacancy)
        case 6:
            guard let planned else { return .hired(member: member, vacancy: nil) }
            return .refused([planned])
        default:
            let household = instance.householdOf[Int(member)]
            var vacancies: Set<Int32> = []
            for _ in 0..<20 {
                vacancies.insert(Int32.random(in: 0..<Int32(instance.openings.count), using: &generator))
            }
            let pairs = vacancies.sorted().map { ($0, Int32.random(in: 0...10_000, using: &generator)) }
            return .memberAdded(household: household, pairs: pairs)
        }
    }

    /// A member with a place in the plan, if one is found soon.
    private mutating func plannedMember(_ replanner: borrowing Replanner) -> Instance.Pin? {
        for _ in 0..<100 {
            let member = Int32.random(in: 0..<Int32(instance.memberCount), using: &generator)
            if let vacancy = replanner.vacancy(of: member) { return Instance.Pin(member: member, vacancy: vacancy) }
        }
        return nil
    }
}
