/// The six tones of Vietnamese in the order of dictionaries.
enum Tone: UInt8, CaseIterable {
    /// Ngang, not written.
    case level = 1
    /// Huyền (à).
    case falling
    /// Hỏi (ả).
    case asking
    /// Ngã (ã).
    case broken
    /// Sắc (á).
    case rising
    /// Nặng (ạ).
    case heavy
}
