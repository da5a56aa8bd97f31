import Foundation
import Households
import Referrals
import Rolls
import Store
import Vocabulary

/// What an import of rolls did.
package struct ImportReport: Sendable, Encodable {
    /// Households taken in.
    package var households = 0
    /// Of these, known before.
    package var householdsKnown = 0
    /// Members taken in.
    package var members = 0
    /// Of these, known before.
    package var membersKnown = 0
    /// Entries that the coverage ledger gained from jobs the roll shows.
    package var ledgerOpened = 0
    /// Entries of the ledger that the roll no longer bears out, ended.
    package var ledgerEnded = 0
    /// Rows refused.
    package var refused: [Note] = []
    /// Values not understood, left unknown.
    package var notUnderstood: [Note] = []

    /// A row or value that an office should look at.
    package struct Note: Sendable, Encodable {
        /// The file.
        package let file: String
        /// The line in it.
        package let line: Int
        /// The column.
        package let column: String
        /// What is wrong, as a code.
        package let problem: String
    }

    fileprivate mutating func add(_ notes: [RowNote], file: String) {
        for note in notes {
            let line = Note(file: file, line: note.line, column: note.column, problem: note.problem.rawValue)
            if note.refusesRow { refused.append(line) } else { notUnderstood.append(line) }
        }
    }
}

extension Office {
    /// Imports a household roll and the labour roll of its members in one transaction; importing both again changes
    /// nothing.
    ///
    /// The jobs that the labour roll shows open the coverage ledger, so that the first plan already knows them.
    package func importRolls(
        households householdFile: String,
        members memberFile: String,
        actor: String,
        progress: @escaping ProgressReport
    ) async throws -> ImportReport {
        try await store.write { writing in
            let report: ImportReport
            do {
                report = try readRolls(
                    writing,
                    householdFile: householdFile,
                    memberFile: memberFile,
                    progress: progress
                )
            } catch let error as RollError {
                throw OperationError.roll(error)
            }
            try audit(
                writing,
                actor: actor,
                action: "import_rolls",
                detail: [
                    "households": report.households, "members": report.members, "refused": report.refused.count,
                    "ledger_opened": report.ledgerOpened, "ledger_ended": report.ledgerEnded,
                ]
            )
            return report
        }
    }

    private func readRolls(
        _ writing: Writing,
        householdFile: String,
        memberFile: String,
        progress: ProgressReport
    ) throws -> ImportReport {
        var report = ImportReport()
        var generator = SystemRandomNumberGenerator()
        var householdIDs = try writing.reading.householdIDs()
        let known = Set(householdIDs.keys)
        let householdNotes = try HouseholdRoll.read(
            path: householdFile,
            knownCommune: { programme.territory.commune($0) != nil },
            id: { code in
                if let id = householdIDs[code] { return id }
                let id = HouseholdID(using: &generator)
                householdIDs[code] = id
                return id
            },
            each: { household in
                try writing.save(household)
                report.households += 1
                if known.contains(household.code) { report.householdsKnown += 1 }
                if report.households.isMultiple(of: 1000) {
                    progress(ProgressStep("households", report.households, of: nil))
                }
            }
        )
        progress(ProgressStep("households", report.households, of: report.households))
        report.add(householdNotes, file: householdFile)

        let memberIDs = try writing.reading.memberIDs()
        let memberNotes = try LabourRoll.read(
            path: memberFile,
            household: { householdIDs[$0] },
            id: { key in memberIDs[key.household]?[key.text] ?? MemberID(using: &generator) },
            each: { member, contact, key in
                try writing.save(
                    member,
                    key: key.text,
                    nationalID: try contact.nationalID.map(vault.seal),
                    phone: try contact.phone.map(vault.seal)
                )
                report.members += 1
                if memberIDs[key.household]?[key.text] != nil { report.membersKnown += 1 }
                if report.members.isMultiple(of: 5000) { progress(ProgressStep("members", report.members, of: nil)) }
            }
        )
        progress(ProgressStep("members", report.members, of: report.members))
        report.add(memberNotes, file: memberFile)
        try openLedger(writing, report: &report)
        return report
    }

    private func openLedger(_ writing: Writing, report: inout ImportReport) throws {
        let day = today()
        let members = try writing.reading.members()
        var entries: Set<CoverageEntry> = []
        for household in try writing.reading.households() {
            entries.formUnion(
                CoverageEntry.opening(
                    for: household,
                    members: members[household.id] ?? [],
                    on: day,
                    workingAge: programme.workingAge,
                    policy: programme.placement
                )
            )
        }
        report.ledgerEnded = try writing.endEntries(notIn: entries, on: day)
        for entry in entries where try writing.add(entry, at: now()) { report.ledgerOpened += 1 }
    }
}
