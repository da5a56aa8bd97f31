import Feeds
import Foundation
import Testing
import XML

/// The folder of third-party samples, which are not ours to keep in the repository; without it these tests are skipped.
private let reference = ProcessInfo.processInfo.environment["NOIVIEC_REFERENCE"].map { $0 + "/feeds" }

/// The files below a folder that are XML, by their way from it.
private func files(_ folder: String) throws -> [String] {
    let path = try #require(reference) + "/" + folder
    let all = try #require(FileManager.default.enumerator(atPath: path))
    return all.compactMap { $0 as? String }.filter { $0.hasSuffix(".xml") }.sorted()
}

@Suite("Real samples", .enabled(if: reference != nil, "NOIVIEC_REFERENCE does not name the folder of samples"))
struct ReferenceSampleTests {
    @Test("Every sample gives what the table, decided by hand, says; no sample is missing from it")
    func samples() throws {
        let table = Dictionary(uniqueKeysWithValues: sampleExpectations.map { ($0.file, $0) })
        let found = try files("samples")
        #expect(found.count > 50)
        for file in found {
            guard let expected = table[file] else {
                Issue.record("\(file) is not in the table")
                continue
            }
            let reading = Reading(.file(try #require(reference) + "/samples/" + file))
            let summary = reading.summary
            #expect(summary.records == expected.records, "\(file)")
            #expect(summary.accepted == expected.accepted, "\(file)")
            #expect(reading.advertisements.count == expected.accepted, "\(file)")
            #expect(summary.isComplete == expected.complete, "\(file)")
            #expect(summary.refusal?.code == expected.refused, "\(file)")
            #expect(summary.dialect == expected.dialect, "\(file)")
            // A damaged record's reason says more here than in the table.
            let reasons = reading.rejected.map {
                $0.reason.rawValue.hasPrefix("malformed") ? "malformed" : $0.reason.rawValue
            }
            #expect(reasons.sorted() == expected.quarantined.sorted(), "\(file)")
        }
        #expect(Set(table.keys).subtracting(found).isEmpty)
    }

    @Test("Every sample gives the same whole and in pieces of 1, 7 and 4,096 bytes", arguments: [1, 7, 4096])
    func pieces(size: Int) throws {
        for file in try files("samples") {
            let data = try Data(contentsOf: URL(fileURLWithPath: try #require(reference) + "/samples/" + file))
            let whole = Reading(.bytes(Array(data)))
            let pieces = Reading(.bytes(Array(data), piece: size))
            #expect(whole.summary == pieces.summary, "\(file)")
            #expect(whole.advertisements == pieces.advertisements, "\(file)")
            #expect(whole.rejected == pieces.rejected, "\(file)")
        }
    }

    @Test("Every snapshot of the histories has the records that were counted in it")
    func histories() throws {
        for history in historyExpectations {
            let found = try files("history/" + history.folder)
            for run in history.runs {
                for number in run.first...run.last {
                    let file = try #require(reference) + "/history/\(history.folder)/\(found[number])"
                    let summary = Reading(.file(file)).summary
                    #expect(summary.records == run.records && summary.accepted == run.records, "\(found[number])")
                    #expect(summary.dialect == (run.records == 0 ? "indeed" : history.dialect), "\(found[number])")
                    #expect(summary.isComplete, "\(found[number])")
                }
            }
        }
    }

    @Test("Texts of samples are plain: no tags, no entities, wages and days read")
    func values() throws {
        let folder = try #require(reference) + "/samples/"
        let talent = Reading(.file(folder + "talentcom/recruityard_100jobs.xml"))
        #expect(talent.advertisements.allSatisfy { $0.wageMinimum != nil && $0.expiresOn != nil })
        #expect(Set(talent.advertisements.map(\.currency)) == ["BGN", "EUR"])
        let jooble = Reading(.file(folder + "jooble/recruityard_100jobs.xml"))
        #expect(jooble.advertisements.allSatisfy { $0.postedOn != nil && $0.employer == "Recruityard" })
        for reading in [talent, jooble] {
            #expect(reading.advertisements.allSatisfy { !$0.text.contains("<p>") && !$0.text.contains("&nbsp;") })
            #expect(reading.advertisements.allSatisfy { $0.raw["description"]?.contains("<") == true })
        }
        let eures = Reading(.file(folder + "eures_hrxml3/nav_ad_2.xml")).advertisements.first
        #expect(eures?.openings == 2 && eures?.occupationCode == "7411" && eures?.occupationIsISCO == true)
        #expect(eures?.url?.hasPrefix("https://arbeidsplassen.nav.no/") == true)
        let ark = Reading(.file(folder + "dfe_ark_rss/ark_without_visa.xml")).advertisements.first
        #expect(ark?.reference == "Solomon-1143" && ark?.expiresOn?.description == "2023-10-12")
    }
}
