import DIMSE
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// `/health/live` says that the process serves requests; `/health/ready`, that some archive answers too, how long our
/// certificates hold, and what confines the codec workers.
enum Health {
    static func routes(_ monitor: HealthMonitor, _ certificates: CertificateWatch, _ codecs: CodecPool?) -> [Route] {
        [
            Route("/health/live", [.get: { _, _ in .json(.ok, "{\"status\":\"live\"}") }]),
            Route(
                "/health/ready",
                [.get: { _, _ in readiness(of: await monitor.report, await certificates.certificates, codecs) }]
            ),
        ]
    }

    /// One archive that answers makes the gateway ready: an outage of another does not take the whole down.
    private static func readiness(
        of report: [HealthMonitor.Entry],
        _ certificates: [(name: String, certificate: CertificateSummary)],
        _ codecs: CodecPool?
    ) -> Response {
        let isReady = report.contains(where: \.answers)
        let archives = report.map(json).joined(separator: ",")
        let held = certificates.map { json(use: $0.name, $0.certificate) }.joined(separator: ",")
        return .json(
            isReady ? .ok : .serviceUnavailable,
            "{\"status\":\"\(isReady ? "ready" : "not ready")\",\"archives\":[\(archives)],\"certificates\":[\(held)]"
                + "\(codecs.map(json) ?? "")}"
        )
    }

    private static func json(_ codecs: CodecPool) -> String {
        let quoted = { (names: [String]) in names.map(\.quotedAsJSON).joined(separator: ",") }
        let sandbox = codecs.sandbox.map {
            ",\"confined\":\($0.isTight),\"inForce\":[\(quoted($0.inForce))],\"missing\":[\(quoted($0.missing))]"
        }
        return ",\"codecs\":{\"workers\":\(codecs.sandbox == nil ? 0 : codecs.count)\(sandbox ?? "")}"
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
