import Households
import Hummingbird
import Operations

/// What a call brought, recorded with one click.
struct CallAnswerPages: PageGroup {
    static let templates: [String: [UInt8]] = [:]

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.post("members/{member}/answer") { request, context in
            let member = try await member(context)
            let form = try await Form.read(request)
            let answers = try MemberAnswers([form.typed("field"): form.text("value") ?? ""])
            guard let version = form.integer("version") else { throw OperationError.refused(.stale) }
            _ = try await office.recordAnswers(caller: context.caller, member, version: Int(version), answers)
            return context.goOn(to: back(form), done: "call-answered")
        }
        group.post("members/{member}/unreached") { request, context in
            let member = try await member(context)
            let form = try await Form.read(request)
            try await office.recordUnreached(caller: context.caller, member)
            return context.goOn(to: back(form), done: "call-unreached")
        }
        group.post("members/{member}/unreached/undo") { request, context in
            let member = try await member(context)
            let form = try await Form.read(request)
            try await office.undoUnreached(caller: context.caller, member)
            return context.goOn(to: back(form), done: "undone")
        }
    }

    /// The person who was called, where the caller may answer for them.
    private func member(_ context: CallerContext) async throws -> MemberID {
        try context.caller.require(.changePeople)
        let id: MemberID = try context.id("member")
        let area = context.caller.area
        guard try await office.store.read({ try $0.memberRow(id, in: area, run: 0) }) != nil else {
            throw HTTPError(.notFound)
        }
        return id
    }

    private func back(_ form: Form) -> String { PageAddress.ownPath(form.text("back")) ?? "/" }
}
