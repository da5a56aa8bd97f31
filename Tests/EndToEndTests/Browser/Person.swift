import Foundation

/// Somebody at a browser: with a mouse, or with nothing but a keyboard.
///
/// Stories are told by what a person does, so that each can be told by either.
struct Person: Sendable {
    /// What somebody works with.
    enum Hands: String, CaseIterable, Sendable {
        /// A mouse and a keyboard.
        case mouse
        /// A keyboard alone.
        case keyboard
        /// A mouse, in a browser that runs no script.
        case withoutScript
    }

    let browser: Browser
    let hands: Hands
    /// The folder of what was downloaded.
    let downloads: String

    /// Goes to an address, as from a bookmark.
    func open(_ path: String) async throws { try await browser.open(path) }

    /// Whether the page says something, now or as soon as it has come.
    func sees(_ words: String) async throws -> Bool {
        for _ in 0..<50 {
            // A page that is just being replaced has no text to ask for.
            if let text = try? await browser.text(), text.contains(words) { return true }
            try await Task.sleep(for: .milliseconds(100))
        }
        return false
    }

    /// Presses the first link or button that says something.
    func press(_ words: String) async throws {
        switch hands {
        case .mouse, .withoutScript: try await browser.press(words)
        case .keyboard:
            try await enter { try await browser.named(words) }
        }
    }

    /// Presses what a selector names.
    func pressOn(_ selector: String) async throws {
        switch hands {
        case .mouse, .withoutScript: try await browser.click(selector)
        case .keyboard:
            try await enter { try await browser.find(selector) }
        }
    }

    /// Goes to what is found by the tabulator, and presses it.
    private func enter(_ look: () async throws -> Browser.Element) async throws {
        let mark = "data-test-mark"
        try await browser.again {
            try await browser.mark(try await look(), mark)
            try await browser.tab(to: "[\(mark)]")
        }
        try await browser.keys(Key.enter)
    }

    /// Writes into a field.
    func write(_ text: String, in name: String) async throws {
        let selector = "main [name=\"\(name)\"]"
        switch hands {
        case .mouse, .withoutScript: try await browser.write(text, in: selector)
        case .keyboard:
            try await browser.tab(to: selector)
            try await browser.selectAll()
            try await browser.keys(text)
        }
    }

    /// Puts a day into a field for days.
    func write(day: (day: Int, month: Int, year: Int), in name: String) async throws {
        let selector = "main [name=\"\(name)\"]"
        let iso = String(format: "%04d-%02d-%02d", day.year, day.month, day.day)
        switch hands {
        case .mouse, .withoutScript:
            try await browser.run("document.querySelector('main [name=\"\(name)\"]').value = '\(iso)'")
        case .keyboard:
            try await browser.tab(to: selector)
            try await browser.keys(String(format: "%02d%02d%04d", day.day, day.month, day.year))
            let typed = try await browser.run("return document.activeElement.value") as? String
            if typed != iso { throw Browser.Failure(description: "typed \(typed ?? "nothing") for \(iso)") }
        }
    }

    /// Chooses one of a list by its value.
    func choose(_ value: String, in name: String) async throws {
        let selector = "main select[name=\"\(name)\"]"
        switch hands {
        case .mouse, .withoutScript: try await browser.choose(value, in: selector)
        case .keyboard:
            try await browser.tab(to: selector)
            let script = """
                const s = document.activeElement;
                return [...s.options].findIndex((o) => o.value === \(Browser.quoted(value))) - s.selectedIndex;
                """
            let steps = (try await browser.run(script) as? NSNumber)?.intValue ?? 0
            try await browser.keys(String(repeating: steps < 0 ? Key.up : Key.down, count: abs(steps)))
        }
    }

    /// Ticks a box, or one of several boxes by its value.
    func tick(_ name: String, value: String? = nil) async throws {
        let selector = "main input[name=\"\(name)\"]" + (value.map { "[value=\"\($0)\"]" } ?? "")
        switch hands {
        case .mouse, .withoutScript: try await browser.click(selector)
        case .keyboard:
            try await browser.tab(to: selector)
            try await browser.keys(Key.space)
        }
    }

    /// Chooses a file of the computer; what the system's own window does is not the page's.
    func choose(file: String, in name: String) async throws {
        try await browser.choose(file: file, in: "main input[name=\"\(name)\"]")
    }

    /// Presses a link that gives a file, and waits until it has come.
    ///
    /// - Returns: the file.
    func download(_ words: String) async throws -> String {
        func files() throws -> Set<String> {
            guard FileManager.default.fileExists(atPath: downloads) else { return [] }
            return Set(try FileManager.default.contentsOfDirectory(atPath: downloads).filter { !$0.hasPrefix(".") })
        }
        let before = try files()
        try await press(words)
        for _ in 0..<100 {
            if let new = try files().subtracting(before).first(where: { $0.hasSuffix(".xlsx") }) {
                return downloads + "/" + new
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Browser.Failure(description: "“\(words)” gave no file")
    }

    /// Opens the form of a referral's next step, fills it in and sends it.
    func step(_ title: String, _ fill: () async throws -> Void) async throws {
        try await press(title)
        try await fill()
        try await press("Ghi nhận")
    }

    /// Waits while long work goes on until the page says something; without script pages look again by themselves too.
    func waits(for words: String) async throws {
        for _ in 0..<20 {
            if try await sees(words) { return }
        }
        throw Browser.Failure(description: "“\(words)” never came")
    }
}
