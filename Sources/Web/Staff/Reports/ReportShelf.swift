import Operations
import Synchronization

/// The reports that were shown last, so that the lists behind their figures find titles and words at hand.
///
/// Their figures are never shown again from here: what a figure counts is always read anew.
final class ReportShelf: Sendable {
    private static let most = 16

    private struct Content: Sendable {
        var reports: [String: Report] = [:]
        /// The keys, oldest first.
        var order: [String] = []
    }

    private let content = Mutex(Content())

    /// The report that was shown for a request, as known at the moment that it names.
    func report(_ request: ReportRequest, _ caller: Caller) -> Report? {
        content.withLock { $0.reports[ReportShelf.key(request, caller)] }
    }

    /// Keeps a report that has just been shown.
    func keep(_ report: Report, _ caller: Caller) {
        var request = report.request
        request.knownAt = report.frame.knownAt
        let key = ReportShelf.key(request, caller)
        content.withLock { content in
            if content.reports.updateValue(report, forKey: key) == nil { content.order.append(key) }
            if content.order.count > ReportShelf.most { content.reports[content.order.removeFirst()] = nil }
        }
    }

    private static func key(_ request: ReportRequest, _ caller: Caller) -> String {
        let parts: [String?] = [
            caller.name, request.kind.rawValue, request.from.description, request.to.description,
            request.asOf?.description, request.knownAt.map { String($0) }, request.by?.rawValue, request.policy,
        ]
        return parts.map { $0 ?? "-" }.joined(separator: "\n")
    }
}
