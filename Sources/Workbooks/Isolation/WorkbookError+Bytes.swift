import Isolation

extension ByteEncoder {
    /// Why a file was not read.
    mutating func put(_ error: WorkbookError) {
        put(error.code)
        switch error {
        case .damaged(let part), .unsafe(let part): put(part)
        case .endsInQuotes(let line), .longRow(let line), .notText(let line), .notUnicode(let line): put(line)
        case .tooLarge(let limit): put(limit.rawValue)
        case .unreadable(let code): put(Int(code))
        case .encrypted, .noSheet, .notAList, .notAWorkbook, .oldFormat, .stopped: break
        }
    }
}

extension ByteDecoder {
    /// Why a file was not read; `Malformed` where the bytes say no reason there is.
    mutating func workbookError() throws(Malformed) -> WorkbookError {
        switch try string() {
        case "damaged": return .damaged(part: try string())
        case "unsafe": return .unsafe(part: try string())
        case "endsInQuotes": return .endsInQuotes(line: try int())
        case "longRow": return .longRow(line: try int())
        case "notText": return .notText(line: try int())
        case "notUnicode": return .notUnicode(line: try int())
        case "tooLarge":
            let limit: WorkbookError.Limit = try oneOf()
            return .tooLarge(limit)
        case "unreadable": return .unreadable(code: Int32(clamping: try int()))
        case "encrypted": return .encrypted
        case "noSheet": return .noSheet
        case "notAList": return .notAList
        case "notAWorkbook": return .notAWorkbook
        case "oldFormat": return .oldFormat
        default: throw Malformed()
        }
    }
}
