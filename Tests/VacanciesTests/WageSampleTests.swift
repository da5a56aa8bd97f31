import Foundation
import Testing
import Vacancies
import Vocabulary

/// The folder of third-party samples, which are not ours to keep in the repository; without it these tests are skipped.
private let reference = ProcessInfo.processInfo.environment["NOIVIEC_REFERENCE"]

@Suite("Real wage texts", .enabled(if: reference != nil, "NOIVIEC_REFERENCE does not name the folder of samples"))
struct WageSampleTests {
    /// A text of an advertisement, with the wage that the header of the advertisement states, which may be another.
    private struct Sample {
        var text: String
        var minimum: Int64?
        var maximum: Int64?

        /// Every number of the text, as it stands and as millions; found without the code under test.
        var numbers: Set<Int64> {
            var numbers: Set<Int64> = []
            for run in text.split(whereSeparator: { !($0.isASCII && $0.isNumber) && $0 != "." && $0 != "," }) {
                let digits = run.filter(\.isNumber)
                let marked = run.trimmingCharacters(in: .punctuationCharacters).replacingOccurrences(of: ",", with: ".")
                if let number = Int64(digits) { numbers.insert(number) }
                if let number = Double(marked), number < 1000 { numbers.insert(Int64((number * 1_000_000).rounded())) }
            }
            return numbers
        }

        /// Whether the text itself names both amounts of the header.
        var namesItsWage: Bool {
            guard let minimum, let maximum else { return false }
            return numbers.isSuperset(of: [minimum, maximum])
        }

        /// Whether the wage was read exactly as the header states it.
        var isReadExactly: Bool {
            let wage = WageReading(text: text).monthly
            return wage?.minimum.amount == minimum && (wage?.maximum ?? wage?.minimum)?.amount == maximum
        }
    }

    private func samples() throws -> [Sample] {
        let path = try #require(reference) + "/domain/salary_text_samples.csv"
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
            let fields = self.fields(of: line)
            try #require(fields.count == 4, "\(line)")
            return Sample(text: fields[0], minimum: Int64(fields[1]), maximum: Int64(fields[2]))
        }
    }

    /// The fields of a row without line breaks in it; quotes may enclose a field.
    private func fields(of line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }

    @Test("99 of 100 texts that name the wage of their advertisement are read exactly so")
    func accuracy() throws {
        let samples = try samples().filter(\.namesItsWage)
        #expect(samples.count >= 100)
        let misread = samples.filter { !$0.isReadExactly }
        #expect(misread.count * 100 <= samples.count, "\(misread.map(\.text))")
    }

    @Test("A text that does not name the wage of its advertisement yields no amount that it does not name itself")
    func inventions() throws {
        let samples = try samples().filter { !$0.namesItsWage }
        #expect(samples.count >= 100)
        for sample in samples {
            let reading = WageReading(text: sample.text)
            if let wage = reading.monthly {
                #expect((500_000...500_000_000).contains(wage.minimum.amount), "\(sample.text)")
            }
            for amount in [reading.minimum, reading.maximum].compactMap({ $0 }) {
                #expect(sample.numbers.contains(amount), "\(sample.text)")
            }
        }
    }

    @Test("A thirteenth wage is never read as a wage")
    func thirteenthWage() throws {
        let samples = try samples().filter { sample in
            let key = folded(sample.text)
            return key.hasPrefix("luong thang 13") || key.hasPrefix("luong thu 13") || key.hasPrefix("luong 13")
        }
        #expect(samples.count >= 50)
        for sample in samples {
            #expect(WageReading(text: sample.text).kind == .unstated, "\(sample.text)")
        }
    }
}
