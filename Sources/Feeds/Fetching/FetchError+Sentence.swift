extension FetchError {
    /// What happened and what to do about it, for whoever looks after the source.
    package var sentence: (vi: String, en: String) {
        switch self {
        case .addressRefused(let host):
            (
                "Máy chủ \(host) có địa chỉ mạng nội bộ; chỉ cho phép nếu nguồn này thật sự nằm trong mạng nội bộ.",
                "The host \(host) has a private address; allow it only if this source really is in the own network."
            )
        case .bodyTooLarge(let limit):
            (
                "Dữ liệu lớn hơn giới hạn \(limit) byte; hãy yêu cầu bên cung cấp chia nhỏ tệp.",
                "The feed is larger than \(limit) bytes; ask its sender to split it."
            )
        case .cancelled:
            ("Việc tải đã bị hủy; lần chạy sau sẽ tải lại.", "The fetch was cancelled; the next run fetches again.")
        case .compressionTooHigh(let ratio):
            (
                "Dữ liệu nén quá \(ratio) lần, không được chấp nhận; hãy hỏi lại bên cung cấp.",
                "The feed is compressed more than \(ratio) times, which is not accepted; ask its sender."
            )
        case .contentEncodingUnknown(let name):
            (
                "Máy chủ gửi dữ liệu mã hóa kiểu \(name); hãy yêu cầu bên cung cấp gửi gzip hoặc không nén.",
                "The server sends the encoding \(name); ask its operator for gzip or none."
            )
        case .fileUnreadable(let code):
            (
                "Không đọc được tệp (lỗi \(code)); hãy kiểm tra đường dẫn và quyền đọc.",
                "A file cannot be read (error \(code)); check its path and permissions."
            )
        case .fileUnwritable(let code):
            (
                "Không ghi được tệp (lỗi \(code)); hãy kiểm tra dung lượng đĩa và quyền ghi.",
                "A file cannot be written (error \(code)); look at the disk space and the permissions."
            )
        case .gzipDamaged:
            (
                "Dữ liệu gzip bị hỏng; nếu lặp lại, hãy báo bên cung cấp.",
                "The gzip data is damaged; if it happens again, tell its sender."
            )
        case .gzipTruncated:
            (
                "Dữ liệu gzip bị cắt ngang; nếu lặp lại, hãy báo bên cung cấp.",
                "The gzip data ends early; if it happens again, tell its sender."
            )
        case .lengthMismatch(let expected, let received):
            (
                "Nhận được \(received) byte thay vì \(expected); lần chạy sau sẽ tải lại.",
                "\(received) bytes came instead of \(expected); the next run fetches again."
            )
        case .retryLater(let seconds?):
            (
                "Máy chủ bận và đề nghị chờ \(seconds) giây.",
                "The server is busy and asks to wait \(seconds) seconds."
            )
        case .retryLater(nil):
            ("Máy chủ bận; lần chạy sau sẽ tải lại.", "The server is busy; the next run fetches again.")
        case .status(let status):
            (
                "Máy chủ trả lời với mã \(status); hãy kiểm tra địa chỉ và quyền truy cập của nguồn.",
                "The server answers with status \(status); check the source's address and access."
            )
        case .answerMalformed, .connectFailed, .connectionLost, .deadlineExceeded, .hostUnknown, .idleTooLong,
            .tlsFailed:
            connectionSentence
        case .credentialsInURL, .headerMalformed, .redirectRefused, .schemeRefused, .tooManyRedirects, .urlMalformed:
            addressSentence
        }
    }

    /// Where the connection is at fault.
    private var connectionSentence: (vi: String, en: String) {
        switch self {
        case .connectFailed(let code):
            (
                "Không kết nối được với máy chủ (lỗi \(code)); lần chạy sau sẽ thử lại.",
                "No connection to the server (error \(code)); the next run tries again."
            )
        case .connectionLost:
            (
                "Kết nối bị ngắt giữa chừng; lần chạy sau sẽ tải lại.",
                "The connection broke off; the next run fetches again."
            )
        case .deadlineExceeded(let seconds):
            (
                "Tải quá \(Self.whole(seconds)) giây; nếu lặp lại, hãy báo bên cung cấp.",
                "The fetch took over \(Self.whole(seconds)) seconds; if it happens again, tell the sender."
            )
        case .hostUnknown(let host):
            (
                "Không tìm thấy máy chủ \(host); hãy kiểm tra địa chỉ của nguồn.",
                "The host \(host) is not known; check the source's address."
            )
        case .idleTooLong(let seconds):
            (
                "Máy chủ im lặng quá \(Self.whole(seconds)) giây; nếu lặp lại, hãy báo bên cung cấp.",
                "The server was silent for \(Self.whole(seconds)) seconds; if it happens again, tell the sender."
            )
        case .tlsFailed:
            (
                "Không thiết lập được kết nối bảo mật; hãy kiểm tra chứng chỉ của máy chủ.",
                "No secure connection; check the server's certificate."
            )
        default:
            (
                "Máy chủ trả lời không đúng chuẩn HTTP; hãy kiểm tra địa chỉ của nguồn.",
                "The server's answer is not HTTP; check the source's address."
            )
        }
    }

    /// Where the address, or the address a redirect leads to, is at fault.
    private var addressSentence: (vi: String, en: String) {
        switch self {
        case .credentialsInURL:
            (
                "Địa chỉ chứa tên đăng nhập; hãy chuyển sang phần tiêu đề (header) của nguồn.",
                "The address holds a login; put it into the source's headers instead."
            )
        case .headerMalformed(let name):
            (
                "Tiêu đề \(name) của nguồn không hợp lệ; hãy sửa trong cấu hình.",
                "The source's header \(name) is not valid; correct it in the configuration."
            )
        case .redirectRefused(let reason):
            redirectSentence(reason)
        case .schemeRefused:
            (
                "Địa chỉ phải bắt đầu bằng http:// hoặc https://.",
                "The address must begin with http:// or https://."
            )
        case .tooManyRedirects(let limit):
            (
                "Máy chủ chuyển hướng quá \(limit) lần; hãy kiểm tra địa chỉ của nguồn.",
                "The server redirects more than \(limit) times; check the source's address."
            )
        default:
            ("Địa chỉ của nguồn không hợp lệ; hãy sửa lại.", "The source's address is not valid; correct it.")
        }
    }

    private func redirectSentence(_ reason: Redirect) -> (vi: String, en: String) {
        switch reason {
        case .downgrade:
            (
                "Máy chủ chuyển hướng từ https sang http, không an toàn; hãy báo bên cung cấp.",
                "The server redirects from https to http, which is not safe; tell its operator."
            )
        case .otherHost(let host):
            (
                "Máy chủ chuyển hướng sang \(host); nếu tin cậy, hãy thêm máy chủ này vào cấu hình của nguồn.",
                "The server redirects to \(host); if it can be trusted, add that host to the source's configuration."
            )
        case .credentials, .malformed, .scheme:
            (
                "Máy chủ chuyển hướng tới địa chỉ không được chấp nhận; hãy kiểm tra địa chỉ của nguồn.",
                "The server redirects to an address that is not accepted; check the source's address."
            )
        }
    }

    private static func whole(_ seconds: Double) -> Int {
        Int(seconds.rounded(.up))
    }
}
