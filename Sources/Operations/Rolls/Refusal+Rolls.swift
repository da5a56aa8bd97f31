extension Refusal {
    /// Rolls change people anywhere in the province, and the caller does not see all of it.
    package static let rollsNeedProvince = Refusal(
        .forbidden,
        "rolls_need_province",
        "Rolls change people of the whole province; who imports them needs that area.",
        "Danh sách làm thay đổi dữ liệu của toàn tỉnh; người nhập cần có địa bàn toàn tỉnh."
    )
    /// Somebody, or the same person in another window, works on this import.
    package static let importBusy = Refusal(
        .conflict,
        "import_busy",
        "These rolls are being read or changed; wait until that is done.",
        "Lượt nhập này đang được đọc hoặc sửa; hãy đợi xong."
    )
    /// The rolls are in already.
    package static let importDone = Refusal(
        .conflict,
        "import_done",
        "These rolls are in already.",
        "Danh sách này đã được nhập rồi."
    )
    /// Nobody has seen yet what the rolls would do.
    package static let importUnread = Refusal(
        .conflict,
        "import_unread",
        "See first what these rolls would change, then take them in.",
        "Hãy xem trước các thay đổi rồi mới nhập danh sách."
    )
    /// No file was sent, or too many.
    package static let rollFiles = Refusal(
        .invalid,
        "roll_files",
        field: "file",
        "Choose one or two files: a household roll, a labour roll, or both in one.",
        "Hãy chọn một hoặc hai tệp: danh sách hộ, danh sách lao động, hoặc cả hai trong một tệp."
    )
    /// No source was named.
    package static let rollSource = Refusal(
        .invalid,
        "roll_source",
        field: "source",
        "Name the source, by which the meaning of its headings is remembered.",
        "Hãy ghi tên nguồn để hệ thống nhớ ý nghĩa các cột."
    )
}
