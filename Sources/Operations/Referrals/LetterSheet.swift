import Households
import Referrals
import Store
import Vacancies
import Vocabulary

/// A letter of introduction (giấy giới thiệu) with its reply slip, as page, print and API show it.
///
/// The centre's ordinary letter: nothing in it says of which class a household is.
package struct LetterSheet: Sendable, Encodable {
    /// One line: what it is, and what stands there.
    package struct Line: Sendable, Encodable {
        /// A code of what it is.
        package let code: String
        /// What it is, in Vietnamese.
        package let label: String
        /// What stands there; empty on the reply slip, to be filled in.
        package let value: String
        /// What may be ticked; empty where anything may be written.
        package let choices: [String]
    }

    /// Its heading.
    package let title: String
    /// Its number in the register.
    package let number: String
    /// The lines of the letter.
    package let lines: [Line]
    /// The heading of the reply slip.
    package let replyTitle: String
    /// The lines of the reply slip.
    package let reply: [Line]
}

extension LetterSheet {
    init(_ registered: RegisteredLetter, person: Member, phone: String?, vacancy: Vacancy) {
        let letter = registered.letter
        func line(_ code: String, _ label: String, _ value: String, _ choices: [String] = []) -> Line {
            Line(code: code, label: label, value: value, choices: choices)
        }
        title = "GIẤY GIỚI THIỆU VIỆC LÀM"
        number = letter.number
        lines = [
            line("number", "Số", letter.number), line("employer", "Kính gửi", vacancy.employer),
            line("name", "Giới thiệu ông/bà", person.name),
            line("birth_year", "Năm sinh", person.birth?.reckoned.map { String($0.year) } ?? ""),
            line("phone", "Điện thoại", phone ?? ""), line("job", "Đến dự tuyển vị trí", vacancy.title),
            line("place", "Nơi làm việc", vacancy.placeText),
            line("issued", "Ngày cấp", registered.issuedOn.vietnamese),
            line("expires", "Có giá trị đến hết ngày", letter.expires.vietnamese),
            line("signer", "Người ký", letter.signer),
        ]
        replyTitle = "PHIẾU PHẢN HỒI CỦA DOANH NGHIỆP"
        reply = [
            line("number", "Giấy giới thiệu số", letter.number), line("name", "Người được giới thiệu", person.name),
            line("answer", "Kết quả", "", EmployerAnswer.Result.allCases.map(\.label)),
            line("start", "Ngày bắt đầu làm việc (hoặc ngày phỏng vấn)", ""),
            line("contract", "Loại hợp đồng lao động", "", EmployerAnswer.Contract.allCases.map(\.label)),
            line("months", "Thời hạn hợp đồng (tháng)", ""), line("wage", "Tiền lương mỗi tháng (đồng)", ""),
            line("note", "Ghi chú", ""), line("signature", "Đại diện doanh nghiệp ký tên, đóng dấu", ""),
        ]
    }
}

extension Office {
    /// The letter of a referral that holds, to print; that it was opened stands in the audit, as it names a phone.
    ///
    /// - Throws: `OperationError.refused` where there is none.
    package func letter(of id: ReferralID, caller: Caller) async throws -> LetterSheet {
        try caller.require(.refer)
        return try await store.write { writing in
            let reading = writing.reading
            let referral = try referral(id, for: caller, reading)
            guard let registered = try reading.letters(of: id).last(where: { !$0.isCancelled }),
                let person = try reading.member(referral.member), let vacancy = try reading.vacancy(referral.vacancy)
            else { throw OperationError.refused(.noLetter) }
            try audit(
                writing,
                actor: caller.name,
                action: "letter_opened",
                detail: ["referral": Int(id.rawValue)]
            )
            let phone = try phone(of: referral.member, reading)
            return LetterSheet(registered, person: person, phone: phone, vacancy: vacancy)
        }
    }
}

extension Office {
    /// The telephone number of a person, opened; nil where there is none.
    func phone(of member: MemberID, _ reading: Reading) throws -> String? {
        guard let sealed = try reading.sealed(of: member), let wrapped = sealed.wrappedKey, let phone = sealed.phone
        else {
            return nil
        }
        return try vault.unwrap(wrapped, of: member).open(phone.sealed, as: .phone)
    }
}
