import Store
import Vacancies
import Vocabulary

extension Office {
    /// Employers by name, page by page.
    ///
    /// - Returns: the employers, and where the list goes on; nil at its end.
    /// - Throws: `OperationError.refused` where the caller may not.
    package func employers(
        _ filter: EmployerFilter,
        caller: Caller
    ) async throws -> (employers: [EmployerLine], next: EmployerFilter.Position?) {
        try caller.require(.readVacancies)
        let today = today()
        var wider = filter
        wider.limit += 1
        let asked = wider
        let rows = try await store.read { try $0.employers(asked, on: today) }
        let shown = rows.prefix(filter.limit)
        let next = rows.count > shown.count ? shown.last : nil
        return (
            shown.map { EmployerLine($0) },
            next.map { EmployerFilter.Position(key: $0.key, id: $0.employer.id) }
        )
    }

    /// Employers that are to be checked: those first where the latest plan sends the most households, then the most workers, then
    /// those with the most openings.
    ///
    /// - Throws: `OperationError.refused` where the caller may not.
    package func employersToConfirm(limit: Int, offset: Int = 0, caller: Caller) async throws -> [EmployerLine] {
        try caller.require(.readEmployers)
        let today = today()
        return try await store.read { reading in
            let run = try reading.latestRun()?.number
            return try reading.employersToConfirm(run: run, on: today, limit: limit, offset: offset).map {
                EmployerLine($0.row, households: $0.households, workers: $0.workers)
            }
        }
    }
}
