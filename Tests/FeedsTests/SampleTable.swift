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
    SampleExpectation(
        file: "careerjet/recruityard_100jobs.xml",
        dialect: "careerjet",
        records: 100,
        accepted: 100,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "careerjet/recruityard_before_empty.xml",
        dialect: "careerjet",
        records: 97,
        accepted: 97,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "careerjet/recruityard_empty.xml",
        dialect: "indeed",
        records: 0,
        accepted: 0,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    // Every start tag of a record lacks its ">".
    SampleExpectation(
        file: "careerjet/recruityard_malformed_a.xml",
        dialect: nil,
        records: 94,
        accepted: 0,
        complete: false,
        refused: "malformed",
        quarantined: Array(repeating: "malformed", count: 94)
    ),
    SampleExpectation(
        file: "indeed/recruityard_122jobs.xml",
        dialect: "indeed",
        records: 122,
        accepted: 122,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "indeed/recruityard_empty_2025-02-14.xml",
        dialect: "indeed",
        records: 0,
        accepted: 0,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    // Every record opens dateposted and closes date; the ids would all be one placeholder.
    SampleExpectation(
        file: "indeed/recruityard_malformed_2024-09-16a.xml",
        dialect: nil,
        records: 9,
        accepted: 0,
        complete: false,
        refused: "malformed",
        quarantined: Array(repeating: "malformed", count: 9)
    ),
    // No ids: the link is the id.
    SampleExpectation(
        file: "jobatus/recruityard_93jobs.xml",
        dialect: "jobatus",
        records: 93,
        accepted: 93,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "jobatus/recruityard_empty.xml",
        dialect: "jobatus",
        records: 0,
        accepted: 0,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "jobrapido/recruityard_100jobs.xml",
        dialect: "jobrapido",
        records: 100,
        accepted: 100,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "jobrapido/recruityard_before_empty.xml",
        dialect: "jobrapido",
        records: 97,
        accepted: 97,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "jobrapido/recruityard_empty.xml",
        dialect: "indeed",
        records: 0,
        accepted: 0,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    // In every record the CDATA section of email is ended by "]]" alone and runs to the end of the description's.
    SampleExpectation(
        file: "jobrapido/recruityard_malformed_2025-03-21.xml",
        dialect: nil,
        records: 94,
        accepted: 0,
        complete: false,
        refused: "malformed",
        quarantined: Array(repeating: "malformed", count: 94)
    ),
    SampleExpectation(
        file: "jobsora/recruityard_before_empty.xml",
        dialect: "jobsora",
        records: 97,
        accepted: 97,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "jobsora/recruityard_empty.xml",
        dialect: "indeed",
        records: 0,
        accepted: 0,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "jooble/recruityard_100jobs.xml",
        dialect: "jooble",
        records: 100,
        accepted: 100,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "jooble/recruityard_before_empty.xml",
        dialect: "jooble",
        records: 97,
        accepted: 97,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "jooble/recruityard_empty.xml",
        dialect: "indeed",
        records: 0,
        accepted: 0,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "jora/recruityard_100jobs.xml",
        dialect: "jora",
        records: 100,
        accepted: 100,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "jora/recruityard_before_empty.xml",
        dialect: "jora",
        records: 97,
        accepted: 97,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "jora/recruityard_empty.xml",
        dialect: "indeed",
        records: 0,
        accepted: 0,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    // RSS does not promise the whole list; no guid, the link is the id.
    SampleExpectation(
        file: "rss2/recruityard_100jobs.xml",
        dialect: "rss",
        records: 100,
        accepted: 100,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "rss2/recruityard_empty.xml",
        dialect: "rss",
        records: 0,
        accepted: 0,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "talentcom/recruityard_100jobs.xml",
        dialect: "talent",
        records: 100,
        accepted: 100,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "talentcom/recruityard_empty.xml",
        dialect: "indeed",
        records: 0,
        accepted: 0,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "talentcom/recruityard_empty_HEAD.xml",
        dialect: "indeed",
        records: 0,
        accepted: 0,
        complete: true,
        refused: nil,
        quarantined: []
    ),

    // Examples out of documents.
    SampleExpectation(
        file: "indeed/indeed_block1.xml",
        dialect: "indeed",
        records: 1,
        accepted: 1,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    // A lone description element.
    SampleExpectation(
        file: "indeed/indeed_block2.xml",
        dialect: nil,
        records: 0,
        accepted: 0,
        complete: false,
        refused: "wrong_root",
        quarantined: []
    ),
    // The last three records are <job>...</job>, three dots and nothing else: neither an id nor a link.
    SampleExpectation(
        file: "jobrapido/jobrapido_block1.xml",
        dialect: "jobrapido",
        records: 4,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: ["missing_id", "missing_id", "missing_id"]
    ),
    SampleExpectation(
        file: "hrxml25/PositionOpeningExample.xml",
        dialect: "hr-xml-2",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),

    // Test documents of systems that read or write feeds. The Broadbean ones have an XML declaration with backslashes
    // before its quotes and are sound after it; three RSS ones and VacancyPoster's end a tag in another case.
    SampleExpectation(
        file: "dfe_ark_rss/ark_2023-10-24.xml",
        dialect: "engage",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    // The end tag of visaSponsorshipAvailable lacks its prefix.
    SampleExpectation(
        file: "dfe_ark_rss/ark_2023-11-28.xml",
        dialect: nil,
        records: 1,
        accepted: 0,
        complete: false,
        refused: "malformed",
        quarantined: ["malformed"]
    ),
    SampleExpectation(
        file: "dfe_ark_rss/ark_without_visa.xml",
        dialect: "engage",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "dfe_broadbean/broadband_not_parental_leave_cover.xml",
        dialect: "dfe",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "dfe_broadbean/broadbean_2023-09-18.xml",
        dialect: "dfe",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "dfe_broadbean/broadbean_head.xml",
        dialect: "dfe",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "dfe_broadbean/broadbean_without_schools.xml",
        dialect: "dfe",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "dfe_broadbean/broadbean_without_trust.xml",
        dialect: "dfe",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "dfe_broadbean/broadbean_without_visa_sponsorship_available.xml",
        dialect: "dfe",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "dfe_unitedlearning_rss/united_learning_2022-04-29.xml",
        dialect: "networx",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "dfe_unitedlearning_rss/united_learning_2023-11-27.xml",
        dialect: "networx",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "dfe_vacancyposter/vacancy_poster_2024-05-30.xml",
        dialect: nil,
        records: 1,
        accepted: 0,
        complete: false,
        refused: "malformed",
        quarantined: ["malformed"]
    ),
    SampleExpectation(
        file: "dfe_ventrus_rss/ventrus.xml",
        dialect: nil,
        records: 1,
        accepted: 0,
        complete: false,
        refused: "malformed",
        quarantined: ["malformed"]
    ),
    SampleExpectation(
        file: "dfe_ventrus_rss/ventrus_with_parental_leave_cover.xml",
        dialect: nil,
        records: 1,
        accepted: 0,
        complete: false,
        refused: "malformed",
        quarantined: ["malformed"]
    ),
    SampleExpectation(
        file: "dfe_ventrus_rss/ventrus_without_visa_sponsorship_available.xml",
        dialect: "networx",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "directemployers_feed/dseo_feed_0.no_jobs.xml",
        dialect: "directemployers",
        records: 0,
        accepted: 0,
        complete: true,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "directemployers_flat/posting_0.xml",
        dialect: "directemployers-flat",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "directemployers_flat/posting_1.xml",
        dialect: "directemployers-flat",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "directemployers_flat/posting_2.xml",
        dialect: "directemployers-flat",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "directemployers_flat/posting_3.xml",
        dialect: "directemployers-flat",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    // Of its five object elements four are addresses of the one record.
    SampleExpectation(
        file: "directemployers_flat/posting_test.xml",
        dialect: "directemployers-flat",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    // One opening a document: nothing is gone because it is not in this one.
    SampleExpectation(
        file: "eures_hrxml3/nav_ad_1.xml",
        dialect: "eures",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "eures_hrxml3/nav_ad_2.xml",
        dialect: "eures",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "eures_hrxml3/nav_ad_with_nace.xml",
        dialect: "eures",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    SampleExpectation(
        file: "eures_hrxml3/nav_ad_without_nace.xml",
        dialect: "eures",
        records: 1,
        accepted: 1,
        complete: false,
        refused: nil,
        quarantined: []
    ),
    // The same position twice, word for word.
    SampleExpectation(
        file: "personio/careerkit_personio.xml",
        dialect: "personio",
        records: 2,
        accepted: 1,
        complete: true,
        refused: nil,
        quarantined: []
    ),
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
