import Households
import Vocabulary

/// What a person has answered: of each question that was asked the answer, and nothing of the others.
package struct MemberAnswers: Hashable, Sendable {
    /// The answers by what they are about, in a form that `AnswerField.write` takes.
    package let values: [AnswerField: String]

    /// Answers by the names of their fields.
    ///
    /// - Throws: `OperationError.refused` for the first field that there is none of, or whose answer is none.
    package init(_ texts: [String: String]) throws(OperationError) {
        var values: [AnswerField: String] = [:]
        guard let id = MemberID(1), let household = HouseholdID(1) else {
            preconditionFailure("1 is an id")
        }
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            guard let field = AnswerField(rawValue: name) else { throw .refused(.unknownAnswer(name)) }
            var nobody = Member(id: id, household: household, line: 1, name: "")
            guard field.write(text, into: &nobody) else { throw .refused(.impossibleAnswer(name)) }
            values[field] = text
        }
        if values.isEmpty { throw .refused(.noAnswer) }
        self.values = values
    }

    /// Writes the answers into a member; doing so twice is doing so once.
    func apply(to member: inout Member) {
        // An ability that is answered holds until the day that is answered with it, or until somebody says otherwise.
        if values[.ability] != nil { member.abilityReviewOn = nil }
        for field in AnswerField.allCases {
            if let text = values[field] { _ = field.write(text, into: &member) }
        }
    }
}

extension Refusal {
    /// There is no such question.
    package static func unknownAnswer(_ field: String) -> Refusal {
        let known = AnswerField.allCases.map(\.rawValue).joined(separator: ", ")
        return Refusal(
            .invalid,
            "unknown_field",
            field: field,
            "There is no such field to answer; the fields are \(known).",
            "Không có trường này để ghi câu trả lời; các trường là \(known)."
        )
    }

    /// That is no answer to this question.
    package static func impossibleAnswer(_ field: String) -> Refusal {
        let words = AnswerField(rawValue: field)?.wording ?? Wording(field, field)
        return Refusal(
            .invalid,
            "impossible_answer",
            field: field,
            "This is no answer to “\(words.en)”.",
            "Giá trị này không phải là câu trả lời cho “\(words.vi)”."
        )
    }

    /// A text names no occupation, or one of several.
    static func occupationUnclear(_ near: [(code: String, name: String)]) -> Refusal {
        let list = near.map { "\($0.code) \($0.name)" }.joined(separator: "; ")
        return Refusal(
            .invalid,
            "occupation_unclear",
            near.isEmpty ? "There is no such occupation; give its code." : "Give one of these codes: \(list).",
            near.isEmpty ? "Không tìm thấy nghề này; hãy ghi mã nghề." : "Hãy ghi một trong các mã: \(list)."
        )
    }

    /// What should be a day is none.
    package static let noDay = Refusal(
        .invalid,
        "no_day",
        field: "day",
        "This is no day; write it as 31/12/2024.",
        "Đây không phải là ngày; hãy ghi như 31/12/2024."
    )

    /// Nothing was answered.
    package static let noAnswer = Refusal(.invalid, "no_answer", "No answer was given.", "Chưa có câu trả lời nào.")
}

extension Programme {
    /// The code of an occupation that somebody has typed by its code or by its name, with marks or without.
    ///
    /// - Throws: `OperationError.refused`, with those that may be meant.
    package func occupation(_ text: String) throws -> String {
        if occupationNames[text] != nil { return text }
        let search = folded(text)
        let words = text.lowercased()
        // Whole words with their marks first: who types “may” means sewing more often than machines (“máy”).
        let near = occupationNames.filter { folded($0.value).contains(search) }.sorted { one, other in
            let (left, right) = (one.value.hasWords(words), other.value.hasWords(words))
            return left == right ? one.key < other.key : left
        }
        // Of groups of one name the narrowest says most.
        let same = near.filter { folded($0.value) == search }.max { $0.key.utf8.count < $1.key.utf8.count }
        if let only = same ?? (near.count == 1 ? near.first : nil) { return only.key }
        throw OperationError.refused(.occupationUnclear(near.prefix(8).map { ($0.key, $0.value) }))
    }
}

extension String {
    /// Whether words stand in it as they are written, not in the middle of others.
    fileprivate func hasWords(_ words: String) -> Bool { " \(lowercased()) ".contains(" \(words) ") }
}
