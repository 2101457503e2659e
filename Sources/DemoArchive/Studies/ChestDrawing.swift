#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What a body takes from X-rays that go through it from back to front, from 0 for air to 1, in half the image's size.
struct ChestDrawing {
    let width = 1_000
    let height = 1_250
    private let middle: Float = 500

    func attenuation() -> Canvas {
        var image = body()
        let lungs = self.lungs()
        let ribs = self.ribs()
        let vessels = self.vessels()
        for index in image.values.indices {
            let air = lungs.values[index]
            var value = image.values[index] * (1 - 0.66 * air)
            value += ribs.values[index] * (0.1 + 0.075 * air)
            value += vessels.values[index] * air * 0.13
            image.values[index] = value
        }
        addMiddle(&image)
        addShoulders(&image)
        addBreath(&image)
        addMarker(&image)
        for index in image.values.indices { image.values[index] = curve(image.values[index]) }
        return image
    }

    /// The film's curve: little contrast at either end.
    private func curve(_ value: Float) -> Float {
        let t = clamp(value)
        return mix(t, t * t * (3 - 2 * t), 0.55)
    }

    /// Trunk, shoulders, neck and arms as one soft mass.
    private func body() -> Canvas {
        var canvas = Canvas(width: width, height: height)
        canvas.update(x: 0...Float(width), y: 0...Float(height)) { value, x, y in
            let side = abs(x - middle)
            let neck = 118 + 330 * step(60, 250, y) + 30 * step(300, 900, y)
            let trunk = neck - side
            guard trunk > 0 else { return }
            let thickness = (1 - (side / neck) * (side / neck)).squareRoot()
            let edge = step(0, 14, trunk)
            value = edge * (0.3 + 0.36 * thickness) * (0.86 + 0.16 * step(700, 1_100, y))
            // The armpits, where arms leave the trunk.
            let armpit = Ellipsoid(468, 640, 0, 26, 330, 1).distance(side, y, 0) * 26
            value *= 1 - 0.1 * cover(armpit, softness: 40)
            value += 0.016 * Noise.smooth(x / 60, y / 60, 2)
        }
        return canvas
    }

    /// How much lung lies behind each point, from 0 to 1.
    private func lungs() -> Canvas {
        var canvas = Canvas(width: width, height: height)
        canvas.update(x: 90...910, y: 150...1_010) { value, x, y in
            // The image shows the patient's right side at its left.
            let isRight = x < middle
            let side = abs(x - middle)
            let wall = 118 + 232 * ((y - 170) / 420).clampedRoot + 34 * step(560, 900, y)
            let outer = wall - side
            let inner = side - (62 + 26 * step(560, 300, y) - 8 * step(260, 200, y))
            let dome: Float = isRight ? 858 : 905
            let slope = (side - 205) / 205
            let diaphragm = dome + 78 * slope * slope * (slope > 0 ? 1.55 : 0.8) - y
            let top = y - 172 - 0.0016 * (side - 150) * (side - 150)
            let depth = min(min(step(0, 85, outer), step(-4, 26, inner)), min(step(-2, 5, diaphragm), step(0, 70, top)))
            guard depth > 0 else { return }
            value = depth * (0.84 + 0.08 * step(300, 700, y))
            if y > dome - 30 { value *= 1 - 0.1 * step(dome - 30, dome + 40, y) }
        }
        return canvas
    }

    /// Ten pairs of ribs: the flat backs, and fainter and steeper the fronts.
    private func ribs() -> Canvas {
        var canvas = Canvas(width: width, height: height)
        for number in 0..<10 {
            let top = 196 + Float(number) * 74 - Float(number * number) * 0.7
            let reach = min(150 + Float(number) * 46, 358)
            for sign: Float in [-1, 1] {
                var last = SIMD2<Float>(middle + sign * 34, top)
                for step in 1...14 {
                    let t = Float(step) / 14
                    let drop = -16 * sin(t * 2.2) + 112 * t * t * t + 26 * t
                    let next = SIMD2(middle + sign * (34 + (reach - 34) * sin(t * 1.5) / sin(1.5)), top + drop)
                    canvas.addStroke(from: last, to: next, widths: (15, 15), strength: 0.62 + 0.3 * t)
                    last = next
                }
                if number < 7 { addFront(of: number, from: last, sign, &canvas) }
            }
        }
        for index in canvas.values.indices { canvas.values[index] = hollow(canvas.values[index]) }
        return canvas
    }

    /// A rib is a tube: its rims take more than its middle.
    private func hollow(_ depth: Float) -> Float { depth * (1.25 - 0.45 * depth) }

    private func addFront(of number: Int, from start: SIMD2<Float>, _ sign: Float, _ canvas: inout Canvas) {
        var last = start
        for step in 1...10 {
            let t = Float(step) / 10
            let inward = (abs(start.x - middle) - 140 - Float(number) * 9) * t
            let next = SIMD2(start.x - sign * inward, start.y + (96 + Float(number) * 5) * t + 22 * sin(t * 3.1))
            canvas.addStroke(from: last, to: next, widths: (17, 19), strength: 0.42 * (1 - 0.45 * t))
            last = next
        }
    }

    /// Vessels that leave the roots of the lungs and divide.
    private func vessels() -> Canvas {
        var canvas = Canvas(width: width, height: height)
        for sign: Float in [-1, 1] {
            let root = SIMD2<Float>(middle + sign * 84, sign < 0 ? 520 : 494)
            for number in 0..<13 {
                let angle = -1.35 + Float(number) * 0.225 + 0.1 * Noise.smooth(Float(number) * 3.3, sign * 9, 0)
                let strength: Float = 0.8
                branch(&canvas, root, angle, sign, 11.5, 84, strength, UInt32(number) &+ (sign < 0 ? 50 : 90), 0)
            }
            canvas.addStroke(
                from: root + [sign * -14, -50],
                to: root + [sign * 26, 90],
                widths: (34, 24),
                strength: 0.85
            )
        }
        return canvas
    }

    private func branch(
        _ canvas: inout Canvas,
        _ start: SIMD2<Float>,
        _ angle: Float,
        _ sign: Float,
        _ thickness: Float,
        _ length: Float,
        _ strength: Float,
        _ seed: UInt32,
        _ level: Int
    ) {
        guard level < 5, thickness > 0.8 else { return }
        let turn = Noise.grain(Int(seed), level, 3) * 0.13
        let end = start + SIMD2(sign * cos(angle + turn), sin(angle + turn)) * length
        canvas.addStroke(from: start, to: end, widths: (thickness, thickness * 0.72), strength: strength)
        for (index, spread) in [Float(-0.3), 0.27].enumerated() {
            let next = seed &* 31 &+ UInt32(index) &* 17 &+ 7
            let shorter = length * (0.74 + 0.09 * Noise.grain(Int(next), level, 9).clampedToOne)
            branch(
                &canvas,
                end,
                angle + turn + spread,
                sign,
                thickness * 0.66,
                shorter,
                strength * 0.9,
                next,
                level + 1
            )
        }
    }
}

extension Float {
    /// The root of the value, held between 0 and 1 before.
    fileprivate var clampedRoot: Float { clamp(self).squareRoot() }
    fileprivate var clampedToOne: Float { Swift.max(-1, Swift.min(self, 1)) }
}
