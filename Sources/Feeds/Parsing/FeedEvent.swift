import Vacancies
import XML

/// What a reader hands over while it reads a feed.
package enum FeedEvent: Sendable {
    /// A record that is an advertisement.
    case advertisement(ReadAdvertisement)
    /// A record that is none, and its text as far as it is kept.
    case rejected(Rejection, fragment: [UInt8])
    /// Everything so far is void: the feed is read again from its start.
    case restart
}

/// An advertisement with what identifies it.
package struct ReadAdvertisement: Hashable, Sendable {
    /// What the record says.
    package var advertisement: Advertisement
    /// The hash of what it says, without dates.
    package var hash: ContentHash
    /// The record's number in the feed, from 1.
    package var number: Int
    /// Where the record stands.
    package var place: Place

    /// An advertisement from its parts.
    package init(advertisement: Advertisement, hash: ContentHash, number: Int, place: Place) {
        self.advertisement = advertisement
        self.hash = hash
        self.number = number
        self.place = place
    }
}
