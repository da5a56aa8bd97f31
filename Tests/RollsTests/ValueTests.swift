import Fixtures
import Households
import Rolls
import Testing
import Vocabulary

@Suite("Values of persons as rolls write them")
struct ValueTests {
    @Test(
        "Birth dates and years",
        arguments: [
            ("05/03/1984", Birth.date(.example("1984-03-05"))), ("5-3-84", .date(.example("1984-03-05"))),
            ("5.3.1984", .date(.example("1984-03-05"))), ("1984-03-05", .date(.example("1984-03-05"))),
            ("ngày 5 tháng 3 năm 1984", .date(.example("1984-03-05"))), ("'05/03/1984", .date(.example("1984-03-05"))),
            ("1984", .year(1984)), ("#1984", .year(1984)), ("#d1984", .year(1984)), ("03/1984", .year(1984)),
            ("…/…/1984", .year(1984)), ("00/00/1984", .year(1984)), ("#30746", .date(.example("1984-03-05"))),
            ("#d30746", .date(.example("1984-03-05"))), ("2/1/24", .date(.example("2024-01-02"))),
            ("2/1/25", .date(.example("1925-01-02"))),
        ] as [(String, Birth)]
    )
    func births(text: String, birth: Birth) throws {
        let found = try person([.birth: text])
        #expect(found.facts?.birth == birth)
        #expect(found.problems.isEmpty)
    }

    @Test(
        "What is no birth date is unknown and named",
        arguments: ["khoảng 2010", "30/02/1990", "12/25/1984", "01/04/2024", "1850", "84"]
    )
    func noBirths(text: String) throws {
        let found = try person([.birth: text])
        #expect(found.facts != nil && found.facts?.birth == nil)
        #expect(found.problems.map(\.kind) == [.notUnderstood])
        #expect(found.problems.first?.column == "Ngày sinh" && found.problems.first?.refuses == false)
    }

    @Test(
        "Education",
        arguments: [
            ("Chưa học xong Tiểu học", Education.belowPrimary), ("Tốt nghiệp Tiểu học", .primary),
            ("TN THCS", .lowerSecondary),
            ("Tốt nghiệp THPT", .upperSecondary), ("9/12", .lowerSecondary), ("12/12", .upperSecondary),
            ("7/10", .lowerSecondary),
            ("lớp 9", .lowerSecondary), ("Lớp 4", .belowPrimary), ("đang học lớp 9", .primary),
            ("10/10", .upperSecondary),
            ("Cấp II", .lowerSecondary), ("Mù chữ", .belowPrimary), ("THPT", .upperSecondary), ("#12", .upperSecondary),
            ("Trung học cơ sở", .lowerSecondary), ("12", .upperSecondary), ("Chưa", .belowPrimary),
        ] as [(String, Education)]
    )
    func educations(text: String, level: Education) throws {
        #expect(try person([.education: text]).facts?.education == level)
    }

    @Test(
        "A number that may be a code or a class is not guessed",
        arguments: ["3", "#2", "Chưa tốt nghiệp THPT", "13/12"]
    )
    func noEducations(text: String) throws {
        #expect(try person([.education: text]).problems.map(\.kind) == [.notUnderstood])
    }

    @Test(
        "Qualification, with older names",
        arguments: [
            ("Chưa qua đào tạo", Qualification.untrained), ("CNKT không có bằng", .skilledWithoutCertificate),
            ("Chứng chỉ nghề dưới 3 tháng", .shortCourse), ("Dạy nghề sơ cấp", .elementary),
            ("Trung cấp chuyên nghiệp", .intermediate), ("Cao đẳng nghề", .college), ("ĐH", .university),
            ("Trên đại học", .postgraduate), ("Thạc sỹ", .postgraduate), ("Không", .untrained), ("#5", .intermediate),
        ] as [(String, Qualification)]
    )
    func qualifications(text: String, level: Qualification) throws {
        #expect(try person([.qualification: text]).facts?.qualification == level)
    }

    @Test(
        "Contracts",
        arguments: [
            ("Không xác định thời hạn", ContractBand.indefinite), ("KXD", .indefinite),
            ("Đủ 12 đến 36 tháng", .from12To36Months), ("Đủ 3 đến 12 tháng", .from3To12Months),
            ("Dưới 3 tháng", .below3Months),
            ("Không có hợp đồng", .noContract), ("HĐ miệng", .noContract), ("1 năm", .from12To36Months),
            ("06 tháng", .from3To12Months),
        ] as [(String, ContractBand)]
    )
    func contracts(text: String, band: ContractBand) throws {
        guard case .working(let work) = try person([.contract: text]).facts?.activity else {
            Issue.record("a contract is had by somebody in work")
            return
        }
        #expect(work.contract == band)
        #expect(work.status == (band == .noContract ? .unknown : .employee))
    }

    @Test(
        "Why somebody is not active",
        arguments: [
            ("Đi học", Activity.studying), ("Hưu trí", .otherInactive), ("Nội trợ", .housekeeping),
            ("Khuyết tật", .incapacitated), ("Khác", .otherInactive), ("Ốm đau", .incapacitated),
        ] as [(String, Activity)]
    )
    func inactive(text: String, activity: Activity) throws {
        #expect(try person([.activity: "Không tham gia HĐKT", .inactiveReason: text]).facts?.activity == activity)
        #expect(try person([.inactiveReason: text]).facts?.activity == activity)
    }

    @Test("Unemployed by any of the form's columns")
    func unemployed() throws {
        #expect(try person([.activity: "Thất nghiệp"]).facts?.activity == .unemployed)
        #expect(try person([.unemployedKind: "Chưa bao giờ làm việc"]).facts?.activity == .unemployed)
        #expect(try person([.unemployedFor: "Trên 1 năm"]).facts?.activity == .unemployed)
    }

    @Test("Columns that contradict each other leave the work unknown")
    func contradictions() throws {
        let found = try person([.activity: "Có việc làm", .inactiveReason: "Đi học"])
        #expect(found.facts?.activity == nil && found.facts != nil)
        #expect(found.problems.map(\.kind) == [.contradiction])
    }

    @Test("Employment survives: position, contract, workplace and since when")
    func employment() throws {
        let found = try person([
            .activity: "Có việc làm", .status: "Làm công ăn lương", .contract: "Dưới 3 tháng",
            .workplace: "Công ty Giày",
            .workplaceAddress: "KCN Yên Bình, Thái Nguyên", .contractStart: "05/2023",
        ])
        var work = Work(
            status: .employee,
            contract: .below3Months,
            place: .otherProvince,
            since: .example("2023-05-01")
        )
        work.workplace = "Công ty Giày"
        #expect(found.facts?.activity == .working(work))
        #expect(found.facts?.residence == .away(.otherProvince))
    }

    @Test(
        "Where people live now",
        arguments: [
            ("Tại nhà", MemberFacts.Residence.home), ("Xã Bằng Thành, huyện Pác Nặm", .commune(.example("01858"))),
            ("Ngoài huyện", .away(.inProvince)), ("TP. Hồ Chí Minh", .away(.otherProvince)),
            ("Đài Loan", .away(.abroad)), ("Khu trọ số 3, Bắc Ninh", .away(.otherProvince)),
        ] as [(String, MemberFacts.Residence)]
    )
    func residences(text: String, residence: MemberFacts.Residence) throws {
        #expect(try person([.currentAddress: text]).facts?.residence == residence)
    }

    @Test("Zeros that a numeric cell lost come back; what is no number is named")
    func numbers() throws {
        let repaired = try person([.nationalID: "#6090123456", .phone: "#971234567"])
        #expect(repaired.facts?.identity?.digits == "006090123456" && repaired.facts?.phone == "0971234567")
        #expect(repaired.problems.map(\.kind) == [.repaired])
        let old = try person([.nationalID: "095123456", .phone: "0168 123 4567 - 0912345678"])
        #expect(old.facts?.identity?.digits == "095123456")
        let wrong = try person([.nationalID: "12", .phone: "không có"])
        #expect(wrong.facts?.identity == nil && wrong.facts?.phone == nil)
        #expect(wrong.problems.map(\.column) == ["Số CCCD", "Số điện thoại"])
        let differing = try person([.birth: "1991", .sex: "Nữ", .nationalID: "006090123456"])
        #expect(differing.problems.map(\.kind) == [.identityDiffers])
        #expect(!(differing.problems.first?.sentence.english.contains("006090") ?? true))
    }

    @Test("What was asked of a person: languages, reading, reach, nights, skills, wage")
    func answers() throws {
        let found = try person([
            .languages: "Tày, Nùng, tiếng Kinh", .readsVietnamese: "Không", .contactWay: "Qua trưởng thôn",
            .reach: "Mọi nơi",
            .nights: "Có", .skills: "May công nghiệp; bằng lái xe A1", .wageFloor: "7,5 triệu", .soleCarer: "",
            .leftSchool: "x", .ability: "Hạn chế", .abilityReviewOn: "01/06/2025", .wantedJob: "Phụ bếp",
            .experience: "3 năm",
        ])
        let facts = try #require(found.facts)
        #expect(facts.languages == [.tay, .nung, .vietnamese] && facts.readsVietnamese == false)
        #expect(facts.contactWay == .villageHead && facts.reach == .anywhere && facts.acceptsNights == true)
        #expect(facts.skills == [.sewing, .drivingMotorcycle] && facts.wageFloor == Dong(7_500_000))
        #expect(facts.isSoleCarer == nil && facts.hasLeftSchool == true && facts.ability == .limited)
        #expect(facts.abilityReviewOn == .example("2025-06-01") && facts.wantedText == "Phụ bếp")
        #expect(facts.experienceYears == 3)
        #expect(found.problems.isEmpty)
    }

    @Test("Who has died, moved or left for another household is read, who came is not")
    func departures() throws {
        #expect(
            try person([.change: "Đã chết", .changedOn: "1/2/2024"]).facts?.departure
                == Departure(.died, on: .example("2024-02-01"))
        )
        #expect(try person([.change: "Chuyển đi"]).facts?.departure == Departure(.moved, on: rollDay))
        let came = try person([.change: "Chuyển đến"])
        #expect(came.facts?.departure == nil && came.problems.isEmpty)
        #expect(try person([.change: "gì đó"]).problems.map(\.kind) == [.notUnderstood])
    }

    @Test("A text too long for what it is to be is left out and named")
    func tooLong() throws {
        let found = try person([.currentJob: String(repeating: "a", count: 501)])
        #expect(found.problems.map(\.kind) == [.tooLong] && found.facts?.jobText == nil)
    }
}
