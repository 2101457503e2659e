import DICOM
import Logging
import TestLog
import Testing

@testable import Gateway

@Suite struct CharacterSetWarningTests {
    private static func lines(of missing: [String]) -> [String] {
        let log = TestLog()
        Gateway.warn(of: missing, log.logger)
        return log.events.map { "\($0.level): \($0.message) \($0.metadata?["encodings"] ?? "")" }
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
