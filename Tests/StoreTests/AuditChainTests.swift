import Fixtures
import Foundation
import GRDB
import Operations
import Store
import Testing
import Vocabulary

@Suite("The audit")
struct AuditChainTests {
    /// An office whose audit has some lines, one about a person with a purpose and a note.
    private func office(in folder: String) async throws -> Office {
        let office = try await FeedOffice(in: folder).office
        let (_, caller) = try await office.signedIn("can-bo", .supervisor)
        try await office.store.write { writing in
            try office.noteAccess(
                to: AuditSubject("member", 123),
                action: "open_member",
                purpose: .request,
                note: "gia đình hỏi",
                caller: caller,
                writing
            )
            try office.noteAccess(
                to: nil,
                action: "export_members",
                purpose: .report,
                count: 40,
                caller: caller,
                writing
            )
        }
        _ = try await office.makeToken("x1", scopes: [.feeds], areas: [.province], days: 1, caller: .commandLine)
        return office
    }

    /// Does what somebody does who has the file but not the key.
    private func tamper(_ folder: String, _ sql: String) async throws {
        let queue = try DatabaseQueue(path: folder + "/noiviec.sqlite")
        try await queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            try database.execute(sql: sql)
        }
        try queue.close()
    }

    @Test("It says who did what, and who looked at whom and what for; the latest first, a page at a time")
    func list() async throws {
        try await withTemporaryFolder { folder in
            let office = try await office(in: folder)
            var filter = AuditFilter(limit: 100)
            let all = try await office.auditEntries(filter, caller: .commandLine)
            #expect(all.map(\.action) == ["make_token", "export_members", "open_member", "sign_in", "add_account"])
            #expect(all.map(\.id) == [5, 4, 3, 2, 1])
            filter.subject = AuditSubject("member", 123)
            let one = try await office.auditEntries(filter, caller: .commandLine)
            #expect(one.map(\.actor) == ["can-bo"] && one[0].purpose == "request" && one[0].note == "gia đình hỏi")
            filter = AuditFilter(limit: 100)
            filter.isAccess = true
            #expect(
                try await office.auditEntries(filter, caller: .commandLine).map(\.detail) == [
                    ["people": 40], ["people": 1],
                ]
            )
            filter = AuditFilter(limit: 2)
            (filter.actor, filter.before) = ("cli", 5)
            #expect(try await office.auditEntries(filter, caller: .commandLine).map(\.id) == [1])
            filter = AuditFilter(limit: 2)
            filter.since = all[0].at + 1
            #expect(try await office.auditEntries(filter, caller: .commandLine).isEmpty)
        }
    }

    @Test("Only who reads the audit may, and of the whole province")
    func whoMay() async throws {
        try await withTemporaryFolder { folder in
            let office = try await FeedOffice(in: folder).office
            for role in Role.allCases where !role.permissions.contains(.readAudit) {
                let (_, caller) = try await office.signedIn(role.rawValue.replacing("_", with: "-"), role)
                await #expect(throws: OperationError.refused(.forbidden)) {
                    try await office.auditEntries(AuditFilter(limit: 1), caller: caller)
                }
                await #expect(throws: OperationError.refused(.forbidden)) {
                    try await office.verifyAudit(caller: caller)
                }
                await #expect(throws: OperationError.refused(.forbidden)) { try await office.auditHead(caller: caller) }
            }
            let (_, ofDistrict) = try await office.signedIn("kiem-tra", .auditor, areas: [.district("060")])
            await #expect(throws: OperationError.refused(.auditNeedsProvince)) {
                try await office.auditEntries(AuditFilter(limit: 1), caller: ofDistrict)
            }
        }
    }

    @Test(
        "A changed column of any line is found",
        arguments: [
            "at = at + 1", "actor = 'other'", "action = 'nothing'", "detail = '{\"people\":2}'", "mac = zeroblob(32)",
            "mac = x''", "form = 1", "subject_id = 124", "subject_kind = 'household'", "purpose = 'asking'",
            "purpose = NULL",
            "detail = 'no figures'", "subject_kind = NULL, subject_id = NULL", "note_hash = NULL",
            "note_hash = zeroblob(32)", "id = 33",
        ]
    )
    func changed(column: String) async throws {
        try await withTemporaryFolder { folder in
            let office = try await office(in: folder)
            #expect(try await office.verifyAudit(caller: .commandLine).problems == [])
            try await tamper(folder, "UPDATE audit SET \(column) WHERE id = 3")
            let verdict = try await office.verifyAudit(caller: .commandLine)
            #expect(verdict.problemCount > 0 && verdict.lines == 5)
            if column.hasPrefix("a") { #expect(verdict.problems == [.changed(line: 3)]) }
            // Who looks for what happened still sees every line.
            let seen = try await office.auditEntries(AuditFilter(limit: 100), caller: .commandLine)
            #expect(seen.count == 5)
            if column.hasSuffix("figures'") { #expect(seen[2].note == "no figures" && seen[2].detail.isEmpty) }
        }
    }

    @Test("A note that is changed or added is found; one that is erased with its person leaves the chain whole")
    func notes() async throws {
        try await withTemporaryFolder { folder in
            let office = try await office(in: folder)
            try await office.store.write { try $0.eraseAuditNotes(about: AuditSubject("member", 123)) }
            #expect(try await office.verifyAudit(caller: .commandLine).problems == [])
            try await tamper(folder, "INSERT INTO audit_note VALUES (3, 'khác')")
            #expect(try await office.verifyAudit(caller: .commandLine).problems == [.note(line: 3)])
            try await tamper(folder, "UPDATE audit_note SET audit_id = 4, text = 'gia đình hỏi'")
            #expect(try await office.verifyAudit(caller: .commandLine).problems == [.note(line: 4)])
        }
    }

    @Test("A line taken out of the middle is found, also when those after are moved up")
    func removed() async throws {
        try await withTemporaryFolder { folder in
            let office = try await office(in: folder)
            try await tamper(folder, "DELETE FROM audit WHERE id = 2")
            let verdict = try await office.verifyAudit(caller: .commandLine)
            #expect(verdict.problems == [.missing(after: 1, before: 3), .changed(line: 3)])
            try await tamper(folder, "UPDATE audit SET id = id - 1 WHERE id > 2")
            let moved = try await office.verifyAudit(caller: .commandLine)
            // The note stays at the number of its line, where another line is now.
            #expect(moved.problems == [.changed(line: 2), .changed(line: 3), .note(line: 3), .changed(line: 4)])
            try await tamper(folder, "DELETE FROM audit")
            #expect(try await office.verifyAudit(caller: .commandLine).problems == [], "nothing shows without a head")
        }
    }

    @Test("Two lines that change places are found")
    func swapped() async throws {
        try await withTemporaryFolder { folder in
            let office = try await office(in: folder)
            try await tamper(
                folder,
                "UPDATE audit SET id = 99 WHERE id = 2; UPDATE audit SET id = 2 WHERE id = 3; UPDATE audit SET id = 3 WHERE id = 99"
            )
            #expect(try await office.verifyAudit(caller: .commandLine).problems.contains(.changed(line: 2)))
        }
    }

    @Test("Against exported heads a removed end and a rewritten past are found, by each head that saw them")
    func heads() async throws {
        try await withTemporaryFolder { folder in
            let office = try await office(in: folder)
            let file = folder + "/heads.jsonl"
            _ = try await office.exportAuditHead(to: file, caller: .commandLine)
            try await office.makeAccount("mot", .reporter)
            try await office.makeAccount("hai", .reporter)
            let second = try await office.exportAuditHead(to: file, caller: .commandLine)
            #expect(second.lines == 7 && second.last == 7)
            try await office.makeAccount("ba", .reporter)
            let good = try await office.verifyAudit(against: file, caller: .commandLine)
            #expect(good.problems == [] && good.heads == 2 && good.lines == 8)

            try FileManager.default.copyItem(atPath: folder + "/noiviec.sqlite", toPath: folder + "/whole.sqlite")
            try await tamper(folder, "DELETE FROM audit WHERE id > 6")
            #expect(try await office.verifyAudit(caller: .commandLine).problems == [], "nothing shows without a head")
            let cut = try await office.verifyAudit(against: file, caller: .commandLine)
            #expect(cut.problems == [.tailGone(row: 2, last: 7, found: 6)])
            // Who has the key and the program can write on from there, and the chain by itself is whole.
            for name in ["ba1", "bon", "nam"] { try await office.makeAccount(name, .reporter) }
            #expect(try await office.verifyAudit(caller: .commandLine).problems == [])
            let again = try await office.verifyAudit(against: file, caller: .commandLine)
            #expect(again.problems == [.rewritten(row: 2, line: 7)])
        }
    }

    @Test("A head that is changed, of another key, or no head at all is named by its row")
    func falseHeads() async throws {
        try await withTemporaryFolder { folder in
            let office = try await office(in: folder)
            let file = folder + "/heads.jsonl"
            let head = try await office.exportAuditHead(to: file, caller: .commandLine)
            let line = try String(contentsOfFile: file, encoding: .utf8)
            try FileManager.default.createDirectory(atPath: folder + "/b", withIntermediateDirectories: true)
            let other = try await self.office(in: folder + "/b")
            _ = try await other.exportAuditHead(to: folder + "/other.jsonl", caller: .commandLine)
            let foreign = try String(contentsOfFile: folder + "/other.jsonl", encoding: .utf8)
            let later = line.replacing("\"at\":\(head.at)", with: "\"at\":\(head.at + 1)")
            #expect(later != line)
            try (line + later + "\n" + foreign + "{}\n").write(toFile: file, atomically: true, encoding: .utf8)
            let verdict = try await office.verifyAudit(against: file, caller: .commandLine)
            #expect(verdict.problems == [.head(row: 2), .head(row: 4), .head(row: 5)] && verdict.heads == 4)
            await #expect(throws: OperationError.cannotRead(file: folder + "/none")) {
                try await office.verifyAudit(against: folder + "/none", caller: .commandLine)
            }
        }
    }

    @Test("A chain that somebody writes anew with another key is found from its first line on")
    func otherKey() async throws {
        try await withTemporaryFolder { folder in
            let office = try await office(in: folder)
            try FileManager.default.createDirectory(atPath: folder + "/b", withIntermediateDirectories: true)
            _ = try await self.office(in: folder + "/b")
            try await tamper(
                folder,
                """
                ATTACH '\(folder)/b/noiviec.sqlite' AS b;
                UPDATE audit SET mac = (SELECT mac FROM b.audit WHERE b.audit.id = audit.id);
                """
            )
            let verdict = try await office.verifyAudit(caller: .commandLine)
            #expect(verdict.problems.first == .changed(line: 1) && verdict.problemCount >= 5)
        }
    }
}
