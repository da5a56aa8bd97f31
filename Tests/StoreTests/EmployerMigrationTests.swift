import Fixtures
import Foundation
import GRDB
import Testing
import Vacancies

@testable import Store

@Suite("An older database and its employers")
struct EmployerMigrationTests {
    @Test("Its vacancies find their employers when it is first opened, and it is known which are abroad")
    func filled() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/a.sqlite"
            let queue = try DatabaseQueue(path: path)
            try Schema.migrator.migrate(queue, upTo: "8 referrals")
            try await queue.write { database in
                let rows: [(Int, String, String?, String, String)] = [
                    (1, "Công ty May A", nil, "May", "Bộc Bố"), (2, "CÔNG TY MAY A", "0100.109.106", "May", "Bộc Bố"),
                    (3, "Hợp tác xã B", nil, "Trồng rừng", ""), (4, "", nil, "Việc", ""),
                    (5, "Hợp tác xã b", "0100109107", "Xuất khẩu lao động Đài Loan", "Đài Loan"),
                ]
                for (id, employer, code, title, place) in rows {
                    try database.execute(
                        sql: """
                            INSERT INTO vacancy (id, source, reference, title, text, employer, tax_code, place_text,
                                place_kind, openings, content_hash) VALUES (?, 's', ?, ?, '', ?, ?, ?, 'unknown', 1, x'00')
                            """,
                        arguments: [id, "\(id)", title, employer, code, place]
                    )
                }
            }
            try queue.close()
            let store = try Store(path: path, mayCreate: false, now: { 1_705_280_400 })
            let vacancies = try await store.read { try $0.vacancies() }
            #expect(vacancies.map(\.employerID).count == 5)
            #expect(vacancies[0].employerID != nil && vacancies[0].employerID == vacancies[1].employerID)
            #expect(vacancies[2].employerID != nil && vacancies[2].employerID == vacancies[4].employerID)
            #expect(vacancies[3].employerID == nil)
            #expect(vacancies.map(\.isAbroad) == [false, false, false, false, true])
            #expect(vacancies.map(\.taxCode) == [nil, "0100109106", nil, nil, "0100109107"])
            let employers = try await store.read {
                try $0.employers(EmployerFilter(limit: 9), on: .example("2024-01-15"))
            }
            #expect(employers.map { $0.employer.taxCode?.description } == ["0100109106", nil])
            #expect(employers.map(\.openVacancies) == [2, 2])
        }
    }
}
