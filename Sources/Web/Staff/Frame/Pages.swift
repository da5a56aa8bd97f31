import Foundation
import Hummingbird
import Mustache
import Operations

/// What a template is rendered from: stored values only, since the template engine sees no others.
protocol PageModel {
    /// What stands around the page's own content.
    var frame: Frame { get }
}

/// Renders the templates, which are compiled into the program, in the language that somebody has chosen.
struct Pages: Sendable {
    private let libraries: [PageLanguage: MustacheLibrary]
    private let catalogues: [PageLanguage: Texts]
    private let isDemo: Bool
    private let day: @Sendable () -> String

    /// Fills every template with the texts of every language and parses it.
    ///
    /// - Throws: `Texts.Failure`, or the parser's error for the first template that is not well formed.
    init(office: Office) throws {
        var libraries: [PageLanguage: MustacheLibrary] = [:]
        var catalogues: [PageLanguage: Texts] = [:]
        for language in PageLanguage.allCases {
            let texts = try Texts.embedded(language)
            catalogues[language] = texts
            libraries[language] = MustacheLibrary(
                templates: try StaffPages.templates.mapValues { bytes in
                    try MustacheTemplate(string: try texts.filled(String(decoding: bytes, as: UTF8.self)))
                }
            )
        }
        self.libraries = libraries
        self.catalogues = catalogues
        isDemo = office.isDemo
        let today = office.today
        day = { today().vietnamese }
    }

    /// The texts of a language.
    func texts(_ language: PageLanguage) -> Texts {
        guard let texts = catalogues[language] else { preconditionFailure("every language has a catalogue") }
        return texts
    }

    /// The texts in the language of whoever asks.
    func texts(_ context: CallerContext) -> Texts { texts(context.choices.language) }

    /// A text in both languages, as what is wrong beside a field is kept.
    func wording(_ key: String) -> Wording { Wording(texts(.vietnamese)(key), texts(.english)(key)) }

    /// What stands around a page for somebody who has signed in.
    ///
    /// - Parameters:
    ///   - title: the page's title, in the reader's language.
    ///   - section: the section of the menu that the page belongs to.
    ///   - context: the request.
    /// - Returns: the frame.
    func frame(_ title: String, in section: MenuSection? = nil, _ context: CallerContext) -> Frame {
        var frame = frame(title, context.choices, back: context.page)
        let texts = texts(context)
        frame.staff = context.caller.name
        frame.csrf = context.csrfToken
        frame.menu = MenuSection.allCases.filter { $0.isOpen(to: context.caller) }.map { one in
            Frame.MenuItem(address: one.address, title: texts(one.title), isCurrent: one == section)
        }
        frame.notice = Frame.Notice(context.page.query, texts)
        return frame
    }

    /// What stands around a page for somebody who has not signed in.
    func frame(_ title: String, _ choices: PageChoices, back: PageAddress = PageAddress()) -> Frame {
        Frame(
            title: title,
            language: choices.language,
            back: back.with(["done": nil, "undo": nil]),
            isDemo: isDemo,
            day: day(),
            takesFunctionKeys: choices.takesFunctionKeys
        )
    }

    /// A page from its template and model.
    func render(_ template: String, _ model: some PageModel, status: HTTPResponse.Status = .ok) throws -> Response {
        let language = model.frame.language
        #if DEBUG
        // The engine renders an unknown name as nothing, so a misspelt one would go unseen.
        try TemplateNames.check(template, model)
        #endif
        guard let text = libraries[language]?.render(model, withTemplate: template) else {
            throw HTTPError(.internalServerError)
        }
        return Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8", .contentLanguage: language.rawValue],
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }

    /// The page of something that went wrong.
    func error(_ problem: Problem, _ context: VisitorContext) throws -> Response {
        let language = context.choices.language
        let title = texts(language)(problem.status == .forbidden ? "error.forbidden" : "error.title")
        var frame = frame(title, context.choices)
        if let caller = try? CallerContext(context: context) { frame = self.frame(title, caller) }
        let model = ErrorModel(
            frame: frame,
            sentence: language == .vietnamese ? problem.vietnamese : problem.english,
            isForbidden: problem.status == .forbidden,
            isMissing: problem.status == .notFound
        )
        return try render("error", model, status: problem.status)
    }

    /// What the page of an error shows.
    struct ErrorModel: PageModel {
        let frame: Frame
        let sentence: String
        let isForbidden: Bool
        let isMissing: Bool
    }
}
