extension Workbook {
    /// How much a workbook may ask of its reader.
    ///
    /// Many times what lists of an office need.
    package struct Limits: Hashable, Sendable {
        /// Bytes of the file.
        package var fileBytes = 64 << 20
        /// Files within the zip file.
        package var entries = 1000
        /// Unpacked bytes of one part.
        package var entryBytes = 64 << 20
        /// Unpacked bytes of all parts that are read.
        package var totalBytes = 128 << 20
        /// Unpacked bytes for each packed one, once a part has a megabyte.
        package var ratio = 200
        /// Rows with something in them.
        package var rows = 200_000
        /// Columns with something in them.
        package var columns = 256
        /// Cells with something in them.
        package var cells = 2_000_000
        /// Characters of a cell, counted as Excel does (UTF-16).
        package var textLength = 32_767
        /// Shared texts.
        package var strings = 1_000_000
        /// Merged cells, each counted once for every column that it covers.
        package var merges = 1_000_000

        /// The standard limits, for a sheet in memory.
        package init() {}

        /// The limits for sheets that are read row by row: 200,000 rows of 60 full columns, and sheets that are longer
        /// and have less in a row.
        ///
        /// So long a sheet is unpacked into a nameless file of half a gigabyte.
        package static let streamed: Limits = {
            var limits = Limits()
            limits.entryBytes = 768 << 20
            limits.totalBytes = 1 << 30
            limits.rows = 1 << 20
            limits.cells = 12_000_000
            return limits
        }()
    }
}
