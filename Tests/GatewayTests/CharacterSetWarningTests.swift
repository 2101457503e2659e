import DICOM
import Logging
import NIOConcurrencyHelpers
import Testing

@testable import Gateway

@Suite struct CharacterSetWarningTests {
    private struct Recorder: LogHandler {
        let lines: NIOLockedValueBox<[String]>
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            lines.withLockedValue {
                $0.append("\(event.level): \(event.message) \(event.metadata?["encodings"] ?? "")")
            }
        }
    }

    private static func lines(of missing: [String]) -> [String] {
        let lines = NIOLockedValueBox<[String]>([])
        let logger = Logger(label: "test") { _ in Recorder(lines: lines) }
        Gateway.warn(of: missing, logger)
        return lines.withLockedValue { $0 }
    }

    @Test func whatIconvLacksIsSaidOnceAtTheStart() {
        let lines = Self.lines(of: ["EUC-KR", "GB18030"])
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix("warning: ") == true && lines.first?.hasSuffix("EUC-KR, GB18030") == true)
    }

    @Test func nothingIsSaidWhereNothingIsMissing() {
        #expect(Self.lines(of: []).isEmpty)
        #expect(CharacterSet.missingSystemEncodings.isEmpty, "these tests need iconv's modules themselves")
    }
}
