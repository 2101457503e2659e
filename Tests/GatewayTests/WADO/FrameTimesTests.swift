import DICOM
import Testing

@testable import Gateway

@Suite struct FrameTimesTests {
    private static func times(_ set: (inout DataSet) -> Void) -> FrameTimes {
        var header = DataSet()
        set(&header)
        return FrameTimes(header)
    }

    @Test func theFrameTimeGoesBeforeTheRates() {
        #expect(Self.times { _ in }.milliseconds(of: 1) == 100)
        #expect(Self.times { $0.set(.cineRate, "25") }.milliseconds(of: 3) == 40)
        let recommended = Self.times {
            $0.set(.cineRate, "25")
            $0.set(.recommendedDisplayFrameRate, "50")
        }
        #expect(recommended.milliseconds(of: 1) == 20)
        let told = Self.times {
            $0.set(.cineRate, "25")
            $0.set(.frameTime, "33.3")
        }
        #expect(told.milliseconds(of: 1) == 33.3)
    }

    /// PS3.3 §C.7.6.5.1.2: each number is the time since the frame before.
    @Test func aVectorGivesEachFrameItsOwn() {
        let times = Self.times {
            $0.set(.frameTimeVector, .DS, "0", "30", "70")
            $0.set(.frameTime, "50")
        }
        #expect((1...3).map(times.milliseconds) == [30, 70, 50])
    }

    @Test(arguments: ["0", "-5", "nan", "inf", "1e300", "x"]) func whatCannotBeIsNotBelieved(text: String) {
        let times = Self.times {
            $0.set(.frameTime, .DS, text)
            $0.set(.frameTimeVector, .DS, "0", text)
        }
        #expect((1...60_000).contains(times.milliseconds(of: 1)) && (1...60_000).contains(times.milliseconds(of: 2)))
    }
}
