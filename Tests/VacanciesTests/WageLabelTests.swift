import Fixtures
import Foundation
import Testing
import Vacancies

@Suite(
    "Wage texts against annotations",
    .enabled(if: sampleFolder != nil, "NOIVIEC_REFERENCE does not name the folder of samples")
)
struct WageLabelTests {
    private struct Label {
        let text: String
        let kind: String
        let minimum: Int64?
        let maximum: Int64?
        let period: String
        let isUnsure: Bool

        /// Whether it says how much the job pays.
        var statesPay: Bool { minimum != nil || maximum != nil }

        /// The lowest and highest monthly amount it says.
        var monthly: (Int64?, Int64?) {
            let period = WagePeriod(rawValue: period) ?? .month
            return (minimum.map(period.monthly), maximum.map(period.monthly))
        }
    }

    private func labels() throws -> [Label] {
        let texts = try LabelTable(path: try #require(sampleFolder) + "salary_text_samples.csv").rows
        let labels = try LabelTable(path: projectFolder + "/Tests/VacanciesTests/Labels/wage-labels.csv").rows
        #expect(labels.count == texts.count)
        return try labels.map { label in
            let row = try #require(Int(label["row"] ?? ""))
            let text = try #require(texts[row - 1]["raw_text"])
            #expect(labelHashText(text) == label["hash"], "row \(row)")
            return Label(
                text: text,
                kind: label["kind"] ?? "",
                minimum: Int64(label["minimum"] ?? ""),
                maximum: Int64(label["maximum"] ?? ""),
                period: label["period"] ?? "",
                isUnsure: (label["note"] ?? "").contains("unsure")
            )
        }
    }

    @Test("Of the pay that texts state at least 95 of 100 is read right, and none is read where none is stated")
    func accuracy() throws {
        let labels = try labels()
        let stating = labels.filter(\.statesPay)
        var wrong: [String] = []
        for label in stating {
            let reading = WageReading(text: label.text)
            let (low, high) = label.monthly
            let isRight: Bool =
                switch label.kind {
                case "up_to": reading.kind == .upTo && reading.maximum == label.maximum
                case "from": reading.monthly?.minimum.amount == low && reading.monthly?.maximum == nil
                default:
                    reading.monthly?.minimum.amount == low
                        && (reading.monthly?.maximum ?? reading.monthly?.minimum)?.amount == high
                }
            if !isRight { wrong.append(label.text) }
        }
        let silent = labels.filter { $0.kind == "none" }
        let invented = silent.filter { WageReading(text: $0.text).monthly != nil }
        print("wages stated: \(stating.count), read right: \(stating.count - wrong.count)")
        print("no pay stated: \(silent.count), read as pay: \(invented.count)")
        #expect(wrong.count * 100 <= stating.count * 5, "\(wrong)")
        #expect(invented.isEmpty, "\(invented.map(\.text))")
    }
}
