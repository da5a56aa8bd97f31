import Foundation
import Households
import Rolls
import Store
import Vocabulary
import Workbooks

extension Office {
    /// Reads rolls into the register: households, members, or both, in one transaction.
    ///
    /// Headings are recognised by their spellings; a source whose mapping nobody has confirmed changes nothing until
    /// somebody does. The good rows go in and the others are listed, and written to a file where the request names one.
    /// The same files again change nothing. The work that rolls show opens the coverage ledger.
    ///
    /// - Throws: `OperationError` where a file or a request cannot be used, or more would leave than is believed; nothing is
    ///   changed then.
    package func importRolls(
        _ request: RollRequest,
        actor: String,
        progress: @escaping ProgressReport
    ) async throws -> RollReport {
        let files = try await RollFiles(request.files, names: request.names, parser: sheets, encoding: request.encoding)
        defer { files.remove() }
        if let commune = request.commune, programme.territory.commune(commune) == nil {
            throw OperationError.unknownCommune(commune)
        }
        if let day = request.asOf, day > today() { throw OperationError.futureDay(day) }
        for (_, field) in request.mapping {
            if let field, RollField(rawValue: field) == nil { throw OperationError.unknownField(field) }
        }
        let remembered = try await store.read { try $0.mapping(of: request.source) }
        let mapping = RollMapping(remembered: remembered, asked: request.mapping)
        let looked = try await Workbench.run {
            let inspected = try files.inspected(mapping)
            return (report: RollReport(inspected), isKnown: inspected.isRemembered(in: remembered))
        }
        var report = looked.report
        let headings = Set(report.columns.map { searchKey($0.heading) })
        for (heading, _) in request.mapping where !headings.contains(searchKey(heading)) {
            throw OperationError.unknownHeading(heading)
        }
        guard looked.isKnown || request.isConfirmed else {
            report.outcome = .toConfirm
            return report
        }
        let day = request.asOf ?? today()
        // Known of before it is there, so that it goes on its day, and with whoever in it is erased.
        if let path = request.problemsFile { try await register(file: path, .problems) }
        do {
            report = try await store.write { [report] writing in
                var report = report
                let inspected = try files.inspected(mapping)
                try read(inspected, mapping, request, day, into: &report, writing, progress: progress)
                if request.isDryRun { throw Rehearsed(report: report) }
                report.number = try note(report, inspected, request, day, writing)
                try audit(writing, actor: actor, action: "import_rolls", detail: report.figures)
                return report
            }
        } catch let error as Rehearsed {
            // The transaction is undone by leaving it with an error.
            report = error.report
            report.outcome = .dryRun
        }
        return report
    }

    private func read(
        _ files: [InspectedRoll],
        _ mapping: RollMapping,
        _ request: RollRequest,
        _ day: Day,
        into report: inout RollReport,
        _ writing: Writing,
        progress: ProgressReport
    ) throws {
        let programme = programme
        var register = try RollRegister(
            writing,
            vault: vault,
            territory: programme.territory,
            classifier: { programme.classifier.occupation(ofWords: $0)?.code },
            day: day,
            moment: now()
        )
        let problems = try request.problemsFile.map { try ProblemsFile(path: $0, sparing: request.files) }
        // Who was erased stands on every roll that follows, and must not keep it from saying who has left.
        var erased = 0
        let units = UnitFinder(programme, on: day, fallback: request.commune)
        for file in files {
            let lists = Set(file.inspection.sheets.filter { $0.kind != .members }.map(\.name))
            try file.read(mapping, units, asOf: day) { row in
                report.rows += 1
                var doubts: [RowDoubt] = []
                if !row.isRefused {
                    if let facts = row.household,
                        let doubt = try register.take(facts, isList: lists.contains(row.sheet))
                    {
                        doubts.append(doubt)
                    }
                    let isIn = !doubts.contains { $0.refuses }
                    if isIn, let facts = row.member, let doubt = try register.take(facts) { doubts.append(doubt) }
                }
                let found =
                    row.problems.map { RollReport.Problem($0, in: file.name) }
                    + doubts.map { RollReport.Problem($0, row: row, in: file.name) }
                let isRefused = row.isRefused || doubts.contains { $0.refuses }
                let isErased = doubts.contains(.erased)
                if isErased { erased += 1 }
                if isRefused { report.refused += 1 } else if !found.isEmpty { report.doubtful += 1 }
                for problem in found { report.add(problem) }
                if isRefused, !isErased { try problems?.add(row, of: file, doubts: doubts) }
                if report.rows.isMultiple(of: 1000) { progress(ProgressStep("rows", report.rows, of: nil)) }
            }
        }
        progress(ProgressStep("rows", report.rows, of: report.rows))
        // As with feeds, a list that could not be read whole lets nobody go.
        report.isHeldOpen = request.isComplete && report.refused > erased
        let leaving = try register.close(isComplete: request.isComplete && report.refused == erased)
        for part in [leaving.households, leaving.members] where part.isDoubtful && !request.mayManyLeave {
            throw OperationError.manyWouldLeave(part.count, of: part.of)
        }
        (report.households, report.members) = (register.householdChanges, register.memberChanges)
        report.classChanges = register.classChanges
        report.duplicates = try writing.noteDuplicates() + register.duplicatesNoted
        (report.ledgerOpened, report.ledgerEnded) = try openLedger(writing, on: register.latestRoll)
    }

    private func note(
        _ report: RollReport,
        _ files: [InspectedRoll],
        _ request: RollRequest,
        _ day: Day,
        _ writing: Writing
    ) throws -> Int64 {
        try writing.set(mapping: files.headings, of: request.source)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        var short = report
        // Problems name rows, not people; they are many, and the file of problems has them.
        short.problems = []
        return try writing.addImport(
            at: now(),
            day: day,
            source: request.source,
            files: files.map { "\($0.name) \($0.hash)" }.joined(separator: "\n"),
            report: String(decoding: try encoder.encode(short), as: UTF8.self)
        )
    }
}

extension InspectedRoll {
    /// Hands over the rows.
    ///
    /// - Throws: `OperationError` where the file is no roll after all, or what `each` throws.
    fileprivate func read(
        _ mapping: RollMapping,
        _ units: UnitFinder,
        asOf day: Day,
        each: (RollRow) throws -> Void
    ) throws {
        do {
            _ = try Roll.read(sheets, mapping: mapping, units: units, asOf: day, each: each)
        } catch let error as RollError {
            throw OperationError.roll(file: name, error)
        } catch let error as WorkbookError {
            throw OperationError.list(file: name, error)
        }
    }
}

/// Leaves a transaction with what it would have done.
private struct Rehearsed: Error {
    let report: RollReport
}

extension RollReport {
    /// The figures that the audit keeps.
    fileprivate var figures: [String: Int] {
        [
            "rows": rows, "refused": refused, "households_new": households.new,
            "households_changed": households.changed,
            "households_left": households.left, "members_new": members.new, "members_changed": members.changed,
            "members_left": members.left, "ledger_opened": ledgerOpened, "ledger_ended": ledgerEnded,
        ]
    }
}
