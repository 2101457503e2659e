#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A sector scan: echoes along lines from the probe, then spread over the picture.
struct EchoSector {
    private let lines = 200
    private let depths = 420
    private let halfAngle: Float = 0.72
    private let apex = SIMD2<Float>(320, 18)
    /// For every pixel inside the sector, its line and depth.
    private var places: [(index: Int, line: Float, depth: Float)] = []
    /// The speckle of each line, which stays while tissue moves little.
    private var speckle: [Float] = []

    init() {
        for y in 0..<EchoLoop.height {
            for x in 0..<EchoLoop.width {
                let offset = SIMD2(Float(x), Float(y)) - apex
                let depth = (offset * offset).sum().squareRoot()
                let angle = atan2(offset.x, offset.y)
                guard depth > 8, depth < Float(depths) - 2, abs(angle) < halfAngle else { continue }
                let line = (angle + halfAngle) / (2 * halfAngle) * Float(lines - 2)
                places.append((y * EchoLoop.width + x, line, depth))
            }
        }
        speckle = (0..<lines * depths).map { index in
            let (line, depth) = index.quotientAndRemainder(dividingBy: depths)
            let wave = Noise.smooth(Float(line) * 0.62, Float(depth) * 0.34, 1)
            let other = Noise.smooth(Float(line) * 0.55, Float(depth) * 0.4, 77)
            return (wave * wave + other * other).squareRoot()
        }
    }

    /// One picture in RGB; a beat is as long as the loop.
    func frame(_ number: Int) -> [UInt8] {
        let heart = BeatingHeart(phase: Float(number) / Float(EchoLoop.frames))
        let echoes = echoes(of: heart, number)
        var picture = [UInt8](repeating: 0, count: EchoLoop.width * EchoLoop.height * 3)
        for place in places {
            let (line, depth) = (Int(place.line), Int(place.depth))
            let (u, v) = (place.line - Float(line), place.depth - Float(depth))
            let index = line * depths + depth
            let near = mix(echoes[index], echoes[index + 1], v)
            let far = mix(echoes[index + depths], echoes[index + depths + 1], v)
            let grey = clamp(mix(near, far, u)) * 235
            let position = self.position(place.line, place.depth)
            paint(grey, heart.flow(position), &picture, place.index * 3)
        }
        addBar(&picture)
        addTrace(number, &picture)
        return picture
    }

    private func position(_ line: Float, _ depth: Float) -> SIMD2<Float> {
        let angle = line / Float(lines - 2) * 2 * halfAngle - halfAngle
        return apex + SIMD2(sin(angle), cos(angle)) * depth
    }

    private func echoes(of heart: BeatingHeart, _ number: Int) -> [Float] {
        var echoes = [Float](repeating: 0, count: lines * depths)
        let shift = 2.2 * sin(Float(number) / Float(EchoLoop.frames) * 2 * .pi)
        for line in 0..<lines {
            for depth in 0..<depths {
                let index = line * depths + depth
                let tissue = heart.echo(position(Float(line), Float(depth)))
                let moved = max(0, min(depth + Int(shift), depths - 1))
                let gain = step(0, 40, Float(depth)) * (1.12 - 0.42 * Float(depth) / Float(depths))
                let grain = 0.22 + 1.35 * speckle[line * depths + moved]
                let noise = 0.035 * abs(Noise.grain(line, depth, number))
                echoes[index] = tissue * grain * gain + noise
            }
        }
        return echoes
    }

    /// Grey tissue, or flow: red towards the probe, blue away from it, brighter where faster.
    private func paint(_ grey: Float, _ flow: Float, _ picture: inout [UInt8], _ index: Int) {
        var colour = SIMD3<Float>(grey * 0.98, grey, grey * 0.96)
        if abs(flow) > 0.08, grey < 92 { colour = Self.colour(of: flow) }
        for channel in 0..<3 { picture[index + channel] = UInt8(max(0, min(colour[channel], 255))) }
    }

    private static func colour(of flow: Float) -> SIMD3<Float> {
        let speed = min(abs(flow), 1)
        let bright = 255 * step(0.45, 1, speed)
        return flow > 0 ? [90 + 165 * speed, bright * 0.85, 0] : [0, bright * 0.8, 110 + 145 * speed]
    }

    /// The scale of colours at the right.
    private func addBar(_ picture: inout [UInt8]) {
        for y in 60..<240 {
            let colour = Self.colour(of: (150 - Float(y)) / 90)
            for x in 604..<620 {
                let index = (y * EchoLoop.width + x) * 3
                for channel in 0..<3 { picture[index + channel] = UInt8(max(0, min(colour[channel], 255))) }
            }
        }
        for y in 40..<440 where y % 54 == 18 {
            for x in 8..<(y % 270 == 18 ? 18 : 13) {
                let index = (y * EchoLoop.width + x) * 3
                for channel in 0..<3 { picture[index + channel] = 190 }
            }
        }
    }

    /// The electrocardiogram at the bottom, with a mark that runs along it.
    private func addTrace(_ number: Int, _ picture: inout [UInt8]) {
        var last = 452
        for x in 40..<600 {
            let beat = (Float(x - 40) / 280).truncatingRemainder(dividingBy: 1)
            let y = 452 - Int(30 * Self.electrocardiogram(beat))
            for line in min(last, y)...max(last, y) { set(x, line, [70, 235, 120], &picture) }
            last = y
        }
        let mark = 320 + number * 280 / EchoLoop.frames
        for y in 414..<468 { set(mark, y, [250, 220, 60], &picture) }
    }

    private static func electrocardiogram(_ beat: Float) -> Float {
        func bump(_ middle: Float, _ width: Float, _ height: Float) -> Float {
            let t = (beat - middle) / width
            return height * exp(-t * t)
        }
        return bump(0.86, 0.03, 0.14) + bump(0.975, 0.008, -0.12) + bump(0.995, 0.009, 1) + bump(0.012, 0.009, -0.25)
            + bump(0.27, 0.05, 0.24)
    }

    private func set(_ x: Int, _ y: Int, _ colour: [UInt8], _ picture: inout [UInt8]) {
        guard x >= 0, x < EchoLoop.width, y >= 0, y < EchoLoop.height else { return }
        for (channel, value) in colour.enumerated() { picture[(y * EchoLoop.width + x) * 3 + channel] = value }
    }
}

/// The four chambers as a probe at the heart's tip sees them, at one moment of the beat.
struct BeatingHeart {
    /// From 0, where the ventricles begin to contract, to 1.
    var phase: Float

    /// How far the ventricles have contracted, from 0 to 1.
    private var contraction: Float {
        phase < 0.38
            ? sin(phase / 0.38 * .pi / 2) : max(0, cos((phase - 0.38) / 0.3 * .pi / 2)) * (phase < 0.68 ? 1 : 0)
    }

    /// How far the valves between atria and ventricles are open: twice in a beat.
    private var opening: Float {
        let early = step(0.45, 0.5, phase) * step(0.68, 0.6, phase)
        let late = step(0.84, 0.88, phase) * step(0.99, 0.95, phase)
        return max(early, late * 0.75)
    }

    private var chambers: (left: Ellipsoid, right: Ellipsoid, leftAtrium: Ellipsoid, rightAtrium: Ellipsoid) {
        let squeeze = contraction
        let base = 286 - 16 * squeeze
        return (
            Ellipsoid(352, 190 - 4 * squeeze, 0, 50 * (1 - 0.3 * squeeze), 98 * (1 - 0.12 * squeeze), 1_000),
            Ellipsoid(247, 206 - 4 * squeeze, 0, 36 * (1 - 0.26 * squeeze), 82 * (1 - 0.12 * squeeze), 1_000),
            Ellipsoid(356, base + 62, 0, 50 * (1 + 0.12 * squeeze), 56, 1_000),
            Ellipsoid(250, base + 56, 0, 46 * (1 + 0.1 * squeeze), 50, 1_000)
        )
    }

    /// How strongly the tissue at that point echoes.
    func echo(_ place: SIMD2<Float>) -> Float {
        let (left, right, leftAtrium, rightAtrium) = chambers
        let (x, y) = (place.x, place.y)
        let inLeft = left.distance(x, y, 0)
        let inRight = right.distance(x, y, 0)
        let inAtria = min(leftAtrium.distance(x, y, 0), rightAtrium.distance(x, y, 0))
        let cavity = min(min(inLeft, inRight), inAtria)
        let wall = 24 + 9 * contraction
        let muscle = min(inLeft - wall, min(inRight - 13, inAtria - 9))
        let texture = 0.8 + 0.3 * Noise.smooth(x / 22, y / 22, 4)
        var echo = 0.2 + 0.16 * Noise.smooth(x / 34, y / 15, 9)
        echo = mix(echo, 0.52 * texture, cover(muscle, softness: 8))
        // The sac around the heart shines.
        echo = max(echo, 0.95 * cover(abs(muscle - 1) - 2.2, softness: 3) * step(120, 240, y))
        echo = mix(echo, 0.03, cover(cavity, softness: 7))
        echo = max(echo, valves(x, y, left, right))
        return echo
    }

    /// Leaflets that hang from the rings and swing into the ventricles.
    private func valves(_ x: Float, _ y: Float, _ left: Ellipsoid, _ right: Ellipsoid) -> Float {
        var echo: Float = 0
        let ring = 284 - 16 * contraction
        for (middle, half) in [(left.x + 3, Float(40)), (right.x + 2, Float(36))] {
            for side: Float in [-1, 1] {
                let hinge = SIMD2<Float>(middle + side * half, ring)
                let closed = SIMD2<Float>(middle + side * 2, ring - 14)
                let open = SIMD2<Float>(middle + side * (half - 12), ring - 38)
                let tip = closed + (open - closed) * opening
                let along = tip - hinge
                let offset = SIMD2(x, y) - hinge
                let t = clamp((offset * along).sum() / (along * along).sum())
                let away = offset - along * t
                echo = max(echo, 0.9 * cover((away * away).sum().squareRoot() - 2.2, softness: 3))
            }
        }
        return echo
    }

    /// The blood's speed at a point, towards the probe above zero: filling jets, and the outflow of contraction.
    func flow(_ place: SIMD2<Float>) -> Float {
        let left = chambers.left
        guard place.x > 268, place.x < 428, place.y > 96, place.y < 372 else { return 0 }
        let (x, y) = (place.x, place.y)
        let swirl = 0.3 * Noise.smooth(x / 16, y / 16, 12 + phase * 9)
        let jet = step(24, 4, abs(x - left.x - 6 - (y - 250) * 0.05)) * step(120, 190, y) * step(350, 300, y)
        let filling = opening * jet * (1.05 + swirl)
        let outlet = step(20, 5, abs(x - left.x + 24 + (y - 250) * 0.12)) * step(150, 220, y) * step(312, 285, y)
        let ejection = step(0.04, 0.12, phase) * step(0.4, 0.3, phase) * outlet * (1 + swirl)
        return filling - ejection
    }
}
