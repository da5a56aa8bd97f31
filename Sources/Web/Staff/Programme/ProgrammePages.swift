import Hummingbird
import Operations
import Store

/// The programme: both promises, each by itself, and where households still wait.
struct ProgrammePages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "figure": PackageResources.figure_mustache, "parts-bar": PackageResources.parts_bar_mustache,
        "forecast": PackageResources.forecast_mustache,
        "programme": PackageResources.programme_mustache, "coverage-cells": PackageResources.coverage_cells_mustache,
    ]

    let office: Office
    let pages: Pages
    private let shelf = FactsShelf()
    private let forecasts = ForecastShelf()

    init(office: Office, pages: Pages) {
        self.office = office
        self.pages = pages
    }

    func add(to group: RouterGroup<CallerContext>) {
        group.get("programme") { _, context in try await programme(context) }
    }

    private func programme(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.readReports)
        let query = context.page.query
        guard let cut = AreaCut(rawValue: query["by"] ?? AreaCut.district.rawValue),
            query["district"].map({ office.programme.territory.district($0) != nil }) ?? true
        else { throw HTTPError(.badRequest) }
        let texts = pages.texts(context)
        let (months, facts) = (try await connections(), try await facts())
        let forecast = try await forecast(context.caller)
        let connected = months.reduce(0, +)
        let model = ProgrammeModel(
            frame: pages.frame(texts("programme.title"), in: .programme, context),
            year: String(office.programme.year),
            target: number(office.programme.target),
            targetValue: String(office.programme.target),
            connected: Figure(connected, context.caller.may(.readReferrals) ? "/referrals?stage=confirmed" : nil),
            connectedValue: String(min(connected, office.programme.target)),
            months: MonthBars(months, texts),
            forecastA: forecast.map { ForecastModel(\.promiseA, $0, "a", texts) },
            forecastB: forecast.map { ForecastModel(\.promiseB, $0, "b", texts) },
            run: facts.map {
                ProgrammeModel.RunPart(
                    $0,
                    cut: cut,
                    district: query["district"],
                    territory: office.programme.territory,
                    context,
                    texts
                )
            },
            mayPlan: context.caller.may(.makePlan)
        )
        return try pages.render("programme", model)
    }

    /// The forecast as it was last made; a new one is begun where something has changed, and nobody waits for it.
    private func forecast(_ caller: Caller) async throws -> ForecastShelf.Kept? {
        let state = try await office.store.read { try $0.planState() }
        return forecasts.forecast(of: state, on: office.today()) { [office] in
            do {
                return try await office.forecast(caller: caller)
            } catch {
                office.logger.error("the forecast could not be made", metadata: ["error": "\(error)"])
                return nil
            }
        }
    }

    private func connections() async throws -> [Int] {
        let programme = office.programme
        return try await office.store.read { try programme.connectionsByMonth($0) }
    }

    /// The run's figures, read again only when something has changed; nil before the first run.
    private func facts() async throws -> ProgrammeFacts? {
        let state = try await office.store.read { try $0.planState() }
        let day = office.today()
        if let kept = shelf.facts(of: state, on: day) { return kept }
        let read = try await office.store.read { reading -> (RunRow, [CommuneFigures], [WaitingHouseholds])? in
            guard let run = try reading.latestRun() else { return nil }
            return try (run, reading.communeFigures(of: run.number), reading.waitingHouseholds(of: run.number))
        }
        guard let (run, communes, waiting) = read else { return nil }
        let facts = ProgrammeFacts(
            run: run,
            communes: communes,
            waiting: waiting,
            opening: try await office.openingList()
        )
        shelf.keep(facts, of: state, on: day)
        return facts
    }
}
