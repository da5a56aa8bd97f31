extension Territory {
    /// The reform of administrative units of 1 July 2025 (Resolutions 202/2025/QH15 and 1683/NQ-UBTVQH15): districts went,
    /// and communes were merged whole into fewer units.
    package struct Reform: Sendable {
        /// The first day of the new units.
        package let on: Day
        /// The new units, in the order of their codes.
        package let units: [Unit]

        /// A reform with its day and units.
        package init(on day: Day, units: [Unit]) {
            on = day
            self.units = units.sorted { $0.code < $1.code }
        }
    }

    /// A commune or ward since 1 July 2025 (xã, phường), on the soil of the province as it was before.
    package struct Unit: Sendable {
        /// Its code, which may have been that of another place before.
        package let code: UnitCode
        /// Its name with the level word; several are named as an older district was, and only that word tells them apart.
        package let name: String
        /// The older communes it was made of; they may have been of different districts.
        package let communes: [UnitCode]
        /// The older commune at its middle.
        package let seat: UnitCode
        /// The region of the regional minimum wage it belongs to (Decree 128/2025/NĐ-CP).
        package let wageRegion: WageRegion

        /// A unit with all its facts.
        package init(code: UnitCode, name: String, communes: [UnitCode], seat: UnitCode, wageRegion: WageRegion) {
            self.code = code
            self.name = name
            self.communes = communes
            self.seat = seat
            self.wageRegion = wageRegion
        }
    }

    /// The older communes of which a unit since 2025 was made; none where there is no such unit.
    package func communes(of unit: UnitCode) -> [UnitCode] {
        self.unit(unit)?.communes ?? []
    }

    /// The name of a unit by its code and the list the code is from; nil where that list has no such unit here.
    package func name(of placed: PlacedUnit) -> String? {
        switch placed.vintage {
        case .before2025: commune(placed.code)?.name
        case .since2025: unit(placed.code)?.name
        }
    }

    /// Whether a unit is rural or urban by its level: xã are rural, phường and thị trấn urban (Circular
    /// 07/2021/TT-BLĐTBXH); nil where there is no such unit here.
    ///
    /// A township (thị trấn) that became a commune in 2025 is rural since, though nothing else there has changed.
    package func area(of placed: PlacedUnit) -> Area? {
        name(of: placed).flatMap { Area(unitNamed: $0) }
    }

    /// The unit that an older commune is, or has become part of, on a day.
    package func placed(_ commune: UnitCode, on day: Day) -> PlacedUnit {
        guard let reform, day >= reform.on, let unit = unitSince2025(of: commune) else {
            return PlacedUnit(code: commune, vintage: .before2025)
        }
        return PlacedUnit(code: unit.code, vintage: .since2025)
    }
}

extension Territory {
    /// The region of the regional minimum wage that a unit is in on a day: that of its district as long as there were
    /// districts (Decree 74/2024/NĐ-CP), its own since (Decrees 128/2025 and 293/2025/NĐ-CP).
    ///
    /// Where a unit since 2025 is named for a day before it was made of communes of several regions, the lowest, since
    /// that much was owed anywhere in it; nil where there is no such unit here.
    package func wageRegion(of placed: PlacedUnit, on day: Day) -> WageRegion? {
        switch placed.vintage {
        case .before2025:
            let now = self.placed(placed.code, on: day)
            return now.vintage == .since2025 ? unit(now.code)?.wageRegion : district(of: now.code)?.wageRegion
        case .since2025:
            guard let unit = unit(placed.code) else { return nil }
            return lowestWageRegion(of: unit.communes, on: day)
        }
    }

    /// The region of the regional minimum wage that an older district is in on a day; once districts are gone, the lowest
    /// of those its communes are in, since that much is owed anywhere in it.
    package func wageRegion(ofDistrict code: String, on day: Day) -> WageRegion? {
        lowestWageRegion(of: communes.filter { $0.district == code }.map(\.code), on: day)
    }

    private func lowestWageRegion(of communes: [UnitCode], on day: Day) -> WageRegion? {
        let regions = Set(communes.compactMap { wageRegion(of: PlacedUnit(code: $0, vintage: .before2025), on: day) })
        return WageRegion.allCases.last { regions.contains($0) }
    }
}
