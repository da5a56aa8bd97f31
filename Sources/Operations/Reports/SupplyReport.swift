import Foundation
import Outcomes
import Store
import Vocabulary

extension Office {
    /// What supply's report is made of.
    func supplySections(_ frame: ReportFrame, _ ground: CutGround, in area: VisibleArea) async throws -> MadeSections {
        let day = frame.asOf
        // A demo's days are not those of its clock.
        let lastMoment = isDemo || day >= today() ? frame.knownAt : day.lastMoment
        let (openings, feeds, communes, run) = try await store.read { reading in
            (
                try reading.openings(
                    on: day,
                    lastMoment: lastMoment,
                    knownAt: frame.knownAt,
                    district: ground.district
                ),
                try reading.feedHealth(knownAt: frame.knownAt),
                try reading.communeActivity(in: area, knownAt: frame.knownAt),
                try reading.runs(from: .distantPast, to: day, knownAt: frame.knownAt).last
            )
        }
        let tallies = try await Workbench.answer {
            SupplyTables.Cutting.allCases.map { SupplyTables.openings(openings, by: $0, ground) }
        }
        let shortages = run.flatMap { try? JSONDecoder().decode(RunSummary.self, from: Data($0.summary.utf8)) }?
            .shortages
        let lines = shortages?.map { shortage in
            SupplyTables.Shortage(
                occupation: shortage.occupation,
                district: shortage.district,
                waiting: shortage.waiting,
                openings: shortage.openings
            )
        }
        return MadeSections(
            sections: tallies.map { .counted($0) } + [
                .told(SupplyTables.shortages(lines ?? [])),
                .told(
                    SupplyTables.feeds(
                        feeds.map { feed in
                            SupplyTables.Feed(
                                source: feed.source,
                                readOn: Day(inVietnamAtUnixSeconds: feed.readAt),
                                outcome: feed.outcome,
                                completeOn: feed.completeAt.map { Day(inVietnamAtUnixSeconds: $0) },
                                refused: feed.quarantined
                            )
                        }
                    )
                ),
                .told(
                    SupplyTables.silent(
                        communes.map { commune in
                            SupplyTables.Commune(
                                commune: commune.commune,
                                lastOn: commune.lastAt.map { Day(inVietnamAtUnixSeconds: $0) },
                                officers: commune.officers
                            )
                        },
                        on: day,
                        after: programme.reports.silentDays
                    )
                ),
            ]
        )
    }
}

extension QualityTables.Run {
    /// A run as its report shows it; nil for one from before these figures were stored.
    init?(_ row: RunRow) {
        guard let summary = try? JSONDecoder().decode(RunSummary.self, from: Data(row.summary.utf8)) else { return nil }
        self.init(
            day: row.day,
            covered: (
                summary.covered, summary.baselines.scoreFirst.covered, summary.baselines.householdFirst.covered
            ),
            placed: summary.placed,
            pins: (summary.pins?.held ?? 0, summary.pins?.toReview ?? 0),
            pinCost: summary.pins?.households ?? 0
        )
    }
}

extension Day {
    /// A day before every other that is recorded.
    fileprivate static let distantPast = Day(number: -719_000)
}
