import Feeds
import Foundation
import Vacancies
import XML

/// What reading a feed gave: the advertisements and the summary.
struct Reading {
    var advertisements: [Advertisement]
    var summary: FeedSummary

    init(_ input: Input, dialect: Dialect? = nil, limits: Limits = Limits()) {
        var advertisements: [Advertisement] = []
        summary = FeedReader(dialect: dialect, limits: limits).read(input, name: "test") { advertisements.append($0) }
        self.advertisements = advertisements
    }

    init(_ text: String, dialect: Dialect? = nil) {
        self.init(.bytes(Array(text.utf8)), dialect: dialect)
    }

    /// A feed in the service's own format around these records.
    static func own(_ records: String, attributes: String = "") -> Reading {
        Reading("<vacancies xmlns=\"urn:noiviec:vacancies:1\" \(attributes)>\(records)</vacancies>")
    }

    /// A feed of Indeed's format around these records.
    static func indeed(_ records: String) -> Reading {
        Reading("<source><publisher>P</publisher><lastBuildDate>today</lastBuildDate>\(records)</source>")
    }
}

/// A file below the repository's root.
func repositoryFile(_ path: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent(path).path
}
