import Feeds
import Testing

@Suite("Retry-After")
struct RetryAfterTests {
    @Test(
        "Seconds and dates are read",
        arguments: [
            ("120", 120), (" 0", 0), ("Sun, 31 Mar 2024 07:02:00 GMT", 120), ("Sun, 31 Mar 2024 06:00:00 GMT", 0),
            ("Mon, 01 Apr 2024 07:00:00 GMT", 86_400), ("99999999999", 31_622_400),
            ("Fri, 31 Dec 9999 23:59:59 GMT", 31_622_400),
        ]
    )
    func read(value: String, seconds: Int) {
        #expect(RetryAfter.seconds(value, now: Fetched.now) == seconds)
    }

    @Test(
        "Anything else is nothing",
        arguments: [
            "", "soon", "-1", "1.5", "99999999999999999999", "Sun, 31 Mar 2024 07:02:00", "31 Mar 2024 07:02:00 GMT",
            "Sun, 31 Feb 2024 07:02:00 GMT", "Sun, 31 Mar 2024 24:00:00 GMT", "Sun, 31 mar 2024 07:02:00 GMT",
            "Sunday, 31-Mar-24 07:02:00 GMT", "Sun Mar 31 07:02:00 2024", "Sun, 31 Mar 2024 07:02 GMT",
        ]
    )
    func unread(value: String) {
        #expect(RetryAfter.seconds(value, now: Fetched.now) == nil)
    }

    @Test("A missing header is nothing")
    func missing() {
        #expect(RetryAfter.seconds(nil, now: Fetched.now) == nil)
    }

    @Test("The example of RFC 9110 is 784,111,777")
    func example() {
        #expect(RetryAfter.unixSeconds("Sun, 06 Nov 1994 08:49:37 GMT") == 784_111_777)
    }
}
