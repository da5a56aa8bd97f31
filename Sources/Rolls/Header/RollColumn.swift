import Vocabulary

/// A column of a roll with what its heading means.
package struct RollColumn: Hashable, Sendable {
    /// Its number on the sheet, A being 1.
    package let number: Int
    /// Its heading; where headings stand under others, all of them from the top: `Giới tính: Nam`.
    package let heading: String
    /// What it says; nil for a heading that nobody knows and for a column that is to be left out.
    package let field: RollField?
    /// The value that a tick in it stands for; nil for a column that holds values.
    package let tickValue: String?
    /// The sex of those for whom it has a value, as of two columns for men's and women's years of birth.
    let sexValue: String?

    /// Whether it holds ticks rather than values.
    package var isTick: Bool { tickValue != nil }

    /// What it means, without how its heading is written.
    var meaning: [String?] { [String(number), field?.rawValue, tickValue, sexValue] }

    /// Its name as a spreadsheet program shows it: A, B, … AA.
    package var letter: String {
        var letters = ""
        var rest = number
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    /// The column under these headings, from the top to its own.
    init(number: Int, path: [String], mapping: RollMapping) {
        self.number = number
        let lines = path.map(RollText.line).filter { !$0.isEmpty }
        let distinct = lines.enumerated().filter { $0.offset == 0 || $0.element != lines[$0.offset - 1] }.map(\.element)
        heading = distinct.joined(separator: ": ")
        // A heading joined by a list that was written out by this module stands in one cell.
        let isJoined = distinct.count == 1 && RollField.recognised(heading) == nil
        let parts = isJoined ? heading.split(separator: ":").map { RollText.line(String($0)) } : distinct
        let meaning: Meaning =
            switch mapping.field(of: heading) {
            case .some(let field?): Meaning(field: field, tick: Meaning.tick(field, parts.last ?? ""))
            case .some(nil): Meaning()
            case nil: Meaning(parts)
            }
        field = meaning.field
        tickValue = meaning.tick
        sexValue = meaning.sex
    }
}

/// What headings above each other mean.
private struct Meaning {
    var field: RollField?
    var tick: String?
    var sex: String?

    init(field: RollField? = nil, tick: String? = nil, sex: String? = nil) {
        self.field = field
        self.tick = tick
        self.sex = sex
    }

    init(_ path: [String]) {
        self.init()
        guard let leaf = path.last else { return }
        let above = path.dropLast().reversed()
        let own = RollField.recognised(leaf)
        for parent in above {
            if let field = RollField.recognised(parent + " " + leaf) {
                self.field = field
                return
            }
            guard let field = RollField.recognised(parent) else { continue }
            if field == .birth, PersonText.sex(leaf) != nil {
                self.field = field
                sex = leaf
                return
            }
            if let tick = Meaning.tick(field, leaf) {
                self.field = field
                self.tick = tick
                return
            }
            // The commune and district of an address of its own are parts of it, not where the household is registered.
            if field.isJoined, field != .permanentAddress, own == nil || own?.isPlace == true {
                self.field = field
                return
            }
        }
        if let own {
            field = own
            tick = Meaning.tick(own, leaf)
        } else if let (field, value) = RollColumn.standingAlone[folded(leaf)] {
            self.field = field
            tick = value
        } else if let parent = above.lazy.compactMap({ RollField.recognised($0) }).first, !parent.isTicked {
            field = parent
        }
    }

    /// The heading as the value that a tick under it stands for.
    static func tick(_ field: RollField, _ heading: String) -> String? {
        guard field.isTicked else { return nil }
        return [heading, String(heading.prefix { $0 != "(" })].map(RollText.line).first(where: field.understands)
    }
}

extension RollField {
    fileprivate var isPlace: Bool { [.commune, .district, .province, .village].contains(self) }

    /// Whether a text is one of the field's values.
    func understands(_ text: String) -> Bool {
        switch self {
        case .ability: PersonText.ability(text) != nil && RollTick.mark(text) == nil
        case .activity: WorkText.activity(text) != nil
        case .change: HouseholdText.departure(text) != nil
        case .contactWay: PersonText.contactWay(text) != nil
        case .contract: WorkText.contract(text) != nil
        case .deprivations: HouseholdText.deprivation(text) != nil
        case .education: SchoolText.education(text) != nil
        case .inactiveReason: WorkText.inactive(text) != nil
        case .languages: PersonText.language(text) != nil
        case .povertyClass: HouseholdText.povertyClass(text) != nil
        case .qualification: SchoolText.qualification(text) != nil
        case .reach: PersonText.reach(text) != nil
        case .sex: PersonText.sex(text) != nil
        case .skills: PersonText.skill(text) != nil
        case .status: WorkText.status(text) != nil
        case .unemployedFor, .unemployedKind: WorkText.isUnemployed(text) && folded(text) != "that nghiep"
        default: false
        }
    }
}

extension RollColumn {
    /// Values that stand as headings of tick columns without any heading above them.
    fileprivate static let standingAlone: [String: (RollField, String)] = {
        let values: [(RollField, [String])] = [
            (
                .education,
                [
                    "Chưa học xong Tiểu học", "Chưa tốt nghiệp Tiểu học", "Tốt nghiệp Tiểu học", "Tốt nghiệp THCS",
                    "Tốt nghiệp THPT", "TN Tiểu học", "TN THCS", "TN THPT", "TN TH", "Chưa học xong TH",
                ]
            ),
            (
                .qualification,
                [
                    "Chưa qua đào tạo", "CNKT không có bằng", "Công nhân kỹ thuật không có bằng",
                    "Chứng chỉ nghề dưới 3 tháng", "Sơ cấp", "Trung cấp", "Cao đẳng", "Đại học", "Trên đại học",
                ]
            ),
            (.status, ["Chủ cơ sở SXKD", "Tự làm", "Lao động gia đình", "Làm công ăn lương"]),
            (.inactiveReason, ["Đi học", "Hưu trí", "Nội trợ", "Ốm đau"]),
            (.unemployedKind, ["Chưa bao giờ làm việc", "Đã từng làm việc"]),
            (
                .contract,
                ["Không xác định thời hạn", "Đủ 12 đến 36 tháng", "Đủ 3 đến 12 tháng", "Không có hợp đồng"]
            ),
        ]
        let pairs = values.flatMap { field, texts in texts.map { (folded($0), (field, $0)) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }()
}
