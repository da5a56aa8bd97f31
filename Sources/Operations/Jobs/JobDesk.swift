import Synchronization

/// A piece of long work that somebody has begun from a page: it goes on when the page is left, and can be found again.
package struct Job: Sendable {
    /// What kind of work it is.
    package enum Kind: String, Sendable, CaseIterable {
        /// A roll is taken in.
        case rolls
        /// A plan is made.
        case plan
        /// A feed is read in, or read again.
        case feed
        /// The audit is recomputed.
        case audit
    }

    /// How far it has come.
    package enum State: Sendable {
        /// It is being done; how far, once that is known.
        case running(ProgressStep?)
        /// It is done, and what came of it stands at this path of the site.
        case done(String)
        /// It failed, and nothing was changed that is not whole.
        case failed(Wording)
    }

    /// Its number, since the service was started.
    package let number: Int
    /// What it is.
    package let kind: Kind
    /// Who began it.
    package let owner: String
    /// When it was begun, in Unix seconds.
    package let begunAt: Int64
    /// How far it has come.
    package internal(set) var state: State
}

/// Keeps what long work is going on in this process, and the last that was done.
///
/// What comes of work is in the database; this only says where it stands, and may be forgotten at any time.
package final class JobDesk: Sendable {
    private static let mostKept = 50
    private static let mostRunning = 4

    private struct Kept {
        var next = 1
        var jobs: [Job] = []
    }

    private let kept = Mutex(Kept())

    /// A desk with nothing on it.
    package init() {}

    /// The jobs that somebody began, newest first.
    package func jobs(of owner: String) -> [Job] {
        kept.withLock { $0.jobs.filter { $0.owner == owner }.reversed() }
    }

    /// One job that somebody began; nil where there is none, or it has been forgotten.
    package func job(_ number: Int, of owner: String) -> Job? {
        kept.withLock { $0.jobs.first { $0.number == number && $0.owner == owner } }
    }

    fileprivate func begin(_ kind: Job.Kind, owner: String, now: Int64) throws(OperationError) -> Int {
        let number = kept.withLock { kept -> Int? in
            let running = kept.jobs.filter { if case .running = $0.state { true } else { false } }
            guard running.count < JobDesk.mostRunning else { return nil }
            let number = kept.next
            kept.next += 1
            kept.jobs.append(Job(number: number, kind: kind, owner: owner, begunAt: now, state: .running(nil)))
            if kept.jobs.count > JobDesk.mostKept,
                let old = kept.jobs.firstIndex(where: { !running.map(\.number).contains($0.number) })
            {
                kept.jobs.remove(at: old)
            }
            return number
        }
        guard let number else { throw .refused(.tooManyJobs) }
        return number
    }

    fileprivate func set(_ state: Job.State, of number: Int) {
        kept.withLock { kept in
            guard let index = kept.jobs.firstIndex(where: { $0.number == number }) else { return }
            kept.jobs[index].state = state
        }
    }
}

extension Office {
    /// Begins long work that goes on by itself.
    ///
    /// - Parameters:
    ///   - kind: what it is.
    ///   - caller: who begins it; only the same account finds it again.
    ///   - work: does it, reports its progress, and returns the path of the page on which its outcome stands.
    /// - Returns: the job's number.
    /// - Throws: `OperationError.refused` where too much is going on already.
    package func begin(
        _ kind: Job.Kind,
        caller: Caller,
        _ work: @escaping @Sendable (@escaping ProgressReport) async throws -> String
    ) throws(OperationError) -> Int {
        let number = try jobs.begin(kind, owner: caller.name, now: now())
        Task { [jobs, logger] in
            do {
                let address = try await work { jobs.set(.running($0), of: number) }
                jobs.set(.done(address), of: number)
            } catch {
                logger.error("a job failed", metadata: ["kind": "\(kind)", "error": "\(error)"])
                jobs.set(.failed(Job.wording(of: error)), of: number)
            }
        }
        return number
    }
}

extension Job {
    /// What the person who began it is told of an error.
    fileprivate static func wording(of error: any Error) -> Wording {
        switch error {
        case OperationError.refused(let refusal): return Wording(refusal.vietnamese, refusal.english)
        case let error as OperationError:
            let sentence = error.sentence
            return Wording(sentence.vietnamese, sentence.english)
        default:
            return Wording(
                "Có lỗi trong hệ thống; đã ghi lại cho người vận hành. Hãy thử lại sau.",
                "Something went wrong; the operator's log has it. Try again later."
            )
        }
    }
}

extension Refusal {
    /// So much long work is going on that no more is begun.
    package static let tooManyJobs = Refusal(
        .tooMany,
        "too_many_jobs",
        "Other long work is going on; begin again in a few minutes.",
        "Đang có nhiều việc chạy lâu; hãy thử lại sau vài phút.",
        retryAfter: 60
    )
}
