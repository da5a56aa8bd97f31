import Feeds
import Foundation

/// What a feed file would give if it were sent, for its sender.
package struct FeedCheck: Sendable, Encodable {
    /// A record that would be refused.
    package struct Refused: Sendable, Encodable {
        /// The line it begins on.
        package let line: Int
        /// The id it gives itself, where it could be read.
        package let id: String?
        /// Why, as a code.
        package let reason: String

        private enum CodingKeys: String, CodingKey {
            case line, id, reason
        }

        /// Writes also that there is no id.
        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(line, forKey: .line)
            try container.encode(id, forKey: .id)
            try container.encode(reason, forKey: .reason)
        }
    }

    /// The format that was recognised.
    package var dialect: String?
    /// Whether a vacancy that is absent from the file would be taken for gone.
    package var complete: Bool
    /// Records met.
    package var records: Int
    /// Records that would be taken.
    package var accepted: Int
    /// Records that would be refused.
    package var quarantined: [Refused]
    /// Why the whole file would be refused, as a code; nil where it would not.
    package var refused: String?
    /// Every problem, with its line, what is wrong and how to mend it; Vietnamese and English.
    package let problems: [(line: Int?, vietnamese: String, english: String)]

    private enum CodingKeys: String, CodingKey {
        case dialect, complete, records, accepted, quarantined, refused
    }

    /// Writes also what is nil, so that whoever reads it need not tell absence from nothing.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(dialect, forKey: .dialect)
        try container.encode(complete, forKey: .complete)
        try container.encode(records, forKey: .records)
        try container.encode(accepted, forKey: .accepted)
        try container.encode(quarantined, forKey: .quarantined)
        try container.encode(refused, forKey: .refused)
    }

    /// Whether the document is sound and all of it would be taken.
    package let isGood: Bool
}

/// Checks a feed file as it would be read, without a database.
///
/// - Parameters:
///   - file: the feed, compressed or not.
///   - dialect: the dialect it must have; nil takes any that is known.
///   - desk: reads it.
/// - Returns: what it would give.
/// - Throws: `OperationError` where there is no room to work in, `FeedError.dialectUnusable`.
package func checkFeed(file: String, dialect: String?, desk: FeedDesk) async throws -> FeedCheck {
    let limits = ParseLimits()
    let folder = NSTemporaryDirectory() + "noiviec-check-" + UUID().uuidString
    let (copy, spool) = (folder + "/feed", folder + "/spool")
    do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
        throw OperationError.cannotWrite(file: folder)
    }
    defer { _ = try? FileManager.default.removeItem(atPath: folder) }
    var (feed, summary) = (file, FeedSummary())
    do {
        if try isGzip(file) {
            try Gunzip.inflate(from: file, to: copy, limit: limits.document.documentBytes)
            feed = copy
        }
        summary = try await desk.parser.parse(file: feed, into: spool, dialect: dialect, limits: limits)
    } catch let error as FetchError {
        return FeedCheck(refused: error.code, sentence: error.sentence)
    } catch let error as FeedError {
        if case .dialectUnusable = error { throw error }
        return FeedCheck(refused: error.code, sentence: error.sentence)
    }
    return try FeedCheck(summary, spool: Spool(path: spool))
}

private func isGzip(_ file: String) throws -> Bool {
    guard let handle = FileHandle(forReadingAtPath: file) else { throw FeedError.unreadable(code: errno) }
    do {
        let start = try handle.read(upToCount: 2) ?? Data()
        try handle.close()
        return Gunzip.canInflate(start)
    } catch {
        throw FeedError.unreadable(code: EISDIR)
    }
}

extension FeedCheck {
    fileprivate init(refused: String, sentence: (vi: String, en: String)) {
        (complete, records, accepted, quarantined) = (false, 0, 0, [])
        self.refused = refused
        isGood = false
        problems = [(nil, sentence.vi, sentence.en)]
    }

    fileprivate init(_ summary: FeedSummary, spool: Spool) throws {
        var found: [(number: Int, line: Int, reference: String?, reason: Rejection.Reason, fault: Int?)] = []
        try spool.forEach { entry in
            switch entry {
            case .item(let item) where summary.contested.contains(item.reference):
                found.append((item.number, item.place.line, item.reference, .duplicateID, nil))
            case .item:
                break
            case .rejected(let one, _):
                found.append((one.number, one.place.line, one.reference, one.reason, one.faultLine))
            }
        }
        found.sort { $0.number < $1.number }
        dialect = summary.dialect
        complete = summary.isComplete
        records = summary.records
        accepted = summary.accepted
        quarantined = found.map { Refused(line: $0.line, id: $0.reference, reason: $0.reason.rawValue) }
        refused = summary.refusal?.code
        isGood = summary.refusal == nil && summary.damage == nil && found.isEmpty
        var problems: [(line: Int?, vietnamese: String, english: String)] = []
        if let error = summary.refusal ?? summary.damage {
            problems.append((nil, error.sentence.vi, error.sentence.en))
        }
        for one in found {
            let id = one.reference.map { " (\($0))" } ?? ""
            let sentence = one.reason.sentence
            problems.append((one.fault ?? one.line, "tin \(one.number)\(id): \(sentence.vi)", "\(sentence.en)"))
        }
        if let declared = summary.declaredCount, declared > summary.records {
            problems.append(
                (
                    nil, "Tệp ghi có \(declared) tin nhưng chỉ có \(summary.records); hãy sửa số lượng.",
                    "The file declares \(declared) records and has \(summary.records); mend the count."
                )
            )
        }
        for warning in summary.firstWarnings {
            problems.append(
                (
                    warning.line,
                    "tin \(warning.reference): không đọc được giá trị \(warning.field.rawValue), đã bỏ qua",
                    "the value of \(warning.field.rawValue) cannot be read and is left out"
                )
            )
        }
        self.problems = problems
    }
}
