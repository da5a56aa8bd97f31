import Households
import Vocabulary
import Workbooks

/// Reads the rows of one sheet below its header, in order, each with what the rows above it say of its household.
struct SheetReader {
    private let sheet: RollSheet
    private let header: RollHeader
    private let context: RowReading.Context
    private let columns: [Int]
    private let keyColumns: [Int]
    private let tickFields: Set<RollField>
    private var seen: SeenRows
    private(set) var summary = RollSummary()

    private var household: String?
    private var village: String?
    private var isOver = false
    /// Whether the sheet repeats a household's code in each of its rows, so that an empty one is a mistake.
    private var repeatsCode = false
    /// By column, the last merged cells and what stands in them.
    private var merged: [Int: (range: CellRange, cell: Cell)] = [:]

    init(_ sheet: RollSheet, header: RollHeader, units: UnitFinder, asOf: Day, seen: SeenRows) {
        self.sheet = sheet
        self.header = header
        self.seen = seen
        let fields = header.columns.compactMap { column in column.field.map { ($0, column.heading) } }
        context = RowReading.Context(
            sheet: sheet.name,
            kind: RollKind(header.fields),
            units: units,
            asOf: asOf,
            headings: Dictionary(fields, uniquingKeysWith: { first, _ in first })
        )
        columns = header.columns.map(\.number)
        let keys: Set<RollField> = [.householdCode, .headName, .fullName]
        keyColumns = header.columns.filter { $0.field.map(keys.contains) ?? false }.map(\.number)
        tickFields = Set(header.columns.filter(\.isTick).compactMap(\.field))
    }

    /// What the rows of earlier sheets and of this one have named.
    var seenRows: SeenRows { seen }

    /// Takes the next row below the header; nil where it says nothing.
    mutating func take(_ row: Row) throws(RollError) -> RollRow? {
        for column in row.columns {
            if let range = sheet.mergedRange(row.number, column), range.rows.count > 1 {
                merged[column] = (range, row[column])
            }
        }
        switch RollRowKind(row, header: header, keyColumns: keyColumns, isOver: isOver) {
        case .header:
            isOver = false
            summary.ignored[.header, default: 0] += 1
        case .otherHeader(let columns):
            throw .columnsDiffer(sheet: sheet.name, row: row.number, columns: columns)
        case .ignored(let kind):
            if kind == .signature { isOver = true }
            if kind == .signature || kind == .total { household = nil }
            summary.ignored[kind, default: 0] += 1
        case .village(let name):
            village = name
            household = nil
            summary.ignored[.section, default: 0] += 1
        case .data:
            isOver = false
            summary.rows += 1
            let found = read(row)
            if found.isRefused { summary.refused += 1 }
            return found
        }
        return nil
    }

    private mutating func read(_ row: Row) -> RollRow {
        var reading = RowReading(row, columns: header.columns, cell: { cell(row, $0) }, context: context)
        if reading.text(.village) == nil, let village { reading.set(.village, village) }
        var household: HouseholdFacts?
        var member: MemberFacts?
        let own = reading.text(.householdCode)
        if let own {
            if own == self.household { repeatsCode = true }
            self.household = own
        }
        if let code = own ?? carried(reading, row) {
            let name =
                context.kind == .households
                ? nil
                : reading.text(.fullName).flatMap { name in
                    name.contains(where: \.isLetter) ? name : nil
                }
            if own != nil {
                let facts = reading.household(code: code, tickFields: tickFields)
                household = facts == HouseholdFacts(code: code) ? nil : facts
            }
            if let name { member = reading.member(householdCode: code, name: name, tickFields: tickFields) }
            check(&reading, &household, &member)
        } else {
            self.household = nil
            let isForPeople = context.kind == .members && !reading.has(.householdCode)
            reading.add(isForPeople ? .noHousehold : .empty, .householdCode, refuses: true)
        }
        var read = RollRow(sheet: sheet.name, row: row, columns: columns, problems: reading.problems)
        if !read.isRefused {
            read.household = household
            read.member = member
        }
        return read
    }

    /// The code of the household above, for a row that leaves all its household's cells empty.
    private func carried(_ reading: RowReading, _ row: Row) -> String? {
        guard !repeatsCode, let household, reading.text(.fullName) != nil, context.kind != .households else {
            return nil
        }
        if reading.text(.relation).map({ folded($0) == "chu ho" }) == true { return nil }
        let begins: Set<RollField> = [.headName, .povertyClass, .communeCode]
        let isNew = header.columns.contains { column in
            column.field.map(begins.contains) == true && !row[column.number].isEmpty
        }
        return isNew ? nil : household
    }

    private mutating func check(
        _ reading: inout RowReading,
        _ household: inout HouseholdFacts?,
        _ member: inout MemberFacts?
    ) {
        switch context.kind {
        case .households:
            if household?.povertyClass == nil {
                if reading.text(.povertyClass) == nil, !reading.problems.contains(where: { $0.kind == .severalTicks }) {
                    reading.add(.empty, .povertyClass, refuses: true)
                } else {
                    reading.refuse(.povertyClass)
                }
            }
            if household?.commune == nil, !reading.problems.contains(where: \.refuses) {
                reading.add(.empty, reading.has(.communeCode) ? .communeCode : .commune, refuses: true)
            }
        case .members, .combined:
            let isPerson = [RollField.birth, .sex, .nationalID, .relation].contains { reading.text($0) != nil }
            if member == nil, context.kind == .members || isPerson || reading.text(.povertyClass) == nil {
                reading.add(.empty, .fullName, refuses: true)
            }
        }
        if reading.problems.contains(where: \.refuses) { return }
        if let facts = household, seen.isOther(facts) {
            reading.add(.duplicateHousehold, .householdCode, refuses: context.kind == .households)
            household = nil
        }
        if let facts = member {
            let occurrence = seen.occurrence(of: facts)
            member?.occurrence = occurrence
            if occurrence > 1 { reading.add(.duplicateMember, .fullName) }
        }
    }

    /// A cell's own content, or for what several rows share that of merged cells that begin above it.
    private func cell(_ row: Row, _ column: RollColumn) -> Cell {
        let own = row[column.number]
        guard own.isEmpty, column.field?.isShared == true, let last = merged[column.number],
            last.range.rows.contains(row.number)
        else { return own }
        return last.cell
    }
}

/// What earlier rows of a file have named, as hashes, so that memory stays small.
struct SeenRows {
    private struct Facts {
        var povertyClass: PovertyClass?
        var commune: UnitCode?
        var head: Int?
        var village: Int?
    }

    private var households: [String: Facts] = [:]
    private var members: [Int: Int] = [:]

    /// Whether an earlier row has the household with other facts; remembers those that it did not have.
    mutating func isOther(_ facts: HouseholdFacts) -> Bool {
        let new = Facts(
            povertyClass: facts.povertyClass,
            commune: facts.commune,
            head: facts.headName.map { folded($0).hashValue },
            village: facts.village.map { folded($0).hashValue }
        )
        guard var known = households[facts.code] else {
            households[facts.code] = new
            return false
        }
        let differs =
            differ(known.povertyClass, new.povertyClass) || differ(known.commune, new.commune)
            || differ(known.head, new.head) || differ(known.village, new.village)
        if differs { return true }
        known.povertyClass = known.povertyClass ?? new.povertyClass
        known.commune = known.commune ?? new.commune
        known.head = known.head ?? new.head
        known.village = known.village ?? new.village
        households[facts.code] = known
        return false
    }

    private func differ<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
        one != nil && other != nil && one != other
    }

    /// Which of the persons of the household with this name and birth it is, from 1.
    mutating func occurrence(of facts: MemberFacts) -> Int {
        var hasher = Hasher()
        hasher.combine(facts.householdCode)
        hasher.combine(facts.key)
        let key = hasher.finalize()
        members[key, default: 0] += 1
        return members[key] ?? 1
    }
}
