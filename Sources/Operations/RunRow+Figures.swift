import Foundation
import Store

extension RunRow {
    /// The run's summary; nil for a run of an older version, which counted other things.
    package var figures: RunSummary? {
        do {
            return try JSONDecoder().decode(RunSummary.self, from: Data(summary.utf8))
        } catch {
            return nil
        }
    }
}
