import DICOM
import NIOCore
import Testing

@testable import Pixels

struct GIFTests {
    @Test func greyComesBackExactly() throws {
        var random = Random(seed: 5)
        for (width, height) in [(1, 1), (3, 2), (256, 1), (200, 130)] {
            let samples = (0..<width * height).map { _ in UInt8.random(in: 0...255, using: &random) }
            let picture = Picture(width: width, height: height, components: 1, samples: samples)
            let frames = try GIFReader.frames(picture.gif())
            #expect(frames.count == 1 && frames[0].rgb == samples.flatMap { [$0, $0, $0] })
        }
    }

    /// Long runs fill the table of codes and clear it.
    @Test(arguments: [0, 1, 4_095, 4_096, 70_000, 400_000])
    func runsOfAnyLengthComeBack(count: Int) throws {
        let samples = (0..<max(1, count)).map { UInt8(truncatingIfNeeded: $0 / 37 &* ($0 / 1_000)) }
        let picture = Picture(width: 1, height: 1, components: 1, samples: [7])
        _ = try picture.gif()
        var bytes = ByteBuffer()
        LZWEncoder.write(samples, to: &bytes)
        #expect(try GIFReader.decompressed(&bytes) == samples)
    }

    @Test func upTo256ColoursAreExact() throws {
        let samples = (0..<256 * 3).map { UInt8(truncatingIfNeeded: $0 &* 89) }
        let picture = Picture(width: 16, height: 16, components: 3, samples: samples)
        #expect(try GIFReader.frames(picture.gif())[0].rgb == samples)
    }

    @Test func moreColoursAreNear() throws {
        let (width, height) = (128, 128)
        let samples = (0..<width * height).flatMap { place -> [UInt8] in
            [UInt8(place % width * 2), UInt8(place / width * 2), UInt8((place % width + place / width) / 2)]
        }
        let picture = Picture(width: width, height: height, components: 3, samples: samples)
        let back = try GIFReader.frames(picture.gif())[0].rgb
        let differences = zip(samples, back).map { abs(Int($0) - Int($1)) }
        #expect((differences.max() ?? 255) <= 24)
        #expect(differences.reduce(0, +) / differences.count <= 6)
    }

    @Test func framesMoveAndBeginAnew() throws {
        let pictures = (0..<3).map { number in
            Picture(width: 2, height: 1, components: 1, samples: [UInt8(number), UInt8(number + 10)])
        }
        let writer = try GIFWriter(width: 2, height: 1, isMoving: true)
        var bytes = writer.head
        for (number, picture) in pictures.enumerated() {
            var frame = try writer.frame(picture, delay: 4 + number)
            bytes.writeBuffer(&frame)
        }
        var trailer = writer.trailer
        bytes.writeBuffer(&trailer)
        #expect(bytes.readableBytesView.contains(UInt8(ascii: "N")))
        let frames = try GIFReader.frames(bytes)
        #expect(frames.map(\.delay) == [4, 5, 6])
        #expect(frames.map(\.rgb) == pictures.map { $0.samples.flatMap { [$0, $0, $0] } })
        #expect(throws: PixelError.invalidViewport) {
            try writer.frame(Picture(width: 1, height: 1, components: 1, samples: [0]), delay: 0)
        }
    }

    @Test func whatGIFCannotExpressIsRefused() {
        #expect(throws: PixelError.tooLarge) { try GIFWriter(width: 65_536, height: 1, isMoving: false) }
    }
}
