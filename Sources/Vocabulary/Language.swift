/// A language that people of the province speak or employers ask for, by its ISO 639-3 code.
package enum Language: String, Sendable, CaseIterable {
    /// Tiếng Trung.
    case chinese = "cmn"
    /// Tiếng Dao.
    case dao = "ium"
    /// Tiếng Anh.
    case english = "eng"
    /// Tiếng Mông.
    case hmong = "hmn"
    /// Tiếng Nhật.
    case japanese = "jpn"
    /// Tiếng Hàn.
    case korean = "kor"
    /// Tiếng Nùng.
    case nung = "nut"
    /// Tiếng Sán Chay (Cao Lan, Sán Chỉ).
    case sanChay = "mlc"
    /// Tiếng Tày.
    case tay = "tyz"
    /// Tiếng Việt (tiếng phổ thông).
    case vietnamese = "vie"
}
