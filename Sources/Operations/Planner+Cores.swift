import Foundation
import Matching
import Synchronization

extension Planner.Environment {
    /// Two cores of the machine, with reports of progress by stages.
    static func allCores(
        isCancelled: @escaping @Sendable () -> Bool = { false },
        progress: @escaping ProgressReport = { _ in }
    ) -> Planner.Environment {
        let helper = Helper()
        return Planner.Environment(
            run: { helper.run($0, $1) },
            isCancelled: isCancelled,
            progress: { stage, done in progress(ProgressStep(stage.rawValue, Int(done * 100), of: 100)) }
        )
    }
}

/// A second core, for one caller at a time; whoever finds it busy does its jobs alone.
///
/// Jobs begin jobs of their own while both cores are at work. To queue these behind the others would only make the caller
/// wait, which is why this is not `concurrentPerform`.
private final class Helper: Sendable {
    private let isBusy = Atomic(false)

    func run(_ count: Int, _ job: @Sendable (Int) -> Void) {
        let isMine = isBusy.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
        guard isMine, count > 1 else {
            if isMine { isBusy.store(false, ordering: .releasing) }
            for index in 0..<count { job(index) }
            return
        }
        withoutActuallyEscaping(job) { job in
            let done = DispatchGroup()
            DispatchQueue.global().async(group: done) {
                job(count - 1)
                self.isBusy.store(false, ordering: .releasing)
            }
            for index in 0..<count - 1 { job(index) }
            done.wait()
        }
    }
}
