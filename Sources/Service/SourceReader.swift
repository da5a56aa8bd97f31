import Feeds
import Foundation
import Operations
import Vacancies
import Yams

/// Reads one source out of the keys of its file; every key is known, and every value within its bounds.
struct SourceReader {
    let file: String
    let values: [String: Node]

    private static let keys: Set<String> = [
        "authorization-from", "believed-closings", "believed-percent", "coverage", "dialect", "employer", "enabled",
        "encoding", "fetch-megabytes", "fetch-seconds", "held-hours", "held-runs", "hosts", "hours",
        "ignore-declared-count", "location", "max-megabytes", "max-records", "memory-megabytes", "misses",
        "password-from", "pick", "private-addresses", "processor-seconds", "tax-code", "user-from", "wall-seconds",
    ]

    func source(named name: String) throws(ConfigurationError) -> FeedSource {
        if let unknown = values.keys.filter({ !SourceReader.keys.contains($0) }).min() {
            throw .unknown(key: unknown, file: file)
        }
        guard let location = try text("location") else {
            throw .missing(key: "location", file: file, expected: "a file, a folder or an address")
        }
        if case .web(let address) = SourceFiles.location(location), URL(string: address)?.user != nil {
            throw malformed("location", "an address without a login; name variables with user-from and password-from")
        }
        var source = FeedSource(name: name, location: SourceFiles.location(location))
        source.isEnabled = try flag("enabled") ?? true
        source.dialect = try text("dialect")
        source.coverage = try oneOf("coverage")
        source.encoding = try text("encoding")
        source.pick = try oneOf("pick") ?? .newest
        source.ignoresDeclaredCount = try flag("ignore-declared-count") ?? false
        source.employer = try text("employer")
        source.taxCode = try text("tax-code")
        try read(&source.closing)
        try read(&source.limits)
        try read(&source.web)
        return source
    }

    private func read(_ policy: inout ClosingPolicy) throws(ConfigurationError) {
        policy.misses = try integer("misses", 1...20) ?? policy.misses
        policy.hours = try integer("hours", 0...720) ?? policy.hours
        policy.believedClosings = try integer("believed-closings", 0...100_000) ?? policy.believedClosings
        policy.believedPercent = try integer("believed-percent", 0...100) ?? policy.believedPercent
        policy.heldRuns = try integer("held-runs", 1...100) ?? policy.heldRuns
        policy.heldHours = try integer("held-hours", 0...720) ?? policy.heldHours
    }

    private func read(_ limits: inout ParseLimits) throws(ConfigurationError) {
        if let megabytes = try integer("max-megabytes", 1...4096) { limits.document.documentBytes = megabytes << 20 }
        limits.document.records = try integer("max-records", 1...10_000_000) ?? limits.document.records
        limits.processorSeconds = try integer("processor-seconds", 1...3600) ?? limits.processorSeconds
        limits.wallSeconds = try integer("wall-seconds", 1...7200) ?? limits.wallSeconds
        limits.memoryMegabytes = try integer("memory-megabytes", 256...16_384) ?? limits.memoryMegabytes
    }

    private func read(_ web: inout FeedSource.WebAccess) throws(ConfigurationError) {
        web.allowsPrivateAddresses = try flag("private-addresses") ?? false
        web.hosts = Set(try list("hosts"))
        web.seconds = Double(try integer("fetch-seconds", 1...3600) ?? Int(web.seconds))
        web.megabytes = try integer("fetch-megabytes", 1...4096) ?? web.megabytes
        web.authorizationVariable = try text("authorization-from")
        web.userVariable = try text("user-from")
        web.passwordVariable = try text("password-from")
    }

    private func text(_ key: String) throws(ConfigurationError) -> String? {
        guard let node = values[key] else { return nil }
        guard let text = node.scalar?.string, !text.isEmpty else { throw malformed(key, "a text") }
        return text
    }

    private func flag(_ key: String) throws(ConfigurationError) -> Bool? {
        switch try text(key) {
        case nil: nil
        case "true": true
        case "false": false
        default: throw malformed(key, "true or false")
        }
    }

    private func integer(_ key: String, _ range: ClosedRange<Int>) throws(ConfigurationError) -> Int? {
        guard let text = try text(key) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw malformed(key, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    private func oneOf<Value: RawRepresentable<String> & CaseIterable>(
        _ key: String
    ) throws(ConfigurationError) -> Value? {
        guard let text = try text(key) else { return nil }
        guard let value = Value(rawValue: text) else {
            throw malformed(key, "one of \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return value
    }

    private func list(_ key: String) throws(ConfigurationError) -> [String] {
        guard let node = values[key] else { return [] }
        let items = node.sequence?.map { $0.scalar?.string ?? "" } ?? [""]
        guard !items.contains("") else { throw malformed(key, "a list of texts") }
        return items
    }

    private func malformed(_ key: String, _ expected: String) -> ConfigurationError {
        .malformed(key: key, file: file, expected: expected)
    }
}
