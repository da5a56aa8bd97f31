import Foundation
import Hummingbird
import Logging
import Operations
import ServiceLifecycle
import Web

/// Why the service could not listen.
package enum ServeError: Error, Hashable, Sendable {
    /// Another program listens there already.
    case portOccupied(host: String, port: Int)

    /// One sentence for the operator, in English and Vietnamese.
    package var sentence: (english: String, vietnamese: String) {
        switch self {
        case .portOccupied(let host, let port):
            (
                "http://\(host):\(port): the port is occupied; stop the other program or set http.port.",
                "http://\(host):\(port): cổng đang được dùng; hãy dừng chương trình kia hoặc đổi http.port."
            )
        }
    }
}

/// Builds the application; `main` and tests both call it.
package func buildApplication(
    _ settings: Settings,
    office: Office,
    onListening: @escaping @Sendable () async -> Void = {}
) throws -> some ApplicationProtocol {
    let router = try buildRouter(
        office: office,
        sessionSeconds: Int64(settings.sessionHours) * 3600,
        idleSeconds: Int64(settings.sessionIdleMinutes) * 60,
        secureCookie: settings.secureCookie,
        trustedProxy: settings.trustedProxy
    )
    return Application(
        router: router,
        server: .http1(configuration: .init(idleTimeout: .seconds(60))),
        configuration: .init(
            address: .hostname(settings.httpHost, port: settings.httpPort),
            serverName: "noiviec"
        ),
        onServerRunning: { _ in await onListening() },
        logger: office.logger
    )
}

/// Keeps the stored plan up to date while the service runs.
private struct PlanKeeper: ServiceLifecycle.Service {
    let office: Office

    func run() async {
        await cancelWhenGracefulShutdown { await office.keepPlan() }
    }
}

/// Serves one route that does nothing, by the same framework: what `Deploy/bench api` measures the API against.
package func serveBareRoute(host: String, port: Int, logger: Logger) async throws {
    let router = Router()
    router.get("/") { _, _ in "ok" }
    let application = Application(
        router: router,
        configuration: .init(address: .hostname(host, port: port)),
        logger: logger
    )
    try await application.runService()
}

/// Serves until the process is told to stop.
///
/// - Throws: `ServeError.portOccupied` where another program listens on the port.
package func serve(
    _ settings: Settings,
    office: Office,
    onListening: @escaping @Sendable () async -> Void
) async throws {
    let application = try buildApplication(settings, office: office, onListening: onListening)
    var configuration = ServiceGroupConfiguration(
        services: [PlanKeeper(office: office), application],
        gracefulShutdownSignals: [.sigterm, .sigint],
        logger: office.logger
    )
    configuration.maximumGracefulShutdownDuration = .seconds(15)
    configuration.maximumCancellationDuration = .seconds(60)
    do {
        try await ServiceGroup(configuration: configuration).run()
    } catch {
        // NIO reports EADDRINUSE in its own error types; the text is the stable part of them.
        if "\(error)".contains("EADDRINUSE") || "\(error)".contains("Address already in use") {
            throw ServeError.portOccupied(host: settings.httpHost, port: settings.httpPort)
        }
        throw error
    }
    try office.store.close()
}
