import Testing

@testable import Pixels

struct GrayscaleTransformTests {
    /// The table is filled by its steep part and its two ends: every entry must be what the chain says of its value.
    @Test func everyEntryOfTheTableIsTheShadeOfItsValue() throws {
        var random = Random(seed: 21)
        for _ in 0..<300 {
            let isSigned = Bool.random(using: &random)
            let stored = Int.random(in: 1...12, using: &random)
            let bits = try SampleBits(allocated: stored > 8 ? 16 : 8, stored: stored, isSigned: isSigned)
            let span = Double(1 << stored)
            let widths = [1, 1.5, span / 7 + 1, span, 9 * span]
            let window = Window(
                center: Double.random(in: -2 * span...2 * span, using: &random),
                width: widths.randomElement(using: &random) ?? 1,
                function: Window.Function.allCases.randomElement(using: &random) ?? .linear
            )
            let slopes: [Double] = [-3, -0.37, 0.011, 1, 1.7]
            let slope = slopes.randomElement(using: &random) ?? 1
            let paddings: [ClosedRange<Double>?] = [nil, -1.5...2.5, span / 2...span]
            let transform = GrayscaleTransform(
                padding: paddings.randomElement(using: &random) ?? nil,
                modality: Bool.random(using: &random) ? .identity : .rescale(slope: slope, intercept: 12.5),
                voi: Bool.random(using: &random) ? .window(window) : .range(-5...span),
                presentation: Bool.random(using: &random) ? .identity : .inverse
            )
            let expected = (0...bits.mask).map { transform(Double(bits.value(of: $0))) }
            #expect(transform.table(bits) == expected, "\(transform)")
        }
    }
}
