import HTTPTypes
import Hummingbird
import Operations
import Vocabulary

/// Long work that somebody has begun: how far it is, and what came of it.
struct JobPages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "job": PackageResources.job_mustache, "jobs": PackageResources.jobs_mustache,
    ]

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("jobs") { _, context in try list(context) }
        group.get("jobs/{job}") { _, context in try one(context) }
    }

    /// What the list shows.
    private struct ListModel: PageModel {
        let frame: Frame
        let hasJobs: Bool
        let jobs: [Line]
    }

    /// A job in the list.
    private struct Line {
        let address: String
        let kind: String
        let begun: String
        let state: String
    }

    /// What a job's page shows.
    private struct Model: PageModel {
        let frame: Frame
        let kind: String
        let begun: String
        let isRunning: Bool
        let step: String?
        let percent: String?
        let failure: String?
    }

    private func list(_ context: CallerContext) throws -> Response {
        let texts = pages.texts(context)
        let lines = office.jobs.jobs(of: context.caller.name).map { job in
            Line(
                address: "/jobs/\(job.number)",
                kind: JobPages.title(job.kind, texts),
                begun: Day.moment(job.begunAt),
                state: JobPages.word(job.state, texts)
            )
        }
        let frame = pages.frame(texts("jobs.title"), context)
        return try pages.render("jobs", ListModel(frame: frame, hasJobs: !lines.isEmpty, jobs: lines))
    }

    private func one(_ context: CallerContext) throws -> Response {
        guard let number = context.parameters.get("job", as: Int.self),
            let job = office.jobs.job(number, of: context.caller.name)
        else { throw HTTPError(.notFound) }
        let texts = pages.texts(context)
        var (step, percent, failure): (String?, String?, String?)
        switch job.state {
        case .done(let address): return context.goOn(to: address)
        case .failed(let wording): failure = texts(wording)
        case .running(let progress):
            step = progress.map { JobPages.words($0, texts) }
            if let progress, let total = progress.total, total > 0 {
                percent = String(min(100, progress.done * 100 / total))
            }
        }
        let model = Model(
            frame: pages.frame(JobPages.title(job.kind, texts), context),
            kind: JobPages.title(job.kind, texts),
            begun: Day.moment(job.begunAt),
            isRunning: failure == nil,
            step: step,
            percent: percent,
            failure: failure
        )
        var response = try pages.render("job", model)
        // Without script too, the page looks again by itself.
        if failure == nil, let refresh = HTTPField.Name("Refresh") { response.headers[refresh] = "2" }
        return response
    }

    /// A step in words, with how much of it is done; a feed's step is named by its source.
    private static func words(_ step: ProgressStep, _ texts: Texts) -> String {
        let name = texts.entries["job.step.\(step.name)"] ?? step.name
        let done =
            switch step.total {
            case let total? where total > 1:
                texts("step.done", ["done": number(step.done), "total": number(total)])
            case nil where step.done > 0: texts("step.so-far", ["done": number(step.done)])
            default: ""
            }
        return [name, done].filter { !$0.isEmpty }.joined(separator: ": ")
    }

    private static func title(_ kind: Job.Kind, _ texts: Texts) -> String {
        switch kind {
        case .rolls: texts("job.rolls")
        case .plan: texts("job.plan")
        case .feed: texts("job.feed")
        case .audit: texts("job.audit")
        }
    }

    private static func word(_ state: Job.State, _ texts: Texts) -> String {
        switch state {
        case .running: texts("job.running")
        case .done: texts("job.done")
        case .failed: texts("job.failed")
        }
    }
}

extension Day {
    /// An instant as people in Vietnam read it: day and time of day.
    static func moment(_ unixSeconds: Int64) -> String {
        let ofDay = ((unixSeconds + 7 * 3600) % 86400 + 86400) % 86400
        let (hours, minutes) = (ofDay / 3600, ofDay / 60 % 60)
        let time = "\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
        return "\(time) \(Day(inVietnamAtUnixSeconds: unixSeconds).vietnamese)"
    }
}
