import Vocabulary

/// What tells one vacancy from others when several sources advertise it.
///
/// The employer (by tax code, else by name), the title, the place down to the district, and the lowest wage. Vacancies of
/// different sources with the same key are one vacancy advertised twice; within one source they are two.
package struct TwinKey: Hashable, Sendable {
    /// The key as text; equal texts are equal keys.
    package let text: String

    /// The key of a vacancy; nil where too little is known to say that another is the same.
    package init?(_ vacancy: Vacancy, territory: Territory) {
        let employer = vacancy.taxCode ?? folded(vacancy.employer)
        let title = folded(vacancy.title)
        let place: String
        switch vacancy.place {
        case .commune(let code): place = territory.district(of: code)?.code ?? code.description
        case .district(let code): place = code
        case .elsewhere: place = folded(vacancy.placeText)
        case .unknown: return nil
        }
        if employer.isEmpty || title.isEmpty || place.isEmpty { return nil }
        text = [employer, title, place, vacancy.wage.map { String($0.minimum.amount) } ?? ""].joined(separator: "|")
    }
}

/// An open vacancy as far as finding its twins goes.
package struct Twin: Hashable, Sendable {
    /// The vacancy.
    package var id: VacancyID
    /// Its source.
    package var source: String
    /// When it was first seen, in Unix seconds.
    package var firstSeen: Int64

    /// A vacancy from its facts.
    package init(id: VacancyID, source: String, firstSeen: Int64) {
        self.id = id
        self.source = source
        self.firstSeen = firstSeen
    }

    /// Which of the open vacancies of one key only repeat another, and which one.
    ///
    /// The source that has had the key longest is the one that counts. Each other source's first repeats its first, the
    /// second its second; what a source has more of stands for itself.
    package static func links(_ twins: [Twin]) -> [VacancyID: VacancyID] {
        let ordered = twins.sorted { ($0.firstSeen, $0.source, $0.id) < ($1.firstSeen, $1.source, $1.id) }
        guard let first = ordered.first else { return [:] }
        let bySource = Dictionary(grouping: ordered, by: \.source)
        let originals = bySource[first.source] ?? []
        var links: [VacancyID: VacancyID] = [:]
        for (source, others) in bySource where source != first.source {
            for (other, original) in zip(others, originals) { links[other.id] = original.id }
        }
        return links
    }
}
