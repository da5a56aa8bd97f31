import Feeds
import Foundation
import Testing
import Vacancies
import Vocabulary
import XML

@Suite("Writing our own format")
struct OwnFeedTests {
    private var full: OfficeVacancy {
        var vacancy = OfficeVacancy(title: "Thợ may <giỏi> & \"chăm\"", employer: "Công ty TNHH May Mẫu")
        vacancy.description = "Làm theo ca.\nCó xe đưa đón ]]> \u{1}\u{FFFF}hết"
        vacancy.taxCode = "4700000017-001"
        vacancy.address = "Tổ 5, Phường Đức Xuân"
        vacancy.phone = "0209 3870 000"
        vacancy.workplace = "Xã Cường Lợi,\nHuyện Na Rì"
        vacancy.unitCode = UnitCode("01840")
        vacancy.wage = .range(minimum: 7_000_000, maximum: 9_000_000, period: .month)
        vacancy.contract = .fixed(months: 24)
        vacancy.quantity = 30
        vacancy.women = 20
        vacancy.occupation = OccupationCode("8153")
        vacancy.education = 3
        vacancy.qualification = 1
        vacancy.experience = 0
        vacancy.trainsNewcomers = true
        vacancy.isHazardous = false
        vacancy.offersHousing = true
        vacancy.postedOn = Day(year: 2024, month: 6, day: 1)
        vacancy.expiresOn = Day(year: 2024, month: 7, day: 31)
        return vacancy
    }

    @Test("All that is known is written, marks escaped and forbidden characters left out")
    func everything() {
        #expect(
            OwnFeed([full], generatedAt: 1_717_372_800).text == """
                <?xml version="1.0" encoding="UTF-8"?>
                <vacancies xmlns="urn:noiviec:vacancies:1" complete="false" count="1" generated="2024-06-03T07:00:00+07:00">
                  <vacancy>
                    <id>4700000017-001.tho-may-gioi-cham.8153.01840</id>
                    <title>Thợ may &lt;giỏi&gt; &amp; "chăm"</title>
                    <description>Làm theo ca.
                Có xe đưa đón ]]&gt; hết
                Trong đó nữ: 20
                Địa chỉ: Tổ 5, Phường Đức Xuân
                Điện thoại: 0209 3870 000</description>
                    <employer>
                      <name>Công ty TNHH May Mẫu</name>
                      <taxCode>4700000017-001</taxCode>
                    </employer>
                    <workplace>
                      <unitCode>01840</unitCode>
                      <address>Xã Cường Lợi, Huyện Na Rì</address>
                    </workplace>
                    <wage min="7000000" max="9000000" currency="VND" period="month"/>
                    <contract kind="fixed" months="24"/>
                    <openings>30</openings>
                    <occupation>8153</occupation>
                    <education>3</education>
                    <qualification>1</qualification>
                    <experience>0</experience>
                    <training>true</training>
                    <posted>2024-06-01</posted>
                    <expires>2024-07-31</expires>
                    <hazardous>false</hazardous>
                    <housing>true</housing>
                  </vacancy>
                </vacancies>

                """
        )
    }

    @Test("What is written is valid by the published schema")
    func valid() throws {
        var words = full
        words.wage = .words("7-9 triệu & thưởng")
        words.contract = .seasonal
        var agreed = OfficeVacancy(title: String(repeating: "dài ", count: 300), employer: "A")
        agreed.wage = .negotiable
        agreed.contract = .indefinite
        var bare = OfficeVacancy(title: "T", employer: "E")
        bare.contract = .fixed(months: nil)
        let schema = try #require(Schema(path: repositoryFile("Config/feeds/noiviec-vacancies-1.xsd")))
        for vacancies in [[], [full, words, agreed, bare, bare]] {
            let text = OwnFeed(vacancies, generatedAt: 0).text
            #expect(try schema.faults(in: .bytes(Array(text.utf8))) == [])
        }
    }

    @Test("The same vacancy has the same reference, whatever its marks, case, wage, number and dates")
    func stableReference() {
        var other = full
        other.title = "THO MAY (giỏi) chăm"
        other.wage = nil
        other.quantity = 7
        other.expiresOn = nil
        other.row = 99
        other.employer = "May Mẫu"
        #expect(OwnFeed([full], generatedAt: 0).references == OwnFeed([other], generatedAt: 9).references)
        for change in [\OfficeVacancy.taxCode, \.reference] {
            var changed = full
            changed[keyPath: change] = "1"
            #expect(OwnFeed([changed], generatedAt: 0).references != OwnFeed([full], generatedAt: 0).references)
        }
    }

    @Test("Without tax code and commune, name and place stand in; twins are numbered; a given reference stays")
    func references() {
        var vacancy = OfficeVacancy(title: "Thợ mộc", employer: "HTX Mẫu")
        vacancy.address = "Xã Yên Đĩnh"
        var given = vacancy
        given.reference = "htx-mau.tho-moc..xa-yen-dinh#2"
        let references = OwnFeed([vacancy, vacancy, given, vacancy], generatedAt: 0).references
        #expect(
            references == [
                "htx-mau.tho-moc..xa-yen-dinh", "htx-mau.tho-moc..xa-yen-dinh#3", "htx-mau.tho-moc..xa-yen-dinh#2",
                "htx-mau.tho-moc..xa-yen-dinh#4",
            ]
        )
    }

    @Test("A long reference is cut and ends in a hash that is the same everywhere")
    func longReference() throws {
        var vacancy = OfficeVacancy(title: String(repeating: "a ", count: 200), employer: "HTX")
        let first = try #require(OwnFeed([vacancy], generatedAt: 0).references.first)
        vacancy.title += "b"
        let second = try #require(OwnFeed([vacancy], generatedAt: 0).references.first)
        #expect(first.utf8.count <= 180 && first != second)
        #expect(first.hasSuffix("~2fzzcvit5ydd8"))
    }
}
