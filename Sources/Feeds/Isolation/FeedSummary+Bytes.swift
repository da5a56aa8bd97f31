import Isolation
import XML

extension ByteEncoder {
    /// Writes a summary.
    mutating func put(_ value: FeedSummary) {
        put(value.dialect)
        put(value.records)
        put(value.accepted)
        put(value.duplicates)
        put(value.rejected)
        put(value.contested.count)
        for reference in value.contested.sorted() { put(reference) }
        put(value.warnings)
        put(value.firstWarnings.count)
        for warning in value.firstWarnings {
            put(warning.line)
            put(warning.reference)
            put(warning.field.rawValue)
        }
        put(value.declaredCount)
        put(value.coverage.rawValue)
        put(value.damage)
        put(value.refusal)
    }

    private mutating func put(_ error: FeedError?) {
        put(error?.code)
        switch error {
        case .doctypeRefused(let line): put(line)
        case .encodingRefused(let name): put(name)
        case .limitExceeded(let line, let limit):
            put(line)
            put(limit.rawValue)
        case .malformed(let line, let fault):
            put(line)
            put(fault.rawValue)
        case .truncated(let line, let records):
            put(line)
            put(records)
        case .unknownFormat(let root, let seen):
            put(root)
            put(seen.count)
            for name in seen { put(name) }
        case .unreadable(let code): put(Int(code))
        case .dialectUnusable, .notXML, .parserStopped, nil: break
        }
    }
}

extension ByteDecoder {
    /// Reads a summary.
    mutating func summary() throws(Malformed) -> FeedSummary {
        var value = FeedSummary()
        value.dialect = try optional { (decoder) throws(Malformed) in try decoder.string() }
        value.records = try int()
        value.accepted = try int()
        value.duplicates = try int()
        value.rejected = try int()
        for _ in 0..<(try count()) { value.contested.insert(try string()) }
        value.warnings = try int()
        for _ in 0..<(try count()) {
            value.firstWarnings.append(FeedWarning(line: try int(), reference: try string(), field: try oneOf()))
        }
        value.declaredCount = try optional { (decoder) throws(Malformed) in try decoder.int() }
        value.coverage = try oneOf()
        value.damage = try error()
        value.refusal = try error()
        let counts = [value.records, value.accepted, value.duplicates, value.rejected, value.warnings]
        // Bounds that no file reaches keep sums from overflowing.
        guard counts.allSatisfy({ (0...1_000_000_000).contains($0) }) else { throw Malformed() }
        return value
    }

    private mutating func error() throws(Malformed) -> FeedError? {
        guard let code = try optional({ (decoder) throws(Malformed) in try decoder.string() }) else { return nil }
        switch code {
        case "doctype_forbidden": return .doctypeRefused(line: try int())
        case "encoding": return .encodingRefused(name: try string())
        case "malformed": return .malformed(line: try int(), fault: try oneOf())
        case "not_xml": return .notXML
        case "truncated": return .truncated(line: try int(), records: try int())
        case "unreadable": return .unreadable(code: Int32(truncatingIfNeeded: try int()))
        case "wrong_root":
            let root = try string()
            var seen: [String] = []
            for _ in 0..<(try count()) { seen.append(try string()) }
            return .unknownFormat(root: root, seen: seen)
        case let other where other.hasPrefix("limit_"): return .limitExceeded(line: try int(), limit: try oneOf())
        default: throw Malformed()
        }
    }
}
