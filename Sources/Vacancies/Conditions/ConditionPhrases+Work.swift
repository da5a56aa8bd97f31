/// When the work is.
///
/// Night is from 22:00 to 06:00 (Labour Code 2019, article 106).
let nightPhrases: [ConditionPhrases] = [
    ConditionPhrases(
        word: .offer(.nightShifts),
        runs: """
            ca đêm; làm ca đêm; trực ca đêm; theo ca đêm; xoay ca đêm; làm đêm; làm việc đêm; làm việc ban đêm; làm ban đêm; trực đêm; trực ban đêm; tăng ca đêm;
            ca khuya; đi đêm; đi ca đêm; ngày và đêm; cả ngày lẫn đêm; ngày đêm luân phiên; ca ngày, đêm; ca ngày đêm;
            ca ngày và đêm; ca ngày hoặc đêm; xoay ca ngày đêm; xoay 3 ca; xoay ca 3 ca; làm 3 ca; theo 3 ca;
            chế độ 3 ca; 3 ca 4 kíp; 3 ca/ngày; 3 ca luân phiên; làm việc 3 ca; làm theo 3 ca; luân phiên 3 ca;
            chia 3 ca; đảo 3 ca; ca 24/24; xoay ca 24/24; trực 24/24; ca 24/7; phụ cấp đêm; phụ cấp ca 3; night shift;
            night shifts; overnight; graveyard shift
            """
    ),
    ConditionPhrases(word: .declined(.nightShifts), runs: "không đêm; không 3 ca; no night shift; no night shifts"),
    ConditionPhrases(
        word: .dayWork,
        runs: """
            giờ hành chính; giờ hc; hành chính; ca hành chính; ca ngày; làm ca ngày; chỉ làm ca ngày; làm chuyên ngày;
            chỉ làm ban ngày; làm ban ngày; làm việc ban ngày; chuyên ca ngày; office hours
            """
    ),
    ConditionPhrases(
        word: .nothing,
        runs: "nhân viên hành chính; hành chính nhân sự; phòng hành chính; hành chính văn phòng; hành chính quản trị"
    ),
    ConditionPhrases(
        word: .shifts,
        runs: """
            xoay ca; theo ca; đổi ca; đảo ca; chia ca; luân ca; làm ca; trực ca; đi ca; 2 ca;             ca 1; ca 2; ca 3; xoay 2 ca; ca gãy; ca kíp; shift; shifts
            """
    ),
    ConditionPhrases(word: .shifts, runs: "ca", spelling: .marked),
    ConditionPhrases(word: .hour, runs: "giờ; h; g; tiếng"),
    ConditionPhrases(word: .morning, runs: "sáng; am; buổi sáng"),
    ConditionPhrases(word: .afternoon, runs: "chiều; pm; buổi chiều; buổi tối"),
    ConditionPhrases(word: .lateNight, runs: "đêm; khuya; rạng sáng"),
    ConditionPhrases(word: .afternoon, runs: "tối", spelling: .marked),
    ConditionPhrases(
        word: .otherHours,
        runs: """
            mở cửa; giờ mở cửa; hoạt động; nhận hồ sơ; nộp hồ sơ; liên hệ; gọi; hotline; nghỉ ngơi; giờ nghỉ; zalo;
            giao dịch; check in
            """
    ),
    ConditionPhrases(word: .week, runs: "tuần; week"),
]

/// Places of work where nobody under 18 may work (Labour Code 2019, article 147).
let placePhrases: [ConditionPhrases] = [
    ConditionPhrases(
        word: .closedPlace,
        runs: """
            karaoke; quán karaoke; phòng karaoke; quán bar; bar; pub; club; night club; vũ trường; sòng bài; sòng bạc;
            casino; massage; mát xa; mat xa; xoa bóp; cơ sở xoa bóp; tắm hơi; xông hơi; khách sạn; hotel; nhà nghỉ;
            công trường; công trường xây dựng; lò mổ; lò giết mổ; cơ sở giết mổ; nhà máy giết mổ; xưởng giết mổ;
            giết mổ; hầm mỏ; hầm lò; mỏ than; đường hầm; dưới nước; dưới lòng đất; hang động; điểm kinh doanh xổ số;
            quán net; quán game; phòng game
            """
    ),
    ConditionPhrases(
        word: .workAt,
        runs: """
            làm việc tại; làm tại; làm việc ở; làm ở; làm việc trong; làm trong; làm việc dưới; phục vụ tại;
            phục vụ ở; nơi làm việc; địa điểm làm việc; địa chỉ làm việc; thi công tại; thi công ngoài;
            làm việc ngoài; làm ngoài
            """
    ),
    ConditionPhrases(
        word: .notWorkplace,
        runs: """
            gần; đối diện; cạnh; ghế; máy; phỏng vấn; thiết bị; nội thất; đồ dùng; thiết kế; giao hàng; đã từng; từng;
            dự án; lắp đặt; sales; sale; presales; cho thuê; phân phối; cung cấp; sản xuất; sửa chữa; vật tư; du lịch;
            near; kế bên; bên cạnh; chocolate; kẹo; bar code
            """
    ),
]

/// Whom employers wish for.
let peoplePhrases: [ConditionPhrases] = [
    ConditionPhrases(word: .sex(.male), runs: "nam giới; male; males; male only; men"),
    ConditionPhrases(word: .sex(.male), runs: "nam", spelling: .marked),
    ConditionPhrases(word: .maleOrYears, runs: "nam", spelling: .plain),
    ConditionPhrases(word: .sex(.female), runs: "nữ; nữ giới; female; females; female only; women"),
    ConditionPhrases(
        word: .nothing,
        runs: """
            phụ nữ; nữ trang; nữ công; nữ hoàng; nữ sinh; con gái; việt nam; miền nam; phía nam; hướng nam; đông nam;
            tây nam; nam bộ; nam trung bộ; nam định; hà nam; quảng nam; nam á; nam mỹ; nam phi; nam châm; nam từ liêm;
            nam sách; nam trực; nam đàn; nam cường; bắc nam; nam tiến; phương nam; hải nam; thời trang nam;
            thời trang nữ; giày nam; giày nữ; quần áo nam; quần áo nữ; sơ mi nam; sơ mi nữ; áo nam; áo nữ; đồ nam;
            đồ nữ; mỹ phẩm nam; lao động nữ; nhân viên nữ được; chế độ thai sản nữ; nam khoa; tóc nam; tóc nữ;
            toilet nam
            """
    ),
    ConditionPhrases(
        word: .wanted,
        runs: """
            giới tính; tuyển; cần; cần tuyển; tuyển dụng; tuyển gấp; cần gấp; yêu cầu; đối tượng; số lượng; là; nhận;
            gender; sex; chỉ nhận; chỉ tuyển; tuyển thêm
            """
    ),
    ConditionPhrases(word: .person, runs: "nhân viên; ứng viên; công nhân; người; bạn; các bạn; lao động; thợ; nv; cn"),
    ConditionPhrases(
        word: .trait,
        runs: """
            có; sức khỏe; khỏe mạnh; cao; chiều cao; đã; ngoại hình; trung thực; nhanh nhẹn; chăm chỉ; siêng năng;
            chịu khó; gọn gàng; trẻ
            """
    ),
    ConditionPhrases(word: .nothing, runs: "có thai; có con; có con nhỏ"),
    ConditionPhrases(word: .age, runs: "tuổi; years old; tuổi đời; age"),
    ConditionPhrases(word: .ageLetter, runs: "t"),
    ConditionPhrases(word: .ageLabel, runs: "độ tuổi; tuổi từ; độ tuổi từ; tuổi đời từ; trong độ tuổi"),
    ConditionPhrases(word: .bornIn, runs: "sinh năm; sinh từ năm; năm sinh; năm sinh từ; sn; sinh trong năm; sinh từ"),
    ConditionPhrases(
        word: .others,
        runs: """
            trẻ em; bé; các bé; cháu; các cháu; học sinh; học viên; khách; người già; con dưới; con từ; con nhỏ;
            con em; con cbnv; con của; trẻ từ; trẻ dưới; nhóm trẻ; lớp trẻ; độ tuổi trung bình; tuổi trung bình; con
            """
    ),
]
