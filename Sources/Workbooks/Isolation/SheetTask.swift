import Foundation
import Isolation

/// Reading the sheets of one file in a process of its own: what the parent asks for and the child does.
package struct SheetTask: Codable, Sendable {
    /// The subcommand that makes the program do it.
    package static let command = "read-sheets"

    /// The encoding of delimited text, where it is known.
    package var encoding: String?
    /// What the child may use.
    package var limits: ChildLimits

    /// Reads the sheets of the file on standard input and writes them to a descriptor, within the limits.
    ///
    /// The limits are set before the first byte is read. Unpacked parts lie in temporary files without a name, so a few
    /// files can still be opened; no connection is made by anything that reads them.
    ///
    /// - Throws: `WorkbookError` only where nothing can be written; what is wrong with the file is written.
    package func run(output: Int32) throws {
        limits.apply()
        ChildLimits.closeDoors(leaving: 16)
        var writer = SheetSpoolWriter(descriptor: output)
        do {
            // The register holds what a roll says in memory; a nation's is imported province by province.
            var most = Workbook.Limits.streamed
            most.rows = 300_000
            let file = try SheetFile(
                path: "/dev/stdin",
                encoding: encoding.flatMap(TextEncoding.init(rawValue:)),
                limits: most
            )
            for index in file.sheetNames.indices {
                let sheet = try file.sheet(index)
                try writer.begin(sheet)
                try sheet.forEachRow { try writer.write($0) }
            }
            try writer.finish(hasMacros: file.hasMacros)
        } catch let error as WorkbookError {
            try writer.refuse(error)
        }
    }
}

/// Reads the sheets of strangers' files in a process of its own for each.
package struct SheetParser: Sendable {
    private let child: Child
    private let limits: ChildLimits

    /// A parser.
    ///
    /// - Parameters:
    ///   - executable: this program.
    ///   - limits: what a child may use.
    package init(
        executable: String,
        limits: ChildLimits = ChildLimits(
            processorSeconds: 120,
            wallSeconds: 600,
            memoryMegabytes: 1024,
            outputBytes: 1 << 30
        )
    ) {
        child = Child(executable: executable)
        self.limits = limits
    }

    /// Reads the sheets of a file into a spool.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - spool: the file to write; whatever it holds is lost.
    ///   - encoding: the encoding of delimited text, where it is known.
    /// - Returns: the sheets, which are read from the spool; its file is gone by then, so that nothing of people stays
    ///   behind whatever happens to this process.
    /// - Throws: why the file was not read.
    package func parse(
        file: String,
        into spool: String,
        encoding: TextEncoding? = nil
    ) async throws(WorkbookError) -> SheetSpool {
        let task = SheetTask(encoding: encoding?.rawValue, limits: limits)
        let ending: Child.Ending
        do {
            ending = try await child.run(
                SheetTask.command,
                task: task,
                input: file,
                output: spool,
                wallSeconds: limits.wallSeconds
            )
        } catch {
            throw .unreadable(code: error.code)
        }
        switch ending {
        case .finished: return try SheetSpool(path: spool)
        case .refused: throw .stopped(.broken)
        case .stopped(let stop): throw .stopped(stop)
        }
    }
}
