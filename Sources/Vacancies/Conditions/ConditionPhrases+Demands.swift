import Vocabulary

/// Words around amounts of years.
let amountPhrases: [ConditionPhrases] = [
    ConditionPhrases(
        word: .from,
        runs: """
            từ; trên; tối thiểu; ít nhất; đủ; từ đủ; không dưới; tối thiểu từ; hơn; at least; over; above; minimum;
            min; from; tối thiểu đủ; thấp nhất
            """
    ),
    ConditionPhrases(
        word: .upTo,
        runs: "dưới; không quá; tối đa; under; up to; below; max; không vượt quá; nhỏ hơn; không trên"
    ),
    ConditionPhrases(word: .to, runs: "đến; tới; to; đến hết; đến khoảng"),
    ConditionPhrases(word: .orMore, runs: "trở lên; đổ lên; or more; and above; trở đi; or above"),
    ConditionPhrases(word: .orLess, runs: "trở xuống; đổ lại; trở lại; đổ xuống; or less; and below"),
    ConditionPhrases(word: .years, runs: "năm", spelling: .marked),
    ConditionPhrases(word: .years, runs: "years; year; yrs"),
    ConditionPhrases(word: .months, runs: "tháng; months; month"),
    ConditionPhrases(word: .experience, runs: "kinh nghiệm; kn; experience; exp; thâm niên; kinh nghiệm làm việc"),
    ConditionPhrases(word: .working, runs: "làm việc; làm; công tác"),
    ConditionPhrases(
        word: .about,
        runs: "về; trong lĩnh vực; trong ngành; ở vị trí; tại vị trí; vị trí tương đương; lĩnh vực"
    ),
    ConditionPhrases(
        word: .company,
        runs: "công ty; chúng tôi; doanh nghiệp; tập đoàn; đội ngũ; thành lập; thương hiệu; nhà máy; company; hợp đồng"
    ),
]

/// Schooling, by its levels of form 01 (Circular 01/2022/TT-BLĐTBXH).
let schoolPhrases: [ConditionPhrases] = [
    ConditionPhrases(
        word: .education(4),
        runs: """
            thpt; ptth; trung học phổ thông; phổ thông trung học; cấp 3; cấp iii; 12/12; lớp 12; high school;
            bổ túc trung học; hết lớp 12; cấp ba
            """
    ),
    ConditionPhrases(
        word: .education(3),
        runs: "thcs; trung học cơ sở; cấp 2; cấp ii; 9/12; lớp 9; hết lớp 9; cấp hai; secondary school"
    ),
    ConditionPhrases(word: .education(2), runs: "tiểu học; cấp 1; 5/12; lớp 5; hết lớp 5; primary school"),
    ConditionPhrases(
        word: .qualification(8),
        runs: "thạc sĩ; thạc sỹ; tiến sĩ; tiến sỹ; sau đại học; trên đại học; master"
    ),
    ConditionPhrases(word: .qualification(7), runs: "đại học; đh; cử nhân; university; bachelor; kỹ sư"),
    ConditionPhrases(word: .qualification(6), runs: "cao đẳng; cđ; cao đẳng nghề; college"),
    ConditionPhrases(
        word: .qualification(5),
        runs: "trung cấp; trung cấp nghề; trung cấp chuyên nghiệp; tc nghề; tccn"
    ),
    ConditionPhrases(word: .qualification(4), runs: "sơ cấp; sơ cấp nghề"),
    ConditionPhrases(word: .qualification(3), runs: "chứng chỉ nghề; chứng chỉ sơ cấp nghề ngắn hạn"),
    ConditionPhrases(
        word: .graduated,
        runs: """
            tốt nghiệp; tn; tốt nghiệp từ; chuyên ngành; các chuyên ngành; ngành; các ngành; bằng tốt nghiệp; học hết;
            đã học hết; hết; học xong; trình độ từ; graduated; degree; graduate
            """
    ),
    ConditionPhrases(
        word: .credentials,
        runs: """
            bằng cấp; trình độ; học vấn; trình độ học vấn; trình độ văn hóa; văn hóa; trình độ chuyên môn;
            trình độ đào tạo; bằng cấp và; trình độ, bằng cấp; bằng cấp, trình độ; trình độ tối thiểu;
            học vấn tối thiểu
            """
    ),
    ConditionPhrases(
        word: .nothing,
        runs: """
            sinh viên đại học; sinh viên cao đẳng; sinh viên trường; sinh viên các trường; sinh viên đh; sinh viên cđ;
            trường đại học; trường cao đẳng; trường trung cấp; trường thpt; trường thcs; trường tiểu học;
            các trường đại học; các trường đại học, cao đẳng; học sinh tiểu học; học sinh thpt; học sinh thcs;
            học sinh cấp 1; học sinh cấp 2; học sinh cấp 3; gần đại học; cổng đại học; giáo viên tiểu học;
            giáo viên thpt; giáo viên thcs; kinh nghiệm sống; văn hóa công ty; văn hóa doanh nghiệp; sơ cấp cứu;
            trường cấp 3; trường cấp 2; nhà máy điện; đang học đại học; đang học cao đẳng; không trình độ;
            chưa có kinh nghiệm; môi trường văn hóa; khu đại học; kinh nghiệm của bạn
            """
    ),
]

/// Languages, and what says that they are asked for.
let languagePhrases: [ConditionPhrases] = [
    ConditionPhrases(
        word: .language(.chinese),
        runs: "tiếng trung; tiếng hoa; tiếng trung quốc; tiếng quan thoại; trung văn; hoa ngữ; chinese; mandarin"
    ),
    ConditionPhrases(word: .language(.english), runs: "tiếng anh; anh văn; anh ngữ; english"),
    ConditionPhrases(word: .language(.japanese), runs: "tiếng nhật; tiếng nhật bản; nhật ngữ; japanese"),
    ConditionPhrases(word: .language(.korean), runs: "tiếng hàn; tiếng hàn quốc; hàn ngữ; korean"),
    ConditionPhrases(
        word: .language(.hmong),
        runs: "tiếng mông; tiếng h'mông; tiếng hmông; tiếng dân tộc mông; tiếng dân tộc h'mông; tiếng mèo"
    ),
    ConditionPhrases(word: .language(.tay), runs: "tiếng tày; tiếng dân tộc tày"),
    ConditionPhrases(word: .language(.dao), runs: "tiếng dao; tiếng dân tộc dao"),
    ConditionPhrases(word: .language(.nung), runs: "tiếng nùng; tiếng dân tộc nùng"),
    ConditionPhrases(
        word: .language(.sanChay),
        runs: "tiếng sán chay; tiếng cao lan; tiếng sán chỉ; tiếng dân tộc sán chay"
    ),
    ConditionPhrases(
        word: .language(.vietnamese),
        runs: "tiếng phổ thông; tiếng việt; tiếng kinh"
    ),
    ConditionPhrases(word: .literate, runs: "biết đọc, biết viết; biết đọc biết viết; biết đọc, viết; biết chữ"),
    ConditionPhrases(
        word: .speaking,
        runs: """
            biết; nói; nói được; giao tiếp; thành thạo; thông thạo; sử dụng; sử dụng được; đọc; đọc hiểu; viết; nghe;
            nghe hiểu; phiên dịch; biên dịch; thông dịch; phiên dịch viên; ngoại ngữ; lưu loát; trôi chảy; hsk; topik;
            toeic; ielts; jlpt; fluent; speaking; communicate; biết nói; hiểu; nghe nói; khả năng;
            nghe, nói, đọc, viết; nghe nói đọc viết
            """
    ),
    ConditionPhrases(
        word: .nothing,
        runs: """
            tiếng trung bình; nổi tiếng; nổi tiếng nhất; nổi tiếng hàn quốc; danh tiếng; danh tiếng nhất; giọng nói;
            có tiếng nhất; người nói tiếng
            """
    ),
    ConditionPhrases(
        word: .nothing,
        runs: """
            hồ sơ tiếng việt; cv tiếng việt; hồ sơ bằng tiếng việt; đơn xin việc tiếng việt; sơ yếu lý lịch tiếng việt
            """
    ),
]
