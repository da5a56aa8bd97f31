import Fixtures
import Foundation
import FoundationNetworking
import Operations
import Service
import Store
import Testing

/// What staff were told is done stays done, and nothing is done twice, however often the service is killed.
@Suite("A service that is killed while it writes")
struct KilledServiceTests {
    private static let password = "mat-khau-cua-can-bo-1"

    /// Referrals that may be made, each by a key of its own.
    private struct Wanted: Sendable {
        let worker: Int64
        let vacancy: Int64
        var key: String { "killed-\(worker)" }
    }

    @Test("Referrals sent again under their keys are the ones that were made, each once; the audit verifies")
    func killed() async throws {
        try await withTemporaryFolder { folder in
            let wanted = try await prepare(in: folder)
            #expect(wanted.count >= 24)
            let port = Int.random(in: 20_000...60_000)
            var environment = smallEnvironment(in: folder)
            environment["NOIVIEC_HTTP_PORT"] = String(port)
            let noiviec = Program(environment: environment)
            let script = "printf '%s\\n' '\(Self.password)' | \"$0\" account add phu-trach --role supervisor --area all"
            let account = try await noiviec.finish(noiviec.start("/bin/bash", ["-c", script, Program.binary]))
            #expect(account.code == 0, "\(account.errors)")

            var told: [String: Int64] = [:]
            for milliseconds in [40, 120, 250, 400] {
                let answers = try await served(noiviec, port, killedAfter: milliseconds, wanted)
                for (key, id) in answers {
                    #expect(told[key] == nil || told[key] == id, "\(key) is another referral than before")
                    told[key] = id
                }
            }
            let last = try await served(noiviec, port, killedAfter: nil, wanted)
            #expect(last.count == wanted.count)
            for (key, id) in told { #expect(last[key] == id, "\(key) was lost") }

            let office = try await openSmallOffice(in: folder)
            let stored = try await office.referrals(
                ReferralFilter(area: .everywhere, limit: 1000),
                caller: .commandLine
            )
            #expect(Set(stored.rows.map(\.referral.id.rawValue)) == Set(last.values))
            #expect(stored.rows.count == wanted.count)
            try await expectAllTold(office, made: Set(last.values))
            let verdict = try await office.verifyAudit(caller: .commandLine)
            #expect(verdict.problems == [])
            try office.store.close()
        }
    }

    /// Expects that who follows what happened is told of every referral once, and misses no number.
    private func expectAllTold(_ office: Office, made: Set<Int64>) async throws {
        var events: [StoredEvent] = []
        while true {
            let page = try await office.events(after: events.last?.number ?? 0, limit: 1000, caller: .commandLine)
            events += page.events
            if !page.hasMore { break }
        }
        #expect(events.map(\.number) == Array(1...Int64(events.count)))
        let told = events.filter { $0.kind == "referral.made" }.map(\.subject)
        #expect(told.count == made.count && Set(told) == made)
    }

    private func prepare(in folder: String) async throws -> [Wanted] {
        let office = try await smallOffice(in: folder)
        try await confirmAllEmployers(office)
        _ = try await office.match(actor: "test", progress: { _ in })
        let rows = try await office.store.read { reading in
            let run = try #require(try reading.latestRun())
            return try reading.proposals(of: run.number, ProposalFilter(limit: 1000, offset: 0)).rows
        }
        try office.store.close()
        let firm = rows.filter { $0.isFirst && $0.explanation.questions.isEmpty }
        return firm.prefix(40).map { Wanted(worker: $0.member.rawValue, vacancy: $0.vacancy.id.rawValue) }
    }

    /// Serves, sends all referrals at once, and kills the service after some milliseconds where they are given.
    ///
    /// - Returns: the referrals that were answered with 201, by key.
    private func served(
        _ noiviec: Program,
        _ port: Int,
        killedAfter milliseconds: Int?,
        _ wanted: [Wanted]
    ) async throws -> [String: Int64] {
        let server = try noiviec.start(Program.binary, ["serve"])
        defer { if server.process.isRunning { kill(server.process.processIdentifier, SIGKILL) } }
        while !server.text.contains("Look first at"), server.process.isRunning {
            try await Task.sleep(for: .milliseconds(50))
        }
        let staff = try await StaffClient("http://127.0.0.1:\(port)", name: "phu-trach", password: Self.password)
        let killing = milliseconds.map { milliseconds in
            Task {
                try await Task.sleep(for: .milliseconds(milliseconds))
                kill(server.process.processIdentifier, SIGKILL)
            }
        }
        let answers = try await withThrowingTaskGroup(of: (String, Int64)?.self) { group in
            for one in wanted {
                group.addTask {
                    let body: [String: Any] = ["worker": one.worker, "vacancy": one.vacancy]
                    do {
                        let answer = try await staff.post("/v1/referrals", body, key: one.key)
                        #expect(answer.status == 201, "\(answer.body)")
                        return answer.status == 201 ? (one.key, answer.number("id")) : nil
                    } catch is URLError {
                        // The service was killed before it answered; whether it had done it is not known.
                        return nil
                    }
                }
            }
            var all: [String: Int64] = [:]
            for try await answer in group { if let answer { all[answer.0] = answer.1 } }
            return all
        }
        if milliseconds == nil { server.process.terminate() }
        try await killing?.value
        _ = try await noiviec.finish(server)
        return answers
    }
}
