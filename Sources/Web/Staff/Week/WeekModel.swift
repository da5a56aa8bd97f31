import Operations
import Referrals
import Store
import Vocabulary

/// What “This week” shows.
struct WeekModel: PageModel {
    let frame: Frame
    /// The sections that are open to somebody who sees neither plan nor referrals.
    let isElsewhere: Bool
    let filters: [Field]
    let hasChanges: Bool
    let changes: [Change]
    let work: Work?
    let calls: Calls?

    /// Something that happened within the last seven days, and how often.
    struct Change {
        let text: String
        let count: String
        let address: String
    }

    /// What is to be looked after.
    struct Work {
        let sections: [Section]
    }

    /// One kind of work with its first referrals.
    struct Section {
        let title: String
        let count: String
        let hasCards: Bool
        let cards: [ReferralCard]
        let all: String?
    }

    /// Whom to call.
    struct Calls {
        let hasPlan: Bool
        let plan: String?
        let hasCommunes: Bool
        let communes: [Commune]
        let pager: Pager
    }

    /// The first calls of a commune.
    struct Commune {
        let name: String
        let total: String
        let sheet: String
        let villages: [Village]
        /// The commune with more of its calls; nil where these are all.
        let more: String?
    }

    /// The calls of a village, or those to employers.
    struct Village {
        let name: String
        let calls: [CallModel]
    }
}

/// What the list of one kind of work shows.
struct WorkModel: PageModel {
    let frame: Frame
    let total: String
    let hasReferrals: Bool
    let referrals: [ReferralCard]
    let pager: Pager
}
