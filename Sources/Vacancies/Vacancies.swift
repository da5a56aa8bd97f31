import Vocabulary

/// Vacancies: from what a feed said (`Advertisement`) to what the service believes (`Vacancy`).
///
/// Pure values and rules; parsing is elsewhere. What a feed did not say stays nil, and a gate that needs it asks.
///
/// Invariants: a vacancy is named by its source and the id its source gives it, so the same advertisement seen twice is
/// one vacancy; it has at least one opening; wages are by the month, whatever the feed's period was.
package enum Vacancies {}

/// The id of a vacancy.
package typealias VacancyID = ID<Vacancy>
