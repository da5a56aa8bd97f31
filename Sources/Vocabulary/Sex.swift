/// Sex as recorded in the civil register.
package enum Sex: String, Sendable, CaseIterable {
    /// Nam.
    case male = "M"
    /// Nữ.
    case female = "F"
}
