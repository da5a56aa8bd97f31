import Demo
import Fixtures
import Foundation
import Testing
import Vocabulary

@Suite("The synthetic province")
struct DemoProvinceTests {
    private func files(seed: UInt64, poor: Int = 120, openings: Int = 400) async throws -> [String: String] {
        let settings = DemoSettings(poor: poor, nearPoor: 50, newlyEscaped: 20, vacancies: 100, openings: openings)
        let province = DemoProvince(
            seed: seed,
            territory: try await shippedSettings().programme.territory,
            settings: settings,
            asOf: .example("2024-01-15")
        )
        var files: [String: String] = [:]
        try province.write { files[$0, default: ""] += $1 }
        return files
    }

    /// The rows below the header, split at commas; no demo field before the ones used here holds one.
    private func rows(_ text: String?) throws -> [[String]] {
        let lines = try #require(text).split(separator: "\r\n", omittingEmptySubsequences: false)
        let header = try #require(lines.firstIndex { $0.hasPrefix("STT,") })
        return lines.dropFirst(header + 1).filter { !$0.isEmpty }.map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test("The same seed gives the same bytes, another seed others")
    func seeded() async throws {
        let first = try await files(seed: 7)
        #expect(try await files(seed: 7) == first)
        #expect(try await files(seed: 8) != first)
        #expect(Set(first.keys) == ["ho.csv", "nhan-khau.csv", "tuyen-dung.xml", "indeed.xml", "eures.xml"])
    }

    @Test("Households are as many of each class as asked, and their sizes agree with the members' list")
    func householdCounts() async throws {
        let files = try await files(seed: 3)
        let households = try rows(files["ho.csv"])
        #expect(households.count { $0[8] == "Hộ nghèo" } == 120)
        #expect(households.count { $0[8] == "Hộ cận nghèo" } == 50)
        #expect(households.count { $0[8] == "Hộ mới thoát nghèo" } == 20)
        let members = Dictionary(grouping: try rows(files["nhan-khau.csv"]), by: { $0[1] })
        for household in households {
            #expect(members[household[1]]?.count == Int(household[10]))
        }
        #expect(Set(households.map { $0[1] }).count == households.count)
    }

    @Test("Identity numbers are twelve digits, fit sex and year, and nobody shares one")
    func identityNumbers() async throws {
        let members = try rows(try await files(seed: 4)["nhan-khau.csv"])
        let numbered = members.filter { !$0[6].isEmpty }
        #expect(numbered.count > members.count * 8 / 10)
        #expect(Set(numbered.map { $0[6] }).count == numbered.count)
        for member in numbered {
            #expect(member[6].count == 12 && member[6].hasPrefix("006"))
            let sexDigit = try #require(Int(String(Array(member[6])[3])))
            #expect((sexDigit % 2 == 0) == (member[5] == "Nam"))
        }
    }

    @Test("Openings add up exactly over the three feeds")
    func openings() async throws {
        let files = try await files(seed: 5, openings: 777)
        var sum = 0
        for (file, tag) in [
            ("tuyen-dung.xml", "openings"), ("indeed.xml", "openings"), ("eures.xml", "PositionOpenQuantity"),
        ] {
            let parts = try #require(files[file]).components(separatedBy: "<\(tag)>").dropFirst()
            for part in parts { sum += Int(part.prefix { $0.isNumber }) ?? 0 }
        }
        #expect(sum == 777)
    }
}
