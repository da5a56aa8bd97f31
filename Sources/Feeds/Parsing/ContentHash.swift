import Crypto
import Foundation
import Vacancies

/// A hash of what an advertisement says, by which two readings of it are known to be the same.
///
/// Publishers rewrite dates with every build and decorate addresses; so days of posting, expiry and confirmation, raw
/// values, and what follows visitors in an address are left out. Order and layout of the feed never enter.
package struct ContentHash: Hashable, Sendable {
    /// 32 bytes (SHA-256).
    package let bytes: [UInt8]

    /// The hash with these bytes; nil where they are not 32.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        self.bytes = Array(bytes)
    }

    /// The hash of an advertisement.
    package init(_ advertisement: Advertisement) {
        var text: [UInt8] = []
        text.reserveCapacity(advertisement.text.utf8.count + 512)
        func add(_ value: String?) {
            if let value { text.append(contentsOf: value.utf8) } else { text.append(0) }
            text.append(0x1F)
        }
        for value in [
            advertisement.title, advertisement.text, advertisement.employer, advertisement.taxCode,
            advertisement.placeText, advertisement.unitCode, advertisement.wageText, advertisement.currency,
            advertisement.wagePeriod?.rawValue, advertisement.contractKind, advertisement.occupationCode,
            advertisement.educationText, advertisement.qualificationText, advertisement.url.map(Link.canonical),
        ] { add(value) }
        for number in [
            advertisement.wageMinimum, advertisement.wageMaximum, advertisement.contractMonths.map(Int64.init),
            advertisement.openings.map(Int64.init), advertisement.experienceYears.map(Int64.init),
            advertisement.unitVintage.map(Int64.init),
        ] { add(number.map { String($0) }) }
        for flag in [
            advertisement.occupationIsISCO, advertisement.trainsNewcomers, advertisement.isHazardous,
            advertisement.offersHousing, advertisement.isClosed,
        ] { add(flag.map { $0 ? "1" : "0" }) }
        bytes = Array(SHA256.hash(data: text))
    }
}
