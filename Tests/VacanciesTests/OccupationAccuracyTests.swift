import Fixtures
import Foundation
import Testing
import Vacancies
import Vocabulary

@Suite("Real job titles", .enabled(if: sampleFolder != nil, "NOIVIEC_REFERENCE does not name the folder of samples"))
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
        return try LabelTable(path: path).rows.map { fields in
            Label(
                file: fields["file"] ?? "",
                row: try #require(Int(fields["row"] ?? "")),
                isSlug: fields["origin"] == "slug",
                hash: fields["hash"] ?? "",
                isHeldOut: fields["split"] == "held-out",
                code: fields["code"] ?? ""
            )
        }
    }

    /// The title of each label, read from the reference folder.
    private func titles() throws -> [(label: Label, title: String)] {
        let labels = try labels()
        var files: [String: [[String: String]]] = [:]
        for file in Set(labels.map(\.file)) {
            files[file] = try LabelTable(path: try #require(sampleFolder) + file).rows
        }
        return try labels.map { label in
            let fields = try #require(files[label.file])[label.row - 1]
            let text: String
            if label.isSlug {
                let address = try #require(fields.values.first { $0.contains("/viec-lam/") })
                let slug = address.components(separatedBy: "/viec-lam/")[1].prefix { $0 != "/" }
                text = slug.replacingOccurrences(of: "-", with: " ")
            } else {
                text = try #require(fields["title"])
            }
            return (label, text.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }

    @Test("The labels are of these titles, and the halves are as the hash says")
    func labelsOfTitles() throws {
        let titles = try titles()
        #expect(titles.count == 228)
        let wrong = titles.filter { labelHashText($0.title) != $0.label.hash }.map(\.label.row)
        #expect(wrong.isEmpty)
        #expect(titles.allSatisfy { (labelHash($0.title) & 1 == 1) == $0.label.isHeldOut })
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
