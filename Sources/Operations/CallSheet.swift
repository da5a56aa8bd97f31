import Households
import Scoring
import Store
import Vocabulary

/// A call to make, in words; without phone or identity number.
package struct CallSheet: Encodable, Sendable {
    /// A member to call.
    package struct Person: Encodable, Sendable {
        /// The member's id.
        package let worker: Int64
        /// The name.
        package let name: String
        /// The household's id.
        package let household: Int64
        /// The household's code.
        package let householdCode: String
        /// The village.
        package let village: String
        /// The commune's code.
        package let commune: String
        /// The commune's name.
        package let communeName: String
        /// The best way to reach the person; nil where nobody asked.
        package let contact: Wording?
    }

    /// One question, and what the answer no would cost by itself.
    package struct Question: Encodable, Sendable {
        /// Its code.
        package let code: String
        /// In words.
        package let text: Wording
        /// The vacancy that an employer is asked about.
        package let vacancy: Int64?
        /// Its title.
        package let title: String?
        /// How many households fewer would be newly covered.
        package let householdsLost: Int
        /// How many workers fewer would be placed.
        package let workersLost: Int
    }

    /// Its place among all calls of the run, from 1.
    package let rank: Int
    /// How many households fewer would be newly covered after a no to the first question.
    package let householdsLost: Int
    /// How many workers fewer would be placed.
    package let workersLost: Int
    /// Whom to call, where that is a person of a household.
    package let person: Person?
    /// The employer to call, where it is one.
    package let employer: String?
    /// What to ask, the costliest first.
    package let questions: [Question]

    /// A call of the rows of one rank.
    fileprivate init(_ first: CallRow, _ rows: [CallRow], _ territory: Territory) {
        rank = first.rank
        householdsLost = first.householdsLost
        workersLost = first.workersLost
        switch first.called {
        case .member(let called):
            person = Person(
                worker: called.member.rawValue,
                name: called.name,
                household: called.household.rawValue,
                householdCode: called.householdCode,
                village: called.village,
                commune: called.commune.description,
                communeName: territory.commune(called.commune)?.name ?? called.commune.description,
                contact: called.contactWay?.wording
            )
            employer = nil
        case .employer(let called):
            person = nil
            employer = called.employer
        }
        questions = rows.flatMap { row in
            var about: CallRow.CalledEmployer?
            if case .employer(let called) = row.called { about = called }
            return zip(row.question.names, row.question.wordings).map { code, text in
                Question(
                    code: code,
                    text: text,
                    vacancy: about?.vacancy.rawValue,
                    title: about?.title,
                    householdsLost: row.householdsLost,
                    workersLost: row.workersLost
                )
            }
        }
    }

    /// The call as lines of text: whom, and each question.
    package var lines: [String] {
        let cost = "\(householdsLost) hộ, \(workersLost) người / \(householdsLost) households, \(workersLost) workers"
        var whom = employer ?? ""
        if let person {
            whom = "\(person.name), \(person.householdCode), \(person.village), \(person.communeName)"
            if let contact = person.contact { whom += " (\(contact.vi) / \(contact.en))" }
        }
        return ["\(rank). \(whom): \(cost)"]
            + questions.map { one in
                "   " + (one.title.map { "\($0): " } ?? "") + "\(one.text.vi) / \(one.text.en)"
            }
    }
}

extension ContactWay {
    /// How to reach somebody.
    package var wording: Wording {
        switch self {
        case .phone: Wording("gọi điện thoại", "by telephone")
        case .villageHead: Wording("qua trưởng thôn", "through the village head")
        case .visit: Wording("đến nhà", "by a visit")
        }
    }
}

extension Office {
    /// The latest run's call list by rank.
    ///
    /// - Parameters:
    ///   - commune: only calls on whose questions somebody planned in this commune waits; nil for all.
    ///   - area: only calls on whose questions somebody planned in this area waits.
    ///   - rank: only calls after the one of this rank.
    ///   - limit: at most so many.
    /// - Returns: the run, how many calls there are in all, and those asked for.
    /// - Throws: `OperationError.noRun`.
    package func calls(
        commune: UnitCode?,
        area: VisibleArea = .everywhere,
        after rank: Int = 0,
        limit: Int
    ) async throws -> (run: RunNumber, total: Int, calls: [CallSheet]) {
        let territory = programme.territory
        return try await store.read { reading in
            guard let run = try reading.latestRun() else { throw OperationError.noRun }
            let (total, rows) = try reading.calls(
                of: run.number,
                commune: commune,
                area: area,
                after: rank,
                limit: limit
            )
            var calls: [CallSheet] = []
            var begin = 0
            while begin < rows.count {
                let rest = rows[begin...]
                let end = rest.firstIndex { $0.rank != rows[begin].rank } ?? rows.count
                calls.append(CallSheet(rows[begin], Array(rows[begin..<end]), territory))
                begin = end
            }
            return (run.number, total, calls)
        }
    }
}
