/// Where places lie: the province's communes and districts, which districts touch, how far apart communes are, and which
/// units took their place in the reform of 2025.
///
/// Built from `Config/codes`; distances are between centre points, which is good enough to rank places by and not a
/// travel time.
package struct Territory: Sendable {
    /// A commune, ward or township (xã, phường, thị trấn).
    package struct Commune: Sendable {
        /// Its five-digit code.
        package let code: UnitCode
        /// Its name with the level word, for example `Xã Bộc Bố`.
        package let name: String
        /// The three-digit code of its district.
        package let district: String
        /// Latitude of its centre in degrees.
        package let latitude: Double
        /// Longitude of its centre in degrees.
        package let longitude: Double

        /// A commune with all its facts.
        package init(code: UnitCode, name: String, district: String, latitude: Double, longitude: Double) {
            self.code = code
            self.name = name
            self.district = district
            self.latitude = latitude
            self.longitude = longitude
        }
    }

    /// A district, or a city under the province (huyện, thành phố).
    package struct District: Sendable {
        /// Its three-digit code.
        package let code: String
        /// Its name with the level word, for example `Huyện Pác Nặm`.
        package let name: String
        /// Codes of the districts that touch it.
        package let neighbours: Set<String>
        /// The region of the regional minimum wage it belongs to, as long as there are districts.
        package let wageRegion: WageRegion

        /// A district with all its facts.
        package init(code: String, name: String, neighbours: Set<String>, wageRegion: WageRegion) {
            self.code = code
            self.name = name
            self.neighbours = neighbours
            self.wageRegion = wageRegion
        }
    }

    /// The communes in the order of their codes.
    package let communes: [Commune]
    /// The districts in the order of their codes.
    package let districts: [District]

    /// The reform that put other units in their place; nil where there was none.
    package let reform: Reform?

    private let communeIndex: [UnitCode: Int]
    private let districtIndex: [String: Int]
    private let unitIndex: [UnitCode: Unit]
    private let unitIndexByCommune: [UnitCode: Unit]

    /// A territory of these communes and districts, and of the units that a reform put in their place.
    package init(communes: [Commune], districts: [District], reform: Reform? = nil) {
        self.communes = communes.sorted { $0.code < $1.code }
        self.districts = districts.sorted { $0.code < $1.code }
        communeIndex = Dictionary(
            self.communes.enumerated().map { ($1.code, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        districtIndex = Dictionary(
            self.districts.enumerated().map { ($1.code, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let units = reform?.units ?? []
        self.reform = reform
        unitIndex = Dictionary(units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        unitIndexByCommune = Dictionary(
            units.flatMap { unit in unit.communes.map { ($0, unit) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The commune with this code; nil where it lies outside the province.
    package func commune(_ code: UnitCode) -> Commune? {
        communeIndex[code].map { communes[$0] }
    }

    /// The unit since 2025 with this code; nil where it lies outside the province as it was.
    package func unit(_ code: UnitCode) -> Unit? {
        unitIndex[code]
    }

    /// The unit since 2025 that an older commune lies in; nil where the commune lies outside the province.
    package func unitSince2025(of commune: UnitCode) -> Unit? {
        unitIndexByCommune[commune]
    }

    /// The district with this code; nil where it lies outside the province.
    package func district(_ code: String) -> District? {
        districtIndex[code].map { districts[$0] }
    }

    /// The district in which a commune lies; nil where the commune lies outside the province.
    package func district(of code: UnitCode) -> District? {
        commune(code).flatMap { district($0.district) }
    }

    /// Straight-line distance in kilometres between two communes' centres; nil where one is outside the province.
    ///
    /// Uses the equirectangular approximation, whose error over 100 km at this latitude is far below that of the
    /// centre points themselves.
    package func distance(from one: UnitCode, to other: UnitCode) -> Double? {
        guard let a = commune(one), let b = commune(other) else { return nil }
        let kilometresPerDegree = 111.19
        let north = (a.latitude - b.latitude) * kilometresPerDegree
        let east = (a.longitude - b.longitude) * kilometresPerDegree * 0.926  // cos 22.2°, the province's latitude
        return (north * north + east * east).squareRoot()
    }
}
