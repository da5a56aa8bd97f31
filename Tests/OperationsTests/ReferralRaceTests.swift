import Fixtures
import Operations
import Referrals
import Store
import Testing
import Vacancies
import Vocabulary

@Suite("A hundred at once for the last opening")
struct ReferralRaceTests {
    private static let names = (0..<10).map { "\(["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"][$0]) An" }

    /// Does something a hundred times at once, and says how often it was done and by which codes it was refused.
    private func hundred(
        _ body: @escaping @Sendable (Int) async throws -> Void
    ) async throws -> (done: Int, refusals: Set<String>) {
        try await withThrowingTaskGroup(of: String?.self) { group in
            for number in 0..<100 {
                group.addTask {
                    do {
                        try await body(number)
                        return nil
                    } catch OperationError.refused(let refusal) {
                        return refusal.code
                    }
                }
            }
            var (done, refusals): (Int, Set<String>) = (0, [])
            for try await code in group {
                if let code { refusals.insert(code) } else { done += 1 }
            }
            return (done, refusals)
        }
    }

    @Test("Exactly one of a hundred referrals is made, and exactly one of a hundred hires")
    func races() async throws {
        try await withTemporaryFolder { folder in
            let jobs = [
                ReferralOffice.Job(reference: "1", openings: 1), ReferralOffice.Job(reference: "2", openings: 1),
            ]
            let place = try await ReferralOffice(in: folder, Self.names, jobs, ["NOIVIEC_REFERRALS_PER_OPENING": "1"])
            let office = place.office
            let vacancy = try await place.vacancy("1").id
            var requests: [ReferralRequest] = []
            for name in Self.names {
                requests.append(ReferralRequest(member: try await place.member(name).id, vacancy: vacancy))
            }
            let made = try await hundred { [requests] number in
                _ = try await office.makeReferral(requests[number % 10], caller: .example())
            }
            #expect(made.done == 1 && made.refusals == ["opening_limit", "already_referred"])
            try await place.expectConsistent()
        }
        try await withTemporaryFolder { folder in
            let place = try await ReferralOffice(
                in: folder,
                Self.names,
                [ReferralOffice.Job(reference: "1", openings: 1)],
                ["NOIVIEC_REFERRALS_PER_OPENING": "20"]
            )
            var referrals: [Referral] = []
            for name in Self.names { referrals.append(try await place.introduce(name, to: "1")) }
            let (office, hire) = (place.office, place.hire())
            let hired = try await hundred { [referrals] number in
                let referral = referrals[number % 10]
                _ = try await office.advance(
                    referral.id,
                    ReferralChange(hire),
                    version: referral.version,
                    caller: .example("can-bo-\(number)")
                )
            }
            #expect(hired.done == 1 && hired.refusals.isSubset(of: ["no_opening_left", "stale_version"]))
            #expect(hired.refusals.contains("no_opening_left"))
            try await place.expectConsistent()
            let letters = try await office.store.read { try $0.letters(of: 2024) }
            #expect(letters.map(\.place) == Array(1...10))
            let lines = try await office.store.read { try $0.auditLines() }
            #expect(lines.count { $0.action == "referral_hired" } == 1)
        }
    }

    @Test("Letters made at the same time get numbers without a gap")
    func letters() async throws {
        try await withTemporaryFolder { folder in
            let place = try await ReferralOffice(
                in: folder,
                Self.names,
                [ReferralOffice.Job(reference: "1", openings: 10)]
            )
            var referrals: [Referral] = []
            for name in Self.names {
                referrals.append(
                    try await place.take(.step(.agreed(.example)), by: try await place.refer(name, to: "1").id)
                )
            }
            let office = place.office
            let written = try await hundred { [referrals] number in
                let referral = referrals[number % 10]
                _ = try await office.advance(
                    referral.id,
                    ReferralChange(.letter(signer: "Nguyễn Thị Bình")),
                    version: referral.version,
                    caller: .example()
                )
            }
            #expect(written.done == 10 && written.refusals == ["stale_version"])
            let register = try await office.store.read { try $0.letters(of: 2024) }
            #expect(register.map(\.place) == Array(1...10))
            #expect(Set(register.map(\.letter.number)).count == 10)
        }
    }
}
