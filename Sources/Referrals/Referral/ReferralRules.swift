import Vocabulary

/// What an office has settled about referrals.
package struct ReferralRules: Hashable, Sendable {
    /// For how many days an answer is waited for; past them a referral no longer counts as under way.
    package let dueDays: Int
    /// How many referrals of one person may be under way at once.
    package let perMember: Int
    /// How many referrals for each opening of a vacancy may be under way at once.
    package let perOpening: Int
    /// For how many minutes an officer may take the own last step back.
    package let undoMinutes: Int
    /// For how many days a letter of introduction is good.
    package let letterDays: Int
    /// How letters are numbered: `{n}` is the number within the year, `{year}` the year.
    package let letterNumber: String

    /// How many days ahead a start or an interview may be.
    package static let daysAhead = 60

    /// Rules from their parts.
    package init(
        dueDays: Int,
        perMember: Int,
        perOpening: Int,
        undoMinutes: Int,
        letterDays: Int,
        letterNumber: String
    ) {
        self.dueDays = dueDays
        self.perMember = perMember
        self.perOpening = perOpening
        self.undoMinutes = undoMinutes
        self.letterDays = letterDays
        self.letterNumber = letterNumber
    }

    /// The number of the nth letter of a year.
    package func letterNumber(_ number: Int, year: Int) -> String {
        var text = ""
        var rest = Substring(letterNumber)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            switch rest[rest.index(after: open)..<close] {
            case "n": text += String(number)
            case "year": text += String(year)
            default: text += rest[open...close]
            }
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}
