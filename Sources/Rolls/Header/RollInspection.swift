/// What a roll's rows are about.
package enum RollKind: String, CaseIterable, Sendable {
    /// One row for each household.
    case households
    /// One row for each person, with the code of the household.
    case members
    /// One row for each person, with the household's own facts in its first row or in each.
    case combined

    /// The fields without which nothing can be made of such a roll; the commune may also be given by the caller.
    package var needed: [RollField] {
        switch self {
        case .households: [.householdCode, .povertyClass, .commune]
        case .members: [.fullName, .birth, .householdCode]
        case .combined: [.householdCode, .fullName, .povertyClass]
        }
    }

    /// The kind of a roll with columns for these fields.
    init(_ fields: Set<RollField>) {
        let namesPeople = fields.contains(.fullName) && !fields.isDisjoint(with: [.birth, .relation])
        let classes = fields.contains(.povertyClass) && fields.contains(.householdCode)
        let isHeadOnly = fields.contains(.fullName) && fields.contains(.povertyClass) && !namesPeople
        if !fields.contains(.fullName) || isHeadOnly {
            self = .households
        } else {
            self = classes ? .combined : .members
        }
    }
}

/// What the sheets of a file were found to be, before any row of data is read.
package struct RollInspection: Sendable {
    /// A sheet that has a header.
    package struct Sheet: Sendable {
        /// Its name; empty for a CSV file.
        package let name: String
        /// The number of the header's first row.
        package let headerRow: Int
        /// Its columns that have a heading.
        package let columns: [RollColumn]
        /// What its rows are about.
        package let kind: RollKind
        /// The needed fields that it has no column for.
        package let missing: [RollField]
    }

    /// A sheet that is left out.
    package struct IgnoredSheet: Hashable, Sendable {
        /// Its name.
        package let name: String
        /// Why it is left out.
        package let reason: Reason

        /// Why a sheet is left out.
        package enum Reason: String, Sendable, CaseIterable {
            /// Its name says that it holds examples, instructions or a list of codes.
            case explains
            /// None of its first rows is the header of a roll.
            case noHeader = "no_header"

            /// A few words for the person who runs the import.
            package var sentence: (english: String, vietnamese: String) {
                switch self {
                case .explains:
                    (
                        "left out: by its name it holds examples, instructions or codes.",
                        "bỏ qua: theo tên, trang này là ví dụ, hướng dẫn hoặc danh mục."
                    )
                case .noHeader:
                    (
                        "left out: its first 60 rows have no header of a roll.",
                        "bỏ qua: 60 dòng đầu không có dòng tiêu đề của danh sách."
                    )
                }
            }
        }
    }

    /// The sheets that are read.
    package let sheets: [Sheet]
    /// The sheets that are left out.
    package let ignoredSheets: [IgnoredSheet]
    /// What is wrong with headers; nothing here refuses a file.
    package let problems: [RollProblem]

    /// What each heading was taken for, to be shown and remembered.
    package var mapping: RollMapping {
        var seen: Set<String> = []
        let columns = sheets.flatMap(\.columns).filter { seen.insert($0.heading).inserted }
        return RollMapping(columns.map { RollMapping.Entry(heading: $0.heading, field: $0.field) })
    }
}
