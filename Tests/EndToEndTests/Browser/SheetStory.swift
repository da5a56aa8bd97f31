import Fixtures
import Foundation
import Operations
import Referrals
import Store
import Testing
import Vacancies
import Vocabulary

/// Sheets that go out of the office, come back filled in, and are looked at before they are taken in.
@Suite("Sheets that come back", .enabled(if: Browser.isInstalled, "Chromium and its driver are not installed"))
struct SheetStory {
    /// Introduces some people to one employer, and tells who it is.
    static func introduce(_ office: Office) async throws -> (employer: EmployerID, names: [String]) {
        let rows = try await office.store.read { reading in
            let run = try #require(try reading.latestRun()).number
            return try reading.proposals(of: run, ProposalFilter(limit: 10_000, offset: 0)).rows
        }
        let firm = Dictionary(grouping: rows.filter(\.explanation.questions.isEmpty), by: \.vacancy.employerID)
        let most = try #require(firm.filter { $0.key != nil }.max { $0.value.count < $1.value.count })
        try #require(most.value.count >= 2)
        let consent = Consent(textVersion: "2024-1", language: "vie", withInterpreter: false, isSigned: true)
        for row in most.value.prefix(3) {
            let request = ReferralRequest(member: row.member, vacancy: row.vacancy.id)
            var referral = try await office.makeReferral(request, caller: .commandLine)
            for action in [ReferralChange.Action.step(.agreed(consent)), .letter(signer: "Nguyễn Thị Tuyến")] {
                let change = ReferralChange(action)
                referral = try await office.advance(
                    referral.id,
                    change,
                    version: referral.version,
                    caller: .commandLine
                )
            }
        }
        return (try #require(most.key), most.value.prefix(3).map(\.memberName))
    }

    @Test(
        "An employer answers for everybody on one sheet, and the same sheet again changes nothing",
        arguments: Person.Hands.allCases
    )
    func employer(hands: Person.Hands) async throws {
        var introduced: (employer: EmployerID, names: [String])?
        try await BrowserOffice.serving([("chi-tuyen", .supervisor, [.province])]) { office, _ in
            introduced = try await Self.introduce(office)
        } _: { office in
            let (employer, names) = try #require(introduced)
            try await office.browsing("chi-tuyen", hands) { person in
                try await person.open("/employers/\(employer)/sheet")
                try await person.write("Nhà văn hóa xã Bộc Bố", in: "place")
                try await person.write("8 giờ ngày 20/01/2024", in: "time")
                try await person.press("Ghi vào phiếu")
                for words in names + ["Nhà văn hóa xã Bộc Bố", "8 giờ ngày 20/01/2024", "Kết quả"] {
                    #expect(try await person.sees(words), "the printed sheet lacks \(words)")
                }
                let file = try await person.download("Tải tệp .xlsx")
                let rows = try TestWorkbook.fill(file, below: "Mã phiếu") { row, number in
                    row["Kết quả"] = number == 0 ? "Đồng ý nhận" : "Không nhận"
                }
                #expect(rows == names.count)

                for isAgain in [false, true] {
                    try await person.open("/employers/\(employer)/sheet")
                    try await person.choose(file: file, in: "sheet")
                    try await person.press("Xem trước")
                    #expect(try await person.sees("Xem trước bảng trả lời"))
                    if isAgain {
                        #expect(try await person.browser.all("main form").isEmpty, "there is nothing to take in")
                    } else {
                        #expect(try await person.sees("Câu trả lời được ghi"))
                        try await person.press("Ghi các câu trả lời này")
                        #expect(try await person.sees("Đã nhận bảng trả lời"))
                    }
                }
                try await person.open("/referrals?stage=offered")
                try await person.choose(employer.description, in: "employer")
                try await person.press("Lọc")
                #expect(try await person.sees("được nhận"))
                #expect(try await person.browser.all("main tbody tr").count == 1)
                try await person.open("/referrals?stage=closed&employer=\(employer)")
                #expect(try await person.browser.all("main tbody tr").count == names.count - 1)
            }
        }
    }

    @Test("A commune's list of calls is ticked by hand and taken in once", arguments: Person.Hands.allCases)
    func calls(hands: Person.Hands) async throws {
        try await BrowserOffice.serving([("chi-tuyen", .supervisor, [.province])]) { office in
            try await office.browsing("chi-tuyen", hands) { person in
                try await person.press("In hoặc tải danh sách gọi của xã")
                #expect(try await person.sees("Không liên hệ được"))
                let file = try await person.download("Tải tệp .xlsx")
                var answered = 0
                try TestWorkbook.fill(file, below: "Mã câu hỏi") { row, _ in
                    // A question with numbered answers is ticked; one whose answer is a number gets one.
                    if row["Mã câu hỏi"] == "experience" {
                        row["Trả lời bằng số"] = "3"
                        answered += 1
                    } else if row["Câu hỏi"]?.contains("1: ") == true {
                        row["Chọn 1"] = "x"
                        answered += 1
                    }
                }
                #expect(answered > 0)
                for isAgain in [false, true] {
                    try await person.open("/")
                    try await person.press("In hoặc tải danh sách gọi của xã")
                    try await person.choose(file: file, in: "sheet")
                    try await person.press("Xem trước")
                    #expect(try await person.sees("Xem trước danh sách gọi"))
                    if isAgain {
                        #expect(try await person.browser.all("main form").isEmpty, "there is nothing to take in")
                    } else {
                        try await person.press("Ghi các câu trả lời này")
                        #expect(try await person.sees("Đã nhận bảng trả lời"))
                    }
                }
            }
        }
    }

    @Test(
        "An employer's form 02 is looked through, and then its vacancies are offered",
        arguments: Person.Hands.allCases
    )
    func form(hands: Person.Hands) async throws {
        try await BrowserOffice.serving([("chi-tuyen", .specialist, [.province])]) { office in
            let file = office.folder + "/mau-02.xlsx"
            let sheet = TestWorkbook(texts: [
                ["DANH SÁCH NHU CẦU TUYỂN DỤNG LAO ĐỘNG"],
                ["STT", "TÊN DOANH NGHIỆP", "MST", "Vị trí việc làm", "Số lượng cần tuyển", "Mức lương"],
                ["1", "Hợp tác xã Nà Lẹng Mới", "4700000017", "Thợ may công nghiệp", "12", "7-9 triệu"],
                ["2", "Hợp tác xã Nà Lẹng Mới", "4700000017", "Phụ kho", "hai", "6.000.000"],
            ])
            try Data(sheet.bytes).write(to: URL(fileURLWithPath: file))
            try await office.browsing("chi-tuyen", hands) { person in
                try await person.press("Việc làm")
                try await person.press("Nhập từ phiếu Mẫu 02")
                try await person.choose(file: file, in: "file")
                try await person.press("Xem trước")
                #expect(try await person.sees("Xem trước: chưa lưu gì."))
                #expect(try await person.sees("Số lượng cần tuyển"), "the page says which column is wrong")
                try await person.choose(file: file, in: "file")
                try await person.press("Nhận vào")
                #expect(try await person.sees("Đã nhận vào."))
                try await person.open("/vacancies?q=tho+may+cong+nghiep")
                #expect(try await person.sees("Hợp tác xã Nà Lẹng Mới"))
            }
        }
    }
}
