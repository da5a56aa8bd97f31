import Foundation
import XML

/// A dialect file to be completed by a person, proposed from one feed of a format that nobody has described.
package struct DialectProposal: Sendable {
    /// The file's text.
    package let text: String

    /// The proposal for the feed in a file.
    ///
    /// The record is the element that repeats nearest to the root; fields are proposed where an element has the name that
    /// a known dialect gives to one, or one of a field's Vietnamese headings for a name (`chucDanh`, `muc_luong`).
    ///
    /// - Throws: `FeedError` where the file is no XML that can be read.
    package init(file: String, name: String, known: Dialects) throws(FeedError) {
        let survey: PathSurvey
        do throws(XMLError) {
            survey = PathSurvey(of: try Document(.file(file)))
        } catch {
            throw FeedError(error, records: 0)
        }
        if let failure = survey.failure { throw FeedError(failure, records: 0) }
        let record = DialectProposal.record(of: survey)
        let headings = DialectProposal.fields(headings: survey.entries.compactMap(\.names.last))
        let fields = DialectProposal.fields(known).merging(headings) { known, _ in known }
        var proposed: [Field: [String]] = [:]
        var place: [String] = []
        var lines: [String] = []
        for entry in survey.entries where entry.names.count > record.count && entry.names.starts(with: record) {
            let names = entry.names.dropFirst(record.count)
            let isAttribute = names.last?.hasPrefix("@") == true
            let elements = (isAttribute ? names.dropLast() : names).joined(separator: "/")
            let path = elements + (isAttribute ? names.last ?? "" : "")
            let last = (names.last ?? "").drop { $0 == "@" }.lowercased()
            let guess = fields[last]
            if guess == .place { place.append(path) } else if let guess { proposed[guess, default: []].append(path) }
            let mark = guess.map { "  -> \($0.rawValue)" } ?? ""
            lines.append("#   \(path) (\(entry.count)x) \(entry.sample)\(mark)")
        }
        var text = """
            # Proposed from \(URL(fileURLWithPath: file).lastPathComponent): go through every line before use.
            name: \(name)
            about:
            roots: [\(DialectProposal.quoted(record.count > 1 ? survey.entries.first?.names.first ?? "" : ""))]
            record: \(record.last ?? "")
            recognise: []
            # full: the whole list every time; window: the latest of it; incremental: what changed.
            coverage: incremental
            html: true
            dates: [iso, rfc822, day-first]
            place: [[\(place.map(DialectProposal.quoted).joined(separator: ", "))]]
            fields:

            """
        for (field, paths) in proposed.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            text += "  \(field.rawValue): [\(paths.map(DialectProposal.quoted).joined(separator: ", "))]\n"
        }
        if proposed[.title] == nil { text += "  title: [] # which of the elements below?\n" }
        self.text = text + "# Everything a record was seen to have:\n" + lines.joined(separator: "\n") + "\n"
    }

    /// The way to the element that repeats nearest to the root and has something inside; the root where none does.
    private static func record(of survey: PathSurvey) -> [String] {
        let parents = Set(survey.entries.filter { $0.names.count > 1 }.map { Array($0.names.dropLast()) })
        let repeated = survey.entries.filter { $0.count > 1 && $0.names.count > 1 && parents.contains($0.names) }
        let nearest = repeated.min { ($0.names.count, $1.count) < ($1.names.count, $0.count) }
        return nearest?.names ?? Array(survey.entries.first?.names.prefix(1) ?? [])
    }

    /// What known dialects take an element or attribute of a name for; the use that most of them make of it.
    private static func fields(_ known: Dialects) -> [String: Field] {
        var uses: [String: [Field: Int]] = [:]
        func count(_ path: ValuePath, _ field: Field) {
            switch path {
            case .at(let path), .appended(let path):
                uses[path.lastName.lowercased(), default: [:]][field, default: 0] += 1
            case .labelled: break
            }
        }
        for dialect in known.all {
            for (field, paths) in dialect.paths { for path in paths { count(path, field) } }
            for path in dialect.place.joined() { count(path, .place) }
        }
        return uses.compactMapValues { uses in
            uses.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
        }
    }

    /// What the names among these that are Vietnamese headings without spaces stand for.
    ///
    /// A bare `ten` or `ma` is the vacancy's own where no longer name is.
    private static func fields(headings names: [String]) -> [String: Field] {
        var fields: [String: Field] = [:]
        for name in names {
            let name = String(name.drop { $0 == "@" })
            fields[name.lowercased()] = OfficeField(unspacedHeading: name)?.feedField
        }
        let said = Set(fields.values)
        for (name, field) in [("ten", Field.title), ("ma", .reference)] where !said.contains(field) {
            fields[name] = field
        }
        return fields
    }

    private static func quoted(_ text: String) -> String {
        text.isEmpty || text.utf8.allSatisfy { $0 != 0x40 && $0 != 0x3A && $0 != 0x5B } ? text : "\"\(text)\""
    }
}
