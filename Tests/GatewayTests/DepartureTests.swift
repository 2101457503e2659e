import DICOMweb
import Gateway
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

/// A client that leaves cancels what is done for it (G-27).
@Suite struct DepartureTests {
    /// Reports how long it took from the start of the work to its cancellation.
    private static func waiting(
        in place: Place,
        _ report: AsyncStream<Bool>.Continuation
    ) -> ResourceHandlers {
        @Sendable func wait() async throws {
            do {
                try await Task.sleep(for: .seconds(30))
            } catch {
                report.yield(Task.isCancelled)
                throw error
            }
            report.yield(false)
        }
        return .answering { _ in
            if place == .handler { try await wait() }
            return Response(
                status: .ok,
                body: ResponseBody { writer in
                    try await writer.write(ByteBuffer(string: "x"))
                    try await wait()
                    try await writer.finish(nil)
                }
            )
        }
    }

    enum Place: CaseIterable { case handler, body }

    @Test(.timeLimit(.minutes(1)), arguments: Place.allCases)
    func closingTheConnectionCancels(place: Place) async throws {
        let (reports, report) = AsyncStream.makeStream(of: Bool.self)
        try await withGateway(handlers: Self.waiting(in: place, report)) { port in
            try await RawConnection.open(to: port) { connection in
                try await connection.send("GET /dicom-web/studies HTTP/1.1\r\nHost: x\r\n\r\n")
                try await Task.sleep(for: .milliseconds(100))
            }
            let start = ContinuousClock.now
            var iterator = reports.makeAsyncIterator()
            #expect(await iterator.next() == true)
            #expect(ContinuousClock.now - start < .seconds(1))
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: Place.allCases)
    func resettingTheHTTP2StreamCancels(place: Place) async throws {
        let (reports, report) = AsyncStream.makeStream(of: Bool.self)
        try await withTLSGateway(handlers: Self.waiting(in: place, report)) { port in
            try await HTTP2Connection.open(to: port) { connection in
                _ = try await connection.get("/dicom-web/studies", leavingAfter: .milliseconds(100))
                var iterator = reports.makeAsyncIterator()
                #expect(await iterator.next() == true)
                #expect(try await connection.get("/health/live").status == "200")
            }
        }
    }

    @Test func aConnectionServesOneRequestAfterAnother() async throws {
        try await withGateway { port in
            try await RawConnection.open(to: port) { connection in
                for _ in 1...3 {
                    try await connection.send("GET /dicom-web/studies HTTP/1.1\r\nHost: x\r\n\r\n")
                    #expect(try await connection.receive(until: "answered").hasPrefix("HTTP/1.1 200"))
                }
            }
        }
    }
}
