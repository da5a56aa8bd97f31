/// Reading workbooks (.xlsx) that strangers made: the first visible sheet, as rows of cells.
///
/// The only module that imports libarchive. It is not a spreadsheet: nothing is calculated (a formula is its value as
/// last saved), formats serve only to tell dates from numbers, and nothing is written. Old workbooks (.xls) and those
/// behind a password are refused by name.
///
/// Invariants: no name in a file ever becomes one on disk, and only the parts that are needed are unpacked; size, ratio,
/// entries, rows, columns, cells and texts are bounded while they are read, not after; XML goes through the bounded
/// reader of `XML`; a workbook is read whole or refused, so half a list never passes for all of it. Nothing here limits
/// time: a sheet at the limits takes ten seconds or so, which no request thread should spend.
package enum Workbooks {}
