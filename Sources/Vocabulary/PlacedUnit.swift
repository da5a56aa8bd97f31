/// A commune, ward or township by its code and the list the code is from; 21 codes name other units since 2025.
package struct PlacedUnit: Hashable, Sendable {
    /// The code.
    package var code: UnitCode
    /// The list.
    package var vintage: Vintage

    /// A list of units.
    package enum Vintage: Int, Sendable, CaseIterable {
        /// As it stood before 1 July 2025.
        case before2025 = 2024
        /// As it stands since.
        case since2025 = 2025
    }

    /// A unit of a list.
    package init(code: UnitCode, vintage: Vintage) {
        self.code = code
        self.vintage = vintage
    }
}
