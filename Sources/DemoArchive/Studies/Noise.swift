/// Pseudo-random numbers that are the same in every run.
enum Noise {
    /// A well-mixed number for three coordinates.
    @inline(__always)
    static func hash(_ x: Int32, _ y: Int32, _ z: Int32) -> UInt32 {
        var h = UInt32(bitPattern: x) &* 0x8DA6_B343 ^ UInt32(bitPattern: y) &* 0xD816_3841
        h = (h ^ UInt32(bitPattern: z) &* 0xCB1A_B31F) &* 0x9E37_79B1
        h = (h ^ h >> 15) &* 0x85EB_CA6B
        h = (h ^ h >> 13) &* 0xC2B2_AE35
        return h ^ h >> 16
    }

    /// A number from -1 to 1 for each point of a lattice.
    @inline(__always)
    private static func lattice(_ x: Int32, _ y: Int32, _ z: Int32) -> Float {
        Float(hash(x, y, z) >> 8) * (2 / 16_777_215) - 1
    }

    /// A smooth field from -1 to 1, with features one unit wide.
    static func smooth(_ x: Float, _ y: Float, _ z: Float) -> Float {
        let (fx, fy, fz) = (x.rounded(.down), y.rounded(.down), z.rounded(.down))
        let (ix, iy, iz) = (Int32(fx), Int32(fy), Int32(fz))
        let (u, v, w) = (fade(x - fx), fade(y - fy), fade(z - fz))
        let near = mix(
            mix(lattice(ix, iy, iz), lattice(ix &+ 1, iy, iz), u),
            mix(lattice(ix, iy &+ 1, iz), lattice(ix &+ 1, iy &+ 1, iz), u),
            v
        )
        let far = mix(
            mix(lattice(ix, iy, iz &+ 1), lattice(ix &+ 1, iy, iz &+ 1), u),
            mix(lattice(ix, iy &+ 1, iz &+ 1), lattice(ix &+ 1, iy &+ 1, iz &+ 1), u),
            v
        )
        return mix(near, far, w)
    }

    /// Roughly Gaussian, with a deviation of one: the grain of a detector.
    @inline(__always)
    static func grain(_ x: Int, _ y: Int, _ z: Int) -> Float {
        let h = hash(Int32(truncatingIfNeeded: x), Int32(truncatingIfNeeded: y), Int32(truncatingIfNeeded: z))
        let sum = (h & 0xFF) + (h >> 8 & 0xFF) + (h >> 16 & 0xFF) + h >> 24
        return (Float(sum) - 510) / 147.8
    }

    @inline(__always)
    private static func fade(_ t: Float) -> Float { t * t * (3 - 2 * t) }
}

@inline(__always)
func mix(_ a: Float, _ b: Float, _ t: Float) -> Float { a + (b - a) * t }

@inline(__always)
func mix(_ a: SIMD4<Float>, _ b: SIMD4<Float>, _ t: Float) -> SIMD4<Float> { a + (b - a) * t }

@inline(__always)
func clamp(_ value: Float) -> Float { min(max(value, 0), 1) }

/// From 0 at the one edge to 1 at the other, smoothly.
@inline(__always)
func step(_ low: Float, _ high: Float, _ value: Float) -> Float {
    let t = clamp((value - low) / (high - low))
    return t * t * (3 - 2 * t)
}

/// How much of a pixel a shape covers whose edge is that far away; negative inside.
@inline(__always)
func cover(_ distance: Float, softness: Float = 1) -> Float { clamp(0.5 - distance / softness) }
