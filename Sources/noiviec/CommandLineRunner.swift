import ArgumentParser
import Foundation
import Service

/// Turns the outcome of a command into an exit code and a sentence on standard error.
enum CommandLineRunner {
    /// The configuration file where none is named: NOIVIEC_CONFIG, or Config/noiviec.yaml in the current folder.
    static var defaultConfiguration: String {
        ProcessInfo.processInfo.environment["NOIVIEC_CONFIG"] ?? "Config/noiviec.yaml"
    }

    /// Parses the arguments and runs the command.
    static func main(_ type: Noiviec.Type) async -> Never {
        do {
            var command = try type.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            exit(0)
        } catch let code as ExitCode {
            exit(code.rawValue)
        } catch {
            if let problem = Problem(error) {
                Terminal.say(problem.english + "\n" + problem.vietnamese)
                exit(problem.exitCode)
            }
            let code = type.exitCode(for: error)
            let text = type.fullMessage(for: error)
            if code == .success {
                print(text)
                exit(0)
            }
            let isUsage = code == .validationFailure
            FileHandle.standardError.write(Data((isUsage ? text : "Internal error: \(error)").utf8 + [0x0A]))
            exit(isUsage ? 2 : 3)
        }
    }
}
