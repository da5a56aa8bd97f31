import Households
import Store
import Vocabulary

extension Office {
    /// Records what a person has answered; what was not asked stays as it is.
    ///
    /// Rolls of the same day or of earlier ones do not change what was answered, later ones do.
    ///
    /// - Parameters:
    ///   - caller: who records it.
    ///   - id: the person.
    ///   - version: the version that the caller read; nil for the command line, which reads none.
    ///   - answers: the answers.
    ///   - day: the day on which they were given; nil for today.
    /// - Returns: the version now.
    /// - Throws: `OperationError.refused`: `stale` where somebody else changed the person since.
    package func recordAnswers(
        caller: Caller,
        _ id: MemberID,
        version: Int?,
        _ answers: MemberAnswers,
        day: Day? = nil
    ) async throws -> Int {
        try caller.require(.changePeople)
        let day = day ?? today()
        if day > today() { throw OperationError.refused(.futureDay) }
        if let code = answers.values[.currentCommune], programme.territory.commune(UnitCode(code)) == nil {
            throw OperationError.refused(.impossibleAnswer(AnswerField.currentCommune.rawValue))
        }
        return try await atDesk { writing, _ in
            let (known, _) = try person(id, for: caller, writing.reading)
            if let version, version != known.version { throw OperationError.refused(.stale) }
            if !known.isContactable { throw OperationError.refused(.doNotContact) }
            var member = known
            answers.apply(to: &member)
            if member != known { member.version += 1 }
            try writing.update(member)
            for (field, value) in answers.values {
                for other in field.together where other != field && answers.values[other] == nil {
                    try writing.removeAnswer(other, of: id)
                }
                let answer = MemberAnswer(field: field, value: value, day: day, at: now(), actor: caller.name)
                try writing.set(answer, of: id)
            }
            try audit(
                writing,
                actor: caller.name,
                action: "record_answers",
                detail: ["member": Int(id.rawValue), "fields": answers.values.count]
            )
            return member.version
        }
    }
}

extension Territory {
    fileprivate func commune(_ code: UnitCode?) -> Commune? { code.flatMap { commune($0) } }
}
