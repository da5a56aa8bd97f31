/// The place of a cell, as `BC23` writes it.
struct CellReference: Hashable {
    /// Its row, from 1.
    let row: Int
    /// Its column, A being 1.
    let column: Int

    /// The place a text names; nil where it names none that a sheet can have.
    init?(_ text: some StringProtocol) {
        var column = 0
        var row = 0
        for byte in text.utf8 {
            switch byte {
            case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
            case 0x61...0x7A where row == 0: column = column * 26 + Int(byte - 0x60)
            case 0x30...0x39 where column > 0: row = row * 10 + Int(byte - 0x30)
            default: return nil
            }
            guard column <= 16_384, row <= 1_048_576 else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.row = row
        self.column = column
    }
}
