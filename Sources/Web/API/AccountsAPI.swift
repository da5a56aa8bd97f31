import Operations
import Vocabulary

/// Staff accounts.
struct AccountsAPI: EndpointGroup {
    let office: Office

    private static let schema = Schema.named(
        "Account",
        .object([
            .required("id", .number), .required("name", .anyText), .required("fullName", .anyText),
            .required("role", .codes(of: Role.self)), .required("areas", .array(.anyText, atMost: 1000)),
            .required("employers", .array(.id, atMost: 1000)), .required("isDisabled", .boolean),
            .required("mustChangePassword", .boolean), .required("createdAt", .instant), .required("version", .number),
        ])
    )
    /// An area as `AreaGrant` reads it.
    static let area = Schema.described(
        "`all`, a district before July 2025 (`060`), a commune (`01864`) or a village of one (`01864/Nà Nghè`).",
        .text(3...120)
    )

    /// What is sent of an account that is made.
    static let making = changes([
        .required("name", .text(1...100)), .required("password", .text(1...1000)),
        .required("role", .codes(of: Role.self)), .required("areas", .array(AccountsAPI.area, atMost: 200)),
    ])
    /// What is sent of an account that is changed.
    static let changing = changes([
        .optional("role", .codes(of: Role.self)), .optional("areas", .array(AccountsAPI.area, atMost: 200)),
        .optional("isDisabled", .boolean),
    ])

    private static func changes(_ more: [Schema.Property]) -> Schema {
        .object(
            more + [
                .optional("fullName", .text(0...100)),
                .optional("employers", .array(.id, atMost: 100)),
            ]
        )
    }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get,
                "/v1/accounts",
                id: "listAccounts",
                tag: "access",
                "Staff accounts, by name.",
                access: .may(.manageAccounts),
                parameters: Parameter.paging,
                success: [.page(of: AccountsAPI.schema)]
            ) { request in
                let all = try await office.accounts(caller: request.caller)
                let after = try request.place(String.self)
                let rest = all.drop { account in
                    after.map { account.name.utf8.lexicographicallyPrecedes($0.utf8) || account.name == $0 } ?? false
                }
                return try request.page(
                    Array(rest.prefix(request.limit + 1)),
                    total: request.wantsTotal ? all.count : nil,
                    place: { $0.name },
                    item: { $0 }
                )
            },
            Endpoint(
                .get,
                "/v1/accounts/{name}",
                id: "getAccount",
                tag: "access",
                "One account.",
                access: .may(.manageAccounts),
                segments: ["name": .text(1...100)],
                success: [.tagged(AccountsAPI.schema)]
            ) { request in
                let all = try await office.accounts(caller: request.caller)
                guard let account = all.first(where: { $0.name == request.segment("name") }) else {
                    throw Problem.notFound
                }
                return try .ok(account, version: account.version)
            },
            Endpoint(
                .post,
                "/v1/accounts",
                id: "makeAccount",
                tag: "access",
                "Make an account; the person must choose another password at the first sign-in.",
                access: .may(.manageAccounts),
                body: .json(
                    AccountsAPI.making
                ),
                success: [.created(AccountsAPI.schema)],
                refusals: [.accountExists, .accountName, .weakPassword, .noArea, .badArea, .fullName, .signInBusy]
            ) { request in try await make(request) },
            Endpoint(
                .patch,
                "/v1/accounts/{name}",
                id: "changeAccount",
                tag: "access",
                "Change an account; what is not sent stays. It holds from the next request on.",
                access: .may(.manageAccounts),
                segments: ["name": .text(1...100)],
                body: .json(AccountsAPI.changing),
                success: [.tagged(AccountsAPI.schema)],
                refusals: [.notFound, .ownAccount, .noArea, .badArea, .fullName, .stale],
                demands: [.ifMatch]
            ) { request in try await change(request) },
            Endpoint(
                .post,
                "/v1/accounts/{name}/password",
                id: "setPassword",
                tag: "access",
                "Give an account another password, which its person must change; its sessions end.",
                access: .may(.manageAccounts),
                segments: ["name": .text(1...100)],
                body: .json(.object([.required("password", .text(1...1000))])),
                success: [.nothing],
                refusals: [.notFound, .weakPassword, .signInBusy]
            ) { request in
                let sent: NewPassword = try request.body()
                try await office.setPassword(
                    sent.password,
                    of: request.segment("name"),
                    mustChange: true,
                    caller: request.caller
                )
                return .nothing
            },
        ]
    }

    /// A password that is set.
    private struct NewPassword: Decodable {
        let password: String
    }

    private func make(_ request: APIRequest) async throws -> APIAnswer {
        let sent: AccountBody = try request.body()
        let made = try await office.addAccount(try sent.account(), caller: request.caller)
        return try .created(made, at: "/v1/accounts/\(made.name)", version: made.version)
    }

    private func change(_ request: APIRequest) async throws -> APIAnswer {
        let sent: AccountBody = try request.body()
        let account = try await office.changeAccount(
            request.segment("name"),
            try sent.change(),
            version: request.version,
            caller: request.caller
        )
        return try .ok(account, version: account.version)
    }
}

/// What is sent of an account.
struct AccountBody: Decodable {
    let name: String?
    let password: String?
    let role: String?
    let areas: [String]?
    let fullName: String?
    let employers: [Int64]?
    let isDisabled: Bool?

    /// The account that is to be made.
    ///
    /// - Throws: `OperationError.refused` where an area is none.
    func account() throws -> NewAccount {
        guard let name, let password, let role = role.flatMap(Role.init) else { throw Problem.badRequest }
        var account = NewAccount(name: name, password: password, role: role, areas: try Set.areas(areas ?? []))
        account.fullName = fullName ?? ""
        account.employers = Set(employers ?? [])
        return account
    }

    /// What is to be true of an account.
    ///
    /// - Throws: `OperationError.refused` where an area is none.
    func change() throws -> AccountChange {
        var change = AccountChange()
        change.role = role.flatMap(Role.init)
        change.areas = try areas.map { try Set.areas($0) }
        change.fullName = fullName
        change.employers = employers.map { Set($0) }
        change.isDisabled = isDisabled
        return change
    }
}

extension Set<AreaGrant> {
    /// The areas that texts name.
    ///
    /// - Throws: `OperationError.refused` where one names none.
    static func areas(_ texts: [String]) throws -> Set<AreaGrant> {
        Set(
            try texts.map { text in
                guard let area = AreaGrant(text) else { throw OperationError.refused(.badArea) }
                return area
            }
        )
    }
}

extension Refusal {
    /// A text that names no area.
    static let badArea = Refusal(
        .invalid,
        "unknown_area",
        field: "areas",
        "An area is all, a district (060), a commune (01864) or a village (01864/Nà Nghè) of before July 2025.",
        "Địa bàn là all, huyện cũ (060), xã cũ (01864) hoặc thôn (01864/Nà Nghè)."
    )
}
