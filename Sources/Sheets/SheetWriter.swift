import CXLSXWriter
import Foundation

/// Workbooks out (.xlsx): the only import of libxlsxwriter.
///
/// Texts stay texts whatever they begin with, so that nothing a person wrote becomes a formula; numbers are numbers.
package enum Sheets {}

/// Why a workbook was not written.
package enum SheetError: Error, Hashable, Sendable {
    /// The library could not write it: its error number.
    case cannotWrite(code: UInt32)
}

/// A table on a sheet of its own.
package struct SheetTable: Sendable {
    /// A column.
    package struct Column: Sendable {
        /// Its heading.
        package let heading: String
        /// The values that a cell of it may have; empty where anything may be written.
        package let choices: [String]

        /// A column with its heading.
        package init(heading: String, choices: [String] = []) {
            self.heading = heading
            self.choices = choices
        }
    }

    /// The sheet's name, at most 31 characters.
    package let name: String
    /// A line above the table; nil for none.
    package let title: String?
    /// The columns, from left to right.
    package let columns: [Column]
    /// The rows below the headings, as texts.
    package let rows: [[String]]

    /// A table with all its parts.
    package init(name: String, title: String?, columns: [Column], rows: [[String]]) {
        self.name = name
        self.title = title
        self.columns = columns
        self.rows = rows
    }
}

/// Writes tables into a workbook, each on its sheet, with frozen headings and lists to choose from.
package enum SheetWriter {
    /// How many rows below the headings offer their lists.
    private static let offeredRows: UInt32 = 5000

    /// Writes a workbook.
    ///
    /// - Throws: `SheetError`.
    package static func write(_ tables: [SheetTable], to path: String) throws(SheetError) {
        guard let book = workbook_new(path) else { throw .cannotWrite(code: 1) }
        let bold = workbook_add_format(book)
        format_set_bold(bold)
        format_set_text_wrap(bold)
        format_set_border(bold, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_align(bold, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        let title = workbook_add_format(book)
        format_set_bold(title)
        // Cells that are filled in later are texts too, so that numbers keep their leading zeros.
        let text = workbook_add_format(book)
        format_set_num_format(text, "@")
        for table in tables { write(table, to: book, heading: bold, title: title, text: text) }
        let code = workbook_close(book)
        if code != LXW_NO_ERROR { throw .cannotWrite(code: code.rawValue) }
    }

    private static func write(
        _ table: SheetTable,
        to book: UnsafeMutablePointer<lxw_workbook>,
        heading: UnsafeMutablePointer<lxw_format>?,
        title: UnsafeMutablePointer<lxw_format>?,
        text: UnsafeMutablePointer<lxw_format>?
    ) {
        guard let sheet = workbook_add_worksheet(book, table.name) else { return }
        var row: UInt32 = 0
        if let line = table.title {
            worksheet_write_string(sheet, 0, 0, line, title)
            row = 2
        }
        for (index, column) in table.columns.enumerated() {
            let position = UInt16(index)
            let width = Double(min(40, max(10, column.heading.count + 2)))
            worksheet_set_column(sheet, position, position, width, text)
            worksheet_write_string(sheet, row, position, column.heading, heading)
            offer(column.choices, on: sheet, from: row + 1, column: position)
        }
        worksheet_freeze_panes(sheet, row + 1, 0)
        for cells in table.rows {
            row += 1
            for (index, cell) in cells.enumerated() where !cell.isEmpty {
                worksheet_write_string(sheet, row, UInt16(index), cell, text)
            }
        }
    }

    /// Offers values to choose from; Excel takes lists of up to 255 characters.
    private static func offer(
        _ choices: [String],
        on sheet: UnsafeMutablePointer<lxw_worksheet>,
        from row: UInt32,
        column: UInt16
    ) {
        guard !choices.isEmpty, choices.joined(separator: ",").count <= 255 else { return }
        var pointers: [UnsafeMutablePointer<CChar>?] = choices.map { strdup($0) }
        pointers.append(nil)
        defer { for pointer in pointers { free(pointer) } }
        pointers.withUnsafeMutableBufferPointer { list in
            var validation = lxw_data_validation()
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            validation.value_list = list.baseAddress
            worksheet_data_validation_range(sheet, row, column, row + offeredRows, column, &validation)
        }
    }
}
