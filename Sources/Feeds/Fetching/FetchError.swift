/// Why a fetch brought nothing; nothing in it holds an address's path, a key or a header's value.
package enum FetchError: Error, Hashable, Sendable {
    /// The host has an address that is not public.
    case addressRefused(host: String)
    /// What came is no answer in HTTP.
    case answerMalformed
    /// The body is larger than the limit in bytes, as sent or as written.
    case bodyTooLarge(limit: Int)
    /// The task was cancelled.
    case cancelled
    /// The body is compressed so far beyond the ratio that it can only be an attack.
    case compressionTooHigh(ratio: Int)
    /// No connection could be made; the system's error number.
    case connectFailed(code: Int32)
    /// The connection broke off before the answer was whole.
    case connectionLost
    /// The body is encoded in a way that was not asked for; the encoding's name.
    case contentEncodingUnknown(name: String)
    /// The address holds a user's name or password.
    case credentialsInURL
    /// The whole fetch took longer than so many seconds.
    case deadlineExceeded(seconds: Double)
    /// A file cannot be read; the system's error number.
    case fileUnreadable(code: Int32)
    /// A file cannot be written; the system's error number.
    case fileUnwritable(code: Int32)
    /// The gzip data is damaged.
    case gzipDamaged
    /// The gzip data ends early.
    case gzipTruncated
    /// A header of the request has a name or a value that HTTP does not allow; its name.
    case headerMalformed(name: String)
    /// The host's name leads to no address.
    case hostUnknown(host: String)
    /// Nothing came for so many seconds.
    case idleTooLong(seconds: Double)
    /// The body has another number of bytes than its header says.
    case lengthMismatch(expected: Int, received: Int)
    /// A redirect leads where it may not.
    case redirectRefused(reason: Redirect)
    /// The server is busy (429 or 503); the seconds it asks to wait, where it says.
    case retryLater(seconds: Int?)
    /// The address is not one of `http` or `https`.
    case schemeRefused
    /// The server answers with this status, which is neither success nor a redirect.
    case status(Int)
    /// No encrypted connection could be made, or the certificate is not the host's.
    case tlsFailed
    /// There are more redirects than the limit.
    case tooManyRedirects(limit: Int)
    /// The address cannot be read as one, or its host or port is none.
    case urlMalformed

    /// Why a redirect is not followed.
    package enum Redirect: Hashable, Sendable {
        /// Its address holds a user's name or password.
        case credentials
        /// It leads from `https` to `http`.
        case downgrade
        /// Its address is missing or cannot be read as one.
        case malformed
        /// It leads to a host that is not allowed.
        case otherHost(String)
        /// It leads to something that is neither `http` nor `https`.
        case scheme
    }

    /// The name of the case, for reports and logs.
    package var code: String {
        switch self {
        case .addressRefused: "address_refused"
        case .answerMalformed: "answer_malformed"
        case .bodyTooLarge: "body_too_large"
        case .cancelled: "cancelled"
        case .compressionTooHigh: "compression_too_high"
        case .connectFailed: "connect_failed"
        case .connectionLost: "connection_lost"
        case .contentEncodingUnknown: "content_encoding_unknown"
        case .credentialsInURL: "credentials_in_url"
        case .deadlineExceeded: "deadline_exceeded"
        case .fileUnreadable: "file_unreadable"
        case .fileUnwritable: "file_unwritable"
        case .gzipDamaged: "gzip_damaged"
        case .gzipTruncated: "gzip_truncated"
        case .headerMalformed: "header_malformed"
        case .hostUnknown: "host_unknown"
        case .idleTooLong: "idle_too_long"
        case .lengthMismatch: "length_mismatch"
        case .redirectRefused: "redirect_refused"
        case .retryLater: "retry_later"
        case .schemeRefused: "scheme_refused"
        case .status: "status"
        case .tlsFailed: "tls_failed"
        case .tooManyRedirects: "too_many_redirects"
        case .urlMalformed: "url_malformed"
        }
    }
}
