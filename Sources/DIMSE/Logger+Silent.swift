package import Logging

extension Logger {
    /// One that says nothing: for what is only tried.
    package static let silent = Logger(label: "gantry", factory: { _ in SwiftLogNoOpLogHandler() })
}
