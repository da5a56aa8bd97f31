import Households
import Vocabulary

/// What rolls write of a person.
enum PersonText {
    /// Sex.
    static func sex(_ text: String) -> Sex? {
        sexes[folded(text)]
    }

    private static let sexes: [String: Sex] = [
        "nam": .male, "nu": .female, "m": .male, "f": .female, "trai": .male, "gai": .female,
    ]

    /// Ability to work.
    static func ability(_ text: String) -> Ability? {
        let key = folded(text)
        if RollTick.mark(text) == true { return .able }
        if RollTick.mark(text) == false { return .unable }
        if key.hasPrefix("han che") || key.hasPrefix("suy giam") || key.hasPrefix("mot phan") { return .limited }
        if key.hasPrefix("khong") || key.hasPrefix("mat ") { return .unable }
        return key.hasPrefix("con kha nang") || key.hasPrefix("co kha nang") || key == "con" ? .able : nil
    }

    /// A language.
    static func language(_ text: String) -> Language? {
        let key = folded(text)
        return languages[key.hasPrefix("tieng ") ? String(key.dropFirst(6)) : key]
    }

    private static let languages: [String: Language] = [
        "tay": .tay, "nung": .nung, "dao": .dao, "mong": .hmong, "hmong": .hmong, "h mong": .hmong, "meo": .hmong,
        "san chay": .sanChay, "cao lan": .sanChay, "san chi": .sanChay, "kinh": .vietnamese, "viet": .vietnamese,
        "pho thong": .vietnamese, "trung": .chinese, "trung quoc": .chinese, "hoa": .chinese, "anh": .english,
        "nhat": .japanese, "nhat ban": .japanese, "han": .korean, "han quoc": .korean,
    ]

    /// The skill or licence that a word or two name.
    static func skill(_ text: String) -> Skill? {
        let key = folded(text)
        let word = ["bang lai xe ", "giay phep lai xe ", "gplx ", "bang lai ", "hang ", "bang ", "chung chi ", "nghe "]
            .reduce(key) { $0.hasPrefix($1) ? String($0.dropFirst($1.count)) : $0 }
        return skills[word] ?? skills[key]
    }

    private static let skills: [String: Skill] = [
        "tin hoc": .computer, "tin hoc van phong": .computer, "may tinh": .computer, "vi tinh": .computer,
        "nau an": .cooking, "b1": .drivingCar, "b2": .drivingCar, "b": .drivingCar, "o to": .drivingCar,
        "lai xe o to": .drivingCar, "lai o to": .drivingCar, "c": .drivingHeavy, "c1": .drivingHeavy,
        "d": .drivingHeavy, "e": .drivingHeavy, "f": .drivingHeavy, "fc": .drivingHeavy, "lai xe tai": .drivingHeavy,
        "a1": .drivingMotorcycle, "a2": .drivingMotorcycle, "a": .drivingMotorcycle, "xe may": .drivingMotorcycle,
        "mo to": .drivingMotorcycle, "lai xe may": .drivingMotorcycle, "dien": .electrical, "sua dien": .electrical,
        "dien dan dung": .electrical, "xe nang": .forklift, "lai xe nang": .forklift, "tho xay": .masonry,
        "xay": .masonry, "ne": .masonry, "tho ne": .masonry, "xay dung": .masonry, "duoc": .healthCertificate,
        "dieu duong": .healthCertificate, "may": .sewing, "may cong nghiep": .sewing, "may mac": .sewing,
        "han": .welding, "tho han": .welding, "moc": .woodwork, "tho moc": .woodwork,
    ]

    /// The best way to reach somebody.
    static func contactWay(_ text: String) -> ContactWay? {
        let key = folded(text)
        if key.contains("truong thon") || key.contains("truong ban") || key.contains("to truong") {
            return .villageHead
        }
        if key.contains("dien thoai") || key == "sdt" || key == "zalo" || key == "goi dien" { return .phone }
        return key.contains("den nha") || key.contains("gap truc tiep") || key.contains("tham nha")
            || key == "truc tiep" ? .visit : nil
    }

    /// How far from home somebody would work.
    static func reach(_ text: String) -> Reach? {
        switch folded(text) {
        case "trong huyen", "trong xa", "tai xa", "trong huyen xa", "gan nha", "tai dia phuong": .ownDistrict
        case "trong tinh": .province
        case "moi noi", "ngoai tinh", "toan quoc", "trong nuoc", "nuoc ngoai", "o dau cung duoc", "ca nuoc": .anywhere
        default: nil
        }
    }
}
