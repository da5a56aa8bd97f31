import Fixtures
import Foundation
import Operations
import Testing

/// A vacancy that an employer tells by telephone, from typing it in to the first person referred to it.
@Suite("A vacancy by telephone", .enabled(if: Browser.isInstalled, "Chromium and its driver are not installed"))
struct VacancyStory {
    @Test("Nobody is referred to a vacancy typed in before its employer is confirmed", arguments: Person.Hands.allCases)
    func typedIn(hands: Person.Hands) async throws {
        try await BrowserOffice.serving([("chi-tuyen", .supervisor, [.province])]) { office in
            let subject = try #require(office.subject)
            try await office.browsing("chi-tuyen", hands) { person in
                try await person.open("/vacancies/new")
                // What is wanting is said beside its field, and nothing that was typed is lost.
                try await person.write("Thợ xây", in: "title")
                try await person.write("Hợp tác xã Nà Lẹng Mới", in: "employer")
                try await person.write("4700123452", in: "taxCode")
                try await person.choose(subject.commune.description, in: "communeCode")
                try await person.write("6.500.000", in: "wageMinimum")
                try await person.choose("fixed", in: "contract")
                try await person.write("240", in: "contractMonths")
                try await person.choose("true", in: "training")
                try await person.choose("false", in: "hazardous")
                try await person.press("Lưu")
                #expect(try await person.sees("Phải từ"))
                try await person.write("24", in: "contractMonths")
                try await person.press("Lưu")
                #expect(try await person.sees("chưa xác minh"))
                let vacancy = try await person.browser.path().prefix { $0 != "?" }.split(separator: "/").last ?? ""

                let pair = "/members/\(subject.id)/why?purpose=counselling&vacancy=\(vacancy)"
                try await person.open(pair)
                try await person.pressOn("main form[action=\"/referrals\"] button")
                try await person.press("Xem và xác minh nơi tuyển")
                try await person.press("Xác minh")
                try await person.choose("phone", in: "way")
                for check in ["taxCodeChecked", "noFee", "noDeposit", "noPapersKept"] {
                    try await person.tick(check)
                }
                try await person.press("Xác nhận đã kiểm tra")
                #expect(try await person.sees("Đã xác minh"))

                try await person.open(pair)
                try await person.pressOn("main form[action=\"/referrals\"] button")
                #expect(try await person.sees("Đã lập phiếu giới thiệu"))
            }
        }
    }
}
