import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

extension FetchError {
    /// What an error of the client means.
    ///
    /// - Parameters:
    ///   - error: whatever the client threw.
    ///   - limits: the limits the client was given.
    ///   - isSecure: whether the connection was to be encrypted.
    ///   - hasAnswer: whether an answer had begun.
    init(_ error: any Error, limits: FetchLimits, isSecure: Bool, hasAnswer: Bool) {
        switch error {
        case let error as FetchError:
            self = error
        case is CancellationError:
            self = .cancelled
        case let error as HTTPClientError:
            self.init(error, limits: limits)
        case is HTTPParserError:
            self = .answerMalformed
        case let error as IOError:
            let isLost = hasAnswer || [ECONNRESET, EPIPE, ENOTCONN].contains(error.errnoCode)
            self = isLost ? .connectionLost : .connectFailed(code: error.errnoCode)
        default:
            // NIOSSL has many errors for a handshake that fails, and nothing else throws one before there is an answer.
            self = isSecure && !hasAnswer ? .tlsFailed : .connectionLost
        }
    }

    private init(_ error: HTTPClientError, limits: FetchLimits) {
        switch error {
        case .cancelled: self = .cancelled
        case .connectTimeout, .getConnectionFromPoolTimeout: self = .connectFailed(code: ETIMEDOUT)
        case .deadlineExceeded: self = .deadlineExceeded(seconds: limits.totalSeconds)
        case .readTimeout, .writeTimeout: self = .idleTooLong(seconds: limits.idleSeconds)
        case .tlsHandshakeTimeout: self = .tlsFailed
        default: self = .connectionLost
        }
    }
}
