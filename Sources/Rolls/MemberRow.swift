import Households
import Vocabulary

/// Turns the columns of one labour-roll row into a member's facts; what it cannot read stays unknown and is noted.
struct MemberRow {
    let row: TableRow

    /// Fills a member from the row and returns what is to be sealed.
    func fill(_ member: inout Member, note: (Column) -> Void) -> LabourRoll.Contact {
        func read<Value>(_ column: Column, _ read: (String) -> Value?) -> Value? {
            guard let text = row[column] else { return nil }
            let value = read(text)
            if value == nil { note(column) }
            return value
        }
        member.relation = row[.relation] ?? ""
        member.birth = read(.birth, birth)
        member.sex = read(.sex) { ["nam": .male, "nu": .female, "m": .male, "f": .female][folded($0)] }
        member.ethnicity = row[.ethnicity]
        member.isDisabled = row.isTicked(.disabled)
        member.ability =
            read(.ability) { ["co": .able, "han che": .limited, "khong": .unable][folded($0)] } ?? .unknown
        member.education = read(.education, education)
        member.qualification = read(.qualification, qualification)
        member.trainedOccupation = read(.trainedOccupation) { OccupationCode($0) }
        member.activity = activity(note: note)
        member.pastOccupation =
            read(.pastOccupation) { OccupationCode($0) } ?? read(.currentOccupation) { OccupationCode($0) }
        member.experienceYears = read(.experience) { Int($0).flatMap { (0...70).contains($0) ? $0 : nil } }
        member.wantedOccupation = row[.wanted].flatMap { OccupationCode($0) }
        member.isSoleCarer = row.isTicked(.soleCarer)
        member.away = read(.workplace, whereabouts) ?? nil
        member.reach = read(.reach, reach) ?? .notAsked
        member.wageFloor = read(.wageFloor, amount)
        let nationalID = read(.nationalID) { text in
            let digits = text.filter(\.isNumber)
            return [9, 12].contains(digits.count) ? digits : nil
        }
        let phone = read(.phone) { text in
            let digits = text.filter(\.isNumber)
            return (9...11).contains(digits.count) ? digits : nil
        }
        return LabourRoll.Contact(nationalID: nationalID, phone: phone)
    }

    private func birth(_ text: String) -> Birth? {
        if let day = Day(vietnamese: text) ?? Day(iso: text) { return .date(day) }
        guard text.count == 4, let year = Int(text), (1900...2100).contains(year) else { return nil }
        return .year(year)
    }

    private func education(_ text: String) -> Education? {
        let key = folded(text)
        if key.hasPrefix("chua") { return .belowPrimary }
        if key.contains("thpt") || key.contains("trung hoc pho thong") { return .upperSecondary }
        if key.contains("thcs") || key.contains("trung hoc co so") { return .lowerSecondary }
        return key.contains("tieu hoc") ? .primary : Int(key).flatMap(Education.init(rawValue:))
    }

    private func qualification(_ text: String) -> Qualification? {
        let key = folded(text)
        let words: [(String, Qualification)] = [
            ("chua qua", .untrained), ("khong co bang", .skilledWithoutCertificate), ("duoi 3 thang", .shortCourse),
            ("so cap", .elementary), ("trung cap", .intermediate), ("cao dang", .college),
            ("tren dai hoc", .postgraduate),
            ("dai hoc", .university),
        ]
        return words.first { key.contains($0.0) }?.1 ?? Int(key).flatMap(Qualification.init(rawValue:))
    }

    private func activity(note: (Column) -> Void) -> Activity {
        guard let text = row[.activity] else { return .unknown }
        switch folded(text) {
        case "co viec lam", "nguoi co viec lam": return .working(work(note: note))
        case "that nghiep", "nguoi that nghiep": return .unemployed
        case "khong tham gia", "khong tham gia hoat dong kinh te":
            guard let reason = row[.inactiveReason] else { return .otherInactive }
            switch folded(reason) {
            case "di hoc": return .studying
            case "noi tro": return .housekeeping
            case "khuyet tat", "om dau": return .incapacitated
            default: return .otherInactive
            }
        default:
            note(.activity)
            return .unknown
        }
    }

    private func work(note: (Column) -> Void) -> Work {
        let statuses: [String: Work.Status] = [
            "lam cong an luong": .employee, "tu lam": .ownAccount, "lao dong gia dinh": .familyWorker,
            "chu co so": .employer, "chu co so sxkd": .employer,
        ]
        let status = row[.status].flatMap { statuses[folded($0)] }
        if status == nil { note(.status) }
        let contract: ContractBand? = row[.contract].flatMap { text in
            let key = folded(text)
            if key.contains("khong xac dinh") { return .indefinite }
            if key.contains("12 den 36") { return .from12To36Months }
            if key.contains("3 den 12") { return .from3To12Months }
            if key.contains("duoi 3") { return .below3Months }
            return key.contains("khong co") ? .noContract : nil
        }
        if contract == nil, row[.contract] != nil { note(.contract) }
        return Work(status: status ?? .ownAccount, contract: contract)
    }

    private func whereabouts(_ text: String) -> Away?? {
        switch folded(text) {
        case "trong huyen", "tai xa": .some(nil)
        case "ngoai huyen": .inProvince
        case "ngoai tinh": .otherProvince
        case "nuoc ngoai": .abroad
        default: nil
        }
    }

    private func reach(_ text: String) -> Reach? {
        ["trong huyen": .ownDistrict, "trong tinh": .province, "moi noi": .anywhere][folded(text)]
    }

    private func amount(_ text: String) -> Dong? {
        Int64(text.filter { !".,đ ".contains($0) }).flatMap { (0...1_000_000_000).contains($0) ? Dong($0) : nil }
    }
}
