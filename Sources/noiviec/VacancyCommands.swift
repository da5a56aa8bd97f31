import ArgumentParser
import Foundation
import Operations
import Service
import Vacancies

/// The commands `noiviec vacancies …`.
struct VacancyCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vacancies",
        abstract: "Vacancies that come by phone or on paper: import a sheet, confirm, close.",
        subcommands: [ImportSheet.self, ListUnconfirmed.self, ConfirmVacancy.self, CloseVacancy.self]
    )
}

/// The command `noiviec vacancies import`.
struct ImportSheet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take in an .xlsx sheet with the fields of form 02 (Mẫu 02): employer, occupation, quantity and more."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The sheet.")
    var file: String

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: true)
        let report = try await office.importVacancies(sheet: file, actor: "cli", progress: Terminal.progress())
        if options.json {
            try Terminal.printJSON(report)
        } else {
            for problem in report.problems {
                let place = [problem.row.map { "dòng/row \($0)" }, problem.column].compactMap { $0 }.joined(
                    separator: ", "
                )
                Terminal.show("\(file): \(place): \(problem.vietnamese)\n\(file): \(place): \(problem.english)")
            }
            if let ingest = report.ingest { print(ingest.line) }
            print("\(report.vacancies) vacancies, \(report.refused) rows refused")
        }
        if report.refused > 0 || report.ingest?.grade != .good { throw ExitCode(1) }
    }
}

/// The command `noiviec vacancies unconfirmed`.
struct ListUnconfirmed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unconfirmed",
        abstract: "Vacancies whose employer is to be asked whether they still stand, longest unasked first."
    )
    @OptionGroup var options: CommonOptions

    private struct Row: Encodable {
        let id: String
        let employer: String
        let title: String
        let confirmed: String?
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let rows = try await office.vacanciesToConfirm().map { vacancy in
            Row(
                id: "\(vacancy.id)",
                employer: vacancy.employer,
                title: vacancy.title,
                confirmed: vacancy.confirmedOn?.description
            )
        }
        if options.json { return try Terminal.printJSON(rows) }
        for row in rows { Terminal.show("\(row.id)  \(row.confirmed ?? "-")  \(row.employer): \(row.title)") }
    }
}

/// The command `noiviec vacancies confirm`.
struct ConfirmVacancy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Note that the employer said today that a vacancy still stands."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The vacancy's number, as `noiviec vacancies unconfirmed` lists it.")
    var id: Int64

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        guard let id = VacancyID(id) else { throw OperationError.noVacancy }
        try await office.confirmVacancy(id, caller: .commandLine)
    }
}

/// The command `noiviec vacancies close`.
struct CloseVacancy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close a vacancy on its employer's word."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The vacancy's number.")
    var id: Int64

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        guard let id = VacancyID(id) else { throw OperationError.noVacancy }
        try await office.closeVacancy(id, caller: .commandLine)
    }
}
