import Foundation
import Testing
import Vacancies
import Vocabulary

@Suite(
    "Conditions of real advertisements",
    .enabled(if: sampleFolder != nil, "NOIVIEC_REFERENCE does not name the folder of samples")
)
struct ConditionsSampleTests {
    /// Fields whose false values would exclude people, or let a minor pass.
    private static let excluding: Set = [
        "nightShifts", "closedPlace", "languages", "skills", "experience", "education", "qualification",
    ]

    /// A field of a row: what a person read, and what the reader did; empty where nothing is stated.
    private struct Cell {
        var row: Int
        var field: String
        var label: Set<String>
        var reading: Set<String>
    }

    /// How often a field was read.
    private struct Tally {
        var labelled = 0
        var read = 0
        var right = 0
    }

    private func cells() throws -> [Cell] {
        let samples = try LabelTable(path: try #require(sampleFolder) + "vacancy_text_samples.csv").rows
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let labels = try LabelTable(path: folder.appending(path: "Labels/condition-labels.csv").path).rows
        try #require(samples.count == labels.count)
        return try zip(samples, labels).enumerated().flatMap { index, pair in
            let (sample, label) = pair
            let parts = ["requirement_text", "benefit_text", "working_time_text"].map { sample[$0] ?? "" }
            try #require(label["hash"] == labelHashText(parts.joined(separator: "\u{1F}")), "row \(index + 1)")
            // The feeds of the samples are of the year in which they were collected.
            let conditions = VacancyConditions(
                title: sample["title"] ?? "",
                text: parts.joined(separator: "\n"),
                postedYear: 2025
            )
            return readings(of: conditions).map { field, reading in
                Cell(row: index + 1, field: field, label: set(label[field] ?? ""), reading: set(reading))
            }
        }
    }

    private func readings(of conditions: VacancyConditions) -> [(String, String)] {
        func answer(_ value: Bool?) -> String { value.map { $0 ? "yes" : "no" } ?? "" }
        func number(_ value: Int?) -> String { value.map { String($0) } ?? "" }
        let ages = conditions.wishedAges.map { "\($0.lowerBound)-\($0.upperBound)" }
        return [
            ("transport", answer(conditions.offersTransport)), ("housing", answer(conditions.offersHousing)),
            ("insurance", answer(conditions.offersInsurance)), ("nightShifts", answer(conditions.hasNightShifts)),
            ("hazardous", answer(conditions.isHazardous)), ("closedPlace", answer(conditions.isPlaceClosedToMinors)),
            ("training", answer(conditions.trainsNewcomers)),
            ("languages", conditions.languages.map(\.rawValue).joined(separator: " ")),
            ("skills", conditions.skills.map(\.rawValue).joined(separator: " ")),
            ("sex", conditions.wishedSex?.rawValue ?? ""), ("ages", ages ?? ""),
            ("experience", number(conditions.minimumExperience)), ("education", number(conditions.minimumEducation)),
            ("qualification", number(conditions.minimumQualification)),
        ]
    }

    private func set(_ values: String) -> Set<String> { Set(values.split(separator: " ").map(String.init)) }

    @Test("What is read is what a person read, and nothing is read that would wrongly exclude somebody")
    func accuracy() throws {
        var tallies: [String: Tally] = [:]
        var wrong: [Cell] = []
        for cell in try cells() {
            tallies[cell.field, default: Tally()].labelled += cell.label.count
            tallies[cell.field, default: Tally()].read += cell.reading.count
            tallies[cell.field, default: Tally()].right += cell.reading.intersection(cell.label).count
            if cell.reading != cell.label { wrong.append(cell) }
        }
        for (field, tally) in tallies.sorted(by: { $0.key < $1.key }) {
            print("\(field): \(tally.labelled) labelled, \(tally.read) read, \(tally.right) right")
        }
        let read = tallies.values.map(\.read).reduce(0, +)
        let right = tallies.values.map(\.right).reduce(0, +)
        print("all: n = \(tallies.values.map(\.labelled).reduce(0, +)), \(read) read, \(right) right")
        for cell in wrong { print("row \(cell.row), \(cell.field): \(cell.label) read as \(cell.reading)") }
        #expect(right * 100 >= read * 95)
        let excluding = wrong.filter { ConditionsSampleTests.excluding.contains($0.field) }
        #expect(excluding.allSatisfy { $0.reading.isSubset(of: $0.label) })
    }
}
