import Vocabulary

/// Households and their members: who counts for which promise, who may work, who is looking for work.
///
/// Pure values and dated rules; no files, no clock. Anything a roll did not say is `nil` or `.unknown` here and stays so:
/// a rule then answers "ask", never a guess.
///
/// Invariants: a member belongs to exactly one household; a pupil is never a seeker, and neither is a minor whose
/// schooling is unknown (pupils stay pupils); a carer limits places, never the household's right to be counted.
package enum Households {}

/// The id of a household.
package typealias HouseholdID = ID<Household>

/// The id of a member.
package typealias MemberID = ID<Member>
