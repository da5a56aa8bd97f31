import Vocabulary

/// The fields a roll can have, each with the headings that offices give it.
enum Column: String, CaseIterable {
    case householdCode = "Mã hộ"
    case headName = "Chủ hộ"
    case communeCode = "Mã xã"
    case village = "Thôn"
    case povertyClass = "Phân loại hộ"
    case escapedOn = "Ngày thoát nghèo"
    case withoutLabour = "Không có khả năng lao động"
    case name = "Họ và tên"
    case relation = "Quan hệ với chủ hộ"
    case birth = "Ngày sinh"
    case sex = "Giới tính"
    case nationalID = "Số CCCD"
    case phone = "Số điện thoại"
    case ethnicity = "Dân tộc"
    case disabled = "Người khuyết tật"
    case ability = "Khả năng lao động"
    case education = "Trình độ giáo dục phổ thông"
    case qualification = "Trình độ chuyên môn kỹ thuật"
    case trainedOccupation = "Mã nghề đào tạo"
    case activity = "Tình trạng hoạt động kinh tế"
    case inactiveReason = "Lý do không tham gia HĐKT"
    case status = "Vị thế việc làm"
    case currentOccupation = "Mã công việc đang làm"
    case contract = "Loại hợp đồng lao động"
    case workplace = "Nơi làm việc"
    case pastOccupation = "Mã công việc đã làm"
    case experience = "Số năm kinh nghiệm"
    case wanted = "Nhu cầu việc làm"
    case soleCarer = "Người chăm sóc chính"
    case reach = "Phạm vi làm việc"
    case wageFloor = "Mức lương mong muốn"

    /// Other headings for the same field.
    private var variants: [String] {
        switch self {
        case .householdCode: ["Số hộ", "family.code", "MaHoGiaDinh"]
        case .headName: ["Họ tên chủ hộ", "family.hostName", "HoVaTenChuHo"]
        case .communeCode: ["Mã đơn vị hành chính", "Mã phường/xã"]
        case .village: ["Thôn, bản, tổ dân phố", "Thôn/bon/tổ dân phố"]
        case .povertyClass: ["Hộ nghèo, cận nghèo", "Thuộc hộ nghèo - cận nghèo", "classify", "Diện hộ"]
        case .name: ["Họ tên", "Họ, chữ đệm và tên khai sinh", "hoten"]
        case .relation: ["Mối quan hệ với chủ hộ", "Quan hệ"]
        case .birth: ["Ngày tháng năm sinh", "Ngày, tháng, năm sinh", "ngaysinh", "Năm sinh"]
        case .sex: ["gioitinh"]
        case .nationalID:
            ["Số CCCD/ CMTND", "Số Căn cước", "Số CMND/CCCD", "CMND/CCCD/Số định danh", "Số định danh cá nhân"]
        case .phone: ["Điện thoại", "Số diện thại", "SĐT"]
        case .ethnicity: ["dantoc"]
        case .education: ["Trình độ GDPT cao nhất đạt được", "Trình độ phổ thông", "Trình độ PT cao nhất"]
        case .qualification: ["Trình độ chuyên môn kỹ thuật cao nhất", "Trình độ CMKT cao nhất"]
        case .activity: ["Tình trạng tham gia hoạt động kinh tế"]
        case .inactiveReason: ["Nguyên nhân không tham gia hoạt động kinh tế", "Nguyên nhân không tham gia HĐKT"]
        case .status: ["vithevl"]
        case .contract: ["loaihdld", "Hợp đồng"]
        default: []
        }
    }

    /// The positions of the columns in a header row.
    static func positions(in header: [String]) -> [Column: Int] {
        var positions: [Column: Int] = [:]
        for (index, heading) in header.enumerated() {
            if let column = byHeading[folded(heading)], positions[column] == nil { positions[column] = index }
        }
        return positions
    }

    private static let byHeading: [String: Column] = Dictionary(
        allCases.flatMap { column in ([column.rawValue] + column.variants).map { (folded($0), column) } },
        uniquingKeysWith: { first, _ in first }
    )
}

/// The rows below a roll's header, by column.
struct Table {
    private let file: String
    private var reader: CSVReader
    private let positions: [Column: Int]

    /// Opens a roll and finds its header among the first 30 rows.
    init(path: String, needed: [Column]) throws(RollError) {
        file = path
        reader = try CSVReader(path: path)
        var fewestMissing = needed
        for _ in 0..<30 {
            guard let row = try reader.next() else { break }
            let found = Column.positions(in: row.fields)
            let missing = needed.filter { found[$0] == nil }
            if missing.isEmpty {
                positions = found
                return
            }
            if missing.count < fewestMissing.count { fewestMissing = missing }
        }
        throw .missingColumns(file: path, columns: fewestMissing.map(\.rawValue))
    }

    /// The next row that is neither empty, nor the header again, nor a sum.
    mutating func next() throws(RollError) -> TableRow? {
        while let (line, fields) = try reader.next() {
            if fields.allSatisfy(\.isEmpty) { continue }
            let row = TableRow(line: line, fields: fields, positions: positions)
            if let code = row[.householdCode], Column.positions(in: [code])[.householdCode] != nil { continue }
            if let first = fields.first, ["tong", "cong", "tong cong"].contains(folded(first)) { continue }
            return row
        }
        return nil
    }
}

/// One row of a roll.
struct TableRow {
    let line: Int
    private let fields: [String]
    private let positions: [Column: Int]

    init(line: Int, fields: [String], positions: [Column: Int]) {
        self.line = line
        self.fields = fields
        self.positions = positions
    }

    /// The text in a column; nil where it is empty or the roll has no such column.
    subscript(column: Column) -> String? {
        guard let position = positions[column], position < fields.count, !fields[position].isEmpty else { return nil }
        return fields[position]
    }

    /// Whether a tick column is ticked; nil where the roll has no such column.
    func isTicked(_ column: Column) -> Bool? {
        guard positions[column] != nil else { return nil }
        guard let text = self[column] else { return false }
        return ["x", "co", "1", "true", "v"].contains(folded(text))
    }
}
