import Foundation
import Synchronization

/// A server on a free port of the loopback that answers each connection as a closure says, right or wrong.
final class ScriptedServer: Sendable {
    /// One connection, whose request has come.
    struct Exchange: Sendable {
        /// The request's first line and headers.
        let head: String
        fileprivate let socket: Int32

        /// The path asked for.
        var path: String {
            String(head.split(separator: " ").dropFirst().first ?? "")
        }

        /// The port asked at, as the request's `Host` has it.
        var port: String {
            let host = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("host:") }
            return String(host?.split(separator: ":").last ?? "")
        }

        /// Sends bytes; false once the other side has gone.
        @discardableResult
        func send(_ bytes: [UInt8]) -> Bool {
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                if count <= 0 { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }

        /// Sends text; false once the other side has gone.
        @discardableResult
        func send(_ text: String) -> Bool {
            send(Array(text.utf8))
        }

        /// Sends a whole answer with its length.
        func answer(_ status: String, _ headers: [String] = [], body: [UInt8] = []) {
            let lines = ["HTTP/1.1 \(status)"] + headers + ["Content-Length: \(body.count)", "", ""]
            send(Array(lines.joined(separator: "\r\n").utf8) + body)
        }

        /// Sends a whole answer with its length.
        func answer(_ status: String, _ headers: [String] = [], body: String) {
            answer(status, headers, body: Array(body.utf8))
        }

        /// Keeps silent until the other side goes, or has been silent for ten seconds.
        func hold() {
            var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            var byte: UInt8 = 0
            while poll(&entry, 1, 10_000) == 1, recv(socket, &byte, 1, 0) == 1 {}
        }
    }

    /// The port it listens on.
    let port: Int
    private let socket: Int32
    private let log: Log

    private final class Log: Sendable {
        let heads = Mutex<[String]>([])
    }

    /// Whether this machine has an IPv6 loopback.
    static let hasIPv6: Bool = {
        guard let server = try? ScriptedServer(isIPv6: true, answer: { _ in }) else { return false }
        server.stop()
        return true
    }()

    /// Starts a server.
    ///
    /// - Parameters:
    ///   - isIPv6: whether it listens on `::1`.
    ///   - readsRequest: whether it waits for the request before it answers.
    ///   - answer: what it does with a connection.
    /// - Throws: the system's error where it cannot listen.
    init(isIPv6: Bool = false, readsRequest: Bool = true, answer: @escaping @Sendable (Exchange) -> Void) throws {
        let family = isIPv6 ? AF_INET6 : AF_INET
        let socket = Foundation.socket(family, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        var address6 = sockaddr_in6()
        address6.sin6_family = sa_family_t(AF_INET6)
        address6.sin6_addr = in6addr_loopback
        let bound = isIPv6 ? Self.bind(socket, &address6) : Self.bind(socket, &address)
        guard bound, listen(socket, 16) == 0 else {
            let code = errno
            close(socket)
            throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO)
        }
        // The port stands in the same place for both families.
        port = Int(UInt16(bigEndian: isIPv6 ? address6.sin6_port : address.sin_port))
        self.socket = socket
        let log = Log()
        self.log = log
        Thread.detachNewThread {
            while case let connection = accept(socket, nil, nil), connection >= 0 {
                Thread.detachNewThread {
                    let head = readsRequest ? Self.readHead(connection) : ""
                    let exchange = Exchange(head: head, socket: connection)
                    log.heads.withLock { $0.append(exchange.head) }
                    answer(exchange)
                    shutdown(connection, Int32(SHUT_WR))
                    exchange.hold()
                    close(connection)
                }
            }
            // Closed here and not in `stop`: its number may go to the next server while this thread still uses it.
            close(socket)
        }
    }

    /// The requests that have come.
    var heads: [String] {
        log.heads.withLock { $0 }
    }

    /// The address of a path here.
    func url(_ path: String, host: String = "127.0.0.1") -> String {
        "http://\(host):\(port)\(path)"
    }

    /// Stops listening; to be called, so that the server lives until then.
    func stop() {
        shutdown(socket, Int32(SHUT_RDWR))
    }

    private static func bind<Address>(_ socket: Int32, _ address: inout Address) -> Bool {
        var length = socklen_t(MemoryLayout<Address>.size)
        return withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
    }

    private static func readHead(_ connection: Int32) -> String {
        var head: [UInt8] = []
        var byte: UInt8 = 0
        while !head.suffix(4).elementsEqual([13, 10, 13, 10]), recv(connection, &byte, 1, 0) == 1 {
            head.append(byte)
        }
        return String(decoding: head, as: UTF8.self)
    }
}
