/// How much of everything the synthetic province has.
package struct DemoSettings: Sendable {
    /// Poor households.
    package var poor: Int
    /// Near-poor households.
    package var nearPoor: Int
    /// Newly escaped households.
    package var newlyEscaped: Int
    /// Vacancies in all feeds together.
    package var vacancies: Int
    /// Their openings.
    package var openings: Int

    /// Settings from their figures.
    package init(poor: Int, nearPoor: Int, newlyEscaped: Int, vacancies: Int, openings: Int) {
        self.poor = poor
        self.nearPoor = nearPoor
        self.newlyEscaped = newlyEscaped
        self.vacancies = vacancies
        self.openings = openings
    }
}
