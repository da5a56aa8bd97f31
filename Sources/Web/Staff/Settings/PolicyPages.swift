import Hummingbird
import Operations

/// The rules that the office works by, each with the day since which it holds; they are changed in Config only.
struct PolicyPages: PageGroup {
    static let templates: [String: [UInt8]] = ["policies": PackageResources.policies_mustache]

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("settings/policies") { _, context in try page(context) }
    }

    /// What the page shows.
    private struct Model: PageModel {
        let frame: Frame
        let tables: [PolicyTable]
    }

    private func page(_ context: CallerContext) throws -> Response {
        let texts = pages.texts(context)
        let model = Model(
            frame: pages.frame(texts("policies.title"), in: .settings, context),
            tables: PolicyTable.all(office.programme, on: office.today(), texts)
        )
        return try pages.render("policies", model)
    }
}
