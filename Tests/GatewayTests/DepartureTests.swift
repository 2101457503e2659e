import DICOMweb
import Gateway
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

/// A client that leaves cancels what is done for it (G-27).
@Suite struct DepartureTests {
    /// Waits for ever in the handler or, after some bytes, in the body; reports that it does, and whether it was cancelled.
    private static func waiting(
        in place: Place,
        _ began: AsyncStream<Void>.Continuation,
        _ cancelled: AsyncStream<Bool>.Continuation
    ) -> ResourceHandlers {
        @Sendable func wait() async throws {
            began.yield()
            do {
                try await Task.sleep(for: .seconds(30))
            } catch {
                cancelled.yield(true)
                throw error
            }
            cancelled.yield(false)
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
        let (beginnings, began) = AsyncStream.makeStream(of: Void.self)
        let (outcomes, cancelled) = AsyncStream.makeStream(of: Bool.self)
        try await withGateway(handlers: Self.waiting(in: place, began, cancelled)) { port in
            try await RawConnection.open(to: port) { connection in
                try await connection.send("GET /dicom-web/studies HTTP/1.1\r\nHost: x\r\n\r\n")
                await beginnings.first()
            }
            #expect(await outcomes.first() == true)
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: Place.allCases)
    func resettingTheHTTP2StreamCancels(place: Place) async throws {
        let (beginnings, began) = AsyncStream.makeStream(of: Void.self)
        let (outcomes, cancelled) = AsyncStream.makeStream(of: Bool.self)
        try await withTLSGateway(handlers: Self.waiting(in: place, began, cancelled)) { port in
            try await HTTP2Connection.open(to: port) { connection in
                _ = try await connection.get("/dicom-web/studies") { await beginnings.first() }
                #expect(await outcomes.first() == true)
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

extension AsyncStream {
    @discardableResult
    fileprivate func first() async -> Element? {
        for await element in self { return element }
        return nil
    }
}
