extension HeadPhantom {
    /// The cortex in its folds, the deep grey matter, the ventricles and the lesion.
    func paintBrain(
        _ x: Float,
        _ y: Float,
        _ z: Float,
        _ radius: Float,
        _ depth: Float,
        _ length: Float,
        _ softness: Float,
        _ tissue: inout Tissue
    ) {
        var brain = cortex(x, y, z, radius, length)
        let side = abs(x)
        paintFissure(side, y, z, radius, softness, &brain)
        paintNuclei(side, y, z, softness, &brain)
        paintVentricles(side, y, z, softness, &brain)
        paintCisterns(side, y, z, softness, &brain)
        if let lesion { paintLesion(lesion, x, y, z, softness, &brain) }
        tissue = mix(tissue, brain, cover(depth + 0.4, softness: softness))
    }

    /// White matter, and near the surface grey ribbons on either side of the furrows.
    ///
    /// The furrows are where a field over directions changes its sign: sheets that run inwards from the surface.
    @inline(__always)
    private func cortex(_ x: Float, _ y: Float, _ z: Float, _ radius: Float, _ length: Float) -> Tissue {
        guard radius > 0.6 else { return Self.white }
        let scale = 8.2 / max(length, 1)
        let bend = 0.55 * Noise.smooth(x / 17, y / 17, z / 17)
        let field = Noise.smooth(x * scale + bend, y * scale * 1.15 - bend, z * scale + bend + (x < 0 ? 40 : 0))
        let furrow = abs(field)
        let height = step(0.66, 0.97, radius)
        let width = 0.012 + 0.075 * height
        let ribbon = max(step(0.31, 0.17, furrow - width) * step(0.62, 0.74, radius), step(0.915, 0.95, radius))
        let open = step(width + 0.05, width, furrow) * step(0.64, 0.72, radius)
        return mix(mix(Self.white, Self.grey, ribbon), Self.fluid, open * 0.92)
    }

    /// The cleft between the halves, down to the corpus callosum.
    private func paintFissure(
        _ side: Float,
        _ y: Float,
        _ z: Float,
        _ radius: Float,
        _ softness: Float,
        _ brain: inout Tissue
    ) {
        guard side < 9 else { return }
        let (a, b) = ((y - 3) / 41, (z - 2) / 25)
        let arch = (a * a + b * b).squareRoot()
        guard z > -26 else { return }
        let outer = max(step(1.14, 1.2, arch), step(-2, -14, z) * step(0.7, 0.8, radius))
        brain = mix(brain, medialCortex(y, z), outer * cover(side - 4.2, softness: 2.5))
        brain = mix(brain, Self.fluid, outer * cover(side - 0.7, softness: softness))
        let callosum = step(0.82, 0.87, arch) * step(1.2, 1.15, arch) * step(-6, 2, z)
        brain = mix(brain, Self.white, callosum)
        // Below the callosum: the cleft between the ventricles, and the thalamus.
        let below = step(0.85, 0.8, arch) * cover(side - 3, softness: 2.5) * step(-14, -8, z)
        brain = mix(brain, Self.fluid, below * step(0.5, 0.62, arch) * step(0, 5, z) * 0.7)
        brain = mix(brain, Self.grey, below * step(0.55, 0.45, arch))
        let falx = outer * cover(side - 0.35, softness: softness) * step(0.7, 0.8, radius)
        brain = mix(brain, Self.muscle, falx)
    }

    /// The folds on the inner faces of the halves.
    private func medialCortex(_ y: Float, _ z: Float) -> Tissue {
        let bend = 0.5 * Noise.smooth(y / 21, z / 21, 7)
        let furrow = abs(Noise.smooth(y / 12 + bend, z / 12 - bend, 11.5))
        let ribbon = mix(Self.white, Self.grey, step(0.42, 0.3, furrow))
        return mix(ribbon, Self.fluid, step(0.09, 0.04, furrow) * 0.6)
    }

    private func paintNuclei(_ side: Float, _ y: Float, _ z: Float, _ softness: Float, _ brain: inout Tissue) {
        guard side < 40, abs(z) < 26, abs(y) < 42 else { return }
        let shapes = [
            Ellipsoid(11, 9, 3, 8.5, 14, 9.5), Ellipsoid(13.5, -17, 9, 5.5, 11, 9), Ellipsoid(26, -3, 2, 5.5, 17, 11),
        ]
        let nearest = shapes.reduce(Float(100)) { min($0, $1.distance(side, y, z)) }
        brain = mix(brain, Self.grey, cover(nearest, softness: 2) * 0.9)
        // The island's cortex and the cleft beside it.
        let island = abs(Ellipsoid(14, -2, 2, 23, 27, 20).distance(side, y, z))
        if side > 30 {
            brain = mix(brain, Self.grey, cover(island - 2.2, softness: 1.5))
            brain = mix(brain, Self.fluid, cover(island - 0.8, softness: softness))
        }
    }

    private func paintVentricles(_ side: Float, _ y: Float, _ z: Float, _ softness: Float, _ brain: inout Tissue) {
        guard side < 34, z > -16, z < 34, y > -46, y < 60 else { return }
        let horn = Ellipsoid(8 + 0.12 * max(0, -y - 20), -24, 11, 4.2, 15, 8).distance(side, y, z)
        let body = Ellipsoid(10 + 0.2 * max(0, y), 4, 18, 4.6, 27, 6).distance(side, y, z)
        let back = Ellipsoid(21 + 0.1 * y, 34, 8, 6, 17, 9).distance(side - 4, y, z)
        let third = Ellipsoid(0, 5, 1, 2.1, 13, 9).distance(side, y, z)
        let nearest = min(min(horn, body), min(back, third))
        brain = mix(brain, Self.fluid, cover(nearest, softness: softness))
        // The plexus, with a little lime in it.
        let plexus = Ellipsoid(22, 27, 8, 2, 4, 2.5).distance(side, y, z)
        brain = mix(brain, Tissue(115, 0.3, 0.35, 0.8), cover(plexus, softness: softness))
    }

    /// The fluid around the midbrain, the clefts above the temporal lobes, and the lobes' horns.
    private func paintCisterns(_ side: Float, _ y: Float, _ z: Float, _ softness: Float, _ brain: inout Tissue) {
        guard z < 0, z > -34, y > -50, y < 40 else { return }
        let height = step(-34, -26, z) * step(-10, -16, z)
        let (a, b) = (side / 19, (y - 10) / 18)
        let ring = abs((a * a + b * b).squareRoot() - 1) * 18 - 1.6
        let cleft = max(abs(y + 12 + 0.3 * (side - 40) + 2 * Noise.smooth(side / 9, 3, z / 9)) - 1.6, 20 - side)
        let horn = Ellipsoid(31, 4, -16, 2.2, 13, 4).distance(side, y, z)
        brain = mix(brain, Self.fluid, cover(min(ring, cleft), softness: softness) * height)
        brain = mix(brain, Self.fluid, cover(horn, softness: softness))
    }

    private func paintLesion(
        _ middle: SIMD3<Float>,
        _ x: Float,
        _ y: Float,
        _ z: Float,
        _ softness: Float,
        _ brain: inout Tissue
    ) {
        let (dx, dy, dz) = (x - middle.x, y - middle.y, z - middle.z)
        guard abs(dx) < 30, abs(dy) < 34, abs(dz) < 30 else { return }
        let rough = 3.4 * Noise.smooth(x / 7, y / 7, z / 7) + 1.3 * Noise.smooth(x / 2.6, y / 2.6, z / 2.6)
        let distance = Ellipsoid(0, 0, 0, 12, 16, 13).distance(dx, dy, dz) + rough
        brain = mix(brain, Self.oedema, step(11, 4, distance) * 0.92)
        brain = mix(brain, Self.blood, cover(distance, softness: softness + 0.8))
        let core = Ellipsoid(1, 2, 0, 6, 8, 6).distance(dx, dy, dz) + rough * 0.6
        brain = mix(brain, Tissue(52, 0.5, 0.45, 0.03), cover(core, softness: 3) * 0.8)
    }
}
