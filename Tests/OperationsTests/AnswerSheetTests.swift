import Fixtures
import Foundation
import Households
import Operations
import Referrals
import Store
import Testing
import Vacancies
import Vocabulary
import Workbooks

@Suite("Employers' answers on a sheet")
struct AnswerSheetTests {
    private typealias Job = ReferralOffice.Job

    private func answered(_ rows: [[String]]) -> String {
        rows.map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\n") + "\n"
    }

    @Test("Everybody who was referred goes out on one sheet, and what comes back is taken row by row, once")
    func roundTrip() async throws {
        try await withTemporaryFolder { folder in
            let place = try await ReferralOffice(
                in: folder,
                ["A An", "B An", "C An", "D An", "E An"],
                [Job(reference: "1", openings: 2), Job(reference: "2", openings: 9)]
            )
            var referrals: [String: Referral] = [:]
            for (name, job) in [("A An", "1"), ("B An", "1"), ("C An", "1"), ("D An", "2"), ("E An", "2")] {
                referrals[name] = try await place.introduce(name, to: job)
            }
            let employer = try #require(try await place.vacancy("1").employerID)
            let file = folder + "/cong-ty.xlsx"
            #expect(try await place.office.writeAnswerSheet(of: employer, to: file, caller: .example()) == 5)

            // What the employer sees: names, birth years, phones, jobs and letters, and nothing of the household.
            let sheet = try Workbook(path: file)
            let texts = sheet.rows.flatMap { row in row.columns.map { row[$0].text } }
            #expect(texts.contains("A An") && texts.contains("1990") && texts.contains("1/2024/GT-TTDVVL"))
            #expect(texts.contains("0912345678"))
            for word in ["Hộ nghèo", "HN", "01864", "Bộc Bố", "Tày", "05/03/1990"] {
                #expect(!texts.contains { $0.contains(word) })
            }
            // As it went out it says nothing.
            let blank = try await place.office.takeAnswers(sheet: file, caller: .example())
            #expect(blank.taken == 0 && blank.unchanged == 5 && blank.refused.isEmpty)

            func id(_ name: String) -> String { referrals[name]?.id.description ?? "" }
            let head = [
                "Mã phiếu", "Số giấy giới thiệu", "Kết quả", "Ngày bắt đầu (hoặc phỏng vấn, nghỉ việc)",
                "Loại hợp đồng", "Số tháng hợp đồng", "Tiền lương tháng (đồng)", "Ghi chú",
            ]
            let rows = [
                ["Công ty May Nà Lẹng", "", "", "", "", "", "", ""], head,
                [
                    id("A An"), "1/2024/GT-TTDVVL", "Đã nhận việc", "15/01/2024", "Xác định thời hạn", "12",
                    "6.500.000", "",
                ],
                [
                    id("B An"), "2/2024/GT-TTDVVL", "ĐÃ NHẬN VIỆC", "2024-01-20", "không xác định thời hạn", "",
                    "6500000 đ", "ca ngày",
                ],
                [id("C An"), "3/2024/GT-TTDVVL", "Đã nhận việc", "15/01/2024", "Theo mùa vụ", "", "", ""],
                [id("D An"), "5/2024/GT-TTDVVL", "Không nhận", "", "", "", "", ""],
                [id("E An"), "", "Hẹn phỏng vấn", "32/01/2024", "", "", "", ""],
                ["123", "", "Không đến", "", "", "", "", ""], [id("E An"), "", "có lẽ", "", "", "", "", ""],
            ]
            let answers = folder + "/tra-loi.csv"
            try answered(rows).write(toFile: answers, atomically: true, encoding: .utf8)
            let trial = try await place.office.takeAnswers(sheet: answers, isTrial: true, caller: .example())
            #expect(trial.taken == 3 && trial.refused.map(\.row) == [6, 7, 8, 9])
            #expect(try await place.stored(try #require(referrals["A An"]).id).stage == .referred)

            let report = try await place.office.takeAnswers(sheet: answers, of: employer, caller: .example())
            #expect(report.taken == 2 && report.unchanged == 0)
            #expect(report.refused.map(\.row) == [5, 6, 7, 8, 9])
            #expect(
                report.refused.map(\.code) == [
                    "no_opening_left", "other_letter", "answer_cell", "not_found", "answer_cell",
                ]
            )
            let first = try await place.stored(try #require(referrals["A An"]).id)
            #expect(first.hire?.contract == .fixed(months: 12) && first.hire?.wage == Dong(6_500_000))
            #expect(first.hire?.evidence == .employer)
            let again = try await place.office.takeAnswers(sheet: answers, of: employer, caller: .example())
            #expect(again.taken == 0 && again.unchanged == 2 && again.refused.map(\.row) == [5, 6, 7, 8, 9])
            try await place.expectConsistent()
        }
    }

    @Test("A sheet that is none is refused, and so is who may not record answers")
    func refused() async throws {
        try await withTemporaryFolder { folder in
            let place = try await ReferralOffice(in: folder, ["A An"], [Job(reference: "1", openings: 1)])
            let file = folder + "/khac.csv"
            try "a,b\n1,2\n".write(toFile: file, atomically: true, encoding: .utf8)
            #expect(
                try await refusalCode { try await place.office.takeAnswers(sheet: file, caller: .example()) }
                    == "no_answer_sheet"
            )
            #expect(
                try await refusalCode {
                    try await place.office.takeAnswers(sheet: file, caller: .example(role: .reporter))
                } == "forbidden"
            )
            await #expect(throws: OperationError.self) {
                try await place.office.takeAnswers(sheet: folder + "/none.xlsx", caller: .example())
            }
        }
    }

    @Test("Each answer means one step, and says what it lacks")
    func meanings() async throws {
        try await withTemporaryFolder { folder in
            let place = try await ReferralOffice(in: folder, ["A An"], [Job(reference: "1", openings: 1)])
            let referral = try await place.introduce("A An", to: "1")
            let day = place.office.today()
            func record(
                _ result: EmployerAnswer.Result,
                _ change: (inout EmployerAnswer) -> Void = { _ in }
            ) async throws -> String {
                var answer = EmployerAnswer(referral: referral.id, result: result)
                change(&answer)
                switch try await place.office.record([answer], caller: .example())[0] {
                case .taken(let step, _): return step
                case .unchanged: return "unchanged"
                case .refused(let refusal): return refusal.code
                }
            }
            #expect(try await record(.interview) == "answer_lacks")
            #expect(try await record(.interview) { $0.day = day } == "interview")
            #expect(try await record(.interview) { $0.day = day } == "unchanged")
            #expect(try await record(.undecided) == "unchanged")
            #expect(try await record(.offered) == "offered")
            #expect(try await record(.offered) == "unchanged")
            #expect(try await record(.hired) { $0.day = day } == "answer_lacks")
            let hire: (inout EmployerAnswer) -> Void = {
                $0.day = day
                $0.contract = .indefinite
            }
            #expect(try await record(.hired, hire) == "hired")
            #expect(try await record(.hired, hire) == "unchanged")
            #expect(try await record(.working) == "confirmed")
            #expect(try await record(.working) == "unchanged")
            #expect(try await record(.rejected) == "cannot_follow")
            #expect(try await record(.left) { $0.day = day } == "ended")
            #expect(try await record(.left) { $0.day = day } == "unchanged")
            #expect(try await record(.hired, hire) == "unchanged")
            try await place.expectConsistent()
        }
    }
}
