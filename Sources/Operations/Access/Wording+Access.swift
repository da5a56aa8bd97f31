extension Permission {
    /// What the caller may do, in words.
    package var wording: Wording {
        switch self {
        case .listPeople: Wording("xem danh sách hộ và lao động (che số định danh, điện thoại)", "list people, masked")
        case .openPerson:
            Wording("mở trang của một người, có ghi mục đích", "open a person's page, the purpose being logged")
        case .exportPeople:
            Wording("tải danh sách người ra tệp, có ghi mục đích", "take lists of people out, the purpose being logged")
        case .changePeople: Wording("ghi câu trả lời, nguyện vọng", "record answers and wishes")
        case .withdrawConsent: Wording("ghi việc rút đồng ý, không liên hệ", "record that consent is withdrawn")
        case .erasePeople: Wording("xóa dữ liệu của một người", "erase a person")
        case .readVacancies: Wording("xem việc làm và nơi tuyển", "read vacancies and employers")
        case .changeVacancies: Wording("thêm, sửa, đóng việc làm", "add, change and close vacancies")
        case .readEmployers:
            Wording("xem liên hệ, xác minh của nơi tuyển", "read contacts and confirmations of employers")
        case .confirmEmployers: Wording("sửa, xác minh nơi tuyển", "change and confirm employers")
        case .blockEmployers: Wording("chặn, bỏ chặn nơi tuyển", "block and unblock employers")
        case .readPlan: Wording("xem kế hoạch, vì sao, câu cần hỏi", "read the plan, its reasons and what to ask")
        case .makePlan: Wording("lập kế hoạch", "make a plan")
        case .readReferrals: Wording("xem giới thiệu việc làm", "read referrals")
        case .refer: Wording("giới thiệu, ghi kết quả giới thiệu", "refer people, and record what comes of it")
        case .overrideHouseholdFirst:
            Wording("bỏ qua ưu tiên hộ chưa có việc, có lý do", "override household first, with a reason")
        case .recordOutcomes: Wording("ghi việc đã nhận, đã thôi", "record hires and ends")
        case .readLedger: Wording("xem sổ việc làm của hộ", "read the coverage ledger")
        case .readImports: Wording("xem các lượt nhập danh sách", "read imports of rolls")
        case .importRolls: Wording("nhập danh sách, quyết định người trùng", "import rolls, decide about duplicates")
        case .readFeeds: Wording("xem các lượt đọc nguồn tin", "read runs of feeds")
        case .ingestFeeds: Wording("đọc nguồn tin", "read feeds in")
        case .approveFeeds: Wording("duyệt lượt đọc bị giữ lại", "approve runs that are held")
        case .readReports: Wording("xem số liệu hai cam kết", "read figures of both promises")
        case .publishReports: Wording("công bố bảng số liệu", "publish tables of figures")
        case .readAudit: Wording("xem nhật ký, ai đã xem gì", "read the audit, and who looked at what")
        case .manageAccounts: Wording("quản lý tài khoản, khóa truy cập", "keep accounts and tokens")
        }
    }
}
