import Households
import Vocabulary

/// Places as rolls write them, where the words surely say how far away they are.
enum PlaceText {
    /// How far a place is from home; nil where the words do not say.
    static func place(_ text: String, provinceNames: [String]) -> Work.Place? {
        let key = folded(text)
        if near.contains(key) { return .ownDistrict }
        if key == "ngoai huyen" || key == "trong tinh" || key == "huyen khac" { return .province }
        if key == "ngoai tinh" || key == "tinh khac" || key == "tinh ngoai" { return .otherProvince }
        if abroad.contains(where: key.contains) { return .abroad }
        let own = Set(provinceNames.map { folded($0) })
        for segment in text.split(whereSeparator: { ",;-–()".contains($0) }) {
            let name = withoutLevel(folded(segment))
            if own.contains(name) { return nil }
            if provinces.contains(name) || isFactory(name, outside: own) { return .otherProvince }
            if countries.contains(name) { return .abroad }
        }
        return nil
    }

    /// Whether the words end in another province's name and begin as an employer's do.
    private static func isFactory(_ key: String, outside own: Set<String>) -> Bool {
        guard ["cong ty ", "cty ", "kcn ", "khu cong nghiep ", "nha may "].contains(where: key.hasPrefix) else {
            return false
        }
        return provinces.contains { key.hasSuffix(" " + $0) && !own.contains($0) }
    }

    private static func withoutLevel(_ key: String) -> String {
        for level in ["tinh ", "tp ", "thanh pho ", "nuoc ", "tai ", "o "] where key.hasPrefix(level) {
            return String(key.dropFirst(level.count))
        }
        return key
    }

    static let near: Set<String> = [
        "trong huyen", "tai xa", "trong xa", "tai dia phuong", "tai nha", "o nha", "trong thon", "tai gia dinh",
        "gia dinh", "dia phuong", "tai thon",
    ]

    private static let abroad = ["nuoc ngoai", "xuat khau lao dong", "xkld"]

    private static let countries: Set<String> = [
        "dai loan", "nhat ban", "nhat", "han quoc", "trung quoc", "malaysia", "ma lai xi a", "lao", "campuchia",
        "thai lan",
        "singapore", "a rap xe ut", "ru ma ni", "rumani", "duc", "nga", "uc", "my", "ba lan", "hungary",
    ]

    /// The provinces as they were until 1 July 2025, which include today's names.
    private static let provinces: Set<String> = [
        "ha noi", "ho chi minh", "tp hcm", "hcm", "sai gon", "hai phong", "da nang", "can tho", "an giang",
        "ba ria vung tau", "bac giang", "bac can", "bac kan", "bac lieu", "bac ninh", "ben tre", "binh dinh",
        "binh duong", "binh phuoc", "binh thuan", "ca mau", "cao bang", "dak lak", "dac lac", "dak nong", "dien bien",
        "dong nai", "dong thap", "gia lai", "ha giang", "ha nam", "ha tinh", "hai duong", "hau giang", "hoa binh",
        "hung yen", "khanh hoa", "kien giang", "kon tum", "lai chau", "lam dong", "lang son", "lao cai", "long an",
        "nam dinh", "nghe an", "ninh binh", "ninh thuan", "phu tho", "phu yen", "quang binh", "quang nam",
        "quang ngai", "quang ninh", "quang tri", "soc trang", "son la", "tay ninh", "thai binh", "thai nguyen",
        "thanh hoa", "thua thien hue", "hue", "tien giang", "tra vinh", "tuyen quang", "vinh long", "vinh phuc",
        "yen bai",
    ]
}
