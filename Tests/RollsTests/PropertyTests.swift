import Fixtures
import Households
import Rolls
import Testing
import Vocabulary
import Workbooks

@Suite("What holds of every roll")
struct PropertyTests {
    /// People with random values, good and bad, in every field that is read.
    private static func people(_ generator: inout some RandomNumberGenerator) -> [[RollField: String]] {
        let values: [RollField: [String]] = [
            .householdCode: ["H1", "H2"], .fullName: ["Hoàng Văn An", "Lý A Páo", "Nông Thị Hà"],
            .birth: ["1990", "05/03/1984", "??", "#30746"], .sex: ["Nam", "Nữ", "nam nữ"],
            .povertyClass: ["Hộ nghèo", "HCN"], .communeCode: ["01864", "#1858", "99999"], .village: ["Nà Lẹng", ""],
            .education: ["9/12", "TN THPT", "3"], .qualification: ["Sơ cấp", ""],
            .activity: ["Có việc làm", "Thất nghiệp", ""],
            .inactiveReason: ["Đi học", "", ""], .status: ["Tự làm", "Làm công ăn lương", ""],
            .contract: ["Dưới 3 tháng", ""], .workplace: ["Bắc Ninh", "Trong huyện", "Chợ Bộc Bố"],
            .contractStart: ["1/2/23", ""],
            .currentAddress: ["Hà Nội", "", "Tại nhà"], .languages: ["Tày, Nùng", "tiếng lạ"], .soleCarer: ["x", ""],
            .wageFloor: ["7 triệu", "nhiều"], .change: ["Chết", ""], .phone: ["0912345678", "1"],
        ]
        return (0..<30).map { _ in
            values.sorted { $0.key.rawValue < $1.key.rawValue }
                .reduce(into: [:]) { $0[$1.key] = $1.value.randomElement(using: &generator) }
        }
    }

    private static func list(_ people: [[RollField: String]], _ fields: [RollField]) -> RollSheet {
        sheet([fields.map(\.heading)] + people.map { person in fields.map { person[$0] ?? "" } })
    }

    @Test("Columns in any order give the same facts", arguments: 0..<20)
    func shuffledColumns(seed: UInt64) throws {
        var generator = Seeded(state: seed)
        let people = Self.people(&generator)
        let fields = people.first?.keys.sorted { $0.rawValue < $1.rawValue } ?? []
        let one = try read([Self.list(people, fields)])
        let other = try read([Self.list(people, fields.shuffled(using: &generator))])
        #expect(one.rows.map(\.household) == other.rows.map(\.household))
        #expect(one.rows.map(\.member) == other.rows.map(\.member))
        #expect(one.rows.map { Set($0.problems) } == other.rows.map { Set($0.problems) })
        #expect(one.members.count > 20)
    }

    @Test("Facts applied twice are facts applied once", arguments: 0..<20)
    func appliedTwice(seed: UInt64) throws {
        var generator = Seeded(state: seed)
        let people = Self.people(&generator)
        let fields = people.first?.keys.sorted { $0.rawValue < $1.rawValue } ?? []
        var member = Member(id: .example(1), household: .example(1), line: 1, name: "")
        var household = Household(
            id: .example(1),
            code: "",
            commune: .example("01864"),
            village: "",
            headName: "",
            povertyClass: .notPoor,
            escapedOn: nil,
            isWithoutLabour: false
        )
        // Each row on what the rows before have left, as later rolls of other offices meet an older record.
        for row in try read([Self.list(people, fields)]).rows {
            row.member?.apply(to: &member)
            let once = member
            row.member?.apply(to: &member)
            #expect(member == once)
            row.household?.apply(to: &household)
            let householdOnce = household
            row.household?.apply(to: &household)
            #expect(household == householdOnce)
        }
    }

    @Test("A roll that says nothing of something leaves it as it is known")
    func nothingSaid() {
        var member = Member(id: .example(1), household: .example(1), line: 1, name: "An")
        member.activity = .working(Work(status: .employee, contract: .indefinite, place: .province, since: rollDay))
        member.languages = [.tay]
        member.away = .otherProvince
        let known = member
        MemberFacts(householdCode: "H1", name: "An").apply(to: &member)
        #expect(member == known)
        var facts = MemberFacts(householdCode: "H1", name: "An")
        facts.activity = .working(Work(status: .unknown, contract: nil))
        facts.apply(to: &member)
        #expect(member == known)
    }

    @Test("A hundred thousand rows are streamed, none kept")
    func manyRows() async throws {
        let (summary, last, isStreamed) = try await onThread { try Self.readManyRows() }
        #expect(summary.rows == 100_000 && summary.refused == 0 && last == 100_001 && isStreamed)
    }

    private static func readManyRows() throws -> (RollSummary, last: Int, isStreamed: Bool) {
        let header = Row(number: 1, texts: ["Mã hộ", "Họ và tên", "Năm sinh", "Giới tính", "Thôn"])
        var handedOver = 0
        let list = RollSheet(name: "Lớn", mergedRange: { _, _ in nil }) { body in
            try body(header)
            for number in 2...100_001 {
                handedOver = number
                try body(
                    Row(
                        number: number,
                        texts: ["H\(number / 4)", "Hoàng Văn An", "19\(number % 90 + 10)", "Nam", "Nà Lẹng"]
                    )
                )
            }
        }
        var last = 0
        var isStreamed = true
        let summary = try Roll.read([list], units: units(), asOf: rollDay) { row in
            // Each row is given out before the next one is taken in.
            if row.number != handedOver { isStreamed = false }
            last = row.number
        }
        return (summary, last, isStreamed)
    }
}

/// A source of random numbers that gives the same ones for the same seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
