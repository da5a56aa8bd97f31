import Operations
import Store
import Vacancies
import Vocabulary

/// What one employer's page shows.
struct EmployerModel: PageModel {
    let frame: Frame
    let address: String
    let id: String
    let line: EmployerListModel.Line
    let kind: String
    let licence: String?
    let hasSheet: Bool
    let contacts: [Contact]
    let hasContacts: Bool
    let checks: [Check]
    let hasChecks: Bool
    let block: Block?
    let offers: [Offer]
    let hasOffers: Bool
    let moreOffers: String?
    let showsReferrals: Bool
    let referrals: [Referral]
    let hasReferrals: Bool
    let mayConfirm: Bool
    let mayWithdraw: Bool
    let mayChange: Bool
    let mayBlock: Bool
    let mayUnblock: Bool
    let mayAddVacancy: Bool

    /// Somebody to talk to.
    struct Contact {
        let name: String
        let position: String?
        let phone: String?
        let email: String?
    }

    /// That somebody checked it.
    struct Check {
        let day: String
        let by: String
        let way: String
        let taxCode: String?
        let licence: String?
        let until: String
        let withdrawn: String?
    }

    /// Why nobody is referred to it.
    struct Block {
        let at: String
        let by: String
        let reason: String
    }

    /// One of its vacancies.
    struct Offer {
        let address: String
        let title: String
        let place: String
        let openings: String
        let isAbroad: Bool
        let isOffered: Bool
    }

    /// Somebody referred to it.
    struct Referral {
        let address: String
        let name: String
        let title: String
        let stage: String
    }

    /// How many vacancies the page lists.
    private static let mostOffers = 50

    init(frame: Frame, texts: Texts, caller: Caller, sheet: EmployerSheet, referrals: [ReferralRow]?) {
        let employer = sheet.employer
        self.frame = frame
        address = "/employers/\(employer.id)"
        id = String(employer.id)
        line = EmployerListModel.Line(employer, texts)
        kind = texts.employerKind(employer.kind.flatMap { Employer.Kind(rawValue: $0) })
        licence = sheet.licenceNumber
        hasSheet = caller.may(.readEmployers)
        contacts = (sheet.contacts ?? []).map {
            Contact(name: $0.name, position: $0.position, phone: $0.phone, email: $0.email)
        }
        hasContacts = !contacts.isEmpty
        checks = (sheet.confirmations ?? []).map { check in
            Check(
                day: Day(iso: check.day)?.vietnamese ?? check.day,
                by: check.by,
                way: EmployerConfirmation.Way(rawValue: check.way).map { texts.employerWay($0) } ?? check.way,
                taxCode: check.taxCode,
                licence: check.licenceNumber,
                until: Day(iso: check.validUntil)?.vietnamese ?? check.validUntil,
                withdrawn: check.withdrawnAt.map { "\(Day.moment($0)) · \(check.withdrawnBy ?? "")" }
            )
        }
        hasChecks = !checks.isEmpty
        block = sheet.block.map { Block(at: Day.moment($0.at), by: $0.by, reason: $0.reason) }
        offers = sheet.vacancies.prefix(EmployerModel.mostOffers).map { offer in
            Offer(
                address: "/vacancies/\(offer.id)",
                title: offer.title,
                place: offer.place,
                openings: String(offer.openings),
                isAbroad: offer.isAbroad,
                isOffered: offer.isOffered
            )
        }
        hasOffers = !offers.isEmpty
        moreOffers =
            sheet.vacancies.count > EmployerModel.mostOffers ? "/vacancies?employer=\(employer.id)&state=all" : nil
        showsReferrals = referrals != nil
        self.referrals = (referrals ?? []).map { row in
            Referral(
                address: "/referrals/\(row.referral.id)",
                name: row.memberName,
                title: row.title,
                stage: texts(row.referral.stage.wording)
            )
        }
        hasReferrals = !self.referrals.isEmpty
        let isBlocked = line.isBlocked
        mayConfirm = caller.may(.confirmEmployers) && !isBlocked
        mayWithdraw = caller.may(.confirmEmployers) && line.isConfirmed
        mayChange = caller.may(.confirmEmployers)
        mayBlock = caller.may(.blockEmployers) && !isBlocked
        mayUnblock = caller.may(.blockEmployers) && isBlocked
        mayAddVacancy = caller.may(.changeVacancies) && !isBlocked
    }
}

/// What pages say of employers, in words.
extension Texts {
    /// A kind of employer.
    func employerKind(_ kind: Employer.Kind?) -> String {
        switch kind {
        case .enterprise: self("employer.kind.enterprise")
        case .cooperative: self("employer.kind.cooperative")
        case .householdBusiness: self("employer.kind.household-business")
        case .publicBody: self("employer.kind.public-body")
        case .individual: self("employer.kind.individual")
        case nil: self("vacancy.unknown")
        }
    }

    /// How an employer was checked.
    func employerWay(_ way: EmployerConfirmation.Way) -> String {
        switch way {
        case .phone: self("employer.way.phone")
        case .visit: self("employer.way.visit")
        case .document: self("employer.way.document")
        case .demo: self("employer.way.demo")
        }
    }
}
