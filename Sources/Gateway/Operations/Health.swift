import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// `/health/live` says that the process serves requests; `/health/ready`, that some archive answers too.
enum Health {
    static func routes(_ monitor: HealthMonitor) -> [Route] {
        [
            Route("/health/live", [.get: { _, _ in .json(.ok, "{\"status\":\"live\"}") }]),
            Route("/health/ready", [.get: { _, _ in readiness(of: await monitor.report) }]),
        ]
    }

    /// One archive that answers makes the gateway ready: an outage of another does not take the whole down.
    private static func readiness(of report: [(name: String, finding: HealthMonitor.Finding?)]) -> Response {
        let isReady = report.contains { $0.finding.map { $0.failure == nil } ?? false }
        let archives = report.map { json(name: $0.name, $0.finding) }.joined(separator: ",")
        return .json(
            isReady ? .ok : .serviceUnavailable,
            "{\"status\":\"\(isReady ? "ready" : "not ready")\",\"archives\":[\(archives)]}"
        )
    }

    private static func json(name: String, _ finding: HealthMonitor.Finding?) -> String {
        let head = "{\"name\":\(name.quotedAsJSON)"
        guard let finding else { return "\(head),\"answers\":null}" }
        let checked = "\"checked\":\"\(finding.checked.formatted(.iso8601))\",\"milliseconds\":\(finding.milliseconds)"
        guard let failure = finding.failure else { return "\(head),\"answers\":true,\(checked)}" }
        return "\(head),\"answers\":false,\(checked),\"failure\":\(failure.quotedAsJSON)}"
    }
}

extension Response {
    static func json(_ status: HTTPResponse.Status, _ text: String) -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}
