import Households
import Store
import Vacancies
import Vocabulary

extension Programme {
    /// Promise A as the database stands: people successfully connected in the programme year, each once.
    ///
    /// A connection is a referral whose start is confirmed, under a written contract at least as long as the policy of the day
    /// of the start asks. Class and age are those of the day of the referral, so that a household that escapes from poverty
    /// by the job still counts. What a plan proposes is never counted here.
    ///
    /// - Throws: `OperationError.noPolicy`, `StoreError`.
    package func promiseA(_ reading: Reading) throws -> RunSummary.PromiseA {
        RunSummary.PromiseA(year: year, target: target, connected: try connectionsByMonth(reading).reduce(0, +))
    }

    /// Promise A's people by the month in which their first job began, January to December.
    ///
    /// - Throws: `OperationError.noPolicy`, `StoreError`.
    package func connectionsByMonth(_ reading: Reading) throws -> [Int] {
        var months = Array(repeating: 0, count: 12)
        var connected: Set<MemberID> = []
        for connection in try reading.connections(year) where !connected.contains(connection.member) {
            guard try counts(connection, reading) else { continue }
            connected.insert(connection.member)
            months[connection.start.parts.month - 1] += 1
        }
        return months
    }

    private func counts(_ connection: Connection, _ reading: Reading) throws -> Bool {
        let policy = try placement(on: connection.start)
        guard connection.contract?.isSustainable(minimumMonths: policy.connectionMonths) == true,
            let member = try reading.member(connection.member),
            var household = try reading.household(connection.household)
        else { return false }
        household.povertyClass = connection.povertyClass
        // That class was the one of the day, whatever a later review says of an escape.
        household.escapedOn = nil
        return counting.countsForConnections(member, of: household, referredOn: connection.madeOn)
    }
}

extension Office {
    /// Promise A as the database stands.
    ///
    /// - Throws: `OperationError.noPolicy`, `StoreError`.
    package func promiseA() async throws -> RunSummary.PromiseA {
        let programme = programme
        return try await store.read { try programme.promiseA($0) }
    }
}
