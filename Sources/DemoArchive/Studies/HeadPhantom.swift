/// A head to be scanned: what stands at each point of it, in millimetres to the patient's left, back and top
/// (PS3.3 §C.7.6.2.1.1), from the middle of the brain.
///
/// A drawing for demonstrations, not an atlas.
struct HeadPhantom {
    /// What a tissue gives: Hounsfield units, T1-weighted and T2-weighted signal, and blood flow, the last three
    /// from 0 to 1.
    typealias Tissue = SIMD4<Float>

    static let air = Tissue(-1_000, 0.01, 0.01, 0)
    static let skin = Tissue(35, 0.42, 0.3, 0.12)
    static let fat = Tissue(-95, 0.92, 0.72, 0.04)
    static let muscle = Tissue(58, 0.36, 0.2, 0.15)
    static let bone = Tissue(1_150, 0.05, 0.04, 0.02)
    static let marrow = Tissue(480, 0.6, 0.42, 0.05)
    static let fluid = Tissue(6, 0.1, 0.98, 0.02)
    static let grey = Tissue(39, 0.46, 0.6, 0.78)
    static let white = Tissue(28, 0.7, 0.38, 0.34)
    static let blood = Tissue(70, 0.62, 0.3, 0.06)
    static let oedema = Tissue(18, 0.36, 0.88, 0.16)

    /// Where the lesion is; it has none without.
    var lesion: SIMD3<Float>?

    /// The tissue at a point; edges are as soft as the pixels are wide.
    func tissue(_ x: Float, _ y: Float, _ z: Float, softness: Float) -> Tissue {
        let length = (x * x + y * y + z * z).squareRoot()
        let radius = max(brainRadius(x, y, z), 0.001)
        // How far outside the brain's surface, along the ray from the middle.
        let depth = length * (1 - 1 / radius)
        let outside = min(depth - 15, face(x, y, z))
        if outside > 1.5 { return Self.air }
        // Inside the skull nothing of what surrounds it shows.
        var tissue = depth < -softness ? Self.fluid : self.surroundings(x, y, z, depth, outside, softness)
        if depth < 3 { paintBrain(x, y, z, radius, depth, length, softness, &tissue) }
        if z < -4 { paintStem(x, y, z, depth, softness, &tissue) }
        return tissue
    }

    /// Skin, fat and muscle, the face and the skull.
    @inline(__always)
    private func surroundings(
        _ x: Float,
        _ y: Float,
        _ z: Float,
        _ depth: Float,
        _ outside: Float,
        _ softness: Float
    ) -> Tissue {
        var tissue = mix(Self.air, Self.skin, cover(outside, softness: softness))
        tissue = mix(tissue, Self.fat, cover(outside + 2.2, softness: softness))
        let deep = min(outside + 5.5, max(depth - 12, -z - 20))
        tissue = mix(tissue, Self.muscle, cover(deep, softness: softness) * step(-10, -30, z))
        if z < 15 { paintFace(x, y, z, softness, &tissue) }
        if depth < 11 { paintSkull(x, y, z, depth, softness, &tissue) }
        return tissue
    }

    /// 1 on the brain's surface, growing along each ray: an ellipsoid, flat below, deeper at the back.
    @inline(__always)
    private func brainRadius(_ x: Float, _ y: Float, _ z: Float) -> Float {
        let width = 66 - 5 * step(0, -75, y)
        let height = z > 0 ? 66 : 42 + 24 * step(-12, 38, y)
        let (a, b, c) = (x / width, y / 85, z / height)
        return (a * a + b * b + c * c).squareRoot()
    }

    /// How far outside face and neck.
    private func face(_ x: Float, _ y: Float, _ z: Float) -> Float {
        if z > 30 { return 100 }
        let jaw = Ellipsoid(0, -38, -58, 62, 62, 68).distance(x, y, z)
        let nose = Ellipsoid(0, -98, -46, 13, 17, 22).distance(x, y, z)
        let chin = Ellipsoid(0, -78, -96, 26, 20, 20).distance(x, y, z)
        let neck = ((x / 1.12) * (x / 1.12) + (y - 22) * (y - 22)).squareRoot() - 52 - 8 * step(-60, -140, z)
        return min(min(jaw, nose), min(chin, max(neck, z + 30)))
    }

    private func paintSkull(
        _ x: Float,
        _ y: Float,
        _ z: Float,
        _ depth: Float,
        _ softness: Float,
        _ tissue: inout Tissue
    ) {
        let thickness = 6.2 + 1.4 * Noise.smooth(x / 26, y / 26, z / 26) + 2 * step(40, 85, y)
        let shell = max(2 - depth, depth - 2 - thickness)
        tissue = mix(tissue, Self.bone, cover(shell, softness: softness))
        let spongy = max(3.9 - depth, depth - thickness - 0.2)
        let grain = 0.75 + 0.25 * Noise.smooth(x / 1.7, y / 1.7, z / 1.7)
        tissue = mix(tissue, Self.marrow, cover(spongy, softness: softness) * grain)
        tissue = mix(tissue, Self.fluid, cover(depth - 2, softness: softness))
    }
}

/// An ellipsoid by its middle and half-axes.
struct Ellipsoid {
    var x, y, z, a, b, c: Float

    init(_ x: Float, _ y: Float, _ z: Float, _ a: Float, _ b: Float, _ c: Float) {
        (self.x, self.y, self.z, self.a, self.b, self.c) = (x, y, z, a, b, c)
    }

    /// About how far outside a point is; negative inside.
    @inline(__always)
    func distance(_ px: Float, _ py: Float, _ pz: Float) -> Float {
        let (dx, dy, dz) = ((px - x) / a, (py - y) / b, (pz - z) / c)
        return ((dx * dx + dy * dy + dz * dz).squareRoot() - 1) * min(a, min(b, c))
    }
}
