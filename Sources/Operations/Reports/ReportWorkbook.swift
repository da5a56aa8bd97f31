import Foundation
import Outcomes
import Sheets
import Vocabulary

/// A report as a workbook in the official layout, a sheet for each table.
package enum ReportWorkbook {
    /// The bytes of a workbook of reports; the sheets are numbered in their order.
    ///
    /// - Parameters:
    ///   - reports: the reports, for example those of a form.
    ///   - table: only this table; nil for all.
    ///   - rules: letterhead and place.
    /// - Returns: the file.
    /// - Throws: `SheetError`.
    package static func bytes(_ reports: [Report], table: String? = nil, rules: ReportRules) throws -> Data {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("noiviec-report-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        var sheets: [OfficialSheet] = []
        for report in reports {
            for one in report.tables where table == nil || one.id == table {
                sheets.append(sheet(one, report, number: sheets.count + 1, rules))
            }
        }
        let file = folder.appendingPathComponent("report.xlsx")
        try OfficialWriter.write(sheets, to: file.path)
        return try Data(contentsOf: file)
    }

    private static func sheet(
        _ table: ReportTable,
        _ report: Report,
        number: Int,
        _ rules: ReportRules
    ) -> OfficialSheet {
        let frame = report.frame
        func row(_ row: ReportTable.Row) -> (label: String, cells: [OfficialSheet.Cell]) {
            let cells = zip(row.cells, table.columns).map { cell, column -> OfficialSheet.Cell in
                guard case .text(let text) = cell else { return OfficialSheet.Cell(cell) }
                return .text(report.labels.words(text, in: table, column: column).vi)
            }
            return (report.labels.label(row.key, in: table).vi, cells)
        }
        let policies = report.request.policy.map { [$0] } ?? frame.policyVersions
        let known = Day(inVietnamAtUnixSeconds: frame.knownAt)
        var notes = report.paragraph.map { [$0.vi] } ?? []
        notes.append(
            "Số liệu tính đến ngày \(frame.asOf.vietnamese), theo dữ liệu đã ghi đến ngày \(known.vietnamese)."
        )
        notes.append(
            "Chính sách áp dụng: \(policies.joined(separator: ", "))."
        )
        notes += table.columns.enumerated().map { place, column in
            "(\(place + 1)) \(column.title.vi): \(column.definition.vi)"
        }
        let day = frame.asOf.parts
        return OfficialSheet(
            name: "\(number). \(table.id)".prefix(31).description,
            letterhead: rules.letterhead,
            title: table.title.vi.uppercased(),
            subtitle: "(Kỳ báo cáo: từ ngày \(frame.from.vietnamese) đến ngày \(frame.to.vietnamese))",
            rowHeading: heading(table.by),
            columns: columns(table),
            rows: table.rows.map(row),
            total: table.total.map(row),
            notes: notes,
            dated: "\(rules.place), ngày \(day.day) tháng \(day.month) năm \(day.year)",
            signatures: ["NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"]
        )
    }

    private static func columns(_ table: ReportTable) -> [OfficialSheet.Column] {
        let number = Dictionary(uniqueKeysWithValues: table.columns.enumerated().map { ($0.element.id, $0.offset + 1) })
        return table.columns.enumerated().map { place, column in
            let own = place + 1
            let formula =
                switch column.formula {
                case .counted, .told: "\(own)"
                case .share(let part, of: let whole): "\(own)=\(number[part] ?? 0)/\(number[whole] ?? 0)*100"
                case .rate(let part, per: let whole): "\(own)=\(number[part] ?? 0)/\(number[whole] ?? 0)"
                }
            return OfficialSheet.Column(heading: column.title.vi, formula: formula)
        }
    }

    private static func heading(_ rows: ReportTable.Rows) -> String {
        switch rows {
        case .cut(.district): "Huyện, thành phố"
        case .cut(.unit), .cut(.commune): "Xã, phường, thị trấn"
        case .cut(.village): "Thôn, bản"
        case .month: "Tháng"
        case .day: "Ngày"
        case .cut, .codes, .none: "Chỉ tiêu"
        }
    }
}

extension OfficialSheet.Cell {
    fileprivate init(_ cell: ReportCell) {
        if case .day(let day) = cell {
            let parts = day.parts
            self = .day(year: parts.year, month: parts.month, day: parts.day)
            return
        }
        let isRate = if case .rate = cell { true } else { false }
        self =
            switch ReportView.Value(cell) {
            case .number(let number): .number(number)
            case .decimal(let number): .decimal(number, places: isRate ? 2 : 1)
            case .text(let text): .text(text)
            case .nothing: .empty
            }
    }
}

extension Report {
    /// The name of its file, without an ending: the report and its period.
    package var fileName: String { "\(request.kind.rawValue)-\(frame.from)-\(frame.to)" }
}

extension Office {
    /// Reports as a workbook, written away from the threads that answer requests.
    ///
    /// - Throws: `SheetError`.
    package func workbook(_ reports: [Report], table: String? = nil) async throws -> Data {
        let rules = programme.reports
        return try await Workbench.answer { try ReportWorkbook.bytes(reports, table: table, rules: rules) }
    }

    /// The reports of a form: both promises by old district, and retention.
    ///
    /// - Throws: `OperationError.refused`.
    package func form(_ form: ReportForm, year: Int, caller: Caller) async throws -> [Report] {
        guard let period = programme.period(of: form, year: year) else {
            throw OperationError.refused(.impossiblePeriod)
        }
        var reports: [Report] = []
        for kind in [ReportKind.connections, .coverage, .retention] {
            var request = ReportRequest(kind, from: period.from, to: period.to)
            request.by = .district
            reports.append(try await report(request, caller: caller))
        }
        return reports
    }

    /// The programme year that today lies in, in days: what is reported where no period is named.
    package func reportPeriod() -> (from: Day, to: Day) {
        let today = today()
        let frame = ReportFrame(
            from: today,
            to: today,
            asOf: today,
            knownAt: 0,
            policies: programme.placementPolicies,
            yearBegins: programme.reports.yearBegins
        )
        let from = frame.yearStart(of: today)
        return (from, from.adding(months: 12).adding(days: -1))
    }
}
