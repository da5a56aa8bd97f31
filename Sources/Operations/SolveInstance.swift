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
        /// Reading and checking the file's arrays.
        package let read: Double
        /// Solving.
        package let solve: Double
        /// Verifying the certificate.
        package let verify: Double
    }

    private enum CodingKeys: String, CodingKey {
        case covered, placed, score, optimal, bound, seconds
        case peakMB = "peak_mb"
    }
}

/// Reads an instance file into memory and checks it; solving it is the next step.
///
/// - Throws: `OperationError.instance`.
package func readInstance(file: String) throws -> Instance {
    guard let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int,
        let stream = fopen(file, "r")
    else { throw OperationError.instance(file: file, problem: "cannot be read") }
    defer { fclose(stream) }
    do throws(MatchingError) {
        return try InstanceFile.read(size: size) { fread($0.baseAddress, 1, $0.count, stream) == $0.count }
    } catch {
        throw OperationError.instance(file: file, problem: error.problem)
    }
}

/// Solves an instance file, verifies the plan and writes it as CSV of member and vacancy numbers from 0.
///
/// - Throws: `OperationError`; nothing is written then.
package func solveInstance(
    file: String,
    planFile: String?,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping ProgressReport = { _ in }
) throws -> InstanceReport {
    let clock = ContinuousClock()
    let start = clock.now
    let instance = try readInstance(file: file)
    let read = clock.now
    do {
        let environment = Planner.Environment.allCores(isCancelled: isCancelled, progress: progress)
        let candidate = try Planner.solve(instance, in: environment)
        let solved = clock.now
        let plan = try Verifier.verify(candidate, of: instance, in: environment)
        let verified = clock.now
        progress(ProgressStep("plan", 1, of: 1))
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
        if error == .cancelled { throw OperationError.cancelled }
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
    var text = Array("member,vacancy\n".utf8)
    text.reserveCapacity(plan.placed * 14 + 15)
    for (member, vacancy) in plan.vacancyOfMember.enumerated() where vacancy >= 0 {
        text.append(decimal: member)
        text.append(UInt8(ascii: ","))
        text.append(decimal: Int(vacancy))
        text.append(UInt8(ascii: "\n"))
    }
    do {
        try Data(text).write(to: URL(fileURLWithPath: file), options: .atomic)
    } catch {
        throw OperationError.cannotWrite(file: file)
    }
}

extension [UInt8] {
    /// Appends a number's decimal digits.
    fileprivate mutating func append(decimal number: Int) {
        let begin = count
        var rest = number
        repeat {
            append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        self[begin...].reverse()
    }
}

extension OperationError {
    /// What a failure of the planner means to the person who wanted a plan.
    init(planning error: MatchingError) {
        switch error {
        case .cancelled: self = .cancelled
        case .unproven(let problem): self = .certificateRefused(problem)
        default: self = .planning(error.problem)
        }
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
