import Feeds
import Foundation
import Testing

/// The folder of third-party samples, which are not ours to keep in the repository; without it these tests are skipped.
private let reference = ProcessInfo.processInfo.environment["NOIVIEC_REFERENCE"]

@Suite("Real samples", .enabled(if: reference != nil, "NOIVIEC_REFERENCE does not name the folder of samples"))
struct ReferenceSampleTests {
    private func read(_ path: String) throws -> Reading {
        Reading(.file(try #require(reference) + "/feeds/samples/" + path))
    }

    private func files(_ folder: String) throws -> [String] {
        let path = try #require(reference) + "/feeds/samples/" + folder
        return try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".xml") }.sorted()
    }

    @Test("Every sample of HR-XML loads whole")
    func eures() throws {
        let files = try files("eures_hrxml3")
        #expect(!files.isEmpty)
        for file in files {
            let reading = try read("eures_hrxml3/" + file)
            #expect(reading.summary.failure == nil, "\(file)")
            #expect(reading.summary.accepted == 1, "\(file)")
            #expect(reading.summary.warningCount == 0, "\(file)")
            let advertisement = try #require(reading.advertisements.first)
            #expect(advertisement.occupationIsISCO)
            #expect(advertisement.taxCode?.count == 9)
            #expect(advertisement.expiresOn != nil)
            #expect(advertisement.url?.hasPrefix("https://") == true)
            #expect(!advertisement.text.contains("<"))
        }
    }

    @Test("Indeed's own example loads, and its loose fragment is no feed")
    func indeed() throws {
        let example = try read("indeed/indeed_block1.xml")
        #expect(example.summary.failure == nil)
        #expect(example.summary.accepted == 1)
        #expect(example.advertisements.first?.expiresOn?.description == "2021-11-08")
        #expect(try read("indeed/indeed_block2.xml").summary.failure?.code == "unknownFormat")
    }

    @Test("A feed of 122 jobs loads whole, an empty one is empty, a broken one says where")
    func recruityard() throws {
        let full = try read("indeed/recruityard_122jobs.xml")
        #expect(full.summary.failure == nil)
        #expect(full.summary.accepted == 122)
        #expect(full.advertisements.allSatisfy { $0.postedOn != nil && !$0.text.isEmpty && $0.url != nil })
        let empty = try read("indeed/recruityard_empty_2025-02-14.xml")
        #expect(empty.summary.failure == nil)
        #expect(empty.summary.records == 0)
        #expect(!empty.summary.mayClose)
        let broken = try read("indeed/recruityard_malformed_2024-09-16a.xml")
        guard case .malformed(_, let line, _) = broken.summary.failure else {
            Issue.record("not reported as malformed")
            return
        }
        #expect(line == 8)
    }
}
