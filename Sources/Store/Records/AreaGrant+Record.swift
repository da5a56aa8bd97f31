import GRDB
import Vocabulary

extension AreaGrant {
    /// What an account's or a token's row of area says.
    init(row: Row, table: String) throws {
        let (kind, code, village) = (row["kind"] as String, row["code"] as String, row["village"] as String)
        switch kind {
        case "province": self = .province
        case "district": self = .district(code)
        case "commune": self = .commune(try row.value("code", table: table) { UnitCode($0) })
        case "village": self = .village(try row.value("code", table: table) { UnitCode($0) }, village)
        default: throw StoreError.corrupt(table: table, column: "kind")
        }
    }

    /// Its kind, code and village as stored.
    var columns: (kind: String, code: String, village: String) {
        switch self {
        case .province: ("province", "", "")
        case .district(let code): ("district", code, "")
        case .commune(let code): ("commune", code.description, "")
        case .village(let code, let name): ("village", code.description, name)
        }
    }
}
