extension HeadPhantom {
    /// Eyes in their fat, the air of the sinuses in thin bone, and what lies below them.
    func paintFace(_ x: Float, _ y: Float, _ z: Float, _ softness: Float, _ tissue: inout Tissue) {
        let side = abs(x)
        if y < -34 {
            paintOrbit(side, y, z, softness, &tissue)
            paintSinuses(x, y, z, softness, &tissue)
        }
        if z < -60 { paintMouth(side, y, z, softness, &tissue) }
        if z < -22, side > 30, y > -5 { paintMastoid(side, y, z, softness, &tissue) }
    }

    private func paintOrbit(_ side: Float, _ y: Float, _ z: Float, _ softness: Float, _ tissue: inout Tissue) {
        guard z > -50, z < 8 else { return }
        let socket = Ellipsoid(31 - 0.18 * (y + 72), -66, -22, 19, 30, 18).distance(side, y, z)
        tissue = mix(tissue, Self.bone, cover(abs(socket - 1.2) - 1.4, softness: softness) * step(-84, -76, y))
        tissue = mix(tissue, Self.fat, cover(socket, softness: softness) * step(-92, -86, y))
        let nerve = max(abs(side - 31 + 0.32 * (y + 60) * -1) - 2, abs(z + 22) - 2)
        tissue = mix(tissue, Self.muscle, cover(nerve, softness: softness) * cover(socket, softness: softness))
        let recti = min(abs(side - 44 + 0.5 * -(y + 66)) - 1.6, abs(side - 17 - 0.12 * (y + 66)) - 1.6)
        tissue = mix(
            tissue,
            Self.muscle,
            cover(max(recti, abs(z + 22) - 6), softness: softness) * cover(socket + 1, softness: softness)
        )
        let globe = Ellipsoid(31, -77, -22, 12.4, 12.4, 12.4).distance(side, y, z)
        tissue = mix(tissue, Self.muscle, cover(globe, softness: softness))
        tissue = mix(tissue, Self.fluid, cover(globe + 1.3, softness: softness))
        let lens = Ellipsoid(31, -86, -22, 4.6, 2.2, 4.6).distance(side, y, z)
        tissue = mix(tissue, Tissue(95, 0.3, 0.15, 0), cover(lens, softness: softness))
    }

    private func paintSinuses(_ x: Float, _ y: Float, _ z: Float, _ softness: Float, _ tissue: inout Tissue) {
        let side = abs(x)
        let frontal = Ellipsoid(9, -86, -2, 11, 5, 9).distance(side, y, z)
        let ethmoid = Ellipsoid(0, -60, -26, 11, 26, 12).distance(side, y, z)
        let maxillary = Ellipsoid(26, -62, -56, 15, 18, 17).distance(side, y, z)
        let nasal = Ellipsoid(0, -66, -54, 10, 30, 18).distance(side, y, z)
        let nearest = min(min(frontal, ethmoid), min(maxillary, nasal))
        guard nearest < 4 else { return }
        tissue = mix(tissue, Self.bone, cover(abs(nearest - 0.6) - 1, softness: softness) * 0.9)
        tissue = mix(tissue, Self.air, cover(nearest, softness: softness))
        // Thin walls between the cells, the septum, and the conchae.
        let cells = abs(Noise.smooth(x / 7, y / 8, z / 8))
        tissue = mix(tissue, Tissue(180, 0.3, 0.3, 0.1), cover(ethmoid, softness: softness) * step(0.12, 0.05, cells))
        let septum = max(abs(x - 0.8 * Noise.smooth(0, y / 14, z / 14)) - 0.8, nasal)
        tissue = mix(tissue, Tissue(260, 0.3, 0.3, 0.1), cover(septum, softness: softness))
        let concha = Ellipsoid(6, -62, -60, 2.6, 18, 6).distance(side, y, z)
        tissue = mix(tissue, Self.skin, cover(concha, softness: softness))
    }

    /// Bone full of small air cells, behind the ears.
    private func paintMastoid(_ side: Float, _ y: Float, _ z: Float, _ softness: Float, _ tissue: inout Tissue) {
        let mastoid = Ellipsoid(53, 20, -40, 15, 19, 19).distance(side, y, z)
        guard mastoid < 2 else { return }
        tissue = mix(tissue, Self.bone, cover(mastoid, softness: softness))
        let cells = Noise.smooth(side / 3.2, y / 3.2, z / 3.2)
        tissue = mix(tissue, Self.air, cover(mastoid + 3, softness: 2) * step(0.02, 0.16, cells))
        let canal = max(abs(y - 6) - 3.5, abs(z + 38) - 3.5)
        if side > 44 { tissue = mix(tissue, Self.air, cover(canal, softness: softness)) }
    }

    private func paintMouth(_ side: Float, _ y: Float, _ z: Float, _ softness: Float, _ tissue: inout Tissue) {
        let tongue = Ellipsoid(0, -50, -88, 24, 34, 20).distance(side, y, z)
        let oral = Ellipsoid(0, -52, -86, 26, 38, 23).distance(side, y, z)
        tissue = mix(tissue, Self.fat, cover(oral - 2, softness: 3) * 0.6)
        tissue = mix(tissue, Self.air, cover(max(oral, -tongue - 0.6), softness: softness) * step(-98, -84, z))
        tissue = mix(tissue, Self.muscle, cover(tongue, softness: softness))
        let throat = max(Ellipsoid(0, -9, 0, 12, 6.5, 200).distance(side, y, 0), z + 56)
        tissue = mix(tissue, Self.air, cover(throat, softness: softness))
        let jaw = Ellipsoid(0, -42, -98, 44, 50, 16).distance(side, y, z)
        tissue = mix(tissue, Self.bone, cover(abs(jaw) - 4, softness: softness) * step(-20, -30, y))
        tissue = mix(tissue, Self.marrow, cover(abs(jaw) - 2.2, softness: softness) * step(-20, -30, y))
    }

    /// The cerebellum in its fine leaves, the stem of the brain, and the neck's spine with the cord.
    func paintStem(_ x: Float, _ y: Float, _ z: Float, _ depth: Float, _ softness: Float, _ tissue: inout Tissue) {
        let side = abs(x)
        if depth < 2 {
            let roof = Ellipsoid(0, 46, -40, 53, 35, 29).distance(side, y, z)
            tissue = mix(tissue, Self.fluid, cover(roof, softness: softness) * step(3, 0, depth))
            let cerebellum = Ellipsoid(0, 47, -42, 50, 31, 26).distance(side, y, z)
            let leaves = Noise.smooth(x / 22, y / 5, (z + 0.3 * y) / 2.4)
            let inner = step(-5, -12, cerebellum)
            let leaf = mix(
                mix(Self.grey, Self.fluid, step(0.25, 0.6, leaves) * 0.5),
                Self.white,
                inner * step(-0.2, 0.5, leaves)
            )
            tissue = mix(tissue, leaf, cover(max(cerebellum, depth + 0.6), softness: softness))
            let fourth = Ellipsoid(0, 29, -38, 6, 4.5, 9).distance(side, y, z)
            tissue = mix(tissue, Self.fluid, cover(fourth, softness: softness))
        }
        paintSpine(side, y, z, softness, &tissue)
        let middle = 12 + 0.1 * (-z - 20)
        let thickness = mix(8.5, 13.5, step(-62, -40, z) * step(-14, -30, z) + 0.35)
        let across = ((side / 1.25) * (side / 1.25) + (y - middle) * (y - middle)).squareRoot()
        let stem = max(across - min(thickness, 14), z + 6)
        if z > -72 {
            tissue = mix(tissue, Self.fluid, cover(max(stem - 6, depth + 1), softness: softness) * step(-20, -28, z))
        }
        tissue = mix(tissue, mix(Self.white, Self.grey, 0.3), cover(stem, softness: softness))
    }

    private func paintSpine(_ side: Float, _ y: Float, _ z: Float, _ softness: Float, _ tissue: inout Tissue) {
        guard z < -50, side < 34 else { return }
        let back = 12 + 0.1 * (-z - 20)
        let canal = ((side / 1.2) * (side / 1.2) + (y - back) * (y - back)).squareRoot()
        tissue = mix(tissue, Self.bone, cover(max(abs(canal - 13) - 2.5, z + 66), softness: softness) * 0.7)
        let phase = ((-z - 66) / 17).truncatingRemainder(dividingBy: 1)
        let disc = step(0.8, 0.86, phase)
        let body = max(Ellipsoid(0, back - 21, 0, 14, 9, 1).distance(side, y, 0) * 9, z + 66)
        tissue = mix(tissue, mix(Self.marrow, Self.muscle, disc), cover(body, softness: softness))
        tissue = mix(tissue, Self.fluid, cover(canal - 11, softness: softness) * step(-56, -66, z))
    }
}
