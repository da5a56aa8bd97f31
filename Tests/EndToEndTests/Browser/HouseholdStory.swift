import Fixtures
import Foundation
import Operations
import Store
import Testing
import Vocabulary

/// What officers do all day, told once with a mouse, once with the keyboard alone and once in a browser without script.
@Suite("An officer's day in a browser", .enabled(if: Browser.isInstalled, "Chromium and its driver are not installed"))
struct HouseholdStory {
    @Test("From an uncovered household to a printed letter and a hire", arguments: Person.Hands.allCases)
    func referring(hands: Person.Hands) async throws {
        try await BrowserOffice.serving([("chi-tuyen", .supervisor, [.province])]) { office in
            let subject = try #require(office.subject)
            try await office.browsing("chi-tuyen", hands) { person in
                // The list finds the household by its head's name, without marks.
                try await person.press("Hộ")
                try await person.write(subject.head.lowercased(), in: "q")
                try await person.press("Lọc")
                try await person.press(subject.head)
                #expect(try await person.sees("Thành viên"))
                try await person.press(subject.member)
                if try await person.sees("để làm gì?") { try await person.press("tư vấn") }
                #expect(try await person.sees("Việc phù hợp nhất"))
                try await person.pressOn("article.first form button")
                #expect(try await person.sees("Đã lập phiếu giới thiệu"))

                try await person.step("đã liên hệ") { try await person.choose("phone", in: "way") }
                try await person.press("Hoàn tác")
                #expect(try await person.sees("Đã hoàn tác"))
                try await person.step("đã liên hệ") { try await person.choose("phone", in: "way") }
                try await person.step("người lao động đồng ý") {
                    try await person.write("2024-1", in: "textVersion")
                    try await person.choose("false", in: "withInterpreter")
                    try await person.choose("false", in: "signed")
                }
                try await person.step("cấp giấy giới thiệu") {
                    try await person.write("Nguyễn Thị Tuyến", in: "signer")
                }
                try await person.press("Xem và in giấy")
                #expect(try await person.sees("GIẤY GIỚI THIỆU"))
                #expect(try await person.sees("Nguyễn Thị Tuyến"))
                let browser = person.browser
                let letter = try await browser.text(of: try await browser.find("main")).lowercased()
                for word in ["hộ nghèo", "cận nghèo", "dân tộc"] {
                    #expect(!letter.contains(word), "the letter tells “\(word)”")
                }
            }
        }
    }

    @Test("A first sign-in begins with a password of one's own, and somebody else's commune is closed")
    func firstSignIn() async throws {
        let commune = UnitCode("01864").map { AreaGrant.commune($0) }
        try await BrowserOffice.serving([("anh-pao", .communeOfficer, Set([commune].compactMap { $0 }))]) { office in
            let script = "printf '%s\\n' '\(testPassword)-moi' | \"$0\" account password anh-pao --must-change"
            let program = office.noiviec
            let set = try await program.finish(program.start("/bin/bash", ["-c", script, Program.binary]))
            #expect(set.code == 0, "\(set.errors)")
            let browser = try await Browser(at: office.base)
            try await browser.signIn("anh-pao", "sai-mat-khau")
            try await browser.waits(at: "/sign-in")
            #expect(try await browser.text(of: try await browser.find(".wrong")).contains("không đúng"))
            try await browser.signIn("anh-pao", testPassword + "-moi")
            try await browser.waits(at: "/password")
            try await browser.write(testPassword + "-moi", in: "#current")
            try await browser.write("mat-khau-cua-rieng-toi", in: "#password")
            try await browser.write("mat-khau-cua-rieng-toi", in: "#again")
            try await browser.click("main form button")
            try await browser.waits(at: "/")
            try await browser.open("/communes/01864")
            #expect(try await browser.text().contains("Bộc Bố"))
            try await browser.open("/communes/01840")
            #expect(try await browser.text().contains("không thuộc địa bàn"))
            try await browser.open("/households?commune=01840")
            for row in try await browser.all("main tbody tr") {
                #expect(try await browser.text(of: row).contains("Bộc Bố"))
            }
            try await browser.open("/settings/users")
            #expect(try await browser.text().contains("Bạn không có quyền"))
            try await browser.close()
        }
    }

    @Test(
        "A roll with errors is taken in: what is good goes in, what is not comes back in a file",
        arguments: Person.Hands.allCases
    )
    func roll(hands: Person.Hands) async throws {
        try await BrowserOffice.serving([("chi-tuyen", .specialist, [.province])]) { office in
            let households = office.folder + "/ho-moi.csv"
            try """
            STT,Mã hộ,Chủ hộ,Huyện,Xã,Mã xã,Thôn,Dân tộc,Phân loại hộ,Ngày thoát nghèo,Số nhân khẩu,Không có khả năng lao động
            1,01864-901,Hoàng Văn Tèo,Huyện Pác Nặm,Xã Bộc Bố,01864,Thôn Nà Lẹng,Tày,Hộ nghèo,,3,
            2,01864-902,Triệu Thị Chi,Huyện Pác Nặm,Xã Bộc Bố,01864,Thôn Nà Lẹng,Dao,Hộ rất nghèo,,1,
            """.write(toFile: households, atomically: true, encoding: .utf8)
            try await office.browsing("chi-tuyen", hands) { person in
                try await person.press("Nhập danh sách")
                try await person.press("Nhập danh sách mới")
                try await person.choose(file: households, in: "file")
                try await person.press("Gửi và đọc tệp")
                try await person.waits(for: "Ý nghĩa các cột")
                try await person.press("Đúng rồi, xem trước")
                try await person.waits(for: "Xem trước: chưa thay đổi gì")
                #expect(try await person.sees("từ chối"))
                try await person.press("Nhập danh sách này")
                try await person.waits(for: "Đã nhập xong danh sách")
                #expect(try await person.sees("Tải tệp các dòng bị từ chối"))
                // The same file again changes nothing.
                try await person.open("/imports/new")
                try await person.choose(file: households, in: "file")
                try await person.press("Gửi và đọc tệp")
                try await person.waits(for: "không làm thay đổi gì")
            }
        }
    }
}
