import Foundation
import Matching

/// What solving an instance file gave.
package struct InstanceReport: Sendable, Encodable {
    /// Bonuses earned.
    package let covered: Int
    /// Members placed.
    package let placed: Int
    /// Total score.
    package let score: Int64
    /// Whether the certificate proves the optimum.
    package let optimal: Bool
    /// The bound it proves.
    package let bound: Int64
    /// Wall-clock seconds of each step.
    package let seconds: Seconds
    /// The most memory the process has had, in MiB.
    package let peakMB: Double

    /// Wall-clock seconds of each step.
    package struct Seconds: Sendable, Encodable {
        /// Reading the file's arrays.
        package let read: Double
        /// Checking, indexing and solving.
        package let solve: Double
        /// Verifying the certificate.
        package let verify: Double
    }

    private enum CodingKeys: String, CodingKey {
        case covered, placed, score, optimal, bound, seconds
        case peakMB = "peak_mb"
    }
}

/// Reads an instance file into memory as it is written; solving it is the next step.
///
/// - Throws: `OperationError.instance`.
package func readInstance(file: String) throws -> InstanceFile {
    let data: Data
    do {
        data = try Data(contentsOf: URL(fileURLWithPath: file), options: .alwaysMapped)
    } catch {
        throw OperationError.instance(file: file, problem: "cannot be read")
    }
    do {
        return try data.withUnsafeBytes { try InstanceFile(bytes: $0) }
    } catch let error as MatchingError {
        throw OperationError.instance(file: file, problem: error.problem)
    }
}

/// Solves an instance file, verifies the plan and writes it as CSV of member and vacancy numbers from 0.
///
/// - Throws: `OperationError`.
package func solveInstance(file: String, planFile: String?) throws -> InstanceReport {
    let clock = ContinuousClock()
    let start = clock.now
    let arrays = try readInstance(file: file)
    let read = clock.now
    do {
        let instance = try arrays.instance()
        let candidate = try Planner.solve(instance)
        let solved = clock.now
        let plan = try Verifier.verify(candidate, of: instance)
        let verified = clock.now
        if let planFile { try write(plan, to: planFile) }
        return InstanceReport(
            covered: plan.covered,
            placed: plan.placed,
            score: plan.score,
            optimal: true,
            bound: plan.certificate.bound,
            seconds: InstanceReport.Seconds(
                read: (read - start).seconds,
                solve: (solved - read).seconds,
                verify: (verified - solved).seconds
            ),
            peakMB: peakMemoryMB()
        )
    } catch let error as MatchingError {
        throw OperationError.instance(file: file, problem: error.problem)
    }
}

/// The most memory this process has had, in MiB, as Linux counts it.
package func peakMemoryMB() -> Double {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
        let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
        let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Double($0) })
    else { return 0 }
    return (kilobytes / 1024 * 10).rounded() / 10
}

private func write(_ plan: Plan, to file: String) throws {
    var text = "member,vacancy\n"
    for (member, vacancy) in plan.vacancyOfMember.enumerated() where vacancy >= 0 { text += "\(member),\(vacancy)\n" }
    do {
        try text.write(toFile: file, atomically: true, encoding: .utf8)
    } catch {
        throw OperationError.cannotWrite(file: file)
    }
}

extension MatchingError {
    /// What is wrong, in words.
    var problem: String {
        switch self {
        case .cancelled: "solving was cancelled"
        case .duplicatePair(let member, let vacancy): "member \(member) lists vacancy \(vacancy) twice"
        case .fileSize(let expected, let found): "is cut off or not an instance: \(found) bytes instead of \(expected)"
        case .inconsistent(let array): "the array of \(array) does not fit the others"
        case .outOfRange(let what, let index): "\(what) \(index) is out of range"
        case .tooLarge: "is too large for 64-bit arithmetic"
        case .unproven(let problem): "the proof does not hold: \(problem)"
        }
    }
}
