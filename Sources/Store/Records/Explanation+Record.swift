import Foundation
import GRDB
import Households
import Scoring
import Vacancies
import Vocabulary

/// One scored pair of a member's shortlist.
package struct ShortlistedPair: Hashable, Sendable {
    /// The vacancy.
    package let vacancy: VacancyID
    /// Why it fits, and what is open.
    package let explanation: Explanation

    /// A pair with its explanation.
    package init(vacancy: VacancyID, explanation: Explanation) {
        self.vacancy = vacancy
        self.explanation = explanation
    }
}

extension Explanation {
    /// The most bytes that one stored explanation takes.
    static let storedSize = 29 + ReasonCode.allCases.count * 7

    /// What a stored explanation begins with: a number that no score is, so that the first form, which had seven reasons
    /// and began with its score, is told apart.
    fileprivate static let form: Int32 = -2

    /// Bytes of the first form, whose reasons meant something else: of it only score and questions are read.
    fileprivate static let firstSize = 56

    init(stored data: Data, table: String) throws {
        var bytes = StoredBytes(data, table: table, column: "explanation")
        if data.count == Explanation.firstSize, try bytes.peek(Int32.self) >= 0 {
            self = try bytes.firstForm()
        } else {
            guard try bytes.take(Int32.self) == Explanation.form else { throw bytes.corrupt }
            self = try bytes.explanation()
        }
        guard bytes.isAtEnd else { throw bytes.corrupt }
    }

    /// Appends the stored form.
    ///
    /// After its number the score's three figures, the questions and the three parts of need in 16 bits each; sex (0
    /// none, 1 male, 2 female) and both ages wished for (0, 0 none) in 8 bits each; 32 bits of which each reason has two,
    /// from the lowest on: 0 it is left out, 1 nothing is known, 2 all is known, 3 a part. Then, of reasons of which
    /// anything is known, 16 bits of points, where known in part 16 more of the most points, 16 of the value and 8 of the
    /// detail. All little endian.
    func append(to data: inout Data) {
        var bytes: [UInt8] = []
        bytes.put(Explanation.form)
        appendBody(to: &bytes)
        data.append(contentsOf: bytes)
    }

    fileprivate func appendBody(to bytes: inout [UInt8]) {
        bytes.put(Int16(clamping: score.point))
        bytes.put(Int16(clamping: score.low))
        bytes.put(Int16(clamping: score.high))
        bytes.put(questions.rawValue)
        bytes.put(need.poverty)
        bytes.put(need.commune)
        bytes.put(need.waiting)
        bytes.put(UInt8(wishes.sex.map { $0 == .male ? 1 : 2 } ?? 0))
        bytes.put(UInt8(clamping: wishes.ages?.lowerBound ?? 0))
        bytes.put(UInt8(clamping: wishes.ages?.upperBound ?? 0))
        bytes.put(reasons.reduce(UInt32(0)) { $0 | $1.extent.rawValue << (2 * UInt32($1.code.rawValue)) })
        for reason in reasons where reason.extent != .nothing {
            bytes.put(reason.low)
            if reason.extent == .part { bytes.put(reason.high) }
            bytes.put(reason.value)
            bytes.put(reason.detail)
        }
    }
}

/// The stored form of a shortlist: a number that no vacancy has, then for each pair the vacancy's id (64 bits, little
/// endian) and its explanation without its form's number.
enum Shortlist {
    private static let form: Int64 = -2
    /// Bytes of a pair in the first form, which began with a vacancy's id.
    private static let firstSize = 8 + Explanation.firstSize

    static func data(_ pairs: [ShortlistedPair]) -> Data {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 + pairs.count * (8 + Explanation.storedSize))
        bytes.put(form)
        for pair in pairs {
            bytes.put(pair.vacancy.rawValue)
            pair.explanation.appendBody(to: &bytes)
        }
        return Data(bytes)
    }

    static func pairs(_ data: Data) throws -> [ShortlistedPair] {
        var bytes = StoredBytes(data, table: "shortlist", column: "pairs")
        var pairs: [ShortlistedPair] = []
        if bytes.isAtEnd { return [] }
        let isFirstForm = try bytes.peek(Int64.self) > 0
        if isFirstForm {
            guard data.count.isMultiple(of: firstSize) else { throw bytes.corrupt }
        } else {
            guard try bytes.take(Int64.self) == form else { throw bytes.corrupt }
        }
        while !bytes.isAtEnd {
            guard let vacancy = VacancyID(try bytes.take(Int64.self)) else { throw bytes.corrupt }
            let explanation = isFirstForm ? try bytes.firstForm() : try bytes.explanation()
            pairs.append(ShortlistedPair(vacancy: vacancy, explanation: explanation))
        }
        return pairs
    }
}

extension Reading {
    /// The explanations of a run's planned pairs.
    package func explanations(of run: RunNumber) throws -> [Explanation] {
        let sql = "SELECT explanation FROM proposal WHERE run_id = ?"
        return try Data.fetchAll(database, sql: sql, arguments: [run]).map {
            try Explanation(stored: $0, table: "proposal")
        }
    }

    /// Hands over each member's best pairs of a run, one member at a time.
    package func forEachShortlist(
        of run: RunNumber,
        _ body: (MemberID, [ShortlistedPair]) throws -> Void
    ) throws {
        let sql = "SELECT member_id, pairs FROM shortlist WHERE run_id = ? ORDER BY member_id"
        let rows = try Row.fetchCursor(database, sql: sql, arguments: [run])
        while let row = try rows.next() {
            try body(try row.id("member_id", table: "shortlist"), try Shortlist.pairs(row["pairs"]))
        }
    }
}

/// How much of a reason is known, as it is stored.
private enum Extent: UInt32 {
    case nothing = 1
    case all = 2
    case part = 3
}

extension Reason {
    fileprivate var extent: Extent { self == Reason(unknown: code) ? .nothing : isKnown ? .all : .part }
}

extension [UInt8] {
    fileprivate mutating func put(_ value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}

/// Bytes of the database, read in order; every step checks that they are there.
private struct StoredBytes {
    private let data: Data
    private var position: Int
    let corrupt: StoreError

    init(_ data: Data, table: String, column: String) {
        self.data = data
        position = data.startIndex
        corrupt = StoreError.corrupt(table: table, column: column)
    }

    var isAtEnd: Bool { position == data.endIndex }

    func peek<Value: FixedWidthInteger>(_ type: Value.Type) throws -> Value {
        let size = Value.bitWidth / 8
        guard data.endIndex - position >= size else { throw corrupt }
        return data[position..<(position + size)].reversed().reduce(0) { $0 << 8 | Value(truncatingIfNeeded: $1) }
    }

    mutating func take<Value: FixedWidthInteger>(_ type: Value.Type) throws -> Value {
        let value = try peek(type)
        position += Value.bitWidth / 8
        return value
    }

    mutating func explanation() throws -> Explanation {
        let score = Score(
            point: Int32(try take(Int16.self)),
            low: Int32(try take(Int16.self)),
            high: Int32(try take(Int16.self))
        )
        let questions = Questions(rawValue: try take(UInt16.self))
        let need = Need(
            poverty: Int(try take(Int16.self)),
            commune: Int(try take(Int16.self)),
            waiting: Int(try take(Int16.self))
        )
        let sex = try take(UInt8.self)
        let (youngest, oldest) = (Int(try take(UInt8.self)), Int(try take(UInt8.self)))
        guard sex <= 2, youngest <= oldest else { throw corrupt }
        let extents = try take(UInt32.self)
        var reasons: [Reason] = []
        for code in ReasonCode.allCases {
            guard let extent = Extent(rawValue: extents >> (2 * UInt32(code.rawValue)) & 3) else { continue }
            if extent == .nothing {
                reasons.append(Reason(unknown: code))
                continue
            }
            let low = Int(try take(Int16.self))
            let high = extent == .part ? Int(try take(Int16.self)) : low
            guard 0 <= low, low <= high, high <= 1000 else { throw corrupt }
            let value = Int(try take(Int16.self))
            reasons.append(Reason(code, low...high, value: value, detail: try take(UInt8.self)))
        }
        return Explanation(
            score: score,
            questions: questions,
            reasons: reasons,
            need: need,
            wishes: Wishes(
                sex: sex == 0 ? nil : sex == 1 ? .male : .female,
                ages: oldest == 0 ? nil : youngest...oldest
            )
        )
    }

    mutating func firstForm() throws -> Explanation {
        let score = Score(
            point: try take(Int32.self),
            low: try take(Int32.self),
            high: try take(Int32.self)
        )
        let questions = Questions(rawValue: try take(UInt16.self))
        guard data.endIndex - position >= Explanation.firstSize - 14 else { throw corrupt }
        position += Explanation.firstSize - 14
        return Explanation(
            score: score,
            questions: questions,
            reasons: [],
            need: .nothing,
            wishes: Wishes(sex: nil, ages: nil)
        )
    }
}
