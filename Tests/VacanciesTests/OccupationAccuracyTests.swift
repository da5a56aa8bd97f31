import Fixtures
import Foundation
import Testing
import Vacancies
import Vocabulary

/// The folder of third-party samples, which are not ours to keep in the repository; without it these tests are skipped.
private let reference = ProcessInfo.processInfo.environment["NOIVIEC_REFERENCE"]

@Suite("Real job titles", .enabled(if: reference != nil, "NOIVIEC_REFERENCE does not name the folder of samples"))
struct OccupationAccuracyTests {
    /// A label of a real title; see Labels/README.md.
    private struct Label {
        var file: String
        var row: Int
        var isSlug: Bool
        var hash: String
        var isHeldOut: Bool
        var code: String
    }

    private func labels() throws -> [Label] {
        let path = projectFolder + "/Tests/VacanciesTests/Labels/occupation-labels.csv"
        return try records(of: path).dropFirst().map { fields in
            let row = try #require(Int(fields[1]))
            return Label(
                file: fields[0],
                row: row,
                isSlug: fields[2] == "slug",
                hash: fields[3],
                isHeldOut: fields[4] == "held-out",
                code: fields[5]
            )
        }
    }

    /// The records of a CSV file; quoted fields may hold commas and line breaks.
    private func records(of path: String) throws -> [[String]] {
        var records: [[String]] = []
        var fields = [""]
        var isQuoted = false
        for scalar in try String(contentsOfFile: path, encoding: .utf8).unicodeScalars {
            switch scalar {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            case "\n" where !isQuoted:
                records.append(fields)
                fields = [""]
            case "\r" where !isQuoted, "\u{FEFF}": continue
            default: fields[fields.count - 1].unicodeScalars.append(scalar)
            }
        }
        return fields == [""] ? records : records + [fields]
    }

    /// The title of each label, read from the reference folder.
    private func titles() throws -> [(label: Label, title: String)] {
        let labels = try labels()
        var files: [String: [[String]]] = [:]
        for file in Set(labels.map(\.file)) {
            files[file] = try records(of: try #require(reference) + "/domain/" + file)
        }
        return try labels.map { label in
            let records = try #require(files[label.file])
            let fields = records[label.row]
            let text: String
            if label.isSlug {
                let address = try #require(fields.first { $0.contains("/viec-lam/") })
                let slug = address.components(separatedBy: "/viec-lam/")[1].prefix { $0 != "/" }
                text = slug.replacingOccurrences(of: "-", with: " ")
            } else {
                text = fields[try #require(records[0].firstIndex(of: "title"))]
            }
            return (label, text.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }

    /// FNV-1a of 64 bits (Fowler, Noll, Vo).
    private func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    @Test("The labels are of these titles, and the halves are as the hash says")
    func labelsOfTitles() throws {
        let titles = try titles()
        #expect(titles.count == 228)
        let wrong = titles.filter { String(format: "%016lx", hash($0.title)) != $0.label.hash }.map(\.label.row)
        #expect(wrong.isEmpty)
        #expect(titles.allSatisfy { (hash($0.title) & 1 == 1) == $0.label.isHeldOut })
    }

    /// Prints totals and asserts no figure.
    ///
    /// The goal, four of five titles of the trades in their two-digit group, was not met by the held-out half when it was
    /// measured (see Labels/README.md). Of that half nothing but totals is printed, so that it stays unseen.
    @Test("How many titles are read right is counted for every title with a label, for each half apart")
    func accuracy() async throws {
        let classifier = try await shippedSettings().programme.classifier
        var reports = ["dev": OccupationReport(), "held-out": OccupationReport()]
        for (label, title) in try titles() {
            let guess = classifier.occupations.classify(title: title)
            reports[label.isHeldOut ? "held-out" : "dev"]?
                .count(guess, label: label.code, leastConfidence: classifier.leastConfidence)
        }
        for (half, report) in reports.sorted(by: { $0.key < $1.key }) {
            for line in report.lines { print("\(half): \(line)") }
        }
        #expect(reports["dev"]?.coverage.all == 119)
        #expect(reports["held-out"]?.coverage.all == 88)
    }
}
