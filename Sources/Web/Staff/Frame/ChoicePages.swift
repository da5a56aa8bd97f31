import Hummingbird

/// Choosing the pages' language and keys: kept in the browser, open to everybody.
struct ChoicePages: Sendable {
    let cookie: SessionCookie

    func add(to router: Router<VisitorContext>) {
        router.get("language/{language}") { request, context in
            guard let language = context.parameters.get("language").flatMap({ PageLanguage(rawValue: $0) }) else {
                throw HTTPError(.notFound)
            }
            return keeping(PageLanguage.cookie, language.rawValue, backTo: context.page.query["back"])
        }
        router.get("keys/{keys}") { request, context in
            guard let keys = context.parameters.get("keys"), ["office", "none"].contains(keys) else {
                throw HTTPError(.notFound)
            }
            return keeping(PageChoices.keysCookie, keys, backTo: context.page.query["back"])
        }
    }

    private func keeping(_ name: String, _ value: String, backTo back: String?) -> Response {
        let address = PageAddress.ownPath(back) ?? "/"
        var response = Response(status: .seeOther, headers: [.location: address])
        response.setCookie(
            Cookie(
                name: name,
                value: value,
                maxAge: 365 * 86400,
                path: "/",
                secure: cookie.isSecure,
                httpOnly: true,
                sameSite: .lax
            )
        )
        return response
    }
}
