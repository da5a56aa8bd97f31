import Foundation
import Testing
import Vocabulary

private let reference = ProcessInfo.processInfo.environment["NOIVIEC_REFERENCE"]

@Suite("Collected texts", .enabled(if: reference != nil, "NOIVIEC_REFERENCE does not name the folder of samples"))
struct ReferenceTextTests {
    @Test("Every collected text folds to the key written beside it")
    func folding() throws {
        let path = try #require(reference) + "/domain/text_test_vectors.csv"
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
        let vectors = lines.map { $0.split(separator: ",") }.filter { $0.first == "fold" && $0.count >= 3 }
        #expect(vectors.count >= 5)
        for vector in vectors { #expect(folded(vector[1]) == vector[2]) }
    }
}
