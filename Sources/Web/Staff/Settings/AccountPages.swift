import HTTPTypes
import Hummingbird
import Operations
import Store
import Vacancies
import Vocabulary

/// Staff accounts: who may sign in, as what, and whose people they see.
struct AccountPages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "account": PackageResources.account_mustache, "account-new": PackageResources.account_new_mustache,
        "accounts": PackageResources.accounts_mustache,
    ]

    private static let listed = 50

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("settings/users") { _, context in try await list(context) }
        group.get("settings/users/new") { _, context in try newAccount(Form(), nil, context) }
        group.post("settings/users") { request, context in try await make(request, context) }
        group.get("settings/users/{name}") { _, context in
            try await page(try await account(context), Form(), nil, context)
        }
        group.post("settings/users/{name}") { request, context in try await change(request, context) }
        group.post("settings/users/{name}/password") { request, context in try await setPassword(request, context) }
    }

    /// What the list shows.
    private struct ListModel: PageModel {
        let frame: Frame
        let accounts: [Line]
        let pager: Pager
    }

    /// An account in the list.
    private struct Line {
        let address: String
        let name: String
        let fullName: String
        let role: String
        let areas: String
        let isDisabled: Bool
        let mustChange: Bool
    }

    private func list(_ context: CallerContext) async throws -> Response {
        let all = try await office.accounts(caller: context.caller)
        let texts = pages.texts(context)
        let query = PageQuery(context)
        let after = try query.place(Int64.self)
        let start = after.flatMap { id in all.firstIndex { $0.id == id } }.map { $0 + 1 } ?? 0
        let rest = Array(all.dropFirst(start))
        let model = ListModel(
            frame: pages.frame(texts("accounts.title"), in: .settings, context),
            accounts: rest.prefix(AccountPages.listed).map { account in
                Line(
                    address: "/settings/users/\(account.name)",
                    name: account.name,
                    fullName: account.fullName,
                    role: role(account, texts),
                    areas: account.areas.map { AreaWords.text($0, office.programme.territory, texts) }
                        .joined(separator: "; "),
                    isDisabled: account.isDisabled,
                    mustChange: account.mustChangePassword
                )
            },
            pager: try query.pager(rest, size: AccountPages.listed, place: \.id)
        )
        return try pages.render("accounts", model)
    }

    private func role(_ account: StaffAccount, _ texts: Texts) -> String {
        Role(rawValue: account.role).map { texts($0.wording) } ?? account.role
    }

    private func account(_ context: CallerContext) async throws -> StaffAccount {
        let all = try await office.accounts(caller: context.caller)
        guard let account = all.first(where: { $0.name == context.parameters.get("name") }) else {
            throw HTTPError(.notFound)
        }
        return account
    }

    /// What the page for a new account shows.
    private struct NewModel: PageModel {
        let frame: Frame
        let problem: String?
        let passwordProblem: String?
        let fields: [Field]
    }

    private func newAccount(
        _ form: Form,
        _ faults: Form.Faults?,
        status: HTTPResponse.Status = .ok,
        _ context: CallerContext
    ) throws -> Response {
        try context.caller.require(.manageAccounts)
        let texts = pages.texts(context)
        let fields: [Field] = [
            .line("name", texts("accounts.name"), form.text("name"), longest: 40).required
                .hint(texts("accounts.name.hint")).error(faults, texts),
            fullName(form.text("fullName"), faults, texts), roles(form.text("role"), faults, texts),
            areas(form.text("areas"), faults, texts), employers(form.text("employers"), faults, texts),
        ]
        let model = NewModel(
            frame: pages.frame(texts("accounts.new"), in: .settings, context),
            problem: faults?.general(texts),
            passwordProblem: faults?.faults["password"].map { texts($0) },
            fields: fields
        )
        return try pages.render("account-new", model, status: status)
    }

    private func make(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.manageAccounts)
        let form = try await Form.read(request)
        do {
            let body = try await numbered(form).read(AccountBody.self, AccountsAPI.making)
            let account = try await office.addAccount(try body.account(), caller: context.caller)
            return context.goOn(to: "/settings/users/\(account.name)", done: "account-made")
        } catch {
            let (faults, status) = try Form.Faults.of(error)
            return try newAccount(form, faults, status: status, context)
        }
    }

    /// What an account's page shows.
    private struct Model: PageModel {
        let frame: Frame
        let address: String
        let name: String
        let made: String
        let isDisabled: Bool
        let mustChange: Bool
        let isOwn: Bool
        let version: String
        let problem: String?
        let passwordProblem: String?
        let fields: [Field]
        let hasLinks: Bool
        let links: [Link]
    }

    /// An employer that the person is linked to.
    private struct Link {
        let name: String
        let number: String
    }

    /// The page of an account: what was typed stands before what is stored, and beside it where it is stale.
    private func page(
        _ account: StaffAccount,
        _ form: Form,
        _ faults: Form.Faults?,
        passwordProblem: String? = nil,
        isStale: Bool = false,
        status: HTTPResponse.Status = .ok,
        _ context: CallerContext
    ) async throws -> Response {
        let texts = pages.texts(context)
        let isOwn = account.name == context.caller.name
        let isTyped = form.names.contains("version")
        func typed(_ name: String, _ stored: String) -> String { isTyped ? form.text(name) ?? "" : stored }
        func theirs(_ name: String, _ stored: String, _ words: String? = nil) -> String? {
            isStale && (form.text(name) ?? "") != stored ? words ?? (stored.isEmpty ? "—" : stored) : nil
        }
        let areaText = account.areas.joined(separator: "\n")
        let employerText = account.employers.map(String.init).joined(separator: "\n")
        var fields = [
            fullName(typed("fullName", account.fullName), faults, texts)
                .theirs(theirs("fullName", account.fullName))
        ]
        if !isOwn {
            let isDisabled = isTyped ? form.isTicked("isDisabled") : account.isDisabled
            fields += [
                roles(typed("role", account.role), faults, texts)
                    .theirs(theirs("role", account.role, role(account, texts))),
                areas(typed("areas", areaText), faults, texts).theirs(theirs("areas", areaText)),
                employers(typed("employers", employerText), faults, texts).theirs(theirs("employers", employerText)),
                .tick("isDisabled", texts("accounts.disabled"), isDisabled).hint(texts("accounts.disabled.hint"))
                    .theirs(
                        isStale && isDisabled != account.isDisabled
                            ? texts(account.isDisabled ? "accounts.is-disabled" : "accounts.is-open") : nil
                    ),
            ]
        }
        let names = try await office.store.read { [employers = account.employers] reading in
            try employers.compactMap { number in
                try EmployerID(number).flatMap { try reading.employer($0) }.map { (number, $0.name) }
            }
        }
        let model = Model(
            frame: pages.frame(account.name, in: .settings, context),
            address: "/settings/users/\(account.name)",
            name: account.name,
            made: Day.moment(account.createdAt),
            isDisabled: account.isDisabled,
            mustChange: account.mustChangePassword,
            isOwn: isOwn,
            version: String(account.version),
            problem: isStale ? texts("accounts.stale") : faults?.general(texts),
            passwordProblem: passwordProblem,
            fields: fields,
            hasLinks: !names.isEmpty,
            links: names.map { Link(name: $0.1, number: String($0.0)) }
        )
        return try await render(model, status)
    }

    private func render(_ model: Model, _ status: HTTPResponse.Status) async throws -> Response {
        try pages.render("account", model, status: status)
    }

    private func change(_ request: Request, _ context: CallerContext) async throws -> Response {
        let account = try await account(context)
        let form = try await Form.read(request)
        do {
            let body = try await numbered(form).read(AccountBody.self, AccountsAPI.changing)
            var change = try body.change()
            change.fullName = form.text("fullName") ?? ""
            if account.name != context.caller.name { change.isDisabled = form.isTicked("isDisabled") }
            guard let version = form.integer("version") else { throw HTTPError(.badRequest) }
            try await office.changeAccount(account.name, change, version: version, caller: context.caller)
            return context.goOn(to: "/settings/users/\(account.name)", done: "account-changed")
        } catch OperationError.refused(let refusal) where refusal.kind == .stale {
            let now = try await self.account(context)
            return try await page(now, form, nil, isStale: true, status: .preconditionFailed, context)
        } catch {
            let (faults, status) = try Form.Faults.of(error)
            return try await page(account, form, faults, status: status, context)
        }
    }

    private func setPassword(_ request: Request, _ context: CallerContext) async throws -> Response {
        let account = try await account(context)
        let form = try await Form.read(request)
        do {
            try await office.setPassword(
                form.typed("password"),
                of: account.name,
                mustChange: true,
                caller: context.caller
            )
            return context.goOn(to: "/settings/users/\(account.name)", done: "password-set")
        } catch OperationError.refused(let refusal) {
            return try await page(
                account,
                Form(),
                nil,
                passwordProblem: pages.texts(context)(refusal),
                status: .unprocessableContent,
                context
            )
        }
    }

    private func fullName(_ value: String?, _ faults: Form.Faults?, _ texts: Texts) -> Field {
        .line("fullName", texts("accounts.full-name"), value, longest: 100).error(faults, texts)
    }

    private func roles(_ value: String?, _ faults: Form.Faults?, _ texts: Texts) -> Field {
        .choice(
            "role",
            texts("accounts.role"),
            value,
            [("", "—")] + Role.allCases.map { ($0.rawValue, texts($0.wording)) }
        ).required.hint(texts("accounts.role.hint")).error(faults, texts)
    }

    private func areas(_ value: String?, _ faults: Form.Faults?, _ texts: Texts) -> Field {
        .area("areas", texts("accounts.areas"), value).required.hint(texts("accounts.areas.hint"))
            .error(faults, texts)
    }

    private func employers(_ value: String?, _ faults: Form.Faults?, _ texts: Texts) -> Field {
        .area("employers", texts("accounts.employers"), value).hint(texts("accounts.employers.hint"))
            .error(faults, texts)
    }

    /// The form with its lines apart, and employers by their numbers where their tax codes were written.
    private func numbered(_ form: Form) async throws -> Form {
        let lines = form.split("areas", "employers")
        let codes = lines.all("employers")
        if codes.isEmpty { return lines }
        let numbers = try await office.store.read { reading in
            try codes.map { code in
                try TaxCode(code).flatMap { try reading.employer(coded: $0) }.map { String($0.rawValue) } ?? code
            }
        }
        return lines.with("employers", numbers)
    }
}
