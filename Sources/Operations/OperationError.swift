import Rolls
import Vocabulary
import Workbooks

/// Why an operation was refused; never carries anything about a person.
package enum OperationError: Error, Hashable, Sendable {
    /// The bytes that a feed's run received are not kept any more, or have been changed.
    case bodyGone(hash: String)
    /// The source is being read by another run.
    case busySource(String)
    /// The person asked to stop; nothing was changed or written.
    case cancelled
    /// The planner's proof did not hold; nothing was stored.
    case certificateRefused(String)
    /// The file cannot be read.
    case cannotRead(file: String)
    /// The file cannot be written.
    case cannotWrite(file: String)
    /// A demo province is only made in a database without people.
    case demoNeedsEmptyDatabase
    /// A day that is not there yet.
    case futureDay(Day)
    /// The file that holds an instance cannot be used.
    case instance(file: String, problem: String)
    /// The key file cannot be used.
    case keyFile(file: String)
    /// A list cannot be read; nothing was changed.
    case list(file: String, WorkbookError)
    /// More would leave the register at once than is believed.
    case manyWouldLeave(Int, of: Int)
    /// There is no account of this name.
    case noAccount
    /// The two members are not on the list of possible duplicates, or somebody has decided already.
    case noDuplicate
    /// There is no run of a feed with this number, or it received nothing.
    case noFeedRun(Int64)
    /// There is no such member or vacancy.
    case noPair
    /// The configuration has no policy of what counts as sustainable.
    case noPolicy
    /// There is nobody to plan for yet.
    case noRoll
    /// No plan has been made yet.
    case noRun
    /// There is no open vacancy with this number.
    case noVacancy
    /// The run is not waiting for approval, or its source has been believed again since.
    case notHeld(Int64)
    /// The planner refused the problem.
    case planning(String)
    /// Refused for a reason that the caller can do something about.
    case refused(Refusal)
    /// A file is no roll that can be used; nothing was changed.
    case roll(file: String, RollError)
    /// A row of a table cannot be used, by its line in the file; nothing was written.
    case table(file: String, line: Int, problem: TableProblem)
    /// The territory has no such commune.
    case unknownCommune(UnitCode)
    /// A heading is to mean a field that there is none of.
    case unknownField(String)
    /// No sheet has this heading.
    case unknownHeading(String)
    /// The key is not the one that this database was made with.
    case wrongKey

    /// One sentence for a person, in English and Vietnamese.
    package var sentence: (english: String, vietnamese: String) {
        switch self {
        case .bodyGone(let hash):
            (
                "What was received (\(hash)) is not kept any more, or was changed; ask its sender for it.",
                "Dữ liệu đã nhận (\(hash)) không còn được lưu hoặc đã bị thay đổi; hãy xin lại nơi gửi."
            )
        case .busySource(let source):
            (
                "\(source) is being read by another run; try again when that is done.",
                "\(source) đang được một lượt khác đọc; hãy thử lại khi lượt đó xong."
            )
        case .cancelled:
            ("Stopped; nothing was changed or written.", "Đã dừng; chưa thay đổi hay ghi gì.")
        case .certificateRefused(let problem):
            (
                "The plan's proof of optimality does not hold (\(problem)); no plan was stored.",
                "Chứng minh tối ưu của kế hoạch không đúng (\(problem)); chưa lưu kế hoạch nào."
            )
        case .cannotRead(let file):
            (
                "\(file): cannot be read; check its path and rights.",
                "\(file): không đọc được; hãy kiểm tra đường dẫn và quyền."
            )
        case .cannotWrite(let file):
            (
                "\(file): cannot be written; check its rights and the space on the disk.",
                "\(file): không ghi được; hãy kiểm tra quyền và dung lượng đĩa."
            )
        case .demoNeedsEmptyDatabase:
            (
                "A demo province may only go into an empty database; name another file.",
                "Dữ liệu giả lập chỉ được nạp vào cơ sở dữ liệu trống; hãy dùng tệp khác."
            )
        case .futureDay(let day):
            (
                "The day \(day) is not there yet; a roll is of a day up to today.",
                "Chưa đến ngày \(day.vietnamese); danh sách phải của ngày đến hôm nay."
            )
        case .instance(let file, let problem):
            ("\(file): \(problem).", "\(file): tệp bài toán không hợp lệ (\(problem)).")
        case .keyFile(let file):
            (
                "\(file): the key of the database is missing or not 32 bytes; put it back from its backup.",
                "\(file): thiếu khóa của cơ sở dữ liệu hoặc khóa không đủ 32 byte; hãy khôi phục từ bản sao lưu."
            )
        case .list(let file, let error):
            ("\(file): \(error.sentence.en)", "\(file): \(error.sentence.vi)")
        case .manyWouldLeave(let count, let total):
            (
                "\(count) of \(total) people and households would leave the register; if that is right, allow it.",
                "\(count) trên \(total) hộ và người sẽ bị đưa ra khỏi danh sách; nếu đúng, hãy cho phép."
            )
        case .noDuplicate:
            (
                "These two are not on the list of possible duplicates; see `noiviec registry duplicates`.",
                "Hai người này không có trong danh sách nghi trùng; xem `noiviec registry duplicates`."
            )
        case .noPair:
            (
                "There is no member or no vacancy of this number; `noiviec registry find` lists members.",
                "Không có người lao động hoặc chỗ làm mang số này; xem `noiviec registry find`."
            )
        case .noPolicy:
            (
                "The table of placement policies has no line; add one.",
                "Bảng chính sách việc làm chưa có dòng nào; hãy thêm một dòng."
            )
        case .noRoll:
            (
                "No household roll has been imported yet; run `noiviec registry import` first.",
                "Chưa nhập danh sách hộ; hãy chạy `noiviec registry import` trước."
            )
        case .noAccount:
            (
                "There is no such account; make it with `noiviec account`.",
                "Không có tài khoản này; hãy tạo bằng `noiviec account`."
            )
        case .noFeedRun(let number):
            (
                "There is no run \(number) that received anything; see `noiviec feeds list`.",
                "Không có lượt nhận số \(number); xem `noiviec feeds list`."
            )
        case .noVacancy:
            ("There is no such open vacancy.", "Không có chỗ việc làm trống này.")
        case .notHeld(let number):
            (
                "Run \(number) is not waiting for approval, or its source is whole again; see `noiviec feeds list`.",
                "Lượt \(number) không chờ duyệt, hoặc nguồn đã đầy đủ trở lại; xem `noiviec feeds list`."
            )
        case .noRun: ("No plan has been made yet; run `noiviec match`.", "Chưa có kế hoạch; hãy chạy `noiviec match`.")
        case .planning(let problem): ("The plan cannot be made: \(problem).", "Không lập được kế hoạch: \(problem).")
        case .refused(let refusal): (refusal.english, refusal.vietnamese)
        case .roll(let file, let error):
            ("\(file): \(error.sentence.english)", "\(file): \(error.sentence.vietnamese)")
        case .table(let file, let line, let problem):
            (
                "\(file), line \(line): \(problem.sentence.english).",
                "\(file), dòng \(line): \(problem.sentence.vietnamese)."
            )
        case .unknownCommune(let code):
            ("The province has no commune \(code).", "Tỉnh không có xã mang mã \(code).")
        case .unknownField(let field):
            (
                "There is no field \(field); the fields are \(RollField.allCases.map(\.rawValue).joined(separator: ", ")).",
                "Không có trường \(field); các trường là \(RollField.allCases.map(\.rawValue).joined(separator: ", "))."
            )
        case .unknownHeading(let heading):
            ("No sheet has the heading “\(heading)”.", "Không trang nào có tiêu đề cột “\(heading)”.")
        case .wrongKey:
            (
                "The key file belongs to another database; put the right one back from its backup.",
                "Tệp khóa thuộc về cơ sở dữ liệu khác; hãy khôi phục đúng khóa từ bản sao lưu."
            )
        }
    }
}
