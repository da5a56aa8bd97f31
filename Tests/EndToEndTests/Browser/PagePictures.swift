import Fixtures
import Foundation
import Operations
import Testing
import Vocabulary

/// Pictures of the main pages, wide and as a phone shows them, written beside the test output to be looked at; and what
/// can be found wrong with a page without a person's eye.
@Suite("How the pages look", .enabled(if: Browser.isInstalled, "Chromium and its driver are not installed"))
struct PagePictures {
    private static let folder = projectFolder + "/.build/pictures"

    private static func pages(_ subject: BrowserOffice.Subject) -> [(name: String, path: String)] {
        [
            ("week", "/"), ("programme", "/programme"), ("commune", "/communes/\(subject.commune)"),
            ("households", "/households"), ("household", "/households/\(subject.household)"),
            ("member", "/members/\(subject.id)?purpose=counselling"),
            ("answers", "/members/\(subject.id)/answers?purpose=counselling"), ("people", "/people?q=nguyen"),
            ("vacancies", "/vacancies"), ("vacancy-new", "/vacancies/new"), ("employers", "/employers"),
            ("plan", "/plan"), ("run", "/plan/runs/1"), ("proposals", "/plan/proposals?commune=\(subject.commune)"),
            ("referrals", "/referrals"), ("feeds", "/feeds"), ("imports", "/imports"), ("import", "/imports/new"),
            ("settings", "/settings"), ("policies", "/settings/policies"), ("audit", "/audit"),
            ("reports", "/reports"), ("report-a", "/reports/A?by=district"), ("report-b", "/reports/B?by=class"),
            ("report-retention", "/reports/retention?by=sex"), ("report-quality", "/reports/quality"),
            ("report-supply", "/reports/supply"), ("report-fault", "/reports/B?from=2024-06-01&to=2024-01-01"),
            ("report-items", "/reports/B/items?table=coverage_opening&figure=coverable"),
            ("publish", "/reports/publications"), ("public-reports", "/public/reports"),
            ("outcomes", "/outcomes"), ("programme-forecast", "/programme"),
            ("sample", "/outcomes/sample?seed=41&size=20"), ("found-job", "/members/\(subject.id)/job"),
            ("missing", "/nirgendwo"),
        ]
    }

    @Test("No page scrolls sideways, cuts text off, lacks contrast or labels", arguments: [1280, 390])
    func pictures(width: Int) async throws {
        try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
        try await BrowserOffice.serving([("chi-tuyen", .supervisor, [.province])]) { office in
            let subject = try #require(office.subject)
            try await office.browsing("chi-tuyen", width: width) { person in
                for (name, path) in Self.pages(subject) {
                    try await person.open(path)
                    let picture = try await person.browser.picture()
                    try picture.write(to: URL(fileURLWithPath: "\(Self.folder)/\(name)-\(width).png"))
                    for flaw in try await person.browser.flaws() { Issue.record("\(path) at \(width): \(flaw)") }
                }
            }
        }
    }
}
