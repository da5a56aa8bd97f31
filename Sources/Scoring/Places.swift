import Households
import Vocabulary

/// How far the communes of a territory are from one another by road; worked out once.
///
/// The straight line between centres is taken in whole metres and lengthened by the policy's factor, in integers from
/// there on. One table of all pairs of communes: right for a province, whose communes are some hundreds at most.
struct Places: Sendable {
    private let communes: Int
    private let districts: Int
    private let kilometres: [Int16]
    private let nearest: [Int16]
    private let farthest: [Int16]

    init(_ territory: Territory, roadPercent: Int) {
        let all = territory.communes
        communes = all.count
        districts = territory.districts.count
        var kilometres = [Int16](repeating: 0, count: all.count * all.count)
        var nearest = [Int16](repeating: .max, count: all.count * districts)
        var farthest = [Int16](repeating: 0, count: all.count * districts)
        for (from, one) in all.enumerated() {
            for (to, other) in all.enumerated() where from != to {
                let metres = Int(((territory.distance(from: one.code, to: other.code) ?? 0) * 1000).rounded())
                kilometres[from * all.count + to] = Int16(clamping: (metres * roadPercent / 100 + 500) / 1000)
            }
            for (to, other) in all.enumerated() {
                guard let district = territory.position(ofDistrict: other.district) else { continue }
                let index = from * districts + district
                nearest[index] = min(nearest[index], kilometres[from * all.count + to])
                farthest[index] = max(farthest[index], kilometres[from * all.count + to])
            }
        }
        self.kilometres = kilometres
        self.nearest = nearest
        self.farthest = farthest
    }

    /// The kilometres by road between two communes.
    func distance(_ one: Int, _ other: Int) -> Int { Int(kilometres[one * communes + other]) }

    /// The kilometres by road from a commune to the nearest and to the farthest commune of a district.
    func distances(_ commune: Int, toDistrict district: Int) -> ClosedRange<Int> {
        let index = commune * districts + district
        return Int(min(nearest[index], farthest[index]))...Int(farthest[index])
    }
}

/// Which districts of a territory touch.
struct Borders: Sendable {
    private let districts: Int
    private let touch: [Bool]

    init(_ territory: Territory) {
        districts = territory.districts.count
        touch = territory.districts.flatMap { one in
            territory.districts.map { one.neighbours.contains($0.code) || $0.neighbours.contains(one.code) }
        }
    }

    /// Whether two districts touch.
    func areShared(by one: Int, _ other: Int) -> Bool { touch[one * districts + other] }
}

/// A workplace by positions in the territory.
enum Site: Sendable {
    case commune(Int32, district: Int16)
    case district(Int16)
    case elsewhere
    case unknown

    /// The position of its district, where it is in the province.
    var district: Int? {
        switch self {
        case .commune(_, let district), .district(let district): Int(district)
        case .elsewhere, .unknown: nil
        }
    }
}

extension Territory {
    /// The position of a commune among `communes`; nil where it lies outside the province.
    func position(of code: UnitCode) -> Int? {
        var (low, high) = (0, communes.count)
        while low < high {
            let middle = (low + high) / 2
            if communes[middle].code < code { low = middle + 1 } else { high = middle }
        }
        return low < communes.count && communes[low].code == code ? low : nil
    }

    /// The position of a district among `districts`; nil where it lies outside the province.
    func position(ofDistrict code: String) -> Int? {
        districts.firstIndex { $0.code == code }
    }
}
