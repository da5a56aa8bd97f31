import Rolls
import Vocabulary

extension UnitFinder {
    /// A finder in the office's territory: by code, or by the commune's name within its district's.
    ///
    /// Codes and names were used again for other places in the reform of 2025. A roll of a day before it means the older
    /// list. A later roll means the newer one, unless the name or the district says that it is the older; of a unit since
    /// the reform the commune at its middle is given. A code and a name that no list has together find nothing.
    init(_ programme: Programme, on day: Day, fallback: UnitCode?) {
        let territory = programme.territory
        let older = NamedUnits(territory.communes.map { ($0.code, $0.name, $0.code) })
        let newer = NamedUnits((territory.reform?.units ?? []).map { ($0.code, $0.name, $0.seat) })
        let isReformed = territory.reform.map { day >= $0.on } ?? false
        self.init(
            find: { code, commune, district in
                let code = code.flatMap { UnitCode($0) }
                let inDistrict = district.map { name in
                    territory.districts.filter { NamedUnits.bare($0.name) == NamedUnits.bare(name) || $0.code == name }
                }
                func old() -> UnitCode? {
                    older.find(code, commune) { candidate in
                        guard let inDistrict, !inDistrict.isEmpty else { return true }
                        return inDistrict.contains { $0.code == territory.commune(candidate)?.district }
                    }
                }
                if isReformed, inDistrict?.isEmpty != false {
                    return newer.find(code, commune) { _ in true } ?? old()
                }
                return old()
            },
            isKnown: { territory.commune($0) != nil },
            fallback: fallback,
            provinceNames: programme.provinceNames,
            identityProvinces: Set(programme.identityProvinces.keys)
        )
    }
}

/// Units of one list by code and name, each with the older commune it stands for.
private struct NamedUnits {
    private var byCode: [UnitCode: (name: String, commune: UnitCode)] = [:]
    private var byName: [String: [UnitCode]] = [:]
    private var byBareName: [String: [UnitCode]] = [:]

    init(_ units: [(code: UnitCode, name: String, commune: UnitCode)]) {
        for unit in units {
            byCode[unit.code] = (unit.name, unit.commune)
            byName[searchKey(unit.name), default: []].append(unit.code)
            byBareName[NamedUnits.bare(unit.name), default: []].append(unit.code)
        }
    }

    /// The older commune of the unit that has this code and this name, as far as they are given.
    func find(_ code: UnitCode?, _ name: String?, where isWithin: (UnitCode) -> Bool) -> UnitCode? {
        if let code {
            guard let unit = byCode[code] else { return nil }
            if let name, NamedUnits.bare(name) != NamedUnits.bare(unit.name) { return nil }
            return unit.commune
        }
        guard let name else { return nil }
        let named = (byName[searchKey(name)] ?? byBareName[NamedUnits.bare(name)] ?? []).filter(isWithin)
        return named.count == 1 ? byCode[named[0]]?.commune : nil
    }

    /// A name without its level word.
    static func bare(_ name: String) -> String {
        let words = searchKey(name).split(separator: " ")
        let levels: [[Substring]] = [
            ["thanh", "pho"], ["thi", "tran"], ["huyen"], ["phuong"], ["xa"], ["tt"], ["tp"], ["x"], ["h"], ["p"],
        ]
        let level = levels.first { words.starts(with: $0) && words.count > $0.count }
        return words.dropFirst(level?.count ?? 0).joined(separator: " ")
    }
}
