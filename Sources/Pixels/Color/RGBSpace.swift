#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A space of red, green and blue: three curves to linear light, and where the primaries lie in the D50 XYZ of ICC
/// profiles (ISO 15076-1 §6.3, Annex F).
package struct RGBSpace: Hashable, Sendable {
    /// From a coded value, 0 to 1, to linear light.
    package enum Curve: Hashable, Sendable {
        /// ISO 15076-1 §10.18, function type 3: (a x + b)^g from d on, and c x below.
        case parametric(g: Double, a: Double, b: Double, c: Double, d: Double)
        /// Samples at even distances (§10.6).
        case sampled([UInt16])

        static func gamma(_ g: Double) -> Curve { .parametric(g: g, a: 1, b: 0, c: 0, d: 0) }

        func callAsFunction(_ x: Double) -> Double {
            switch self {
            case .parametric(let g, let a, let b, let c, let d):
                return x >= d ? pow(max(0, a * x + b), g) : c * x
            case .sampled(let samples):
                let place = min(max(x, 0), 1) * Double(samples.count - 1)
                let below = min(Int(saturating: place.rounded(.down)), max(0, samples.count - 2))
                let (low, high) = (Double(samples[below]), Double(samples[min(below + 1, samples.count - 1)]))
                return (low + (high - low) * (place - Double(below))) / 65_535
            }
        }
    }

    package let name: String
    /// Of red, green and blue.
    package let curves: [Curve]
    /// X, Y and Z of red, of green and of blue.
    package let primaries: [[Double]]

    /// What colours can be converted to; libraries' jobs name a space by its place here.
    static let targets: [RGBSpace] = [.sRGB, .adobeRGB, .rommRGB]

    /// IEC 61966-2-1, adapted to D50 by Bradford's method.
    package static let sRGB = RGBSpace(
        name: "sRGB",
        curves: .init(
            repeating: .parametric(g: 2.4, a: 1 / 1.055, b: 0.055 / 1.055, c: 1 / 12.92, d: 0.04045),
            count: 3
        ),
        primaries: [[0.436065, 0.222491, 0.013916], [0.385147, 0.716873, 0.097076], [0.143082, 0.060608, 0.714096]]
    )
    /// Adobe RGB (1998), Annex C.
    package static let adobeRGB = RGBSpace(
        name: "Compatible with Adobe RGB (1998)",
        curves: .init(repeating: .gamma(563.0 / 256), count: 3),
        primaries: [[0.609741, 0.311111, 0.019470], [0.205276, 0.625671, 0.060867], [0.149185, 0.063217, 0.744568]]
    )
    /// ROMM RGB (ISO 22028-2).
    package static let rommRGB = RGBSpace(
        name: "ROMM RGB",
        curves: .init(repeating: .parametric(g: 1.8, a: 1, b: 0, c: 1.0 / 16, d: 1.0 / 32), count: 3),
        primaries: [[0.797668, 0.288040, 0], [0.135193, 0.711874, 0], [0.031342, 0.000089, 0.825104]]
    )
}

/// From one space of colours to another, in whole numbers.
struct ColorConversion {
    private let linear: [[Int32]]
    private let matrix: [Int64]
    private let coded: [UInt8]

    /// Linear light of 1: so fine that the two darkest values of every space differ.
    private static let unit = 1 << 18
    private static let fraction = 16

    /// Nil when the target's primaries lie in one plane, which no space's do.
    init?(from source: RGBSpace, to target: RGBSpace) {
        guard let inverse = Self.inverse(target.primaries.transposed) else { return nil }
        let product = Self.product(inverse, source.primaries.transposed)
        matrix = product.flatMap { $0 }.map { Int64(Int(saturating: $0 * Double(1 << Self.fraction))) }
        linear = source.curves.map { curve in
            (0..<256).map { Int32(clamping: Int(saturating: curve(Double($0) / 255) * Double(Self.unit))) }
        }
        // The spaces that are converted to have one curve for all three.
        coded = Self.inverted(target.curves[0])
    }

    /// For each step of linear light the coded value whose light is nearest.
    private static func inverted(_ curve: RGBSpace.Curve) -> [UInt8] {
        let lights = (0..<256).map { curve(Double($0) / 255) }
        var value = 0
        return (0...unit).map { step in
            let light = Double(step) / Double(unit)
            while value < 255, abs(lights[value + 1] - light) <= abs(lights[value] - light) { value += 1 }
            return UInt8(truncatingIfNeeded: value)
        }
    }

    func callAsFunction(_ picture: Picture) -> Picture {
        var converted = picture
        converted.edit { samples in
            for pixel in stride(from: 0, to: samples.count &- 2, by: 3) {
                let red = Int64(linear[0][Int(samples[pixel])])
                let green = Int64(linear[1][Int(samples[pixel &+ 1])])
                let blue = Int64(linear[2][Int(samples[pixel &+ 2])])
                for row in 0..<3 {
                    let sum = matrix[row &* 3] &* red &+ matrix[row &* 3 &+ 1] &* green &+ matrix[row &* 3 &+ 2] &* blue
                    let light = (sum &+ 1 << Int64(Self.fraction &- 1)) >> Int64(Self.fraction)
                    samples[pixel &+ row] = coded[Int(min(max(light, 0), Int64(Self.unit)))]
                }
            }
        }
        return converted
    }

    private static func product(_ left: [[Double]], _ right: [[Double]]) -> [[Double]] {
        left.map { row in (0..<3).map { column in (0..<3).reduce(0) { $0 + row[$1] * right[$1][column] } } }
    }

    private static func inverse(_ m: [[Double]]) -> [[Double]]? {
        func minor(_ row: Int, _ column: Int) -> Double {
            let (a, b) = ((row + 1) % 3, (row + 2) % 3)
            let (c, d) = ((column + 1) % 3, (column + 2) % 3)
            return m[a][c] * m[b][d] - m[a][d] * m[b][c]
        }
        let determinant = (0..<3).reduce(0) { $0 + m[0][$1] * minor(0, $1) }
        guard abs(determinant) > 1e-9 else { return nil }
        return (0..<3).map { row in (0..<3).map { column in minor(column, row) / determinant } }
    }
}

extension [[Double]] {
    fileprivate var transposed: [[Double]] { (0..<3).map { column in map { $0[column] } } }
}
