import DICOM
import NIOCore
import Pixels

/// Frames of an image as a GIF that moves, written frame by frame.
struct MovingPicture: Sendable {
    let frames: [Int]
    /// How long each stays, in hundredths of a second.
    private let delays: [Int]
    private let picture: @Sendable (Int) async throws -> Picture
    private let codecs: CodecPool

    /// - Parameters:
    ///   - frames: numbers from 1; at least one.
    ///   - picture: draws a frame.
    init(
        _ frames: [Int],
        of header: DataSet,
        codecs: CodecPool,
        picture: @Sendable @escaping (Int) async throws -> Picture
    ) {
        self.frames = frames
        self.picture = picture
        self.codecs = codecs
        let times = FrameTimes(header)
        delays = frames.map { max(Self.shortest, Int((times.milliseconds(of: $0) / 10).rounded())) }
    }

    /// Browsers take less for a mistake, and a tenth of a second for it.
    private static let shortest = 2

    /// The first frame is at hand; the others are drawn as they are wanted.
    func body() async throws -> RenderedBody {
        let first = try await picture(frames[0])
        let writer = try GIFWriter(width: first.width, height: first.height, isMoving: frames.count > 1)
        var head = writer.head
        var frame = try await codecs.run { [delays] _ in try writer.frame(first, delay: delays[0]) }
        head.writeBuffer(&frame)
        return .moving(head, rest: Rest(of: self, writer))
    }

    /// The frames behind the first, and what ends them.
    struct Rest: Sendable {
        private let moving: MovingPicture
        private let writer: GIFWriter
        private var index = 1

        fileprivate init(of moving: MovingPicture, _ writer: GIFWriter) {
            self.moving = moving
            self.writer = writer
        }

        /// The next bytes; nil after the last.
        mutating func next() async throws -> ByteBuffer? {
            defer { index += 1 }
            if index == moving.frames.count { return writer.trailer }
            guard index < moving.frames.count else { return nil }
            let picture = try await moving.picture(moving.frames[index])
            let delay = moving.delays[index]
            return try await moving.codecs.run { [writer] _ in try writer.frame(picture, delay: delay) }
        }
    }
}

/// How long each frame of a cine is shown (PS3.3 §C.7.6.5).
struct FrameTimes: Hashable, Sendable {
    /// Of the frame with that index, from the one before it; empty where all have the same.
    private let vector: [Double]
    private let usual: Double

    /// Of images that do not say.
    private static let standard = 100.0
    private static let longest = 60_000.0

    init(_ header: DataSet) {
        vector = header.numbers(.frameTimeVector)
        let rate = [header.number(.recommendedDisplayFrameRate), header.number(.cineRate)].compactMap(\.self)
            .first { $0 > 0 }
        let time = header.number(.frameTime).flatMap { $0 > 0 ? $0 : nil }
        usual = time ?? rate.map { 1_000 / $0 } ?? Self.standard
    }

    /// - Parameter frame: its number, from 1.
    func milliseconds(of frame: Int) -> Double {
        // What the vector says of a frame is the time since the one before it.
        let own = vector.indices.contains(frame) ? vector[frame] : usual
        return own.isFinite && own > 0
            ? min(own, Self.longest) : usual.isFinite ? min(usual, Self.longest) : Self.standard
    }
}
