import Hummingbird
import Operations

/// A request from anybody.
package struct VisitorContext: RequestContext {
    /// What every request carries.
    package var coreContext: CoreRequestContextStorage
    /// Who signed in, where the request proves it.
    package var signedIn: SignedIn?

    /// A request that has just come in.
    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
    }
}

/// A request from somebody who has signed in: a handler that needs one cannot be mounted without.
struct StaffContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let staff: SignedIn

    init(context: VisitorContext) throws {
        guard let signedIn = context.signedIn else { throw HTTPError(.unauthorized) }
        coreContext = context.coreContext
        staff = signedIn
    }
}
