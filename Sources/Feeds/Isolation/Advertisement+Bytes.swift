import Isolation
import Vacancies
import Vocabulary

extension ByteEncoder {
    /// Writes an advertisement.
    mutating func put(_ value: Advertisement) {
        put(value.reference)
        put(value.title)
        put(value.text)
        put(value.employer)
        put(value.taxCode)
        put(value.placeText)
        put(value.unitCode)
        put(value.unitVintage)
        put(value.wageText)
        put(value.wageMinimum)
        put(value.wageMaximum)
        put(value.currency)
        put(value.wagePeriod?.rawValue)
        put(value.contractKind)
        put(value.contractMonths)
        put(value.openings)
        put(value.occupationCode)
        put(value.occupationIsISCO)
        put(value.educationText)
        put(value.qualificationText)
        put(value.experienceYears)
        put(value.trainsNewcomers)
        put(value.isHazardous)
        put(value.offersHousing)
        put(value.postedOn?.number)
        put(value.expiresOn?.number)
        put(value.confirmedOn?.number)
        put(value.url)
        put(value.isClosed)
        put(value.raw.count)
        for (field, text) in value.raw.sorted(by: { $0.key < $1.key }) {
            put(field)
            put(text)
        }
    }
}

extension ByteDecoder {
    /// Reads an advertisement.
    mutating func advertisement() throws(Malformed) -> Advertisement {
        var value = Advertisement(reference: try string(), title: try string())
        value.text = try string()
        value.employer = try string()
        value.taxCode = try optionalString()
        value.placeText = try string()
        value.unitCode = try optionalString()
        value.unitVintage = try optionalInt()
        value.wageText = try optionalString()
        value.wageMinimum = try optional { (decoder) throws(Malformed) in try decoder.int64() }
        value.wageMaximum = try optional { (decoder) throws(Malformed) in try decoder.int64() }
        value.currency = try optionalString()
        value.wagePeriod = try optionalString().flatMap(WagePeriod.init(rawValue:))
        value.contractKind = try optionalString()
        value.contractMonths = try optionalInt()
        value.openings = try optionalInt()
        value.occupationCode = try optionalString()
        value.occupationIsISCO = try bool()
        value.educationText = try optionalString()
        value.qualificationText = try optionalString()
        value.experienceYears = try optionalInt()
        value.trainsNewcomers = try optionalBool()
        value.isHazardous = try optionalBool()
        value.offersHousing = try optionalBool()
        value.postedOn = try optionalDay()
        value.expiresOn = try optionalDay()
        value.confirmedOn = try optionalDay()
        value.url = try optionalString()
        value.isClosed = try bool()
        for _ in 0..<(try count()) {
            let field = try string()
            value.raw[field] = try string()
        }
        return value
    }

    private mutating func optionalString() throws(Malformed) -> String? {
        try optional { (decoder) throws(Malformed) in try decoder.string() }
    }

    private mutating func optionalInt() throws(Malformed) -> Int? {
        try optional { (decoder) throws(Malformed) in try decoder.int() }
    }

    private mutating func optionalBool() throws(Malformed) -> Bool? {
        try optional { (decoder) throws(Malformed) in try decoder.bool() }
    }

    /// Reads a day, or that there is none.
    mutating func optionalDay() throws(Malformed) -> Day? {
        // Days a date can be read as; others would only upset reckoning with them.
        guard let number = try optionalInt(), (0...100_000).contains(number) else { return nil }
        return Day(number: number)
    }
}
