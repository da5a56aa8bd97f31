import Households
import Store
import Vocabulary

extension Office {
    /// Records that a person was called and not reached; nothing of what is known of the person changes.
    ///
    /// - Throws: `OperationError.refused`.
    package func recordUnreached(caller: Caller, _ id: MemberID) async throws {
        try caller.require(.changePeople)
        let (day, moment) = (today(), now())
        try await store.write { writing in
            _ = try person(id, for: caller, writing.reading)
            try refuseUnlessContactable(id, writing.reading)
            try writing.addUnreachedCall(of: id, on: day, at: moment, actor: caller.name)
            try audit(writing, actor: caller.name, action: "call_unreached", detail: ["member": Int(id.rawValue)])
        }
    }

    /// Takes back that a person was not reached: only who recorded it can, for some minutes.
    ///
    /// - Throws: `OperationError.refused`.
    package func undoUnreached(caller: Caller, _ id: MemberID) async throws {
        try caller.require(.changePeople)
        let (moment, minutes) = (now(), programme.referrals.undoMinutes)
        try await store.write { writing in
            _ = try person(id, for: caller, writing.reading)
            guard let last = try writing.reading.unreachedCalls(of: id).last else {
                throw OperationError.refused(.nothingToUndo)
            }
            if last.actor != caller.name { throw OperationError.refused(.undoNotYours) }
            if moment - last.at > Int64(minutes) * 60 {
                throw OperationError.refused(.undoTooLate(minutes: minutes))
            }
            try writing.removeUnreachedCall(last.number)
            try audit(
                writing,
                actor: caller.name,
                action: "call_unreached_undone",
                detail: ["member": Int(id.rawValue)]
            )
        }
    }
}
