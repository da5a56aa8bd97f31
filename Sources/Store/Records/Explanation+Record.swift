import Foundation
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
    /// Bytes of one stored explanation: three 32-bit scores, 16 bits of questions, and for each reason code in order
    /// 16 bits of points (-1 where unknown) and a 32-bit value; little endian.
    static let storedSize = 14 + ReasonCode.allCases.count * 6

    func append(to data: inout Data) {
        func put(_ value: some FixedWidthInteger) {
            withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
        }
        put(score.point)
        put(score.low)
        put(score.high)
        put(questions.rawValue)
        for reason in reasons {
            put(reason.points ?? -1)
            put(reason.value)
        }
    }

    init(stored bytes: UnsafeRawBufferPointer) {
        func take<Value: FixedWidthInteger>(_ offset: Int, as type: Value.Type) -> Value {
            Value(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
        }
        self.init(
            score: Score(
                point: take(0, as: Int32.self),
                low: take(4, as: Int32.self),
                high: take(8, as: Int32.self)
            ),
            questions: Questions(rawValue: take(12, as: UInt16.self)),
            reasons: ReasonCode.allCases.enumerated().map { index, code in
                let points = take(14 + index * 6, as: Int16.self)
                return Reason(code, points < 0 ? nil : points, value: take(16 + index * 6, as: Int32.self))
            }
        )
    }

    init(stored data: Data, table: String) throws {
        guard data.count == Explanation.storedSize else {
            throw StoreError.corrupt(table: table, column: "explanation")
        }
        self = data.withUnsafeBytes { Explanation(stored: $0) }
    }
}

/// The stored form of a shortlist: for each pair the vacancy's id (64 bits, little endian) and its explanation.
enum Shortlist {
    static func data(_ pairs: [ShortlistedPair]) -> Data {
        var data = Data(capacity: pairs.count * (8 + Explanation.storedSize))
        for pair in pairs {
            withUnsafeBytes(of: pair.vacancy.rawValue.littleEndian) { data.append(contentsOf: $0) }
            pair.explanation.append(to: &data)
        }
        return data
    }

    static func pairs(_ data: Data) throws -> [ShortlistedPair] {
        let size = 8 + Explanation.storedSize
        guard data.count.isMultiple(of: size) else { throw StoreError.corrupt(table: "shortlist", column: "pairs") }
        return try data.withUnsafeBytes { bytes in
            try stride(from: 0, to: bytes.count, by: size).map { offset in
                let number = Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int64.self))
                guard let vacancy = VacancyID(number) else {
                    throw StoreError.corrupt(table: "shortlist", column: "pairs")
                }
                let slice = UnsafeRawBufferPointer(rebasing: bytes[(offset + 8)..<(offset + size)])
                return ShortlistedPair(vacancy: vacancy, explanation: Explanation(stored: slice))
            }
        }
    }
}
