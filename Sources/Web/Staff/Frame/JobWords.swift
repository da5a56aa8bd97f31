import Operations
import Vacancies
import Vocabulary

/// Wages, contracts, days and answers in words, for every page.
extension Texts {
    /// The pay that a vacancy offers.
    func offeredWage(_ wage: MonthlyWage?) -> String {
        guard let wage else { return self("offer.wage.open") }
        guard let most = wage.maximum, most > wage.minimum else { return self.wage(wage.minimum) }
        return self("offer.wage.range", ["from": wage.minimum.description, "to": most.description])
    }

    /// A wage by the month.
    func wage(_ wage: Dong) -> String { self("offer.wage", ["wage": wage.description]) }

    /// The contract that a vacancy offers.
    func offeredContract(_ contract: ContractTerm?) -> String {
        switch contract {
        case .indefinite: self("offer.contract.indefinite")
        case .fixed(let months): self("offer.contract.months", ["n": String(months)])
        case .seasonal: self("offer.contract.seasonal")
        case nil: self("offer.contract.unknown")
        }
    }

    /// The contract that somebody works by; nil stands for none in writing.
    func contract(_ contract: ContractTerm?) -> String {
        switch contract {
        case .indefinite?: self(EmployerAnswer.Contract.indefinite.wording)
        case .fixed(let months)?: self("offer.contract.months", ["n": String(months)])
        case .seasonal?: self(EmployerAnswer.Contract.seasonal.wording)
        case nil: self(EmployerAnswer.Contract.none.wording)
        }
    }

    /// An ISO day as people in Vietnam read it; a text that is none stays as it is.
    func day(_ iso: String) -> String { Day(iso: iso)?.vietnamese ?? iso }

    /// Yes, no, or nothing where nobody knows.
    func yesOrNo(_ value: Bool?) -> String? { value.map { self($0 ? "person.yes" : "person.no") } }
}
