import HTTPTypes
import Hummingbird
import Operations
import Vocabulary

/// Tokens of programs: made, with the secret shown once, and taken back.
struct TokenPages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "token-new": PackageResources.token_new_mustache, "token-secret": PackageResources.token_secret_mustache,
        "tokens": PackageResources.tokens_mustache,
    ]

    private static let listed = 50

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("settings/tokens") { _, context in try await list(context) }
        group.get("settings/tokens/new") { _, context in try newToken(Form(), nil, context) }
        group.post("settings/tokens") { request, context in try await make(request, context) }
        group.post("settings/tokens/{token}/revoke") { _, context in try await revoke(context) }
    }

    /// What the list shows.
    private struct ListModel: PageModel {
        let frame: Frame
        let hasTokens: Bool
        let tokens: [Line]
        let pager: Pager
    }

    /// A token in the list.
    private struct Line {
        let name: String
        let scopes: String
        let areas: String
        let madeBy: String
        let made: String
        let ends: String
        let used: String
        let isGood: Bool
        let revoke: String
    }

    private func list(_ context: CallerContext) async throws -> Response {
        let all = try await office.tokens(caller: context.caller)
        let texts = pages.texts(context)
        let query = PageQuery(context)
        let before = try query.place(Int64.self) ?? .max
        let rest = all.filter { $0.id < before }
        let shown = rest.prefix(TokenPages.listed)
        let model = ListModel(
            frame: pages.frame(texts("tokens.title"), in: .settings, context),
            hasTokens: !shown.isEmpty,
            tokens: shown.map { line($0, texts) },
            pager: try query.pager(rest, size: TokenPages.listed, place: \.id)
        )
        return try pages.render("tokens", model)
    }

    private func line(_ token: ProgramToken, _ texts: Texts) -> Line {
        Line(
            name: token.name,
            scopes: token.scopes.map { TokenScope(rawValue: $0).map { texts($0.wording) } ?? $0 }
                .joined(separator: "; "),
            areas: token.areas.map { AreaWords.text($0, office.programme.territory, texts) }.joined(separator: "; "),
            madeBy: token.madeBy,
            made: Day.moment(token.madeAt),
            ends: Day.moment(token.expiresAt),
            used: token.usedOn.flatMap { Day(iso: $0)?.vietnamese } ?? texts("tokens.unused"),
            isGood: token.isGood,
            revoke: "/settings/tokens/\(token.id)/revoke"
        )
    }

    /// What the page for a new token shows.
    private struct NewModel: PageModel {
        let frame: Frame
        let problem: String?
        let fields: [Field]
    }

    private func newToken(
        _ form: Form,
        _ faults: Form.Faults?,
        status: HTTPResponse.Status = .ok,
        _ context: CallerContext
    ) throws -> Response {
        try context.caller.require(.manageAccounts)
        let texts = pages.texts(context)
        let fields: [Field] = [
            .line("name", texts("tokens.name"), form.text("name"), longest: 40).required
                .hint(texts("accounts.name.hint")).error(faults, texts),
            .ticks(
                "scopes",
                texts("tokens.scopes"),
                form.all("scopes"),
                TokenScope.allCases.map { ($0.rawValue, texts($0.wording)) }
            ).error(faults, texts),
            .area("areas", texts("tokens.areas"), form.text("areas") ?? AreaGrant.province.description).required
                .hint(texts("accounts.areas.hint")).error(faults, texts),
            .number("days", texts("tokens.days"), form.text("days") ?? "90").required.hint(texts("tokens.days.hint"))
                .error(faults, texts),
        ]
        let model = NewModel(
            frame: pages.frame(texts("tokens.new"), in: .settings, context),
            problem: faults?.general(texts),
            fields: fields
        )
        return try pages.render("token-new", model, status: status)
    }

    /// What the page with a new token's secret shows.
    private struct SecretModel: PageModel {
        let frame: Frame
        let name: String
        let ends: String
        let secret: String
    }

    private func make(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.manageAccounts)
        let form = try await Form.read(request)
        do {
            let sent = try form.split("areas").read(TokensAPI.Sent.self, TokensAPI.making)
            let made = try await office.makeToken(
                sent.name,
                scopes: Set(sent.scopes.compactMap(TokenScope.init)),
                areas: try Set.areas(sent.areas),
                days: sent.days,
                caller: context.caller
            )
            // In the answer itself and at no address, so that nothing keeps it.
            let model = SecretModel(
                frame: pages.frame(pages.texts(context)("tokens.made"), in: .settings, context),
                name: made.token.name,
                ends: Day.moment(made.token.expiresAt),
                secret: made.secret
            )
            return try pages.render("token-secret", model, status: .created)
        } catch {
            let (faults, status) = try Form.Faults.of(error)
            return try newToken(form, faults, status: status, context)
        }
    }

    private func revoke(_ context: CallerContext) async throws -> Response {
        guard let id = context.parameters.get("token", as: Int64.self) else { throw HTTPError(.notFound) }
        _ = try await office.revokeTokens(id: id, caller: context.caller)
        return context.goOn(to: "/settings/tokens", done: "token-revoked")
    }
}
