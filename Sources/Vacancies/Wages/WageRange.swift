/// Amounts as they stand in the text, one or two of them.
struct WageRange {
    /// The only amount, or the one written first.
    var first: WageAmount
    /// The one written second.
    var second: WageAmount?
    /// The period written after the amounts.
    var period: WagePeriod?
    /// Whether they are paid for something that is no period.
    var isByPiece = false
    /// Whether words after it make it the lowest.
    var isFrom = false
    /// Whether words after it make it the highest.
    var isUpTo = false
    /// Whether it stands in a chain of more than two numbers, as dates and telephone numbers do.
    var isChain = false
    /// Whether what stands before and after it lets two small numbers be millions.
    var mayBeMillions = false
}
