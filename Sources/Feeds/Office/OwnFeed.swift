import Vacancies
import Vocabulary

/// Writes vacancies in the service's own format, `Config/feeds/noiviec-vacancies-1.xsd`, so that those from offices come in
/// by the same door as all others.
///
/// The feed never claims to be complete: what is absent from a sheet is not thereby closed.
package struct OwnFeed {
    /// The feed as a document.
    package let text: String
    /// The reference each vacancy has in it, in their order.
    package let references: [String]

    /// The feed of these vacancies.
    ///
    /// - Parameters:
    ///   - vacancies: the vacancies; no two of them with the same reference of their own.
    ///   - seconds: when the feed is made, in seconds since 1970.
    package init(_ vacancies: [OfficeVacancy], generatedAt seconds: Int64) {
        references = OfficeReference.references(of: vacancies)
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <vacancies xmlns="urn:noiviec:vacancies:1" complete="false" count="\(vacancies.count)" \
            generated="\(OwnFeed.time(seconds))">

            """
        for (vacancy, reference) in zip(vacancies, references) { OwnFeed.append(vacancy, reference, to: &text) }
        self.text = text + "</vacancies>\n"
    }

    private static func append(_ vacancy: OfficeVacancy, _ reference: String, to text: inout String) {
        func line(_ name: String, _ value: String?, indent: String = "    ") {
            if let value, !value.isEmpty { text += "\(indent)<\(name)>\(escaped(value))</\(name)>\n" }
        }
        text += "  <vacancy>\n"
        line("id", oneLine(reference, 200))
        line("title", oneLine(vacancy.title, 500))
        line("description", String(description(of: vacancy).unicodeScalars.prefix(100_000)))
        text += "    <employer>\n"
        line("name", oneLine(vacancy.employer, 500), indent: "      ")
        line("taxCode", vacancy.taxCode, indent: "      ")
        text += "    </employer>\n    <workplace>\n"
        line("unitCode", vacancy.unitCode?.description, indent: "      ")
        // Form 02 asks where the employer is, and means the place of work.
        line("address", oneLine(vacancy.workplace.isEmpty ? vacancy.address : vacancy.workplace, 500), indent: "      ")
        text += "    </workplace>\n"
        if let wage = vacancy.wage { text += "    \(element(wage))\n" }
        if let contract = vacancy.contract { text += "    \(element(contract))\n" }
        line("openings", vacancy.quantity.map { String($0) })
        line("occupation", vacancy.occupation?.digits)
        line("education", vacancy.education.map { String($0) })
        line("qualification", vacancy.qualification.map { String($0) })
        line("experience", vacancy.experience.map { String($0) })
        line("training", vacancy.trainsNewcomers.map { String($0) })
        line("posted", vacancy.postedOn?.description)
        line("expires", vacancy.expiresOn?.description)
        line("confirmed", vacancy.confirmedOn?.description)
        line("hazardous", vacancy.isHazardous.map { String($0) })
        line("housing", vacancy.offersHousing.map { String($0) })
        text += "  </vacancy>\n"
    }

    /// The description, with what the format has no place for and the office needs to confirm the employer.
    private static func description(of vacancy: OfficeVacancy) -> String {
        var lines = [PlainText.lines(vacancy.description)]
        if let women = vacancy.women, women > 0 { lines.append("Trong đó nữ: \(women)") }
        if !vacancy.workplace.isEmpty, !vacancy.address.isEmpty {
            lines.append("Địa chỉ: \(PlainText.line(vacancy.address))")
        }
        if !vacancy.phone.isEmpty { lines.append("Điện thoại: \(PlainText.line(vacancy.phone))") }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func element(_ wage: OfficeVacancy.Wage) -> String {
        switch wage {
        case .negotiable: return "<wage negotiable=\"true\"/>"
        case .range(let minimum, let maximum, let period):
            let highest = maximum.map { " max=\"\($0)\"" } ?? ""
            return "<wage min=\"\(minimum)\"\(highest) currency=\"VND\" period=\"\(period.rawValue)\"/>"
        case .words(let words): return "<wage>\(escaped(oneLine(words, 500)))</wage>"
        }
    }

    private static func element(_ contract: OfficeVacancy.Contract) -> String {
        switch contract {
        case .fixed(let months): "<contract kind=\"fixed\"\(months.map { " months=\"\($0)\"" } ?? "")/>"
        case .indefinite: "<contract kind=\"indefinite\"/>"
        case .seasonal: "<contract kind=\"seasonal\"/>"
        }
    }

    private static func oneLine(_ text: String, _ most: Int) -> String {
        PlainText.line(String(text.unicodeScalars.filter(isAllowed).prefix(most)))
    }

    /// A text as it stands between tags: marks escaped, characters that XML 1.0 does not allow left out.
    private static func escaped(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars where isAllowed(scalar) {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            // A reader turns a bare one into a line feed.
            case "\r": output += "&#13;"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }

    /// Whether XML 1.0 allows a character.
    static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// The time in Vietnam as XML writes it.
    private static func time(_ seconds: Int64) -> String {
        let day = Day(inVietnamAtUnixSeconds: seconds)
        let ofDay = Int(seconds + 7 * 3600 - Int64(day.number) * 86_400)
        let clock = [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map { $0 < 10 ? "0\($0)" : String($0) }
        return "\(day)T\(clock.joined(separator: ":"))+07:00"
    }
}
