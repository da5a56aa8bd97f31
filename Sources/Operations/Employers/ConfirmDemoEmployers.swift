import Store
import Vacancies

extension Office {
    /// Confirms the same employers of the synthetic province every time, about 85 of 100: as if officers had been at work.
    ///
    /// Each is marked as a demo's. The others stay to be confirmed.
    ///
    /// - Returns: how many were confirmed now.
    /// - Throws: `OperationError.refused` in a database that is no demo's.
    package func confirmDemoEmployers(caller: Caller) async throws -> Int {
        try caller.require(.confirmEmployers)
        guard isDemo else { throw OperationError.refused(.onlyInDemo) }
        return try await confirmUnseen(caller: caller) { employer in
            // By the code, which the province's seed gives, and not by the id, which is drawn anew each time.
            let text = employer.taxCode?.description ?? employer.name
            let hash = text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
            return (hash >> 32) % 100 < 85
        }
    }

    /// Confirms, as a demo's, those employers that a rule chooses, in one transaction with one audit line.
    package func confirmUnseen(caller: Caller, _ isChosen: @escaping @Sendable (Employer) -> Bool) async throws -> Int {
        let today = today()
        let check = EmployerCheck(
            way: .demo,
            isTaxCodeChecked: true,
            takesNoFee: true,
            takesNoDeposit: true,
            keepsNoPapers: true
        )
        return try await atDesk { writing, _ in
            var filter = EmployerFilter(limit: .max)
            filter.isConfirmed = false
            var confirmed = 0
            for row in try writing.reading.employers(filter, on: today) where isChosen(row.employer) {
                var employer = row.employer
                do {
                    _ = try confirm(&employer, check, caller: caller, writing)
                    confirmed += 1
                } catch OperationError.refused {
                    // Without a tax code or a licence nobody confirms it, and so does no demo.
                    continue
                }
            }
            try audit(
                writing,
                actor: caller.name,
                action: "confirm_demo_employers",
                detail: ["employers": confirmed]
            )
            return confirmed
        }
    }
}
