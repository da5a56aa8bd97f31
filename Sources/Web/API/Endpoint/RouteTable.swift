import HTTPTypes
import Hummingbird
import Synchronization

/// Which methods each address takes, so that a wrong method is told from a wrong address.
final class RouteTable: Sendable {
    private struct Route {
        let segments: [String]
        let method: HTTPRequest.Method

        /// How many of its segments are names in braces.
        var names: Int { segments.count { $0.hasPrefix("{") } }
    }

    private let routes = Mutex<[Route]>([])

    /// Takes over every route of a router, once all are mounted.
    func fill(from router: Router<VisitorContext>) {
        let all = router.routes.map { route in
            Route(segments: route.path.description.split(separator: "/").map(String.init), method: route.method)
        }
        routes.withLock { $0 = all }
    }

    /// The methods that an address takes; empty where there is no such address.
    ///
    /// An address that stands in the table as it is takes its own methods, and not those of one with a name in its place.
    func methods(of path: String) -> [String] {
        let parts = path.split(separator: "/").map(String.init)
        let found = routes.withLock { routes in
            routes.filter { route in
                route.segments.count == parts.count
                    && zip(route.segments, parts).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
            }
        }
        let fewest = found.map(\.names).min()
        var names = Set(found.filter { $0.names == fewest }.map(\.method.rawValue))
        if names.contains("GET") { names.insert("HEAD") }
        return names.sorted()
    }
}
