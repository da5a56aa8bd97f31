import Feeds
import Testing
import Vocabulary

@Suite("Dates as feeds write them")
struct DateFormatTests {
    @Test(
        "ISO dates, with time and zone as the day in Vietnam",
        arguments: [
            ("2024-06-30", "2024-06-30"), ("2024-06-30T16:59:59Z", "2024-06-30"),
            ("2024-06-30T17:00:00Z", "2024-07-01"),
            ("2024-06-30T00:00:00.000+07:00", "2024-06-30"), ("2024-06-30T23:00:00", "2024-06-30"),
            ("2024-06-30T12:00:00-0700", "2024-07-01"), ("2024-06-30+07:00", "2024-06-30"),
            ("2025-04-09 16:22:34.926326", "2025-04-09"),
        ]
    )
    func iso(text: String, day: String) {
        #expect(DateFormat.iso.day(text)?.description == day)
    }

    @Test(
        "RFC 822 dates, with and without time and the day's name",
        arguments: [
            ("Tue, 29 Jun 2021 22:49:39 GMT", "2021-06-30"), ("Mon, 08 Nov 2021", "2021-11-08"),
            ("8 November 2021", "2021-11-08"), ("31 Jul 2014 07:27:14 PDT", "2014-07-31"),
            ("Thu, 01 Jul 2021 01:00 +0700", "2021-07-01"), ("1 Jul 2021 01:00:00 XYZ", "2021-07-01"),
        ]
    )
    func rfc822(text: String, day: String) {
        #expect(DateFormat.rfc822.day(text)?.description == day)
    }

    @Test("Dates that begin with the day", arguments: ["31/03/2024", "31.3.2024", "31-03-2024 17:19:13"])
    func dayFirst(text: String) {
        #expect(DateFormat.dayFirst.day(text)?.description == "2024-03-31")
    }

    @Test(
        "What is no date is none",
        arguments: [
            "", "undisclosed", "2024-02-30", "31/02/2024", "13/13/2024", "2024-06", "1 Foo 2024", "2024-06-30Tnow",
        ]
    )
    func none(text: String) {
        for format in DateFormat.allCases { #expect(format.day(text) == nil) }
    }
}
