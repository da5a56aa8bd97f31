import XML

extension FeedError {
    /// A sentence about it for whoever sent the feed: what is wrong, and how to mend it.
    package var sentence: (vi: String, en: String) {
        switch self {
        case .dialectUnusable(let file, let problem):
            ("\(file): không dùng được định dạng này (\(problem)).", "\(file): the dialect cannot be used: \(problem).")
        case .doctypeRefused(let line):
            (
                "Dòng \(line): tệp có khai báo DOCTYPE, không được chấp nhận; hãy bỏ dòng này.",
                "Line \(line): a DOCTYPE is not accepted; leave it out."
            )
        case .encodingRefused:
            (
                "Tệp không ở bảng mã đọc được; hãy lưu lại bằng UTF-8.",
                "The file is in an encoding that cannot be read; save it as UTF-8."
            )
        case .limitExceeded(let line, let limit):
            (
                "Dòng \(line): vượt giới hạn cho phép (\(limit.words.vi)); hãy chia nhỏ tệp hoặc bớt nội dung.",
                "Line \(line): beyond a limit (\(limit.words.en)); split the file or shorten it."
            )
        case .malformed(let line, let fault):
            (
                "Dòng \(line): XML sai cú pháp: \(fault.advice.vi).",
                "Line \(line): not well-formed XML: \(fault.advice.en)."
            )
        case .notXML:
            (
                "Đây không phải tệp XML; hãy kiểm tra địa chỉ và tệp được gửi.",
                "This is not an XML file; check the address and the file sent."
            )
        case .parserStopped(let stop):
            (
                "Việc đọc tệp đã bị dừng (\(stop.rawValue)); tệp quá lớn hoặc bất thường.",
                "Reading the file was stopped (\(stop.rawValue)); the file is too large or abnormal."
            )
        case .truncated(let line, let records):
            (
                "Tệp bị cắt ở dòng \(line), sau \(records) bản ghi; hãy gửi lại trọn tệp.",
                "The file ends early at line \(line), after \(records) records; send it again whole."
            )
        case .unknownFormat(let root, let seen):
            (
                "Không nhận ra định dạng: phần tử gốc <\(root)>, bên trong có \(FeedError.list(seen)). "
                    + "Lệnh `noiviec feeds learn TỆP` sẽ gợi ý một ánh xạ.",
                "The format is not known: root <\(root)>, with \(FeedError.list(seen)). "
                    + "`noiviec feeds learn FILE` proposes a mapping."
            )
        case .unreadable:
            (
                "Không đọc được tệp; hãy kiểm tra đường dẫn và quyền.",
                "The file cannot be read; check its path and rights."
            )
        }
    }

    private static func list(_ names: [String]) -> String {
        names.isEmpty ? "-" : names.map { "<\($0)>" }.joined(separator: " ")
    }
}

extension Rejection.Reason {
    /// What was expected of a record, and how to mend it, for whoever sent the feed.
    package var sentence: (vi: String, en: String) {
        switch self {
        case .attribute: XMLError.Fault.attribute.advice
        case .character: XMLError.Fault.character.advice
        case .duplicateID:
            (
                "Nhiều tin khác nhau dùng chung một mã; mỗi tin phải có mã riêng và không đổi",
                "different vacancies share one id; each needs its own, which never changes"
            )
        case .entity: XMLError.Fault.entity.advice
        case .missingID:
            (
                "Tin không có mã (hoặc mã không thật) và không có địa chỉ trang; hãy thêm mã riêng cho từng tin",
                "the vacancy has no id (or a placeholder) and no address; give each its own id"
            )
        case .missingTitle: ("Tin không có tên công việc; hãy thêm", "the vacancy has no title; add one")
        case .syntax: XMLError.Fault.syntax.advice
        case .tag: XMLError.Fault.tag.advice
        case .tooLarge:
            (
                "Tin quá lớn; hãy rút gọn (mỗi đoạn văn bản tối đa 1 MB, mỗi thẻ tối đa 2 KB)",
                "the vacancy is too large; shorten it (a text at most 1 MB, a tag at most 2 KB)"
            )
        case .truncated:
            ("Tệp kết thúc giữa chừng tin này; hãy gửi lại trọn tệp", "the file ends within it; send it whole")
        case .unusableID: ("Mã tin dài quá 200 ký tự; hãy rút ngắn", "the id is longer than 200 characters; shorten it")
        case .wrongRecord:
            ("Bản ghi thuộc định dạng khác với tệp; hãy tách riêng", "a record of another format; send it apart")
        }
    }
}

extension XMLError.Fault {
    /// What to mend.
    fileprivate var advice: (vi: String, en: String) {
        switch self {
        case .attribute:
            (
                "thuộc tính viết sai hoặc lặp lại; cần dạng tên=\"giá trị\"",
                "an attribute is wrong or stands twice; write name=\"value\""
            )
        case .character:
            (
                "có ký tự không hợp lệ hoặc không đúng bảng mã; hãy lưu bằng UTF-8 và bỏ ký tự điều khiển",
                "a character is not allowed or not in the declared encoding; save as UTF-8 without control characters"
            )
        case .contentAfterRoot:
            (
                "có nội dung sau phần tử gốc; chỉ được một phần tử gốc",
                "something follows the root; there may be only one"
            )
        case .entity:
            (
                "có dấu & hoặc thực thể lạ (như &nbsp;); hãy viết &amp; hoặc đặt văn bản trong CDATA",
                "a bare & or an unknown entity (such as &nbsp;); write &amp; or put the text in CDATA"
            )
        case .syntax: ("cú pháp không đúng", "the syntax is wrong")
        case .tag:
            (
                "thẻ mở và thẻ đóng không khớp, hoặc dấu < trong văn bản; hãy viết &lt; hoặc dùng CDATA",
                "a start tag and an end tag do not match, or a < stands in a text; write &lt; or use CDATA"
            )
        }
    }
}

extension XMLError.Limit {
    /// What is limited.
    fileprivate var words: (vi: String, en: String) {
        switch self {
        case .depth: ("độ sâu phần tử", "depth of elements")
        case .document: ("dung lượng tệp", "size of the file")
        case .name: ("độ dài tên phần tử", "length of an element's name")
        case .record: ("dung lượng một tin", "size of one vacancy")
        case .records: ("số lượng tin", "number of vacancies")
        case .tag: ("độ dài thẻ", "length of a tag")
        case .text: ("độ dài văn bản", "length of a text")
        }
    }
}
