import Feeds
import Foundation
import Vacancies
import XML

/// What reading a feed gave, in this process: the advertisements, the rejected records and the summary.
struct Reading {
    var advertisements: [Advertisement] = []
    var rejected: [Rejection] = []
    var fragments: [String] = []
    var summary = FeedSummary()

    init(_ input: Input, dialect: String? = nil, limits: Limits = Limits()) {
        let dialects = Reading.dialects
        let reader = FeedReader(dialects: dialects, dialect: dialect.flatMap(dialects.named), limits: limits)
        summary = reader.read(input) { event in
            switch event {
            case .advertisement(let read): advertisements.append(read.advertisement)
            case .rejected(let rejection, let fragment):
                rejected.append(rejection)
                fragments.append(String(decoding: fragment, as: UTF8.self))
            case .restart: (advertisements, rejected, fragments) = ([], [], [])
            }
        }
        advertisements.removeAll { summary.contested.contains($0.reference) }
    }

    init(_ text: String, dialect: String? = nil) {
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

    /// The dialects as they are shipped.
    static let dialects: Dialects = {
        do {
            return try Dialects(folder: repositoryFile("Config/feeds/dialects"))
        } catch {
            preconditionFailure("the shipped dialects can be read: \(error)")
        }
    }()
}

/// A file below the repository's root.
func repositoryFile(_ path: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent(path).path
}
