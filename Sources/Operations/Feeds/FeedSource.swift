import Feeds
import Vacancies

/// A source of vacancies, as it is configured.
package struct FeedSource: Sendable {
    /// Where a source's feed is.
    package enum Location: Hashable, Sendable {
        /// In a folder, in files ending in `.xml` or `.xml.gz`.
        case folder(String)
        /// In a file.
        case file(String)
        /// At an address (http or https).
        case web(String)
    }

    /// Which files of a folder are its feed.
    package enum Pick: String, Hashable, Sendable, CaseIterable {
        /// All of them together, as where each holds one vacancy.
        case all
        /// The last by name, as where each is a whole list with its date in the name.
        case newest
    }

    /// Its name, under which its vacancies are known.
    package var name: String
    /// Where its feed is.
    package var location: Location
    /// Whether it is read; a source that is switched off has its vacancies closed.
    package var isEnabled = true
    /// The dialect its feed must have; nil takes any that is known.
    package var dialect: String?
    /// How much of the publisher's list a feed is, where the dialect is wrong about it.
    package var coverage: Dialect.Coverage?
    /// The encoding its feed is in, where its own word is not to be believed.
    package var encoding: String?
    /// Which files of a folder are its feed.
    package var pick = Pick.newest
    /// Whether the number of records that the feed declares is known to be wrong.
    package var ignoresDeclaredCount = false
    /// The employer of all its vacancies that name none.
    package var employer: String?
    /// That employer's tax code.
    package var taxCode: String?
    /// When its vacancies are closed by absence.
    package var closing = ClosingPolicy()
    /// What a feed may ask for.
    package var limits = ParseLimits()
    /// How it is fetched.
    package var web = WebAccess()

    /// How a source on the web is reached.
    package struct WebAccess: Sendable {
        /// Whether it may lie at an address of a private network.
        package var allowsPrivateAddresses = false
        /// Other hosts that it may send the fetcher on to.
        package var hosts: Set<String> = []
        /// The environment variable whose value is the Authorization header that opens it.
        package var authorizationVariable: String?
        /// The environment variables of the user and password that open it instead.
        package var userVariable: String?
        /// See `userVariable`.
        package var passwordVariable: String?
        /// Seconds for the whole of a fetch.
        package var seconds = 120.0
        /// Megabytes on the wire.
        package var megabytes = 50

        /// Access without anything special.
        package init() {}
    }

    /// A source with the standard settings.
    package init(name: String, location: Location) {
        self.name = name
        self.location = location
    }

    /// Where its feed is, as people are shown it: without what an address may hold after its path.
    package var place: String {
        switch location {
        case .folder(let path), .file(let path): path
        case .web(let address): FeedSource.shown(address)
        }
    }
}

extension FeedSource {
    /// An address without a login and without what follows its path.
    private static func shown(_ address: String) -> String {
        let plain = address.prefix { $0 != "?" && $0 != "#" }
        guard let scheme = plain.range(of: "://") else { return String(plain) }
        let host = plain[scheme.upperBound...].prefix { $0 != "/" }
        guard let login = host.lastIndex(of: "@") else { return String(plain) }
        return String(plain[..<scheme.upperBound] + plain[plain.index(after: login)...])
    }
}

/// What reading feeds needs beside the database.
package struct FeedDesk: Sendable {
    /// Reads feeds in processes of their own.
    package let parser: FeedParser
    /// The folder of dialects.
    package let dialects: String
    /// The folder of archived bodies, of locks and of files at work.
    package let archive: FeedArchive
    /// How many days bodies are kept.
    package let archiveDays: Int
    /// What the fetcher calls itself, with how to reach whoever runs it.
    package let userAgent: String
    /// The variables of the process, from which the secrets of sources come.
    package let environment: [String: String]
    /// The sources that the configuration names.
    package let sources: [FeedSource]

    /// A desk.
    package init(
        parser: FeedParser,
        dialects: String,
        archive: FeedArchive,
        archiveDays: Int,
        userAgent: String,
        environment: [String: String],
        sources: [FeedSource] = []
    ) {
        self.parser = parser
        self.dialects = dialects
        self.archive = archive
        self.archiveDays = archiveDays
        self.userAgent = userAgent
        self.environment = environment
        self.sources = sources
    }
}
