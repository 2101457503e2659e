/// What three components are, and how they become RGB.
enum JPEGColor {
    /// Whether the three components are YCbCr: by Adobe's marker, else by the components' names, else by the data set.
    ///
    /// - Parameters:
    ///   - names: of all components; those that are not three have no colour transform.
    ///   - adobeTransform: nil without Adobe's marker.
    static func isYCbCr(
        names: some Collection<UInt8>,
        adobeTransform: UInt8?,
        _ photometricInterpretation: PhotometricInterpretation
    ) -> Bool {
        guard names.count == 3 else { return false }
        if let adobeTransform { return adobeTransform != 0 }
        return !names.elementsEqual("RGB".utf8) && photometricInterpretation != .rgb
    }

    /// The equations of PS3.3 §C.7.6.3.1.2 inverted, for samples of any precision up to 12, in parts of 65,536.
    static func convertToRGB(_ lines: inout [[UInt16]], precision: Int) {
        let half: Int32 = 1 << Int32(truncatingIfNeeded: precision &- 1)
        let maximum = half &+ half &- 1
        for index in lines[0].indices {
            let luminance = Int32(lines[0][index]) << 16 &+ 32_768
            let blue = Int32(lines[1][index]) &- half
            let red = Int32(lines[2][index]) &- half
            lines[0][index] = clamp(luminance &+ 91_881 &* red, maximum)
            lines[1][index] = clamp(luminance &- 22_554 &* blue &- 46_802 &* red, maximum)
            lines[2][index] = clamp(luminance &+ 116_130 &* blue, maximum)
        }
    }

    @inline(__always)
    private static func clamp(_ value: Int32, _ maximum: Int32) -> UInt16 {
        UInt16(truncatingIfNeeded: min(max(value >> 16, 0), maximum))
    }
}
