import Foundation
import Matching
import Referrals

/// The tables of an office's own system, in one folder, put in order of their names: the order of rows changes nothing.
///
/// households.csv: household, counts (for promise B, 1 or 0), covered (already, 1 or 0). workers.csv: worker, household.
/// vacancies.csv: vacancy, openings, and where wanted sustainable (1 or 0, else 1) and group. pairs.csv: worker, vacancy,
/// score. pins.csv, which may be missing: worker, vacancy, most advanced first.
struct PlanningFolder {
    private(set) var households: [String] = []
    private(set) var workers: [String] = []
    private(set) var vacancies: [String] = []
    /// The vacancies' groups by name, and each vacancy's.
    private(set) var groups: [String] = []
    private(set) var groupOf: [Int32] = []
    private(set) var problem: PlanningProblem

    /// Reads the tables.
    ///
    /// - Parameters:
    ///   - folder: Where they are.
    ///   - before: A plan.csv of before whose pairs are kept where that costs no household and no placement.
    ///   - keepBonus: What such a pair is worth more, in points of score.
    ///   - isCancelled: Asked every few thousand rows.
    /// - Throws: `OperationError.table` naming file, line and reason; `OperationError.roll` where a file is no CSV.
    init(
        folder: String,
        before: String?,
        keepBonus: Int,
        isCancelled: () -> Bool
    ) throws(OperationError) {
        func path(_ name: String) -> String { URL(fileURLWithPath: folder).appendingPathComponent(name).path }
        let householdRows = try Names(path("households.csv"), "household", also: ["counts", "covered"]) {
            row throws(OperationError) in
            let counts = try row.isYes("counts", otherwise: true)
            let isCovered = try row.isYes("covered", otherwise: false)
            return counts && !isCovered
        }
        households = householdRows.names
        let workerRows = try Names(path("workers.csv"), "worker", also: ["household"]) { row throws(OperationError) in
            guard let household = householdRows.position[try row.name("household")] else {
                throw row.error(.unknown("household"))
            }
            return household
        }
        workers = workerRows.names
        let vacancyRows = try Names(path("vacancies.csv"), "vacancy", also: ["openings"]) {
            row throws(OperationError) in
            VacancyRow(
                openings: Int32(try row.number("openings", within: 0...Int(Instance.mostOpenings))),
                isSustainable: try row.isYes("sustainable", otherwise: true),
                group: row.optionalName("group")
            )
        }
        vacancies = vacancyRows.names
        groups = Set(vacancyRows.values.map(\.group)).sorted()
        let groupPosition = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, Int32($0)) })
        groupOf = vacancyRows.values.map { groupPosition[$0.group] ?? 0 }
        let kept = try before.map { path throws(OperationError) in
            try Set(PlanningFolder.pairs(path, workerRows, vacancyRows, skipsUnknown: true, isCancelled) { _ in 0 })
        }
        let bonus = Int32(clamping: keepBonus)
        let pairs = try PlanningFolder.pairs(
            path("pairs.csv"),
            workerRows,
            vacancyRows,
            skipsUnknown: false,
            isCancelled
        ) { row throws(OperationError) in
            try row.number("score", within: 0...Int(InstanceFile.highestScore))
        }
        let pins =
            FileManager.default.fileExists(atPath: path("pins.csv"))
            ? try PlanningFolder.pairs(path("pins.csv"), workerRows, vacancyRows, skipsUnknown: false, isCancelled) {
                _ in 0
            } : []
        var offsets = [Int](repeating: 0, count: workers.count + 1)
        for pair in pairs { offsets[Int(pair.worker) + 1] += 1 }
        for worker in workers.indices { offsets[worker + 1] += offsets[worker] }
        let sorted = pairs.sorted { ($0.worker, $0.vacancy) < ($1.worker, $1.vacancy) }
        problem = PlanningProblem(
            isLacking: householdRows.values,
            householdOf: workerRows.values,
            offsets: offsets,
            vacancyOf: sorted.map(\.vacancy),
            score: sorted.map {
                $0.score + (kept?.contains(Pair(worker: $0.worker, vacancy: $0.vacancy)) == true ? bonus : 0)
            },
            openings: vacancyRows.values.map(\.openings),
            isSustainable: vacancyRows.values.map(\.isSustainable),
            pins: pins.map { Instance.Pin(member: $0.worker, vacancy: $0.vacancy) }
        )
    }

    private struct VacancyRow {
        var openings: Int32
        var isSustainable: Bool
        var group: String
    }

    /// A pair by positions; two are the same whatever their scores.
    private struct Pair: Hashable {
        var worker: Int32
        var vacancy: Int32
        var score: Int32 = 0
        static func == (one: Pair, other: Pair) -> Bool { one.worker == other.worker && one.vacancy == other.vacancy }
        func hash(into hasher: inout Hasher) {
            hasher.combine(worker)
            hasher.combine(vacancy)
        }
    }

    /// The rows of a table by their names in order, each with a value.
    private struct Names<Value> {
        var names: [String] = []
        var values: [Value] = []
        var position: [String: Int32] = [:]

        init(
            _ path: String,
            _ column: String,
            also columns: [String],
            value: (PlanningTable.Row) throws(OperationError) -> Value
        ) throws(OperationError) {
            var table = try PlanningTable(path: path, columns: [column] + columns)
            var rows: [(name: String, value: Value)] = []
            while let row = try table.next() {
                let name = try row.name(column)
                guard position.updateValue(0, forKey: name) == nil else { throw row.error(.twice(column)) }
                guard rows.count < 1 << 27 else { throw row.error(.tooMany) }
                rows.append((name, try value(row)))
            }
            // By bytes, which no locale and no version of Unicode changes.
            rows.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            for (index, row) in rows.enumerated() { position[row.name] = Int32(index) }
            names = rows.map(\.name)
            values = rows.map(\.value)
        }
    }

    private static func pairs(
        _ path: String,
        _ workers: Names<Int32>,
        _ vacancies: Names<VacancyRow>,
        skipsUnknown: Bool,
        _ isCancelled: () -> Bool,
        score: (PlanningTable.Row) throws(OperationError) -> Int
    ) throws(OperationError) -> [Pair] {
        var table = try PlanningTable(path: path, columns: ["worker", "vacancy"])
        var pairs: [Pair] = []
        var seen: Set<Pair> = []
        while let row = try table.next() {
            if pairs.count & 0xfff == 0, isCancelled() { throw .cancelled }
            let worker = workers.position[try row.name("worker")]
            let vacancy = vacancies.position[try row.name("vacancy")]
            if skipsUnknown, worker == nil || vacancy == nil { continue }
            guard let worker else { throw row.error(.unknown("worker")) }
            guard let vacancy else { throw row.error(.unknown("vacancy")) }
            guard pairs.count < 1 << 30 else { throw row.error(.tooMany) }
            let pair = Pair(worker: worker, vacancy: vacancy, score: Int32(try score(row)))
            guard seen.insert(pair).inserted else { throw row.error(.twice("worker, vacancy")) }
            pairs.append(pair)
        }
        return pairs
    }
}
