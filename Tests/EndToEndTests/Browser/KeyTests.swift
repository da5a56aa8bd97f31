import Fixtures
import Foundation
import Operations
import Testing

/// The keys that offices know, for who asks for them.
@Suite("Function keys", .enabled(if: Browser.isInstalled, "Chromium and its driver are not installed"))
struct KeyTests {
    @Test("F2 adds, F3 finds, F4 closes and F9 saves, once somebody has asked for it, and never before")
    func functionKeys() async throws {
        try await BrowserOffice.serving([("chi-tuyen", .supervisor, [.province])]) { office in
            try await office.browsing("chi-tuyen") { person in
                let browser = person.browser
                try await person.open("/employers")
                try await browser.keys(Key.f2)
                try await browser.keys(Key.f4)
                #expect(try await browser.path() == "/employers", "the keys are the browser's own")

                try await person.open("/settings")
                try await person.press("Bật phím chức năng")
                try await browser.waits(at: "/settings")
                try await person.open("/employers")
                try await browser.keys(Key.f2)
                try await browser.waits(at: "/employers/new")
                try await browser.keys(Key.f4)
                try await browser.waits(at: "/employers")
                // F3 leads to the field; with words typed into it, it finds them.
                try await browser.keys(Key.f3)
                try await browser.keys("minh phat")
                #expect(try await browser.run("return document.activeElement.value") as? String == "minh phat")
                try await browser.keys(Key.f3)
                for _ in 0..<50 where try await !browser.path().contains("q=minh") {
                    try await Task.sleep(for: .milliseconds(100))
                }
                #expect(try await browser.path().contains("q=minh"))

                try await person.open("/employers/new")
                try await person.write("Hợp tác xã Nà Lẹng Mới", in: "name")
                try await browser.keys(Key.f9)
                #expect(try await person.sees("Hợp tác xã Nà Lẹng Mới"))
                #expect(try await browser.path() != "/employers/new")
            }
        }
    }
}
