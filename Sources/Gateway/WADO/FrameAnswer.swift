import DICOMweb
import HTTPTypes
import Hummingbird
import NIOCore

/// A response of one part for each frame, whatever the parts hold: frames as stored, decoded, or drawn.
struct FrameAnswer: Sendable {
    let choice: Accept.Choice
    /// What each part is; of several in one payload the first's type is the payload's.
    let contentType: MediaType
    /// The absolute URL of a frame's representation.
    let location: @Sendable (Int) -> String
    /// How many frames may be made while one is written.
    let ahead: Int
    let bytes: @Sendable (Int) async throws -> ByteBuffer

    /// The frames, counted from 1, in that order; at least one.
    ///
    /// The first is at hand before the status line. A payload that is ready has a known length, and nothing in it can
    /// fail after that.
    ///
    /// - Parameter isReady: whether a single frame in parts may be held in whole.
    func response(_ frames: [Int], isReady: Bool) async throws -> Response {
        let first = try await bytes(frames[0])
        if choice.packaging == .single {
            return Response(
                status: .ok,
                headers: [.contentType: contentType.description, .contentLocation: location(frames[0])],
                body: ResponseBody(byteBuffer: first)
            )
        }
        let multipart = MultipartWriter(rootType: choice.mediaType)
        return Response(
            status: .ok,
            headers: [.contentType: multipart.contentType.description],
            body: isReady && frames.count == 1
                ? ready(frames[0], first, multipart) : streamed(frames, first, multipart)
        )
    }

    private func ready(_ frame: Int, _ bytes: ByteBuffer, _ multipart: MultipartWriter) -> ResponseBody {
        var multipart = multipart
        return ResponseBody(contentsOf: [head(of: frame, &multipart), bytes, multipart.closing])
    }

    private func streamed(_ frames: [Int], _ first: ByteBuffer, _ multipart: MultipartWriter) -> ResponseBody {
        ResponseBody { writer in
            var multipart = multipart
            try await writer.write(head(of: frames[0], &multipart))
            try await writer.write(first)
            try await MadeAhead(ahead: ahead, make: bytes).forEach(Array(frames.dropFirst())) { frame, part in
                try await writer.write(head(of: frame, &multipart))
                try await writer.write(part)
            }
            try await writer.write(multipart.closing)
            try await writer.finish(nil)
        }
    }

    private func head(of frame: Int, _ multipart: inout MultipartWriter) -> ByteBuffer {
        multipart.head(contentType: contentType, contentLocation: location(frame))
    }
}
