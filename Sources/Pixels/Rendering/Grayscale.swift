import NIOCore

/// The whole grey chain from a stored value to a shade, in the order of PS3.4 §N.2.
struct GrayscaleTransform {
    let padding: ClosedRange<Double>?
    let modality: ModalityLUT
    let voi: VOI
    let presentation: PresentationLUT

    /// Padding is black, after the Presentation LUT as before it.
    func callAsFunction(_ stored: Double) -> UInt8 {
        if let padding, padding.contains(stored) { return 0 }
        return shade(stored)
    }

    private func shade(_ stored: Double) -> UInt8 {
        let shade = voi(modality(stored))
        let clamped = shade > 0 ? min(shade, 1) : 0
        return UInt8((presentation(clamped) * 255).rounded())
    }

    /// The shade of every pattern that the stored bits can form, so that a pixel costs one look-up.
    ///
    /// Most values of a wide range lie beside the window, where one shade stands for all.
    func table(_ bits: SampleBits) -> [UInt8] {
        let range = bits.range
        let inside = voi.slope(before: modality, in: range)
        let below = shade(Double(range.lowerBound))
        let above = shade(Double(range.upperBound))
        let mask = Int(bits.mask)
        var table = [UInt8](repeating: below, count: mask &+ 1)
        for value in inside { table[value & mask] = shade(Double(value)) }
        if inside.upperBound < range.upperBound {
            Self.fill(&table, (inside.upperBound &+ 1)...range.upperBound, above)
        }
        if let padding {
            let first = max(Int(saturating: padding.lowerBound.rounded(.up)), range.lowerBound)
            let last = min(Int(saturating: padding.upperBound.rounded(.down)), range.upperBound)
            if first <= last { Self.fill(&table, first...last, 0) }
        }
        return table
    }

    /// Gives the patterns of some values a shade: those of negative ones stand behind those of the others.
    private static func fill(_ table: inout [UInt8], _ values: ClosedRange<Int>, _ shade: UInt8) {
        let mask = table.count &- 1
        let (first, last) = (values.lowerBound, values.upperBound)
        table.withUnsafeMutableBufferPointer { shades in
            if first < 0 { shades[(first & mask)...(min(last, -1) & mask)].update(repeating: shade) }
            if last >= 0 { shades[max(first, 0)...last].update(repeating: shade) }
        }
    }
}

extension VOI {
    /// The stored values between which shades change; all of them where that is not known. The ends may be beside it.
    fileprivate func slope(before modality: ModalityLUT, in range: ClosedRange<Int>) -> ClosedRange<Int> {
        guard case .window(let window) = self, window.function != .sigmoid else { return range }
        let (slope, intercept): (Double, Double)
        switch modality {
        case .identity: (slope, intercept) = (1, 0)
        case .rescale(let itsSlope, let itsIntercept): (slope, intercept) = (itsSlope, itsIntercept)
        case .table: return range
        }
        // Half a width on either side of the centre, and one more for the half by which LINEAR is off it.
        let ends = [-1.0, 1].map { (window.center + $0 * (window.width / 2 + 1) - intercept) / slope }
        let first = Int(saturating: min(ends[0], ends[1]).rounded(.down))
        let last = Int(saturating: max(ends[0], ends[1]).rounded(.up))
        let lower = min(max(first, range.lowerBound), range.upperBound)
        return lower...max(lower, min(last, range.upperBound))
    }
}

extension Frame {
    /// One shade a pixel.
    func grayscale(_ presentation: Presentation) -> Picture {
        let transform = grayscaleTransform(presentation)
        let (width, height) = (description.columns, description.rows)
        let shades: [UInt8]
        switch storedSamples {
        case .patterns(let patterns) where patterns.bits.stored <= StoredPatterns.maximumTableBits:
            let table = transform.table(patterns.bits)
            return Picture(width: width, height: height, patterns: patterns, shades: table)
        case .patterns(let patterns): shades = patterns.map { transform(Double(patterns.bits.value(of: $0))) }
        case .numbers(let numbers): shades = numbers.map { transform($0) }
        }
        return Picture(width: width, height: height, components: 1, samples: shades)
    }

    func grayscaleTransform(_ presentation: Presentation) -> GrayscaleTransform {
        GrayscaleTransform(
            padding: presentation.padding,
            modality: presentation.modality,
            voi: presentation.voi ?? defaultVOI(presentation),
            presentation: presentation.lut
        )
    }

    /// The whole range of up to eight unsigned bits, which leaves bytes as they are; else from the least to the
    /// greatest value in the frame, padding left out.
    private func defaultVOI(_ presentation: Presentation) -> VOI {
        let bits = description.bits
        if bits.stored <= 8, !bits.isSigned, presentation.modality == .identity {
            return .range(0...Double(bits.mask))
        }
        let range = storedSamples.range(without: presentation.padding) ?? 0...0
        guard case .table(let table) = presentation.modality else {
            let ends = [presentation.modality(range.lowerBound), presentation.modality(range.upperBound)]
            return .range(min(ends[0], ends[1])...max(ends[0], ends[1]))
        }
        let values = table.range(Int(saturating: range.lowerBound)...Int(saturating: range.upperBound))
        return .range(Double(values.lowerBound)...Double(values.upperBound))
    }
}
