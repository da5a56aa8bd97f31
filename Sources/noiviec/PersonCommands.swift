import ArgumentParser
import Foundation
import Households
import Operations
import Referrals
import Service
import Vocabulary

/// The commands `noiviec people …`.
struct PersonCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "One person: what is kept, what was answered, consent, erasing.",
        subcommands: [
            ShowPerson.self, AnswerQuestions.self, WithdrawConsent.self, GiveConsent.self, ErasePerson.self,
        ]
    )

    /// The member of a number.
    static func member(_ text: String) throws -> MemberID {
        guard let number = Int64(text), let id = MemberID(number) else {
            throw ValidationError("A person is named by number; `noiviec registry find` lists them.")
        }
        return id
    }

    /// A day up to today.
    static func day(_ text: String) throws -> Day {
        guard let day = Day(iso: text) else { throw ValidationError("A day is written yyyy-MM-dd.") }
        return day
    }
}

/// The command `noiviec people show`.
struct ShowPerson: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "All that is kept about a person; who looked and for what is noted in the audit."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The person, by number.", transform: PersonCommands.member)
    var person: MemberID
    @Option(help: "For what: counselling, asking, correction, request or control.")
    var purpose: String

    func run() async throws {
        guard let purpose = OpeningPurpose(rawValue: purpose) else {
            let known = OpeningPurpose.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--purpose is one of \(known).")
        }
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let page = try await office.openPerson(caller: .commandLine, person, purpose: purpose)
        if options.json { return try Terminal.printJSON(page) }
        Terminal.show("\(page.name), \(page.birth), \(page.relation), \(page.ethnicity ?? "-")")
        Terminal.show("\(page.household), \(page.village), \(page.commune)")
        Terminal.show("identity number \(page.nationalID ?? "-"), phone \(page.phone ?? "-")")
        if !page.isContactable {
            print("does not want to be contacted, since \(page.contactWishOn ?? "-")")
        }
        for answer in page.answers {
            Terminal.show("\(answer.field): \(answer.value) (\(answer.day), \(answer.actor))")
        }
    }
}

/// The command `noiviec people answer`.
struct AnswerQuestions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Record what a person has answered; rolls of the same day or before do not change it.",
        discussion: """
            Fields: \(AnswerField.allCases.map(\.rawValue).joined(separator: ", ")). Yes and no are true and false; \
            several words stand between spaces.
            """
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The person, by number.", transform: PersonCommands.member)
    var person: MemberID
    @Option(name: .customLong("set"), help: "A field and its answer, as reach=province; may be given several times.")
    var answers: [String]
    @Option(help: "The day of the answer, yyyy-MM-dd; else today.", transform: PersonCommands.day)
    var day: Day?

    func validate() throws {
        guard answers.allSatisfy({ $0.contains("=") }) else { throw ValidationError("--set is field=answer.") }
    }

    func run() async throws {
        let pairs = answers.map { text in
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), String(parts[1]))
        }
        let answers = try MemberAnswers(Dictionary(pairs) { _, last in last })
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let version = try await office.recordAnswers(
            caller: .commandLine,
            person,
            version: nil,
            answers,
            day: day
        )
        if options.json { return try Terminal.printJSON(["version": version]) }
        print("Recorded; the person's version is \(version).")
    }
}

/// The command `noiviec people withdraw`.
struct WithdrawConsent: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Record that a person withdraws consent and does not want to be contacted; no roll changes that."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The person, by number.", transform: PersonCommands.member)
    var person: MemberID
    @Option(help: "From which day, yyyy-MM-dd; else today.", transform: PersonCommands.day)
    var day: Day?
    @Option(help: "Why, where the person says so; no reason is needed.")
    var reason: String?

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        try await office.withdrawConsent(caller: .commandLine, person, day: day, reason: reason)
        print("Recorded; the person is not contacted any more.")
    }
}

/// The command `noiviec people consent`.
struct GiveConsent: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consent",
        abstract: "Record that a person agrees to be contacted again."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The person, by number.", transform: PersonCommands.member)
    var person: MemberID
    @Option(help: "The version of the text that was read out or shown.")
    var text: String
    @Option(help: "The language it was given in, as ISO 639-3, such as vie, tyz or ium.")
    var language = "vie"
    @Flag(help: "An interpreter helped.")
    var interpreter = false
    @Flag(help: "It was signed; else it was oral.")
    var signed = false
    @Option(help: "On which day, yyyy-MM-dd; else today.", transform: PersonCommands.day)
    var day: Day?

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let consent = Consent(
            textVersion: text,
            language: language,
            withInterpreter: interpreter,
            isSigned: signed
        )
        try await office.recordConsent(caller: .commandLine, person, consent, day: day)
        print("Recorded; the person may be contacted.")
    }
}

/// The command `noiviec people erase`.
struct ErasePerson: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erase a person for ever: all that identifies or describes them, their key, and files they stand in.",
        discussion: """
            Figures stay, by a random id. What could not be reached is listed, and the exit code is then 1: copies of files \
            elsewhere are for the office to delete. Backups made before still hold name and birth; their numbers cannot be \
            read without the key of the person, unless the backup holds that too: let backups go on their day.
            """
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The person, by number.", transform: PersonCommands.member)
    var person: MemberID
    @Option(help: "Why: request, purpose_over, unlawful or order.")
    var ground: String

    func run() async throws {
        guard let ground = ErasureGround(rawValue: ground) else {
            let known = ErasureGround.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--ground is one of \(known).")
        }
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let expiry = try await office.erasePerson(caller: .commandLine, person, ground: ground)
        try expiry.show(options)
    }
}

/// The command `noiviec expire`.
struct Expire: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Delete what is past its day: files with people in them, and feeds as they were received; for cron."
    )
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        try await office.expire(caller: .commandLine).show(options)
    }
}

extension FileExpiry {
    /// Prints what became of the files; leaves with 1 where something is left to do.
    fileprivate func show(_ options: CommonOptions) throws {
        if options.json {
            try Terminal.printJSON(self)
        } else {
            for file in deleted { Terminal.show("deleted: \(file)") }
            for file in unreached { Terminal.show("not reached (\(file.cause.rawValue)): \(file.file)") }
            if !isDatabaseRewritten {
                print("The database file was in use and is rewritten by the next `noiviec expire`.")
            }
        }
        if !unreached.isEmpty || !isDatabaseRewritten { throw ExitCode(1) }
    }
}
