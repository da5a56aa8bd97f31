import AsyncHTTPClient
import Foundation
import NIOCore

/// A real browser, driven as a person would drive it, by the W3C WebDriver protocol.
final class Browser: Sendable {
    /// What went wrong.
    struct Failure: Error, CustomStringConvertible {
        let description: String

        /// Whether something was asked of a page that another has replaced; drivers say so in two ways.
        fileprivate var isOfAnEarlierPage: Bool {
            description.hasPrefix("stale element") || description.contains("does not belong to the document")
        }
    }

    /// Something on a page.
    struct Element: Sendable {
        fileprivate let id: String
    }

    /// How a browser is set up.
    struct Setup: Sendable {
        var width = 1280
        var hasScript = true
        /// The folder into which it puts what is downloaded; nil where nothing is.
        var downloads: String?
    }

    /// The program that drives Chromium.
    static let driver = "/usr/bin/chromedriver"
    /// Whether a browser can be driven on this machine.
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: driver) }

    private let base: String
    private let driver: Program.Running
    private let session: String

    /// Opens a browser at a site.
    init(at base: String, _ setup: Setup = Setup()) async throws {
        self.base = base
        let port = Int.random(in: 20_000...60_000)
        let address = "http://127.0.0.1:\(port)"
        driver = try Program(environment: [:]).start(Browser.driver, ["--port=\(port)"])
        var arguments = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=\(setup.width),900", "--lang=vi",
        ]
        if setup.width < 600 { arguments.append("--hide-scrollbars") }
        var options: [String: Any] = ["args": arguments]
        var preferences: [String: Any] = [
            "profile.managed_default_content_settings.javascript": setup.hasScript ? 1 : 2,
            "intl.accept_languages": "vi", "download.prompt_for_download": false,
        ]
        if let downloads = setup.downloads { preferences["download.default_directory"] = downloads }
        options["prefs"] = preferences
        let wanted: [String: Any] = ["capabilities": ["alwaysMatch": ["goog:chromeOptions": options]]]
        // The driver takes its time where the machine is busy.
        var begun: String?
        for _ in 0..<600 where begun == nil {
            do {
                let value = try await Browser.send("POST", address + "/session", wanted)
                begun = (value as? [String: Any])?["sessionId"] as? String
            } catch is Failure {
                throw Failure(description: "the browser did not start")
            } catch {
                // Nobody listens there yet.
                try await Task.sleep(for: .milliseconds(100))
            }
        }
        guard let begun else { throw Failure(description: "the browser did not start") }
        session = "\(address)/session/\(begun)"
        try await call(
            "POST",
            "/goog/cdp/execute",
            [
                "cmd": "Emulation.setDeviceMetricsOverride",
                "params": [
                    "width": setup.width, "height": 900, "deviceScaleFactor": 1, "mobile": setup.width < 600,
                ],
            ]
        )
    }

    /// Closes it.
    func close() async throws {
        try await call("DELETE", "", nil)
        // The driver stays when it is only asked to end.
        kill(driver.process.processIdentifier, SIGKILL)
    }

    /// Goes to a path of the site.
    func open(_ path: String) async throws { try await call("POST", "/url", ["url": base + path]) }

    /// The path that the page has, with its query.
    func path() async throws -> String {
        let url = try await call("GET", "/url", nil) as? String ?? ""
        return String(url.dropFirst(base.count))
    }

    /// The page's text as a person sees it.
    func text() async throws -> String { try await text(of: try await find("body")) }

    /// The text of something.
    func text(of element: Element) async throws -> String {
        try await call("GET", "/element/\(element.id)/text", nil) as? String ?? ""
    }

    /// The first thing that a selector names, waited for while the page is still coming.
    func find(_ selector: String) async throws -> Element {
        try await awaited("nothing is \(selector)") { try await all(selector).first }
    }

    /// Everything that a selector names.
    func all(_ selector: String) async throws -> [Element] {
        try await elements(using: "css selector", selector)
    }

    /// The link or button whose text holds some words, waited for while the page is still coming.
    func named(_ words: String) async throws -> Element {
        let path = "//*[self::a or self::button or self::summary][contains(normalize-space(.), \"\(words)\")]"
        return try await awaited("no link or button says \(words)") {
            try await elements(using: "xpath", path).first
        }
    }

    private func elements(using way: String, _ value: String) async throws -> [Element] {
        let found = try await call("POST", "/elements", ["using": way, "value": value]) as? [[String: String]] ?? []
        return found.compactMap { $0.values.first.map(Element.init) }
    }

    private func awaited(_ failure: String, _ look: () async throws -> Element?) async throws -> Element {
        for _ in 0..<100 {
            if let found = try await look() { return found }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Failure(description: "\(failure) on \(try await path())")
    }

    /// Clicks on the link or button whose text holds some words; again where the page was replaced meanwhile.
    func press(_ words: String) async throws {
        try await again { try await click(try await named(words)) }
    }

    /// Does something on a page, once more where another page has just come in its place.
    func again(_ act: () async throws -> Void) async throws {
        for isLast in [false, false, true] {
            do {
                return try await act()
            } catch let failure as Failure where !isLast && failure.isOfAnEarlierPage {
                continue
            }
        }
    }

    /// Waits until the page is the one of a path.
    func waits(at path: String) async throws {
        for _ in 0..<100 {
            if try await self.path() == path { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Failure(description: "still on \(try await self.path()), not on \(path)")
    }

    /// Clicks on something.
    func click(_ element: Element) async throws { try await call("POST", "/element/\(element.id)/click", [:]) }

    /// Clicks on what a selector names.
    func click(_ selector: String) async throws { try await again { try await click(try await find(selector)) } }

    /// Writes into a field what replaces its content.
    func write(_ text: String, in selector: String) async throws {
        let field = try await find(selector)
        try await call("POST", "/element/\(field.id)/clear", [:])
        try await call("POST", "/element/\(field.id)/value", ["text": text])
    }

    /// Puts a file into a field for files.
    func choose(file: String, in selector: String) async throws {
        try await call("POST", "/element/\(try await find(selector).id)/value", ["text": file])
    }

    /// Chooses an option of a list by its value.
    func choose(_ value: String, in selector: String) async throws {
        try await click("\(selector) option[value=\"\(value)\"]")
    }

    /// Presses keys one after another, as on a keyboard.
    func keys(_ keys: String) async throws {
        let actions = keys.flatMap { key in
            [["type": "keyDown", "value": String(key)], ["type": "keyUp", "value": String(key)]]
        }
        try await act(actions)
    }

    /// Does what a keyboard does.
    fileprivate func act(_ actions: [[String: String]]) async throws {
        let source: [String: Any] = ["type": "key", "id": "keyboard", "actions": actions]
        try await call("POST", "/actions", ["actions": [source]])
    }

    /// Runs a script in the page, for what a person's eye would see.
    @discardableResult
    func run(_ script: String) async throws -> Any? {
        try await call("POST", "/execute/sync", ["script": script, "args": [String]()])
    }

    /// Runs a script in the page with something on it as its first argument.
    fileprivate func run(_ script: String, on element: Element) async throws {
        let reference = ["element-6066-11e4-a52e-4f735466cecf": element.id]
        try await call("POST", "/execute/sync", ["script": script, "args": [reference]])
    }

    /// A picture of the whole page.
    func picture() async throws -> Data {
        let size = try await run("return [innerWidth, Math.min(document.documentElement.scrollHeight, 5000)]")
        let numbers = (size as? [NSNumber] ?? []).map(\.intValue)
        guard numbers.count == 2 else { throw Failure(description: "the page has no size") }
        let clip = ["x": 0, "y": 0, "width": numbers[0], "height": numbers[1], "scale": 1]
        let answer = try await call(
            "POST",
            "/goog/cdp/execute",
            [
                "cmd": "Page.captureScreenshot",
                "params": ["format": "png", "captureBeyondViewport": true, "clip": clip] as [String: Any],
            ]
        )
        guard let text = (answer as? [String: Any])?["data"] as? String, let data = Data(base64Encoded: text) else {
            throw Failure(description: "no picture came")
        }
        return data
    }

    @discardableResult
    private func call(_ method: String, _ path: String, _ body: [String: Any]?) async throws -> Any? {
        try await Browser.send(method, session + path, body)
    }

    private static func send(_ method: String, _ address: String, _ body: [String: Any]?) async throws -> Any? {
        var request = HTTPClientRequest(url: address)
        request.method = .RAW(value: method)
        if let body {
            request.body = .bytes(ByteBuffer(bytes: try JSONSerialization.data(withJSONObject: body)))
            request.headers.add(name: "Content-Type", value: "application/json; charset=utf-8")
        }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
        let data = Data(try await response.body.collect(upTo: 64 << 20).readableBytesView)
        let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let value = answer?["value"]
        if let failure = value as? [String: Any], let error = failure["error"] as? String {
            throw Failure(description: "\(error): \(failure["message"] as? String ?? "")")
        }
        return value
    }
}

/// Keys by what WebDriver calls them.
enum Key {
    static let tab = "\u{E004}"
    static let enter = "\u{E007}"
    static let space = " "
    static let control = "\u{E009}"
    static let up = "\u{E013}"
    static let down = "\u{E015}"
    static let f2 = "\u{E032}"
    static let f3 = "\u{E033}"
    static let f4 = "\u{E034}"
    static let f9 = "\u{E039}"
}

extension Browser {
    /// Goes on with the tab key until something has the focus, as a person without a mouse does.
    func tab(to selector: String) async throws {
        for _ in 0..<300 {
            try await keys(Key.tab)
            let isThere = try await run("return document.activeElement.matches(\(Browser.quoted(selector)))") as? Bool
            if isThere == true { return }
        }
        throw Failure(description: "the tab key does not come to \(selector) on \(try await path())")
    }

    /// Selects all that stands in the field that has the focus.
    func selectAll() async throws {
        let actions = [
            ["type": "keyDown", "value": Key.control], ["type": "keyDown", "value": "a"],
            ["type": "keyUp", "value": "a"], ["type": "keyUp", "value": Key.control],
        ]
        try await act(actions)
    }

    /// Marks something so that a selector finds it again; earlier marks go.
    func mark(_ element: Element, _ name: String) async throws {
        let script = """
            document.querySelectorAll("[\(name)]").forEach((e) => e.removeAttribute("\(name)"));
            arguments[0].setAttribute("\(name)", "");
            """
        try await run(script, on: element)
    }

    /// A text as a script's literal.
    static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// Signs in by the form.
    func signIn(_ name: String, _ password: String) async throws {
        try await open("/sign-in")
        try await write(name, in: "#name")
        try await write(password, in: "#password")
        try await click("main form button")
    }
}
