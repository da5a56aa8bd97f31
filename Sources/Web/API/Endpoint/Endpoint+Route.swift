import Hummingbird
import Operations

extension Endpoint {
    /// Mounts the endpoint.
    func add(to router: Router<VisitorContext>, office: Office) {
        router.on(RouterPath(path), method: method) { request, context in
            let caller = try admitted(context)
            let read = try await self.read(request, context, caller: caller, office: office)
            return try await handle(read).response(to: request, known: method == .get ? read.knownTags : [])
        }
    }

    /// Who asks, where that caller may.
    private func admitted(_ context: VisitorContext) throws -> Caller {
        if access == .anybody { return context.caller ?? .nobody }
        guard let caller = context.caller else { throw Problem.signIn }
        if case .may(let permission) = access, !caller.may(permission) { throw Problem.forbidden }
        return caller
    }
}

extension Caller {
    /// Somebody who has not signed in.
    static let nobody = Caller(
        kind: .program,
        name: "nobody",
        account: nil,
        role: nil,
        permissions: [],
        area: .nowhere
    )
}
