/// What blank lists for offices hold: the columns to fill in, and examples for a sheet of their own, which is named so
/// that no reading takes them for people.
package enum RollTemplate {
    /// A column of a blank list.
    package struct Column: Hashable, Sendable {
        /// What it says.
        package let field: RollField
        /// Its heading.
        package let heading: String
        /// The values to choose from; empty where anything may be written.
        package let allowed: [String]
        /// What stands in it in each row of the examples.
        package let examples: [String]
    }

    /// The name of the sheet that holds the examples; a sheet so named is not read.
    package static let exampleSheet = "Ví dụ"

    /// The columns of a blank list, from left to right.
    package static func columns(_ kind: RollKind) -> [Column] {
        switch kind {
        case .households: household([.reviewedOn, .change, .changedOn], rows: households)
        case .members: [column(.rowNumber, ["1", "2"]), column(.householdCode, ["01864-001", "01864-001"])] + person
        case .combined:
            // The household's cells are filled in on its first row alone.
            household([], rows: [households[0], [:]]) + person
        }
    }

    private static func household(_ further: [RollField], rows: [[RollField: String]]) -> [Column] {
        let fields: [RollField] =
            [
                .rowNumber, .householdCode, .headName, .village, .commune, .district, .povertyClass, .escapedOn,
                .householdSize, .withoutLabour, .monthlyIncome, .deprivations,
            ] + further
        return fields.map { field in column(field, rows.map { $0[field] ?? "" }) }
    }

    private static let households: [[RollField: String]] = [
        [
            .rowNumber: "1", .householdCode: "01864-001", .headName: "Nguyễn Văn Mẫu", .village: "Thôn Ví Dụ",
            .commune: "Xã Bộc Bố", .district: "Huyện Pác Nặm", .povertyClass: "Hộ nghèo", .householdSize: "4",
            .monthlyIncome: "1.200.000", .deprivations: "1, 5, 9", .reviewedOn: "15/12/2023",
        ],
        [
            .rowNumber: "2", .householdCode: "01864-002", .headName: "Trần Thị Mẫu", .village: "Thôn Ví Dụ",
            .commune: "Xã Bộc Bố", .district: "Huyện Pác Nặm", .povertyClass: "Hộ mới thoát nghèo",
            .escapedOn: "31/12/2022", .householdSize: "2", .withoutLabour: "x", .reviewedOn: "15/12/2023",
        ],
    ]

    private static let person: [Column] = [
        column(.fullName, ["Nguyễn Văn Mẫu", "Trần Thị Ví Dụ"]),
        column(.relation, ["Chủ hộ", "Vợ"]),
        column(.birth, ["05/03/1990", "1992"]),
        column(.sex, ["Nam", "Nữ"]),
        column(.nationalID, ["006090000001", ""]),
        column(.phone, ["0912 000 001", ""]),
        column(.ethnicity, ["Tày", "Mông"]),
        column(.disabled, ["", ""]),
        column(.ability, ["Có", "Có"]),
        column(.education, ["Tốt nghiệp THCS", "Tốt nghiệp Tiểu học"]),
        column(.qualification, ["Sơ cấp", "Chưa qua đào tạo"]),
        column(.trainedOccupation, ["7533", ""]),
        column(.activity, ["Có việc làm", "Không tham gia HĐKT"]),
        column(.inactiveReason, ["", "Nội trợ"]),
        column(.leftSchool, ["", ""]),
        column(.status, ["Làm công ăn lương", ""]),
        column(.currentJob, ["Công nhân may", ""]),
        column(.currentOccupation, ["8153", ""]),
        column(.contract, ["Dưới 3 tháng", ""]),
        column(.contractStart, ["01/02/2024", ""]),
        column(.workplace, ["Ngoài tỉnh", ""]),
        column(.currentAddress, ["Bắc Ninh", "Tại nhà"]),
        column(.pastJob, ["", "Bán hàng"]),
        column(.experience, ["3", ""]),
        column(.wantedJob, ["8153", "Làm gần nhà"]),
        column(.soleCarer, ["Không", "Có"]),
        column(.reach, ["Trong tỉnh", "Trong huyện"]),
        column(.wageFloor, ["7.000.000", ""]),
        column(.nights, ["Có", "Không"]),
        column(.languages, ["Tày, Kinh", "Mông"]),
        column(.readsVietnamese, ["Có", "Không"]),
        column(.contactWay, ["Điện thoại", "Trưởng thôn"]),
        column(.skills, ["May, A1", ""]),
        column(.change, ["", ""]),
        column(.changedOn, ["", ""]),
    ]

    private static func column(_ field: RollField, _ examples: [String]) -> Column {
        Column(field: field, heading: field.heading, allowed: allowed(field), examples: examples)
    }

    private static func allowed(_ field: RollField) -> [String] {
        switch field {
        case .povertyClass: ["Hộ nghèo", "Hộ cận nghèo", "Hộ mới thoát nghèo", "Hộ không nghèo"]
        case .sex: ["Nam", "Nữ"]
        case .withoutLabour, .disabled: ["x"]
        case .ability: ["Có", "Hạn chế", "Không"]
        case .education: ["Chưa học xong Tiểu học", "Tốt nghiệp Tiểu học", "Tốt nghiệp THCS", "Tốt nghiệp THPT"]
        case .qualification:
            [
                "Chưa qua đào tạo", "CNKT không có bằng", "Chứng chỉ nghề dưới 3 tháng", "Sơ cấp", "Trung cấp",
                "Cao đẳng", "Đại học", "Trên đại học",
            ]
        case .activity: ["Có việc làm", "Thất nghiệp", "Không tham gia HĐKT"]
        case .inactiveReason: ["Đi học", "Hưu trí", "Nội trợ", "Khuyết tật", "Khác"]
        case .status: ["Chủ cơ sở SXKD", "Tự làm", "Lao động gia đình", "Làm công ăn lương"]
        case .contract:
            [
                "Không xác định thời hạn", "Đủ 12 đến 36 tháng", "Đủ 3 đến 12 tháng", "Dưới 3 tháng",
                "Không có hợp đồng",
            ]
        case .reach: ["Trong huyện", "Trong tỉnh", "Mọi nơi"]
        case .nights, .readsVietnamese, .soleCarer, .leftSchool: ["Có", "Không"]
        case .contactWay: ["Điện thoại", "Trưởng thôn", "Đến nhà"]
        case .change: ["Chết", "Chuyển đi", "Tách hộ"]
        default: []
        }
    }
}
