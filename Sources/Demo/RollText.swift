import Households
import Vocabulary

/// The rolls as text: CSV with the title rows that real lists have above their header.
enum RollText {
    static func householdHead(_ day: String) -> String {
        row(["DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO, HỘ MỚI THOÁT NGHÈO"]) + title(day)
            + row([
                "STT", "Mã hộ", "Chủ hộ", "Huyện", "Xã", "Mã xã", "Thôn", "Dân tộc", "Phân loại hộ", "Ngày thoát nghèo",
                "Số nhân khẩu", "Không có khả năng lao động",
            ])
    }

    static func memberHead(_ day: String) -> String {
        row(["DANH SÁCH NHÂN KHẨU VÀ NGƯỜI LAO ĐỘNG"]) + title(day)
            + row([
                "STT", "Mã hộ", "Họ và tên", "Quan hệ với chủ hộ", "Ngày sinh", "Giới tính", "Số CCCD", "Số điện thoại",
                "Dân tộc", "Người khuyết tật", "Khả năng lao động", "Trình độ giáo dục phổ thông",
                "Trình độ chuyên môn kỹ thuật", "Mã nghề đào tạo", "Tình trạng hoạt động kinh tế",
                "Lý do không tham gia HĐKT", "Vị thế việc làm", "Mã công việc đang làm", "Loại hợp đồng lao động",
                "Nơi làm việc", "Mã công việc đã làm", "Số năm kinh nghiệm", "Nhu cầu việc làm", "Người chăm sóc chính",
                "Phạm vi làm việc", "Mức lương mong muốn",
            ])
    }

    static func line(_ household: DemoHousehold, number: Int, district: String) -> String {
        let classes: [PovertyClass: String] = [
            .poor: "Hộ nghèo", .nearPoor: "Hộ cận nghèo", .newlyEscaped: "Hộ mới thoát nghèo",
        ]
        return row([
            String(number), household.code, household.members.first?.name ?? "", district, household.commune.name,
            household.commune.code.description, household.village, household.ethnicGroup,
            classes[household.povertyClass] ?? "", household.escapedOn?.vietnamese ?? "",
            String(household.members.count),
            household.isWithoutLabour ? "x" : "",
        ])
    }

    static func line(_ member: DemoMember, of household: DemoHousehold, number: Int) -> String {
        row([
            String(number), household.code, member.name, member.relation, member.birth, member.sex, member.nationalID,
            member.phone, member.ethnicGroup, member.disabled, member.ability, member.education, member.qualification,
            member.trainedCode, member.activity, member.inactiveReason, member.status, member.currentCode,
            member.contract, member.workplace, member.pastCode, member.experience, member.wanted, member.carer,
            member.reach, member.wageFloor,
        ])
    }

    private static func title(_ day: String) -> String {
        row(["Tỉnh Bắc Kạn, thời điểm \(day) (DỮ LIỆU GIẢ LẬP)"]) + row([""])
    }

    private static func row(_ fields: [String]) -> String {
        let quoted = fields.map { $0.contains(",") ? "\"\($0)\"" : $0 }
        return quoted.joined(separator: ",") + "\r\n"
    }
}
