import DIMSE
import Gateway
import NIOConcurrencyHelpers
import Testing

@Suite struct HealthTests {
    private static func report(of probes: [HealthMonitor.Probe]) async throws -> RawResponse {
        try await withGateway(probes: probes) { port in
            var response = try await RawResponse.request("/health/ready", port: port)
            while response.body.contains("\"answers\":null") {
                try await Task.sleep(for: .milliseconds(10))
                response = try await RawResponse.request("/health/ready", port: port)
            }
            return response
        }
    }

    private static let answering = HealthMonitor.Probe(name: "up") {}
    private static let silent = HealthMonitor.Probe(name: "down") {
        throw ArchiveError(archive: "down", step: .echo, cause: .association(.timedOut(.connect)))
    }

    @Test func aProcessThatServesIsLive() async throws {
        try await withGateway { port in
            let response = try await RawResponse.request("/health/live", port: port)
            #expect(response.status == 200)
            #expect(response.body == "{\"status\":\"live\"}")
        }
    }

    @Test func oneArchiveThatAnswersIsEnough() async throws {
        let response = try await Self.report(of: [Self.answering, Self.silent])
        #expect(response.status == 200)
        #expect(response.body.contains("{\"name\":\"up\",\"answers\":true,\"checked\":\"20"))
        #expect(response.body.contains("\"failure\":\"Archive down cannot be reached: nothing answers there in time"))
    }

    @Test func anArchiveThatIsLeftAloneDoesNotCountWhateverItLastAnswered() async throws {
        let probe = HealthMonitor.Probe(name: "west", isSuspended: { true }, echo: {})
        let response = try await Self.report(of: [probe])
        #expect(response.status == 503)
        #expect(response.body.contains("{\"name\":\"west\",\"answers\":false,"))
        #expect(response.body.contains(",\"suspended\":true}"))
    }

    /// C-ECHO that found no association free says nothing of the archive.
    @Test func anArchiveThatRequestsKeepBusyIsNotTakenForSilent() async throws {
        let attempts = NIOLockedValueBox(0)
        let probe = HealthMonitor.Probe(name: "busy", probeTime: { _ in try await Task.sleep(for: .milliseconds(10)) })
        {
            let attempt = attempts.withLockedValue {
                $0 += 1
                return $0
            }
            guard attempt > 1 else { return }
            throw ArchiveError(archive: "busy", step: .echo, cause: .noCapacity(.init(.waitedTooLong, retryAfter: 1)))
        }
        try await withGateway(probes: [probe]) { port in
            try await eventually { attempts.withLockedValue { $0 } > 3 }
            #expect(try await RawResponse.request("/health/ready", port: port).status == 200)
        }
    }

    @Test func withoutAnArchiveThatAnswersItIsNotReady() async throws {
        #expect(try await Self.report(of: [Self.silent]).status == 503)
        #expect(try await Self.report(of: []).status == 503)
    }
}
