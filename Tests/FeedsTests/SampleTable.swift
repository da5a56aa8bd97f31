/// What reading a real sample must give, decided by reading the file and by counts made without the service's reader.
struct SampleExpectation {
    /// The file, below `feeds/samples`.
    var file: String
    /// The dialect recognised; nil where the file is refused: no record could be looked at.
    var dialect: String?
    /// Record elements met; in a broken file those that a split at the record tags finds, CDATA being respected.
    var records: Int
    /// Records that become an advertisement; of identical ones with the same id, one.
    var accepted: Int
    /// Whether absence from the file may count as gone.
    var complete: Bool
    /// Why nothing could be taken; nil where the file was read.
    var refused: String?
    /// Reasons of the records set aside, one a record, in no particular order.
    var quarantined: [String]

    /// A sample whose records are all accepted, and which is a whole list, where nothing else is said.
    init(
        _ file: String,
        _ dialect: String?,
        _ records: Int,
        accepted: Int? = nil,
        complete: Bool = true,
        refused: String? = nil,
        quarantined: [String] = []
    ) {
        (self.file, self.dialect, self.records) = (file, dialect, records)
        self.accepted = accepted ?? records
        (self.complete, self.refused, self.quarantined) = (complete, refused, quarantined)
    }
}

/// What reading the snapshots of a folder below `feeds/history` must give; each is complete, all its records accepted.
struct HistoryExpectation {
    /// The folder.
    var folder: String
    /// The dialect of the snapshots that have records; one without records is read as `indeed`, the family's fallback.
    var dialect: String
    /// First and last number of a run of snapshots, and the records each of them has.
    var runs: [(first: Int, last: Int, records: Int)]
}

// A file without records is given the dialect with the fewest markers among those that name its root; of several the
// first by name. Where the format promises the whole list it is complete when empty: that nothing closes by it at once
// is the guard's doing, not the reader's.
let sampleExpectations: [SampleExpectation] = [
    // Live feeds of one publisher, and snapshots of the same feeds while they were empty or their generator was wrong.
    .init("careerjet/recruityard_100jobs.xml", "careerjet", 100),
    .init("careerjet/recruityard_before_empty.xml", "careerjet", 97),
    .init("careerjet/recruityard_empty.xml", "indeed", 0),
    // Every start tag of a record lacks its ">".
    .init(
        "careerjet/recruityard_malformed_a.xml",
        nil,
        94,
        accepted: 0,
        complete: false,
        refused: "malformed",
        quarantined: Array(repeating: "malformed", count: 94)
    ),
    .init("indeed/recruityard_122jobs.xml", "indeed", 122),
    .init("indeed/recruityard_empty_2025-02-14.xml", "indeed", 0),
    // Every record opens dateposted and closes date; the ids would all be one placeholder.
    .init(
        "indeed/recruityard_malformed_2024-09-16a.xml",
        nil,
        9,
        accepted: 0,
        complete: false,
        refused: "malformed",
        quarantined: Array(repeating: "malformed", count: 9)
    ),
    // No ids: the link is the id.
    .init("jobatus/recruityard_93jobs.xml", "jobatus", 93),
    .init("jobatus/recruityard_empty.xml", "jobatus", 0),
    .init("jobrapido/recruityard_100jobs.xml", "jobrapido", 100),
    .init("jobrapido/recruityard_before_empty.xml", "jobrapido", 97),
    .init("jobrapido/recruityard_empty.xml", "indeed", 0),
    // In every record the CDATA section of email is ended by "]]" alone and runs to the end of the description's.
    .init(
        "jobrapido/recruityard_malformed_2025-03-21.xml",
        nil,
        94,
        accepted: 0,
        complete: false,
        refused: "malformed",
        quarantined: Array(repeating: "malformed", count: 94)
    ),
    .init("jobsora/recruityard_before_empty.xml", "jobsora", 97),
    .init("jobsora/recruityard_empty.xml", "indeed", 0),
    .init("jooble/recruityard_100jobs.xml", "jooble", 100),
    .init("jooble/recruityard_before_empty.xml", "jooble", 97),
    .init("jooble/recruityard_empty.xml", "indeed", 0),
    .init("jora/recruityard_100jobs.xml", "jora", 100),
    .init("jora/recruityard_before_empty.xml", "jora", 97),
    .init("jora/recruityard_empty.xml", "indeed", 0),
    // RSS does not promise the whole list; no guid, the link is the id.
    .init("rss2/recruityard_100jobs.xml", "rss", 100, complete: false),
    .init("rss2/recruityard_empty.xml", "rss", 0, complete: false),
    .init("talentcom/recruityard_100jobs.xml", "talent", 100),
    .init("talentcom/recruityard_empty.xml", "indeed", 0),
    .init("talentcom/recruityard_empty_HEAD.xml", "indeed", 0),

    // Examples out of documents.
    .init("indeed/indeed_block1.xml", "indeed", 1),
    // A lone description element.
    .init("indeed/indeed_block2.xml", nil, 0, complete: false, refused: "wrong_root"),
    // The last three records are <job>...</job>, three dots and nothing else: neither an id nor a link.
    .init(
        "jobrapido/jobrapido_block1.xml",
        "jobrapido",
        4,
        accepted: 1,
        complete: false,
        quarantined: ["missing_id", "missing_id", "missing_id"]
    ),
    .init("hrxml25/PositionOpeningExample.xml", "hr-xml-2", 1, complete: false),

    // Test documents of systems that read or write feeds. The Broadbean ones have an XML declaration with backslashes
    // before its quotes and are sound after it; three RSS ones and VacancyPoster's end a tag in another case.
    .init("dfe_ark_rss/ark_2023-10-24.xml", "engage", 1, complete: false),
    // The end tag of visaSponsorshipAvailable lacks its prefix.
    .init(
        "dfe_ark_rss/ark_2023-11-28.xml",
        nil,
        1,
        accepted: 0,
        complete: false,
        refused: "malformed",
        quarantined: ["malformed"]
    ),
    .init("dfe_ark_rss/ark_without_visa.xml", "engage", 1, complete: false),
    .init("dfe_broadbean/broadband_not_parental_leave_cover.xml", "dfe", 1, complete: false),
    .init("dfe_broadbean/broadbean_2023-09-18.xml", "dfe", 1, complete: false),
    .init("dfe_broadbean/broadbean_head.xml", "dfe", 1, complete: false),
    .init("dfe_broadbean/broadbean_without_schools.xml", "dfe", 1, complete: false),
    .init("dfe_broadbean/broadbean_without_trust.xml", "dfe", 1, complete: false),
    .init("dfe_broadbean/broadbean_without_visa_sponsorship_available.xml", "dfe", 1, complete: false),
    .init("dfe_unitedlearning_rss/united_learning_2022-04-29.xml", "networx", 1, complete: false),
    .init("dfe_unitedlearning_rss/united_learning_2023-11-27.xml", "networx", 1, complete: false),
    .init(
        "dfe_vacancyposter/vacancy_poster_2024-05-30.xml",
        nil,
        1,
        accepted: 0,
        complete: false,
        refused: "malformed",
        quarantined: ["malformed"]
    ),
    .init(
        "dfe_ventrus_rss/ventrus.xml",
        nil,
        1,
        accepted: 0,
        complete: false,
        refused: "malformed",
        quarantined: ["malformed"]
    ),
    .init(
        "dfe_ventrus_rss/ventrus_with_parental_leave_cover.xml",
        nil,
        1,
        accepted: 0,
        complete: false,
        refused: "malformed",
        quarantined: ["malformed"]
    ),
    .init("dfe_ventrus_rss/ventrus_without_visa_sponsorship_available.xml", "networx", 1, complete: false),
    .init("directemployers_feed/dseo_feed_0.no_jobs.xml", "directemployers", 0),
    .init("directemployers_flat/posting_0.xml", "directemployers-flat", 1, complete: false),
    .init("directemployers_flat/posting_1.xml", "directemployers-flat", 1, complete: false),
    .init("directemployers_flat/posting_2.xml", "directemployers-flat", 1, complete: false),
    .init("directemployers_flat/posting_3.xml", "directemployers-flat", 1, complete: false),
    // Of its five object elements four are addresses of the one record.
    .init("directemployers_flat/posting_test.xml", "directemployers-flat", 1, complete: false),
    // One opening a document: nothing is gone because it is not in this one.
    .init("eures_hrxml3/nav_ad_1.xml", "eures", 1, complete: false),
    .init("eures_hrxml3/nav_ad_2.xml", "eures", 1, complete: false),
    .init("eures_hrxml3/nav_ad_with_nace.xml", "eures", 1, complete: false),
    .init("eures_hrxml3/nav_ad_without_nace.xml", "eures", 1, complete: false),
    // The same position twice, word for word.
    .init("personio/careerkit_personio.xml", "personio", 2, accepted: 1),
]

/// The snapshots, numbered from 0 in each folder; the counts are those of `HISTORY.tsv`.
let historyExpectations: [HistoryExpectation] = [
    HistoryExpectation(
        folder: "feed_flash_empty_2025-02-14",
        dialect: "indeed",
        runs: [(0, 11, 98), (12, 12, 0), (13, 24, 121)]
    ),
    HistoryExpectation(
        folder: "talentcom_permanent_end_2025-10-16",
        dialect: "talent",
        runs: [(0, 11, 88), (12, 24, 0)]
    ),
]
