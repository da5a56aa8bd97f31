import XML

/// A part of a workbook out of its zip file, in memory or in a nameless file.
struct UnpackedPart: Sendable {
    /// What errors call it.
    let name: String

    private let input: Input
    private let limits: Workbook.Limits
    private let file: TemporaryFile?

    /// The part of this name.
    ///
    /// - Parameters:
    ///   - name: what errors call it.
    ///   - input: its bytes.
    ///   - limits: what it may ask for.
    ///   - file: what keeps the bytes.
    init(name: String, input: Input, limits: Workbook.Limits, file: TemporaryFile? = nil) {
        self.name = name
        self.input = input
        self.limits = limits
        self.file = file
    }

    /// Reads its records, from its start to its end.
    ///
    /// - Parameters:
    ///   - elements: the names of the elements that are records.
    ///   - most: how many there may be, and what it is called when there are more.
    ///   - body: called with each.
    /// - Throws: `WorkbookError` where it cannot be read, or what `body` throws.
    func forEachRecord(
        named elements: Set<String>,
        most: (count: Int, limit: WorkbookError.Limit),
        body: (Element) throws -> Void
    ) throws {
        var limits = Limits()
        limits.documentBytes = self.limits.entryBytes
        limits.records = most.count
        // One row of 256 long texts, and one list of the 64,000 formats that Excel allows.
        limits.recordBytes = 32 << 20
        limits.recordElements = 200_000
        // Roots declare a dozen namespaces.
        limits.tagBytes = 16 << 10
        // The cells of a sheet whose merged cells alone are looked for.
        limits.outsideTextBytes = limits.textBytes
        let reader = RecordReader(recordElements: elements, limits: limits)
        let summary: RecordReader.Summary
        do {
            summary = try reader.read(Document(input), header: { _, _ in true }) { record in
                guard let element = record.element else { throw WorkbookError.damaged(part: name) }
                try body(element)
            }
        } catch let error as XMLError {
            throw WorkbookError(error, part: name, records: most.limit)
        }
        if let failure = summary.failure { throw WorkbookError(failure, part: name, records: most.limit) }
    }
}
