import Fixtures
import Foundation
import GRDB
import Logging
import Operations
import Service
import Testing

@testable import Store

@Suite("A database of before accounts had roles")
struct AccessMigrationTests {
    /// 32 bytes that count from 0, as the key's file holds them; what follows was computed with it apart from this program.
    private let key = Data((0..<32).map { UInt8($0) }).base64EncodedString()
    private let firstMAC = "6f0b2b4ab7fd46d3e6a57778b6ca83dd1c9fbe7fddd7f8c2b8ad334a61f0a442"
    private let secondMAC = "8015dfb31a19a92a56e436cfe6b7c0508c39af7fb84780aa493474a6d32e2f40"
    private let passwordHash = "ecb8cc5ed4cf03bf6b4a2c755b80d8d0313a875e7c2fd540bcd71fa9d6a6f115"
    private let keyCheck = "ekijlOJ8wECqYsgNhXrHObn1dAqL+1UalgHiXCl/iw4="
    private let tokenHash = "9bdf10a691a1cfda89d9ff66629d1609ab176cec9b6a3146a8929f28937a9fce"

    private func makeOld(in folder: String) async throws {
        let queue = try DatabaseQueue(path: folder + "/noiviec.sqlite")
        try Schema.migrator.migrate(queue, upTo: "8 referrals")
        try await queue.write { [self] database in
            let salt = Data("0123456789abcdef".utf8).map { String($0, radix: 16) }.joined()
            try database.execute(
                sql: """
                    INSERT INTO setting VALUES ('key_check', '\(keyCheck)');
                    INSERT INTO account VALUES (4, 'Cán bộ cũ', x'\(salt)', x'\(passwordHash)', 1699999000);
                    INSERT INTO session VALUES (x'\(tokenHash)', 4, 'token', 4000000000);
                    INSERT INTO session VALUES (x'00', 4, 'browser', 4000000000);
                    INSERT INTO audit VALUES (1, 1700000000, 'cli', 'add_account', '{}', x'\(firstMAC)');
                    INSERT INTO audit VALUES (2, 1700000060, 'cron', 'ingest', '{"run":3}', x'\(secondMAC)');
                    """
            )
        }
        try queue.close()
        try key.write(toFile: folder + "/noiviec.key", atomically: true, encoding: .utf8)
    }

    @Test("Accounts become supervisors of the province, tokens go on reading what they read, and the audit verifies on")
    func opens() async throws {
        try await withTemporaryFolder { folder in
            try await makeOld(in: folder)
            let office = try await openSmallOffice(in: folder)
            let account = try #require(try await office.accounts(caller: .commandLine).first)
            #expect(account.name == "Cán bộ cũ" && account.role == "supervisor" && account.areas == ["all"])
            #expect(!account.isDisabled && !account.mustChangePassword && account.createdAt == 1_699_999_000)
            let secret = try #require(
                try await office.signIn(
                    name: "Cán bộ cũ",
                    password: testPassword,
                    address: "a",
                    rules: SessionRules(longest: 60, idle: 60)
                )
            )
            #expect(try await office.caller(sessionSecret: secret)?.permissions == Role.supervisor.permissions)
            let program = try #require(try await office.caller(tokenSecret: "old-token"))
            #expect(program.permissions == TokenScope.plan.permissions.union(TokenScope.reports.permissions))
            #expect(program.area.isEverywhere && program.name.hasPrefix("token:Cán bộ cũ-"))
            let verdict = try await office.verifyAudit(caller: .commandLine)
            #expect(verdict.problems == [] && verdict.lines == 3)
        }
    }

    @Test(
        "A line of the first form with something in a column that came later is found, and so is one after the second form"
    )
    func oldLines() async throws {
        try await withTemporaryFolder { folder in
            try await makeOld(in: folder)
            let office = try await openSmallOffice(in: folder)
            try await office.makeAccount("mot", .reporter)
            let queue = try DatabaseQueue(path: folder + "/noiviec.sqlite")
            try await queue.write { database in
                try database.execute(sql: "UPDATE audit SET subject_kind = 'member', subject_id = 7 WHERE id = 2")
            }
            #expect(try await office.verifyAudit(caller: .commandLine).problems == [.changed(line: 2)])
            try await queue.write { database in
                try database.execute(sql: "UPDATE audit SET subject_kind = NULL, subject_id = NULL WHERE id = 2")
                try database.execute(sql: "UPDATE audit SET form = 1 WHERE id = 3")
            }
            #expect(try await office.verifyAudit(caller: .commandLine).problems == [.changed(line: 3)])
            try queue.close()
        }
    }
}
