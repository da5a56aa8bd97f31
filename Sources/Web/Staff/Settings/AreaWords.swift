import Operations
import Vocabulary

/// Areas as people read them.
enum AreaWords {
    /// An area that `AreaGrant` writes, with the names of its units.
    static func text(_ area: String, _ territory: Territory, _ texts: Texts) -> String {
        switch AreaGrant(area) {
        case .province: texts("settings.province")
        case .district(let code): territory.district(code)?.name ?? code
        case .commune(let code): territory.commune(code)?.name ?? code.description
        case .village(let code, let name): "\(name), \(territory.commune(code)?.name ?? code.description)"
        case nil: area
        }
    }
}
