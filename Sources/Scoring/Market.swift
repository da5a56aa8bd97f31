import Households
import Vacancies
import Vocabulary

/// The open vacancies of a day, prepared for scoring and indexed by whom occupation and place let in.
package struct Market: Sendable {
    /// The vacancies, in the order given.
    package let offers: [Offer]
    let facts: [OfferFacts]
    private let all: OfferSet
    private let openToAll: OfferSet
    private let byGroup: [OfferSet]
    private let byPlace: [OfferSet]

    /// A market of the vacancies that are open on a day.
    package init(vacancies: [Vacancy], on day: Day, territory: Territory, policy: ScoringPolicy) {
        offers = vacancies.filter { $0.isOffered(on: day) }.map { vacancy in
            Offer(vacancy: vacancy, on: day, territory: territory, policy: policy)
        }
        facts = offers.map(\.facts)
        var openToAll = OfferSet(count: facts.count)
        var byGroup = [OfferSet](repeating: openToAll, count: 100)
        for (position, offer) in facts.enumerated() {
            if offer.isOpenToAll {
                openToAll.insert(position)
            } else if let group = offer.group {
                byGroup[group].insert(position)
            }
        }
        let (borders, facts) = (Borders(territory), facts)
        byPlace = Market.standpoints(territory).map { standpoint in
            var set = OfferSet(count: facts.count)
            for (position, offer) in facts.enumerated()
            where borders.answer(from: standpoint.district, reach: standpoint.reach, to: offer) != .refused {
                set.insert(position)
            }
            return set
        }
        var all = OfferSet(count: facts.count)
        for position in facts.indices { all.insert(position) }
        self.all = all
        self.openToAll = openToAll
        self.byGroup = byGroup
    }

    /// Every district to judge places from, and none, with every reach.
    private static func standpoints(_ territory: Territory) -> [(district: Int?, reach: Reach)] {
        ([nil] + territory.districts.indices.map { $0 }).flatMap { district in
            Reach.allCases.map { (district, $0) }
        }
    }

    /// The offers whose occupation lets a seeker in, and of these the ones whose place does.
    func admitted(_ seeker: SeekerFacts) -> (byOccupation: Int, byPlace: OfferSet) {
        var set = seeker.groups.isEmpty ? all : openToAll
        for group in seeker.groups.members { set.formUnion(byGroup[group]) }
        let byOccupation = set.size
        let reach = Reach.allCases.firstIndex(of: seeker.reach) ?? 0
        set.formIntersection(byPlace[(seeker.district.map { $0 + 1 } ?? 0) * Reach.allCases.count + reach])
        return (byOccupation, set)
    }
}

/// A set of offers by position.
struct OfferSet: Sendable {
    /// How many offers there are in all.
    let count: Int
    private var words: [UInt64]

    init(count: Int) {
        self.count = count
        words = [UInt64](repeating: 0, count: (count + 63) / 64)
    }

    /// How many are in the set.
    var size: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    mutating func insert(_ position: Int) { words[position / 64] |= 1 << UInt64(position % 64) }

    mutating func formUnion(_ other: OfferSet) {
        for index in words.indices { words[index] |= other.words[index] }
    }

    mutating func formIntersection(_ other: OfferSet) {
        for index in words.indices { words[index] &= other.words[index] }
    }

    /// Calls a closure with each position, in ascending order.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
        for index in words.indices {
            var word = words[index]
            while word != 0 {
                body(index * 64 + word.trailingZeroBitCount)
                word &= word - 1
            }
        }
    }
}
