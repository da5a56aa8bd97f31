import Hummingbird

/// The cookie that carries a session's secret: out of scripts' reach, and not sent along from other sites' pages but by
/// following a link.
struct SessionCookie: Sendable {
    /// Whether browsers send it over HTTPS only; then it has the prefix by which no neighbouring host can set it.
    let isSecure: Bool

    /// Its name.
    var name: String { isSecure ? "__Host-noiviec" : "noiviec" }

    /// The secret that a request carries.
    func secret(of request: Request) -> String? { request.cookies[name]?.value }

    /// Gives a browser a session's secret.
    func give(_ secret: String, seconds: Int64) -> Cookie { cookie(secret, maxAge: Int(seconds)) }

    /// Takes it away.
    func take() -> Cookie { cookie("", maxAge: 0) }

    private func cookie(_ value: String, maxAge: Int) -> Cookie {
        Cookie(name: name, value: value, maxAge: maxAge, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }
}
