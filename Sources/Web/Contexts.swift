import Hummingbird
import Operations

/// A request from anybody.
package struct VisitorContext: RequestContext {
    /// What every request carries.
    package var coreContext: CoreRequestContextStorage
    /// Who asks, where the request proves it.
    package var caller: Caller?
    /// The session's secret, where a good session is by what the caller was recognised.
    package var sessionSecret: String?
    /// The address the request comes from: a proxy's word for it where the settings trust that proxy.
    package var address: String
    /// How the caller wants pages to be.
    var choices = PageChoices()
    /// The page that is asked for.
    var page = PageAddress()

    /// What a change asked for by this session must carry; nil without a session.
    package var csrfToken: String? { sessionSecret.map { Vault.csrfToken(sessionSecret: $0) } }

    /// A request that has just come in.
    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? "unknown"
    }
}

/// A request from a known caller: a handler that needs one cannot be mounted without.
struct CallerContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let caller: Caller
    let csrfToken: String?
    let address: String
    let choices: PageChoices
    let page: PageAddress

    init(context: VisitorContext) throws {
        guard let caller = context.caller else { throw HTTPError(.unauthorized) }
        coreContext = context.coreContext
        self.caller = caller
        csrfToken = context.csrfToken
        address = context.address
        choices = context.choices
        page = context.page
    }
}
