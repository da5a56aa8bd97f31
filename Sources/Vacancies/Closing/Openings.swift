extension Vacancy {
    /// Openings left for others when some were taken by people this service referred.
    ///
    /// A feed's figure is believed as of the moment it was first stated: whoever was hired before is taken out of it
    /// already, whoever was hired after is not. So a feed that never changes its figure loses an opening with each hire,
    /// and one that keeps it up to date is not counted down twice.
    /// Hires are given by when they were made, in Unix seconds.
    package func openingsLeft(after hires: [Int64]) -> Int {
        max(0, openings - hires.count { $0 > openingsSince })
    }
}
