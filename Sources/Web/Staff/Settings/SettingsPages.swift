import Hummingbird
import Operations
import Vocabulary

/// What somebody can set for themselves, what roles may do, and the areas that there are.
struct SettingsPages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "areas": PackageResources.areas_mustache, "roles": PackageResources.roles_mustache,
        "settings": PackageResources.settings_mustache,
    ]

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("settings") { _, context in try settings(context) }
        group.get("settings/roles") { _, context in try roles(context) }
        group.get("settings/areas") { _, context in try areas(context) }
    }

    /// What the first page shows.
    private struct Model: PageModel {
        let frame: Frame
        let name: String
        let role: String?
        let areas: String
        let takesKeys: Bool
        let keepsAccounts: Bool
        let readsAudit: Bool
    }

    private func settings(_ context: CallerContext) throws -> Response {
        let texts = pages.texts(context)
        let caller = context.caller
        let model = Model(
            frame: pages.frame(texts("settings.title"), in: .settings, context),
            name: caller.name,
            role: caller.role.map { texts($0.wording) },
            areas: areas(of: caller, texts),
            takesKeys: context.choices.takesFunctionKeys,
            keepsAccounts: caller.may(.manageAccounts),
            readsAudit: caller.may(.readAudit) && caller.area.isEverywhere
        )
        return try pages.render("settings", model)
    }

    private func areas(of caller: Caller, _ texts: Texts) -> String {
        if caller.area.isEverywhere { return texts("settings.province") }
        let communes = caller.area.communes.sorted().compactMap { office.programme.territory.commune($0)?.name }
        let villages = caller.area.villages.sorted { $0.key < $1.key }.flatMap { code, names in
            names.sorted().map { "\($0), \(office.programme.territory.commune(code)?.name ?? code.description)" }
        }
        let all = communes + villages
        return all.isEmpty ? texts("settings.nowhere") : all.joined(separator: "; ")
    }

    /// What the page of roles shows.
    private struct RolesModel: PageModel {
        let frame: Frame
        let roles: [Named]
        let scopes: [Named]
    }

    /// A role, or what a program may do, with its permissions.
    private struct Named {
        let title: String
        let permissions: [Line]
    }

    /// A permission in words.
    private struct Line {
        let text: String
    }

    private func roles(_ context: CallerContext) throws -> Response {
        let texts = pages.texts(context)
        func named(_ title: Wording, _ permissions: Set<Permission>) -> Named {
            Named(
                title: texts(title),
                permissions: Permission.allCases.filter(permissions.contains).map { Line(text: texts($0.wording)) }
            )
        }
        let model = RolesModel(
            frame: pages.frame(texts("roles.title"), in: .settings, context),
            roles: Role.allCases.map { named($0.wording, $0.permissions) },
            scopes: TokenScope.allCases.map { named($0.wording, $0.permissions) }
        )
        return try pages.render("roles", model)
    }

    /// What the page of areas shows.
    private struct AreasModel: PageModel {
        let frame: Frame
        let districts: [District]
    }

    /// A district with its communes.
    private struct District {
        let code: String
        let name: String
        let communes: [Commune]
    }

    /// A commune.
    private struct Commune {
        let code: String
        let name: String
    }

    private func areas(_ context: CallerContext) throws -> Response {
        let texts = pages.texts(context)
        let territory = office.programme.territory
        let model = AreasModel(
            frame: pages.frame(texts("areas.title"), in: .settings, context),
            districts: territory.districts.map { district in
                District(
                    code: district.code,
                    name: district.name,
                    communes: territory.communes.filter { $0.district == district.code }.map {
                        Commune(code: $0.code.description, name: $0.name)
                    }
                )
            }
        )
        return try pages.render("areas", model)
    }
}
