/// Reading the lists that strangers make: workbooks (.xlsx, .xlsm) and delimited text (CSV), as rows of cells.
///
/// `SheetFile` opens either by its content and reads it row by row; `Workbook` keeps the first visible sheet in memory.
/// The only module that imports libarchive. It is not a spreadsheet: nothing is calculated (a formula is its value as
/// last saved, and `Row.unsaved` names those that have none), no program in a file is run, formats serve only to tell
/// dates from numbers, and nothing is written. Old workbooks (.xls) and those behind a password are refused by name.
///
/// All text comes out in Unicode (NFC). What stands in a font from before Unicode is decoded by the font's name, and
/// delimited text by its mark or by what its reader is told; neither is ever guessed from what the text looks like.
///
/// Invariants: no name in a file ever becomes one on disk, and only the parts that are needed are unpacked, a sheet
/// into a nameless file; size, ratio, entries, rows, columns, cells and texts are bounded while they are read, not
/// after; XML goes through the bounded reader of `XML`. A `Workbook` is whole or refused; whoever reads row by row has
/// to be able to take back what came before an error, so that half a list never passes for all of it. Nothing here
/// limits time: a sheet at the limits takes a minute or so, which no request thread should spend.
package enum Workbooks {}
