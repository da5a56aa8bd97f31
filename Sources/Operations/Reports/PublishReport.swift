import Foundation
import Outcomes
import Store
import Vocabulary

/// A closed period's tables as everybody may read them.
package struct PublicReport: Sendable, Codable {
    /// A table: one figure by two cuts; hidden cells are null.
    package struct Table: Sendable, Codable {
        /// A key with its words.
        package struct Key: Sendable, Codable {
            let key: String
            let vi: String
            let en: String
        }

        let figure: String
        let title: [String: String]
        let rowsBy: String
        let columnsBy: String
        let rows: [Key]
        let columns: [Key]
        /// Row by row, each with its sum at the end; the last row holds the sums of the columns.
        let values: [[Int?]]
    }

    let from: String
    let to: String
    let asOf: String
    let knownAt: Int64
    let policies: [String]
    /// What hidden cells are.
    let note: [String: String]
    /// The tables.
    package let tables: [Table]
}

extension Office {
    /// Publishes a closed period's fixed list of tables, with small cells hidden and as many others as that takes.
    ///
    /// A period is published once: what was published is never counted anew, whatever is corrected later, so that
    /// nobody can tell a hidden cell from two versions. Periods that share days are not both published.
    ///
    /// - Returns: what was published, a JSON object.
    /// - Throws: `OperationError.refused`.
    package func publishReport(from: Day, to: Day, caller: Caller) async throws -> String {
        try caller.require(.publishReports)
        // What is published is the whole province's.
        guard caller.area.isEverywhere else { throw OperationError.refused(.forbidden) }
        let request = ReportRequest(.connections, from: from, to: to)
        let frame = try programme.frame(of: request, today: today(), now: now())
        guard to.adding(days: programme.reports.closedAfterDays) < today() else {
            throw OperationError.refused(.periodNotClosed)
        }
        let counts = try await publicCounts(frame)
        let programme = programme
        let body = try await Workbench.run {
            let report = PublicReport(Suppression(counts), frame, programme)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(report), as: UTF8.self)
        }
        let moment = now()
        try await store.write { writing in
            if try writing.reading.hasPublication(overlapping: from, to) {
                throw OperationError.refused(.periodPublished)
            }
            try writing.addPublication(from: from, to: to, at: moment, actor: caller.name, body: body)
            try audit(
                writing,
                actor: caller.name,
                action: "publish_report",
                detail: ["days": to.number - from.number + 1]
            )
        }
        return body
    }

    /// What was published, latest period first: for everybody.
    package func publications() async throws -> [Publication] {
        try await store.read { try $0.publications() }
    }

    /// What was published of a period, a JSON object: for everybody.
    ///
    /// - Throws: `OperationError.refused` where nothing was.
    package func publication(from: Day, to: Day) async throws -> String {
        guard let found = try await store.read({ try $0.publication(from: from, to: to) }) else {
            throw OperationError.refused(.notFound)
        }
        return found.body
    }

    private func publicCounts(_ frame: ReportFrame) async throws -> LinkedCounts {
        let programme = programme
        let ground = programme.cutGround(on: frame.last)
        var question = CoverageQuestion(
            frame: frame,
            openingDay: programme.openingDay(for: frame),
            classes: programme.coverageClasses,
            counting: programme.counting
        )
        question.needsHeads = true
        let asked = question
        return try await store.read { reading in
            let facts = try reading.referralFacts(frame, in: .everywhere, counting: programme.counting)
            let histories = try reading.coverageHistories(asked, in: .everywhere)
            let listed = ListedHouseholds(histories, on: .opening, classes: programme.coverageClasses, frame)
            return PublicTables.counts(
                connected: ConnectionTables.people(facts, frame, by: nil, ground),
                coverage: CoverageTables.standing(listed, by: nil, ground),
                ground
            )
        }
    }
}

extension PublicReport {
    init(_ suppression: Suppression, _ frame: ReportFrame, _ programme: Programme) {
        let ground = programme.cutGround(on: frame.last)
        let labels = ReportLabels(programme)
        from = frame.from.description
        to = frame.to.description
        asOf = frame.asOf.description
        knownAt = frame.knownAt
        policies = frame.policyVersions
        note = [
            "vi": "Ô từ 1 đến 4, và những ô khác cần thiết để không suy ra được chúng, được che (null).",
            "en": "Cells of 1 to 4, and as many others as it takes that they do not follow, are hidden (null).",
        ]
        tables = PublicTables.shapes.map { shape in
            func keys(_ cut: Cut) -> [Table.Key] {
                cut.publishedKeys(ground).map { key in
                    let label = labels.label(key, of: cut)
                    return Table.Key(key: key, vi: label.vi, en: label.en)
                }
            }
            let (rows, columns) = (keys(shape.rows), keys(shape.columns))
            func shown(_ row: String?, _ column: String?) -> Int? {
                var cut: [Cut: String] = [:]
                cut[shape.rows] = row
                cut[shape.columns] = column
                return suppression.shown(LinkedCounts.Name(shape.figure, cut))
            }
            let body = (rows.map { Optional($0.key) } + [nil]).map { row in
                (columns.map { Optional($0.key) } + [nil]).map { shown(row, $0) }
            }
            let title = PublicTables.title(shape.figure)
            return Table(
                figure: shape.figure,
                title: ["vi": title.vi, "en": title.en],
                rowsBy: shape.rows.rawValue,
                columnsBy: shape.columns.rawValue,
                rows: rows,
                columns: columns,
                values: body
            )
        }
    }
}
