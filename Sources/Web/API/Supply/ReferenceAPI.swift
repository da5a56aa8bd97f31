import Households
import Operations
import Referrals
import Scoring
import Vocabulary

/// The lists of codes that everything else is written in, each with an `ETag`.
struct ReferenceAPI: EndpointGroup {
    let office: Office

    /// A list of codes.
    private enum List: String, CaseIterable {
        case communes, districts, units, occupations, classes, roles, scopes, questions, exits, ends
    }

    /// A code with its name.
    private struct Entry: Encodable {
        let code: String
        let name: String
        var english: String?
        /// The code of what it lies in.
        var parent: String?
        /// The codes of what it was made of.
        var parts: [String]?

        init(code: String, name: String, parent: String? = nil, parts: [String]? = nil) {
            self.code = code
            self.name = name
            self.parent = parent
            self.parts = parts
        }

        init(_ code: String, _ wording: Wording) {
            self.code = code
            name = wording.vi
            english = wording.en
        }
    }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get,
                "/v1/reference",
                id: "listReferences",
                tag: "reference",
                "The names of the lists of codes.",
                access: .signedIn,
                success: [.tagged(.object([.required("items", .array(.anyText, atMost: 100))]))]
            ) { _ in try .tagged(["items": List.allCases.map(\.rawValue)]) },
            Endpoint(
                .get,
                "/v1/reference/{list}",
                id: "getReference",
                tag: "reference",
                "One list of codes, in the order of the codes.",
                access: .signedIn,
                segments: ["list": .codes(of: List.self)],
                success: [.tagged(ReferenceAPI.schema)]
            ) { request in
                guard let list = List(rawValue: request.segment("list")) else { throw Problem.notFound }
                return try .tagged(["items": entries(of: list)])
            },
        ]
    }

    private static let schema = Schema.object([
        .required(
            "items",
            .array(
                .named(
                    "ReferenceEntry",
                    .object([
                        .required("code", .anyText), .required("name", .anyText), .optional("english", .anyText),
                        .optional("parent", .anyText), .optional("parts", .array(.anyText, atMost: 1000)),
                    ])
                ),
                atMost: 100_000
            )
        )
    ])

    private func entries(of list: List) -> [Entry] {
        let programme = office.programme
        let territory = programme.territory
        switch list {
        case .communes:
            return territory.communes.map { Entry(code: $0.code.description, name: $0.name, parent: $0.district) }
        case .districts: return territory.districts.map { Entry(code: $0.code, name: $0.name) }
        case .units:
            return (territory.reform?.units ?? []).map { unit in
                Entry(code: unit.code.description, name: unit.name, parts: unit.communes.map(\.description))
            }
        case .occupations:
            return programme.occupationNames.sorted { $0.key < $1.key }.map { Entry(code: $0.key, name: $0.value) }
        case .classes: return PovertyClass.allCases.map { Entry($0.rawValue, $0.wording) }
        case .roles: return Role.allCases.map { Entry($0.rawValue, $0.wording) }
        case .scopes: return TokenScope.allCases.map { Entry($0.rawValue, $0.wording) }
        case .questions:
            return Questions.all.flatMap { question, name in question.wordings.map { Entry(name, $0) } }
        case .exits: return ExitReason.allCases.map { Entry($0.rawValue, $0.wording) }
        case .ends: return EndReason.allCases.map { Entry($0.rawValue, $0.wording) }
        }
    }
}
