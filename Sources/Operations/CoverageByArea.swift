import Outcomes
import Store
import Vocabulary

/// By what figures of promise B are cut.
package enum AreaCut: String, Sendable, CaseIterable {
    /// By commune as it was before 1 July 2025.
    case commune
    /// By old district, which the reform abolished: by the commune's own, since three mergers cross their borders.
    case district
    /// By unit since 1 July 2025.
    case unit
}

/// Promise B's figures of one area.
package struct AreaCoverage: Sendable, Encodable {
    /// The area's code, in the list that the cut names.
    package let code: String
    /// Its name.
    package let name: String
    /// The figures.
    package let promiseB: RunSummary.PromiseB
}

extension Office {
    /// Promise B's figures of the latest run, area by area in the order of their codes; the sum of the parts is the whole.
    ///
    /// - Throws: `OperationError.noRun`.
    package func coverage(by cut: AreaCut) async throws -> [AreaCoverage] {
        let territory = programme.territory
        let communes = try await store.read { reading in
            guard let run = try reading.latestRun() else { throw OperationError.noRun }
            return try reading.communeFigures(of: run.number)
        }
        var names: [String: String] = [:]
        var sums: [String: CoverageFigures] = [:]
        for figures in communes {
            let (code, name) = cut.area(of: figures.commune, in: territory)
            names[code] = name
            sums[code] = sums[code].map { $0 + figures.coverage } ?? figures.coverage
        }
        return sums.sorted { $0.key < $1.key }.map { code, figures in
            AreaCoverage(code: code, name: names[code] ?? code, promiseB: RunSummary.PromiseB(figures))
        }
    }
}

extension AreaCut {
    /// The area of a commune, by code and name; the commune itself where the territory does not know it.
    package func area(of commune: UnitCode, in territory: Territory) -> (code: String, name: String) {
        let own = (commune.description, territory.commune(commune)?.name ?? commune.description)
        switch self {
        case .commune: return own
        case .district: return territory.district(of: commune).map { ($0.code, $0.name) } ?? own
        case .unit: return territory.unitSince2025(of: commune).map { ($0.code.description, $0.name) } ?? own
        }
    }
}
