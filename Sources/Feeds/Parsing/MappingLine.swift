import Foundation
import Synchronization
import Vacancies
import XML

/// A record as far as it can be judged by itself, whatever the others say.
struct JudgedRecord: Sendable {
    let number: Int
    let place: Place
    let judgement: Judgement

    enum Judgement: Sendable {
        case advertisement(Advertisement, ContentHash, unread: [Field])
        case rejected(Rejection)
    }

    /// Judges a record of a dialect.
    init(_ record: MetRecord, _ mapper: RecordMapper) {
        (number, place) = (record.number, record.place)
        func rejected(_ reference: String?, _ reason: Rejection.Reason) -> Judgement {
            .rejected(Rejection(number: record.number, place: record.place, reference: reference, reason: reason))
        }
        switch record.content {
        case .damaged(let damage):
            judgement = .rejected(Rejection(record, damage: damage))
        case .whole(let element):
            guard mapper.dialect.hasRecord(element.name) else {
                judgement = rejected(nil, .wrongRecord)
                return
            }
            do throws(Rejection.Reason) {
                var unread: [Field] = []
                let advertisement = try mapper.advertisement(from: element, unread: &unread)
                judgement = .advertisement(advertisement, ContentHash(advertisement), unread: unread)
            } catch {
                judgement = rejected(mapper.reference(of: element), error)
            }
        }
    }
}

/// Judges records on both cores while the document is being read, and hands them back in the order of the document.
///
/// Reading takes a third of the time and judging two thirds. A second thread judges batches; whenever it falls behind,
/// the thread that reads judges one itself, so neither ever waits for long, and memory holds a few batches.
final class MappingLine {
    /// Records that are judged together.
    private final class Batch: Sendable {
        let mapper: RecordMapper
        let records: [MetRecord]
        let judged = Mutex<[JudgedRecord]?>(nil)
        private let isTaken = Atomic<Bool>(false)

        init(_ records: [MetRecord], _ mapper: RecordMapper) {
            (self.records, self.mapper) = (records, mapper)
        }

        /// Judges the records unless somebody else does already; says whether it was done here.
        func judge() -> Bool {
            if isTaken.exchange(true, ordering: .acquiringAndReleasing) { return false }
            let result = records.map { JudgedRecord($0, mapper) }
            judged.withLock { $0 = result }
            return true
        }
    }

    private static let batchRecords = 64
    private static let batchBytes = 1 << 20
    private static let batchesAhead = 6

    private let queue = DispatchQueue(label: "noiviec.mapping")
    private var waiting: [MetRecord] = []
    private var waitingBytes = 0
    private var batches: [Batch] = []

    /// Takes a record, and hands on those before it that are judged.
    func take(_ record: MetRecord, _ mapper: RecordMapper, _ each: (JudgedRecord) throws -> Void) rethrows {
        waiting.append(record)
        waitingBytes += record.place.length
        guard waiting.count >= MappingLine.batchRecords || waitingBytes >= MappingLine.batchBytes else { return }
        submit(mapper)
        try handOn(leaving: MappingLine.batchesAhead, each)
    }

    /// Hands on all that is left.
    func finish(_ mapper: RecordMapper, _ each: (JudgedRecord) throws -> Void) rethrows {
        submit(mapper)
        try handOn(leaving: 0, each)
    }

    private func submit(_ mapper: RecordMapper) {
        guard !waiting.isEmpty else { return }
        let batch = Batch(waiting, mapper)
        batches.append(batch)
        (waiting, waitingBytes) = ([], 0)
        queue.async { _ = batch.judge() }
    }

    /// Hands on batches from the front until so many are left, judging what nobody has begun.
    private func handOn(leaving count: Int, _ each: (JudgedRecord) throws -> Void) rethrows {
        while let first = batches.first {
            if let judged = first.judged.withLock({ $0 }) {
                batches.removeFirst()
                for record in judged { try each(record) }
            } else if batches.count <= count {
                return
            } else if !batches.reversed().contains(where: { $0.judge() }) {
                // All are begun, and the first is nearly done.
                usleep(50)
            }
        }
    }
}
