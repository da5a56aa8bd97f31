import Store

extension FeedRunRecord.Outcome {
    /// How a run ended, in words.
    package var wording: Wording {
        switch self {
        case .complete: Wording("đã đọc đủ", "read in full")
        case .partial: Wording("đã đọc một phần", "read in part")
        case .damaged: Wording("tệp bị hỏng, đã lấy phần đọc được", "damaged, what could be read was taken")
        case .unchanged: Wording("không có gì mới", "nothing new")
        case .held: Wording("chờ duyệt", "waits for approval")
        case .deferred: Wording("nguồn xin đợi", "the source asked to wait")
        case .failed: Wording("không đọc được", "could not be read")
        case .disabled: Wording("nguồn đã tắt", "switched off")
        }
    }
}
