import Feeds
import Testing
import Vacancies
import Vocabulary
import XML

@Suite("Our own format")
struct OwnFormatTests {
    private let sample = repositoryFile("Config/feeds/sample.xml")

    @Test("The published sample is valid by the published schema")
    func sampleIsValid() throws {
        let schema = try #require(Schema(path: repositoryFile("Config/feeds/noiviec-vacancies-1.xsd")))
        #expect(try schema.faults(in: .file(sample)) == [])
    }

    @Test(
        "The schema finds what authors get wrong",
        arguments: [
            "<openings>0</openings>", "<education>5</education>", "<posted>01/06/2024</posted>", "<salary>5</salary>",
            "<wage min=\"5,000\"/>", "<contract kind=\"fixed\" months=\"37\"/>", "<url>javascript:x</url>",
        ]
    )
    func schemaFinds(element: String) throws {
        let schema = try #require(Schema(path: repositoryFile("Config/feeds/noiviec-vacancies-1.xsd")))
        let record = { (id: String, more: String) in
            """
            <vacancy><id>\(id)</id><title>T</title><employer><name>E</name></employer><workplace/>\(more)</vacancy>
            """
        }
        let feed = { (records: String) in
            Input.bytes(
                Array(
                    """
                    <vacancies xmlns="urn:noiviec:vacancies:1" complete="true" count="1"
                    generated="2024-06-01T00:00:00Z">\(records)</vacancies>
                    """.utf8
                )
            )
        }
        #expect(try schema.faults(in: feed(record("1", ""))) == [])
        #expect(try !schema.faults(in: feed(record("1", element))).isEmpty)
        #expect(try !schema.faults(in: feed(record("1", "") + record("1", ""))).isEmpty)
    }

    @Test("A full record is read field by field")
    func fullRecord() throws {
        let reading = Reading(.file(sample))
        var expected = Advertisement(reference: "MM-2024-017", title: "Công nhân may công nghiệp")
        expected.text = """
            Vận hành máy may một kim, làm theo ca.
            Người chưa biết nghề được đào tạo 2 tháng & hưởng lương học việc.
            """
        expected.employer = "Công ty TNHH May Mẫu"
        expected.taxCode = "4700000017"
        expected.placeText = "Tổ 5, Phường Đức Xuân, Thành phố Bắc Kạn, Tỉnh Bắc Kạn"
        expected.unitCode = "01840"
        expected.wageMinimum = 5_500_000
        expected.wageMaximum = 8_000_000
        expected.currency = "VND"
        expected.wagePeriod = .month
        expected.contractKind = "fixed"
        expected.contractMonths = 24
        expected.openings = 30
        expected.occupationCode = "8153"
        expected.educationText = "2"
        expected.qualificationText = "1"
        expected.experienceYears = 0
        expected.trainsNewcomers = true
        expected.isHazardous = false
        expected.offersHousing = true
        expected.postedOn = Day(iso: "2024-06-01")
        expected.expiresOn = Day(iso: "2024-07-31")
        expected.url = "https://may-mau.example/tuyen-dung/017"
        var first = try #require(reading.advertisements.first)
        #expect(first.raw["openings"] == "30" && first.raw["wage-minimum"] == "5500000")
        first.raw = [:]
        #expect(first == expected)
    }

    @Test("A negotiable wage is no wage, and what is left out stays nil")
    func sparseRecords() throws {
        let advertisements = Reading(.file(sample)).advertisements
        try #require(advertisements.count == 3)
        #expect(advertisements[1].wageMinimum == nil)
        #expect(advertisements[1].contractKind == "indefinite")
        #expect(advertisements[1].contractMonths == nil)
        #expect(advertisements[2].wageMinimum == 25_000)
        #expect(advertisements[2].wagePeriod == .hour)
        #expect(advertisements[2].currency == nil)
        #expect(advertisements[2].openings == nil)
        #expect(advertisements[2].url == nil)
    }

    @Test(
        "Groups of three digits are thousands, behind more than three they are a fraction",
        arguments: [
            ("12000000.000", 12_000_000), ("12.000.000", 12_000_000), ("12000000,50", 12_000_000),
            ("7.000", 7_000), ("7000.000.000", nil),
        ] as [(String, Int64?)]
    )
    func amounts(text: String, amount: Int64?) {
        let reading = Reading.own("<vacancy><id>1</id><title>Thợ may</title><wage min=\"\(text)\"/></vacancy>")
        #expect(reading.advertisements.map(\.wageMinimum) == [amount])
    }

    @Test("A whole feed of as many records as it declares may close")
    func mayClose() {
        let summary = Reading(.file(sample)).summary
        #expect(summary.dialect == "noiviec")
        #expect(summary.declaredCount == 3)
        #expect(summary.accepted == 3)
        #expect(summary.warnings == 0)
        #expect(summary.isComplete)
    }

    @Test("Text stays as it is, HTML too, but in one Unicode form and with line feeds")
    func text() {
        let record =
            "<vacancy><id> a </id><title>Thợ\n  hàn</title><description><![CDATA[ <b>1 < 2</b>\r\nto\u{302}i&amp; ]]></description></vacancy>"
        let advertisement = Reading.own(record).advertisements.first
        #expect(advertisement?.reference == "a")
        #expect(advertisement?.title == "Thợ hàn")
        #expect(advertisement?.text.unicodeScalars.elementsEqual("<b>1 < 2</b>\ntôi&amp;".unicodeScalars) == true)
    }
}
