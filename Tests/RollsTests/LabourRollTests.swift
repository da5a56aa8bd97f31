import Fixtures
import Households
import Rolls
import Testing
import Vocabulary

@Suite("Labour rolls as offices keep them")
struct LabourRollTests {
    /// The header of form 01b with its groups, and a household code in front.
    private static let groups: [(String, [String])] = [
        ("TT", []), ("Mã hộ", []), ("Họ và tên", []), ("Ngày tháng năm sinh", []), ("Giới tính", ["Nam", "Nữ"]),
        ("Số CCCD/ CMTND", []), ("Số diện thại", []),
        ("Nơi đăng ký thường trú", ["Tỉnh/thành phố", "Quận/huyện/thị xã", "Xã/phường/thị trấn"]),
        ("Nơi ở hiện tại", ["Tỉnh/thành phố", "Quận/huyện/thị xã", "Xã/phường/thị trấn"]),
        ("Đối tượng ưu tiên", ["Người khuyết tật", "Dân tộc thiểu số(ghi tên dân tộc)"]),
        (
            "Trình độ GDPT cao nhất đạt được",
            ["Chưa học xong Tiểu học", "Tốt nghiệp Tiểu học", "TN THCS", "TN THPT"]
        ),
        (
            "Trình độ chuyên môn kỹ thuật cao nhất",
            [
                "Chưa qua đào tạo", "CNKT không có bằng", "Chứng chỉ nghề dưới 3 tháng", "Sơ cấp", "Trung cấp",
                "Cao đẳng", "Đại học", "Trên đại học",
            ]
        ),
        (
            "Tình trạng tham gia hoạt động kinh tế",
            ["Người có việc làm", "Người thất nghiệp", "Không tham gia hoạt động kinh tế"]
        ),
        ("Vị thế việc làm", ["Chủ cơ sở SXKD", "Tự làm", "Lao động gia đình", "Làm công ăn lương"]),
        ("Công việc cụ thể đang làm", []), ("Nơi làm việc", []),
        ("Lý do không tham gia HĐKT", ["Đi học", "Hưu trí", "Nội trợ", "Khuyết tật", "Khác"]),
    ]

    /// The form's two rows of headings, its merged cells, and a row of values by group and place in it.
    private static func form(_ people: [[String: String]]) -> RollSheet {
        var (upper, lower): ([String], [String]) = ([], [])
        var ranges = [merged(1...1, 1...12)]
        var places: [String: Int] = [:]
        for (name, children) in groups {
            let first = upper.count + 1
            places[name] = first
            for child in children { places["\(name)/\(child)"] = first + (children.firstIndex(of: child) ?? 0) }
            upper += [name] + Array(repeating: "", count: max(0, children.count - 1))
            lower += children.isEmpty ? [""] : children
            ranges.append(children.isEmpty ? merged(4...5, first...first) : merged(4...4, first...upper.count))
        }
        let rows = people.map { person in
            var row = Array(repeating: "", count: upper.count)
            for (name, value) in person { row[(places[name] ?? 1) - 1] = value }
            return row
        }
        let titles = [["Mẫu 01b: DANH SÁCH NGƯỜI LAO ĐỘNG"], ["Xã Bộc Bố", "", "", "Huyện Pác Nặm"], []]
        return sheet(titles + [upper, lower] + rows, name: "Mẫu 01b", merged: ranges)
    }

    @Test("Form 01b with its two rows of merged headings and its ticks")
    func form01b() throws {
        let found = try read([
            Self.form([
                [
                    "TT": "#1", "Mã hộ": "H1", "Họ và tên": "Hoàng  Văn An ", "Ngày tháng năm sinh": "5/3/1990",
                    "Giới tính/Nam": "x", "Số CCCD/ CMTND": "#6090123456", "Số diện thại": "#971234567",
                    "Nơi đăng ký thường trú/Xã/phường/thị trấn": "Bộc Bố",
                    "Nơi ở hiện tại/Tỉnh/thành phố": "Bắc Ninh",
                    "Đối tượng ưu tiên/Dân tộc thiểu số(ghi tên dân tộc)": "Tày",
                    "Trình độ GDPT cao nhất đạt được/TN THCS": "X",
                    "Trình độ chuyên môn kỹ thuật cao nhất/Chứng chỉ nghề dưới 3 tháng": "v",
                    "Tình trạng tham gia hoạt động kinh tế/Người có việc làm": "✓",
                    "Vị thế việc làm/Làm công ăn lương": "1", "Công việc cụ thể đang làm": "Công nhân may",
                    "Nơi làm việc": "Công ty TNHH May, Bắc Ninh",
                ],
                [
                    "TT": "#2", "Mã hộ": "H1", "Họ và tên": "Nông Thị Hà", "Ngày tháng năm sinh": "#1992",
                    "Giới tính/Nữ": "x", "Đối tượng ưu tiên/Người khuyết tật": "x",
                    "Tình trạng tham gia hoạt động kinh tế/Không tham gia hoạt động kinh tế": "x",
                    "Lý do không tham gia HĐKT/Nội trợ": "x",
                ],
                [
                    "TT": "#3", "Mã hộ": "H2", "Họ và tên": "Lý A Páo", "Giới tính/Nam": "x", "Giới tính/Nữ": "x",
                    "Tình trạng tham gia hoạt động kinh tế/Người thất nghiệp": "x",
                    "Lý do không tham gia HĐKT/Đi học": "x",
                ],
            ])
        ])
        #expect(found.members.count == 3)
        let an = try #require(found.members.first)
        #expect(an.name == "Hoàng Văn An" && an.birth == .date(.example("1990-03-05")) && an.sex == .male)
        #expect(an.identity?.digits == "006090123456" && an.phone == "0971234567")
        #expect(an.ethnicity == "Tày" && an.isDisabled == false)
        #expect(an.education == .lowerSecondary && an.qualification == .shortCourse)
        guard case .working(let work) = an.activity else {
            Issue.record("is in work")
            return
        }
        #expect(work.status == .employee && work.contract == nil && work.place == .otherProvince)
        #expect(work.workplace == "Công ty TNHH May, Bắc Ninh")
        #expect(an.residence == .away(.otherProvince) && an.jobText == "Công nhân may")
        let ha = found.members[1]
        #expect(ha.birth == .year(1992) && ha.sex == .female && ha.isDisabled == true && ha.activity == .housekeeping)
        #expect(found.households.first?.commune == .example("01864"))
        let pao = found.members[2]
        #expect(pao.sex == nil && pao.birth == nil && pao.activity == nil)
        #expect(found.problems.map(\.kind) == [.repaired, .severalTicks, .contradiction])
        #expect(found.problems.filter(\.refuses).isEmpty)
    }

    @Test("A list without household codes is read to say of each row that it belongs to no household")
    func withoutCodes() throws {
        let list = sheet([["STT", "Họ và tên", "Năm sinh", "Giới tính"], ["1", "Hoàng Văn An", "1990", "Nam"]])
        #expect(try Roll.inspect([list]).sheets.first?.missing == [.householdCode])
        let found = try read([list])
        #expect(found.rows.map(\.isRefused) == [true])
        #expect(found.problems.map(\.kind) == [.noHousehold])
        #expect(found.problems.first?.sentence.english.hasPrefix("Sheet “Danh sách”, row 2, column “Mã hộ”: ") == true)
    }

    @Test("The forty-column sheet gives households and people")
    func fortyColumns() throws {
        let header = [
            "TT", "Mã hộ", "Họ tên", "Quan hệ với chủ hộ", "Ngày sinh", "Giới tính", "Số Căn cước", "Ngày cấp",
            "Nơi cấp", "Dân tộc", "Dân tộc thiểu số", "Thuộc khu vực", "Thôn", "Xã", "Huyện", "Tỉnh",
            "Thuộc hộ nghèo - cận nghèo", "Khuyết tật", "Trình độ giáo dục phổ thông", "Trình độ chuyên môn kinh tế",
            "Lĩnh vực giáo dục đào tạo", "Có việc làm", "Vị thế việc làm", "Tên công việc đang làm",
            "Mã công việc đang làm", "Nơi làm việc", "Địa chỉ nơi làm", "Tên nhóm ngành kinh tế", "Loại hình kinh tế",
            "Loại hợp đồng lao động", "Ngày bắt đầu làm việc", "Thất nghiệp", "Thời gian thất nghiệp",
            "Nguyên nhân không tham gia hoạt động kinh tế", "Nhu cầu đào tạo", "Nhu cầu việc làm", "Tham gia BHXH",
            "Số BHXH", "Số điện thoại", "Ghi chú",
        ]
        #expect(header.count == 40)
        var an = Array(repeating: "", count: 40)
        for (name, value) in [
            "TT": "1", "Mã hộ": "H1", "Họ tên": "Hoàng Văn An", "Quan hệ với chủ hộ": "Chủ hộ", "Ngày sinh": "#d32937",
            "Giới tính": "Nam", "Thôn": "Nà Lẹng", "Xã": "Xã Bộc Bố", "Huyện": "Pác Nặm", "Tỉnh": "Bắc Kạn",
            "Thuộc hộ nghèo - cận nghèo": "Hộ nghèo", "Trình độ giáo dục phổ thông": "9/12",
            "Trình độ chuyên môn kinh tế": "Dạy nghề sơ cấp", "Có việc làm": "x",
            "Vị thế việc làm": "Làm công ăn lương",
            "Mã công việc đang làm": "8153", "Nơi làm việc": "Trong huyện",
            "Loại hợp đồng lao động": "Đủ 12 đến 36 tháng",
            "Ngày bắt đầu làm việc": "1/7/23", "Nhu cầu việc làm": "Lái máy xúc",
        ] {
            an[header.firstIndex(of: name) ?? 0] = value
        }
        var ha = an
        for (name, value) in [
            "TT": "2", "Họ tên": "Nông Thị Hà", "Quan hệ với chủ hộ": "Vợ", "Giới tính": "Nữ", "Có việc làm": "",
            "Thất nghiệp": "Đã từng làm việc", "Vị thế việc làm": "", "Nhu cầu việc làm": "5223",
        ] {
            ha[header.firstIndex(of: name) ?? 0] = value
        }
        let found = try read([sheet([header, an, ha])])
        #expect(try Roll.inspect([sheet([header, an])]).sheets.first?.kind == .combined)
        #expect(found.problems.isEmpty)
        #expect(found.households.map(\.headName) == ["Hoàng Văn An", nil])
        #expect(found.households.map(\.village) == ["Nà Lẹng", "Nà Lẹng"])
        #expect(found.households.allSatisfy { $0.povertyClass == .poor && $0.commune == .example("01864") })
        var work = Work(
            status: .employee,
            contract: .from12To36Months,
            place: .ownDistrict,
            since: .example("2023-07-01")
        )
        work.workplace = nil
        #expect(found.members[0].activity == .working(work))
        #expect(found.members[0].birth == .date(.example("1990-03-05")))
        #expect(found.members[0].education == .lowerSecondary && found.members[0].qualification == .elementary)
        #expect(found.members[0].pastOccupation == .example("8153"))
        #expect(found.members[0].wantedText == "Lái máy xúc" && found.members[0].wantedOccupation == nil)
        #expect(found.members[1].activity == .unemployed && found.members[1].wantedOccupation == .example("5223"))
    }

    @Test("A combined list prints the household's cells once, merged or with blanks below")
    func carriedDown() throws {
        let header = ["STT", "Mã hộ", "Chủ hộ", "Phân loại hộ", "Thôn", "Xã", "Họ và tên", "Quan hệ", "Năm sinh"]
        let found = try read([
            sheet(
                [
                    ["DANH SÁCH HỘ NGHÈO VÀ THÀNH VIÊN"],
                    header,
                    ["1", "H1", "Hoàng Văn An", "Hộ nghèo", "Nà Lẹng", "Bộc Bố", "Hoàng Văn An", "Chủ hộ", "1980"],
                    ["", "", "", "", "", "", "Nông Thị Hà", "Vợ", "1982"],
                    header,
                    ["", "", "", "", "", "", "Hoàng Minh", "Con", "2010"],
                    ["2", "H2", "Lý A Páo", "Hộ cận nghèo", "Khau Đấng", "Bộc Bố", "Lý A Páo", "Chủ hộ", "1975"],
                    ["", "", "", "", "", "", "Lý Thị Mỷ", "Vợ", "1977"],
                    ["3", "", "Bàn Văn Tá", "Hộ nghèo", "Nà Lẹng", "Bộc Bố", "Bàn Văn Tá", "Chủ hộ", "1970"],
                    ["", "", "", "", "", "", "Bàn Thị Lý", "Vợ", "1972"],
                ],
                merged: (2...5).map { merged(7...8, $0...$0) }
            )
        ])
        #expect(found.members.map(\.householdCode) == ["H1", "H1", "H1", "H2", "H2"])
        #expect(found.households.map(\.code) == ["H1", "H2", "H2"])
        #expect(found.rows.map(\.isRefused) == [false, false, false, false, false, true, true])
        #expect(found.problems.map(\.kind) == [.empty, .empty])
        #expect(found.summary.ignored == [.header: 1])
    }

    @Test("Where every row has its household's code, an empty one is a mistake and not the household above")
    func emptyCode() throws {
        let found = try read([
            sheet([
                ["Mã hộ", "Họ và tên", "Năm sinh"],
                ["H1", "Hoàng Văn An", "1980"],
                ["H1", "Nông Thị Hà", "1982"],
                ["", "Lý A Páo", "1975"],
            ])
        ])
        #expect(found.members.count == 2)
        #expect(found.problems.map(\.kind) == [.empty])
    }

    @Test("Two people alike in name and birth are two people, and the second is to be checked")
    func namesakes() throws {
        let row = ["H1", "Lý A Páo", "1990"]
        let found = try read([sheet([["Mã hộ", "Họ và tên", "Năm sinh"], row, row, ["H2", "Lý A Páo", "1990"]])])
        #expect(found.members.map(\.key) == ["ly a pao|1990", "ly a pao|1990|2", "ly a pao|1990"])
        #expect(found.problems.map(\.kind) == [.duplicateMember])
        #expect(found.problems.first?.refuses == false)
    }

    @Test("Years of birth in a column for men and one for women give both")
    func yearsBySex() throws {
        let found = try read([
            sheet(
                [
                    ["Mã hộ", "Họ và tên", "Năm sinh", ""], ["", "", "Nam", "Nữ"],
                    ["H1", "Lý A Páo", "#1990", ""], ["H1", "Lý Thị Mỷ", "", "1992"],
                ],
                merged: [merged(1...1, 3...4), merged(1...2, 1...1), merged(1...2, 2...2)]
            )
        ])
        #expect(found.members.map(\.birth) == [.year(1990), .year(1992)])
        #expect(found.members.map(\.sex) == [.male, .female])
    }
}
