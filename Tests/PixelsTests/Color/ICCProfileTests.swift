import Codestreams
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
        return try picture.converted(from: ICCProfile(source), to: target, by: NoLibraries()).samples
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
        #expect(throws: PixelError.self) {
            try picture.converted(from: ICCProfile(bytes), to: .adobeRGB, by: NoLibraries())
        }
        #expect(try picture.converted(from: nil, to: .sRGB, by: NoLibraries()) == picture)
    }

    /// A profile whose tables say what a space's curves and matrix say.
    private static func tables(_ space: RGBSpace) throws -> ICCProfile {
        let curve = (0..<4096).map { UInt16(space.curves[0](Double($0) / 4095) * 65_535 + 0.5) }
        return try #require(ICCProfile(Codestreams.tableProfile(curve: curve, primaries: space.primaries)))
    }

    @Test(arguments: spaces, spaces)
    func littleCMSMakesOfTablesWhatIsMadeHereOfCurvesAndAMatrix(source: RGBSpace, target: RGBSpace) throws {
        let profile = try Self.tables(source)
        #expect(profile.space == nil)
        var random = Random(seed: 7)
        let dark = (0..<300).map { _ in UInt8.random(in: 0...24, using: &random) }
        let samples = dark + (0..<3_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        let picture = Picture(width: samples.count / 3, height: 1, components: 3, samples: samples)
        let byLibrary = try picture.converted(from: profile, to: target, by: LocalLibraries()).samples
        let here = try Self.converted(samples, source, target)
        // In the darkest levels of Adobe's curve a step of a table's 16 bits of light is more than a level.
        let differences = zip(byLibrary, here).filter { abs(Int($0) - Int($1)) > (max($0, $1) < 8 ? 3 : 1) }
        #expect(differences.isEmpty)
    }

    @Test func whatLittleCMSRefusesIsAFormThatIsNotSupported() throws {
        let good = try Self.tables(.adobeRGB).bytes
        var cut = good.getSlice(at: 0, length: good.readableBytes - 40) ?? ByteBuffer()
        cut.setInteger(UInt32(cut.readableBytes), at: 0)
        let picture = Picture(width: 1, height: 1, components: 3, samples: [1, 2, 3])
        let error = #expect(throws: PixelError.self) {
            try picture.converted(from: ICCProfile(cut), to: .sRGB, by: LocalLibraries())
        }
        guard case .unsupportedForm(let words) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(words.hasPrefix("colours whose ICC profile is damaged: ") && words.count > 40)
    }
}
