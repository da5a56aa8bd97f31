import Households

/// The tables that everybody may read of a closed period: always these, so that nobody can ask for two that tell a
/// third.
package enum PublicTables {
    /// A table: one figure by two cuts.
    package struct Shape: Hashable, Sendable {
        /// The figure.
        package let figure: String
        /// The cut of the rows.
        package let rows: Cut
        /// The cut of the columns.
        package let columns: Cut
    }

    /// People connected.
    package static let connected = "connected"
    /// Coverable households of the year's opening list.
    package static let coverable = "coverable"
    /// Of these, the covered ones.
    package static let covered = "covered"
    /// Of these, the others.
    package static let notCovered = "not_covered"

    /// The title of a figure's tables.
    package static func title(_ figure: String) -> ReportText {
        switch figure {
        case connected:
            ReportText("Số lao động được kết nối việc làm thành công", "People successfully connected to a job")
        case coverable:
            ReportText("Hộ đầu năm có lao động có khả năng làm việc", "Coverable households of the year's list")
        case covered: ReportText("Trong đó: có việc làm bền vững", "Of these: covered")
        default: ReportText("Trong đó: chưa có việc làm bền vững", "Of these: not covered")
        }
    }

    /// The list.
    package static let shapes: [Shape] =
        [
            Shape(figure: connected, rows: .district, columns: .povertyClass),
            Shape(figure: connected, rows: .district, columns: .sex),
            Shape(figure: connected, rows: .district, columns: .minority),
            Shape(figure: connected, rows: .age, columns: .sex),
            Shape(figure: connected, rows: .destination, columns: .povertyClass),
            Shape(figure: connected, rows: .contract, columns: .povertyClass),
        ]
        + [coverable, covered, notCovered].flatMap { figure in
            [
                Shape(figure: figure, rows: .district, columns: .povertyClass),
                Shape(figure: figure, rows: .region, columns: .povertyClass),
                Shape(figure: figure, rows: .poorDistrict, columns: .minority),
            ]
        }

    /// The counts of the list, all linked.
    package static func counts(
        connected people: Tally<ConnectedPerson>,
        coverage households: Tally<CoverageTables.Judged>,
        _ ground: CutGround
    ) -> LinkedCounts {
        var counts = LinkedCounts()
        for shape in shapes {
            let rows = shape.rows.publishedKeys(ground)
            let columns = shape.columns.publishedKeys(ground)
            var cells: [[String]: Int] = [:]
            func count(_ traits: Traits) {
                cells[[shape.rows.key(of: traits, ground), shape.columns.key(of: traits, ground)], default: 0] += 1
            }
            if shape.figure == connected {
                for person in people.facts { count(person.fact.traits) }
            } else {
                for household in households.facts where household.counts(for: shape.figure) { count(household.traits) }
            }
            counts.add(shape.figure, by: (shape.rows, rows), and: (shape.columns, columns)) { cells[[$0, $1]] ?? 0 }
        }
        counts.add(coverable, asSumOf: [covered, notCovered])
        return counts
    }
}

extension CoverageTables.Judged {
    fileprivate func counts(for figure: String) -> Bool {
        switch figure {
        case PublicTables.coverable: state != nil
        case PublicTables.covered: isCovered
        default: state != nil && !isCovered
        }
    }
}

extension Cut {
    /// The keys of a published table: the fixed ones, and what is unknown.
    package func publishedKeys(_ ground: CutGround) -> [String] { fixedKeys(ground) + [Cut.unknown] }
}
