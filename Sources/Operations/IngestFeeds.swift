import Crypto
import Feeds
import Foundation
import Store
import Vacancies
import Vocabulary

/// What reading one feed did.
package struct IngestReport: Sendable, Encodable {
    /// The source's name.
    package let source: String
    /// The file.
    package let file: String
    /// The format that was recognised.
    package var format: String?
    /// Records seen.
    package var records = 0
    /// New vacancies.
    package var added = 0
    /// Vacancies whose content changed.
    package var changed = 0
    /// Vacancies seen again unchanged.
    package var unchanged = 0
    /// Records refused, with the reason as a code.
    package var refused: [Refusal] = []
    /// Values that nobody could read, left unknown.
    package var warnings = 0
    /// Why the whole feed was refused, in English; nil where it was taken.
    package var failure: String?
    /// The same in Vietnamese.
    package var failureVietnamese: String?

    /// A record that was refused.
    package struct Refusal: Sendable, Encodable {
        /// Its number in the feed, from 1.
        package let record: Int
        /// Its line, where known.
        package let line: Int?
        /// Why, as a code.
        package let reason: String
    }
}

/// Undoes what a broken feed had begun.
private struct BrokenFeed: Error {
    let report: IngestReport
}

extension Office {
    /// Reads a feed into vacancies in one transaction; reading the same file again changes nothing.
    ///
    /// A feed that is not XML, ends early or breaks a limit is refused whole: nothing of it stays. One bad record is
    /// refused alone and listed.
    package func ingest(
        file: String,
        source: String,
        actor: String,
        progress: @escaping ProgressReport
    ) async throws -> IngestReport {
        do {
            return try await store.write { writing in
                let report = try read(file: file, source: source, writing, progress: progress)
                if report.failure != nil { throw BrokenFeed(report: report) }
                try writing.record(record(of: report))
                if report.added + report.changed > 0 {
                    try audit(
                        writing,
                        actor: actor,
                        action: "ingest",
                        detail: [
                            "records": report.records, "added": report.added, "changed": report.changed,
                            "refused": report.refused.count,
                        ]
                    )
                }
                return report
            }
        } catch let broken as BrokenFeed {
            let record = record(of: broken.report)
            try await store.write { try $0.record(record) }
            return broken.report
        }
    }

    private func read(
        file: String,
        source: String,
        _ writing: Writing,
        progress: ProgressReport
    ) throws -> IngestReport {
        var report = IngestReport(source: source, file: file)
        var generator = SystemRandomNumberGenerator()
        let known = try writing.reading.knownVacancies(of: source)
        let summary = try FeedReader().read(path: file) { advertisement in
            let hash = contentHash(of: advertisement)
            let before = known[advertisement.reference]
            if before?.contentHash == hash {
                report.unchanged += 1
            } else {
                let id = before?.id ?? VacancyID(using: &generator)
                let vacancy = programme.classifier.vacancy(from: advertisement, source: source, id: id)
                try writing.save(vacancy, contentHash: hash)
                if before == nil { report.added += 1 } else { report.changed += 1 }
            }
            let done = report.added + report.changed + report.unchanged
            if done.isMultiple(of: 200) { progress(ProgressStep(source, done, of: nil)) }
        }
        report.format = summary.dialect
        report.records = summary.records
        report.warnings = summary.warningCount
        report.refused = summary.rejected.map { rejection in
            IngestReport.Refusal(
                record: rejection.number,
                line: rejection.line > 0 ? rejection.line : nil,
                reason: rejection.reason.rawValue
            )
        }
        if let failure = summary.failure {
            report.failure = "\(file): \(failure.sentence.en)"
            report.failureVietnamese = "\(file): \(failure.sentence.vi)"
        }
        progress(ProgressStep(source, summary.accepted, of: summary.accepted))
        return report
    }

    private func record(of report: IngestReport) -> IngestRecord {
        var record = IngestRecord(source: report.source, file: report.file, at: now())
        record.records = report.records
        if report.failure == nil {
            record.added = report.added
            record.changed = report.changed
            record.unchanged = report.unchanged
        }
        record.rejected = report.refused.count
        record.failure = report.failure
        return record
    }

    /// A hash of what an advertisement says, field by field; the day it was posted is left out, since many publishers
    /// rewrite it with every build.
    private func contentHash(of advertisement: Advertisement) -> Data {
        var hash = SHA256()
        func add(_ text: String?) {
            hash.update(data: Data((text ?? "\u{0}").utf8))
            hash.update(data: Data([0x1F]))
        }
        for text in [
            advertisement.title, advertisement.text, advertisement.employer, advertisement.taxCode,
            advertisement.placeText, advertisement.unitCode, advertisement.wageText, advertisement.currency,
            advertisement.wagePeriod?.rawValue, advertisement.contractKind, advertisement.occupationCode,
            advertisement.educationText, advertisement.qualificationText, advertisement.expiresOn?.description,
            advertisement.url,
        ] { add(text) }
        for number in [
            advertisement.wageMinimum, advertisement.wageMaximum, advertisement.contractMonths.map(Int64.init),
            advertisement.openings.map(Int64.init), advertisement.experienceYears.map(Int64.init),
        ] { add(number.map(String.init)) }
        for flag in [
            advertisement.occupationIsISCO, advertisement.trainsNewcomers, advertisement.isHazardous,
            advertisement.offersHousing,
        ] { add(flag.map(String.init)) }
        return Data(hash.finalize())
    }
}
