import Fixtures
import Foundation
import Testing

/// One household of three, from an employer's feed to twelve months in a job, as its officers live it: with the built
/// program, real HTTP, and nothing else.
@Suite("A household's way to a job that lasts")
struct StoryTests {
    private static let password = "mat-khau-cua-can-bo-1"

    /// The program of one office in one folder, with a server that is started anew whenever the day has moved on.
    private struct Town {
        let folder: String
        let noiviec: Program
        let base: String

        init(in folder: String) {
            self.folder = folder
            let port = Int.random(in: 20_000...60_000)
            var environment = smallEnvironment(in: folder)
            environment["NOIVIEC_HTTP_PORT"] = String(port)
            environment["NOIVIEC_FEEDS_SOURCES"] = "may=\(folder)/tin.xml"
            noiviec = Program(environment: environment)
            base = "http://127.0.0.1:\(port)"
        }

        /// Runs commands that must succeed.
        func run(_ arguments: String...) async throws {
            let result = try await noiviec(arguments)
            #expect(result.code == 0, "\(arguments): \(result.errors)")
        }

        func account(_ name: String, _ role: String, _ area: String) async throws {
            let script =
                "printf '%s\\n' '\(StoryTests.password)' | \"$0\" account add \(name) --role \(role) --area \(area)"
            let result = try await noiviec.finish(noiviec.start("/bin/bash", ["-c", script, Program.binary]))
            #expect(result.code == 0, "\(result.errors)")
        }

        /// Does something while the service runs on the day that it is.
        func serving(_ body: () async throws -> Void) async throws {
            let server = try noiviec.start(Program.binary, ["serve"])
            defer { server.process.terminate() }
            while !server.text.contains("Look first at"), server.process.isRunning {
                try await Task.sleep(for: .milliseconds(50))
            }
            try await body()
            server.process.terminate()
            _ = try await noiviec.finish(server)
        }

        /// Goes on to a later day.
        func sleep(until day: String) async throws {
            try await run("demo-day", day)
        }

        func signIn(_ name: String) async throws -> StaffClient {
            try await StaffClient(base, name: name, password: StoryTests.password)
        }
    }

    private func write(in folder: String) throws {
        try """
        STT,Mã hộ,Chủ hộ,Huyện,Xã,Mã xã,Thôn,Dân tộc,Phân loại hộ,Ngày thoát nghèo,Số nhân khẩu,Không có khả năng lao động
        1,01864-1,Hoàng Văn An,Huyện Pác Nặm,Xã Bộc Bố,01864,Thôn Nà Lẹng,Tày,Hộ nghèo,,3,
        2,01864-2,Triệu Thị Chi,Huyện Pác Nặm,Xã Bộc Bố,01864,Thôn Nà Lẹng,Dao,Hộ nghèo,,1,
        """.write(toFile: folder + "/ho.csv", atomically: true, encoding: .utf8)
        let grown = "Tày,,Có,Tốt nghiệp THCS,Chưa qua đào tạo,,Thất nghiệp,,,,,,6111,5,,,Mọi nơi,"
        try """
        STT,Mã hộ,Họ và tên,Quan hệ với chủ hộ,Ngày sinh,Giới tính,Số CCCD,Số điện thoại,Dân tộc,Người khuyết tật,\
        Khả năng lao động,Trình độ giáo dục phổ thông,Trình độ chuyên môn kỹ thuật,Mã nghề đào tạo,\
        Tình trạng hoạt động kinh tế,Lý do không tham gia HĐKT,Vị thế việc làm,Mã công việc đang làm,Loại hợp đồng lao động,\
        Nơi làm việc,Mã công việc đã làm,Số năm kinh nghiệm,Nhu cầu việc làm,Người chăm sóc chính,Phạm vi làm việc,\
        Mức lương mong muốn
        1,01864-1,Hoàng Văn An,Chủ hộ,05/03/1990,Nam,006090387123,0984787876,\(grown)
        2,01864-1,Nông Thị Bình,Vợ,06/12/1992,Nữ,006192774246,0324211095,\(grown)
        3,01864-1,Hoàng Văn Dũng,Con,21/10/2012,Nam,,,Tày,,,,,,Không tham gia,Đi học,,,,,,,,,,
        4,01864-2,Triệu Thị Chi,Chủ hộ,01/02/1988,Nữ,006188774246,0364628648,\(grown)
        """.write(toFile: folder + "/nhan-khau.csv", atomically: true, encoding: .utf8)
        let each = """
            <contract kind="fixed" months="24"/><openings>1</openings><occupation>8153</occupation>\
            <training>true</training><hazardous>false</hazardous>
            """
        try ownFeed(["v1", "v2"], built: "2024-01-14T00:00:00+07:00", each: each)
            .replacing("Công ty May</name>", with: "Công ty May</name><taxCode>4700000027</taxCode>")
            .write(toFile: folder + "/tin.xml", atomically: true, encoding: .utf8)
    }

    @Test("Refused once, hired, out of work again, hired once more and still there after a year")
    func wholeYear() async throws {
        try await withTemporaryFolder { folder in
            try write(in: folder)
            let town = Town(in: folder)
            let (rolls, people) = (folder + "/ho.csv", folder + "/nhan-khau.csv")
            try await town.run("registry", "import", "--demo", "--confirm", rolls, people)
            try await town.run("ingest", "--all")
            try await town.run("match")
            try await town.account("can-bo-xa", "commune_officer", "01864")
            try await town.account("xa-khac", "commune_officer", "01870")
            try await town.account("tu-van", "counsellor", "all")
            var story = Story(town: town)
            try await town.serving { try await story.firstJob() }
            try await town.sleep(until: "2024-02-16")
            try await town.serving { try await story.outOfWork() }
            try await town.sleep(until: "2024-02-21")
            try await town.serving { try await story.secondJob() }
            for (day, months) in [("2024-03-21", 1), ("2024-05-21", 3), ("2024-08-21", 6), ("2025-02-21", 12)] {
                try await town.sleep(until: day)
                try await town.serving { try await story.stillThere(months) }
            }
            try await town.serving { try await story.lookedBackAt() }
            let audit = try await town.noiviec("audit", "verify")
            #expect(audit.code == 0, "\(audit.output)\(audit.errors)")
        }
    }

    /// What the officers know as the year goes on.
    private struct Story {
        let town: Town
        var ids: [String: Int64] = [:]
        var household: Int64 = 0
        var other: Int64 = 0
        var vacancies: [Int64] = []
        var job: Int64 = 0
        var known: Int64 = 0

        private func step(
            _ staff: StaffClient,
            _ referral: Int64,
            _ body: [String: Any]
        ) async throws -> StaffClient.Answer {
            let tag = try await staff.get("/v1/referrals/\(referral)").tag
            return try await staff.post("/v1/referrals/\(referral)/events", body, tag: tag)
        }

        /// Waits until the stored plan says something, for two seconds and what a busy test machine needs besides.
        private func eventually(_ what: String, _ holds: () async throws -> Bool) async throws {
            for _ in 0..<200 {
                if try await holds() { return }
                try await Task.sleep(for: .milliseconds(100))
            }
            Issue.record("\(what): not so after twenty seconds")
        }

        private func isCovered(_ staff: StaffClient, _ query: String) async throws -> Bool {
            let ledger = try await staff.get("/v1/households/\(household)/ledger\(query)")
            #expect(ledger.status == 200)
            return ledger.body["covered"] as? Bool ?? false
        }

        mutating func firstJob() async throws {
            let officer = try await town.signIn("can-bo-xa")
            let counsellor = try await town.signIn("tu-van")
            for one in try await officer.get("/v1/members?commune=01864").items {
                ids[one["name"] as? String ?? ""] = (one["id"] as? NSNumber)?.int64Value
                let home = (one["household"] as? NSNumber)?.int64Value ?? 0
                if one["householdCode"] as? String == "01864-1" { household = home } else { other = home }
            }
            #expect(ids.count == 4)
            vacancies = try await officer.get("/v1/vacancies").items.compactMap { ($0["id"] as? NSNumber)?.int64Value }
            let (an, binh) = (ids["Hoàng Văn An"] ?? 0, ids["Nông Thị Bình"] ?? 0)
            let foreign = try await town.signIn("xa-khac")
            #expect(try await foreign.get("/v1/households/\(household)").status == 404)
            #expect(try await foreign.get("/v1/members").items.isEmpty)

            // Nobody has checked the employer yet.
            let early = try await officer.post("/v1/referrals", ["worker": an, "vacancy": vacancies[0]])
            #expect(early.status == 409 && early.code == "employer_unconfirmed", "\(early.body)")
            let employer = try #require(
                (try await counsellor.get("/v1/employers/to-confirm").items.first?["id"] as? NSNumber)?.int64Value
            )
            let check: [String: Any] = [
                "way": "phone", "taxCodeChecked": true, "noFee": true, "noDeposit": true, "noPapersKept": true,
            ]
            let confirmed = try await counsellor.post("/v1/employers/\(employer)/confirmations", check)
            #expect(confirmed.status == 201, "\(confirmed.body)")

            // He does not want it, and need not say why; the plan follows.
            let first = try await officer.post(
                "/v1/referrals",
                ["worker": an, "vacancy": vacancies[0]],
                key: "key-first-1"
            )
            #expect(first.status == 201, "\(first.body)")
            let declined = try await step(officer, first.number("id"), ["step": "closed", "exitReason": "declined"])
            #expect(declined.status == 200, "\(declined.body)")
            let pair = (an, vacancies[0])
            try await eventually("the pair that was declined is not proposed") {
                try await officer.get("/v1/matches?worker=\(pair.0)").items.allSatisfy {
                    ($0["vacancy"] as? NSNumber)?.int64Value != pair.1
                }
            }

            // She goes, and is taken.
            let second = try await officer.post("/v1/referrals", ["worker": binh, "vacancy": vacancies[0]])
            #expect(second.status == 201, "\(second.body)")
            job = second.number("id")
            try await goAllTheWay(officer, job, start: "2024-01-15")
            #expect(try await isCovered(officer, ""))
            try await eventually("the household is covered in the plan") {
                try await officer.get("/v1/households/\(household)").body["standing"] as? String == "covered"
            }
            #expect(try await officer.get("/v1/reports/programme").body["promiseA"] != nil)

            // The last opening is the other household's first job: nobody of this one may take it.
            let greedy = try await officer.post("/v1/referrals", ["worker": an, "vacancy": vacancies[1]])
            #expect(greedy.status == 409 && greedy.code == "household_first", "\(greedy.body)")
            let losers = (greedy.body["ids"] as? [String: [Int64]])?["households"]
            #expect(losers == [other])
            known = Int64(Date().timeIntervalSince1970)
            // What was known at a moment is settled once its second is over.
            try await Task.sleep(for: .milliseconds(1100))
        }

        private func goAllTheWay(_ staff: StaffClient, _ referral: Int64, start: String) async throws {
            let steps: [[String: Any]] = [
                ["step": "contacted", "way": "phone"],
                [
                    "step": "agreed", "textVersion": "2024-1", "language": "vie", "withInterpreter": false,
                    "signed": true,
                ],
                ["step": "referred", "signer": "Nguyễn Thị Hoa"],
                ["step": "interview", "day": start, "place": "Văn phòng công ty"],
                ["step": "offered"],
                [
                    "step": "hired", "day": start, "contract": "fixed", "contractMonths": 24, "wage": 6_000_000,
                    "insured": true, "shownBy": "employer",
                ],
                ["step": "confirmed", "shownBy": "document"],
            ]
            for one in steps {
                let answer = try await step(staff, referral, one)
                #expect(answer.status == 200, "\(one): \(answer.body)")
            }
        }

        mutating func outOfWork() async throws {
            let officer = try await town.signIn("can-bo-xa")
            let month = try await step(
                officer,
                job,
                ["step": "checked", "months": 1, "inWork": true, "shownBy": "worker"]
            )
            #expect(month.status == 200, "\(month.body)")
            let ended = try await step(officer, job, ["step": "ended", "day": "2024-02-16", "endReason": "health"])
            #expect(ended.status == 200, "\(ended.body)")
            #expect(try await !isCovered(officer, ""), "the household is open again the same day")
            try await eventually("the household is not covered in the plan any more") {
                try await officer.get("/v1/households/\(household)").body["standing"] as? String != "covered"
            }
        }

        mutating func secondJob() async throws {
            let officer = try await town.signIn("can-bo-xa")
            // Now it is a first job again, and the opening is as much this household's as the other's.
            let binh = ids["Nông Thị Bình"] ?? 0
            let again = try await officer.post("/v1/referrals", ["worker": binh, "vacancy": vacancies[1]])
            #expect(again.status == 201, "\(again.body)")
            job = again.number("id")
            try await goAllTheWay(officer, job, start: "2024-02-21")
            #expect(try await isCovered(officer, ""))
        }

        func stillThere(_ months: Int) async throws {
            let officer = try await town.signIn("can-bo-xa")
            let due = try await officer.get("/v1/retention-checks").items
            #expect(due.contains { ($0["id"] as? NSNumber)?.int64Value == job }, "\(months) months: \(due)")
            let check = try await step(
                officer,
                job,
                ["step": "checked", "months": months, "inWork": true, "wage": 6_200_000, "shownBy": "insurance"]
            )
            #expect(check.status == 200, "\(check.body)")
            #expect(check.body["stage"] as? String == (months == 12 ? "sustained" : "confirmed"))
        }

        func lookedBackAt() async throws {
            let officer = try await town.signIn("can-bo-xa")
            #expect(try await isCovered(officer, "?as_of=2024-02-15"))
            #expect(try await !isCovered(officer, "?as_of=2024-02-18"))
            #expect(try await isCovered(officer, "?as_of=2024-02-18&known_at=\(known)"), "nobody knew of the end then")
            #expect(try await isCovered(officer, "?as_of=2025-02-21"))
            let events = try await officer.get("/v1/referrals/\(job)/events").items
            #expect(events.count == 12)
            let promise = try await officer.get("/v1/reports/programme").body["promiseA"] as? [String: Any]
            #expect((promise?["connected"] as? NSNumber)?.intValue == 1, "each person counts once")
        }
    }
}
