#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension ChestDrawing {
    /// The spine with its discs, heart and great vessels, and the windpipe that shows dark through them.
    func addMiddle(_ image: inout Canvas) {
        image.update(x: 200...850, y: 0...1_250) { value, x, y in
            let side = x - 500
            let heart = Self.heart(side, y)
            // The heart fills the lung's air with itself, and adds little to what is dense already.
            value += heart * (0.05 + 0.85 * max(0, 0.52 - value))
            let spine = step(50, 40, abs(side))
            let phase = (y / 56).truncatingRemainder(dividingBy: 1)
            let disc = step(0.86, 0.9, phase) * step(1, 0.97, phase)
            value += spine * (0.1 - 0.035 * disc) * (0.75 + 0.25 * step(34, 44, abs(side)))
            let pedicle = Ellipsoid(26, 0, 0, 8, 12, 1).distance(abs(side), (phase - 0.45) * 56, 0) * 8
            value += 0.05 * cover(pedicle, softness: 6)
            let process = Ellipsoid(0, 0, 0, 5, 14, 1).distance(side, (phase - 0.62) * 56, 0) * 5
            value += 0.05 * cover(process, softness: 5)
            value -= 0.12 * Self.airway(side, y)
        }
    }

    /// How thick the heart and the great vessels are, from 0 to 1; the patient's left is at the image's right.
    private static func heart(_ side: Float, _ y: Float) -> Float {
        func mass(_ x: Float, _ middle: Float, _ a: Float, _ b: Float, tilt: Float = 0) -> Float {
            let (dx, dy) = (side - x, y - middle)
            let (u, v) = ((dx + tilt * dy) / a, (dy - tilt * dx) / b)
            let inside = 1 - u * u - v * v
            return inside > 0 ? min(1, inside * 3).squareRoot() : 0
        }
        let ventricle = mass(62, 735, 150, 178, tilt: -0.32)
        let atrium = mass(-52, 735, 72, 118)
        let arch = mass(50, 402, 56, 52)
        let trunk = mass(46, 500, 62, 90)
        let cava = mass(-50, 430, 34, 190) * 0.6
        let upper = mass(0, 330, 70, 210) * 0.7
        let aorta = step(14, 6, abs(side - 58 + 0.03 * (y - 420))) * step(400, 470, y) * 0.25
        return max(max(ventricle, atrium), max(max(arch, trunk) * 0.85, max(cava, upper) * 0.8)) + aorta * 0.5
    }

    /// Windpipe, carina and the two main bronchi.
    private static func airway(_ side: Float, _ y: Float) -> Float {
        let trachea = step(17, 11, abs(side + 3)) * step(470, 440, y)
        let fork = y - 455
        guard fork > 0, fork < 95 else { return trachea }
        let right = step(13, 8, abs(side + 5 + fork * 0.55))
        let left = step(11, 7, abs(side - fork * 0.8))
        return max(trachea, max(right, left) * step(95, 55, fork))
    }

    /// Collar bones, shoulder blades and the heads of the arms.
    func addShoulders(_ image: inout Canvas) {
        var bones = Canvas(width: width, height: height)
        for sign: Float in [-1, 1] {
            var last = SIMD2<Float>(500 + sign * 42, 232)
            for number in 1...16 {
                let t = Float(number) / 16
                let next = SIMD2(500 + sign * (42 + 330 * t), 232 - 66 * t + 24 * sin(t * 6.1))
                let end: Float = 17 + 7 * abs(t - 0.45)
                bones.addStroke(from: last, to: next, widths: (end, end), strength: 0.95)
                last = next
            }
            let head = SIMD2<Float>(500 + sign * 432, 262)
            bones.addStroke(from: head, to: head + [sign * 26, 18], widths: (58, 52), strength: 0.9)
            bones.addStroke(
                from: head + [sign * 18, 20],
                to: head + [sign * 66, 420],
                widths: (44, 36),
                strength: 0.85
            )
            let edge = SIMD2<Float>(500 + sign * 360, 268)
            bones.addStroke(from: edge, to: edge + [sign * -26, 330], widths: (10, 8), strength: 0.55)
            bones.addStroke(from: edge + [sign * 40, 30], to: edge + [sign * -22, 326], widths: (9, 8), strength: 0.5)
            bones.addStroke(from: edge + [0, -40], to: edge + [sign * 80, -58], widths: (15, 17), strength: 0.6)
        }
        for index in image.values.indices where bones.values[index] > 0 && image.values[index] > 0.1 {
            image.values[index] += 0.17 * bones.values[index] * (1.2 - 0.35 * bones.values[index])
        }
    }

    /// The liver and the air of the stomach under their domes.
    func addBreath(_ image: inout Canvas) {
        image.update(x: 560...760, y: 900...1_080) { value, x, y in
            let bubble = Ellipsoid(655, 985, 0, 74, 46, 1).distance(x, y, 0) * 46
            value -= 0.2 * cover(bubble, softness: 12) * step(1_030, 1_016, y)
        }
        image.update(x: 590...720, y: 560...690) { value, x, y in
            // A small round shadow in the left lung, for the eye to find.
            let rough = 3 * Noise.smooth(x / 8, y / 8, 21)
            let nodule = Ellipsoid(702, 600, 0, 15, 14, 1).distance(x, y, 0) * 14 + rough
            value += 0.07 * cover(nodule, softness: 8)
        }
    }

    /// A lead letter L at the patient's left.
    func addMarker(_ image: inout Canvas) {
        for stroke in [(SIMD2<Float>(905, 70), SIMD2<Float>(905, 128)), ([905, 128], [938, 128])] {
            var letter = Canvas(width: width, height: height)
            letter.addStroke(from: stroke.0, to: stroke.1, widths: (6, 6), strength: 1, round: false)
            image.update(x: 880...960, y: 50...150) { value, x, y in
                value = max(value, letter.values[Int(y) * width + Int(x)])
            }
        }
    }
}
