import XML

/// The merged cells of a sheet, found by a cell they cover.
struct MergedCells: Hashable, Sendable {
    /// By column, the ranges that cover a part of it, sorted by their first row.
    private var ranges: [Int: [CellRange]] = [:]
    /// All of them, by their first row.
    let all: [CellRange]

    /// The index of these ranges; those that overlap, which no program writes, hide each other.
    init(_ merged: [CellRange]) {
        all = merged.sorted { $0.rows.lowerBound < $1.rows.lowerBound }
        for range in all {
            for column in range.columns { ranges[column, default: []].append(range) }
        }
    }

    /// The merged cells of the sheet in a part, where they stand after the rows.
    init(of part: UnpackedPart, limits: Workbook.Limits) throws(WorkbookError) {
        var merged: [CellRange] = []
        var count = 0
        do {
            try part.forEachRecord(named: ["mergeCell"], most: (limits.merges, .merges)) { element in
                guard let range = CellRange(element.attribute("ref") ?? "") else {
                    throw WorkbookError.damaged(part: part.name)
                }
                // What is beyond the columns that can have something in them covers nothing.
                guard range.columns.lowerBound <= limits.columns else { return }
                let columns = range.columns.clamped(to: 1...limits.columns)
                count += columns.count
                if count > limits.merges { throw WorkbookError.tooLarge(.merges) }
                merged.append(CellRange(rows: range.rows, columns: columns))
            }
        } catch {
            throw (error as? WorkbookError) ?? .damaged(part: part.name)
        }
        self.init(merged)
    }

    /// The range that covers a cell; nil where the cell is not merged.
    func range(row: Int, column: Int) -> CellRange? {
        guard let candidates = ranges[column] else { return nil }
        var (low, high) = (0, candidates.count)
        while low < high {
            let middle = (low + high) / 2
            if candidates[middle].rows.lowerBound <= row { low = middle + 1 } else { high = middle }
        }
        guard low > 0, candidates[low - 1].rows.contains(row) else { return nil }
        return candidates[low - 1]
    }

    /// The columns in which anything is merged.
    var columns: [Int] { Array(ranges.keys) }
}
