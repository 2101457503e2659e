import DIMSE
import Foundation
import Testing

@testable import Gateway

/// The table of time limits in docs/operations.md is what the code does (A12): units and all.
struct TimeLimitTests {
    private static let documented: [String: String] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/operations.md")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        let section = text.components(separatedBy: "## Time limits").dropFirst().first ?? ""
        let rows = section.components(separatedBy: "\n## ")[0].split(separator: "\n").filter { $0.hasPrefix("| `") }
        return [String: String](
            rows.map { row in
                let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
                return (cells[0].trimmingCharacters(in: ["`"]), cells[1])
            },
            uniquingKeysWith: { _, last in last }
        )
    }()

    private static var actual: [String: Duration] {
        let gateway = GatewayConfiguration.Timeouts()
        let association = AssociationTimeouts()
        let server = ServerConfiguration.Timeouts()
        return [
            "queue": gateway.queue, "connect": gateway.connect, "associate": gateway.associate,
            "response": gateway.response,
            "progress": gateway.progress, "release": gateway.release, "send": association.send,
            "cancel": association.cancel, "caller's request": server.associate, "caller's idleness": server.idle,
            "caller's progress": server.progress, "caller's reading": server.send, "caller's response": server.response,
        ]
    }

    @Test func theTableIsWhatTheCodeDoes() throws {
        #expect(Self.documented.keys.sorted() == Self.actual.keys.sorted())
        for (name, limit) in Self.actual {
            let text = try #require(Self.documented[name], "\(name)")
            #expect(text.hasSuffix("s") && !text.hasSuffix("ms"), "\(name): \(text)")
            #expect(Int(text.dropLast()).map { Duration.seconds($0) } == limit, "\(name): \(text), not \(limit)")
        }
    }
}
