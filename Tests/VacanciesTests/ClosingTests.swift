import Fixtures
import Testing
import Vacancies
import Vocabulary

private func facts(received: Int, open: Int, missing: Int, due: Int, before: [Int] = []) -> RunFacts {
    RunFacts(received: received, open: open, missing: missing, due: due, before: before)
}

private let hour: Int64 = 3600

@Suite("When a feed is believed")
struct ClosingTests {
    private let policy = ClosingPolicy()

    @Test(
        "A run is held exactly where the guard says",
        arguments: [
            (facts(received: 0, open: 1, missing: 1, due: 0), Hold.empty),
            (facts(received: 0, open: 0, missing: 0, due: 0), nil),
            (facts(received: 90, open: 100, missing: 30, due: 30), nil),
            (facts(received: 90, open: 100, missing: 31, due: 31), .bulk),
            (facts(received: 1, open: 6, missing: 5, due: 5), nil),
            (facts(received: 1, open: 6, missing: 6, due: 6), .bulk),
            (facts(received: 49, open: 100, missing: 1, due: 0, before: [100, 90, 100]), .shrunk),
            (facts(received: 50, open: 100, missing: 1, due: 0, before: [100, 90, 100]), nil),
            (facts(received: 10, open: 10, missing: 0, due: 0, before: [100, 90, 100]), nil),
        ] as [(RunFacts, Hold?)]
    )
    func hold(facts: RunFacts, expected: Hold?) {
        switch policy.decide(facts, held: nil, at: 100) {
        case .close: #expect(expected == nil)
        case .hold(let picture): #expect(picture == expected.map { HeldPicture(hold: $0, since: 100, runs: 1) })
        case .release: Issue.record("believed at once")
        }
    }

    @Test("A picture is believed after three looks that span a day; another picture begins anew")
    func confirmed() {
        let empty = facts(received: 0, open: 9, missing: 9, due: 9)
        var held: HeldPicture?
        func look(_ hours: Int64) -> String {
            switch policy.decide(empty, held: held, at: hours * hour) {
            case .close: return "close"
            case .release: return "release"
            case .hold(let picture):
                held = picture
                return "hold \(picture.runs)"
            }
        }
        #expect(look(0) == "hold 1")
        #expect(look(30) == "hold 2", "a day has passed, but two looks are too few")
        held = nil
        #expect(look(0) == "hold 1")
        #expect(look(1) == "hold 2")
        #expect(look(23) == "hold 3")
        #expect(look(24) == "release")
        held = HeldPicture(hold: .bulk, since: 0, runs: 9)
        #expect(look(48) == "hold 1")
    }

    @Test("Whatever a feed does, nothing is closed by absence that was there in the last run or the one before")
    func neverAtOnce() {
        // Every history of four complete runs over three vacancies: present or not, six hours apart.
        for history in 0..<(1 << 12) {
            var misses = [0, 0, 0]
            var lastSeen: [Int64] = [0, 0, 0]
            var isOpen = [true, true, true]
            var held: HeldPicture?
            for run in 1...4 {
                let at = Int64(run) * 6 * hour
                let present = (0..<3).filter { history >> ((run - 1) * 3 + $0) & 1 == 1 }
                let openBefore = isOpen.count { $0 }
                for one in present { (misses[one], lastSeen[one], isOpen[one]) = (0, at, true) }
                let absent = (0..<3).filter { isOpen[$0] && lastSeen[$0] < at }
                let due = absent.filter { misses[$0] >= policy.misses - 1 && at - lastSeen[$0] >= 12 * hour }
                let found = facts(received: present.count, open: openBefore, missing: absent.count, due: due.count)
                switch policy.decide(found, held: held, at: at) {
                case .close:
                    held = nil
                    for one in absent { misses[one] += 1 }
                    for one in due {
                        isOpen[one] = false
                        #expect(at - lastSeen[one] >= 12 * hour && misses[one] >= 2)
                    }
                case .hold(let picture): held = picture
                case .release(let picture):
                    held = nil
                    for one in absent where lastSeen[one] < picture.since { isOpen[one] = false }
                }
            }
        }
    }

    @Test("Openings that our hires took are taken from the feed's figure once, whether the feed knows of them or not")
    func openings() {
        var vacancy = Vacancy.example()
        vacancy.openings = 10
        vacancy.openingsSince = 100
        #expect(vacancy.openingsLeft(after: [150, 160]) == 8)
        // The employer has lowered the figure after two hires, and one more has been made since.
        vacancy.openings = 8
        vacancy.openingsSince = 170
        #expect(vacancy.openingsLeft(after: [150, 160, 180]) == 7)
        vacancy.openings = 1
        #expect(vacancy.openingsLeft(after: [180, 190]) == 0)
    }

    @Test("Of several sources the one that had the vacancy longest counts; what another has more of stands for itself")
    func twins() {
        func twin(_ id: Int64, _ source: String, _ seen: Int64) -> Twin {
            Twin(id: .example(id), source: source, firstSeen: seen)
        }
        #expect(Twin.links([]) == [:])
        #expect(Twin.links([twin(1, "a", 5), twin(2, "a", 1)]) == [:], "one source's are two vacancies")
        let links = Twin.links([twin(1, "a", 5), twin(2, "b", 1), twin(3, "a", 6), twin(4, "b", 2), twin(5, "a", 7)])
        #expect(links == [.example(1): .example(2), .example(3): .example(4)])
        var (coded, named) = (twin(1, "a", 1), twin(2, "b", 2))
        (coded.taxCode, coded.wage) = ("0101234567", 7_000_000)
        #expect(Twin.links([coded, named]) == [.example(2): .example(1)], "what one does not say is no contradiction")
        named.wage = 8_000_000
        #expect(Twin.links([coded, named]) == [:])
        (named.wage, named.taxCode) = (7_000_000, "4700000001")
        #expect(Twin.links([coded, named]) == [:])
    }

    @Test("Twins have the same employer, title and district; too little known makes none")
    func twinKeys() async throws {
        let territory = try await shippedSettings().programme.territory
        var (one, other) = (Vacancy.example(1), Vacancy.example(2))
        #expect(TwinKey(one, territory: territory) == TwinKey(other, territory: territory))
        other.title = "CÔNG NHÂN  MAY"
        other.place = .district("060")
        #expect(TwinKey(one, territory: territory) == TwinKey(other, territory: territory))
        other.employer = "Công ty khác"
        #expect(TwinKey(one, territory: territory) != TwinKey(other, territory: territory))
        one.place = .unknown
        #expect(TwinKey(one, territory: territory) == nil)
    }

    @Test("An employer's word holds for some days")
    func confirmation() {
        var vacancy = Vacancy.example()
        let day = Day.example("2024-03-15")
        #expect(!vacancy.needsConfirmation(on: day, after: 14))
        vacancy.confirmedOn = .example("2024-03-02")
        #expect(!vacancy.needsConfirmation(on: day, after: 14))
        vacancy.confirmedOn = .example("2024-03-01")
        #expect(vacancy.needsConfirmation(on: day, after: 14))
    }
}
