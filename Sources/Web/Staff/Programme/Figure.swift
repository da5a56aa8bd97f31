import Outcomes

/// A figure on a page, and the list that it counts; the template `figure` shows it.
struct Figure {
    let shown: String
    /// Where its list is; nil where the reader sees no such list.
    let link: String?

    init(_ value: Int, _ link: String? = nil) {
        shown = number(value)
        self.link = value == 0 ? nil : link
    }
}

/// Promise B's figures of some area as tables show them, each with its list.
struct CoverageCells {
    let coverable: Figure
    let covered: Figure
    let firm: Figure
    let provisional: Figure
    let remaining: Figure

    /// - Parameters:
    ///   - figures: the figures.
    ///   - place: what narrows the list of households to the area; nil where the reader sees no list of it.
    init(_ figures: CoverageFigures, place: [String: String]?) {
        func list(_ more: [String: String]) -> String? {
            place.map { PageAddress.text("/households", $0.merging(more) { $1 }) }
        }
        func counted(_ more: [String: String]) -> String? {
            list(["counts": "true", "coverability": "coverable"].merging(more) { $1 })
        }
        coverable = Figure(figures.coverable, counted([:]))
        covered = Figure(figures.covered, counted(["standing": "covered"]))
        firm = Figure(figures.plannedFirm, counted(["standing": "planned_firm"]))
        provisional = Figure(figures.plannedProvisional, counted(["standing": "planned_provisional"]))
        remaining = Figure(figures.remaining, list(["remaining": "true"]))
    }
}

extension CoverageFigures {
    /// Coverable households that are neither covered nor planned.
    var remaining: Int { coverable - covered - plannedFirm - plannedProvisional }
}
