import Vocabulary

/// What tells one vacancy from others when several sources advertise it.
///
/// The employer's name, the title, and the place down to the district. Open vacancies of different sources with the same
/// key are one vacancy advertised twice, unless their tax codes or wages say otherwise; within one source they are two.
package struct TwinKey: Hashable, Sendable {
    /// The key as text; equal texts are equal keys.
    package let text: String

    /// The key of a vacancy; nil where too little is known to say that another is the same.
    package init?(_ vacancy: Vacancy, territory: Territory) {
        let employer = folded(vacancy.employer)
        let title = folded(vacancy.title)
        let place: String
        switch vacancy.place {
        case .commune(let code): place = territory.district(of: code)?.code ?? code.description
        case .district(let code): place = code
        case .elsewhere: place = folded(vacancy.placeText)
        case .unknown: return nil
        }
        if employer.isEmpty || title.isEmpty || place.isEmpty { return nil }
        text = [employer, title, place].joined(separator: "|")
    }
}

extension Vacancy {
    /// The vacancies with those that repeat one that is not offered on a day standing for themselves: an original's last
    /// day may pass before anybody looks at its source again.
    package static func resolvingTwins(_ vacancies: [Vacancy], on day: Day) -> [Vacancy] {
        let offered = Set(vacancies.filter { $0.isOffered(on: day) }.map(\.id))
        var resolved = vacancies
        var heirs: [VacancyID: VacancyID] = [:]
        for index in resolved.indices {
            guard let original = resolved[index].twinOf, !offered.contains(original) else { continue }
            resolved[index].twinOf = heirs[original]
            if heirs[original] == nil, resolved[index].isOffered(on: day) { heirs[original] = resolved[index].id }
        }
        return resolved
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
    /// Its employer's tax code, where known.
    package var taxCode: String?
    /// Its lowest monthly wage in đồng, where known.
    package var wage: Int64?

    /// A vacancy from its facts.
    package init(id: VacancyID, source: String, firstSeen: Int64, taxCode: String? = nil, wage: Int64? = nil) {
        self.id = id
        self.source = source
        self.firstSeen = firstSeen
        self.taxCode = taxCode
        self.wage = wage
    }

    /// Whether nothing that both say contradicts their being one vacancy.
    private func mayBe(_ other: Twin) -> Bool {
        (taxCode == nil || other.taxCode == nil || taxCode == other.taxCode)
            && (wage == nil || other.wage == nil || wage == other.wage)
    }

    /// Which of the open vacancies of one key only repeat another, and which one.
    ///
    /// The source that has had the key longest is the one that counts. Each vacancy of another source repeats the first of
    /// its vacancies that it may be and that no other of the same source repeats; what a source has more of stands for
    /// itself.
    package static func links(_ twins: [Twin]) -> [VacancyID: VacancyID] {
        let ordered = twins.sorted { ($0.firstSeen, $0.source, $0.id) < ($1.firstSeen, $1.source, $1.id) }
        guard let first = ordered.first else { return [:] }
        let bySource = Dictionary(grouping: ordered, by: \.source)
        let originals = bySource[first.source] ?? []
        var links: [VacancyID: VacancyID] = [:]
        for (source, others) in bySource where source != first.source {
            var free = originals
            for other in others {
                guard let index = free.firstIndex(where: { $0.mayBe(other) }) else { continue }
                links[other.id] = free.remove(at: index).id
            }
        }
        return links
    }
}
