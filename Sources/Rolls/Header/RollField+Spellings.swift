extension RollField {
    /// The headings that offices and programs give the field, the usual one first; where a heading spans others, both
    /// are joined.
    var spellings: [String] { ofHousehold ?? ofPerson ?? ofWork ?? others }

    private var ofHousehold: [String]? {
        switch self {
        case .householdCode:
            [
                "Mã hộ", "Số hộ", "family.code", "MaHoGiaDinh", "Mã hộ gia đình", "Mã số hộ", "Mã hộ nghèo",
                "Mã hộ dân", "Mã số hộ gia đình", "Mã hộ nghèo, cận nghèo",
            ]
        case .headName:
            [
                "Chủ hộ", "Họ tên chủ hộ", "Họ và tên chủ hộ", "family.hostName", "HoVaTenChuHo", "Tên chủ hộ",
                "Chủ hộ họ và tên", "Chủ hộ họ tên", "Thông tin chủ hộ họ và tên", "Thông tin chủ hộ họ tên",
                "Họ, tên chủ hộ",
            ]
        case .communeCode:
            [
                "Mã xã", "Mã đơn vị hành chính", "Mã phường/xã", "Mã xã/phường", "Mã ĐVHC", "maxa", "Mã xã, phường",
                "Mã xã/phường/thị trấn", "Mã phường, xã",
            ]
        case .commune:
            [
                "Xã", "Xã/phường/thị trấn", "Phường/ Xã", "Xã, phường, thị trấn", "Xã, phường", "Xã/phường", "Tên xã",
                "Xã (phường, thị trấn)", "Phường", "family.communeName", "Địa chỉ xã",
            ]
        case .district:
            [
                "Huyện", "Quận/huyện/thị xã", "Huyện, thành phố", "Huyện/thành phố", "Quận/huyện", "Quận, huyện",
                "Tên huyện", "Huyện/thị xã/thành phố",
            ]
        case .province: ["Tỉnh", "Tỉnh/thành phố", "Tỉnh, thành phố", "Tên tỉnh"]
        case .village:
            [
                "Thôn", "Thôn/bon/tổ dân phố", "Thôn, bản, tổ dân phố", "Thôn/bản/tổ dân phố", "Thôn, bản", "Thôn/bản",
                "Thôn/tổ dân phố", "Thôn, tổ dân phố", "Bản", "Tổ dân phố", "Thôn/xóm", "Xóm", "Tên thôn",
                "Thôn, xóm, tổ dân phố", "Thôn, bản, khu phố", "Thôn, TDP", "Thôn/TDP", "Tổ/thôn", "Khu dân cư",
                "Thôn xóm", "Thôn, tổ", "Địa chỉ thôn", "Địa chỉ (thôn, bản)",
            ]
        case .povertyClass:
            [
                "Phân loại hộ", "Hộ nghèo, cận nghèo", "Thuộc hộ nghèo - cận nghèo", "classify", "PhanLoaiHoID",
                "Diện hộ", "Loại hộ", "Kết quả phân loại", "Kết quả phân loại hộ", "Hộ nghèo/cận nghèo",
                "Hộ nghèo", "Hộ cận nghèo", "Hộ mới thoát nghèo", "Hộ không nghèo", "Thuộc diện", "Thuộc diện hộ",
                "Đối tượng hộ", "Diện hộ nghèo, cận nghèo", "Kết quả rà soát", "Phân loại", "Kết quả",
                "Cận nghèo", "Mới thoát nghèo", "Thuộc hộ nghèo, hộ cận nghèo", "Hộ nghèo - cận nghèo",
            ]
        case .escapedOn:
            [
                "Ngày thoát nghèo", "Ngày công nhận thoát nghèo", "Thời điểm thoát nghèo",
                "Ngày công nhận mới thoát nghèo",
            ]
        case .reviewedOn: ["Ngày rà soát", "date", "Thời điểm rà soát", "Ngày công nhận", "Ngày quyết định công nhận"]
        case .withoutLabour:
            [
                "Không có khả năng lao động", "Hộ không có khả năng lao động", "Hộ không có lao động",
                "Hộ nghèo không có khả năng lao động",
            ]
        case .householdSize:
            [
                "Số nhân khẩu", "family.numberOfMembers", "Nhân khẩu", "Số khẩu", "Tổng số nhân khẩu", "Số thành viên",
                "Số người trong hộ",
            ]
        case .monthlyIncome:
            [
                "Thu nhập bình quân đầu người", "Thu nhập bình quân", "Thu nhập bình quân đầu người/tháng",
                "TNBQ đầu người", "Thu nhập bình quân/người/tháng", "Thu nhập bình quân người/tháng",
            ]
        case .deprivations:
            [
                "Chỉ số thiếu hụt", "Các chỉ số thiếu hụt", "Thiếu hụt", "Các chiều thiếu hụt", "Chiều thiếu hụt",
                "Mức độ thiếu hụt", "Thiếu hụt dịch vụ xã hội cơ bản", "Thiếu hụt các dịch vụ xã hội cơ bản",
                "Mức độ thiếu hụt các dịch vụ xã hội cơ bản", "Các thiếu hụt",
            ]
        default: nil
        }
    }

    private var ofPerson: [String]? {
        switch self {
        case .fullName:
            [
                "Họ và tên", "Họ tên", "Họ, chữ đệm và tên khai sinh", "hoten", "Họ và tên thành viên",
                "Họ tên thành viên", "Họ và tên người lao động", "Họ và tên lao động", "Họ, tên", "Họ, chữ đệm và tên",
                "Tên thành viên", "Họ và tên nhân khẩu", "Họ tên người lao động", "Họ và tên khai sinh",
            ]
        case .relation:
            ["Quan hệ với chủ hộ", "Mối quan hệ với chủ hộ", "Quan hệ", "Quan hệ chủ hộ", "QH với chủ hộ", "QHCH"]
        case .birth:
            [
                "Ngày sinh", "Ngày tháng năm sinh", "Ngày, tháng, năm sinh", "ngaysinh", "Năm sinh",
                "Ngày/tháng/năm sinh",
                "Sinh ngày", "Ngày, tháng sinh", "Ngày tháng sinh", "NTNS", "Sinh năm",
            ]
        case .sex: ["Giới tính", "Nam", "Nữ", "gioitinh", "Giới", "Phái"]
        case .nationalID:
            [
                "Số CCCD", "Số CCCD/ CMTND", "Số Căn cước", "Số CMND/CCCD", "CMND/CCCD/Số định danh", "cmnd",
                "Số định danh cá nhân", "CCCD", "CMND", "CCCD/CMND", "CMND/CCCD", "Số CCCD/CMND", "Số định danh",
                "Căn cước công dân", "Số căn cước công dân", "Mã định danh", "Mã định danh cá nhân", "Số CMND",
                "Số CMTND/CCCD", "Số CCCD/ĐDCN", "Số ĐDCN", "Số định danh cá nhân/CCCD", "CCCD/Mã định danh",
            ]
        case .phone:
            [
                "Số điện thoại", "Điện thoại", "Số diện thại", "SĐT", "Số ĐT", "ĐT", "Điện thoại liên hệ",
                "Số điện thoại liên hệ", "sodienthoai", "SĐT liên hệ", "Điện thoại di động",
            ]
        case .ethnicity:
            [
                "Dân tộc", "Dân tộc thiểu số(ghi tên dân tộc)", "dantoc", "family.ethnicity", "Thành phần dân tộc",
                "Tên dân tộc",
            ]
        case .disabled: ["Người khuyết tật", "Khuyết tật", "NKT", "Là người khuyết tật"]
        case .ability: ["Khả năng lao động", "Còn khả năng lao động", "KNLĐ"]
        case .abilityReviewOn: ["Ngày xem lại khả năng lao động", "Xem lại khả năng lao động từ ngày"]
        case .currentAddress:
            [
                "Nơi ở hiện tại", "Nơi hiện tại", "Chỗ ở hiện tại", "Chỗ ở hiện nay", "Nơi ở hiện nay", "Nơi ở",
                "Nơi tạm trú", "Địa chỉ hiện tại", "Đang ở",
            ]
        case .awaySince: ["Đi khỏi địa phương từ ngày", "Vắng mặt từ ngày", "Ở nơi hiện tại từ ngày", "Ngày đi"]
        case .languages:
            [
                "Ngôn ngữ", "Tiếng nói", "Ngôn ngữ sử dụng", "Tiếng dân tộc", "Ngoại ngữ", "Tiếng nói sử dụng",
                "Biết tiếng",
            ]
        case .readsVietnamese:
            [
                "Đọc được tiếng Việt", "Biết đọc tiếng Việt", "Biết đọc, viết tiếng Việt", "Đọc viết tiếng Việt",
                "Biết chữ", "Đọc được chữ phổ thông",
            ]
        case .contactWay: ["Cách liên hệ", "Liên hệ qua", "Hình thức liên hệ", "Cách liên hệ tốt nhất"]
        case .skills:
            [
                "Kỹ năng, bằng lái", "Kỹ năng", "Kỹ năng nghề", "Bằng lái xe", "Giấy phép lái xe", "GPLX", "Chứng chỉ",
                "Kỹ năng, chứng chỉ", "Kĩ năng", "Bằng lái",
            ]
        case .soleCarer:
            [
                "Người chăm sóc chính", "Là người chăm sóc chính", "Chăm sóc chính",
                "Một mình chăm sóc người phụ thuộc",
            ]
        case .leftSchool: ["Đã nghỉ học", "Đã thôi học", "Bỏ học", "Nghỉ học", "Thôi học"]
        default: nil
        }
    }

    private var ofWork: [String]? {
        switch self {
        case .education:
            [
                "Trình độ giáo dục phổ thông", "Trình độ GDPT cao nhất đạt được", "Trình độ phổ thông",
                "Trình độ PT cao nhất", "trinhdogiaoduc", "Trình độ GDPT", "Trình độ văn hóa", "Trình độ học vấn",
                "Giáo dục phổ thông", "GDPT", "TĐ GDPT", "TĐVH", "Học vấn", "Trình độ GDPT cao nhất", "Trình độ VH",
                "Trình độ giáo dục phổ thông cao nhất",
            ]
        case .qualification:
            [
                "Trình độ chuyên môn kỹ thuật", "Trình độ chuyên môn kỹ thuật cao nhất", "Trình độ CMKT cao nhất",
                "trinhdocmkt", "Trình độ chuyên môn kinh tế", "Trình độ CMKT", "CMKT", "TĐ CMKT", "Trình độ chuyên môn",
                "Chuyên môn kỹ thuật", "Trình độ chuyên môn kĩ thuật", "Trình độ đào tạo",
                "Trình độ CMKT cao nhất đạt được",
            ]
        case .trainedOccupation: ["Mã nghề đào tạo", "Mã ngành đào tạo", "Mã nghề được đào tạo"]
        case .trainedField:
            [
                "Chuyên ngành đào tạo", "Chuyên ngành đào tạo (Ghi rõ)", "Lĩnh vực giáo dục đào tạo", "linhvucdaotao",
                "Chuyên ngành", "Ngành nghề đào tạo", "Nghề đào tạo", "Nghề được đào tạo", "Ngành đào tạo",
            ]
        case .activity:
            [
                "Tình trạng hoạt động kinh tế", "Tình trạng tham gia hoạt động kinh tế", "Tình trạng việc làm",
                "Có việc làm", "Tình trạng HĐKT", "Tình trạng tham gia HĐKT", "Người có việc làm", "Hoạt động kinh tế",
                "Việc làm hiện nay", "Tình trạng lao động",
            ]
        case .inactiveReason:
            [
                "Lý do không tham gia HĐKT", "Không tham gia hoạt động kinh tế",
                "Nguyên nhân không tham gia hoạt động kinh tế", "Nguyên nhân không tham gia HĐKT",
                "Không tham gia HĐKT", "Lý do không tham gia", "Lý do không tham gia hoạt động kinh tế",
                "Lý do không làm việc", "Người không tham gia hoạt động kinh tế", "Người không tham gia HĐKT",
            ]
        case .unemployedKind:
            [
                "Thất nghiệp", "Người thất nghiệp", "Tình trạng thất nghiệp", "Đang thất nghiệp",
            ]
        case .unemployedFor: ["Thời gian thất nghiệp"]
        case .status: ["Vị thế việc làm", "vithevl", "Vị thế", "Vị thế công việc"]
        case .currentJob:
            [
                "Công việc đang làm", "Công việc cụ thể đang làm", "Tên công việc đang làm", "Nghề nghiệp cụ thể",
                "Công việc", "Nghề nghiệp", "Việc đang làm", "Công việc chính", "Công việc hiện tại", "Việc làm",
                "Nghề nghiệp hiện tại", "Công việc hiện nay", "Công việc cụ thể",
            ]
        case .currentOccupation: ["Mã công việc đang làm", "Mã nghề đang làm", "Mã nghề", "Mã nghề nghiệp"]
        case .contract:
            [
                "Loại hợp đồng lao động", "Loại và hiệu lực hợp đồng lao động", "loaihdld", "Hợp đồng",
                "Hợp đồng lao động", "Loại hợp đồng", "Loại HĐLĐ", "HĐLĐ", "Thời hạn hợp đồng",
            ]
        case .contractStart:
            [
                "Ngày bắt đầu làm việc", "bdhopdong", "Làm việc từ ngày", "Ngày vào làm", "Bắt đầu làm việc",
                "Thời điểm bắt đầu làm việc", "Ngày ký hợp đồng",
            ]
        case .workplace: ["Nơi làm việc", "Nơi làm", "Nơi làm việc hiện tại", "Tên cơ quan, đơn vị làm việc"]
        case .workplaceAddress: ["Địa chỉ nơi làm việc", "Địa chỉ nơi làm", "Nơi làm việc địa chỉ"]
        case .pastJob: ["Công việc đã làm", "Công việc trước đây", "Nghề đã làm", "Công việc trước khi thất nghiệp"]
        case .pastOccupation: ["Mã công việc đã làm", "Mã nghề đã làm"]
        case .experience: ["Số năm kinh nghiệm", "Kinh nghiệm", "Năm kinh nghiệm", "Kinh nghiệm làm việc"]
        case .wantedJob:
            [
                "Nhu cầu việc làm", "Việc làm mong muốn", "Công việc mong muốn", "Nguyện vọng việc làm",
                "Nhu cầu tìm việc", "Nghề mong muốn", "Công việc muốn làm", "Mã nghề mong muốn",
                "Nhu cầu về việc làm",
            ]
        case .reach: ["Phạm vi làm việc", "Nơi làm việc mong muốn", "Phạm vi làm việc mong muốn", "Làm việc ở đâu"]
        case .wageFloor:
            [
                "Mức lương mong muốn", "Lương mong muốn", "Thu nhập mong muốn", "Mức thu nhập mong muốn",
                "Mức lương thấp nhất",
            ]
        case .nights: ["Làm ca đêm", "Nhận làm đêm", "Làm đêm", "Làm việc ban đêm", "Ca đêm"]
        default: nil
        }
    }

    private var others: [String] {
        switch self {
        case .change: ["Loại biến động", "Biến động", "Tình trạng biến động", "Lý do biến động"]
        case .changedOn: ["Ngày biến động", "Thời điểm biến động", "Biến động ngày"]
        case .rowNumber: ["STT", "TT", "Số TT", "Số thứ tự"]
        case .nationalIDIssuedOn: ["Ngày cấp", "NgayCap"]
        case .nationalIDIssuedBy: ["Nơi cấp"]
        case .permanentAddress:
            [
                "Nơi đăng ký thường trú", "Nơi thường trú", "Hộ khẩu thường trú", "Nơi ĐKTT", "Địa chỉ thường trú",
                "HKTT", "Địa chỉ", "Địa chỉ hộ", "Nơi ĐKHK thường trú",
            ]
        case .area: ["Khu vực", "Thuộc khu vực"]
        case .priorityGroup: ["Đối tượng ưu tiên"]
        case .isMinority: ["Dân tộc thiểu số", "Người DTTS"]
        case .industry: ["Tên nhóm ngành kinh tế", "Ngành kinh tế"]
        case .enterpriseType: ["Loại hình kinh tế", "Loại hình DN", "Loại hình doanh nghiệp"]
        case .trainingNeed: ["Nhu cầu đào tạo", "Nhu cầu học nghề"]
        case .socialInsuranceNumber: ["Số BHXH", "Mã số BHXH", "sobaohiem", "Số sổ BHXH"]
        case .socialInsurance: ["Tham gia BHXH", "Loại BHXH"]
        case .contractEnd: ["kthopdong", "Ngày kết thúc hợp đồng", "Ngày hết hạn hợp đồng"]
        case .wage: ["Tiền lương", "luong", "Mức lương", "Lương", "Thu nhập"]
        case .employmentState: ["state", "Trạng thái làm việc"]
        case .hiredViaCentre: ["fromttdvvl", "Tuyển dụng từ TTDVVL"]
        case .quickReview: ["quickReview.result", "Kết quả nhận dạng nhanh"]
        case .scoreA: ["Điểm A", "b1Point", "Điểm B1"]
        case .scoreB: ["Điểm B", "b2Point", "Điểm B2"]
        case .reviewer: ["reviewer", "Người rà soát", "Điều tra viên"]
        case .note: ["Ghi chú", "ghichu"]
        default: []
        }
    }
}
