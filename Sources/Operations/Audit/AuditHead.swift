import Foundation
import Store

/// The end of the audit chain at some moment, signed; kept where who can write to the database cannot, it shows later
/// whether lines that were there then have gone or are others now.
package struct AuditHead: Sendable, Codable {
    /// How many lines there were.
    package let lines: Int
    /// The last line's place in the chain; 0 where there was none.
    package let last: Int64
    /// Its mac in hexadecimal; empty where there was none.
    package let mac: String
    /// When this was written, in Unix seconds.
    package let at: Int64
    /// The keyed hash of all that, in hexadecimal.
    package let signature: String

    init(lines: Int, last: AuditLine?, at: Int64, vault: Vault) {
        self.lines = lines
        self.last = last?.id ?? 0
        mac = last.map { hexadecimal($0.mac) } ?? ""
        self.at = at
        signature = hexadecimal(vault.auditMAC(AuditHead.bytes(lines, self.last, mac, at)))
    }

    /// Whether the key of this office signed it.
    func isSigned(by vault: Vault) -> Bool {
        guard let signature = Data(hexadecimal: signature) else { return false }
        return vault.isAuditMAC(signature, of: AuditHead.bytes(lines, last, mac, at))
    }

    private static func bytes(_ lines: Int, _ last: Int64, _ mac: String, _ at: Int64) -> Data {
        Data("noiviec audit head 1 \(lines) \(last) \(mac) \(at)".utf8)
    }
}

extension Office {
    /// The end of the audit chain as it is now, signed, as one line of JSON.
    package func auditHead(caller: Caller) async throws -> AuditHead {
        try caller.requireAudit()
        let (lines, last) = try await store.read { (try $0.auditLineCount(), try $0.lastAuditLine()) }
        return AuditHead(lines: lines, last: last, at: now(), vault: vault)
    }

    /// Adds the end of the audit chain as a line to a file, for a daily timer; the lines of the days before stay.
    ///
    /// - Throws: `OperationError.cannotWrite`.
    package func exportAuditHead(to file: String, caller: Caller) async throws -> AuditHead {
        let head = try await auditHead(caller: caller)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let line = try encoder.encode(head) + Data("\n".utf8)
        if !FileManager.default.fileExists(atPath: file) {
            let isMade = FileManager.default.createFile(
                atPath: file,
                contents: nil,
                attributes: [.posixPermissions: 0o640]
            )
            if !isMade { throw OperationError.cannotWrite(file: file) }
        }
        do {
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
            defer { handle.closeFile() }
            try handle.seekToEnd()
            try handle.write(contentsOf: line)
            try handle.synchronize()
        } catch {
            throw OperationError.cannotWrite(file: file)
        }
        return head
    }
}

extension Caller {
    /// - Throws: `OperationError.refused` unless the caller may read the audit, which is of the whole province.
    package func requireAudit() throws(OperationError) {
        try require(.readAudit)
        if !area.isEverywhere { throw .refused(.auditNeedsProvince) }
    }
}

/// Bytes as hexadecimal digits.
func hexadecimal(_ bytes: Data) -> String {
    bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
}

extension Data {
    /// The bytes that hexadecimal digits stand for; nil for any other text.
    init?(hexadecimal text: String) {
        guard text.utf8.count.isMultiple(of: 2) else { return nil }
        self.init()
        var rest = text[...]
        while !rest.isEmpty {
            guard let byte = UInt8(rest.prefix(2), radix: 16), rest.prefix(2).allSatisfy(\.isHexDigit) else {
                return nil
            }
            append(byte)
            rest = rest.dropFirst(2)
        }
    }
}
