import Vacancies
import Vocabulary

/// Text as XML character data.
private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
        switch character {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        default: result.append(character)
        }
    }
    return result
}

private func element(_ name: String, _ text: String?) -> String {
    text.map { "    <\(name)>\(escaped($0))</\(name)>\n" } ?? ""
}

/// The demo's feed in this service's own format.
enum OwnFeed {
    static func write(_ vacancies: ArraySlice<DemoVacancy>, asOf: Day, to sink: (String) throws -> Void) throws {
        try sink(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <vacancies xmlns="urn:noiviec:vacancies:1" complete="true" count="\(vacancies.count)" generated="\(asOf)T06:00:00+07:00">

            """
        )
        for vacancy in vacancies { try sink(record(vacancy)) }
        try sink("</vacancies>\n")
    }

    private static func record(_ vacancy: DemoVacancy) -> String {
        var text = "  <vacancy>\n"
        text += element("id", "BK-\(vacancy.number)")
        text += element("title", vacancy.job.title)
        text += element("description", vacancy.text)
        text +=
            "    <employer><name>\(escaped(vacancy.employer))</name><taxCode>\(vacancy.taxCode)</taxCode></employer>\n"
        let unit = vacancy.commune.map { "<unitCode>\($0.code)</unitCode>" } ?? ""
        text += "    <workplace>\(unit)<address>\(escaped(vacancy.placeText))</address></workplace>\n"
        text +=
            vacancy.wage.map {
                "    <wage min=\"\($0.minimum)\" max=\"\($0.maximum)\" currency=\"VND\" period=\"month\"/>\n"
            }
            ?? "    <wage negotiable=\"true\"/>\n"
        switch vacancy.contract {
        case .indefinite: text += "    <contract kind=\"indefinite\"/>\n"
        case .fixed(let months): text += "    <contract kind=\"fixed\" months=\"\(months)\"/>\n"
        case .seasonal: text += "    <contract kind=\"seasonal\"/>\n"
        case nil: break
        }
        text += element("openings", String(vacancy.openings))
        text += element("occupation", vacancy.job.code)
        text += element("education", vacancy.education.map(String.init))
        text += element("qualification", vacancy.qualification.map(String.init))
        text += element("experience", vacancy.experience.map(String.init))
        text += element("training", vacancy.isTrained.map(String.init))
        text += element("posted", vacancy.posted.description)
        text += element("expires", vacancy.expires.description)
        text += element("hazardous", vacancy.isHazardous.map(String.init))
        text += element("housing", vacancy.hasHousing.map(String.init))
        text += element("url", "https://viec-lam.example/\(vacancy.number)")
        return text + "  </vacancy>\n"
    }
}

/// The demo's feed in the flat format of job boards.
enum IndeedFeed {
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    static func write(_ vacancies: ArraySlice<DemoVacancy>, asOf: Day, to sink: (String) throws -> Void) throws {
        try sink("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<source>\n")
        try sink(
            "    <publisher>Sàn việc làm giả lập</publisher>\n    <publisherurl>https://san.example</publisherurl>\n"
        )
        try sink("    <lastBuildDate>\(date(asOf)) 06:00:00 GMT</lastBuildDate>\n")
        for vacancy in vacancies { try sink(record(vacancy)) }
        try sink("</source>\n")
    }

    private static func date(_ day: Day) -> String {
        let (year, month, number) = day.parts
        let weekday = weekdays[((day.number % 7) + 7) % 7]
        return "\(weekday), \(number < 10 ? "0" : "")\(number) \(months[month - 1]) \(year)"
    }

    private static func record(_ vacancy: DemoVacancy) -> String {
        var text = "  <job>\n"
        text += element("title", vacancy.job.title)
        text += element("date", date(vacancy.posted) + " 08:00:00 GMT")
        text += element("referencenumber", "SAN\(vacancy.number)")
        text += element("url", "https://san.example/job?id=\(vacancy.number)&lang=vi")
        text += element("company", vacancy.employer)
        let town = vacancy.elsewhere?.town ?? "\(vacancy.commune?.name ?? ""), \(vacancy.districtName)"
        text += element("city", town)
        text += element("state", vacancy.elsewhere?.province ?? "Bắc Kạn")
        text += element("country", "VN")
        text +=
            "    <description><![CDATA[<p>\(vacancy.text)</p><p>Liên hệ &amp; nộp hồ sơ trực tiếp.</p>]]></description>\n"
        text += element("salary", salary(vacancy))
        switch vacancy.contract {
        case .indefinite: text += element("jobtype", "permanent")
        case .seasonal: text += element("jobtype", "temporary")
        case .fixed(let months): text += element("jobtype", "fulltime") + element("contractmonths", String(months))
        case nil: text += element("jobtype", "fulltime")
        }
        text += element("taxcode", vacancy.taxCode)
        let education = ["Không yêu cầu", "Tiểu học", "THCS", "THPT"]
        text += element("education", vacancy.education.map { education[$0 - 1] })
        text += element("qualification", vacancy.qualification.map(String.init))
        text += element("experience", vacancy.experience.map { "\($0) năm" })
        text += element("openings", String(vacancy.openings))
        text += element("occupation", vacancy.job.code)
        text += element("housing", vacancy.hasHousing.map(String.init))
        text += element("training", vacancy.isTrained.map(String.init))
        text += element("hazardous", vacancy.isHazardous.map(String.init))
        text += element("expirationdate", date(vacancy.expires))
        return text + "  </job>\n"
    }

    /// A wage in one of the ways people write it.
    private static func salary(_ vacancy: DemoVacancy) -> String {
        guard let wage = vacancy.wage else { return "Thỏa thuận" }
        func millions(_ amount: Int) -> String {
            let tenths = amount / 100_000
            return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10),\(tenths % 10)"
        }
        switch vacancy.number % 3 {
        case 0: return "\(millions(wage.minimum)) - \(millions(wage.maximum)) triệu/tháng"
        case 1: return "\(Dong(Int64(wage.minimum))) - \(Dong(Int64(wage.maximum)))/tháng"
        default: return "Từ \(millions(wage.minimum)) triệu"
        }
    }
}

/// The demo's feed in HR-XML 3, as European employment services exchange it.
enum EURESFeed {
    static func write(_ vacancies: ArraySlice<DemoVacancy>, to sink: (String) throws -> Void) throws {
        try sink(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <PositionOpenings xmlns="http://www.hr-xml.org/3" xmlns:oa="http://www.openapplications.org/oagis/9" complete="true" \
            count="\(vacancies.count)">

            """
        )
        for vacancy in vacancies { try sink(record(vacancy)) }
        try sink("</PositionOpenings>\n")
    }

    private static func record(_ vacancy: DemoVacancy) -> String {
        var text = "  <PositionOpening validFrom=\"\(vacancy.posted)\" majorVersionID=\"3\" minorVersionID=\"2\">\n"
        text += "    <DocumentID schemeID=\"DEMO\">EU-\(vacancy.number)</DocumentID>\n"
        text += "    <PositionOpeningStatusCode name=\"Active\">Active</PositionOpeningStatusCode>\n"
        text += "    <PositionProfile languageCode=\"vi\">\n"
        text += element("PositionTitle", vacancy.job.title)
        text += "    <PositionLocation><Address><oa:CityName>\(escaped(town(vacancy)))</oa:CityName>"
        text +=
            "<oa:CountrySubDivisionCode>\(escaped(vacancy.elsewhere?.province ?? "Bắc Kạn"))</oa:CountrySubDivisionCode>"
        text += "<CountryCode>VN</CountryCode></Address></PositionLocation>\n"
        text += "    <PositionOrganization><OrganizationIdentifiers><OrganizationName>\(escaped(vacancy.employer))"
        text += "</OrganizationName><OrganizationLegalID>\(vacancy.taxCode)</OrganizationLegalID>"
        text += "</OrganizationIdentifiers></PositionOrganization>\n"
        text += element("PositionOpenQuantity", String(vacancy.openings))
        text +=
            "    <JobCategoryCode listName=\"ISCO2008\" listVersionID=\"2008\">\(vacancy.job.isco)</JobCategoryCode>\n"
        text += element("PositionOfferingTypeCode", vacancy.contract == .seasonal ? "Temporary" : "DirectHire")
        text +=
            "    <PositionFormattedDescription><Content>\(escaped(vacancy.text))</Content></PositionFormattedDescription>\n"
        if let wage = vacancy.wage {
            text += "    <OfferedRemunerationPackage><RemunerationRange currencyCode=\"VND\" intervalCode=\"Month\">"
            text += "<MinimumAmount>\(wage.minimum)</MinimumAmount><MaximumAmount>\(wage.maximum)</MaximumAmount>"
            text += "</RemunerationRange></OfferedRemunerationPackage>\n"
        }
        text += element("ApplicationCloseDate", vacancy.expires.description)
        text += "    </PositionProfile>\n    <UserArea>\n"
        switch vacancy.contract {
        // The format has no word for a contract without end; the longest fixed one stands for it.
        case .indefinite: text += element("ContractMonths", "36")
        case .fixed(let months): text += element("ContractMonths", String(months))
        case .seasonal, nil: break
        }
        text += element("Housing", vacancy.hasHousing.map(String.init))
        text += element("Training", vacancy.isTrained.map(String.init))
        text += element("Hazardous", vacancy.isHazardous.map(String.init))
        text += element("Education", vacancy.education.map(String.init))
        text += element("Qualification", vacancy.qualification.map(String.init))
        text += element("Experience", vacancy.experience.map(String.init))
        text += element("UnitCode", vacancy.commune?.code.description)
        return text + "    </UserArea>\n  </PositionOpening>\n"
    }

    private static func town(_ vacancy: DemoVacancy) -> String {
        vacancy.elsewhere?.town ?? "\(vacancy.commune?.name ?? ""), \(vacancy.districtName)"
    }
}
