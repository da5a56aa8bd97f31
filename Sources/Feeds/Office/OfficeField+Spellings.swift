extension OfficeField {
    /// Other headings for the same field, as offices, employers and portals write them; where a heading spans others,
    /// both are joined (`Mức lương` above `từ`).
    var spellings: [String] {
        switch self {
        case .address:
            [
                "Địa chỉ trụ sở", "Địa chỉ trụ sở chính", "Trụ sở", "Trụ sở chính", "Địa chỉ doanh nghiệp",
                "Địa chỉ đơn vị", "Địa chỉ cụ thể", "Doanh nghiệp địa chỉ", "Đơn vị địa chỉ",
                "Người sử dụng lao động địa chỉ", "Thông tin doanh nghiệp địa chỉ", "Địa chỉ công ty",
            ]
        case .contractKind:
            [
                "Hợp đồng", "Loại HĐLĐ", "Hợp đồng lao động", "Loại hợp đồng lao động", "HĐLĐ", "Hình thức hợp đồng",
                "Hợp đồng loại", "Hợp đồng lao động loại", "loaihdld", "Loại HĐ", "Thời hạn hợp đồng lao động",
            ]
        case .contractMonths:
            [
                "Thời hạn hợp đồng", "Thời hạn HĐ", "Thời hạn HĐLĐ", "Số tháng hợp đồng", "Số tháng",
                "Hợp đồng thời hạn", "Hợp đồng số tháng", "Hợp đồng lao động thời hạn", "Thời gian hợp đồng",
            ]
        case .description:
            [
                "Mô tả", "Nội dung công việc", "Mô tả chi tiết", "Chi tiết công việc", "Yêu cầu công việc",
                "Yêu cầu khác", "Yêu cầu", "Yêu cầu cụ thể", "Nhiệm vụ", "Ghi chú", "Mô tả/Yêu cầu",
            ]
        case .education:
            [
                "Trình độ", "Học vấn", "Trình độ GDPT", "GDPT", "Trình độ giáo dục phổ thông", "Trình độ văn hóa",
                "Trình độ phổ thông", "Giáo dục phổ thông", "Yêu cầu trình độ", "Yêu cầu trình độ học vấn",
                "Trình độ học vấn tối thiểu", "Trình độ yêu cầu", "Trình độ văn hoá",
            ]
        case .employer:
            [
                "Người sử dụng lao động", "Tên NSDLĐ", "Tên doanh nghiệp", "Doanh nghiệp", "Tên đơn vị", "Đơn vị",
                "Tên công ty", "Công ty", "Tên đơn vị sử dụng lao động", "Đơn vị sử dụng lao động", "Nhà tuyển dụng",
                "Tên nhà tuyển dụng", "Đơn vị tuyển dụng", "Tên đơn vị tuyển dụng", "Doanh nghiệp tuyển dụng",
                "Tên cơ sở", "Tên cơ quan", "Tên tổ chức", "Tên doanh nghiệp, đơn vị", "Tên doanh nghiệp/đơn vị",
                "Tên người sử dụng lao động/doanh nghiệp/đơn vị", "Tên doanh nghiệp/hợp tác xã/hộ kinh doanh",
                "Tên doanh nghiệp, cơ sở sản xuất kinh doanh", "Họ tên người sử dụng lao động", "Doanh nghiệp tên",
                "Đơn vị tên", "Người sử dụng lao động tên", "Thông tin doanh nghiệp tên", "Tên cơ sở tuyển dụng",
                "Doanh nghiệp/đơn vị", "Đơn vị, doanh nghiệp", "Tên đơn vị, doanh nghiệp",
            ]
        case .experience:
            [
                "Kinh nghiệm làm việc", "Số năm kinh nghiệm", "Yêu cầu kinh nghiệm", "Kinh nghiệm yêu cầu",
                "Kinh nghiệm tối thiểu", "Năm kinh nghiệm",
            ]
        case .expires:
            [
                "Hạn nộp", "Hạn tuyển", "Hạn tuyển dụng", "Thời hạn nộp hồ sơ", "Thời hạn tuyển dụng", "Hạn cuối",
                "Ngày hết hạn", "Hết hạn", "Hạn chót", "Thời hạn nhận hồ sơ", "Hạn nhận hồ sơ",
                "Hạn đăng ký", "Thời hạn tuyển",
            ]
        case .hazardous:
            [
                "Nặng nhọc độc hại", "Công việc nặng nhọc, độc hại", "Độc hại", "Điều kiện nặng nhọc, độc hại",
                "Nghề nặng nhọc, độc hại, nguy hiểm", "Công việc nặng nhọc, độc hại, nguy hiểm",
            ]
        case .housing:
            [
                "Nhà ở", "Có chỗ ở", "Ký túc xá", "Hỗ trợ chỗ ở", "Hỗ trợ nhà ở", "Bố trí chỗ ở", "Chỗ ở cho lao động",
                "Nhà ở công nhân", "KTX",
            ]
        case .men: ["Số lượng nam", "Trong đó nam", "Lao động nam", "Số lượng cần tuyển nam"]
        case .occupation:
            [
                "Mã ngành nghề", "Mã nghề nghiệp", "Mã nghề cấp 2", "Mã nghề cấp 3", "Mã nghề cấp 4",
                "Mã nghề 2 số", "Mã nghề 4 số", "Mã nghề theo QĐ 34", "Mã nghề (QĐ 34/2020)", "Mã số nghề",
                "Nghề mã", "Nghề nghiệp mã", "manghe",
            ]
        case .occupationName:
            [
                "Nghề", "Tên ngành nghề", "Ngành nghề", "Nghề nghiệp", "Nhóm nghề", "Tên nghề nghiệp", "Tên nhóm nghề",
                "Nghề tên", "Ngành, nghề", "Ngành nghề cần tuyển", "Nghề cần tuyển", "Tên nghề cần tuyển",
            ]
        case .phone:
            [
                "Số điện thoại", "SĐT", "Điện thoại liên hệ", "Số điện thoại liên hệ", "SĐT liên hệ", "Số diện thại",
                "Doanh nghiệp điện thoại", "Đơn vị điện thoại", "ĐT", "Điện thoại/Fax", "Liên hệ", "Tel",
            ]
        case .posted: ["Ngày đăng tin", "Ngày đăng tuyển", "Ngày đăng ký", "Ngày bắt đầu tuyển"]
        case .qualification:
            [
                "CMKT", "Trình độ CMKT", "Chuyên môn kỹ thuật", "Trình độ chuyên môn", "Chuyên môn",
                "Trình độ tay nghề",
                "Bằng cấp", "Yêu cầu chuyên môn", "Trình độ chuyên môn kỹ thuật tối thiểu", "Trình độ CMKT tối thiểu",
                "Trình độ chuyên môn kĩ thuật", "Chuyên môn kĩ thuật", "Bằng cấp, chứng chỉ",
            ]
        case .quantity:
            [
                "Số lượng cần tuyển", "Số lượng tuyển", "Số lượng tuyển dụng", "Số lao động cần tuyển", "SL",
                "Số lượng lao động", "Số lượng lao động cần tuyển", "Nhu cầu tuyển dụng", "Chỉ tiêu", "Số người",
                "Số lượng nhu cầu", "Nhu cầu", "Tổng số cần tuyển", "Số chỗ việc làm trống", "Số chỗ làm việc trống",
                "Số lượng tổng số", "Số lượng tổng", "Số lượng chung", "Số người cần tuyển", "SL cần tuyển", "soluong",
                "Số lượng vị trí", "Tổng số lao động cần tuyển",
            ]
        case .reference: ["Mã tin tuyển dụng", "Mã tuyển dụng", "Mã việc làm", "Mã hồ sơ", "Mã vị trí"]
        case .taxCode:
            [
                "MST", "Mã số doanh nghiệp", "Mã số thuế doanh nghiệp", "Mã số thuế/Mã số doanh nghiệp", "MSDN",
                "Mã số thuế/CCCD", "Mã số thuế/ĐKKD/CCCD", "Doanh nghiệp MST", "Doanh nghiệp mã số thuế",
                "Mã số doanh nghiệp/Mã số thuế", "Đơn vị MST", "Đơn vị mã số thuế", "Mã số thuế (MST)",
                "Mã số thuế/Mã số đăng ký kinh doanh/Số CCCD", "Mã số đăng ký doanh nghiệp", "masothue",
            ]
        case .title:
            [
                "Tên công việc", "Công việc", "Vị trí", "Vị trí tuyển dụng", "Vị trí công việc", "Vị trí cần tuyển",
                "Chức danh", "Tên vị trí", "Tên vị trí việc làm", "Việc làm", "Tên việc làm", "Chức danh công việc",
                "Vị trí việc làm cần tuyển", "Vị trí việc làm trống", "Tên vị trí tuyển dụng", "Vị trí tuyển",
                "Vị trí/Chức danh", "Vị trí, chức danh", "Công việc cần tuyển", "Tên chỗ việc làm trống",
                "Tên công việc/vị trí", "Vị trí làm việc", "Tiêu đề", "vitri", "Vị trí việc làm/Tên công việc/Nghề",
            ]
        case .training:
            [
                "Đào tạo nghề", "Có đào tạo", "Đào tạo người mới", "Được đào tạo", "Đào tạo tại chỗ", "Hỗ trợ đào tạo",
                "Nhận người chưa biết nghề",
            ]
        case .unitCode:
            [
                "Mã đơn vị hành chính", "Mã phường/xã", "Mã xã/phường", "Mã xã, phường, thị trấn", "Mã ĐVHC",
                "Mã xã nơi làm việc", "Nơi làm việc mã xã",
            ]
        case .wage:
            [
                "Lương", "Tiền lương", "Mức lương dự kiến", "Thu nhập", "Mức thu nhập", "Lương tháng", "Tiền công",
                "Mức lương/tháng", "Thu nhập bình quân", "Thu nhập dự kiến", "Mức lương (đồng/tháng)", "mucluong",
                "Mức lương cơ bản", "Lương cơ bản", "Tiền lương, thu nhập", "Lương khởi điểm", "Mức lương bình quân",
                "Mức lương/Thu nhập",
            ]
        case .wageMaximum:
            [
                "Lương cao nhất", "Lương tối đa", "Mức lương tối đa", "Lương đến", "Mức lương đến", "Tiền lương đến",
                "Mức lương cao", "Tiền lương cao nhất", "Thu nhập cao nhất", "Thu nhập đến", "Lương max",
            ]
        case .wageMinimum:
            [
                "Lương thấp nhất", "Lương tối thiểu", "Mức lương tối thiểu", "Lương từ", "Mức lương từ",
                "Tiền lương từ",
                "Mức lương thấp", "Tiền lương thấp nhất", "Thu nhập thấp nhất", "Thu nhập từ", "Lương min",
            ]
        case .women:
            [
                "Nữ", "Số lượng nữ", "Lao động nữ", "Trong đó lao động nữ", "Số lao động nữ", "Số lượng trong đó nữ",
                "Số lượng cần tuyển nữ", "T.đó nữ", "Trong đó: Nữ", "Số nữ",
            ]
        case .workplace:
            [
                "Địa điểm làm việc", "Địa điểm", "Nơi làm", "Địa bàn làm việc", "Địa chỉ nơi làm việc",
                "Địa chỉ làm việc", "Khu vực làm việc", "Nơi làm việc dự kiến", "Nơi làm việc địa chỉ",
            ]
        }
    }
}
