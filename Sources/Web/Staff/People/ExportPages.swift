import Foundation
import HTTPTypes
import Hummingbird
import Operations

/// A list of people as a file, for a purpose that is noted.
struct ExportPages: PageGroup {
    static let templates: [String: [UInt8]] = ["households-export": PackageResources.households_export_mustache]

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("households/export") { _, context in try await export(context) }
    }

    /// What is asked before a file is written.
    private struct Model: PageModel {
        let frame: Frame
        let back: String
        let problem: String?
        let filter: [Filter]
        let purpose: Field
    }

    /// A part of the list's filter that goes along.
    private struct Filter {
        let name: String
        let value: String
    }

    private func export(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.exportPeople)
        let query = PageQuery(context)
        guard let purpose: OpeningPurpose = query.code("purpose") else { return try form(nil, context) }
        let filter = HouseholdPages.filter(query, context.caller, office.programme.territory)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("noiviec-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        // What is left here is nobody's: whoever asked has the file now.
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("danh-sach-\(office.today()).xlsx").path
        do {
            _ = try await office.exportPeople(filter, purpose: purpose, to: path, caller: context.caller)
        } catch OperationError.refused(let refusal) where refusal.kind == .invalid {
            return try form(refusal, context)
        }
        guard let bytes = FileManager.default.contents(atPath: path) else { throw HTTPError(.internalServerError) }
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                .contentDisposition: "attachment; filename=\"danh-sach-\(office.today()).xlsx\"",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    private func form(_ refusal: Refusal?, _ context: CallerContext) throws -> Response {
        let texts = pages.texts(context)
        let filter = context.page.query.filter { !["purpose", "cursor", "done", "undo"].contains($0.key) }
        let purposes = [("", "")] + OpeningPurpose.allCases.map { ($0.rawValue, texts($0.wording)) }
        let model = Model(
            frame: pages.frame(texts("household.export"), in: .households, context),
            back: PageAddress.text("/households", filter),
            problem: refusal.map { texts($0) },
            filter: filter.sorted { $0.key < $1.key }.map { Filter(name: $0.key, value: $0.value) },
            purpose: Field.choice("purpose", texts("export.purpose"), context.page.query["purpose"], purposes).required
        )
        let status: HTTPResponse.Status = refusal == nil ? .ok : .unprocessableContent
        return try pages.render("households-export", model, status: status)
    }
}
