import Vocabulary

/// A number with dots between thousands.
func number(_ value: Int) -> String {
    String(Dong(Int64(value)).description.dropLast(2))
}

extension Texts {
    /// A part of a whole in per cent, to one place; a dash where there is no whole.
    func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let tenths = (part * 1000 + whole / 2) / whole
        let mark = language == .vietnamese ? "," : "."
        return "\(tenths / 10)\(mark)\(tenths % 10) %"
    }
}
