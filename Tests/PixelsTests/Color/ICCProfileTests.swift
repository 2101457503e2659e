import NIOCore
import Testing

@testable import Pixels

struct ICCProfileTests {
    private static let spaces: [RGBSpace] = [.sRGB, .adobeRGB, .rommRGB]

    @Test(arguments: spaces) func whatIsMadeIsRead(space: RGBSpace) throws {
        let profile = try #require(ICCProfile(ICCProfile(space).bytes))
        #expect(profile.isRGB)
        let read = try #require(profile.space)
        for (expected, primaries) in zip(space.primaries, read.primaries) {
            #expect(zip(expected, primaries).allSatisfy { abs($0 - $1) < 1e-4 })
        }
        for step in 0...20 {
            let value = Double(step) / 20
            #expect(abs(space.curves[0](value) - read.curves[0](value)) < 1e-3)
        }
        // The primaries of every space add up to the white of all.
        for (axis, white) in [0.9642, 1, 0.8249].enumerated() {
            #expect(abs(space.primaries.reduce(0) { $0 + $1[axis] } - white) < 1e-3)
        }
    }

    private static func converted(_ samples: [UInt8], _ source: RGBSpace, _ target: RGBSpace) throws -> [UInt8] {
        let picture = Picture(width: samples.count / 3, height: 1, components: 3, samples: samples)
        return try #require(picture.converted(from: ICCProfile(source), to: target)).samples
    }

    @Test(arguments: spaces) func greyStaysGreyAndTheSameSpaceChangesNothing(space: RGBSpace) throws {
        let greys = (0...255).flatMap { [UInt8($0), UInt8($0), UInt8($0)] }
        #expect(try Self.converted(greys, space, space) == greys)
        let other = try Self.converted(greys, .sRGB, space)
        for pixel in stride(from: 0, to: other.count, by: 3) {
            #expect(abs(Int(other[pixel]) - Int(other[pixel + 1])) <= 1)
            #expect(abs(Int(other[pixel + 1]) - Int(other[pixel + 2])) <= 1)
        }
    }

    /// Adobe RGB (1998) §4.2.1: sRGB's red is (219, 0, 0) in it.
    @Test func coloursMoveToTheWiderSpace() throws {
        let wide = try Self.converted([255, 0, 0, 0, 255, 0, 255, 255, 255], .sRGB, .adobeRGB)
        for (got, expected) in zip(wide, [219, 0, 0, 144, 255, 60, 255, 255, 255]) {
            #expect(abs(Int(got) - expected) <= 2)
        }
    }

    @Test func aProfileThatIsDamagedIsNone() {
        #expect(ICCProfile(ByteBuffer()) == nil)
        #expect(ICCProfile(ByteBuffer(repeating: 0, count: 1_000)) == nil)
        let good = ICCProfile(RGBSpace.sRGB).bytes
        var random = Random(seed: 4)
        for _ in 0..<3_000 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<bytes.readableBytes, using: &random)
                bytes.setInteger(UInt8.random(in: 0...255, using: &random), at: place)
            }
            if Bool.random(using: &random) {
                bytes = bytes.getSlice(at: 0, length: Int.random(in: 0..<bytes.readableBytes, using: &random)) ?? bytes
            }
            // Whatever it says, it is read or refused, and never traps.
            if let space = ICCProfile(bytes)?.space {
                _ = ColorConversion(from: space, to: .sRGB)?(
                    Picture(width: 1, height: 1, components: 3, samples: [1, 2, 3])
                )
            }
        }
    }

    @Test func aProfileWithTablesIsNotTakenForItsMatrix() throws {
        var bytes = ICCProfile(RGBSpace.sRGB).bytes
        // The first tag is renamed to A2B0.
        bytes.setString("A2B0", at: 132)
        #expect(try #require(ICCProfile(bytes)).space == nil)
        let picture = Picture(width: 1, height: 1, components: 3, samples: [1, 2, 3])
        #expect(picture.converted(from: ICCProfile(bytes), to: .adobeRGB) == nil)
        #expect(picture.converted(from: nil, to: .sRGB) == picture)
    }
}
