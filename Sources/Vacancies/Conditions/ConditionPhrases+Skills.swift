import Vocabulary

/// Skills that are asked for, in words that ask for them, and licences.
let skillPhrases: [ConditionPhrases] = [
    ConditionPhrases(
        word: .skill(.computer),
        runs: """
            tin học văn phòng; vi tính văn phòng; tin học cơ bản; biết tin học; biết vi tính; thành thạo vi tính;
            sử dụng máy vi tính; sử dụng vi tính; sử dụng máy tính; thành thạo máy tính; sử dụng thành thạo máy tính;
            sử dụng tốt máy tính; thành thạo tin học; sử dụng thành thạo vi tính; sử dụng thành thạo máy vi tính;
            biết máy tính; word, excel; excel, word; word và excel; word excel; microsoft office; ms office;
            sử dụng excel; sử dụng word; thành thạo excel; thành thạo word; biết excel; biết word;
            sử dụng thành thạo excel; sử dụng thành thạo word; chứng chỉ tin học; office skills; sử dụng tốt excel
            """
    ),
    ConditionPhrases(
        word: .skill(.cooking),
        runs: """
            biết nấu ăn; biết nấu nướng; nấu ăn ngon; nấu ăn được; khả năng nấu ăn; biết nấu cơm; tay nghề nấu ăn;
            nấu ăn giỏi; nấu được các món; biết nấu các món; kinh nghiệm nấu ăn
            """
    ),
    ConditionPhrases(
        word: .skill(.sewing),
        runs: """
            biết may; biết may công nghiệp; tay nghề may; may thành thạo; may cứng tay; biết sử dụng máy may;
            thành thạo máy may; sử dụng được máy may; tay nghề may công nghiệp; biết may cơ bản; thạo nghề may;
            biết nghề may
            """,
        spelling: .marked
    ),
    ConditionPhrases(
        word: .skill(.welding),
        runs: """
            biết hàn; tay nghề hàn; biết hàn điện; biết hàn xì; biết hàn tig; biết hàn mig; biết hàn co2;
            chứng chỉ hàn; thành thạo hàn; bằng nghề hàn; chứng chỉ nghề hàn; hàn thành thạo; biết nghề hàn; bằng hàn;
            hàn được
            """,
        spelling: .marked
    ),
    ConditionPhrases(
        word: .skill(.welding),
        runs: "biet han tig; biet han mig; biet han co2; tay nghe han",
        spelling: .plain
    ),
    ConditionPhrases(
        word: .skill(.woodwork),
        runs: "biết mộc; biết nghề mộc; tay nghề mộc; biết làm mộc; biết làm đồ gỗ; thạo nghề mộc; biết đóng đồ gỗ"
    ),
    ConditionPhrases(
        word: .skill(.electrical),
        runs: """
            biết điện; biết điện nước; biết sửa điện; biết về điện; biết lắp điện; biết nghề điện; biết điện dân dụng;
            biết điện công nghiệp; tay nghề điện; chứng chỉ điện; chứng chỉ nghề điện; biết sửa chữa điện;
            bằng nghề điện; biết đấu điện; biết đi dây điện; biết sửa chữa điện nước
            """
    ),
    ConditionPhrases(
        word: .skill(.masonry),
        runs: "biết xây; biết xây trát; biết xây, trát; tay nghề xây; biết nghề xây; biết xây dựng; tay nghề xây trát",
        spelling: .marked
    ),
    ConditionPhrases(
        word: .skill(.forklift),
        runs: """
            chứng chỉ xe nâng; chứng chỉ lái xe nâng; chứng chỉ vận hành xe nâng; bằng xe nâng; bằng lái xe nâng;
            biết lái xe nâng; biết chạy xe nâng; biết vận hành xe nâng; giấy phép lái xe nâng; chứng chỉ nghề xe nâng;
            chứng chỉ nghề lái xe nâng; chứng chỉ nghề vận hành xe nâng; forklift license; forklift licence;
            thẻ vận hành xe nâng
            """
    ),
    ConditionPhrases(
        word: .skill(.healthCertificate),
        runs: """
            chứng chỉ hành nghề dược; chứng chỉ hành nghề điều dưỡng; chứng chỉ hành nghề y; chứng chỉ hành nghề y sĩ;
            chứng chỉ hành nghề bác sĩ; chứng chỉ hành nghề khám bệnh; chứng chỉ hành nghề khám, chữa bệnh;
            chứng chỉ hành nghề khám chữa bệnh; cchn dược; cchn điều dưỡng; cchn y; chứng chỉ hành nghề hộ sinh;
            chứng chỉ hành nghề y dược; chứng chỉ dược; giấy phép hành nghề dược; giấy phép hành nghề điều dưỡng;
            chứng chỉ hành nghề dược sĩ; giấy phép hành nghề khám bệnh
            """
    ),
    ConditionPhrases(
        word: .licence(nil),
        runs: """
            bằng lái xe; bằng lái; giấy phép lái xe; gplx; giấy phép lái; blx; driving licence; driving license;
            bằng lái hạng; bằng hạng
            """
    ),
    ConditionPhrases(word: .licence(nil), runs: "bằng", spelling: .marked),
    ConditionPhrases(
        word: .licence(.drivingCar),
        runs: """
            bằng lái xe ô tô; bằng lái ô tô; bằng lái xe oto; bằng lái oto; giấy phép lái xe ô tô; gplx ô tô;
            bằng ô tô
            """
    ),
    ConditionPhrases(
        word: .licence(.drivingMotorcycle),
        runs: "bằng lái xe máy; bằng xe máy; giấy phép lái xe máy; bằng lái xe gắn máy; gplx xe máy; bằng lái mô tô"
    ),
    ConditionPhrases(word: .licenceClass(.drivingCar), runs: "b; b1; b2"),
    ConditionPhrases(
        word: .licenceClass(.drivingHeavy),
        runs: "c; c1; d; d1; d2; e; fb; fc; fd; fe; f; ce; c1e; de"
    ),
    ConditionPhrases(word: .licenceClass(.drivingMotorcycle), runs: "a; a1; a2"),
]
