import Operations
import Outcomes
import Store
import Vocabulary

/// What the overview shows; stored values only, since the template engine sees no others.
struct OverviewModel: PageModel {
    let frame: Frame
    let runNumber: String
    let runDay: String
    let year: String
    let target: String
    let connected: String
    let households: String
    let coverable: String
    let covered: String
    let toAsk: String
    let plannedFirm: String
    let plannedProvisional: String
    let remaining: String
    let notNow: String
    let withoutLabour: String
    let comparison: Comparison?
    let districts: [District]

    /// The plan beside what the greedy ways would have reached.
    struct Comparison {
        let planned: String
        let scoreFirst: String
        let householdFirst: String
    }

    /// One district with its communes.
    struct District {
        let name: String
        let coverable: String
        let covered: String
        let planned: String
        let remaining: String
        let communes: [Commune]
    }

    /// One commune.
    struct Commune {
        let code: String
        let name: String
        let coverable: String
        let covered: String
        let plannedFirm: String
        let plannedProvisional: String
        let remaining: String
        let proposals: String
    }

    init(
        frame: Frame,
        run: RunRow,
        programme: Programme,
        promiseA: RunSummary.PromiseA,
        coverage: CoverageFigures,
        communes: [CommuneFigures]
    ) {
        self.frame = frame
        runNumber = String(run.number)
        runDay = run.day.vietnamese
        year = String(promiseA.year)
        target = number(promiseA.target)
        connected = number(promiseA.connected)
        households = number(coverage.households)
        coverable = number(coverage.coverable)
        covered = number(coverage.covered)
        toAsk = number(coverage.toAsk)
        plannedFirm = number(coverage.plannedFirm)
        plannedProvisional = number(coverage.plannedProvisional)
        remaining = number(coverage.remaining)
        notNow = number(coverage.notNow)
        withoutLabour = number(coverage.withoutLabour)
        comparison = run.comparison.map { baselines, covered in
            Comparison(
                planned: number(covered),
                scoreFirst: number(baselines.scoreFirst.covered),
                householdFirst: number(baselines.householdFirst.covered)
            )
        }
        districts = programme.territory.districts.map { district in
            let inside = communes.filter { programme.territory.commune($0.commune)?.district == district.code }
            return District(
                name: district.name,
                coverable: number(inside.reduce(0) { $0 + $1.coverage.coverable }),
                covered: number(inside.reduce(0) { $0 + $1.coverage.covered }),
                planned: number(inside.reduce(0) { $0 + $1.coverage.plannedFirm + $1.coverage.plannedProvisional }),
                remaining: number(inside.reduce(0) { $0 + $1.coverage.remaining }),
                communes: inside.map { figures in
                    Commune(
                        code: figures.commune.description,
                        name: programme.territory.commune(figures.commune)?.name ?? figures.commune.description,
                        coverable: number(figures.coverage.coverable),
                        covered: number(figures.coverage.covered),
                        plannedFirm: number(figures.coverage.plannedFirm),
                        plannedProvisional: number(figures.coverage.plannedProvisional),
                        remaining: number(figures.coverage.remaining),
                        proposals: number(figures.proposals)
                    )
                }
            )
        }
    }
}

extension CoverageFigures {
    /// Coverable households that are neither covered nor planned.
    fileprivate var remaining: Int { coverable - covered - plannedFirm - plannedProvisional }
}

/// A number with dots between thousands.
func number(_ value: Int) -> String {
    String(Dong(Int64(value)).description.dropLast(2))
}
