import Operations

/// Confirms every employer that has a tax code, and no need of a licence, so that what is planned there is firm.
///
/// - Returns: how many.
@discardableResult
package func confirmAllEmployers(_ office: Office) async throws -> Int {
    try await office.confirmUnseen(caller: .commandLine) { _ in true }
}
