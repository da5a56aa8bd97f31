import Households
import Vocabulary
import Workbooks

/// What stands in a row by field, and what is found wrong with it.
struct RowReading {
    /// What every row of a sheet is read by.
    struct Context {
        let sheet: String
        let kind: RollKind
        let units: UnitFinder
        let asOf: Day
        /// The fields that the sheet has columns for, each with the heading of its first one.
        let headings: [RollField: String]
    }

    let context: Context
    let number: Int
    /// The value of each field that has one and no ticks for several.
    private(set) var values: [RollField: RollValue] = [:]
    /// The values ticked of fields that may have several.
    private(set) var ticked: [RollField: [String]] = [:]
    private(set) var problems: [RollProblem] = []

    /// Characters of a value; no name, place or job takes as many.
    private static let longestText = 500

    /// Takes the cells of a row apart by the columns of its sheet.
    init(_ row: Row, columns: [RollColumn], cell: (RollColumn) -> Cell, context: Context) {
        self.context = context
        number = row.number
        var ticks: [RollField: (value: RollValue, count: Int)] = [:]
        for column in columns {
            guard let field = column.field else { continue }
            let cell = cell(column)
            if cell.isEmpty {
                if row.unsaved.contains(column.number) { add(.unsavedFormula, column: column.heading) }
                continue
            }
            let value = RollValue(cell: cell, heading: column.heading)
            if value.text.utf16.count > Self.longestText {
                add(.tooLong, column: column.heading)
            } else if let tick = column.tickValue {
                take(tick: tick, value, field, &ticks)
            } else if field.isJoined, let before = values[field] {
                values[field] = RollValue(cell: .text("\(before.text), \(value.text)"), heading: before.heading)
            } else if values[field] == nil {
                values[field] = value
                if let sex = column.sexValue { values[.sex] = RollValue(cell: .text(sex), heading: column.heading) }
            }
        }
        for (field, tick) in ticks.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            if tick.count > 1 {
                add(.severalTicks, column: tick.value.heading)
                values[field] = nil
            } else {
                values[field] = tick.value
            }
        }
    }

    private mutating func take(
        tick: String,
        _ value: RollValue,
        _ field: RollField,
        _ ticks: inout [RollField: (value: RollValue, count: Int)]
    ) {
        let text: String
        // Also a number counts as a tick: that of the household's members, or of the row in a list of its own.
        switch (RollTick.mark(value.cell), value.isNumber) {
        case (true?, _), (nil, true): text = tick
        case (false?, _): return
        case (nil, false):
            guard field.understands(value.text) else {
                add(.notUnderstood, column: value.heading)
                return
            }
            text = value.text
        }
        if field.takesSeveral {
            ticked[field, default: []].append(text)
        } else {
            let before = ticks[field]
            let isSame = before.map { folded($0.value.text) == folded(text) } ?? false
            let heading = before?.value.heading ?? value.heading
            ticks[field] = (RollValue(cell: .text(text), heading: heading), (before?.count ?? 0) + (isSame ? 0 : 1))
        }
    }

    // MARK: - Problems

    mutating func add(_ kind: RollProblem.Kind, column: String, refuses: Bool = false) {
        problems.append(
            RollProblem(sheet: context.sheet, row: number, column: column, kind: kind, refuses: refuses)
        )
    }

    mutating func add(_ kind: RollProblem.Kind, _ field: RollField, refuses: Bool = false) {
        add(kind, column: heading(of: field), refuses: refuses)
    }

    /// Makes what is wrong with a field refuse the row.
    mutating func refuse(_ field: RollField) {
        let heading = heading(of: field)
        for index in problems.indices where problems[index].column == heading || problems[index].kind == .severalTicks {
            problems[index].refuses = true
        }
    }

    private func heading(of field: RollField) -> String {
        values[field]?.heading ?? context.headings[field] ?? field.heading
    }

    // MARK: - Values

    /// Gives a field that the row leaves empty the value that a row above says for it.
    mutating func set(_ field: RollField, _ text: String) {
        values[field] = RollValue(cell: .text(text), heading: heading(of: field))
    }

    /// Whether the sheet has a column for a field.
    func has(_ field: RollField) -> Bool { context.headings[field] != nil }

    /// The text of a field; nil where it is empty.
    func text(_ field: RollField) -> String? { values[field]?.text }

    /// A field read by a function; what it cannot read is noted and stays unknown.
    mutating func read<Value>(_ field: RollField, _ read: (RollValue) -> Value?) -> Value? {
        guard let value = values[field] else { return nil }
        let result = read(value)
        if result == nil { add(.notUnderstood, field) }
        return result
    }

    /// A field read by a function of its text.
    mutating func readText<Value>(_ field: RollField, _ read: (String) -> Value?) -> Value? {
        self.read(field) { read($0.text) }
    }

    /// The day of a field.
    mutating func day(_ field: RollField) -> Day? {
        let asOf = context.asOf
        return read(field) { DayText.day($0.cell, asOf: asOf) }
    }

    /// Yes or no; where the field is a tick, an empty cell is no.
    mutating func mark(_ field: RollField, emptyIsNo: Bool = false) -> Bool? {
        if values[field] == nil { return emptyIsNo && has(field) ? false : nil }
        return read(field) { RollTick.mark($0.cell) }
    }

    /// Values of a field that may have several: those ticked, and those that a text lists.
    ///
    /// - Returns: nil where nothing is said, and empty where there are tick columns of which none is ticked.
    mutating func list<Value: Hashable>(_ field: RollField, hasTicks: Bool, _ read: (String) -> Value?) -> Set<Value>? {
        guard values[field] != nil || ticked[field] != nil else { return hasTicks ? [] : nil }
        var list: Set<Value> = []
        var isUnderstood = true
        for part in (ticked[field] ?? []) + RollText.parts(values[field]?.text ?? "") {
            if let value = read(part) { list.insert(value) } else { isUnderstood = false }
        }
        if !isUnderstood { add(.notUnderstood, field) }
        return list.isEmpty ? nil : list
    }
}
