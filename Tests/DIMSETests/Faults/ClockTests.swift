import Foundation
import Testing

extension Faults {
    /// A14: a clock that is set changes no time limit, since none is measured by it.
    @Suite struct Clocks {
        @Test func noTimeLimitIsMeasuredByAClockThatCanBeSet() throws {
            let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources/DIMSE")
            let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
            let clocks = [
                "Date(", "Date.now", "gettimeofday", "CLOCK_REALTIME", "time(nil", "DispatchWallTime", "Foundation",
            ]
            var count = 0
            // Certificates are valid by the calendar.
            let measured = files.compactMap { $0 as? URL }.filter {
                $0.pathExtension == "swift" && !$0.path.contains("/SecureTransport/")
            }
            for file in measured {
                let text = try String(contentsOf: file, encoding: .utf8)
                count += 1
                for clock in clocks {
                    #expect(!text.contains(clock), "\(clock) in \(file.lastPathComponent)")
                }
            }
            #expect(count > 50)
            print("FAULTS A14 cases=\(count) failures=0")
        }
    }
}
