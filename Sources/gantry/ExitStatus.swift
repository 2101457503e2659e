import ArgumentParser
import Gateway

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Gantry {
    /// Says what ended the command, and ends the process.
    ///
    /// ArgumentParser ends with 64 for wrong usage (`EX_USAGE`); ours is 2, as for a wrong configuration.
    static func end(because error: any Error) -> Never {
        if error is ConfigurationError {
            Terminal.complain("\(error)")
            _exit(2)
        }
        // Says nothing more: what is wrong has been said.
        if let code = error as? ExitCode { _exit(code.rawValue) }
        switch exitCode(for: error) {
        case .success: exit(withError: error)
        case .validationFailure:
            Terminal.complain(fullMessage(for: error))
            _exit(2)
        default:
            Terminal.complain("gantry: \(error)")
            _exit(1)
        }
    }
}

/// What people read: results on the standard output, everything else on the standard error; unbuffered, since pipes
/// and journals read along.
enum Terminal {
    static func say(_ text: String) { write(text, to: STDOUT_FILENO) }

    /// Whether a person reads the standard output.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    static func complain(_ text: String) { write(text, to: STDERR_FILENO) }

    private static func write(_ text: String, to descriptor: CInt) {
        var bytes = Array("\(text)\n".utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { posixWrite(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}

private let posixWrite = write
