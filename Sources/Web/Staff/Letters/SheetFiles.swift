import Foundation
import Hummingbird
import Operations

extension Response {
    /// A workbook to keep.
    static func workbook(_ name: String, _ bytes: [UInt8]) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                .contentDisposition: "attachment; filename=\"\(name).xlsx\"",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}

extension Upload {
    /// The most bytes of a sheet that comes back filled.
    static let largestSheet = 8 << 20

    /// Reads a form with one sheet, and takes the file away once it was looked at.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - context: who sends it.
    ///   - read: looks at the file; nil where none was chosen.
    /// - Returns: what it saw.
    /// - Throws: as `Upload.read`, and what looking throws.
    static func sheet<Value>(
        _ request: Request,
        _ context: CallerContext,
        _ read: (File?) async throws -> Value
    ) async throws -> Value {
        let folder = NSTemporaryDirectory() + "noiviec-sheet-" + UUID().uuidString
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw HTTPError(.internalServerError)
        }
        defer { Upload.remove(folder) }
        return try await read(try await Upload.read(request, context, into: folder, most: largestSheet).files.first)
    }

    private static func remove(_ folder: String) {
        do {
            try FileManager.default.removeItem(atPath: folder)
        } catch {
            assertionFailure("\(error)")
        }
    }
}

/// What a filled sheet would do, or did, as its preview shows it.
struct PreviewModel: PageModel {
    let frame: Frame
    let back: String
    let problem: String?
    let hasReport: Bool
    let taken: String
    let unchanged: String
    let hasRefused: Bool
    let refused: [RefusedRow]
    /// Where a click takes the answers in; nil where there are none, or it was done.
    let apply: String?
    /// The answers, as they are sent back by that click.
    let answers: String

    /// A row that cannot be taken.
    struct RefusedRow {
        let row: String
        let reason: String
    }

    /// A preview of a report; of none where the sheet cannot be read at all.
    init(
        frame: Frame,
        back: String,
        problem: String? = nil,
        report: AnswerReport? = nil,
        apply: String? = nil,
        answers: String = ""
    ) {
        self.frame = frame
        self.back = back
        self.problem = problem
        hasReport = report != nil
        taken = number(report?.taken ?? 0)
        unchanged = number(report?.unchanged ?? 0)
        let isVietnamese = frame.isVietnamese
        refused = (report?.refused ?? []).prefix(500).map { row in
            RefusedRow(row: String(row.row), reason: isVietnamese ? row.vietnamese : row.english)
        }
        hasRefused = !refused.isEmpty
        self.apply = report?.taken == 0 ? nil : apply
        self.answers = answers
    }
}
