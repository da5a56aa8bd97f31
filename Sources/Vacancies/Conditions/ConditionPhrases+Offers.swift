/// What holds for the words around it.
let scopePhrases: [ConditionPhrases] = [
    ConditionPhrases(word: .no, runs: "không; ko; không có; không phải; không nhận; no; not; without"),
    ConditionPhrases(word: .notYet, runs: "chưa; chưa có"),
    ConditionPhrases(
        word: .unasked,
        runs: """
            không yêu cầu; ko yêu cầu; không cần; ko cần; không cần phải; chưa cần; không đòi hỏi; no need;
            not required
            """
    ),
    ConditionPhrases(
        word: .preferred,
        runs: "ưu tiên; ưu tiên cho; khuyến khích; prefer; preferred; preferably; càng tốt nếu; tốt nhất là"
    ),
    ConditionPhrases(
        word: .bonus,
        runs: """
            lợi thế; là lợi thế; là một lợi thế; là 1 lợi thế; điểm cộng; là điểm cộng; là một điểm cộng; nếu có;
            càng tốt; thì càng tốt; được ưu tiên; sẽ được ưu tiên; là ưu thế; advantage; an advantage; a plus;
            nice to have; if any
            """
    ),
    ConditionPhrases(word: .optional, runs: "không bắt buộc; ko bắt buộc; tùy chọn; optional; nếu muốn"),
    ConditionPhrases(word: .or, runs: "hoặc; hay; or; hoặc là"),
    ConditionPhrases(word: .and, runs: "và; and; cùng; với"),
    ConditionPhrases(
        word: .lesson,
        runs: """
            học; được học; cho đi học; khóa học; lớp; lớp học; khóa; dạy; giảng dạy; trung tâm; được cấp;
            cấp chứng chỉ; hỗ trợ; tài trợ; hồ sơ; cv; đào tạo; luyện thi; du học
            """
    ),
    ConditionPhrases(
        word: .nothing,
        runs: """
            không ngại; không sợ; không chỉ; không những; không kể; không phân biệt; không giới hạn; không thể thiếu;
            không khí; không gian; không chứa; không ngừng; hàng không; ko phân biệt; ko ngại
            """
    ),
]

/// What is offered, and what the work brings with it.
let offerPhrases: [ConditionPhrases] = [
    ConditionPhrases(
        word: .offer(.transport),
        runs: """
            xe đưa đón; xe đưa rước; xe đón; xe tuyến; xe ca đưa đón; xe buýt đưa đón; xe bus đưa đón;
            xe ô tô đưa đón; xe đưa, đón; xe công ty đưa đón; xe đón trả; xe đón, trả; xe đón tận nơi;
            đưa đón công nhân; đưa đón nhân viên; đưa đón người lao động; đưa đón cbcnv;
            đưa đón cán bộ công nhân viên; shuttle bus; company bus
            """
    ),
    ConditionPhrases(
        word: .nothing,
        runs: """
            lái xe đưa đón; tài xế đưa đón; tài xế xe đưa đón; lái xe tuyến; tài xế xe tuyến; phụ xe tuyến;
            xe đón khách; xe đưa đón khách; xe đưa đón học sinh; xe đưa đón giám đốc; xe đưa đón lãnh đạo;
            xe đưa đón chuyên gia; lái xe đưa đón công nhân; lái xe đưa đón nhân viên; nhà xe đưa đón;
            điều xe đưa đón; quản lý xe đưa đón; lái xe ô tô đưa đón; lái xe đưa đón người lao động;
            điều phối xe đưa đón
            """
    ),
    ConditionPhrases(
        word: .offer(.housing),
        runs: """
            bao ăn ở; bao ăn, ở; bao ăn và ở; bao ở; nuôi ăn ở; nuôi ăn, ở; lo ăn ở; lo ăn, ở; ăn ở miễn phí;
            ăn, ở miễn phí; ăn ở tại công ty; ăn ở tại xưởng; ăn ở tại chỗ; ăn, ở tại công ty; có chỗ ở; có chỗ ở lại;
            có chỗ ăn ở; có chỗ ăn, ở; chỗ ở miễn phí; miễn phí chỗ ở; hỗ trợ chỗ ở; hỗ trợ chỗ ăn ở; bố trí chỗ ở;
            cung cấp chỗ ở; sắp xếp chỗ ở; lo chỗ ở; bao chỗ ở; bố trí nơi ở; có nơi ở; cung cấp nơi ở; bố trí ăn ở;
            bố trí ăn, ở; ký túc xá; kí túc xá; ktx; có nhà ở; có phòng ở; có phòng trọ; bố trí nhà ở; miễn phí nhà ở;
            nhà ở miễn phí; nhà trọ công ty; nhà trọ của công ty; nhà trọ miễn phí; có nhà trọ; có nhà tập thể;
            nhà ở tập thể; nhà ở công nhân; nhà ở cho công nhân; nhà ở cho nhân viên; khu lưu trú; nhà lưu trú;
            có nhà lưu trú; dormitory; free accommodation; accommodation provided
            """
    ),
    ConditionPhrases(
        word: .declined(.housing),
        runs: "tự túc chỗ ở; tự lo chỗ ở; tự túc nơi ở; tự túc ăn ở; tự túc ăn, ở; chỗ ở tự túc; ăn ở tự túc"
    ),
    ConditionPhrases(
        word: .nothing,
        runs: """
            có chỗ ở ổn định; có nơi ở ổn định; có nhà ở gần; có chỗ ở gần; có nhà ở ổn định; có nơi ở gần; gần ktx;
            gần ký túc xá; gần khu ktx; hỗ trợ tiền nhà ở; phụ cấp nhà ở; tiền ktx; có nơi ở hiện tại; quản lý ktx;
            quản lý ký túc xá; bảo vệ ký túc xá; gần nhà trọ; gần nhà ở công nhân; gần khu lưu trú; có nơi ở rõ ràng;
            có chỗ ở rõ ràng; dự án nhà ở cho công nhân; xây dựng nhà ở cho công nhân; xây dựng nhà ở công nhân;
            có nhà ở tại; có chỗ ở cố định; phụ cấp ktx; phụ cấp ký túc xá; đối diện ký túc xá; đối diện ktx
            """
    ),
    ConditionPhrases(
        word: .offer(.insurance),
        runs: """
            bhxh; bảo hiểm xã hội; đóng bảo hiểm; đóng bh; tham gia bảo hiểm; bảo hiểm đầy đủ; đầy đủ bảo hiểm;
            đóng bảo hiểm đầy đủ; đóng đầy đủ bảo hiểm; đầy đủ các chế độ bảo hiểm; đầy đủ chế độ bảo hiểm;
            đầy đủ các loại bảo hiểm; đầy đủ các khoản bảo hiểm; đầy đủ các bảo hiểm; đầy đủ mọi chế độ bảo hiểm;
            tất cả các loại bảo hiểm; tất cả các bảo hiểm; các loại bảo hiểm theo; chế độ bảo hiểm; bảo hiểm bắt buộc;
            bảo hiểm theo quy định; bảo hiểm theo luật; bảo hiểm theo đúng; bảo hiểm theo bộ luật; bảo hiểm nhà nước;
            full bảo hiểm; social insurance; full insurance
            """
    ),
    ConditionPhrases(
        word: .declined(.insurance),
        runs: "không có bảo hiểm; không bảo hiểm; không đóng bảo hiểm; không tham gia bảo hiểm; ko đóng bảo hiểm"
    ),
    ConditionPhrases(
        word: .nothing,
        runs: """
            sổ bhxh; sổ bảo hiểm xã hội; sổ bảo hiểm; mã số bhxh; số bhxh; mã số bảo hiểm xã hội; cơ quan bhxh;
            cơ quan bảo hiểm xã hội; thủ tục bhxh; hồ sơ bhxh; làm bhxh; kê khai bhxh; báo cáo bhxh; luật bhxh;
            phụ trách bhxh; nghiệp vụ bhxh; quản lý bhxh; theo dõi bhxh; chế độ bhxh cho người lao động;
            thủ tục bảo hiểm xã hội; luật bảo hiểm xã hội; bảo hiểm xã hội tự nguyện; bhxh tự nguyện;
            tham gia bảo hiểm y tế; tham gia bảo hiểm sức khỏe; tham gia bảo hiểm tai nạn; tham gia bảo hiểm nhân thọ;
            đóng bảo hiểm y tế; đóng bảo hiểm tai nạn; đóng bảo hiểm sức khỏe; chế độ bảo hiểm sức khỏe;
            chế độ bảo hiểm y tế; chế độ bảo hiểm tai nạn; giấy bhxh; tờ rời bhxh; không có bảo hiểm y tế;
            nhân viên bảo hiểm xã hội; nhân viên bhxh; tính lương, bhxh; lương, bhxh cho
            """
    ),
    ConditionPhrases(
        word: .offer(.hazard),
        runs: """
            độc hại; nặng nhọc; công việc nguy hiểm; việc nguy hiểm; môi trường nguy hiểm; yếu tố nguy hiểm;
            nặng nhọc, độc hại; nặng nhọc, độc hại, nguy hiểm; nặng nhọc, độc hại và nguy hiểm; nặng nhọc và độc hại;
            độc hại, nguy hiểm; độc hại, nặng nhọc; nặng nhọc, nguy hiểm; hazardous
            """
    ),
    ConditionPhrases(
        word: .nothing,
        runs: """
            không chứa chất độc hại; không chứa độc hại; chất độc hại; hàng độc hại; hạn chế độc hại;
            sản phẩm độc hại; giảm độc hại; tránh độc hại; phòng ngừa độc hại; rác thải độc hại; chất thải độc hại
            """
    ),
    ConditionPhrases(
        word: .offer(.training),
        runs: """
            được đào tạo; sẽ được đào tạo; có đào tạo; đào tạo miễn phí; đào tạo nghề miễn phí; đào tạo nghề;
            đào tạo từ đầu; đào tạo tay nghề; công ty đào tạo; công ty sẽ đào tạo; đào tạo tại chỗ; đào tạo người mới;
            đào tạo cho người mới; đào tạo nghiệp vụ; đào tạo bài bản; dạy nghề; dạy nghề miễn phí; có dạy nghề;
            được học nghề; nhân viên học việc; thợ học việc; công nhân học việc; tuyển học việc; bồi dưỡng nghề;
            cầm tay chỉ việc; được hướng dẫn công việc; nhận người chưa có kinh nghiệm; nhận người chưa biết;
            nhận cả người chưa có kinh nghiệm; chưa biết sẽ được dạy; chưa biết việc; no experience;
            no experience required; training provided; on the job training; nhận lao động chưa có tay nghề
            """
    ),
    ConditionPhrases(
        word: .nothing,
        runs: """
            đã được đào tạo; đã qua đào tạo; qua đào tạo; được đào tạo nâng cao; được đào tạo, nâng cao;
            cơ hội được đào tạo; được đào tạo thêm; sẽ được đào tạo thêm; được đào tạo và phát triển;
            được đào tạo chuyên sâu; được đào tạo chuyên môn cao; người có đào tạo; trường dạy nghề;
            trung tâm dạy nghề; cơ sở dạy nghề; bằng đào tạo nghề; bằng dạy nghề; giáo viên dạy nghề;
            từng được đào tạo; được đào tạo tại các trường; được đào tạo chính quy; được đào tạo ở nước ngoài;
            trung tâm đào tạo nghề; nhân viên đào tạo nghiệp vụ; chuyên viên đào tạo nghiệp vụ;
            được đào tạo về chuyên ngành; chứng chỉ đào tạo nghề; chứng chỉ đào tạo nghiệp vụ; có đào tạo nâng cao
            """
    ),
]
