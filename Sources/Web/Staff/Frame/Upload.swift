import Foundation
import HTTPTypes
import Hummingbird
import Operations

/// A form with files as a page has sent it (`multipart/form-data`, RFC 7578): fields in memory, files written to a folder
/// as they come, so that none is ever whole in memory.
///
/// It is taken only at addresses that end with `/upload`: there the session's token is the form's first field and is
/// checked here, before a byte of a file is kept, since `ForgeryGuard` cannot look into such a body.
struct Upload: Sendable {
    /// The greatest file that is taken, in bytes.
    static let largest = 64 << 20

    /// A file that was sent.
    struct File: Sendable {
        /// The form's field.
        let field: String
        /// What the sender calls it, without folders; shown to people, and never a place on this machine.
        let name: String
        /// Where it lies now.
        let path: String
        /// How large it is.
        let bytes: Int
    }

    /// The fields that are no files.
    let form: Form
    /// The files, in their order; a file field that was left empty is none.
    let files: [File]

    /// Reads a form with files.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - context: who sends it.
    ///   - folder: where files are written; whoever calls removes it.
    ///   - most: the most bytes of all files together.
    /// - Returns: what was sent.
    /// - Throws: `HTTPError` where it is too large or no such form, `OperationError.refused` where the token is missing.
    static func read(
        _ request: Request,
        _ context: CallerContext,
        into folder: String,
        most: Int = largest
    ) async throws -> Upload {
        guard let boundary = boundary(request.headers[.contentType]) else { throw HTTPError(.unsupportedMediaType) }
        var reader = MultipartReader(boundary: boundary, folder: folder, mostBytes: most, token: context.csrfToken)
        for try await chunk in request.body { try reader.take(Data(buffer: chunk)) }
        return try reader.finished()
    }

    /// The boundary that a content type names.
    private static func boundary(_ contentType: String?) -> String? {
        guard let contentType, contentType.lowercased().hasPrefix("multipart/form-data") else { return nil }
        for part in contentType.split(separator: ";").dropFirst() {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, sides[0].trimmingCharacters(in: .whitespaces).lowercased() == "boundary" else {
                continue
            }
            let text = sides[1].trimmingCharacters(in: CharacterSet(charactersIn: " \""))
            return (1...70).contains(text.utf8.count) ? text : nil
        }
        return nil
    }
}

/// The parts of a form with files, taken in pieces as they come over the line.
private struct MultipartReader {
    private static let longestField = 64 << 10
    private static let longestHead = 8 << 10
    private static let mostParts = 200

    private enum State {
        /// Before the first boundary, whose line end is wanting.
        case start
        /// After a boundary: a line end, or two dashes at the end.
        case afterBoundary
        /// In the head of a part.
        case head
        case field(String, Data)
        case file(String, String, FileHandle, String, Int)
        case end
    }

    private let delimiter: Data
    private let folder: String
    private let token: String?
    private var left: Int
    private var isProven: Bool
    private var state = State.start
    private var buffer = Data()
    private var fields: [String: [String]] = [:]
    private var files: [Upload.File] = []
    private var parts = 0

    init(boundary: String, folder: String, mostBytes: Int, token: String?) {
        delimiter = Data("\r\n--\(boundary)".utf8)
        self.folder = folder
        self.token = token
        left = mostBytes
        // Who comes by a bearer token is sent by no browser on its own.
        isProven = token == nil
        buffer = Data("\r\n".utf8)
    }

    mutating func take(_ chunk: Data) throws {
        buffer.append(chunk)
        while try step() {}
    }

    mutating func finished() throws -> Upload {
        guard case .end = state, isProven else { throw HTTPError(.badRequest) }
        return Upload(form: Form(fields), files: files)
    }

    /// Goes one step on; false where more must come first.
    private mutating func step() throws -> Bool {
        switch state {
        case .start:
            guard let found = buffer.range(of: delimiter) else {
                guard buffer.count < MultipartReader.longestHead else { throw HTTPError(.badRequest) }
                return false
            }
            drop(upTo: found.upperBound)
            state = .afterBoundary
        case .afterBoundary:
            guard buffer.count >= 2 else { return false }
            let next = buffer.prefix(2)
            drop(upTo: buffer.startIndex + 2)
            if next == Data("--".utf8) {
                state = .end
            } else if next == Data("\r\n".utf8) {
                state = .head
            } else {
                throw HTTPError(.badRequest)
            }
        case .head:
            guard let found = buffer.range(of: Data("\r\n\r\n".utf8)) else {
                guard buffer.count < MultipartReader.longestHead else { throw HTTPError(.badRequest) }
                return false
            }
            let head = String(decoding: buffer[..<found.lowerBound], as: UTF8.self)
            drop(upTo: found.upperBound)
            try begin(head)
        case .field, .file: return try content()
        case .end:
            buffer = Data()
            return false
        }
        return true
    }

    private mutating func begin(_ head: String) throws {
        parts += 1
        guard parts <= MultipartReader.mostParts else { throw HTTPError(.badRequest) }
        let line = head.components(separatedBy: "\r\n").first {
            $0.lowercased().hasPrefix("content-disposition:")
        }
        guard let line, let name = MultipartReader.parameter("name", of: line) else { throw HTTPError(.badRequest) }
        guard let file = MultipartReader.parameter("filename", of: line) else {
            state = .field(name, Data())
            return
        }
        // The token comes first, so that nothing of a stranger's is ever written.
        guard isProven else { throw OperationError.refused(.csrf) }
        let path = folder + "/\(files.count)"
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw HTTPError(.internalServerError) }
        let shown = file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map { String($0.prefix(200)) } ?? ""
        state = .file(name, shown, handle, path, 0)
    }

    private mutating func content() throws -> Bool {
        let found = buffer.range(of: delimiter)
        // What may be the beginning of a boundary waits for what follows.
        let end = found?.lowerBound ?? max(buffer.startIndex, buffer.endIndex - delimiter.count + 1)
        let piece = buffer[buffer.startIndex..<end]
        switch state {
        case .field(let name, var value):
            value.append(piece)
            guard value.count <= MultipartReader.longestField else { throw HTTPError(.contentTooLarge) }
            state = .field(name, value)
        case .file(let field, let name, let handle, let path, let bytes):
            left -= piece.count
            guard left >= 0 else { throw HTTPError(.contentTooLarge) }
            if !piece.isEmpty { try handle.write(contentsOf: piece) }
            state = .file(field, name, handle, path, bytes + piece.count)
        default: break
        }
        drop(upTo: found?.upperBound ?? end)
        guard found != nil else { return false }
        try close()
        state = .afterBoundary
        return true
    }

    private mutating func close() throws {
        switch state {
        case .field(let name, let value):
            guard let text = String(validating: value, as: UTF8.self) else { throw HTTPError(.badRequest) }
            if !isProven {
                guard name == "csrf", let token, Vault.isSame(text, token) else {
                    throw OperationError.refused(.csrf)
                }
                isProven = true
            }
            fields[name, default: []].append(text.replacing("\r\n", with: "\n"))
        case .file(let field, let name, let handle, let path, let bytes):
            try handle.close()
            // What browsers send for a field in which no file was chosen.
            if name.isEmpty && bytes == 0 { break }
            files.append(Upload.File(field: field, name: name, path: path, bytes: bytes))
        default: break
        }
    }

    private mutating func drop(upTo index: Data.Index) {
        buffer = Data(buffer[index...])
    }

    /// A parameter of a header's value; browsers write quotation marks within as `%22`.
    private static func parameter(_ name: String, of line: String) -> String? {
        guard let start = line.range(of: "; \(name)=\"") else { return nil }
        let rest = line[start.upperBound...]
        guard let end = rest.firstIndex(of: "\"") else { return nil }
        return rest[..<end].replacingOccurrences(of: "%22", with: "\"")
    }
}
