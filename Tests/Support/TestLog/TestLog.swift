package import Logging
import NIOConcurrencyHelpers

/// A log that a test reads.
package final class TestLog: Sendable {
    private let written = NIOLockedValueBox<[LogEvent]>([])

    package init() {}

    package var events: [LogEvent] { written.withLockedValue { $0 } }
    /// Each message with its metadata.
    package var lines: [String] { events.map { "\($0.message) \($0.metadata ?? [:])" } }
    package var logger: Logger { Logger(label: "test", factory: { _ in Handler(log: self) }) }

    /// Waits for a line that has the text in it.
    package func line(with text: String) async throws -> String {
        while true {
            if let line = lines.first(where: { $0.contains(text) }) { return line }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    private struct Handler: LogHandler {
        let log: TestLog
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.debug

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            log.written.withLockedValue { $0.append(event) }
        }
    }
}
