import Vocabulary

/// Whether a vacancy is for work abroad, as its title and its place tell.
///
/// A country counts in the place, and in the title of work that is not in the province; not where it belongs to the name of a
/// firm, of an industrial park or of a language. Words for labour export count in any title but that of those who work for it
/// at home. What is taken for abroad by mistake only has its employer asked for a licence number.
package struct WorkAbroad: Hashable, Sendable {
    /// What the words say.
    package let isAbroad: Bool

    /// Reads a title and a place as written.
    ///
    /// - Parameters:
    ///   - title: the vacancy's title.
    ///   - placeText: its place as written.
    ///   - isInProvince: whether the place was found to be in the province.
    package init(title: String, placeText: String, isInProvince: Bool) {
        let title = WorkAbroad.words(title)
        let place = WorkAbroad.words(placeText)
        func has(_ words: [String]) -> Bool { words.contains { title.contains($0) } }
        let isAtHome = has(WorkAbroad.homeWords) || has(WorkAbroad.staffWords) && has(WorkAbroad.deskWords)
        let isExport = !isAtHome && has(WorkAbroad.exportWords)
        let isPlacedAbroad = !isInProvince && WorkAbroad.names(place, beside: WorkAbroad.firmWords)
        let isTitledAbroad =
            !isInProvince && !isAtHome && WorkAbroad.names(title, beside: WorkAbroad.firmWords + WorkAbroad.skillWords)
        isAbroad = isExport || isPlacedAbroad || isTitledAbroad
    }

    private static func words(_ text: String) -> String { " \(folded(text)) " }

    /// Whether a country is named, and not as part of another thing's name.
    private static func names(_ text: String, beside others: [String]) -> Bool {
        countries.contains { country in
            text.split(separator: country, omittingEmptySubsequences: false).dropLast().contains { before in
                // The word before is cut off its last space together with the country's first.
                let before = before + " "
                return !others.contains { before.hasSuffix($0) }
            }
        }
    }

    private static let countries = [
        " nhat ban ", " han quoc ", " dai loan ", " malaysia ", " singapore ", " singapo ", " chlb duc ",
        " cong hoa lien bang duc ", " rumani ", " romania ", " ba lan ", " hungary ", " lien bang nga ",
        " a rap xe ut ",
        " saudi arabia ", " uae ", " dubai ", " qatar ", " trung quoc ", " ma cao ", " macau ", " hong kong ",
        " new zealand ", " australia ", " nuoc uc ", " canada ", " algeria ", " japan ", " korea ", " taiwan ",
        " tokyo ", " osaka ", " seoul ", " busan ", " nuoc ngoai ",
    ]
    private static let exportWords = [
        " xuat khau lao dong ", " xkld ", " lao dong xuat khau ", " di lam viec o nuoc ngoai ",
        " di lam viec tai nuoc ngoai ", " lam viec o nuoc ngoai ", " lam viec tai nuoc ngoai ", " thuc tap sinh nhat ",
        " thuc tap sinh di nhat ", " thuc tap sinh ky nang ", " di nhat ", " di han quoc ", " di dai loan ", " di duc ",
        " don hang nhat ", " don hang dai loan ", " don hang han quoc ",
    ]
    /// Work at home for those who send others, or for the languages that they need.
    private static let homeWords = [
        " giao vien ", " phien dich ", " bien dich ", " quan ly hoc vien ", " khong xuat khau lao dong ",
        " khong xkld ",
    ]
    private static let staffWords = [
        " nhan vien ", " chuyen vien ", " can bo ", " cong tac vien ", " truong phong ", " truong nhom ",
    ]
    private static let deskWords = [
        " tu van ", " tuyen dung ", " tuyen sinh ", " tuyen nguon ", " doi ngoai ", " kinh doanh ", " ke toan ",
        " hanh chinh ", " nhan su ", " ho so ", " van phong ",
    ]
    private static let firmWords = [
        " cong ty ", " doanh nghiep ", " tap doan ", " nha may ", " ngan hang ", " nha hang ", " quan ", " von ",
        " dau tu ", " chu ", " khach ", " thi truong ", " viet nam ", " hang ", " mon ",
    ]
    private static let skillWords = [" tieng ", " hoc ", " van hoa ", " am thuc ", " o to ", " xe ", " may moc "]
}
