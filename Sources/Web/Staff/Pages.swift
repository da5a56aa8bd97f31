import Foundation
import Hummingbird
import Mustache
import Operations

/// Renders the templates, which are compiled into the program.
struct Pages: Sendable {
    private let library: MustacheLibrary
    private let isDemo: Bool
    private let day: @Sendable () -> String

    /// What every page shows around its own content.
    struct Frame {
        let title: String
        let isDemo: Bool
        let day: String
        let staff: String?
        let csrf: String?
    }

    /// What a page says of something that went wrong.
    struct Sentence {
        let vietnamese: String
        let english: String

        init(vietnamese: String, english: String) {
            self.vietnamese = vietnamese
            self.english = english
        }

        init(_ refusal: Refusal) { self.init(vietnamese: refusal.vietnamese, english: refusal.english) }
    }

    /// What the page of an error shows.
    struct ErrorModel {
        let frame: Frame
        let vietnamese: String
        let english: String
    }

    /// Names and texts of all templates.
    static let templates: [String: [UInt8]] = [
        "commune": PackageResources.commune_mustache,
        "error": PackageResources.error_mustache,
        "foot": PackageResources.foot_mustache,
        "head": PackageResources.head_mustache,
        "overview": PackageResources.overview_mustache,
        "password": PackageResources.password_mustache,
        "sign-in": PackageResources.sign_in_mustache,
    ]

    /// Parses every template.
    ///
    /// - Throws: the parser's error for the first that is not well formed.
    init(office: Office) throws {
        library = MustacheLibrary(
            templates: try Pages.templates.mapValues { bytes in
                try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self))
            }
        )
        isDemo = office.isDemo
        let today = office.today
        day = { today().vietnamese }
    }

    /// The frame of a page for somebody who has signed in; for nobody, one without a way out.
    func frame(_ title: String, _ context: CallerContext? = nil) -> Frame {
        Frame(title: title, isDemo: isDemo, day: day(), staff: context?.caller.name, csrf: context?.csrfToken)
    }

    func render(_ template: String, _ model: Any, status: HTTPResponse.Status = .ok) throws -> Response {
        guard let text = library.render(model, withTemplate: template) else { throw HTTPError(.internalServerError) }
        return Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }

    func error(_ problem: Problem) throws -> Response {
        let model = ErrorModel(
            frame: frame("Không thực hiện được"),
            vietnamese: problem.vietnamese,
            english: problem.english
        )
        return try render("error", model, status: problem.status)
    }
}
