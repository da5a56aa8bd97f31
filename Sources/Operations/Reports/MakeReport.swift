import Households
import Outcomes
import Referrals
import Store
import Vocabulary

/// A report: its tables, and what every figure of them is about.
package struct Report: Sendable {
    /// What was asked.
    package let request: ReportRequest
    /// The period, the day and the moment.
    package let frame: ReportFrame
    /// The tables.
    package let tables: [ReportTable]
    /// Promise A's sentence; nil in other reports.
    package let paragraph: ReportParagraph?
    /// What the keys of rows mean, by table and key.
    package let labels: ReportLabels
}

extension Office {
    /// A report of the caller's area.
    ///
    /// - Throws: `OperationError.refused`.
    package func report(_ request: ReportRequest, caller: Caller) async throws -> Report {
        try caller.require(.readReports)
        let frame = try programme.frame(of: request, today: today(), now: now())
        let made = try await sections(request, frame, in: caller.area)
        return Report(
            request: request,
            frame: frame,
            tables: made.sections.map(\.table),
            paragraph: made.paragraph,
            labels: ReportLabels(programme, employers: made.employers)
        )
    }

    /// What a figure of a report counts, in a row or in all of them.
    ///
    /// Names people and households by their random ids only.
    ///
    /// - Throws: `OperationError.refused`.
    package func reportItems(
        _ request: ReportRequest,
        table: String,
        figure: String,
        key: String?,
        caller: Caller
    ) async throws -> [ReportSubject] {
        try caller.require(.readLedger)
        let frame = try programme.frame(of: request, today: today(), now: now())
        let made = try await sections(request, frame, in: caller.area)
        for section in made.sections {
            guard case .counted(let counted) = section, counted.id == table else { continue }
            if let subjects = try await Workbench.answer({ counted.subjects(figure, key: key) }) { return subjects }
        }
        throw OperationError.refused(.noSuchFigure)
    }

    /// What a report is made of.
    struct MadeSections: Sendable {
        var sections: [ReportSection]
        var paragraph: ReportParagraph?
        var employers: [Int64: String] = [:]
    }

    private func sections(
        _ request: ReportRequest,
        _ frame: ReportFrame,
        in area: VisibleArea
    ) async throws -> MadeSections {
        let programme = programme
        let ground = programme.cutGround(on: frame.last)
        switch request.kind {
        case .connections: return try await connectionSections(request, frame, ground, in: area)
        case .coverage: return try await coverageSections(request, frame, ground, in: area)
        case .retention:
            let facts = try await store.read { try $0.referralFacts(frame, in: area, counting: programme.counting) }
            let sections = try await Workbench.answer {
                var sections: [ReportSection] = [.counted(RetentionTables.table(facts, frame))]
                if let cut = request.by {
                    sections += RetentionCheck.schedule.map {
                        .counted(RetentionTables.table(facts, frame, months: $0, by: cut, ground))
                    }
                }
                return sections
            }
            return MadeSections(sections: sections, employers: try await employerNames(request.by))
        case .quality: return try await qualitySections(request, frame, ground, in: area)
        case .supply: return try await supplySections(frame, ground, in: area)
        }
    }

    private func connectionSections(
        _ request: ReportRequest,
        _ frame: ReportFrame,
        _ ground: CutGround,
        in area: VisibleArea
    ) async throws -> MadeSections {
        let programme = programme
        let before = frame.previous
        // One reading serves the period, the one before, and the year so far.
        let widest = frame.over(from: min(before.from, frame.yearStart(of: frame.last)), to: frame.to)
        let facts = try await store.read { try $0.referralFacts(widest, in: area, counting: programme.counting) }
        let year = frame.over(from: frame.yearStart(of: frame.last), to: frame.to)
        var made = try await Workbench.answer {
            MadeSections(
                sections: [
                    .counted(ConnectionTables.people(facts, frame, by: request.by, ground)),
                    .counted(ConnectionTables.months(facts, frame)),
                    .counted(FunnelTables.stages(facts, frame, by: request.by, ground)),
                    .told(FunnelTables.times(facts, frame)),
                    .counted(FunnelTables.exits(facts, frame)),
                ],
                paragraph: ReportParagraph(
                    year: ConnectedPerson.all(of: facts, year).count,
                    period: ConnectedPerson.all(of: facts, frame).count,
                    before: ConnectedPerson.all(of: facts, before).count,
                    target: programme.target,
                    last: frame.last
                )
            )
        }
        made.employers = try await employerNames(request.by)
        return made
    }

    private func coverageSections(
        _ request: ReportRequest,
        _ frame: ReportFrame,
        _ ground: CutGround,
        in area: VisibleArea
    ) async throws -> MadeSections {
        let programme = programme
        var question = CoverageQuestion(
            frame: frame,
            openingDay: programme.openingDay(for: frame),
            classes: programme.coverageClasses,
            counting: programme.counting
        )
        question.policy = try request.policy.map(placementPolicy(version:))
        question.needsHeads = [.sex, .minority, .ethnicity, .age, .disability].contains(request.by)
        question.standard = programme.povertyStandard.value(on: frame.last)
        question.urban = programme.urbanCommunes(on: frame.last)
        let (histories, facts) = try await readCoverage(question, request, in: area)
        let sections = try await Workbench.answer {
            CoverageTables.List.allCases.flatMap { list -> [ReportSection] in
                let listed = ListedHouseholds(histories, on: list, classes: programme.coverageClasses, frame)
                let standing = CoverageTables.standing(listed, by: request.by, ground)
                let sections: [ReportSection] = [
                    .counted(standing), .counted(CoverageTables.ways(listed, by: request.by, ground)),
                    .told(CoverageTables.course(listed)),
                ]
                guard list == .opening else { return sections }
                let table = standing.table
                return sections + [
                    .told(CoverageTables.perPlacement(table, facts, frame)),
                    .told(CoverageTables.escapes(table, histories, planned: programme.reports.poorReduction)),
                ]
            }
        }
        return MadeSections(sections: sections, employers: try await employerNames(request.by))
    }

    private func readCoverage(
        _ question: CoverageQuestion,
        _ request: ReportRequest,
        in area: VisibleArea
    ) async throws -> CoverageShelf.Reading {
        let (frame, counting, shelf) = (question.frame, programme.counting, coverageShelf)
        let key = CoverageShelf.Key(
            area: area,
            days: [question.openingDay, frame.from, frame.last],
            knownAt: request.knownAt,
            policy: request.policy,
            hasHeads: question.needsHeads
        )
        return try await store.read { reading in
            let state = try reading.planState()
            if let kept = shelf.reading(key, of: state) { return kept }
            let read = try (
                reading.coverageHistories(question, in: area),
                reading.referralFacts(frame, in: area, counting: counting)
            )
            // What a clock that was put back has written for later becomes known as time goes by.
            if try reading.latestLedgerMoment() <= frame.knownAt || request.knownAt != nil {
                shelf.keep(read, key, of: state)
            }
            return read
        }
    }

    private func qualitySections(
        _ request: ReportRequest,
        _ frame: ReportFrame,
        _ ground: CutGround,
        in area: VisibleArea
    ) async throws -> MadeSections {
        let programme = programme
        let (facts, runs) = try await store.read { reading in
            (
                try reading.referralFacts(frame, in: area, counting: programme.counting),
                try reading.runs(from: frame.from, to: frame.last, knownAt: frame.knownAt)
            )
        }
        let cuts = [Cut.occupation, .employer, .source] + [request.by].compactMap { $0 }
        var seen: Set<Cut> = []
        let each = cuts.filter { seen.insert($0).inserted }
        let sections = try await Workbench.answer {
            each.map { .counted(QualityTables.referrals(facts, frame, by: $0, ground)) }
                + [ReportSection.told(QualityTables.runs(runs.compactMap(QualityTables.Run.init), frame))]
        }
        return MadeSections(sections: sections, employers: try await employerNames(.employer))
    }

    private func employerNames(_ cut: Cut?) async throws -> [Int64: String] {
        cut == .employer ? try await store.read { try $0.employerNames() } : [:]
    }
}

extension Programme {
    /// The day on which the list of households of the frame's year was fixed.
    func openingDay(for frame: ReportFrame) -> Day {
        let start = frame.yearStart(of: frame.last)
        let fixed = Day(year: start.year, month: reports.openingList.month, day: reports.openingList.day) ?? start
        return max(start, fixed)
    }

    /// The communes that are urban on a day.
    func urbanCommunes(on day: Day) -> Set<UnitCode> {
        Set(territory.communes.map(\.code).filter { territory.area(of: territory.placed($0, on: day)) == .urban })
    }
}
