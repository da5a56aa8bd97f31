import Vocabulary

/// A synthetic member in the words of the labour roll; an empty text is a gap of the kind real rolls have.
struct DemoMember {
    /// Who it is, before the roll is filled in.
    struct Person {
        var name: String
        var relation: String
        var isMale: Bool
        var age: Int
        var ethnicGroup: String
    }

    var name: String
    var relation: String
    var birth = ""
    var sex: String
    var nationalID = ""
    var phone = ""
    var ethnicGroup: String
    var disabled = ""
    var ability = ""
    var education = ""
    var qualification = ""
    var trainedCode = ""
    var activity = ""
    var inactiveReason = ""
    var status = ""
    var currentCode = ""
    var contract = ""
    var workplace = ""
    var pastCode = ""
    var experience = ""
    var wanted = ""
    var carer = ""
    var reach = ""
    var wageFloor = ""

    static func draw(_ person: Person, commune: UnitCode, asOf: Day, _ random: inout SeededGenerator) -> DemoMember {
        var member = DemoMember(
            name: person.name,
            relation: person.relation,
            sex: person.isMale ? "Nam" : "Nữ",
            ethnicGroup: person.ethnicGroup
        )
        let born = asOf.adding(days: -random.number(in: 0...364)).adding(months: -12 * person.age)
        member.birth = random.chance(3) ? "" : random.chance(80) ? String(born.year) : born.vietnamese
        member.identify(person, born: born, &random)
        member.fillSchooling(person, &random)
        member.fillWork(person, &random)
        return member
    }

    private mutating func identify(_ person: Person, born: Day, _ random: inout SeededGenerator) {
        if !random.chance(60) {
            let century = (born.year >= 2000 ? 2 : 0) + (person.isMale ? 0 : 1)
            let year = String(born.year % 100)
            nationalID = "006\(century)" + (year.count == 1 ? "0" + year : year)
        }
        if person.age >= 16, random.chance(560) {
            let prefix = random.pick(["032", "035", "036", "038", "039", "086", "096", "097", "098"])
            phone = prefix + String(random.number(in: 10_000_000...19_999_999).description.dropFirst())
        }
    }

    /// Completes the identity number so that no two members share one: 387,123 and a million have no common divisor.
    mutating func number(_ number: Int) {
        guard !nationalID.isEmpty else { return }
        nationalID += String((number * 387_123) % 1_000_000 + 1_000_000).dropFirst()
    }

    private mutating func fillSchooling(_ person: Person, _ random: inout SeededGenerator) {
        guard person.age >= 6 else { return }
        let isRemote = person.ethnicGroup == "Mông" || person.ethnicGroup == "Dao"
        if !random.chance(40) {
            let level: Int =
                switch person.age {
                case ..<11: 1
                case ..<15: 2
                case ..<18: 3
                case ..<36:
                    random.pick([(1, isRemote ? 10 : 2), (2, isRemote ? 25 : 10), (3, 45), (4, isRemote ? 20 : 43)])
                case ..<51: random.pick([(1, isRemote ? 28 : 8), (2, 34), (3, 40), (4, isRemote ? 6 : 18)])
                default: random.pick([(1, 45), (2, 35), (3, 15), (4, 5)])
                }
            education =
                ["Chưa học xong Tiểu học", "Tốt nghiệp Tiểu học", "Tốt nghiệp THCS", "Tốt nghiệp THPT"][level - 1]
        }
        guard person.age >= 18 else { return }
        let hasUpper = education == "Tốt nghiệp THPT"
        let level = random.pick([
            (0, 800), (1, 60), (2, 60), (3, 30), (4, hasUpper ? 60 : 10), (5, hasUpper ? 40 : 1),
            (6, hasUpper ? 30 : 0),
        ])
        qualification =
            random.chance(60)
            ? ""
            : [
                "Chưa qua đào tạo", "CNKT không có bằng", "Chứng chỉ nghề dưới 3 tháng", "Sơ cấp", "Trung cấp",
                "Cao đẳng",
                "Đại học",
            ][level]
        if level > 0, random.chance(850) { trainedCode = random.pick(DemoOccupation.taught) }
    }

    private mutating func fillWork(_ person: Person, _ random: inout SeededGenerator) {
        guard person.age >= 13 else { return }
        let isDisabled = random.chance(person.age > 60 ? 70 : 22)
        disabled = isDisabled ? "x" : ""
        if !random.chance(30) {
            ability =
                isDisabled && random.chance(600) || person.age > 70 ? "Không" : random.chance(40) ? "Hạn chế" : "Có"
        }
        if person.age < 19, random.chance(person.age < 16 ? 900 : 700) {
            (activity, inactiveReason) = ("Không tham gia", "Đi học")
            return
        }
        if person.age < 18, random.chance(300) { return }
        if person.age > 64 || ability == "Không" {
            (activity, inactiveReason) = ("Không tham gia", ability == "Không" ? "Khuyết tật" : "Khác")
            return
        }
        if random.chance(30) { return }
        switch random.pick([(0, 660), (1, 85), (2, person.isMale ? 15 : 90), (3, 34), (4, 34), (5, 70), (6, 20)]) {
        case 0: farm(&random)
        case 1: activity = "Thất nghiệp"
        case 2: (activity, inactiveReason) = ("Không tham gia", "Nội trợ")
        case 3: employ(contract: random.pick(["Không xác định thời hạn", "Đủ 12 đến 36 tháng"]), &random)
        case 4: employ(contract: random.pick(["Đủ 3 đến 12 tháng", "Dưới 3 tháng", ""]), &random)
        case 5: employ(contract: "Không có hợp đồng", &random)
        default: (activity, inactiveReason) = ("Không tham gia", "Khác")
        }
        fillWishes(person, &random)
    }

    private mutating func farm(_ random: inout SeededGenerator) {
        activity = "Có việc làm"
        status = random.chance(620) ? "Tự làm" : "Lao động gia đình"
        currentCode = random.pick(DemoOccupation.farming)
        workplace = random.chance(950) ? "Trong huyện" : ""
    }

    private mutating func employ(contract: String, _ random: inout SeededGenerator) {
        activity = "Có việc làm"
        status = "Làm công ăn lương"
        currentCode = random.pick(DemoOccupation.worked)
        self.contract = contract
        workplace = random.pick([
            ("Trong huyện", 45), ("Ngoài huyện", 15), ("Ngoài tỉnh", 34), ("Nước ngoài", 2), ("", 4),
        ])
    }

    private mutating func fillWishes(_ person: Person, _ random: inout SeededGenerator) {
        if random.chance(220) {
            pastCode = random.pick(DemoOccupation.worked)
            if random.chance(800) { experience = String(random.number(in: 0...6)) }
        }
        if random.chance(450) { wanted = random.chance(400) ? random.pick(DemoOccupation.worked) : "Có" }
        if !person.isMale, person.age < 45, random.chance(90) { carer = "x" }
        reach = random.pick([("", 70), ("Trong huyện", 14), ("Trong tỉnh", 6), ("Mọi nơi", 10)])
        if random.chance(250) { wageFloor = String(random.number(in: 8...16) * 500_000) }
    }
}
