import Foundation
import Testing

/// Expects that the process does not grow by more than this while a function runs and takes samples.
///
/// Other tests run beside it and take memory too, so one quiet run in five is enough.
func expectMemory(below most: Int, _ body: (_ sample: () throws -> Void) throws -> Void) throws {
    var growth = Int.max
    for _ in 1...5 where growth >= most {
        let start = try residentBytes()
        growth = 0
        try body { growth = max(growth, try residentBytes() - start) }
    }
    #expect(growth < most)
}

/// What the process has in memory.
private func residentBytes() throws -> Int {
    let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
    return (Int(fields[1]) ?? 0) * 4096
}
