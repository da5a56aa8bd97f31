import Households

/// What one event would change in the plan for sustainable jobs.
package struct PlanEffect: Sendable {
    /// How many more households of promise B would be newly covered; negative where it is fewer.
    package let households: Int
    /// How many more workers would be placed.
    package let workers: Int
    /// Households that the plan would cover and does not now.
    package var gaining: [Household] = []
    /// Households that the plan covers and would not any more.
    package var losing: [Household] = []

    init(households: Int, workers: Int) {
        self.households = households
        self.workers = workers
    }
}
