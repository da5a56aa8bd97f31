import ArgumentParser
import Foundation
import Operations
import Service

/// The commands `noiviec key …`.
struct KeyCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "The key that opens identity numbers and phones: check it, change it.",
        subcommands: [CheckKey.self, RotateKey.self]
    )
}

/// The command `noiviec key check`.
struct CheckKey: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Open everything that is sealed, show nothing of it, and say whether all of it opens."
    )
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let check = try await office.checkKey(caller: .commandLine)
        if options.json {
            try Terminal.printJSON(check)
        } else {
            print("\(check.people) people, \(check.numbers) identity numbers and \(check.phones) phones open.")
            if check.unreadable > 0 { print("Of \(check.unreadable) people something does not open.") }
        }
        if check.unreadable > 0 { throw ExitCode(1) }
    }
}

/// The command `noiviec key rotate`.
struct RotateKey: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Change the key: everything is wrapped and hashed anew in one transaction.",
        discussion: """
            Stop the service before. The new key is made where the file is not there. Afterwards put its path into \
            database.key-file, or the key into NOIVIEC_DATABASE_KEY, and back it up apart from the database. Keep the old \
            key for as long as backups of before are kept. Killed in the middle, the database is as before or as after: \
            `noiviec key check` with one key and the other tells which.
            """
    )
    @OptionGroup var options: CommonOptions
    @Option(help: "The file of the new key.")
    var newKeyFile: String

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let key =
            FileManager.default.fileExists(atPath: newKeyFile)
            ? try MasterKey.read(file: newKeyFile) : try MasterKey.make(file: newKeyFile)
        let rotation = try await office.rotateKey(
            to: key,
            caller: .commandLine,
            progress: Terminal.progress()
        ).rotation
        if options.json { return try Terminal.printJSON(rotation) }
        print("\(rotation.people) people; the new key signs the audit from line \(rotation.auditFrom).")
        print("From now on the database opens with \(newKeyFile) only: put it into database.key-file, and back it up.")
    }
}
