import Feeds
import Foundation
import Testing

@Suite("Formats as files")
struct DialectTests {
    private func read(_ text: String) throws -> Dialects {
        let folder = NSTemporaryDirectory() + "noiviec-dialects-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { _ = try? FileManager.default.removeItem(atPath: folder) }
        try text.write(toFile: folder + "/x.yaml", atomically: true, encoding: .utf8)
        return try Dialects(folder: folder)
    }

    private let good =
        "name: x\nrecord: tin\ncoverage: full\nroots: [ds]\ndates: [day-first]\nfields:\n  title: [ten]\n"

    @Test("Every format that the office was promised is there")
    func shipped() {
        let promised = [
            "noiviec", "indeed", "talent", "jora", "jobrapido", "jooble", "jobsora", "careerjet", "trovit", "jobatus",
            "adzuna", "linkedin", "personio", "jobvite", "directemployers", "neogov", "rss", "wp-job-manager",
            "teamtailor", "atom", "hr-xml-2", "setu", "eures", "hr-ba", "stepstone", "dfe", "absolventa",
        ]
        #expect(Set(promised).isSubset(of: Reading.dialects.all.map(\.name)))
    }

    @Test("A new format needs a file and nothing else")
    func newFormat() throws {
        let dialects = try read(good + "  reference: [\"@ma\"]\n  expires: [han]\n")
        var found: [String] = []
        let feed = "<ds><tin ma='7'><ten>Thợ may</ten><han>31/12/2024</han></tin></ds>"
        let summary = FeedReader(dialects: dialects).read(.bytes(Array(feed.utf8))) { event in
            guard case .advertisement(let read) = event else { return }
            found.append("\(read.advertisement.reference) \(read.advertisement.expiresOn?.description ?? "")")
        }
        #expect(found == ["7 2024-12-31"])
        #expect(summary.dialect == "x" && summary.isComplete)
    }

    @Test("A format with Vietnamese names is proposed so that it reads its feed at once")
    func proposal() throws {
        let records = ["7", "8"].map { ma in
            """
            <viecLam ma="\(ma)"><chucDanh>Thợ may</chucDanh><tenCongTy>May Ba Bể</tenCongTy><so_luong>12</so_luong>
            <mucLuong>7 - 9 triệu</mucLuong><noi-lam-viec>Chợ Rã</noi-lam-viec><hanNop>31/12/2024</hanNop></viecLam>
            """
        }
        let feed = "<danhSach>\(records.joined())</danhSach>"
        let file = NSTemporaryDirectory() + "noiviec-proposal-\(UUID().uuidString).xml"
        try feed.write(toFile: file, atomically: true, encoding: .utf8)
        defer { _ = try? FileManager.default.removeItem(atPath: file) }
        let proposal = try DialectProposal(file: file, name: "vieclam", known: Reading.dialects).text
        var found: [String] = []
        let summary = FeedReader(dialects: try read(proposal)).read(.bytes(Array(feed.utf8))) { event in
            guard case .advertisement(let read) = event else { return }
            let one = read.advertisement
            found.append("\(one.reference) \(one.title) \(one.employer) \(one.expiresOn?.description ?? "")")
        }
        #expect(found == ["7", "8"].map { "\($0) Thợ may May Ba Bể 2024-12-31" })
        #expect(summary.dialect == "vieclam" && summary.warnings == 0)
        for line in ["openings: [so_luong]", "wage-text: [mucLuong]", "place: [[noi-lam-viec]]"] {
            #expect(proposal.contains(line))
        }
    }

    @Test(
        "What a file says wrongly is named",
        arguments: [
            ("colour: red\n", "colour"), ("count: 7\n", "count"), ("dates: [tomorrow]\n", "day-first"),
            ("recognise: [\"a[b\"]\n", "a[b"),
        ]
    )
    func mistakes(line: String, named: String) throws {
        let text =
            line.hasPrefix("dates") ? good.replacingOccurrences(of: "dates: [day-first]\n", with: line) : line + good
        do {
            _ = try read(text)
            Issue.record("read all the same")
        } catch FeedError.dialectUnusable(_, let problem) {
            #expect(problem.contains(named))
        }
        #expect(throws: FeedError.self) {
            try read(good.replacingOccurrences(of: "title: [ten]", with: "titel: [ten]"))
        }
        #expect(throws: FeedError.self) { try read("- a\n- b\n") }
    }
}
