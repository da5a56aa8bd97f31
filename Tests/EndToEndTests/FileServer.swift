import Foundation
import Synchronization

/// An employer's server: one answer for every request, over plain sockets on a thread of its own.
final class FileServer: Sendable {
    /// What it answers.
    enum Answer: Sendable {
        /// This feed, or that nothing has changed where the request names its tag.
        case feed(String, etag: String)
        /// To ask again after some seconds.
        case busy(seconds: Int)
    }

    let port: Int
    private let descriptor: Int32
    private let state = Mutex<(answer: Answer, requests: [String])>((.busy(seconds: 1), []))

    private struct CannotListen: Error {}

    init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && listen(descriptor, 8) == 0
                    && getsockname(descriptor, address, &length) == 0
            }
        }
        guard isBound else { throw CannotListen() }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in
            while case let client = accept(descriptor, nil, nil), client >= 0 {
                serve(client)
                close(client)
            }
        }
    }

    /// What it answers from now on.
    var answer: Answer {
        get { state.withLock { $0.answer } }
        set { state.withLock { $0.answer = newValue } }
    }

    /// The requests so far, whole.
    var requests: [String] { state.withLock { $0.requests } }

    /// Stops listening.
    func stop() {
        shutdown(descriptor, Int32(SHUT_RDWR))
        close(descriptor)
    }

    private func serve(_ client: Int32) {
        var request = [UInt8]()
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !String(decoding: request, as: UTF8.self).contains("\r\n\r\n") {
            let count = recv(client, &buffer, buffer.count, 0)
            if count <= 0 { return }
            request += buffer[..<count]
        }
        let text = String(decoding: request, as: UTF8.self)
        let answer = state.withLock { state in
            state.requests.append(text)
            return state.answer
        }
        var head = "HTTP/1.1 200 OK\r\nConnection: close\r\n"
        var body = ""
        switch answer {
        case .feed(_, let etag) where text.contains("If-None-Match: \(etag)"):
            head = "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n"
        case .feed(let feed, let etag):
            body = feed
            head += "ETag: \(etag)\r\nContent-Length: \(body.utf8.count)\r\n"
        case .busy(let seconds):
            head = "HTTP/1.1 503 Busy\r\nConnection: close\r\nRetry-After: \(seconds)\r\nContent-Length: 0\r\n"
        }
        let bytes = Array((head + "\r\n" + body).utf8)
        _ = send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }
}
