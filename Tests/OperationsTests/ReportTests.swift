import Fixtures
import Foundation
import Households
import Operations
import Outcomes
import Referrals
import Store
import Testing
import Vocabulary
import Workbooks

@Suite("Reports of an office")
struct ReportTests {
    private func report(
        _ kind: ReportKind,
        _ office: Office,
        known: Int64? = nil,
        by: Cut? = .district
    ) async throws -> Report {
        var request = ReportRequest(kind, from: .example("2024-01-01"), to: .example("2024-12-31"))
        request.knownAt = known
        request.by = by
        return try await office.report(request, caller: .commandLine)
    }

    private func number(_ report: Report, _ table: String, _ column: String, _ key: String? = nil) -> ReportCell? {
        report.tables.first { $0.id == table }?.cell(column, key)
    }

    private func text(_ report: Report) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(ReportView(report)), as: UTF8.self)
    }

    /// An office in which A's member has a job that is confirmed, and b's is referred.
    private func working(in folder: String) async throws -> (ReferralOffice, ReferralID) {
        let office = try await ReferralOffice(in: folder, ["A1", "b1"], [.init(reference: "v", openings: 2)])
        let referral = try await office.introduce("A1", to: "v")
        try await office.take(office.hire(), .step(.confirmed(.employer)), by: referral.id)
        _ = try await office.introduce("b1", to: "v")
        office.wait(minutes: 1)
        return (office, referral.id)
    }

    @Test("what was known when a report was sent stays so after a correction, and the new one is corrected")
    func asKnown() async throws {
        try await withTemporaryFolder { folder in
            let (office, referral) = try await working(in: folder)
            let sent = try await report(.connections, office.office)
            let covered = try await report(.coverage, office.office)
            #expect(number(sent, "connected", "connected") == .count(1))
            #expect(try await office.office.promiseA().connected == 1)
            #expect(number(sent, "connected", "connected", "060") == .count(1))
            #expect(number(sent, "funnel", "made") == .count(2))
            #expect(number(sent, "funnel", "under_way") == .count(1))
            #expect(
                sent.paragraph?.vi.hasPrefix(
                    "Lũy kế đến ngày 15/01/2024, đã kết nối thành công 1/500 lao động, đạt 0,2 %"
                ) == true
            )
            #expect(number(covered, "coverage_opening", "covered") == .count(1))
            #expect(number(covered, "coverage_opening", "newly_by_programme") == .count(1))
            let known = office.office.now()
            let (before, bBefore) = (try text(sent), try text(covered))

            office.wait(minutes: 60)
            let lines = try await office.office.store.read { try $0.ledgerLines(of: referral) }
            var correction = LedgerCorrection(line: try #require(lines.first).number, reason: "hợp đồng thời vụ")
            correction.contract = .below3Months
            _ = try await office.office.correctLedger(correction, caller: .commandLine)
            office.wait(minutes: 1)

            let now = try await report(.connections, office.office)
            #expect(number(now, "connected", "connected") == .count(0))
            #expect(
                try await office.office.promiseA().connected == 0,
                "the programme's page counts from the same facts"
            )
            #expect(number(try await report(.coverage, office.office), "coverage_opening", "covered") == .count(0))
            #expect(try text(try await report(.connections, office.office, known: sent.frame.knownAt)) == before)
            #expect(try text(try await report(.coverage, office.office, known: covered.frame.knownAt)) == bBefore)
            #expect(known >= sent.frame.knownAt)
        }
    }

    @Test("what was known of people, homes and vacancies stays what a report of that moment tells")
    func registerAsKnown() async throws {
        try await withTemporaryFolder { folder in
            let (office, _) = try await working(in: folder)
            let cuts: [Cut?] = [nil, .sex, .age, .ethnicity, .village, .commune, .destination, .occupation]
            func texts(known: Int64) async throws -> [String] {
                var texts: [String] = []
                for cut in cuts {
                    for kind in [ReportKind.connections, .coverage, .retention] {
                        texts.append(try text(try await report(kind, office.office, known: known, by: cut)))
                    }
                }
                return texts
            }
            let known = office.office.now()
            let before = try await texts(known: known)
            let ledger = try await office.office.store.read { reading in
                try reading.countedHouseholds(in: .everywhere, knownAt: known).map(\.village)
            }
            office.wait(minutes: 60)

            let (a, b) = (try await office.member("A1"), try await office.member("b1"))
            try await office.office.store.write { writing in
                var woman = a
                (woman.sex, woman.ethnicity, woman.birth) = (.female, "Dao", .year(1970))
                try writing.update(woman)
                var pupil = b
                pupil.hasLeftSchool = false
                try writing.update(pupil)
                var home = try #require(try writing.reading.household(a.household))
                (home.village, home.isWithoutLabour) = ("Nà Mới", true)
                try writing.save(home)
                let new = Member(id: .example(4711), household: b.household, line: 0, name: "Người mới")
                try writing.save(EnrolledMember(member: new, key: "new", nationalID: nil, phone: nil))
                var job = try #require(try writing.reading.vacancies().first)
                (job.occupation, job.place) = (nil, .unknown)
                try writing.save(job, contentHash: Data(), twinKey: nil, raw: [:], at: 0)
            }
            office.wait(minutes: 1)
            #expect(try await texts(known: known) == before)
            let now = try await texts(known: office.office.now())
            #expect(zip(now, before).filter { $0 != $1 }.count > before.count / 2)
            #expect(
                try await office.office.store.read { reading in
                    try reading.countedHouseholds(in: .everywhere, knownAt: known).map(\.village)
                } == ledger
            )
        }
    }

    @Test("a report that was just read follows a class and an answer that become known")
    func followsTheRegister() async throws {
        try await withTemporaryFolder { folder in
            let (office, _) = try await working(in: folder)
            func households(_ figure: String) async throws -> ReportCell? {
                number(try await report(.coverage, office.office, by: nil), "coverage_day", figure)
            }
            #expect(try await households("households") == .count(2))
            let (a, b) = (try await office.member("A1"), try await office.member("b1"))
            // The outcome of a review alone, as a roll of an earlier day brings it.
            let known = office.office.now()
            try await office.office.store.write { writing in
                let escaped = ClassHistory.Entry(
                    from: .example("2024-01-15"),
                    povertyClass: .notPoor,
                    escapedOn: nil,
                    recordedAt: known
                )
                try writing.add(escaped, to: b.household)
            }
            #expect(try await households("households") == .count(1))
            #expect(try await households("coverable") == .count(1))
            let answers = try MemberAnswers(["has_left_school": "false"])
            _ = try await office.office.recordAnswers(caller: .commandLine, a.id, version: nil, answers)
            #expect(try await households("coverable") == .count(0))
        }
    }

    @Test("a figure's list names what it counts, and other figures are refused")
    func items() async throws {
        try await withTemporaryFolder { folder in
            let (office, _) = try await working(in: folder)
            var request = ReportRequest(.connections, from: .example("2024-01-01"), to: .example("2024-12-31"))
            request.by = .district
            let member = try await office.member("A1").id
            func items(_ table: String, _ figure: String, _ key: String?) async throws -> [ReportSubject] {
                try await office.office.reportItems(
                    request,
                    table: table,
                    figure: figure,
                    key: key,
                    caller: .commandLine
                )
            }
            #expect(try await items("connected", "connected", "060") == [.member(member)])
            #expect(try await items("connected", "connected", "058").isEmpty)
            #expect(try await items("funnel", "made", nil).count == 2)
            #expect(try await refusalCode { try await items("connected", "hired_share", nil) } == "no_such_figure")
            let reporter = Caller.example(role: .reporter)
            #expect(
                try await refusalCode {
                    try await office.office.reportItems(
                        request,
                        table: "connected",
                        figure: "connected",
                        key: nil,
                        caller: reporter
                    )
                } == "forbidden"
            )
        }
    }

    @Test("files carry the same numbers: text with its mark, lines of CRLF, no formula; a workbook with real numbers")
    func files() async throws {
        try await withTemporaryFolder { folder in
            let (office, _) = try await working(in: folder)
            let report = try await report(.connections, office.office)
            let bytes = ReportCSV.bytes(report)
            #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("060,Huyện Pác Nặm,1,1,1\r\n"))
            #expect(!text.replacing("\r\n", with: "").contains("\n"))
            let book = try await office.office.workbook([report])
            #expect(book.starts(with: [0x50, 0x4B]))
            let file = folder + "/report.xlsx"
            try book.write(to: URL(fileURLWithPath: file))
            let rows = try Workbook(path: file).rows
            let district = try #require(rows.first { $0[1] == .text("Huyện Pác Nặm") })
            #expect(district[2] == .number(1, isDate: false))
            #expect(rows.contains { row in row.columns.contains { row[$0] == .text("Độc lập - Tự do - Hạnh phúc") } })
            #expect(rows.contains { $0[1] == .text("A") && $0[2] == .text("1") })
        }
    }

    @Test("a closed period is published once, and what was published stays")
    func published() async throws {
        try await withTemporaryFolder { folder in
            let (office, _) = try await working(in: folder)
            let (from, to) = (Day.example("2024-01-01"), Day.example("2024-01-31"))
            func publish(_ office: ReferralOffice) async throws -> String {
                try await office.office.publishReport(from: from, to: to, caller: .commandLine)
            }
            #expect(try await refusalCode { try await publish(office) } == "period_not_closed")
            let later = try await office.later(days: 40)
            let body = try await publish(later)
            let read = try JSONDecoder().decode(PublicReport.self, from: Data(body.utf8))
            #expect(read.tables.count == PublicTables.shapes.count)
            // One person connected is a small cell wherever it stands.
            #expect(!body.contains(":1,") && !body.contains("[1,") && !body.contains(",1]"))
            #expect(try await refusalCode { try await publish(later) } == "period_published")
            #expect(try await later.office.publication(from: from, to: to) == body)
            // What is published is the whole province's: neither who only reads nor who sees a part of it publishes.
            let commune = VisibleArea(communes: [.example("01864")])
            for caller in [
                Caller.example(role: .reporter), Caller.example(role: .supervisor, area: commune),
            ] {
                let code = try await refusalCode {
                    try await later.office.publishReport(from: from, to: to, caller: caller)
                }
                #expect(code == "forbidden")
            }
        }
    }

    @Test("every report by every cut, with parts that sum to the whole; a period that ends before it begins is refused")
    func everyCut() async throws {
        try await withTemporaryFolder { folder in
            let (office, _) = try await working(in: folder)
            for kind in ReportKind.allCases {
                for cut in Cut.allCases {
                    for table in try await report(kind, office.office, by: cut).tables {
                        guard let total = table.total, table.by != .none else { continue }
                        for (place, column) in table.columns.enumerated() where column.formula == .counted {
                            let sum = table.rows.reduce(0) { sum, row in
                                if case .count(let number) = row.cells[place] { sum + number } else { sum }
                            }
                            #expect(total.cells[place] == .count(sum), "\(kind) \(cut) \(table.id) \(column.id)")
                        }
                    }
                }
            }
            let request = ReportRequest(.connections, from: .example("2024-02-01"), to: .example("2024-01-01"))
            #expect(
                try await refusalCode { try await office.office.report(request, caller: .commandLine) }
                    == "impossible_period"
            )
        }
    }
}
