import Feeds
import Operations
import Store
import Workbooks

/// A failure as a person is told it, with the exit code of the command line.
package struct Problem: Sendable {
    /// What is wrong and what to do, in English.
    package let english: String
    /// The same in Vietnamese.
    package let vietnamese: String
    /// 1 refused input, 2 configuration, 3 internal, 130 stopped by the person.
    package let exitCode: Int32

    /// The problem that an error of ours stands for; nil for any other error.
    package init?(_ error: any Error) {
        let sentence: (english: String, vietnamese: String)
        switch error {
        case let error as ConfigurationError:
            sentence = error.sentence
            exitCode = 2
        case let error as OperationError:
            sentence = error.sentence
            exitCode =
                switch error {
                case .certificateRefused: 3
                case .cancelled: 130
                default: 1
                }
        case let error as StoreError:
            sentence = error.sentence
            if case .corrupt = error { exitCode = 3 } else { exitCode = 1 }
        case let error as FeedError:
            sentence = (error.sentence.en, error.sentence.vi)
            if case .dialectUnusable = error { exitCode = 2 } else { exitCode = 1 }
        case let error as WorkbookError:
            sentence = (error.sentence.en, error.sentence.vi)
            exitCode = 1
        case let error as ServeError:
            sentence = error.sentence
            exitCode = 1
        default: return nil
        }
        english = sentence.english
        vietnamese = sentence.vietnamese
    }
}
