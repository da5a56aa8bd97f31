import Fixtures
import Operations
import Referrals
import Store
import Testing
import Vacancies
import Vocabulary

@Suite("Taking the last step back")
struct ReferralUndoTests {
    private typealias Job = ReferralOffice.Job

    private func undo(
        _ id: ReferralID,
        in place: ReferralOffice,
        by caller: Caller = .example()
    ) async throws -> Referral {
        try await place.office.undoLastStep(of: id, version: try await place.stored(id).version, caller: caller)
    }

    @Test("A hire taken back gives the opening, the person's other referrals and the household's others back")
    func hire() async throws {
        try await withTemporaryFolder { folder in
            let jobs = [Job(reference: "1", openings: 1), Job(reference: "2", openings: 2)]
            let place = try await ReferralOffice(in: folder, ["A An", "A Ba", "B An"], jobs)
            let first = try await place.introduce("A An", to: "1")
            let other = try await place.introduce("A An", to: "2")
            let second = try await place.refer("A Ba", to: "2") { _ in }
            let rival = try await place.introduce("B An", to: "1")
            try await place.take(place.hire(), by: first.id)
            #expect(try await place.stored(other.id).exit == .hiredElsewhere)
            #expect(try await place.stored(second.id).isBehind)
            #expect(try await refusalCode { try await place.take(place.hire(), by: rival.id) } == "no_opening_left")
            #expect(try await refusalCode { try await undo(other.id, in: place) } == "undo_caused")
            let letters = try await place.office.store.read { try $0.letters(of: 2024) }
            #expect(letters.map(\.isCancelled) == [false, true, false])

            let back = try await undo(first.id, in: place)
            #expect(back.stage == .referred && back.hire == nil && back.version == 5)
            #expect(try await place.stored(other.id).stage == .referred)
            #expect(try await !place.stored(second.id).isBehind)
            #expect(try await place.office.store.read { try $0.letters(of: 2024) }.allSatisfy { !$0.isCancelled })
            try await place.expectConsistent()
            #expect(try await place.take(place.hire(), by: rival.id).stage == .hired)
            try await place.expectConsistent()
        }
    }

    @Test("Only who took it can, for ten minutes, and while nothing has followed")
    func bounds() async throws {
        try await withTemporaryFolder { folder in
            let jobs = [Job(reference: "1", openings: 1), Job(reference: "2", openings: 1)]
            let place = try await ReferralOffice(in: folder, ["A An"], jobs)
            let first = try await place.introduce("A An", to: "1")
            let other = try await place.introduce("A An", to: "2")
            #expect(
                try await refusalCode { try await undo(first.id, in: place, by: .example("khac")) } == "undo_not_yours"
            )
            #expect(
                try await refusalCode {
                    try await place.office.undoLastStep(of: first.id, version: 1, caller: .example())
                } == "stale_version"
            )
            place.wait(minutes: 10.5)
            #expect(try await refusalCode { try await undo(first.id, in: place) } == "undo_too_late")
            // Declined, asked again and taken up: what was declined cannot come back beside it.
            try await place.take(.step(.closed(.declined)), by: other.id)
            try await place.refer("A An", to: "2") { $0.isWantedAgain = true }
            #expect(try await refusalCode { try await undo(other.id, in: place) } == "undo_followed")
            try await place.expectConsistent()
        }
    }

    @Test("A letter taken back keeps its number, and a refusal taken back is none")
    func traces() async throws {
        try await withTemporaryFolder { folder in
            let place = try await ReferralOffice(in: folder, ["A An", "B An"], [Job(reference: "1", openings: 2)])
            let first = try await place.introduce("A An", to: "1")
            #expect(try await undo(first.id, in: place).letter == nil)
            let second = try await place.introduce("B An", to: "1")
            #expect(second.letter?.number == "2/2024/GT-TTDVVL")
            let again = try await place.take(.letter(signer: "Nguyễn Thị Bình"), by: first.id)
            #expect(again.letter?.number == "3/2024/GT-TTDVVL")
            let register = try await place.office.store.read { try $0.letters(of: 2024) }
            #expect(register.map(\.place) == [1, 2, 3] && register.map(\.isCancelled) == [true, false, false])

            try await place.take(.step(.closed(.declined)), by: first.id)
            let member = first.member
            #expect(try await place.office.store.read { try $0.refusals(of: member) } == [.vacancy(first.vacancy)])
            #expect(try await undo(first.id, in: place).stage == .referred)
            #expect(try await place.office.store.read { try $0.refusals(of: member) }.isEmpty)
            let whole = try await undo(first.id, in: place)
            #expect(whole.stage == .agreed)
            try await place.expectConsistent()
        }
    }
}
