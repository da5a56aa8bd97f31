import Store

/// After how many failures signing in waits, and for how long: some are free, then each doubles the wait.
struct SignInThrottle {
    /// How many failures are free.
    let free: Int
    /// The first wait, in seconds.
    static let firstWait: Int64 = 30
    /// The longest wait.
    static let longestWait: Int64 = 900
    /// For how long after the last failure it is remembered.
    static let memory: Int64 = 3600

    /// Under a name five are free, whether there is such an account or not.
    static let name = SignInThrottle(free: 5)
    /// From an address more are, as a whole office may share one.
    static let address = SignInThrottle(free: 20)

    /// For how many seconds it is still not tried; 0 where it may be.
    func wait(_ failures: SignInFailures?, now: Int64) -> Int64 {
        max(0, (failures?.lockedUntil ?? 0) - now)
    }

    /// The failures with one more.
    ///
    /// It is counted before the password is looked at and taken back when it was right, so that many at once are no more
    /// tries than one after the other.
    func adding(to failures: SignInFailures?, now: Int64) -> SignInFailures {
        let isRemembered = failures.map { max($0.lastAt, $0.lockedUntil) + SignInThrottle.memory > now } ?? false
        let count = (isRemembered ? failures?.failures ?? 0 : 0) + 1
        return SignInFailures(failures: count, lastAt: now, lockedUntil: now + wait(after: count))
    }

    /// The failures without the last, which was none.
    func takingBack(_ failures: SignInFailures?) -> SignInFailures? {
        guard let failures, failures.failures > 1 else { return nil }
        return SignInFailures(failures: failures.failures - 1, lastAt: failures.lastAt, lockedUntil: 0)
    }

    private func wait(after failures: Int) -> Int64 {
        guard failures >= free else { return 0 }
        let doublings = min(failures - free, 5)
        return min(SignInThrottle.longestWait, SignInThrottle.firstWait << doublings)
    }
}
