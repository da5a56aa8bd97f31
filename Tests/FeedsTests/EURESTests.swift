import Feeds
import Testing
import Vacancies
import Vocabulary

@Suite("HR-XML as EURES exchanges it")
struct EURESTests {
    private static func opening(
        id: String = "e-1",
        status: String = "Active",
        kind: String = "DirectHire",
        profile: String = "",
        more: String = ""
    ) -> String {
        """
        <PositionOpening xmlns="http://www.hr-xml.org/3" xmlns:oa="http://www.openapplications.org/oagis/9"
          validFrom="2024-05-31T20:00:00Z" majorVersionID="3">
          <DocumentID schemeID="X">\(id)</DocumentID>
          <PositionOpeningStatusCode>\(status)</PositionOpeningStatusCode>
          <PositionProfile>
            <PostingInstruction><ApplicationMethod>
              <Instructions><![CDATA[<a href="https://a.example/1?x=1&amp;y=2" rel="nofollow">Nộp hồ sơ</a>]]></Instructions>
            </ApplicationMethod></PostingInstruction>
            <PositionTitle>Thợ may</PositionTitle>
            <PositionLocation><Address>
              <oa:AddressLine>Tổ 5</oa:AddressLine><oa:CityName>Chợ Rã</oa:CityName>
              <oa:CountrySubDivisionCode>Bắc Kạn</oa:CountrySubDivisionCode><CountryCode>VN</CountryCode>
            </Address></PositionLocation>
            <PositionOrganization><OrganizationIdentifiers>
              <OrganizationName>May Mẫu</OrganizationName><OrganizationLegalID>4700000017</OrganizationLegalID>
            </OrganizationIdentifiers></PositionOrganization>
            <PositionOpenQuantity>12</PositionOpenQuantity>
            <JobCategoryCode listName="NACE">C14</JobCategoryCode>
            <JobCategoryCode listName="ISCO2008">8153</JobCategoryCode>
            <PositionOfferingTypeCode>\(kind)</PositionOfferingTypeCode>
            <PositionFormattedDescription><Content><![CDATA[<p>May áo</p>]]></Content></PositionFormattedDescription>
            <OfferedRemunerationPackage>\(profile)</OfferedRemunerationPackage>
            <ApplicationCloseDate>2024-07-15</ApplicationCloseDate>
            \(more)
          </PositionProfile>
        </PositionOpening>
        """
    }

    private static let userArea = """
        <UserArea><ContractMonths>12</ContractMonths><n:housing xmlns:n="urn:noiviec:vacancies:1">true</n:housing>
        <Training>true</Training><Education>3</Education><UnitCode>01864</UnitCode></UserArea>
        """

    @Test("An opening that is the whole document is read field by field")
    func record() {
        let wage =
            "<BasePay currencyCode=\"VND\" baseInterval=\"Month\"><BasePayAmountMin>5500000.00</BasePayAmountMin></BasePay>"
        let reading = Reading(Self.opening(profile: wage, more: Self.userArea))
        var expected = Advertisement(reference: "e-1", title: "Thợ may")
        expected.text = "May áo"
        expected.employer = "May Mẫu"
        expected.taxCode = "4700000017"
        expected.placeText = "Tổ 5, Chợ Rã, Bắc Kạn, VN"
        expected.unitCode = "01864"
        expected.wageMinimum = 5_500_000
        expected.currency = "VND"
        expected.wagePeriod = .month
        expected.contractKind = "DirectHire"
        expected.contractMonths = 12
        expected.openings = 12
        expected.occupationCode = "8153"
        expected.occupationIsISCO = true
        expected.educationText = "3"
        expected.trainsNewcomers = true
        expected.offersHousing = true
        expected.postedOn = Day(iso: "2024-06-01")
        expected.expiresOn = Day(iso: "2024-07-15")
        expected.url = "https://a.example/1?x=1&y=2"
        expected.raw = reading.advertisements.first?.raw ?? [:]
        #expect(expected.raw["openings"] == "12")
        #expect(reading.advertisements == [expected])
        #expect(reading.summary.dialect == "eures")
        #expect(reading.summary.warnings == 0)
        #expect(!reading.summary.isComplete)
    }

    @Test("Openings in an envelope are read, and closed ones are named")
    func envelope() {
        let records = Self.opening() + Self.opening(id: "e-2", status: "Closed") + Self.opening(id: "e-3")
        let reading = Reading("<PositionOpenings complete=\"true\" count=\"3\">\(records)</PositionOpenings>")
        #expect(reading.advertisements.map(\.reference) == ["e-1", "e-2", "e-3"])
        #expect(reading.advertisements.map(\.isClosed) == [false, true, false])
        #expect(reading.summary.isComplete)
    }

    @Test("A range of pay is read, and temporary work is seasonal")
    func range() {
        let pay = """
            <RemunerationRange currencyCode="EUR"><MinimumAmount>9</MinimumAmount><MaximumAmount>11</MaximumAmount>
            <RemunerationIntervalCode>Hour</RemunerationIntervalCode></RemunerationRange>
            """
        let advertisement = Reading(Self.opening(kind: "Temporary", profile: pay)).advertisements.first
        #expect(advertisement?.wageMinimum == 9)
        #expect(advertisement?.wageMaximum == 11)
        #expect(advertisement?.currency == "EUR")
        #expect(advertisement?.wagePeriod == .hour)
        #expect(advertisement?.contractKind == "seasonal")
    }

    @Test("A period of work gives the contract's months")
    func period() {
        let dates = { (start: String, end: String) in
            """
            <PositionPeriod><StartDate><DateText>\(start)</DateText></StartDate>
            <EndDate><DateText>\(end)</DateText></EndDate></PositionPeriod>
            """
        }
        let months = { (start: String, end: String) in
            Reading(Self.opening(more: dates(start, end))).advertisements.first?.contractMonths
        }
        #expect(months("01.03.2024", "31.08.2024") == 6)
        #expect(months("2024-03-15", "2025-03-14") == 12)
        #expect(months("Spring 2024", "na") == nil)
    }
}
