import Fixtures
import Foundation
import Operations
import Referrals
import Testing
import Vocabulary

@Suite("The forecast and the years that are played, on a database")
struct ForecastOperationTests {
    private typealias Job = ReferralOffice.Job

    @Test("The forecast counts what is reached, goes by what is under way, and says what it assumes")
    func forecast() async throws {
        try await withTemporaryFolder { folder in
            let place = try await ReferralOffice(
                in: folder,
                ["A An", "B An", "C An"],
                [Job(reference: "1", openings: 2), Job(reference: "2", openings: 9)]
            )
            let before = try await place.office.forecast(caller: .commandLine)
            #expect(before.observedReferrals == 0 && before.promiseA.reached == 0)
            #expect(before.promiseA.expectedOfUnderWay == 0 && before.publishedChance == [1025, 9057])
            #expect(before.promiseB.target == 3)

            let hired = try await place.introduce("A An", to: "1")
            try await place.take(place.hire(), .step(.confirmed(.document)), by: hired.id)
            _ = try await place.introduce("B An", to: "2")
            let after = try await place.office.forecast(caller: .commandLine)
            #expect(after.promiseA.reached == 1 && after.promiseB.reached == 1)
            #expect(after.promiseA.expectedOfUnderWay > 1 && after.promiseA.expectedOfUnderWay < 2)
            #expect(after.stages.first { $0.stage == "referred" }?.underWay == 1)
            // The same question has the same answer.
            let again = try await place.office.forecast(caller: .commandLine)
            #expect(
                again.promiseA.expected == after.promiseA.expected && again.promiseA.chance == after.promiseA.chance
            )
            #expect(
                try await refusalCode { try await place.office.forecast(caller: .example(role: .administrator)) }
                    == "forbidden"
            )
        }
    }

    @Test(
        "Years are the same for the same seeds, nobody passes hindsight, and the plan is not below what is done by hand"
    )
    func simulation() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            func play() async throws -> SimulationReport {
                try await office.simulate(weeks: 26, seeds: 6, every: 13, caller: .commandLine, progress: { _ in })
            }
            let report = try await play()
            #expect(report.weeks.map(\.week) == [13, 26])
            #expect(report.referrals.mean > 0)
            for week in report.weeks {
                #expect(week.covered.plan.mean <= week.covered.hindsight.mean)
                #expect(week.covered.greedy.mean <= week.covered.hindsight.mean)
                #expect(week.connected.plan.mean <= week.connected.hindsight.mean)
                // By more than luck.
                #expect(week.coveredAhead.high >= 0 && week.connectedAhead.high >= 0)
            }
            let again = try await play()
            #expect(again.weeks.map(\.covered.plan.mean) == report.weeks.map(\.covered.plan.mean))
        }
    }
}
