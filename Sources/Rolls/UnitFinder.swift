import Vocabulary

/// Finds the commune that a roll names, in the office's own territory.
package struct UnitFinder {
    /// The commune with a code, or with a name and its district's name, each as written; nil where none has them.
    package let find: (_ code: String?, _ commune: String?, _ district: String?) -> UnitCode?
    /// Whether a commune is one of the territory.
    package let isKnown: (UnitCode) -> Bool
    /// The commune of rows that name none: a list of one commune has no column for it; nil where the caller knows none.
    package let fallback: UnitCode?
    /// The names of the territory's province, so that no other is taken for it.
    package let provinceNames: [String]
    /// The first three digits that identity numbers have by province.
    package let identityProvinces: Set<String>

    /// A finder from what knows the territory.
    package init(
        find: @escaping (_ code: String?, _ commune: String?, _ district: String?) -> UnitCode?,
        isKnown: @escaping (UnitCode) -> Bool,
        fallback: UnitCode? = nil,
        provinceNames: [String] = [],
        identityProvinces: Set<String> = []
    ) {
        self.find = find
        self.isKnown = isKnown
        self.fallback = fallback
        self.provinceNames = provinceNames
        self.identityProvinces = identityProvinces
    }
}
