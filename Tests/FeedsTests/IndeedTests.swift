import Feeds
import Foundation
import Testing
import Vacancies
import Vocabulary

@Suite("Indeed's format")
struct IndeedTests {
    private static let record = """
        <job>
            <title><![CDATA[ Thợ h&agrave;n ]]></title>
            <date><![CDATA[Tue, 29 Jun 2021 22:49:39 GMT]]></date>
            <referencenumber><![CDATA[HAN-1]]></referencenumber>
            <url><![CDATA[https://a.example/v?id=1&amp;s=x]]></url>
            <company>Cơ khí Mẫu</company>
            <city>Thành phố Bắc Kạn</city><state>Bắc Kạn</state><country>VN</country>
            <description><![CDATA[<p>H&agrave;n <b>MIG</b>&nbsp;&#38; TIG.</p><script>alert("x")</script>
            <ul><li>Lương 5 &lt; 10</li><li>&#x110;&oacute;ng BHXH</li></ul><!-- x > y -->A < B]]></description>
            <salary>8 - 10 triệu</salary>
            <jobtype>fulltime, temporary</jobtype>
            <expirationdate>Mon, 08 Nov 2021</expirationdate>
            <openings>20 người</openings><occupation>7212</occupation><education>THCS</education>
            <experience>5+ years</experience><housing>có</housing><taxcode>4700000018</taxcode>
        </job>
        """

    @Test("A record is read field by field")
    func record() {
        let reading = Reading.indeed(Self.record)
        var expected = Advertisement(reference: "HAN-1", title: "Thợ hàn")
        expected.text = "Hàn MIG & TIG.\n\n- Lương 5 < 10\n- Đóng BHXH\nA < B"
        expected.employer = "Cơ khí Mẫu"
        expected.taxCode = "4700000018"
        expected.placeText = "Thành phố Bắc Kạn, Bắc Kạn, VN"
        expected.wageText = "8 - 10 triệu"
        expected.contractKind = "seasonal"
        expected.openings = 20
        expected.occupationCode = "7212"
        expected.educationText = "THCS"
        expected.experienceYears = 5
        expected.offersHousing = true
        expected.postedOn = Day(iso: "2021-06-30")
        expected.expiresOn = Day(iso: "2021-11-08")
        expected.url = "https://a.example/v?id=1&s=x"
        #expect(reading.advertisements.map(\.text) == [expected.text])
        let raw = reading.advertisements.first?.raw ?? [:]
        #expect(raw["openings"] == "20 người" && raw["wage-text"] == "8 - 10 triệu")
        #expect(raw["title"] == "Thợ h&agrave;n" && raw["description"]?.contains("<b>MIG</b>") == true)
        expected.raw = raw
        #expect(reading.advertisements == [expected])
        #expect(reading.summary.dialect == "indeed")
        #expect(reading.summary.warnings == 0)
        #expect(reading.summary.isComplete)
    }

    @Test("Escaped HTML and HTML as elements become text as CDATA does")
    func layers() {
        let escaped = "<job><id>1</id><title>T</title><description>&lt;p&gt;a&amp;nbsp;b&lt;/p&gt;c</description></job>"
        let elements = "<job><id>2</id><title>T</title><description><p>a b</p>c<br/>d</description></job>"
        let reading = Reading.indeed(escaped + elements)
        #expect(reading.advertisements.map(\.text) == ["a b\nc", "a b\nc\nd"])
    }

    @Test("Amounts with a currency are read from nested salaries, but not by an unknown period")
    func nestedSalary() {
        let salary = { (period: String) in
            """
            <job><id>\(period)</id><title>T</title><salary><salary_min>7.000.000</salary_min>
            <salary_max>9,000,000.50</salary_max><salary_currency>vnd</salary_currency><period>\(period)</period></salary></job>
            """
        }
        let reading = Reading.indeed(salary("Monthly") + salary("fortnight"))
        #expect(reading.advertisements.map(\.wageMinimum) == [7_000_000, nil])
        #expect(reading.advertisements.map(\.wageMaximum) == [9_000_000, nil])
        #expect(reading.advertisements.map(\.currency) == ["VND", nil])
        #expect(reading.summary.firstWarnings.map(\.field) == [.wagePeriod])
    }

    @Test("Values nobody can read stay nil and are noted")
    func unread() {
        let record = """
            <job><id>1</id><title>T</title><date>someday</date><expirationdate>31/02/2024</expirationdate>
            <openings>0</openings><experience>some</experience><housing>maybe</housing><url>javascript:alert(1)</url></job>
            """
        let reading = Reading.indeed(record)
        #expect(reading.summary.accepted == 1)
        #expect(reading.advertisements.first?.openings == nil)
        #expect(reading.advertisements.first?.url == nil)
        #expect(
            Set(reading.summary.firstWarnings.map(\.field)) == [
                .posted, .expires, .openings, .experience, .housing, .url,
            ]
        )
        #expect(reading.summary.warnings == 6)
    }
}
