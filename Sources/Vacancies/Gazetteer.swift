import Vocabulary

/// Finds the places that advertisements name: communes and districts as they were before 1 July 2025, and the units that
/// took their place.
///
/// Households are registered in the older units, and distances are between those; so a newer unit also names the older
/// commune at its middle.
package struct Gazetteer: Sendable {
    private let territory: Territory
    private let provinceNames: Set<String>
    private let newProvinceNames: Set<String>
    private let districtByName: [String: String]
    private let communesByName: [String: [UnitCode]]
    private let unitByName: [String: Territory.Unit]

    /// A gazetteer of one province.
    ///
    /// - Parameters:
    ///   - territory: its communes and districts before 1 July 2025, and its units since.
    ///   - provinceNames: the names it went by until then.
    ///   - newProvinceNames: the names of the province they are in.
    package init(territory: Territory, provinceNames: [String], newProvinceNames: [String]) {
        self.territory = territory
        self.provinceNames = Set(provinceNames.map { folded($0) })
        self.newProvinceNames = Set(newProvinceNames.map { folded($0) })
        districtByName = Dictionary(
            territory.districts.map { (Gazetteer.bareName($0.name), $0.code) },
            uniquingKeysWith: { first, _ in first }
        )
        communesByName = Dictionary(grouping: territory.communes, by: { Gazetteer.bareName($0.name) })
            .mapValues { $0.map(\.code) }
        unitByName = Dictionary(
            (territory.reform?.units ?? []).map { (folded($0.name), $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The place that an advertisement names.
    ///
    /// - Parameters:
    ///   - unitCode: the code it states, if any.
    ///   - vintage: the year of the list the code is from; where it is not stated, the older list is meant.
    ///   - text: the place in words, its parts between commas.
    /// - Returns: the place, and the unit it was found to be.
    func workplace(unitCode: String?, vintage: Int?, text: String) -> (Workplace, PlacedUnit?) {
        let parts = Gazetteer.parts(of: text)
        if let code = unitCode.flatMap({ UnitCode($0) }) {
            let found = (vintage ?? 2024) < 2025 ? commune(code) : territory.unit(code).map(place)
            if let found { return found }
            if parts.isEmpty { return (.elsewhere, nil) }
        }
        if parts.isEmpty { return (.unknown, nil) }
        let isOld = parts.contains { isNamed($0, provinceNames) }
        let isNew = parts.contains { isNamed($0, newProvinceNames) }
        // The city's bare name is also the province's: alone it names the province.
        let districts = parts.filter { !provinceNames.contains($0) }
            .compactMap { districtByName[Gazetteer.bareName($0)] }
        for part in parts {
            let candidates = communesByName[Gazetteer.bareName(part)] ?? []
            let fitting = candidates.filter { code in
                districts.isEmpty || territory.district(of: code).map { districts.contains($0.code) } == true
            }
            if isOld || !districts.isEmpty && !isNew, fitting.count == 1, let found = commune(fitting[0]) {
                return found
            }
        }
        if isOld || isNew, let unit = parts.lazy.compactMap({ self.unitByName[$0] }).first { return place(unit) }
        if isOld { return (districts.first.map { .district($0) } ?? .unknown, nil) }
        return (parts.count == 1 && districts.count == 1 ? .district(districts[0]) : .elsewhere, nil)
    }

    private func commune(_ code: UnitCode) -> (Workplace, PlacedUnit?)? {
        guard territory.commune(code) != nil else { return nil }
        return (.commune(code), PlacedUnit(code: code, vintage: .before2025))
    }

    private func place(_ unit: Territory.Unit) -> (Workplace, PlacedUnit?) {
        (.commune(unit.seat), PlacedUnit(code: unit.code, vintage: .since2025))
    }

    /// The parts of a place in words, from near to far; short forms of level words written out, the country left out.
    private static func parts(of text: String) -> [String] {
        let hasDash = text.utf8.contains(0x2D) || text.utf8.contains(0xE2)
        let marked = hasDash ? text.replacing(" - ", with: ",").replacing(" – ", with: ",") : text
        return marked.split(whereSeparator: { ",;()".contains($0) }).map { folded($0) }.compactMap { part in
            if part.isEmpty || ["vn", "viet nam", "vietnam"].contains(part) { return nil }
            let words = part.split(separator: " ", maxSplits: 1)
            guard words.count == 2, let level = levels[String(words[0])] else { return part }
            return level + " " + words[1]
        }
    }

    private static let levels = [
        "h": "huyen", "p": "phuong", "t": "tinh", "tp": "thanh pho", "tt": "thi tran", "tx": "thi xa", "x": "xa",
    ]

    private func isNamed(_ part: String, _ names: Set<String>) -> Bool {
        names.contains { part == $0 || part == "tinh " + $0 || part.hasPrefix($0 + " ") || part.hasSuffix(" " + $0) }
    }

    private static func bareName(_ name: String) -> String {
        let key = folded(name)
        for level in ["thanh pho ", "thi tran ", "huyen ", "phuong ", "xa "] where key.hasPrefix(level) {
            return String(key.dropFirst(level.count))
        }
        return key
    }
}
