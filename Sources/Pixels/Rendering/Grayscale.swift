import NIOCore

/// The whole grey chain from a stored value to a shade, in the order of PS3.4 §N.2.
struct GrayscaleTransform {
    let padding: ClosedRange<Double>?
    let modality: ModalityLUT
    let voi: VOI
    let isInverted: Bool

    /// Padding is black, after the inversion as before it.
    func callAsFunction(_ stored: Double) -> UInt8 {
        if let padding, padding.contains(stored) { return 0 }
        let shade = voi(modality(stored))
        let clamped = shade > 0 ? min(shade, 1) : 0
        return UInt8(((isInverted ? 1 - clamped : clamped) * 255).rounded())
    }

    /// The shade of every pattern that the stored bits can form, so that a pixel costs one look-up.
    func table(_ bits: SampleBits) -> [UInt8] {
        (0..<(UInt32(1) << UInt32(bits.stored))).map { self(Double(bits.value(of: $0))) }
    }
}

extension Frame {
    /// One shade a pixel.
    func grayscale(_ presentation: Presentation) -> [UInt8] {
        let transform = grayscaleTransform(presentation)
        return switch storedSamples {
        case .patterns(let patterns) where patterns.bits.stored <= StoredPatterns.maximumTableBits:
            patterns.mapped(transform.table(patterns.bits))
        case .patterns(let patterns): patterns.map { transform(Double($0)) }
        case .numbers(let numbers): numbers.map { transform($0) }
        }
    }

    func grayscaleTransform(_ presentation: Presentation) -> GrayscaleTransform {
        GrayscaleTransform(
            padding: presentation.padding,
            modality: presentation.modality,
            voi: presentation.voi ?? defaultVOI(presentation),
            isInverted: presentation.isInverted
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
