import Outcomes
import Referrals
import Store
import Vocabulary

extension Programme {
    /// Promise A as the database stands: people successfully connected in the programme year, each once.
    ///
    /// It counts from the same facts as the report on connections, so that a correction of the ledger changes both alike.
    /// What a plan proposes is never counted here.
    ///
    /// - Throws: `StoreError`.
    package func promiseA(_ reading: Reading) throws -> RunSummary.PromiseA {
        RunSummary.PromiseA(year: year, target: target, connected: try connectionsByMonth(reading).reduce(0, +))
    }

    /// Promise A's people by the month in which their first job of the year began, January to December.
    ///
    /// - Throws: `StoreError`.
    package func connectionsByMonth(_ reading: Reading) throws -> [Int] {
        let frame = wholeYear
        let facts = try reading.referralFacts(frame, in: .everywhere, counting: counting)
        var months = Array(repeating: 0, count: 12)
        for person in ConnectedPerson.all(of: facts, frame) { months[person.start.parts.month - 1] += 1 }
        return months
    }

    /// The programme year with all that is known.
    private var wholeYear: ReportFrame {
        let begins = reports.yearBegins
        let first = begins == .january ? year : year - 1
        guard let from = Day(year: first, month: begins.month, day: begins.day) else {
            preconditionFailure("a year begins on a day that every year has")
        }
        let last = from.adding(months: 12).adding(days: -1)
        return ReportFrame(
            from: from,
            to: last,
            asOf: last,
            knownAt: .max,
            policies: placementPolicies,
            yearBegins: begins
        )
    }
}

extension Office {
    /// Promise A as the database stands.
    ///
    /// - Throws: `StoreError`.
    package func promiseA() async throws -> RunSummary.PromiseA {
        let programme = programme
        return try await store.read { try programme.promiseA($0) }
    }
}
