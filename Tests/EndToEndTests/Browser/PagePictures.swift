import Fixtures
import Foundation
import Operations
import Referrals
import Store
import Testing
import Vacancies
import Vocabulary

/// Pictures of the pages, wide and as a phone shows them, written beside the test output to be looked at; and what can be
/// found wrong with a page without a person's eye.
@Suite("How the pages look", .enabled(if: Browser.isInstalled, "Chromium and its driver are not installed"))
struct PagePictures {
    private static let folder = projectFolder + "/.build/pictures"

    /// The main pages, with what stands in them for somebody.
    static func pages(_ subject: BrowserOffice.Subject) -> [(name: String, path: String)] {
        [
            ("week", "/"), ("programme", "/programme"), ("commune", "/communes/\(subject.commune)"),
            ("households", "/households"), ("household", "/households/\(subject.household)"),
            ("member", "/members/\(subject.id)?purpose=counselling"),
            ("reports", "/reports"), ("report-a", "/reports/A?by=district"), ("report-b", "/reports/B?by=class"),
            ("report-retention", "/reports/retention?by=sex"), ("report-quality", "/reports/quality"),
            ("report-supply", "/reports/supply"), ("report-fault", "/reports/B?from=2024-06-01&to=2024-01-01"),
            ("report-items", "/reports/B/items?table=coverage_opening&figure=coverable"),
            ("publish", "/reports/publications"), ("public-reports", "/public/reports"),
            ("outcomes", "/outcomes"), ("programme-forecast", "/programme"),
            ("sample", "/outcomes/sample?seed=41&size=20"), ("found-job", "/members/\(subject.id)/job"),
            ("why", "/members/\(subject.id)/why?purpose=counselling"),
            ("answers", "/members/\(subject.id)/answers?purpose=counselling"),
            ("consent", "/members/\(subject.id)/consent?purpose=counselling"), ("people", "/people?q=nguyen"),
            ("vacancies", "/vacancies"), ("vacancy-new", "/vacancies/new"), ("vacancy-sheet", "/vacancies/sheet"),
            ("employers", "/employers"), ("employer-new", "/employers/new"), ("plan", "/plan"), ("run", "/plan/runs/1"),
            ("what-if", "/plan/what-if"), ("proposals", "/plan/proposals?commune=\(subject.commune)"),
            ("referrals", "/referrals"), ("letters", "/letters"), ("calls", "/calls/01858"),
            ("work", "/work?kind=letters"), ("feeds", "/feeds"), ("imports", "/imports"), ("import", "/imports/new"),
            ("settings", "/settings"), ("policies", "/settings/policies"), ("roles", "/settings/roles"),
            ("areas", "/settings/areas"), ("audit", "/audit"), ("password", "/password"), ("missing", "/nirgendwo"),
        ]
    }

    /// What was put into the office so that every page has something to show.
    private struct Things {
        var employer: EmployerID?
        var referral: ReferralID?
        var vacancy: VacancyID?
        var refused: Int64?
        var held: Int64?

        var pages: [(name: String, path: String)] {
            get throws {
                let (employer, referral) = (try #require(employer), try #require(referral))
                return [
                    ("employer", "/employers/\(employer)"), ("employer-change", "/employers/\(employer)/change"),
                    ("employer-confirm", "/employers/\(employer)/confirm"),
                    ("employer-block", "/employers/\(employer)/block"),
                    ("employer-sheet", "/employers/\(employer)/sheet?place=Nhà+văn+hóa+xã&time=8+giờ"),
                    ("vacancy", "/vacancies/\(try #require(vacancy))"), ("referral", "/referrals/\(referral)"),
                    ("referral-step", "/referrals/\(referral)?step=hired"), ("letter", "/referrals/\(referral)/letter"),
                    ("stage", "/referrals?stage=referred"), ("feed", "/feeds/own"),
                    ("feed-refused", "/feeds/runs/\(try #require(refused))"),
                    ("feed-held", "/feeds/runs/\(try #require(held))"),
                ]
            }
        }
    }

    /// Looks at pages one after another.
    private static func look(
        _ person: Person,
        _ pages: [(name: String, path: String)],
        width: Int,
        suffix: String = ""
    ) async throws {
        for (name, path) in pages {
            try await person.open(path)
            try await look(person, name + suffix, width: width)
        }
    }

    /// Looks at the page that is open.
    private static func look(_ person: Person, _ name: String, width: Int) async throws {
        let picture = try await person.browser.picture()
        try picture.write(to: URL(fileURLWithPath: "\(folder)/\(name)-\(width).png"))
        for flaw in try await person.browser.flaws() { Issue.record("\(name) at \(width): \(flaw)") }
    }

    @Test("No page scrolls sideways, cuts text off, lacks contrast or labels", arguments: [1280, 390])
    func pictures(width: Int) async throws {
        try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
        var things = Things()
        let commune = UnitCode("01858").map { AreaGrant.commune($0) }
        let accounts: [(name: String, role: Role, areas: Set<AreaGrant>)] = [
            ("chi-tuyen", .supervisor, [.province]), ("anh-pao", .communeOfficer, Set([commune].compactMap { $0 })),
            ("quan-tri", .administrator, [.province]),
        ]
        try await BrowserOffice.serving(accounts) { office, folder in
            things.employer = try await SheetStory.introduce(office).employer
            let row = try await office.store.read { reading in
                try reading.referrals(ReferralFilter(area: .everywhere, limit: 1)).first
            }
            (things.referral, things.vacancy) = (row?.referral.id, row?.referral.vacancy)
            let file = URL(fileURLWithPath: folder + "/demo/tuyen-dung.xml")
            let source = try #require(office.feeds.sources.first { $0.name == "own" })
            let bad = "<vacancy><id>thieu</id><employer><name>Công ty Thiếu Tên Việc</name></employer></vacancy>"
            try Data(ownFeed(["moi"]).replacing("</vacancies>", with: bad + "</vacancies>").utf8).write(to: file)
            things.refused = try await office.ingest(source, actor: "test", progress: { _ in }).run
            try Data(ownFeed(["con-lai"]).utf8).write(to: file)
            things.held = try await office.ingest(source, actor: "test", progress: { _ in }).run
        } _: { office in
            let subject = try #require(office.subject)
            try await office.browsing("chi-tuyen", width: width) { person in
                try await Self.look(person, Self.pages(subject), width: width)
                try await Self.look(person, try things.pages, width: width)
                try await person.open("/imports/new")
                let roll = office.folder + "/ho-moi.csv"
                try
                    "Mã hộ,Chủ hộ,Mã xã,Phân loại hộ,Ghi chú\nA-1,Hoàng Văn Tèo,01864,Hộ nghèo,mới\nA-2,Lò Thị Hoa,01864,,\n"
                    .write(toFile: roll, atomically: true, encoding: .utf8)
                try await person.choose(file: roll, in: "file")
                try await person.press("Gửi và đọc tệp")
                try await person.waits(for: "Ý nghĩa các cột")
                try await Self.look(person, "waiting-import", width: width)
                try await person.press("Đúng rồi, xem trước")
                try await person.waits(for: "Xem trước: chưa thay đổi gì")
                try await Self.look(person, "import-preview", width: width)
                try await Self.look(person, [("jobs", "/jobs")], width: width)
                try await person.open("/language/en")
                let english = (Self.pages(subject) + (try things.pages)).filter {
                    ["week", "household", "member", "vacancies", "plan", "referral", "feeds", "missing"].contains(
                        $0.name
                    )
                }
                try await Self.look(person, english, width: width, suffix: "-en")
            }
            try await office.browsing("anh-pao", width: width) { person in
                let pages = [("week-commune", "/"), ("forbidden", "/settings/users")]
                try await Self.look(person, pages, width: width)
            }
            try await office.browsing("quan-tri", width: width) { person in
                let pages = [
                    ("users", "/settings/users"), ("user-new", "/settings/users/new"),
                    ("user", "/settings/users/anh-pao"), ("tokens", "/settings/tokens"),
                    ("token-new", "/settings/tokens/new"),
                ]
                try await Self.look(person, pages, width: width)
            }
        }
    }
}
