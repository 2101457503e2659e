import DIMSE
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// `/health/live` says that the process serves requests; `/health/ready`, that some archive answers too, and how long
/// our certificates hold.
enum Health {
    static func routes(_ monitor: HealthMonitor, _ certificates: CertificateWatch) -> [Route] {
        [
            Route("/health/live", [.get: { _, _ in .json(.ok, "{\"status\":\"live\"}") }]),
            Route(
                "/health/ready",
                [.get: { _, _ in readiness(of: await monitor.report, await certificates.certificates) }]
            ),
        ]
    }

    /// One archive that answers makes the gateway ready: an outage of another does not take the whole down.
    private static func readiness(
        of report: [HealthMonitor.Entry],
        _ certificates: [(name: String, certificate: CertificateSummary)]
    ) -> Response {
        let isReady = report.contains(where: \.answers)
        let archives = report.map(json).joined(separator: ",")
        let held = certificates.map { json(use: $0.name, $0.certificate) }.joined(separator: ",")
        return .json(
            isReady ? .ok : .serviceUnavailable,
            "{\"status\":\"\(isReady ? "ready" : "not ready")\",\"archives\":[\(archives)],\"certificates\":[\(held)]}"
        )
    }

    private static func json(use: String, _ certificate: CertificateSummary) -> String {
        "{\"use\":\(use.quotedAsJSON),\"expires\":\"\(certificate.notAfter.formatted(.iso8601))\","
            + "\"daysLeft\":\(certificate.daysLeft(at: Date()))}"
    }

    private static func json(_ entry: HealthMonitor.Entry) -> String {
        let head = "{\"name\":\(entry.name.quotedAsJSON)"
        let suspended = entry.isSuspended ? ",\"suspended\":true" : ""
        guard let finding = entry.finding else { return "\(head),\"answers\":null\(suspended)}" }
        let checked = "\"checked\":\"\(finding.checked.formatted(.iso8601))\",\"milliseconds\":\(finding.milliseconds)"
        let failure = finding.failure.map { ",\"failure\":\($0.quotedAsJSON)" } ?? ""
        return "\(head),\"answers\":\(entry.answers),\(checked)\(failure)\(suspended)}"
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
