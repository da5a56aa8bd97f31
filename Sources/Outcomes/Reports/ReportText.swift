/// Words of a report, in both languages.
package struct ReportText: Hashable, Sendable {
    /// In Vietnamese.
    package let vi: String
    /// In English.
    package let en: String

    /// Words in Vietnamese and in English.
    package init(_ vi: String, _ en: String) {
        self.vi = vi
        self.en = en
    }
}
