import Fixtures
import Operations
import Store
import Testing
import Vacancies
import Vocabulary

private let code = "0100109106"
private let otherCode = "0300588569"

/// A feed's record: a vacancy of an employer.
private struct Ad {
    let id: String
    let name: String
    var code: String?
    var place = "Xã Bộc Bố, Huyện Pác Nặm, Bắc Kạn"

    var text: String {
        let tax = code.map { "<taxCode>\($0)</taxCode>" } ?? ""
        return """
            <vacancy><id>\(id)</id><title>Công nhân \(id)</title><employer><name>\(name)</name>\(tax)</employer>
            <workplace><address>\(place)</address></workplace></vacancy>
            """
    }
}

extension FeedOffice {
    fileprivate func take(_ ads: [Ad]) async throws {
        _ = try await ingest(
            "<vacancies xmlns=\"urn:noiviec:vacancies:1\" complete=\"false\">\(ads.map(\.text).joined())</vacancies>"
        )
    }

    fileprivate func employer(of id: String) async throws -> EmployerID {
        try #require(try await vacancies()[id]?.employerID)
    }

    fileprivate func all() async throws -> [EmployerLine] {
        try await office.employers(EmployerFilter(limit: 100), caller: .commandLine).employers
    }
}

/// What an officer says who found everything in order.
private func check(licence: String? = nil) -> EmployerCheck {
    EmployerCheck(
        way: .phone,
        isTaxCodeChecked: true,
        takesNoFee: true,
        takesNoDeposit: true,
        keepsNoPapers: true,
        licenceNumber: licence
    )
}

private func refusal(_ code: String, _ body: () async throws -> Void) async -> Bool {
    do {
        try await body()
        return false
    } catch OperationError.refused(let refusal) {
        return refusal.code == code
    } catch {
        return false
    }
}

@Suite("Employers and their records")
struct EmployerTests {
    @Test("One record for a code however it is written, one for a name without a code, and a branch has its own")
    func records() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            try await desk.take([
                Ad(id: "a", name: "Công ty May A", code: code),
                Ad(id: "b", name: "CÔNG TY MAY A", code: "0100.109.106"),
                Ad(id: "c", name: "Chi nhánh May A", code: "\(code)-001"), Ad(id: "d", name: "Hợp tác xã Bình Minh"),
                Ad(id: "e", name: "HỢP TÁC XÃ  BÌNH MINH"), Ad(id: "f", name: "Công ty Sai Mã", code: "0100109107"),
            ])
            let all = try await desk.all()
            #expect(all.count == 4)
            #expect(try await desk.employer(of: "a") == desk.employer(of: "b"))
            #expect(try await desk.employer(of: "d") == desk.employer(of: "e"))
            let branch = try #require(all.first { $0.taxCode == "\(code)-001" })
            #expect(branch.parentTaxCode == code)
            let wrong = try #require(all.first { $0.name == "Công ty Sai Mã" })
            #expect(wrong.wantsTaxCode && wrong.taxCode == nil)
            #expect(try await desk.vacancies()["f"]?.taxCode == "0100109107", "what the feed said stays")
            #expect(try await desk.vacancies()["b"]?.taxCode == code)
        }
    }

    @Test("When a code becomes known the record of the name has it; a name that one record has means that one")
    func codeBecomesKnown() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            try await desk.take([Ad(id: "a", name: "Công ty May A")])
            let before = try await desk.employer(of: "a")
            try await desk.take([Ad(id: "b", name: "Công ty May A", code: code)])
            #expect(try await desk.employer(of: "b") == before)
            #expect(try await desk.all().map(\.taxCode) == [code])
            try await desk.take([Ad(id: "c", name: "công ty may a")])
            #expect(try await desk.employer(of: "c") == before)
            // Two have the name now: a name alone says neither.
            try await desk.take([
                Ad(id: "d", name: "Công ty May A", code: otherCode), Ad(id: "e", name: "Công ty May A"),
            ])
            #expect(try await desk.all().count == 3)
        }
    }

    @Test(
        "Staff record a code that another has: the two are joined, the old number still leads there, a block goes over"
    )
    func joining() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            try await desk.take([Ad(id: "a", name: "May A"), Ad(id: "b", name: "Công ty May A", code: code)])
            let (nameless, coded) = (try await desk.employer(of: "a"), try await desk.employer(of: "b"))
            var contacts = EmployerDetails()
            contacts.contacts = [EmployerContact(name: "Chị Hoa", position: "Nhân sự", phone: "0209 3870 001")]
            _ = try await desk.office.changeEmployer(nameless, contacts, version: nil, caller: .commandLine)
            try await desk.office.blockEmployer(nameless, reason: "Thu phí 5 triệu", caller: .commandLine)
            var change = EmployerDetails()
            change.taxCode = "0100 109 106"
            let joined = try await desk.office.changeEmployer(nameless, change, version: nil, caller: .commandLine)
            #expect(joined.id == coded && joined.block?.reason == "Thu phí 5 triệu")
            #expect(try await desk.employer(of: "a") == coded)
            let sheet = try await desk.office.employer(nameless, caller: .commandLine)
            #expect(sheet.employer.id == coded.rawValue && sheet.aliases == [nameless.rawValue])
            #expect(sheet.contacts?.map(\.name) == ["Chị Hoa"] && sheet.vacancies.count == 2)
            #expect(try await desk.all().count == 1)
            // The name comes again in a feed: the alias is no record any more.
            try await desk.take([Ad(id: "c", name: "May A")])
            #expect(try await desk.employer(of: "c") != nameless)

            // Two that both have codes are two.
            try await desk.take([Ad(id: "d", name: "Khác", code: otherCode)])
            change.taxCode = otherCode
            #expect(
                await refusal("tax_code_taken") {
                    _ = try await desk.office.changeEmployer(coded, change, version: nil, caller: .commandLine)
                }
            )
            change.taxCode = "123"
            #expect(
                await refusal("tax_code_invalid") {
                    _ = try await desk.office.changeEmployer(coded, change, version: nil, caller: .commandLine)
                }
            )
        }
    }

    @Test("A feed that says another code or name takes its vacancy out of the confirmed employer")
    func feedChanges() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            try await desk.take([Ad(id: "a", name: "May A", code: code)])
            let first = try await desk.employer(of: "a")
            _ = try await desk.office.confirmEmployer(first, check(), caller: .commandLine)
            let day = desk.office.today()
            func standing() async throws -> EmployerStanding? {
                try await desk.vacancies()["a"]?.employerStanding(on: day)
            }
            #expect(try await standing() == .confirmed)
            // Another name with the same code is the same employer.
            try await desk.take([Ad(id: "a", name: "May A và Con", code: code)])
            #expect(try await desk.employer(of: "a") == first)
            #expect(try await standing() == .confirmed)
            try await desk.take([Ad(id: "a", name: "May A", code: otherCode)])
            #expect(try await desk.employer(of: "a") != first)
            #expect(try await standing() == .unconfirmed)
            try await desk.take([Ad(id: "a", name: "Ai đó")])
            #expect(try await standing() == .unconfirmed)
        }
    }

    @Test("A change of a version that is no longer there is refused, and so is one that may not be made")
    func versions() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            var details = EmployerDetails()
            details.name = "  Công ty Nà Lẹng "
            let id = try await desk.office.addEmployer(details, caller: .commandLine)
            #expect(
                await refusal("employer_known") {
                    _ = try await desk.office.addEmployer(details, caller: .commandLine)
                }
            )
            var change = EmployerDetails()
            change.taxCode = code
            let changed = try await desk.office.changeEmployer(id, change, version: 1, caller: .commandLine)
            #expect(changed.version == 2 && changed.name == "Công ty Nà Lẹng")
            #expect(
                await refusal("stale_version") {
                    _ = try await desk.office.changeEmployer(id, change, version: 1, caller: .commandLine)
                }
            )
            let officer = Caller(
                kind: .staff,
                name: "xa",
                account: 1,
                role: .communeOfficer,
                permissions: Role.communeOfficer.permissions,
                area: .everywhere
            )
            let isForbidden = await refusal("forbidden") {
                _ = try await desk.office.confirmEmployer(id, check(), caller: officer)
            }
            #expect(isForbidden)
            #expect(
                await refusal("forbidden") { try await desk.office.blockEmployer(id, reason: "x", caller: officer) }
            )
            let sheet = try await desk.office.employer(id, caller: officer)
            #expect(sheet.contacts == nil && sheet.confirmations == nil)
            for bad in ["", " ", "a\u{0}b", String(repeating: "a", count: 301)] {
                change.name = bad
                #expect(
                    await refusal("employer_field") {
                        _ = try await desk.office.changeEmployer(id, change, version: nil, caller: .commandLine)
                    }
                )
            }
        }
    }

    @Test("Lists: by words without marks, by code, by standing, and page by page without a gap")
    func lists() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            let ads = (1...7).map { Ad(id: "v\($0)", name: "Hợp tác xã Nà Lẹng số \($0)") }
            try await desk.take(ads + [Ad(id: "c", name: "Công ty Đại Thành", code: code)])
            func list(_ change: (inout EmployerFilter) -> Void) async throws -> [String] {
                var filter = EmployerFilter(limit: 100)
                change(&filter)
                return try await desk.office.employers(filter, caller: .commandLine).employers.map(\.name)
            }
            #expect(try await list { $0.text = "dai thanh" } == ["Công ty Đại Thành"])
            #expect(try await list { $0.text = "na leng" }.count == 7)
            #expect(try await list { $0.text = "01001" } == ["Công ty Đại Thành"])
            #expect(try await list { $0.text = "%" }.count == 8, "no word at all names everybody")
            let coded = try await desk.employer(of: "c")
            _ = try await desk.office.confirmEmployer(coded, check(), caller: .commandLine)
            #expect(try await list { $0.isConfirmed = true } == ["Công ty Đại Thành"])
            #expect(try await list { $0.isConfirmed = false }.count == 7)
            try await desk.office.blockEmployer(coded, reason: "x", caller: .commandLine)
            #expect(try await list { $0.isConfirmed = true }.isEmpty)
            #expect(try await list { $0.isBlocked = true } == ["Công ty Đại Thành"])
            var (names, after): ([String], EmployerFilter.Position?) = ([], nil)
            repeat {
                let page = try await desk.office.employers(EmployerFilter(limit: 3, after: after), caller: .commandLine)
                #expect(page.employers.count <= 3)
                names += page.employers.map(\.name)
                after = page.next
            } while after != nil
            #expect(names.count == 8 && Set(names).count == 8)
            #expect(try await list { _ in } == names)
        }
    }
}
