/// What a word, or a run of words, means in a text about a wage.
enum WageWord: Hashable {
    /// Names what the amount after it is.
    case label(WageOffer.Label)
    /// Names money that comes on top of the wage, or is none at all: bonus, allowance, fee.
    case extra
    /// Names the time the amount after it holds for.
    case phase(WageOffer.Phase)
    /// Before an amount: it is the lowest.
    case from
    /// Before an amount: it is the highest. Between two: they are a range.
    case upTo
    /// Between two amounts: they are a range.
    case to
    /// Joins what is before it to what is after.
    case and
    /// After an amount: it is the lowest.
    case orMore
    /// After an amount: it is the highest.
    case orLess
    /// Says that the wage is to be agreed, wherever it stands.
    case negotiable
    /// Says so only beside a word for the wage: `lương cạnh tranh`, not `môi trường cạnh tranh`.
    case competitive
    /// Multiplies the number before it, and says đồng unless another currency is named.
    case scale(Int64)
    /// The letter `k` or `m`, which multiplies in every language, so says đồng only if the size fits.
    case letterScale(Int64)
    /// Adds half a unit: `6 triệu rưỡi`.
    case half
    /// Names the currency, as its code of ISO 4217.
    case currency(String)
    /// `man yên`: multiplies by ten thousand and names the yen.
    case manYen
    /// Names a period: after a slash, or a word for "per".
    case period(WagePeriod)
    /// Names a period by itself: `monthly`, `theo giờ`.
    case by(WagePeriod)
    /// `per`, `mỗi`, `par`.
    case per
    /// What else a wage may be paid for: a product, a lesson, a contract.
    case piece
    /// Makes the number before it no amount of a wage: `2 tỷ`.
    case tooLarge
    /// Stands before a number that counts or orders something: `thứ 13`.
    case ordinal
    /// Says nothing about what stands around it.
    case filler
    /// Any other word.
    case unknown
}

extension WageWord {
    /// The meaning of the longest known run of words at the start of a list of search keys, and how many words it has.
    static func first(in keys: some Sequence<String>) -> (word: WageWord, length: Int) {
        var run = ""
        var found = (WageWord.unknown, 1)
        for (index, key) in keys.enumerated() {
            run += index == 0 ? key : " " + key
            if let word = meanings[run] { found = (word, index + 1) }
        }
        return found
    }

    /// The most words that a known run has.
    static let longestRun = meanings.keys.map { $0.split(separator: " ").count }.max() ?? 1

    private static let meanings: [String: WageWord] = {
        var meanings: [String: WageWord] = [:]
        for (word, runs) in vocabulary {
            for run in runs.split(separator: ",") {
                meanings[run.split(whereSeparator: \.isWhitespace).joined(separator: " ")] = word
            }
        }
        return meanings
    }()

    /// Search keys, so without diacritics; a longer run exempts its words from what they mean alone.
    private static let vocabulary: [(WageWord, String)] = [
        (.label(.income), "thu nhap, tong thu nhap, income, earnings, tong luong, tong"),
        (.label(.wage), "luong, tien luong, luong thuong, luong ho tro, salary, wage, wages, pay, salaire, gehalt"),
        (
            .label(.base),
            "luong co ban, luong can ban, luong cung, luong cb, lcb, base salary, basic salary, base pay, basic pay"
        ),
        (
            .extra,
            """
            thuong, phu cap, pc, pcap, tro cap, ho tro, hoa hong, bonus, allowance, allowances, com, commission, tip,
            an trua, an ca, an uong, tien an, xang xe, dien thoai, chuyen can, tham nien, doanh so, doanh thu, phi,
            dat coc, bhxh, bao hiem, tang, tang luong, nang luong, xet luong, thuong luong thang, tang ca, von
            """
        ),
        (.phase(.trial), "thu viec, hoc viec, hoc nghe, luong dao tao, probation, trial, training"),
        (
            .phase(.regular),
            """
            chinh thuc, sau do, sau thu viec, sau hoc viec, sau hoc nghe, sau khi, het thu viec, het hoc viec,
            after probation, after training, then
            """
        ),
        (
            .from,
            """
            tu, tren, hon, toi thieu, it nhat, thap nhat, khong duoi, min, minimum, from, at least, over, starting at,
            starting from, a partir de
            """
        ),
        (
            .upTo,
            """
            den, toi, len den, len toi, toi da, duoi, khong qua, cao nhat, up to, upto, max, maximum, under, jusqu a,
            bis, bis zu
            """
        ),
        (.to, "to, a"),
        (.and, "va, and"),
        (.orMore, "tro len, do len, or more, and above"),
        (.orLess, "tro xuong, do lai, or less"),
        (.negotiable, "thoa thuan, thuong luong, deal, negotiable, a convenir"),
        (.competitive, "canh tranh, competitive"),
        (.scale(1_000_000), "trieu, tr, trd, trvnd, trieu dong, million, millions, mil, mio"),
        (.scale(1000), "nghin, ngan, nghin dong, ngan dong, kd, kvnd, thousand"),
        (.letterScale(1_000_000), "m"),
        (.letterScale(1000), "k"),
        (.half, "ruoi"),
        (.manYen, "man yen, man jpy"),
        (.currency("VND"), "d, ₫, dong, vnd, vn dong, viet nam dong"),
        (.currency("USD"), "$, usd, us $, usd $, do la, do my, dollar, dollars"),
        (.currency("EUR"), "€, eur, euro, euros"),
        (.currency("GBP"), "£, gbp"),
        (.currency("JPY"), "¥, jpy, yen, yen nhat"),
        (.currency("TWD"), "nt $, twd, ntd, dai te"),
        (.currency("KRW"), "₩, krw, won"),
        (.currency("CNY"), "cny, rmb, nhan dan te"),
        (.currency("SGD"), "s $, sgd"),
        (.currency("AUD"), "a $, au $, aud"),
        (.period(.hour), "gio, h, hr, hour, tieng, heure, std, stunde"),
        (.period(.day), "ngay, ngay cong, cong, ca, ca lam, day, shift, jour, tag"),
        (.period(.week), "tuan, week, wk, semaine, woche"),
        (.period(.month), "thang, th, thg, month, mo, mth, mois, monat"),
        (.period(.year), "nam, year, yr, annum"),
        (.by(.hour), "hourly, theo gio, an hour"),
        (.by(.day), "daily, theo ngay, theo ca"),
        (.by(.week), "weekly, theo tuan"),
        (.by(.month), "monthly, theo thang, hang thang, mensuel, pcm"),
        (.by(.year), "annual, annually, yearly, per annum, pa, p a, par an, theo nam"),
        (.per, "per, par, pro, im, moi, mot, each"),
        (
            .piece,
            """
            san pham, sp, cai, chiec, don, don hang, hop dong, can, khach, xe, cuoc, chuyen, buoi, tiet, lop, lan, kg,
            tan, bo, doi, cay, nguoi
            """
        ),
        (.tooLarge, "ty, ti, billion"),
        (.ordinal, "thu"),
        (
            .unknown,
            "thuong mai, thuong hieu, thuong xuyen, cong ty, tong cong ty, cong viec, cong tac, cong nhan, ca nhan"
        ),
        (
            .filler,
            """
            muc, khoang, tam, vao, la, dat, co the dat, khi dat, kpi, duoc, nhan, du kien, hap dan, khoi diem, trung binh,
            thong thuong, binh thuong, gross, net, brutto, netto, brut, tuy, theo, bang, chi, range, of, is, de, between
            """
        ),
    ]
}
