import Foundation
import XML

/// Which parts of a workbook have what, found by following its relationships from the start.
struct WorkbookContents {
    /// The visible sheets of cells, in their order: at least one.
    let sheets: [(part: String, name: String)]
    /// The part of the texts that cells share, where there is one.
    let strings: String?
    /// The part of the formats, where there is one.
    let styles: String?
    /// Whether dates are counted from 1904-01-01, as Excel for Macintosh did.
    let countsFrom1904: Bool

    /// Reads the lists of a workbook.
    init(_ parts: inout Parts) throws(WorkbookError) {
        guard parts.contains("_rels/.rels") else { throw .notAWorkbook }
        let main = try Relationships(of: "", in: &parts).target(ofKind: "/officeDocument")
        guard let main else { throw .notAWorkbook }
        var sheets: [Element] = []
        var countsFrom1904 = false
        try parts.forEachRecord(of: main, named: ["sheet", "workbookPr"]) { element in
            if element.name == "sheet" {
                sheets.append(element)
            } else {
                countsFrom1904 = ["1", "true", "on"].contains(element.attribute("date1904") ?? "0")
            }
        }
        // A text document's main part has none either.
        if sheets.isEmpty { throw main.lowercased().contains("workbook") ? .noSheet : .notAWorkbook }
        let relationships = try Relationships(of: main, in: &parts)
        self.sheets = sheets.filter { ($0.attribute("state") ?? "visible") == "visible" }
            .compactMap { element -> (part: String, name: String)? in
                guard let id = element.attribute("id"),
                    let part = relationships.target(id: id, ofKind: "/worksheet")
                else { return nil }
                return (part, element.attribute("name") ?? "")
            }
        if self.sheets.isEmpty { throw .noSheet }
        strings = relationships.target(ofKind: "/sharedStrings")
        styles = relationships.target(ofKind: "/styles")
        self.countsFrom1904 = countsFrom1904
    }
}

/// What a part refers to within the workbook.
private struct Relationships {
    private var all: [(id: String, kind: String, part: String)] = []

    /// Reads the relationships of a part; those of the workbook as a whole where it has no name.
    init(of part: String, in parts: inout Parts) throws(WorkbookError) {
        let steps = part.split(separator: "/")
        let folder = steps.dropLast().map(String.init)
        let file = steps.last.map(String.init) ?? ""
        let list = (folder + ["_rels", file + ".rels"]).joined(separator: "/")
        var all: [(id: String, kind: String, part: String)] = []
        try parts.forEachRecord(of: list, named: ["Relationship"]) { element throws(WorkbookError) in
            guard let id = element.attribute("Id"), let kind = element.attribute("Type"),
                let target = element.attribute("Target"), element.attribute("TargetMode") != "External"
            else { return }
            // What leads out of the workbook is told by name only where something needs it: it is then missing.
            all.append((id, kind, Relationships.resolved(target, from: folder)))
        }
        self.all = all
    }

    /// The part with this id, where it is of this kind; kinds have two spellings that end alike.
    func target(id: String, ofKind kind: String) -> String? {
        all.first { $0.id == id && $0.kind.hasSuffix(kind) }?.part
    }

    /// The first part of this kind.
    func target(ofKind kind: String) -> String? {
        all.first { $0.kind.hasSuffix(kind) }?.part
    }

    /// The name of the part that a target means, which is relative to a folder or begins with a slash.
    private static func resolved(_ target: String, from folder: [String]) -> String {
        let decoded = (target.removingPercentEncoding ?? target).replacingOccurrences(of: "\\", with: "/")
        var steps = decoded.hasPrefix("/") ? [] : folder
        for step in decoded.split(separator: "/") {
            switch step {
            case ".": continue
            case ".." where !steps.isEmpty: steps.removeLast()
            default: steps.append(String(step))
            }
        }
        return steps.joined(separator: "/")
    }
}
