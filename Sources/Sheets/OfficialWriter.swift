import CXLSXWriter

/// Writes official sheets into a workbook, each on its sheet, with real numbers and days and the headings frozen.
package enum OfficialWriter {
    /// Writes a workbook.
    ///
    /// - Throws: `SheetError`.
    package static func write(_ sheets: [OfficialSheet], to path: String) throws(SheetError) {
        guard let book = workbook_new(path) else { throw .cannotWrite(code: 1) }
        let formats = Formats(book)
        for sheet in sheets { write(sheet, to: book, formats) }
        let code = workbook_close(book)
        if code != LXW_NO_ERROR { throw .cannotWrite(code: code.rawValue) }
    }

    /// How cells look.
    private struct Formats {
        typealias Format = UnsafeMutablePointer<lxw_format>
        let plain, bold, title, italic, heading, label, number, percent, rate, day: Format?
        let boldLabel, boldNumber, boldPercent, boldRate: Format?

        init(_ book: UnsafeMutablePointer<lxw_workbook>) {
            func make(
                bold: Bool = false,
                border: Bool = false,
                centred: Bool = false,
                wrap: Bool = false,
                italic: Bool = false,
                size: Double = 12,
                number: String? = nil
            ) -> Format? {
                let format = workbook_add_format(book)
                format_set_font_name(format, "Times New Roman")
                format_set_font_size(format, size)
                if bold { format_set_bold(format) }
                if italic { format_set_italic(format) }
                if border { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
                if centred {
                    format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
                    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
                }
                if wrap { format_set_text_wrap(format) }
                if let number { format_set_num_format(format, number) }
                return format
            }
            plain = make()
            bold = make(bold: true, centred: true)
            title = make(bold: true, centred: true, size: 14)
            italic = make(centred: true, italic: true)
            heading = make(bold: true, border: true, centred: true, wrap: true)
            label = make(border: true, wrap: true)
            number = make(border: true, number: "#,##0")
            percent = make(border: true, number: "0.0")
            rate = make(border: true, number: "0.00")
            day = make(border: true, number: "dd/mm/yyyy")
            boldLabel = make(bold: true, border: true)
            boldNumber = make(bold: true, border: true, number: "#,##0")
            boldPercent = make(bold: true, border: true, number: "0.0")
            boldRate = make(bold: true, border: true, number: "0.00")
        }
    }

    private static func write(_ sheet: OfficialSheet, to book: UnsafeMutablePointer<lxw_workbook>, _ formats: Formats) {
        guard let page = workbook_add_worksheet(book, sheet.name) else { return }
        let last = UInt16(max(3, sheet.columns.count))
        worksheet_set_landscape(page)
        worksheet_set_paper(page, 9)
        worksheet_fit_to_pages(page, 1, 0)
        worksheet_set_column(page, 0, 0, 34, nil)
        worksheet_set_column(page, 1, last, 14, nil)
        func across(_ row: UInt32, _ first: UInt16, _ last: UInt16, _ text: String, _ format: Formats.Format?) {
            if first < last {
                worksheet_merge_range(page, row, first, row, last, text, format)
            } else {
                worksheet_write_string(page, row, first, text, format)
            }
        }
        let middle = last / 2
        for (row, line) in sheet.letterhead.prefix(2).enumerated() {
            across(UInt32(row), 0, middle, line, formats.bold)
        }
        across(0, middle + 1, last, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", formats.bold)
        across(1, middle + 1, last, "Độc lập - Tự do - Hạnh phúc", formats.bold)
        across(3, 0, last, sheet.title, formats.title)
        across(4, 0, last, sheet.subtitle, formats.italic)
        var row: UInt32 = 6
        worksheet_write_string(page, row, 0, sheet.rowHeading, formats.heading)
        worksheet_write_string(page, row + 1, 0, "A", formats.heading)
        worksheet_set_row(page, row, 66, nil)
        for (place, column) in sheet.columns.enumerated() {
            worksheet_write_string(page, row, UInt16(place + 1), column.heading, formats.heading)
            worksheet_write_string(page, row + 1, UInt16(place + 1), column.formula, formats.heading)
        }
        worksheet_repeat_rows(page, row, row + 1)
        row += 2
        worksheet_freeze_panes(page, row, 1)
        for line in sheet.rows {
            write(line.label, line.cells, on: page, row, formats, isBold: false)
            row += 1
        }
        if let total = sheet.total {
            write(total.label, total.cells, on: page, row, formats, isBold: true)
            row += 1
        }
        row += 1
        for note in sheet.notes {
            worksheet_write_string(page, row, 0, note, formats.plain)
            row += 1
        }
        row += 1
        across(row, middle + 1, last, sheet.dated, formats.italic)
        let width = (last + 1) / UInt16(max(1, sheet.signatures.count))
        for (place, signer) in sheet.signatures.enumerated() {
            let first = UInt16(place) * width
            let end = place == sheet.signatures.count - 1 ? last : first + width - 1
            across(row + 1, first, end, signer, formats.bold)
            across(row + 2, first, end, "(Ký, ghi rõ họ tên)", formats.italic)
        }
    }

    private static func write(
        _ label: String,
        _ cells: [OfficialSheet.Cell],
        on page: UnsafeMutablePointer<lxw_worksheet>,
        _ row: UInt32,
        _ formats: Formats,
        isBold: Bool
    ) {
        worksheet_write_string(page, row, 0, label, isBold ? formats.boldLabel : formats.label)
        for (place, cell) in cells.enumerated() {
            let column = UInt16(place + 1)
            switch cell {
            case .number(let number):
                worksheet_write_number(page, row, column, Double(number), isBold ? formats.boldNumber : formats.number)
            case .decimal(let number, let places):
                let format =
                    places == 1
                    ? (isBold ? formats.boldPercent : formats.percent) : (isBold ? formats.boldRate : formats.rate)
                worksheet_write_number(page, row, column, number, format)
            case .day(let year, let month, let day):
                var date = lxw_datetime(
                    year: Int32(year),
                    month: Int32(month),
                    day: Int32(day),
                    hour: 0,
                    min: 0,
                    sec: 0
                )
                worksheet_write_datetime(page, row, column, &date, formats.day)
            case .text(let text): worksheet_write_string(page, row, column, text, formats.label)
            case .empty: worksheet_write_blank(page, row, column, formats.label)
            }
        }
    }
}
