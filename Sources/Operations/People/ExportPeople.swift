import Foundation
import Households
import Sheets
import Store
import Vocabulary

extension Office {
    /// The most households that one file may hold.
    package static let mostExported = 5000

    /// Writes the members of the households that a filter lets through into a workbook, without identity numbers and
    /// telephones; who did, for what and of how many people goes into the audit, and the file is noted.
    ///
    /// - Parameters:
    ///   - filter: which households; its area is the caller's, whatever it says.
    ///   - purpose: what for.
    ///   - path: where it is written.
    ///   - caller: who asks.
    /// - Returns: how many people stand in it.
    /// - Throws: `OperationError.refused`, `OperationError.cannotWrite`.
    package func exportPeople(
        _ filter: HouseholdFilter,
        purpose: OpeningPurpose,
        to path: String,
        caller: Caller
    ) async throws -> Int {
        try caller.require(.exportPeople)
        var visible = filter
        visible.area = caller.area
        let (day, programme) = (today(), programme)
        let (rows, members) = try await store.read { [visible] reading -> ([[String]], [MemberID]) in
            let run = try reading.latestRunNumber() ?? 0
            guard try reading.householdCount(visible, run: run) <= Office.mostExported else {
                throw OperationError.refused(.tooManyToExport)
            }
            var (rows, members): ([[String]], [MemberID]) = ([], [])
            for household in try reading.households(visible, run: run, after: nil, limit: Office.mostExported) {
                for member in try reading.members(of: household.id) where member.departure == nil {
                    rows.append(ExportColumn.allCases.map { $0.text(member, household, on: day, programme) })
                    members.append(member.id)
                }
            }
            return (rows, members)
        }
        // Before anything is written.
        try await store.write { writing in
            try noteAccess(
                to: nil,
                action: "export_people",
                purpose: purpose,
                count: members.count,
                caller: caller,
                writing
            )
        }
        try await register(file: path, .export, members: members)
        let table = SheetTable(
            name: "Danh sách",
            title: nil,
            columns: ExportColumn.allCases.map { SheetTable.Column(heading: $0.heading) },
            rows: rows
        )
        do {
            try await Workbench.run {
                try SheetWriter.write([table], to: path)
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            }
        } catch {
            throw OperationError.cannotWrite(file: path)
        }
        return rows.count
    }
}

/// The columns of a list of people as a file.
private enum ExportColumn: CaseIterable {
    case household, commune, village, povertyClass, covered, name, birthYear, sex, relation, standing

    /// Its heading.
    var heading: String {
        switch self {
        case .household: "Mã hộ"
        case .commune: "Xã, phường, thị trấn"
        case .village: "Thôn"
        case .povertyClass: "Diện hộ"
        case .covered: "Hộ đã có việc bền vững"
        case .name: "Họ và tên"
        case .birthYear: "Năm sinh"
        case .sex: "Giới tính"
        case .relation: "Quan hệ với chủ hộ"
        case .standing: "Có thể đi làm"
        }
    }

    /// What stands in it for a member.
    func text(_ member: Member, _ row: HouseholdRow, on day: Day, _ programme: Programme) -> String {
        switch self {
        case .household: row.code
        case .commune: programme.territory.commune(row.commune)?.name ?? row.commune.description
        case .village: row.village
        case .povertyClass: row.povertyClass.wording.vi
        case .covered: row.isCovered ? "có" : "không"
        case .name: member.name
        case .birthYear: member.birth?.reckoned.map { String($0.year) } ?? ""
        case .sex: member.sex?.wording.vi ?? ""
        case .relation: member.relation
        case .standing:
            switch Standing.of(member, on: day, workingAge: programme.workingAge) {
            case .seeker: "đang cần việc"
            case .notSeeking(let reason): reason.wording.vi
            }
        }
    }
}

extension Refusal {
    /// More households would stand in one file than may.
    static let tooManyToExport = Refusal(
        .invalid,
        "too_many_to_export",
        "A file holds at most 5,000 households; choose a commune, or filter more.",
        "Một tệp có tối đa 5.000 hộ; hãy chọn xã hoặc lọc thêm."
    )
}
